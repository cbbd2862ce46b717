/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tagged-private.h"

#include <math.h>
#include <string.h>

static void
page_free (CogPdfTaggedPage *page)
{
  if (page == NULL)
    return;
  g_array_unref (page->order);
  g_array_unref (page->seen);
  g_array_unref (page->forms);
  g_free (page);
}

CogPdfTagged *
cog_pdf_tagged_new (CogPdfFile *file, CogPdfStructure *structure)
{
  CogPdfTagged *self;

  g_return_val_if_fail (file != NULL && structure != NULL, NULL);

  self = g_new0 (CogPdfTagged, 1);
  self->file = file;
  self->structure = structure;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)page_free);
  self->hyphenated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
cog_pdf_tagged_free (CogPdfTagged *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pages);
  g_hash_table_unref (self->hyphenated);
  g_free (self->cover);
  g_free (self);
}

void
cog_pdf_tagged_set_own (CogPdfTagged *self)
{
  g_return_if_fail (self != NULL);
  self->is_own = TRUE;
}

typedef struct
{
  int mcid;
  guint index;
} Numbered;

static gint
compare_numbered (gconstpointer a, gconstpointer b)
{
  const Numbered *first = a, *second = b;

  if (first->mcid != second->mcid)
    return first->mcid < second->mcid ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

static void
order_words (CogPdfTaggedPage *self)
{
  g_autoptr (GArray) numbered = g_array_new (FALSE, FALSE, sizeof (Numbered));

  for (guint i = 0; i < self->page->words->len; i++)
    {
      Numbered entry = { g_array_index (self->page->words, CogPdfWord, i).mcid, i };

      if (entry.mcid >= 0)
        g_array_append_val (numbered, entry);
    }
  g_array_sort (numbered, compare_numbered);
  for (guint i = 0; i < numbered->len; i++)
    g_array_append_val (self->order, g_array_index (numbered, Numbered, i).index);
}

static void
take_seen (CogPdfTaggedPage *self, const GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const CogPdfMark *mark = &g_array_index (marks, CogPdfMark, i);
      CogPdfSeen seen = { mark->mcid, { mark->x, mark->y, mark->width, mark->height } };

      /* White areas are paper. */
      if (mark->mcid >= 0 && (mark->object != 0 || mark->is_stroked || mark->colour != 0xffffff))
        g_array_append_val (self->seen, seen);
    }
}

/* A word with a hyphen inside, but none at its end: so it is spelled. */
static void
take_hyphenated (CogPdfTagged *self, const char *text)
{
  const char *hyphen = strchr (text, '-');

  if (hyphen != NULL && hyphen != text && hyphen[1] != '\0' &&
      !g_hash_table_contains (self->hyphenated, text))
    g_hash_table_add (self->hyphenated, g_utf8_strdown (text, -1));
}

void
cog_pdf_tagged_add_page (CogPdfTagged *self, const CogPdfPage *page, const CogPdfMarks *marks)
{
  CogPdfTaggedPage *added;

  g_return_if_fail (self != NULL && page != NULL && marks != NULL);

  added = g_new0 (CogPdfTaggedPage, 1);
  added->page = page;
  added->order = g_array_new (FALSE, FALSE, sizeof (guint));
  added->seen = g_array_new (FALSE, FALSE, sizeof (CogPdfSeen));
  added->forms = g_array_ref (marks->forms);
  memcpy (added->matrix, marks->matrix, sizeof added->matrix);
  order_words (added);
  take_seen (added, marks->pictures);
  take_seen (added, marks->drawings);
  take_seen (added, marks->boxes);
  take_seen (added, marks->rules);
  for (guint i = 0; i < page->words->len; i++)
    take_hyphenated (self, g_array_index (page->words, CogPdfWord, i).text);
  g_ptr_array_set_size (self->pages, (gint)MAX (self->pages->len, page->number));
  page_free (g_ptr_array_index (self->pages, page->number - 1));
  g_ptr_array_index (self->pages, page->number - 1) = added;
}

CogPdfTaggedPage *
cog_pdf_tagged_get_page (const CogPdfTagged *self, guint number)
{
  return number > 0 && number <= self->pages->len ? g_ptr_array_index (self->pages, number - 1)
                                                  : NULL;
}

/* The number under which the words have a mark's id. */
static int
find_id (const CogPdfTaggedPage *page, const CogPdfKid *kid)
{
  if (kid->mcid < 0 || kid->mcid >= COG_PDF_FORM_STEP)
    return -1;
  for (guint i = 0; kid->form != 0 && i < page->forms->len; i++)
    if (g_array_index (page->forms, int, i) == kid->form)
      return (int)(i + 1) * COG_PDF_FORM_STEP + kid->mcid;
  return kid->mcid;
}

const guint *
cog_pdf_tagged_find_words (const CogPdfTagged *self, const CogPdfKid *kid, guint *n)
{
  const CogPdfTaggedPage *page = cog_pdf_tagged_get_page (self, kid->page);
  int id = page != NULL ? find_id (page, kid) : -1;
  guint low = 0, high;

  *n = 0;
  if (id < 0)
    return NULL;
  high = page->order->len;
#define ID(i)                                                                                      \
  g_array_index (page->page->words, CogPdfWord, g_array_index (page->order, guint, i)).mcid
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (ID (middle) < id)
        low = middle + 1;
      else
        high = middle;
    }
  while (low + *n < page->order->len && ID (low + *n) == id)
    ++*n;
#undef ID
  return *n > 0 ? &g_array_index (page->order, guint, low) : NULL;
}

static void
grow (CogPdfExtent *extent, guint page, const CogPdfBox *box)
{
  if (extent->page != 0 && extent->page != page)
    return;
  extent->box = extent->page == 0 ? *box : cog_pdf_box_join (&extent->box, box);
  extent->page = page;
}

static void
extend_by_kid (const CogPdfTagged *self,
               const CogPdfKid *kid,
               gboolean with_words,
               CogPdfExtent *extent)
{
  const CogPdfTaggedPage *page = cog_pdf_tagged_get_page (self, kid->page);
  int id = page != NULL ? find_id (page, kid) : -1;
  guint n = 0;
  const guint *words = with_words ? cog_pdf_tagged_find_words (self, kid, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      CogPdfBox box =
          cog_pdf_word_get_box (&g_array_index (page->page->words, CogPdfWord, words[i]));

      grow (extent, kid->page, &box);
    }
  for (guint i = 0; id >= 0 && i < page->seen->len; i++)
    {
      const CogPdfSeen *seen = &g_array_index (page->seen, CogPdfSeen, i);

      if (seen->mcid == id)
        grow (extent, kid->page, &seen->box);
    }
}

/* LibreOffice says where a picture is (14.8.5.4.3), and marks nothing of it. */
static void
extend_by_box (const CogPdfTagged *self, const CogPdfElement *element, CogPdfExtent *extent)
{
  const CogPdfTaggedPage *page = cog_pdf_tagged_get_page (self, element->box_page);
  double x[2], y[2];
  CogPdfBox box;

  if (!element->has_box || page == NULL || extent->page != 0)
    return;
  for (guint i = 0; i < 2; i++)
    {
      const double *m = page->matrix, left = element->box[2 * i], low = element->box[2 * i + 1];

      x[i] = CLAMP (m[0] * left + m[2] * low + m[4], 0, page->page->width);
      y[i] = CLAMP (m[1] * left + m[3] * low + m[5], 0, page->page->height);
    }
  box = (CogPdfBox){ MIN (x[0], x[1]), MIN (y[0], y[1]), fabs (x[1] - x[0]), fabs (y[1] - y[0]) };
  grow (extent, element->box_page, &box);
}

void
cog_pdf_tagged_extend (const CogPdfTagged *self,
                       const CogPdfElement *element,
                       gboolean with_words,
                       CogPdfExtent *extent)
{
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfKid *kid = &g_array_index (element->kids, CogPdfKid, i);

      /* A caption stands beside what it belongs to. */
      if (kid->element != NULL && kid->element->type == COG_PDF_TYPE_CAPTION &&
          element->type == COG_PDF_TYPE_FIGURE)
        continue;
      if (kid->element != NULL)
        cog_pdf_tagged_extend (self, kid->element, with_words, extent);
      else
        extend_by_kid (self, kid, with_words, extent);
    }
  if (element->type == COG_PDF_TYPE_FIGURE || element->type == COG_PDF_TYPE_FORMULA)
    extend_by_box (self, element, extent);
}

gboolean
cog_pdf_tagged_has_text (const CogPdfTagged *self, const CogPdfElement *element)
{
  guint n = 0;

  if (element->actual != NULL)
    return TRUE;
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfKid *kid = &g_array_index (element->kids, CogPdfKid, i);

      if (kid->element != NULL ? cog_pdf_tagged_has_text (self, kid->element)
                               : cog_pdf_tagged_find_words (self, kid, &n) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
append_text (CogPdfTagged *self, const CogPdfElement *element, GString *out)
{
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfKid *kid = &g_array_index (element->kids, CogPdfKid, i);
      guint n = 0;
      const guint *words = NULL;

      if (kid->element != NULL && kid->element->actual != NULL)
        g_string_append_printf (out, " %s", kid->element->actual);
      else if (kid->element != NULL)
        append_text (self, kid->element, out);
      else
        words = cog_pdf_tagged_find_words (self, kid, &n);
      for (guint k = 0; k < n; k++)
        {
          const CogPdfPage *page = cog_pdf_tagged_get_page (self, kid->page)->page;
          const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, words[k]);

          g_string_append_printf (out, "%s%s", k == 0 || word->space_before ? " " : "", word->text);
        }
    }
}

char *
cog_pdf_tagged_dup_text (CogPdfTagged *self, const CogPdfElement *element)
{
  GString *text = g_string_new (element->actual);

  if (element->actual == NULL)
    append_text (self, element, text);
  return g_strstrip (g_string_free (text, FALSE));
}

const char *
cog_pdf_tagged_get_cover (const CogPdfTagged *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->cover;
}

guint
cog_pdf_tagged_count_ids (const CogPdfTagged *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_ids;
}

gboolean
cog_pdf_tagged_has_contents (const CogPdfTagged *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->has_contents;
}

/* What was only for the writing. */
static void
drop_marks (xmlNode *body)
{
  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    if (n->type == XML_ELEMENT_NODE)
      {
        cog_xml_set (n, "data-implicit", NULL);
        cog_xml_set (n, "data-caption", NULL);
        cog_xml_set (n, "data-in-text", NULL);
      }
}

void
cog_pdf_tagged_write (CogPdfTagged *self, const CogPdfTaggedHost *host, xmlNode *body)
{
  g_return_if_fail (self != NULL && host != NULL && body != NULL);

  self->host = host;
  self->body = body;
  self->links = g_array_new (FALSE, FALSE, sizeof (CogPdfTaggedLink));
  self->link_index = g_hash_table_new (NULL, NULL);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (CogPdfTaggedBlock));
  self->cell_elements = g_hash_table_new (NULL, NULL);
  cog_pdf_tagged_learn_ways (self);
  cog_pdf_tagged_write_blocks (self, self->structure->root, body);
  cog_pdf_tagged_mend (self, body);
  cog_pdf_tagged_settle_links (self, body);
  cog_pdf_tagged_settle_headers (self);
  drop_marks (body);
  for (guint i = 0; i < self->notes->len; i++)
    g_free (((CogPdfTaggedNote *)g_ptr_array_index (self->notes, i))->label);
  for (guint i = 0; i < self->blocks->len; i++)
    g_free (g_array_index (self->blocks, CogPdfTaggedBlock, i).id);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->links);
  g_array_unref (self->blocks);
  g_hash_table_unref (self->link_index);
  g_hash_table_unref (self->cell_elements);
}
