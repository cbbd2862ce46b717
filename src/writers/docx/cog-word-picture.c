/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-private.h"

#include "cog-xml-write.h"

#define MAX_INLINE_HEIGHT 400.0 /* points, of a picture in a line */

/* Decoration says so (Office 2019's extension); what has no description has none. */
static void
append_description (GString *out, const xmlNode *node, const char *description)
{
  g_autofree char *alt = cog_xml_dup_attribute (node, "alt");

  if (description[0] != '\0')
    cog_xml_append_attribute (out, "descr", description);
  if (alt == NULL || alt[0] != '\0')
    {
      g_string_append (out, "/>");
      return;
    }
  g_string_append (
      out, "><a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative "
           "xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" "
           "val=\"1\"/></a:ext></a:extLst></wp:docPr>");
}

static void
append_source (CogWordWriting *word, const CogOfficePicture *picture)
{
  GString *out = word->part->out;
  g_autofree char *file = g_strconcat ("media/", picture->name, NULL);

  g_string_append_printf (out, "<a:blip r:embed=\"%s\"",
                          cog_word_relate (word, "image", file, NULL));
  if (picture->drawing_name == NULL)
    {
      g_string_append (out, "/>");
      return;
    }
  g_free (file);
  file = g_strconcat ("media/", picture->drawing_name, NULL);
  g_string_append_printf (
      out,
      "><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
      "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" "
      "r:embed=\"%s\"/></a:ext></a:extLst></a:blip>",
      cog_word_relate (word, "image", file, NULL));
}

void
cog_word_picture (gpointer data, const xmlNode *node, const CogFlowRun *run)
{
  CogWordWriting *word = data;
  GString *out = word->part->out;
  const CogOfficePicture *picture = cog_office_pictures_get (word->pictures, node);
  g_autofree char *description = cog_flow_dup_description (node);
  guint number = ++word->n_drawings;
  double width, height;
  gint64 cx, cy;

  if (picture == NULL)
    {
      if (description[0] != '\0')
        cog_word_text (word, description, run);
      return;
    }
  cog_office_picture_fit (
      picture, node, (word->width - 2 * word->margin) * (word->block->is_in_cell ? .45 : 1),
      word->block->kind == COG_FLOW_PICTURE ? word->height * .6 : MAX_INLINE_HEIGHT, &width,
      &height);
  cx = COG_WORD_EMU (width);
  cy = COG_WORD_EMU (height);
  g_string_append_printf (out,
                          "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" "
                          "distR=\"0\"><wp:extent cx=\"%" G_GINT64_FORMAT
                          "\" cy=\"%" G_GINT64_FORMAT "\"/><wp:docPr id=\"%u\" name=\"%s\"",
                          cx, cy, number, picture->name);
  append_description (out, node, description);
  g_string_append_printf (
      out,
      "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
      "<a:graphic><a:graphicData "
      "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
      "<pic:cNvPr id=\"%u\" name=\"%s\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>",
      number, picture->name);
  append_source (word, picture);
  g_string_append_printf (out,
                          "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
                          "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"%" G_GINT64_FORMAT
                          "\" cy=\"%" G_GINT64_FORMAT
                          "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
                          "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
                          "</w:drawing></w:r>",
                          cx, cy);
}
