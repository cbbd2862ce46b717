/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-image-text.h"

#include "cog-attribution.h"

static char *
dup_caption (const xmlNode *node)
{
  for (const xmlNode *up = node->parent; up != NULL; up = up->parent)
    if (cog_xml_is (up, COG_NS_XHTML, "figure"))
      {
        const xmlNode *caption = cog_xml_find_child (up, COG_NS_XHTML, "figcaption");
        g_autofree char *text = caption != NULL ? cog_xml_dup_folded_text (caption) : NULL;
        return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
      }
  return NULL;
}

static char *
dup_title (const xmlNode *svg)
{
  const xmlNode *title = cog_xml_find_child (svg, COG_NS_SVG, "title");

  if (title == NULL)
    title = cog_xml_find_child (svg, COG_NS_SVG, "desc");
  return title != NULL ? cog_xml_dup_folded_text (title)
                       : cog_xml_dup_attribute (svg, "aria-label");
}

char *
cog_pdf_dup_alt (const CogPdfComposer *composer, const xmlNode *node)
{
  gboolean is_drawing = cog_xml_is (node, COG_NS_SVG, "svg");
  g_autofree char *raw = is_drawing ? dup_title (node) : cog_xml_dup_attribute (node, "alt");
  g_autofree char *alt = raw != NULL ? cog_xml_fold_space (raw) : NULL;
  g_autofree char *caption = NULL;

  if (alt != NULL && *alt != '\0')
    return g_steal_pointer (&alt);
  caption = dup_caption (node);
  if (caption != NULL)
    return g_steal_pointer (&caption);
  if (alt != NULL)
    return NULL;
  return g_strdup (cog_attribution_get_word (composer->style->language, "figure"));
}

static double
read_length (const xmlNode *node, const char *name)
{
  g_autofree char *value = cog_xml_dup_attribute (node, name);
  char *end = NULL;
  double length;

  if (value == NULL)
    return 0;
  length = g_ascii_strtod (value, &end);
  if (end == value || (*end != '\0' && !g_str_has_prefix (end, "px")))
    return 0;
  return length >= 1 && length <= 10000 ? length * .75 : 0;
}

void
cog_pdf_apply_size (const xmlNode *node, double *width, double *height)
{
  double ratio = *height / *width;
  double w = read_length (node, "width"), h = read_length (node, "height");

  if (cog_xml_is (node, COG_NS_SVG, "svg") || (w == 0 && h == 0))
    return;
  /* The shape is the picture's own: a page has no use for a stretched one. */
  *width = w > 0 ? w : h / ratio;
  *height = *width * ratio;
}
