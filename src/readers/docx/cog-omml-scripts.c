/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-package.h"
#include "cog-omml-private.h"

#include "cog-math-mark.h"

static void
convert_named (CogOmml *omml,
               const xmlNode *node,
               xmlNode *parent,
               const char *element,
               const char *const *arguments)
{
  xmlNode *made = cog_omml_add (omml, parent, element);

  for (guint i = 0; arguments[i] != NULL; i++)
    cog_omml_convert_argument (omml, node, arguments[i], made);
}

static void
convert_before (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  xmlNode *made = cog_omml_add (omml, parent, "mmultiscripts");

  cog_omml_convert_argument (omml, node, "e", made);
  cog_omml_add (omml, made, "mprescripts");
  cog_omml_convert_argument (omml, node, "sub", made);
  cog_omml_convert_argument (omml, node, "sup", made);
}

/* An integral has its limits beside it unless the formula says otherwise, as have all others that
 * say "subSup". */
static void
convert_nary (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *sign = cog_omml_dup_property (node, "chr", "∫");
  g_autofree char *place = cog_omml_dup_property (node, "limLoc", "subSup");
  gboolean is_above = g_str_equal (place, "undOvr");
  gboolean has_sub = !cog_omml_is_set (node, "subHide") && cog_docx_child (node, "sub") != NULL;
  gboolean has_sup = !cog_omml_is_set (node, "supHide") && cog_docx_child (node, "sup") != NULL;
  static const char *const names[2][4] = { { NULL, "msub", "msup", "msubsup" },
                                           { NULL, "munder", "mover", "munderover" } };
  const char *name = names[is_above ? 1 : 0][(has_sub ? 1 : 0) + (has_sup ? 2 : 0)];
  xmlNode *row = cog_omml_add (omml, parent, "mrow");
  xmlNode *scripts = name != NULL ? cog_omml_add (omml, row, name) : row;

  cog_omml_add_operator (omml, scripts, sign[0] != '\0' ? sign : "∫");
  if (has_sub)
    cog_omml_convert_argument (omml, node, "sub", scripts);
  if (has_sup)
    cog_omml_convert_argument (omml, node, "sup", scripts);
  cog_omml_convert_argument (omml, node, "e", row);
}

/* Word writes combining marks. */
static void
convert_accent (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *mark = cog_omml_dup_property (node, "chr", "\xCC\x82");
  xmlNode *over = cog_omml_add (omml, parent, "mover");

  cog_xml_set (over, "accent", "true");
  cog_omml_convert_argument (omml, node, "e", over);
  cog_omml_add_operator (omml, over,
                         cog_math_mark_get_spacing (mark[0] != '\0' ? mark : "\xCC\x82"));
}

static void
convert_bar (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *place = cog_omml_dup_property (node, "pos", "bot");
  gboolean is_top = g_str_equal (place, "top");
  xmlNode *made = cog_omml_add (omml, parent, is_top ? "mover" : "munder");

  cog_omml_convert_argument (omml, node, "e", made);
  cog_omml_add_operator (omml, made, is_top ? "¯" : "_");
}

/* A brace below with nothing said (22.1.2.41). */
static void
convert_group (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *sign = cog_omml_dup_property (node, "chr", "⏟");
  g_autofree char *place = cog_omml_dup_property (node, "pos", "bot");
  xmlNode *made = cog_omml_add (omml, parent, g_str_equal (place, "top") ? "mover" : "munder");

  cog_omml_convert_argument (omml, node, "e", made);
  cog_omml_add_operator (omml, made, sign);
}

gboolean
cog_omml_convert_script (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  static const struct
  {
    const char *name, *element;
    const char *arguments[4];
  } plain[] = {
    { "sSup", "msup", { "e", "sup" } },
    { "sSub", "msub", { "e", "sub" } },
    { "sSubSup", "msubsup", { "e", "sub", "sup" } },
    { "limLow", "munder", { "e", "lim" } },
    { "limUpp", "mover", { "e", "lim" } },
  };
  static const struct
  {
    const char *name;
    void (*convert) (CogOmml *omml, const xmlNode *node, xmlNode *parent);
  } others[] = {
    { "sPre", convert_before }, { "nary", convert_nary },      { "acc", convert_accent },
    { "bar", convert_bar },     { "groupChr", convert_group },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (cog_docx_is_math (node, plain[i].name))
      {
        convert_named (omml, node, parent, plain[i].element, plain[i].arguments);
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (cog_docx_is_math (node, others[i].name))
      {
        others[i].convert (omml, node, parent);
        return TRUE;
      }
  return FALSE;
}
