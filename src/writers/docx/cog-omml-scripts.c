/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-omml-write-private.h"

const xmlNode *
cog_omml_get_child (const xmlNode *node, guint index)
{
  const xmlNode *child = cog_xml_first_element (node);

  while (child != NULL && index-- > 0)
    child = cog_xml_next_element (child);
  return child;
}

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  return node != NULL && node->type == XML_ELEMENT_NODE &&
         g_strv_contains (names, (const char *)node->name);
}

static gboolean
is_sum (const xmlNode *mo)
{
  static const char *const signs[] = { "∑", "∏", "∐", "∫", "∬", "∭", "∮", "∯", "∰",
                                       "⋃", "⋂", "⋁", "⋀", "⨁", "⨂", "⨀", "⨄", NULL };
  g_autofree char *text = cog_xml_is (mo, COG_NS_MATHML, "mo") ? cog_omml_dup_token (mo) : NULL;

  return text != NULL && g_strv_contains (signs, text);
}

static const char *const scripts[] = { "msub",  "msup",       "msubsup", "munder",
                                       "mover", "munderover", NULL };

gboolean
cog_omml_is_nary (const xmlNode *node)
{
  return is_sum (node) || (is_one_of (node, scripts) && is_sum (cog_omml_get_child (node, 0)));
}

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return cog_xml_is (node, COG_NS_MATHML, name);
}

void
cog_omml_write_nary (CogOmmlWriting *w,
                     const xmlNode *node,
                     const xmlNode *first,
                     const xmlNode *end)
{
  gboolean is_bare = is_sum (node);
  gboolean is_above =
      is_named (node, "munder") || is_named (node, "mover") || is_named (node, "munderover");
  gboolean has_sub = !is_bare && !is_named (node, "msup") && !is_named (node, "mover");
  gboolean has_sup = !is_bare && !is_named (node, "msub") && !is_named (node, "munder");
  g_autofree char *sign = cog_omml_dup_token (is_bare ? node : cog_omml_get_child (node, 0));

  g_string_append (w->out, "<m:nary><m:naryPr>");
  cog_omml_write_value (w, "chr", sign);
  cog_omml_write_value (w, "limLoc", is_above ? "undOvr" : "subSup");
  if (!has_sub)
    cog_omml_write_value (w, "subHide", "1");
  if (!has_sup)
    cog_omml_write_value (w, "supHide", "1");
  g_string_append (w->out, "</m:naryPr>");
  cog_omml_write_argument (w, "sub", has_sub ? cog_omml_get_child (node, 1) : NULL);
  cog_omml_write_argument (w, "sup", has_sup ? cog_omml_get_child (node, has_sub ? 2 : 1) : NULL);
  g_string_append (w->out, "<m:e>");
  cog_omml_write_range (w, first, end);
  g_string_append (w->out, "</m:e></m:nary>");
}

/* Word writes combining marks, MathML their spacing twins. */
static const char *
find_combining (const char *mark)
{
  static const char *const pairs[][2] = {
    { "`", "\u0300" }, { "´", "\u0301" }, { "^", "\u0302" }, { "ˆ", "\u0302" }, { "~", "\u0303" },
    { "˜", "\u0303" }, { "˘", "\u0306" }, { "˙", "\u0307" }, { ".", "\u0307" }, { "¨", "\u0308" },
    { "˚", "\u030a" }, { "ˇ", "\u030c" }, { "→", "\u20d7" }, { "⇀", "\u20d1" }, { "←", "\u20d6" },
    { "↼", "\u20d0" }, { "↔", "\u20e1" }, { "⃛", "\u20db" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (mark, pairs[i][0]))
      return pairs[i][1];
  return NULL;
}

static gboolean
is_line (const char *mark)
{
  static const char *const lines[] = { "¯", "‾", "_", "―", "\u0332", "\u0304", "\u0305", NULL };

  return g_strv_contains (lines, mark);
}

static gboolean
is_brace (const char *mark)
{
  static const char *const braces[] = { "⏞", "⏟", "⏜", "⏝", "⎴", "⎵", NULL };

  return g_strv_contains (braces, mark);
}

static void
write_limit (CogOmmlWriting *w, const xmlNode *base, const xmlNode *limit, gboolean is_above)
{
  const char *name = is_above ? "limUpp" : "limLow";

  g_string_append_printf (w->out, "<m:%s>", name);
  cog_omml_write_argument (w, "e", base);
  cog_omml_write_argument (w, "lim", limit);
  g_string_append_printf (w->out, "</m:%s>", name);
}

/* One thing above or below another: an accent, a line, a brace, or a limit. */
static void
write_over (CogOmmlWriting *w, const xmlNode *base, const xmlNode *mark, gboolean is_above)
{
  g_autofree char *text = is_named (mark, "mo") ? cog_omml_dup_token (mark) : NULL;
  const char *combining = text != NULL && is_above ? find_combining (text) : NULL;

  if (combining != NULL)
    {
      g_string_append (w->out, "<m:acc><m:accPr>");
      cog_omml_write_value (w, "chr", combining);
      g_string_append (w->out, "</m:accPr>");
      cog_omml_write_argument (w, "e", base);
      g_string_append (w->out, "</m:acc>");
    }
  else if (text != NULL && is_line (text))
    {
      g_string_append (w->out, "<m:bar><m:barPr>");
      cog_omml_write_value (w, "pos", is_above ? "top" : "bot");
      g_string_append (w->out, "</m:barPr>");
      cog_omml_write_argument (w, "e", base);
      g_string_append (w->out, "</m:bar>");
    }
  else if (text != NULL && is_brace (text))
    {
      g_string_append (w->out, "<m:groupChr><m:groupChrPr>");
      cog_omml_write_value (w, "chr", text);
      cog_omml_write_value (w, "pos", is_above ? "top" : "bot");
      cog_omml_write_value (w, "vertJc", is_above ? "bot" : "top");
      g_string_append (w->out, "</m:groupChrPr>");
      cog_omml_write_argument (w, "e", base);
      g_string_append (w->out, "</m:groupChr>");
    }
  else
    write_limit (w, base, mark, is_above);
}

static void
write_both (CogOmmlWriting *w, const xmlNode *node)
{
  g_string_append (w->out, "<m:limUpp><m:e>");
  write_over (w, cog_omml_get_child (node, 0), cog_omml_get_child (node, 1), FALSE);
  g_string_append (w->out, "</m:e>");
  cog_omml_write_argument (w, "lim", cog_omml_get_child (node, 2));
  g_string_append (w->out, "</m:limUpp>");
}

static void
write_plain (CogOmmlWriting *w, const xmlNode *node, const char *name, const char *const *arguments)
{
  g_string_append_printf (w->out, "<m:%s>", name);
  for (guint i = 0; arguments[i] != NULL; i++)
    cog_omml_write_argument (w, arguments[i], cog_omml_get_child (node, i));
  g_string_append_printf (w->out, "</m:%s>", name);
}

static gboolean
is_none (const xmlNode *node)
{
  return is_named (node, "none") ||
         (is_named (node, "mrow") && cog_xml_first_element (node) == NULL);
}

/* A pair of scripts, of which either may be missing. */
static void
write_pair (CogOmmlWriting *w, const xmlNode *base, const xmlNode *sub, const xmlNode *sup)
{
  gboolean has_sub = sub != NULL && !is_none (sub), has_sup = sup != NULL && !is_none (sup);
  const char *name = has_sub && has_sup ? "sSubSup" : has_sub ? "sSub" : "sSup";

  if (!has_sub && !has_sup)
    {
      cog_omml_write_element (w, base);
      return;
    }
  g_string_append_printf (w->out, "<m:%s>", name);
  cog_omml_write_argument (w, "e", base);
  if (has_sub)
    cog_omml_write_argument (w, "sub", sub);
  if (has_sup)
    cog_omml_write_argument (w, "sup", sup);
  g_string_append_printf (w->out, "</m:%s>", name);
}

/* OMML has one pair before the base and one behind it: further pairs stand at an empty base. */
static void
write_many (CogOmmlWriting *w, const xmlNode *node)
{
  const xmlNode *base = cog_omml_get_child (node, 0);
  const xmlNode *n = base != NULL ? cog_xml_next_element (base) : NULL;
  const xmlNode *before = n;
  const xmlNode *sub = n, *sup = NULL;

  while (before != NULL && !is_named (before, "mprescripts"))
    before = cog_xml_next_element (before);
  if (before != NULL)
    before = cog_xml_next_element (before);
  if (sub != NULL && is_named (sub, "mprescripts"))
    sub = NULL;
  if (sub != NULL)
    sup = cog_xml_next_element (sub);
  if (before != NULL)
    {
      g_string_append (w->out, "<m:sPre>");
      cog_omml_write_argument (w, "sub", is_none (before) ? NULL : before);
      before = cog_xml_next_element (before);
      cog_omml_write_argument (w, "sup", before == NULL || is_none (before) ? NULL : before);
      g_string_append (w->out, "<m:e>");
    }
  if (base != NULL)
    write_pair (w, base, sub, sup);
  if (before != NULL)
    g_string_append (w->out, "</m:e></m:sPre>");
}

gboolean
cog_omml_write_script (CogOmmlWriting *w, const xmlNode *node)
{
  static const char *const sub[] = { "e", "sub", NULL };
  static const char *const sup[] = { "e", "sup", NULL };
  static const char *const both[] = { "e", "sub", "sup", NULL };
  const xmlNode *base = cog_omml_get_child (node, 0);

  if (is_named (node, "msub"))
    write_plain (w, node, "sSub", sub);
  else if (is_named (node, "msup"))
    write_plain (w, node, "sSup", sup);
  else if (is_named (node, "msubsup"))
    write_plain (w, node, "sSubSup", both);
  else if (is_named (node, "munder") && base != NULL)
    write_over (w, base, cog_omml_get_child (node, 1), FALSE);
  else if (is_named (node, "mover") && base != NULL)
    write_over (w, base, cog_omml_get_child (node, 1), TRUE);
  else if (is_named (node, "munderover") && base != NULL)
    write_both (w, node);
  else if (is_named (node, "mmultiscripts"))
    write_many (w, node);
  else
    return FALSE;
  return TRUE;
}
