/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-jats-private.h"

#include "cog-formula-number.h"
#include "cog-reader-findings.h"
#include "cog-tex.h"

#include <string.h>

static gboolean
is_display (const xmlNode *node)
{
  for (const xmlNode *n = node->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_jats_is (n, "disp-formula"))
      return TRUE;
    else if (cog_jats_is (n, "inline-formula") || cog_jats_is (n, "p"))
      return FALSE;
  return FALSE;
}

void
cog_jats_convert_math (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *math = xmlDocCopyNode ((xmlNode *)node, walk->out, 1);

  if (math == NULL)
    return;
  xmlAddChild (parent, math);
  if (is_display (node))
    cog_xml_set (math, "display", "block");
  else if (cog_jats_is (node->parent, "inline-formula"))
    cog_xml_set (math, "display", NULL);
}

/* PMC has a whole document around each formula: what stands between \begin{document} and
 * \end{document}, without the dollars around it. (transfer full) */
static char *
dup_formula (const char *tex)
{
  static const char *const marks[][2] = {
    { "$$", "$$" }, { "\\[", "\\]" }, { "\\(", "\\)" }, { "$", "$" }
  };
  const char *begin = strstr (tex, "\\begin{document}");
  const char *start = begin != NULL ? begin + strlen ("\\begin{document}") : tex;
  const char *end = strstr (start, "\\end{document}");
  char *formula = end != NULL ? g_strndup (start, (gsize)(end - start)) : g_strdup (start);

  g_strstrip (formula);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize open = strlen (marks[i][0]);
      gsize close = strlen (marks[i][1]);
      gsize length = strlen (formula);

      if (length > open + close && g_str_has_prefix (formula, marks[i][0]) &&
          g_str_has_suffix (formula, marks[i][1]))
        {
          memmove (formula, formula + open, length - open - close);
          formula[length - open - close] = '\0';
          g_strstrip (formula);
          break;
        }
    }
  return formula;
}

void
cog_jats_convert_tex (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *text = cog_xml_dup_text (node);
  g_autofree char *tex = dup_formula (text);
  g_autofree char *mathml = cog_tex_to_mathml (tex, is_display (node));
  g_autoptr (xmlDoc) document = mathml != NULL ? cog_xml_parse_own (mathml, -1, NULL) : NULL;

  if (document == NULL)
    {
      cog_report_add (walk->context->report, &cog_finding_tex_kept, walk->context->file, NULL,
                      NULL);
      cog_jats_add_text (cog_jats_add (walk, parent, "code"), tex);
      return;
    }
  xmlAddChild (parent, xmlDocCopyNode (xmlDocGetRootElement (document), walk->out, 1));
}

static xmlNode *
find_math (xmlNode *top)
{
  for (xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    if (cog_xml_is (n, COG_NS_MATHML, "math"))
      return n;
  return NULL;
}

/* The id goes to the formula, which is a block of its own in the book and what links lead to; the
 * number goes into it. What is no formula but words or a picture has both around it. */
void
cog_jats_convert_formula (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  static const char *const without[] = { "label", NULL };
  gboolean is_block = cog_jats_is (node, "disp-formula");
  const xmlNode *label = cog_xml_find_child (node, NULL, "label");
  xmlNode *holder = cog_jats_add (walk, parent, is_block ? "div" : "span");
  xmlNode *math;

  cog_jats_convert_others (walk, node, holder, without);
  math = find_math (holder);
  cog_jats_copy_global (node, math != NULL ? math : holder);
  if (label == NULL || !is_block)
    return;
  if (math != NULL)
    {
      g_autofree char *number = cog_xml_dup_folded_text (label);

      cog_formula_add_number (math, number);
    }
  else
    {
      cog_jats_add_text (holder, " ");
      cog_jats_add_label (walk, label, holder);
    }
}
