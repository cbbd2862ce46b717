/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-cover.h"

#include "cog-markup.h"
#include "cog-pdf-builder.h"
#include "cog-pdf-image-text.h"

#define MOST 3             /* times its size that a cover is made larger */
#define MOST_LOST (1. / 8) /* of it that may be cut away so that it goes over all edges */

static const xmlNode *
find_picture (const xmlNode *root)
{
  for (const xmlNode *node = root; node != NULL; node = cog_xml_next_in (root, node))
    if (cog_xml_is (node, COG_NS_XHTML, "img") || cog_xml_is (node, COG_NS_SVG, "svg"))
      return node;
  return NULL;
}

/* Of the pictures and the words in a text: one and none. */
static gboolean
is_picture_only (const xmlNode *root)
{
  guint n = 0;

  for (const xmlNode *node = root; node != NULL; node = cog_xml_next_in (root, node))
    {
      n += cog_xml_is (node, COG_NS_XHTML, "img") || cog_xml_is (node, COG_NS_SVG, "svg");
      if (cog_xml_is (node, COG_NS_XHTML, "table") || cog_xml_is (node, COG_NS_MATHML, "math"))
        return FALSE;
      if (node->type == XML_TEXT_NODE && !xmlIsBlankNode (node))
        return FALSE;
    }
  return n == 1;
}

static gboolean
shows_cover (const CogBook *book, const xmlNode *root)
{
  for (const xmlNode *node = root; book->cover != NULL && node != NULL;
       node = cog_xml_next_in (root, node))
    {
      g_autofree char *src =
          node->type == XML_ELEMENT_NODE
              ? cog_xml_dup_attribute (node,
                                       cog_xml_is (node, COG_NS_SVG, "image") ? "href" : "src")
              : NULL;
      if (g_strcmp0 (src, book->cover) == 0)
        return TRUE;
    }
  return FALSE;
}

const CogSection *
cog_pdf_cover_find_section (const CogBook *book)
{
  for (guint i = 0; i < book->sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (book->sections, i);
      const xmlNode *root = cog_section_get_root (section);

      if (g_strcmp0 (section->id, "cognate-copyright") == 0)
        continue;
      return root != NULL && section->children->len == 0 && is_picture_only (root) &&
                     (g_strcmp0 (section->type, "cover") == 0 || shows_cover (book, root))
                 ? section
                 : NULL;
    }
  return NULL;
}

/* Where there is a bleed, a picture that is nearly of the page's shape fills it on all sides, and
 * any other on two. */
static void
fit (const CogPdfStyle *style, CogPdfItem *item)
{
  double width, height, factor, fill;

  cog_pdf_picture_get_size (item->picture, &width, &height);
  factor = (style->width + 2 * style->bleed) / width;
  fill = (style->height + 2 * style->bleed) / height;
  if (style->bleed > 0 && MIN (factor, fill) >= MAX (factor, fill) * (1 - MOST_LOST))
    factor = MAX (factor, fill);
  else
    factor = MIN (factor, fill);
  factor = MIN (factor, MOST);
  item->width = width * factor;
  item->height = height * factor;
  item->x = (style->width - item->width) / 2 - cog_pdf_style_get_left (style, 1);
}

static void
add_anchors (CogPdfBuilder *builder, const CogSection *section)
{
  const xmlNode *root = cog_section_get_root (section);

  cog_pdf_builder_add_anchor (builder, section->id);
  for (const xmlNode *node = root; node != NULL; node = cog_xml_next_in (root, node))
    {
      g_autofree char *id =
          node->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (node, "id") : NULL;

      if (id != NULL && g_hash_table_contains (builder->composer->targets, id))
        cog_pdf_builder_add_anchor (builder, id);
    }
}

static CogPdfPicture *
load (CogPdfComposer *composer, const xmlNode *node)
{
  g_autofree char *src = NULL;

  if (node == NULL)
    return cog_pdf_pictures_get (composer->pictures, composer->book->cover);
  if (cog_xml_is (node, COG_NS_SVG, "svg"))
    return cog_pdf_pictures_get_drawing (composer->pictures, node);
  src = cog_xml_dup_attribute (node, "src");
  return cog_pdf_pictures_get (composer->pictures, src);
}

CogPdfFlow *
cog_pdf_cover_new (CogPdfComposer *composer, GPtrArray **pages)
{
  const CogSection *section = composer->cover;
  const xmlNode *node = section != NULL ? find_picture (cog_section_get_root (section)) : NULL;
  CogPdfPicture *picture = load (composer, node);
  g_autofree char *alt = node != NULL ? cog_xml_dup_attribute (node, "alt") : NULL;
  CogPdfBuilder builder;
  CogPdfItem *item;
  CogPdfFlow *flow;
  CogPdfPage *page;

  if (picture == NULL)
    return NULL;
  cog_pdf_builder_begin (&builder, composer, composer->tags->root);
  item = cog_pdf_item_new (COG_PDF_ITEM_PICTURE);
  item->picture = picture;
  item->tag = cog_pdf_builder_add_tag (&builder, "Figure", NULL);
  item->tag->alt = g_strdup (
      alt != NULL && *alt != '\0' ? alt : cog_markup_get_word (composer->style->language, "cover"));
  fit (composer->style, item);
  if (section != NULL)
    add_anchors (&builder, section);
  else
    item->tag->id = g_strdup (COG_PDF_ADDED "cover");
  cog_pdf_builder_add_item (&builder, item);
  flow = cog_pdf_builder_end (&builder);
  *pages = cog_pdf_pages_new (composer, flow);
  page = g_ptr_array_index (*pages, 0);
  page->is_cover = composer->style->bleed > 0;
  g_array_index (page->placed, CogPdfPlaced, 0).y =
      (composer->style->height - item->height) / 2 - composer->style->top;
  return flow;
}
