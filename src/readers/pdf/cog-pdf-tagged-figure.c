/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tagged-private.h"

#include <string.h>

#define MARGIN 1.0 /* points around a formula's letters */

static void
set_alt (CogPdfTagged *self, const CogPdfElement *element, xmlNode *img)
{
  g_autofree char *text = NULL;

  if (element->alt != NULL)
    cog_xml_set (img, "alt", element->alt);
  else if (element->actual != NULL)
    cog_xml_set (img, "alt", element->actual);
  else if (element->type == COG_PDF_TYPE_FORMULA)
    {
      text = cog_pdf_tagged_dup_text (self, element);
      cog_xml_set (img, "alt", text);
    }
}

xmlNode *
cog_pdf_tagged_new_picture (CogPdfTagged *self, const CogPdfElement *element)
{
  CogPdfExtent seen = { 0 }, whole = { 0 };
  g_autofree char *src = NULL;
  xmlNode *img;

  cog_pdf_tagged_extend (self, element, FALSE, &seen);
  cog_pdf_tagged_extend (self, element, TRUE, &whole);
  if (whole.page == 0 || (seen.page == 0 && element->type != COG_PDF_TYPE_FORMULA) ||
      whole.box.width <= 0 || whole.box.height <= 0)
    return NULL;
  if (element->type == COG_PDF_TYPE_FORMULA)
    whole.box = (CogPdfBox){ whole.box.x - MARGIN, whole.box.y - MARGIN,
                             whole.box.width + 2 * MARGIN, whole.box.height + 2 * MARGIN };
  src = self->host->cut != NULL ? self->host->cut (whole.page, &whole.box, self->host->user_data)
                                : NULL;
  if (src == NULL)
    return NULL;
  img = xmlNewDocNode (self->body->doc, self->body->ns, BAD_CAST "img", NULL);
  cog_xml_set (img, "src", src);
  set_alt (self, element, img);
  if (element->type == COG_PDF_TYPE_FORMULA)
    {
      cog_xml_set (img, "class", "math");
      if (self->host->formula != NULL)
        self->host->formula (whole.page, self->host->user_data);
    }
  return img;
}

/* Pictures that stand in an element, the innermost ones. */
static void
add_pictures (CogPdfTagged *self, const CogPdfElement *element, xmlNode *figure, guint *n)
{
  gboolean has_inner = FALSE;

  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfElement *kid = g_array_index (element->kids, CogPdfKid, i).element;
      guint before = *n;

      if (kid != NULL && kid->type != COG_PDF_TYPE_CAPTION)
        add_pictures (self, kid, figure, n);
      has_inner |= *n > before;
    }
  if (!has_inner && (element->type == COG_PDF_TYPE_FIGURE || element->type == COG_PDF_TYPE_FORMULA))
    {
      xmlNode *img = cog_pdf_tagged_new_picture (self, element);

      if (img == NULL)
        return;
      xmlAddChild (figure, img);
      ++*n;
    }
}

static gboolean
has_picture (const CogPdfElement *element)
{
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfElement *kid = g_array_index (element->kids, CogPdfKid, i).element;

      if (kid != NULL && (kid->type == COG_PDF_TYPE_FIGURE || has_picture (kid)))
        return TRUE;
    }
  return FALSE;
}

gboolean
cog_pdf_tagged_is_figure (CogPdfTagged *self, const CogPdfElement *element)
{
  guint n_pictures = 0, n_captions = 0;

  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfKid *kid = &g_array_index (element->kids, CogPdfKid, i);
      guint n;

      if (kid->element == NULL ? cog_pdf_tagged_find_words (self, kid, &n) != NULL
                               : kid->element->type != COG_PDF_TYPE_FIGURE &&
                                     kid->element->type != COG_PDF_TYPE_CAPTION &&
                                     cog_pdf_tagged_has_text (self, kid->element))
        return FALSE;
      n_pictures += kid->element != NULL && kid->element->type == COG_PDF_TYPE_FIGURE;
      n_captions += kid->element != NULL && kid->element->type == COG_PDF_TYPE_CAPTION;
    }
  return n_pictures > 0 && n_captions == 1;
}

static void
add_caption (CogPdfTagged *self, const CogPdfElement *element, xmlNode *figure)
{
  xmlNode *caption = cog_pdf_tagged_add_node (self, figure, "figcaption", element);

  cog_pdf_tagged_write_either (self, element, caption, TRUE);
  if (caption->children != NULL)
    return;
  xmlUnlinkNode (caption);
  xmlFreeNode (caption);
}

/* What stands in a figure beside its pictures is its caption. */
static void
add_captions (CogPdfTagged *self, const CogPdfElement *element, xmlNode *figure)
{
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfElement *kid = g_array_index (element->kids, CogPdfKid, i).element;

      if (kid == NULL || kid->type == COG_PDF_TYPE_FIGURE)
        continue;
      if (kid->type != COG_PDF_TYPE_CAPTION && has_picture (kid))
        add_captions (self, kid, figure);
      else if (cog_pdf_tagged_has_text (self, kid))
        add_caption (self, kid, figure);
    }
}

static gboolean
is_leaf (const CogPdfElement *element)
{
  return (element->type == COG_PDF_TYPE_FIGURE || element->type == COG_PDF_TYPE_FORMULA) &&
         !has_picture (element);
}

/* A caption that came before its figure is the figure's. */
static void
take_waiting_caption (xmlNode *figure)
{
  xmlNode *before = figure->prev;

  if (before == NULL || !xmlHasProp (before, BAD_CAST "data-caption"))
    return;
  xmlUnsetProp (before, BAD_CAST "data-caption");
  if (cog_xml_find_child (figure, NULL, "figcaption") != NULL)
    return;
  xmlUnlinkNode (before);
  xmlNodeSetName (before, BAD_CAST "figcaption");
  xmlAddChild (figure, before);
}

gboolean
cog_pdf_tagged_write_figure (CogPdfTagged *self, const CogPdfElement *element, xmlNode *parent)
{
  xmlNode *figure = cog_pdf_tagged_add_node (self, parent, "figure", element);
  guint n = 0;

  add_pictures (self, element, figure, &n);
  if (n == 0)
    {
      xmlUnlinkNode (figure);
      xmlFreeNode (figure);
      return FALSE;
    }
  if (!is_leaf (element))
    add_captions (self, element, figure);
  else
    for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
      {
        const CogPdfElement *kid = g_array_index (element->kids, CogPdfKid, i).element;

        if (kid != NULL && kid->type == COG_PDF_TYPE_CAPTION)
          add_caption (self, kid, figure);
      }
  take_waiting_caption (figure);
  return TRUE;
}

void
cog_pdf_tagged_write_caption (CogPdfTagged *self, const CogPdfElement *element, xmlNode *parent)
{
  xmlNode *before = parent->last;
  xmlNode *node;

  if (before != NULL && cog_xml_is (before, NULL, "figure") &&
      cog_xml_find_child (before, NULL, "figcaption") == NULL)
    {
      add_caption (self, element, before);
      return;
    }
  node = cog_pdf_tagged_add_node (self, parent, "p", element);
  cog_pdf_tagged_write_either (self, element, node, TRUE);
  cog_xml_set (node, "data-caption", "1");
}
