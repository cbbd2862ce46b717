/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odt-names.h"
#include "cog-odt-walk.h"

#include "cog-mtef.h"
#include "cog-prose-findings.h"

/* StarMath's own text, of a formula that has no other form (annotation of MathML). */
static const xmlNode *
find_annotation (const xmlNode *math)
{
  for (const xmlNode *n = math; n != NULL; n = cog_xml_next_in (math, n))
    if (cog_xml_is (n, NULL, "annotation"))
      return n;
  return NULL;
}

static gboolean
has_signs (const xmlNode *math)
{
  static const char *const tokens[] = { "mi", "mn", "mo", "mtext", "ms" };

  for (const xmlNode *n = math; n != NULL; n = cog_xml_next_in (math, n))
    for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
      if (cog_xml_is (n, NULL, tokens[i]) && n->children != NULL)
        return TRUE;
  return FALSE;
}

static const xmlNode *
find_math (CogOdtLine *line, const xmlNode *object)
{
  g_autofree char *href = cog_xml_dup_attribute_ns (object, COG_NS_XLINK, "href");
  const xmlNode *root = cog_xml_find_child (object, COG_NS_MATHML, "math");

  if (root == NULL && href != NULL)
    root = cog_odt_package_get_object (line->walk->package,
                                       g_str_has_prefix (href, "./") ? href + 2 : href);
  return cog_xml_is (root, NULL, "math") ? root : NULL;
}

/* What came from a Word document with MathType stays its object (draw:object-ole). */
static gboolean
convert_embedded (CogOdtLine *line, const xmlNode *object)
{
  g_autofree char *href = cog_xml_dup_attribute_ns (object, COG_NS_XLINK, "href");
  CogContainer *container = cog_odt_package_get_container (line->walk->package);
  const char *name =
      href != NULL && container != NULL ? cog_container_resolve (container, NULL, href) : NULL;
  g_autoptr (GBytes) bytes = name != NULL ? cog_container_read (container, name, NULL) : NULL;
  xmlNode *math = bytes != NULL ? cog_mtef_read_object (bytes, line->walk->prose->out) : NULL;

  if (math == NULL)
    return FALSE;
  xmlAddChild (cog_odt_line_open (line, NULL), math);
  return TRUE;
}

gboolean
cog_odt_convert_formula (CogOdtLine *line, const xmlNode *object)
{
  const xmlNode *math = find_math (line, object);
  const xmlNode *annotation = math != NULL ? find_annotation (math) : NULL;
  CogProse *prose = line->walk->prose;
  xmlNode *copy;

  if (math == NULL)
    return convert_embedded (line, object);
  if (!has_signs (math))
    {
      g_autofree char *words = annotation != NULL ? cog_xml_dup_folded_text (annotation) : NULL;

      if (words != NULL && words[0] != '\0')
        {
          cog_prose_add_text (cog_prose_add (prose, cog_odt_line_open (line, NULL), "code"), words);
          cog_report_add (line->walk->report, &cog_finding_formula_part, COG_ODT_CONTENT,
                          "StarMath", NULL);
        }
      return TRUE;
    }
  copy = xmlDocCopyNode ((xmlNode *)math, prose->out, 1);
  cog_xml_set (copy, "display", NULL);
  xmlAddChild (cog_odt_line_open (line, NULL), copy);
  return TRUE;
}

/* LibreOffice writes display="block" for every formula: whether it stands on a line of its own is
 * seen where it stands. */
void
cog_odt_settle_formulas (xmlNode *block)
{
  xmlNode *math = NULL;

  if (!cog_xml_is (block, NULL, "p"))
    return;
  for (xmlNode *n = block->children; n != NULL;)
    {
      if (cog_xml_is (n, NULL, "math"))
        {
          if (math != NULL)
            return;
          math = n;
        }
      else if ((n->type == XML_TEXT_NODE && !xmlIsBlankNode (n)) || cog_xml_is (n, NULL, "img") ||
               cog_xml_is (n, NULL, "a"))
        return;
      n = cog_xml_is (n, NULL, "math") ? cog_xml_skip_in (block, n) : cog_xml_next_in (block, n);
    }
  if (math == NULL)
    return;
  cog_xml_set (math, "display", "block");
  xmlNodeSetName (block, (const xmlChar *)"div");
}
