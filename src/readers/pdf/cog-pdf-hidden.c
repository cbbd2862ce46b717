/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-hidden.h"

#include <glib/gi18n-lib.h>

#define LEAST_COVER 400 /* square points */
#define MOST_COVERS 200 /* more are tiles of a picture, or a drawing */
#define MOST_HIDDEN .7  /* of a page's words */

const CogFindingKind cog_finding_text_hidden = {
  "text-hidden",
  COG_SEVERITY_INFO,
  TRUE,
  /* Translators: numbers of pages, such as "1–4, 7". */
  N_ ("Text that nobody sees, under pictures, was left out on these pages: %1."),
};

GPtrArray *
cog_pdf_hidden_find_covers (const CogPdfMarks *marks)
{
  GPtrArray *covers = g_ptr_array_new ();

  g_return_val_if_fail (marks != NULL, covers);

  for (guint i = 0; i < marks->pictures->len && covers->len < MOST_COVERS; i++)
    {
      CogPdfMark *mark = &g_array_index (marks->pictures, CogPdfMark, i);

      if (mark->is_opaque && !mark->is_turned && mark->width * mark->height >= LEAST_COVER)
        g_ptr_array_add (covers, mark);
    }
  return covers;
}

static gboolean
holds (const CogPdfMark *mark, const CogPdfWord *word)
{
  double width = MIN (mark->x + mark->width, word->x + word->width) - MAX (mark->x, word->x);
  double height = MIN (mark->y + mark->height, word->y + word->height) - MAX (mark->y, word->y);

  return width > word->width * .9 && height > word->height * .9;
}

static gboolean
is_on_picture (const CogPdfMarks *marks, const CogPdfWord *word)
{
  for (guint i = 0; i < MIN (marks->pictures->len, MOST_COVERS); i++)
    if (holds (&g_array_index (marks->pictures, CogPdfMark, i), word))
      return TRUE;
  return FALSE;
}

gboolean
cog_pdf_hidden_is_word (const GPtrArray *covers,
                        const CogPdfMarks *marks,
                        const CogPdfWord *word,
                        const CogPdfShow *show)
{
  g_return_val_if_fail (covers != NULL && marks != NULL && word != NULL && show != NULL, FALSE);

  if (show->is_invisible)
    return !is_on_picture (marks, word);
  for (guint i = 0; i < covers->len; i++)
    {
      const CogPdfMark *mark = covers->pdata[i];

      if (mark->order > show->order && holds (mark, word))
        return TRUE;
    }
  return FALSE;
}

void
cog_pdf_hidden_drop (CogPdfPage *page)
{
  guint n = 0, kept = 0;

  g_return_if_fail (page != NULL);

  for (guint i = 0; i < page->words->len; i++)
    n += g_array_index (page->words, CogPdfWord, i).is_hidden;
  if (n == 0 || n > page->words->len * MOST_HIDDEN)
    return;
  for (guint i = 0; i < page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);

      if (!word->is_hidden)
        g_array_index (page->words, CogPdfWord, kept++) = *word;
    }
  g_array_set_size (page->words, kept);
  page->n_hidden = n;
}
