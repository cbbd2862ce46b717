/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odf-private.h"

#include "cog-xml-write.h"

#define CM (2.54 / 72)
/* Files of a zip are counted in two bytes (APPNOTE, 4.4.21). */
#define MAX_OBJECTS 20000
#define MAX_INLINE_HEIGHT 400.0 /* points, of a picture in a line */

/* A formula is a document in the package. */
static GBytes *
dup_formula (const xmlNode *math, gboolean is_block)
{
  g_autoptr (xmlDoc) doc = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *root = xmlDocCopyNode ((xmlNode *)math, doc, 1);
  xmlChar *text = NULL;
  int length = 0;

  xmlDocSetRootElement (doc, root);
  xmlReconciliateNs (doc, root);
  xmlUnsetProp (root, BAD_CAST "id");
  cog_xml_set (root, "display", is_block ? "block" : NULL);
  xmlDocDumpMemoryEnc (doc, &text, &length, "UTF-8");
  return g_bytes_new_with_free_func (text, (gsize)length, xmlFree, text);
}

/* The same where it stands (10.4.6.2), without its declaration. */
static void
append_formula (GString *out, GBytes *formula)
{
  gsize size;
  const char *text = g_bytes_get_data (formula, &size);
  const char *start = g_strstr_len (text, (gssize)size, "?>");

  g_string_append (out, "<draw:object>");
  if (start != NULL)
    g_string_append_len (out, start + 2, (gssize)(size - (gsize)(start + 2 - text)));
  g_string_append (out, "</draw:object>");
}

void
cog_odf_formula (gpointer data, const xmlNode *math, const CogFlowRun *run)
{
  CogOdfWriting *odf = data;
  gboolean is_block = odf->block != NULL && odf->block->kind == COG_FLOW_EQUATION;
  g_autofree char *words = cog_xml_dup_attribute (math, "alttext");
  g_autoptr (GBytes) formula = dup_formula (math, is_block);

  g_string_append_printf (odf->out,
                          "<draw:frame draw:name=\"Formula%u\" draw:style-name=\"Formula\" "
                          "text:anchor-type=\"as-char\">",
                          ++odf->n_formulas);
  if (odf->formulas->len < MAX_OBJECTS)
    {
      g_ptr_array_add (odf->formulas, g_steal_pointer (&formula));
      g_string_append_printf (odf->out,
                              "<draw:object xlink:href=\"./Object %u\" xlink:type=\"simple\" "
                              "xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>",
                              odf->formulas->len);
    }
  else
    append_formula (odf->out, formula);
  if (words != NULL && words[0] != '\0')
    {
      g_string_append (odf->out, "<svg:desc>");
      cog_xml_append_escaped (odf->out, words, -1);
      g_string_append (odf->out, "</svg:desc>");
    }
  g_string_append (odf->out, "</draw:frame>");
}

static void
append_image (GString *out, const char *name)
{
  g_string_append_printf (out,
                          "<draw:image xlink:href=\"Pictures/%s\" xlink:type=\"simple\" "
                          "xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>",
                          name);
}

void
cog_odf_picture (gpointer data, const xmlNode *node, const CogFlowRun *run)
{
  CogOdfWriting *odf = data;
  const CogOfficePicture *picture = cog_office_pictures_get (odf->pictures, node);
  g_autofree char *description = cog_flow_dup_description (node);
  g_autofree char *alt = cog_xml_dup_attribute (node, "alt");
  double width, height;

  if (picture == NULL)
    {
      cog_odf_text (odf, description, run);
      return;
    }
  cog_office_picture_fit (
      picture, node, (odf->width - 2 * odf->margin) * (odf->block->is_in_cell ? .45 : 1),
      odf->block->kind == COG_FLOW_PICTURE ? odf->height * .6 : MAX_INLINE_HEIGHT, &width, &height);
  g_string_append_printf (odf->out,
                          "<draw:frame draw:name=\"Picture%u\" draw:style-name=\"Graphics\" "
                          "text:anchor-type=\"as-char\"%s",
                          ++odf->n_frames,
                          alt != NULL && alt[0] == '\0' ? " loext:decorative=\"true\"" : "");
  cog_odf_append_cm (odf->out, "svg:width", width * CM);
  cog_odf_append_cm (odf->out, "svg:height", height * CM);
  g_string_append_c (odf->out, '>');
  /* The first that a program can show is shown (10.4.2). */
  if (picture->drawing_name != NULL)
    append_image (odf->out, picture->drawing_name);
  append_image (odf->out, picture->name);
  if (description[0] != '\0')
    {
      g_string_append (odf->out, "<svg:desc>");
      cog_xml_append_escaped (odf->out, description, -1);
      g_string_append (odf->out, "</svg:desc>");
    }
  g_string_append (odf->out, "</draw:frame>");
}
