/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-page.h"

#include "cog-pdf-words.h"

#include <math.h>

CogPdfPage *
cog_pdf_page_new_empty (guint number, double width, double height)
{
  CogPdfPage *self = g_new0 (CogPdfPage, 1);

  self->number = number;
  self->width = width;
  self->height = height;
  self->words = g_array_new (FALSE, TRUE, sizeof (CogPdfWord));
  self->links = g_array_new (FALSE, TRUE, sizeof (CogPdfLink));
  self->rules = g_array_new (FALSE, TRUE, sizeof (CogPdfBox));
  self->boxes = g_array_new (FALSE, TRUE, sizeof (CogPdfBox));
  self->drawings = g_array_new (FALSE, TRUE, sizeof (CogPdfBox));
  self->pictures = g_array_new (FALSE, TRUE, sizeof (CogPdfPicture));
  self->strings = g_string_chunk_new (2048);
  return self;
}

void
cog_pdf_page_close (CogPdfPage *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->links->len; i++)
    g_free (g_array_index (self->links, CogPdfLink, i).uri);
  g_array_unref (self->words);
  g_array_unref (self->links);
  g_array_unref (self->rules);
  g_array_unref (self->boxes);
  g_array_unref (self->drawings);
  g_array_unref (self->pictures);
  g_string_chunk_free (self->strings);
  g_free (self->label);
  g_free (self);
}

CogPdfWord *
cog_pdf_page_add_word (CogPdfPage *self, const CogPdfWord *word)
{
  CogPdfWord *added;

  g_return_val_if_fail (self != NULL && word != NULL && word->text != NULL, NULL);

  g_array_append_vals (self->words, word, 1);
  added = &g_array_index (self->words, CogPdfWord, self->words->len - 1);
  added->text = g_string_chunk_insert_const (self->strings, word->text);
  return added;
}

gboolean
cog_pdf_box_overlaps (const CogPdfBox *a, const CogPdfBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

CogPdfBox
cog_pdf_box_join (const CogPdfBox *a, const CogPdfBox *b)
{
  CogPdfBox box = { MIN (a->x, b->x), MIN (a->y, b->y) };

  if (a->width <= 0 && a->height <= 0)
    return *b;
  if (b->width <= 0 && b->height <= 0)
    return *a;
  box.width = MAX (a->x + a->width, b->x + b->width) - box.x;
  box.height = MAX (a->y + a->height, b->y + b->height) - box.y;
  return box;
}

CogPdfBox
cog_pdf_word_get_box (const CogPdfWord *word)
{
  return (CogPdfBox){ word->x, word->y, word->width, word->height };
}

/* Where a destination leads to; nowhere: page 0. */
static void
locate (CogPdfFile *file, const PopplerDest *found, CogPdfLink *link)
{
  PopplerPage *target;
  double width, height;

  if (found == NULL || found->page_num <= 0 || (guint)found->page_num > file->n_pages)
    return;
  target = poppler_document_get_page (file->poppler, found->page_num - 1);
  link->page = (guint)found->page_num;
  if (target != NULL && found->change_top)
    {
      poppler_page_get_size (target, &width, &height);
      link->y = CLAMP (height - found->top, 0, height);
      link->x = found->change_left ? found->left : 0;
    }
  g_clear_object (&target);
}

/* Poppler looks through the file's tree of names each time, and a book has thousands of links to
 * the same few places. */
static gboolean
read_destination (CogPdfFile *file, const PopplerDest *destination, CogPdfLink *link)
{
  const CogPdfLink *known;
  PopplerDest *found;

  if (destination == NULL || destination->type != POPPLER_DEST_NAMED)
    {
      locate (file, destination, link);
      return link->page > 0;
    }
  if (destination->named_dest == NULL)
    return FALSE;
  known = g_hash_table_lookup (file->destinations, destination->named_dest);
  if (known != NULL)
    {
      link->page = known->page;
      link->x = known->x;
      link->y = known->y;
      return link->page > 0;
    }
  found = poppler_document_find_dest (file->poppler, destination->named_dest);
  locate (file, found, link);
  g_hash_table_insert (file->destinations, g_strdup (destination->named_dest),
                       g_memdup2 (link, sizeof *link));
  if (found != NULL)
    poppler_dest_free (found);
  return link->page > 0;
}

static void
read_links (CogPdfFile *file, CogPdfPage *self, PopplerPage *page)
{
  GList *links = poppler_page_get_link_mapping (page);

  for (GList *l = links; l != NULL; l = l->next)
    {
      const PopplerLinkMapping *mapping = l->data;
      const PopplerRectangle *area = &mapping->area;
      CogPdfLink link = { .box = { MIN (area->x1, area->x2),
                                   self->height - MAX (area->y1, area->y2),
                                   fabs (area->x2 - area->x1), fabs (area->y2 - area->y1) } };

      if (mapping->action == NULL)
        continue;
      if (mapping->action->type == POPPLER_ACTION_URI && mapping->action->uri.uri != NULL &&
          g_utf8_validate (mapping->action->uri.uri, -1, NULL))
        link.uri = g_strdup (mapping->action->uri.uri);
      else if (mapping->action->type != POPPLER_ACTION_GOTO_DEST ||
               !read_destination (file, mapping->action->goto_dest.dest, &link))
        continue;
      g_array_append_val (self->links, link);
    }
  poppler_page_free_link_mapping (links);
}

/* Typefaces of East Asia claim boxes over several lines. */
void
cog_pdf_page_trim (CogPdfPage *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->words->len; i++)
    {
      CogPdfWord *word = &g_array_index (self->words, CogPdfWord, i);

      if (word->is_turned || word->height < 1.7 * word->size)
        continue;
      word->y = word->baseline - 0.95 * word->size;
      word->height = 1.25 * word->size;
    }
}

CogPdfPage *
cog_pdf_page_load (CogPdfFile *file, guint number, const CogPdfMarks *marks)
{
  PopplerPage *page;
  CogPdfPage *self;
  double width, height;

  g_return_val_if_fail (file != NULL && number >= 1 && number <= file->n_pages, NULL);

  page = poppler_document_get_page (file->poppler, (int)number - 1);
  if (page == NULL)
    return NULL;
  poppler_page_get_size (page, &width, &height);
  self = cog_pdf_page_new_empty (number, width, height);
  self->label = poppler_page_get_label (page);
  read_links (file, self, page);
  cog_pdf_words_read (file, self, page, marks);
  g_object_unref (page);
  return self;
}

CogPdfBox
cog_pdf_page_crop (const CogPdfPage *self, const CogPdfBox *box)
{
  CogPdfBox seen = { MAX (box->x, 0), MAX (box->y, 0), 0, 0 };

  seen.width = MIN (box->x + box->width, self->width) - seen.x;
  seen.height = MIN (box->y + box->height, self->height) - seen.y;
  return seen;
}
