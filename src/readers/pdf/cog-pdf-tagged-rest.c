/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tagged-private.h"

#include <glib/gi18n-lib.h>

/* Pages, and words on the others, that the tree says nothing of. */

#define TAGGED .6 /* of a page's words: fewer, and its tags are no help */

const CogFindingKind cog_finding_untagged = {
  "untagged",
  COG_SEVERITY_INFO,
  FALSE,
  /* Translators: a tagged PDF says what its text is; not all of this one is tagged. Numbers of
     pages, such as "1–4, 7". */
  N_ ("Some text has no tags, and was placed as it is laid out. Pages: %1."),
  COG_EFFECT_UNSURE,
};

static gboolean
is_text (const CogPdfWord *word)
{
  return !word->is_artifact;
}

static void
mark_kids (const CogPdfTagged *self, const CogPdfElement *element, guint8 **known)
{
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfKid *kid = &g_array_index (element->kids, CogPdfKid, i);
      const guint *words;
      guint n;

      if (kid->element != NULL)
        {
          mark_kids (self, kid->element, known);
          continue;
        }
      words = cog_pdf_tagged_find_words (self, kid, &n);
      for (guint k = 0; k < n; k++)
        known[kid->page - 1][words[k]] = 1;
    }
}

/* For each page, whether the tree has its words. (transfer full): free with free_known() */
static guint8 **
new_known (const CogPdfTagged *self)
{
  guint8 **known = g_new0 (guint8 *, self->pages->len + 1);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const CogPdfTaggedPage *page = g_ptr_array_index (self->pages, i);

      known[i] = g_malloc0 (page != NULL ? page->page->words->len + 1 : 1);
    }
  mark_kids (self, self->structure->root, known);
  return known;
}

static void
free_known (const CogPdfTagged *self, guint8 **known)
{
  for (guint i = 0; i < self->pages->len; i++)
    g_free (known[i]);
  g_free (known);
}

/* A picture on a page that somebody has described; or that our edition has put there. */
static gboolean
has_described_picture (const CogPdfTagged *self, guint number)
{
  for (guint i = 0; i < self->structure->all->len; i++)
    {
      const CogPdfElement *element = g_ptr_array_index (self->structure->all, i);
      CogPdfExtent extent = { 0 };

      if (element->type != COG_PDF_TYPE_FIGURE || (element->alt == NULL && !self->is_own))
        continue;
      cog_pdf_tagged_extend (self, element, FALSE, &extent);
      if (extent.page == number)
        return TRUE;
    }
  return FALSE;
}

static guint
count_kid_words (const CogPdfTagged *self, const CogPdfElement *element, guint number)
{
  guint n_words = 0, n;

  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfKid *kid = &g_array_index (element->kids, CogPdfKid, i);

      if (kid->element != NULL)
        n_words += count_kid_words (self, kid->element, number);
      else if (kid->page == number && cog_pdf_tagged_find_words (self, kid, &n) != NULL)
        n_words += n;
    }
  return n_words;
}

gboolean
cog_pdf_tagged_covers (const CogPdfTagged *self, guint number)
{
  const CogPdfTaggedPage *page;
  guint n = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  page = cog_pdf_tagged_get_page (self, number);
  if (page == NULL || !has_described_picture (self, number))
    return FALSE;
  for (guint i = 0; i < page->page->words->len; i++)
    n += is_text (&g_array_index (page->page->words, CogPdfWord, i));
  return n == 0 || count_kid_words (self, self->structure->root, number) >= n;
}

static void
leave (CogPdfTaggedPage *page)
{
  page->is_left = TRUE;
  g_array_set_size (page->order, 0);
  g_array_set_size (page->seen, 0);
}

void
cog_pdf_tagged_leave_page (CogPdfTagged *self, guint number)
{
  CogPdfTaggedPage *page;

  g_return_if_fail (self != NULL);

  page = cog_pdf_tagged_get_page (self, number);
  if (page != NULL)
    leave (page);
}

void
cog_pdf_tagged_leave_untagged (CogPdfTagged *self)
{
  guint8 **known;

  g_return_if_fail (self != NULL);

  known = new_known (self);
  for (guint i = 0; i < self->pages->len; i++)
    {
      CogPdfTaggedPage *page = g_ptr_array_index (self->pages, i);
      guint n = 0, n_known = 0;

      for (guint k = 0; page != NULL && k < page->page->words->len; k++)
        {
          gboolean is_counted = is_text (&g_array_index (page->page->words, CogPdfWord, k));

          n += is_counted;
          n_known += is_counted && known[i][k];
        }
      if (page != NULL && n > 0 && n_known < n * TAGGED)
        leave (page);
    }
  free_known (self, known);
}

/* Where pictures and formulas are: what is written in them is seen there.
 * (element-type CogPdfExtent) (transfer full) */
static GArray *
find_figures (const CogPdfTagged *self)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (CogPdfExtent));

  for (guint i = 0; i < self->structure->all->len; i++)
    {
      const CogPdfElement *element = g_ptr_array_index (self->structure->all, i);
      CogPdfExtent extent = { 0 };

      if (element->type != COG_PDF_TYPE_FIGURE && element->type != COG_PDF_TYPE_FORMULA)
        continue;
      cog_pdf_tagged_extend (self, element, TRUE, &extent);
      if (extent.page != 0)
        g_array_append_val (figures, extent);
    }
  return figures;
}

static gboolean
is_in_figure (const GArray *figures, guint page, const CogPdfWord *word)
{
  double x = word->x + word->width / 2, y = word->y + word->height / 2;

  for (guint i = 0; i < figures->len; i++)
    {
      const CogPdfExtent *figure = &g_array_index (figures, CogPdfExtent, i);

      if (figure->page == page && x > figure->box.x && x < figure->box.x + figure->box.width &&
          y > figure->box.y && y < figure->box.y + figure->box.height)
        return TRUE;
    }
  return FALSE;
}

/* A page with only those of its words that the tree does not have; NULL: it has all. */
static CogPdfPage *
new_rest_of_page (const CogPdfPage *page, const guint8 *known, const GArray *figures)
{
  CogPdfPage *rest = NULL;

  for (guint i = 0; i < page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);

      if (known[i] || !is_text (word) || word->is_turned ||
          is_in_figure (figures, page->number, word))
        continue;
      if (rest == NULL)
        rest = cog_pdf_page_new_empty (page->number, page->width, page->height);
      cog_pdf_page_add_word (rest, word);
    }
  if (rest != NULL)
    {
      rest->label = g_strdup (page->label);
      rest->is_marked = page->is_marked;
    }
  return rest;
}

GPtrArray *
cog_pdf_tagged_new_rest (const CogPdfTagged *self, GPtrArray *pages, GPtrArray *owned)
{
  GPtrArray *rest = g_ptr_array_new ();
  g_autoptr (GArray) figures = NULL;
  guint8 **known;

  g_return_val_if_fail (self != NULL && pages != NULL && owned != NULL, rest);

  known = new_known (self);
  figures = find_figures (self);
  for (guint i = 0; i < pages->len; i++)
    {
      const CogPdfTaggedPage *tagged = cog_pdf_tagged_get_page (self, i + 1);
      CogPdfPage *page = pages->pdata[i];

      if (tagged != NULL && !tagged->is_left)
        {
          page = new_rest_of_page (tagged->page, known[i], figures);
          if (page != NULL)
            g_ptr_array_add (owned, page);
        }
      g_ptr_array_add (rest, page);
    }
  free_known (self, known);
  return rest;
}

/* Whether a block that was written stands behind a place: on a later page, or lower down. */
static gboolean
is_behind (CogBook *book, const xmlNode *node, const CogSourcePlace *place)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  const CogSourcePlace *other = id != NULL ? cog_book_find_place (book, id) : NULL;

  return other != NULL && (other->page > place->page || (other->page == place->page &&
                                                         other->y >= place->y + place->height / 2));
}

void
cog_pdf_tagged_merge (CogBook *book, xmlNode *body, xmlNode *rest)
{
  g_return_if_fail (book != NULL && body != NULL && rest != NULL);

  for (xmlNode *node = cog_xml_first_element (rest), *next; node != NULL; node = next)
    {
      g_autofree char *id = cog_xml_dup_attribute (node, "id");
      const CogSourcePlace *place = id != NULL ? cog_book_find_place (book, id) : NULL;
      xmlNode *behind = cog_xml_first_element (body);

      next = cog_xml_next_element (node);
      while (behind != NULL && place != NULL && !is_behind (book, behind, place))
        behind = cog_xml_next_element (behind);
      xmlUnlinkNode (node);
      if (behind != NULL && place != NULL)
        xmlAddPrevSibling (behind, node);
      else
        xmlAddChild (body, node);
    }
}
