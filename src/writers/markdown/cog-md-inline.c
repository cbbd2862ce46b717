/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-md-private.h"

#include "cog-xml-write.h"

#include <string.h>

static gboolean
is_html (const CogMdWriting *md)
{
  return md->n_html > 0;
}

/* A bracket that would begin a note, a task or end a link. "\\[" is no way out: to many it begins
 * a formula. */
static gboolean
is_risky_bracket (const CogMdWriting *md, const char *c)
{
  if (md->links->len > 0)
    return *c == '[' || *c == ']';
  if (*c == '[')
    return c[1] == '^' || (c[1] != '\0' && c[2] == ']' && strchr (" xX", c[1]) != NULL);
  return *c == ']' && c[1] != '\0' && strchr ("([:", c[1]) != NULL;
}

/* Each sign that could mean something is said to mean nothing (CommonMark, 2.4). */
static void
append_escaped (const CogMdWriting *md, GString *out, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      gboolean at_start = out->len == 0;

      if (is_risky_bracket (md, c))
        {
          g_string_append (out, *c == '[' ? "&#91;" : "&#93;");
          continue;
        }
      if (*c == '&' && (g_ascii_isalnum (c[1]) || c[1] == '#'))
        {
          g_string_append (out, "&amp;");
          continue;
        }
      if (strchr ("\\`*_<>|~$", *c) != NULL || (at_start && strchr ("#+-=", *c) != NULL) ||
          (*c == '!' && c[1] == '\0'))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *c);
    }
}

/* "1." at the beginning of a line would begin a list. */
static void
mend_start (GString *line)
{
  gsize n = strspn (line->str, "0123456789");

  if (n > 0 && (line->str[n] == '.' || line->str[n] == ')'))
    g_string_insert_c (line, (gssize)n, '\\');
}

static const struct
{
  CogFlowLook look;
  const char *sign, *element; /* sign: (nullable): only the element */
} signs[] = {
  { COG_FLOW_BOLD, "**", "strong" }, { COG_FLOW_ITALIC, "*", "em" },
  { COG_FLOW_STRIKE, "~~", "s" },    { COG_FLOW_SUB, NULL, "sub" },
  { COG_FLOW_SUP, NULL, "sup" },     { COG_FLOW_UNDERLINE, NULL, "u" },
  { COG_FLOW_MARK, NULL, "mark" },   { COG_FLOW_SMALL, NULL, "small" },
};

static gboolean
is_punctuation (gunichar c)
{
  return !g_unichar_isalnum (c) && !g_unichar_ismark (c);
}

/* Stars are signs only where words and white space around them are as CommonMark 6.2 wants them:
 * elsewhere the elements stand. */
static gboolean
takes_signs (const CogMdWriting *md, const char *core)
{
  const char *last = g_utf8_find_prev_char (core, core + strlen (core));

  if (is_html (md) || last == NULL || is_punctuation (g_utf8_get_char (core)) ||
      is_punctuation (g_utf8_get_char (last)))
    return FALSE;
  return md->line->len == 0 || strchr ("*~", md->line->str[md->line->len - 1]) == NULL;
}

static void
append_code (GString *line, const char *core)
{
  gsize longest = 0;
  g_autofree char *fence = NULL;
  gboolean needs_space;

  for (const char *c = strchr (core, '`'); c != NULL; c = strchr (c, '`'))
    {
      gsize n = strspn (c, "`");

      longest = MAX (longest, n);
      c += n;
    }
  fence = g_strnfill (longest + 1, '`');
  needs_space = core[0] == '`' || g_str_has_suffix (core, "`");
  g_string_append_printf (line, "%s%s%s%s%s", fence, needs_space ? " " : "", core,
                          needs_space ? " " : "", fence);
}

static void
append_core (CogMdWriting *md, const char *core)
{
  gboolean takes = takes_signs (md, core);
  gboolean is_code = (md->look & COG_FLOW_MONO) != 0;
  gboolean is_other = md->block != NULL && md->language != md->block->run.language;

  if (is_other)
    g_string_append_printf (md->line, "<span lang=\"%s\">", md->language);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if ((md->look & signs[i].look) != 0 && takes && signs[i].sign != NULL)
      g_string_append (md->line, signs[i].sign);
    else if ((md->look & signs[i].look) != 0)
      g_string_append_printf (md->line, "<%s>", signs[i].element);
  if (is_code && !is_html (md) && !(md->is_table && strchr (core, '|') != NULL))
    append_code (md->line, core);
  else
    {
      if (is_code)
        g_string_append (md->line, "<code>");
      if (is_html (md))
        cog_xml_append_escaped (md->line, core, -1);
      else
        append_escaped (md, md->line, core);
      if (is_code)
        g_string_append (md->line, "</code>");
    }
  for (guint i = G_N_ELEMENTS (signs); i > 0; i--)
    if ((md->look & signs[i - 1].look) != 0 && takes && signs[i - 1].sign != NULL)
      g_string_append (md->line, signs[i - 1].sign);
    else if ((md->look & signs[i - 1].look) != 0)
      g_string_append_printf (md->line, "</%s>", signs[i - 1].element);
  if (is_other)
    g_string_append (md->line, "</span>");
}

/* White space at the ends of a look stands outside it. */
void
cog_md_flush (CogMdWriting *md)
{
  const char *text = md->run->str;
  gsize before = strspn (text, " \n");
  gsize end = md->run->len;
  g_autofree char *core = NULL;

  if (md->run->len == 0)
    return;
  while (end > before && (text[end - 1] == ' ' || text[end - 1] == '\n'))
    end--;
  core = g_strndup (text + before, end - before);
  g_string_append_len (md->line, text, (gssize)before);
  if (core[0] != '\0')
    append_core (md, core);
  g_string_append (md->line, text + end);
  if (md->line->len > 0 && !is_html (md))
    mend_start (md->line);
  g_string_truncate (md->run, 0);
}

void
cog_md_text (gpointer data, const char *text, const CogFlowRun *run)
{
  CogMdWriting *md = data;

  if (md->block != NULL && md->block->kind == COG_FLOW_CODE)
    {
      g_string_append (md->line, text);
      return;
    }
  if (run->look != md->look || run->language != md->language)
    cog_md_flush (md);
  md->look = run->look;
  md->language = run->language;
  g_string_append (md->run, text);
}

void
cog_md_line_break (gpointer data, const CogFlowRun *run)
{
  CogMdWriting *md = data;

  cog_md_flush (md);
  if (md->block != NULL && md->block->kind == COG_FLOW_CODE)
    g_string_append_c (md->line, '\n');
  else if (is_html (md) || md->is_table ||
           (md->block != NULL && md->block->kind == COG_FLOW_HEADING))
    g_string_append (md->line, "<br/>");
  else
    g_string_append (md->line, "\\\n");
}

void
cog_md_anchor (gpointer data, const char *id)
{
  CogMdWriting *md = data;

  /* There are no contents. */
  if (!cog_flow_is_target (md->flow, id))
    return;
  cog_md_flush (md);
  g_string_append_printf (md->line, "<a id=\"%s\"></a>", id);
}

void
cog_md_begin_link (gpointer data, const char *href)
{
  CogMdWriting *md = data;

  cog_md_flush (md);
  g_ptr_array_add (md->links, g_strdup (href));
  if (!is_html (md))
    {
      g_string_append_c (md->line, '[');
      return;
    }
  g_string_append (md->line, "<a");
  cog_xml_append_attribute (md->line, "href", href);
  g_string_append_c (md->line, '>');
}

static void
append_address (GString *line, const char *address)
{
  gboolean is_plain = strpbrk (address, " ()<>\\") == NULL;

  g_string_append (line, is_plain ? "(" : "(<");
  for (const char *c = address; *c != '\0'; c++)
    if (*c == '<' || *c == '>' || *c == '\\')
      g_string_append_printf (line, "%%%02X", (guint)*c);
    else
      g_string_append_c (line, *c);
  g_string_append (line, is_plain ? ")" : ">)");
}

void
cog_md_end_link (gpointer data)
{
  CogMdWriting *md = data;
  g_autofree char *href = g_ptr_array_steal_index (md->links, md->links->len - 1);

  cog_md_flush (md);
  if (is_html (md))
    g_string_append (md->line, "</a>");
  else
    {
      g_string_append_c (md->line, ']');
      append_address (md->line, href);
    }
}

static char *
dup_data_address (const CogAsset *asset)
{
  gsize size;
  const guchar *bytes = g_bytes_get_data (asset->bytes, &size);
  g_autofree char *text = g_base64_encode (bytes, size);

  return g_strdup_printf ("data:%s;base64,%s", asset->media_type, text);
}

/* The markup of a formula or drawing, on one line: an empty one would end it. */
static void
append_markup (CogMdWriting *md, const xmlNode *node)
{
  g_autoptr (xmlDoc) doc = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *root = xmlDocCopyNode ((xmlNode *)node, doc, 1);
  xmlBuffer *buffer = xmlBufferCreate ();
  g_autofree char *text = NULL;

  xmlDocSetRootElement (doc, root);
  xmlReconciliateNs (doc, root);
  xmlNodeDump (buffer, doc, root, 0, 0);
  text = g_strdup ((const char *)xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  g_strdelimit (text, "\n\r", ' ');
  g_string_append (md->line, text);
}

void
cog_md_picture (gpointer data, const xmlNode *node, const CogFlowRun *run)
{
  CogMdWriting *md = data;
  g_autofree char *name = cog_xml_dup_attribute (node, "src");
  const CogAsset *asset = name != NULL ? cog_book_find_asset (md->book, name) : NULL;
  g_autofree char *description = cog_flow_dup_description (node);
  g_autofree char *address = NULL;

  cog_md_flush (md);
  if (cog_xml_is (node, COG_NS_SVG, "svg"))
    {
      append_markup (md, node);
      return;
    }
  if (asset == NULL)
    return;
  address = md->embeds ? dup_data_address (asset) : g_strdup (name);
  if (is_html (md))
    {
      g_string_append (md->line, "<img");
      cog_xml_append_attribute (md->line, "src", address);
      cog_xml_append_attribute (md->line, "alt", description);
      g_string_append (md->line, "/>");
      return;
    }
  g_strdelimit (description, "\n", ' ');
  g_string_append (md->line, "![");
  append_escaped (md, md->line, description);
  g_string_append_c (md->line, ']');
  append_address (md->line, address);
}

void
cog_md_formula (gpointer data, const xmlNode *math, const CogFlowRun *run)
{
  CogMdWriting *md = data;

  cog_md_flush (md);
  append_markup (md, math);
}
