/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout.h"

#include <math.h>
#include <string.h>

#define USUAL_LEADING 1.2

gboolean
cog_layout_is_rtl (const GPtrArray *pages)
{
  guint n_rtl = 0, n_ltr = 0;

  g_return_val_if_fail (pages != NULL, FALSE);

  for (guint i = 0; i < pages->len; i++)
    {
      const CogPdfPage *page = pages->pdata[i];

      for (guint k = 0; page != NULL && k < page->words->len; k++)
        {
          const char *text = g_array_index (page->words, CogPdfWord, k).text;
          gunichar c = g_utf8_get_char (text);

          n_rtl += (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfefc);
          n_ltr += g_unichar_isalpha (c) && c < 0x590;
        }
    }
  return n_rtl > n_ltr;
}

/* The commonest of the values, each of which counts as much as its weight. */
static gint64
get_mode (GHashTable *weights)
{
  GHashTableIter iter;
  gpointer key, value;
  gint64 best = 0;
  guint most = 0;

  g_hash_table_iter_init (&iter, weights);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) > most ||
        (GPOINTER_TO_UINT (value) == most && GPOINTER_TO_INT (key) < best))
      {
        most = GPOINTER_TO_UINT (value);
        best = GPOINTER_TO_INT (key);
      }
  return best;
}

static void
add_weight (GHashTable *weights, int key, guint weight)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (weights, GINT_TO_POINTER (key)));

  g_hash_table_insert (weights, GINT_TO_POINTER (key), GUINT_TO_POINTER (n + weight));
}

void
cog_layout_measure (const CogPdfFile *file, const GPtrArray *pages, CogLayoutBody *body)
{
  g_autoptr (GHashTable) sizes = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) bold = g_hash_table_new (NULL, NULL);
  guint n_fixed = 0, n_all = 0;
  int mode;

  g_return_if_fail (file != NULL && pages != NULL && body != NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      const CogPdfPage *page = pages->pdata[i];

      for (guint k = 0; page != NULL && k < page->words->len; k++)
        {
          const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, k);
          int size = (int)lround (word->size * 10);

          if (word->is_artifact)
            continue;
          n_all++;
          n_fixed += (guint)cog_pdf_file_get_font (file, word->font)->is_fixed;
          add_weight (sizes, size, (guint)strlen (word->text));
          if (cog_pdf_file_get_font (file, word->font)->is_bold)
            add_weight (bold, size, (guint)strlen (word->text));
        }
    }
  mode = (int)get_mode (sizes);
  body->size = mode > 0 ? mode / 10.0 : 10;
  body->is_bold = GPOINTER_TO_UINT (g_hash_table_lookup (bold, GINT_TO_POINTER (mode))) * 2 >
                  GPOINTER_TO_UINT (g_hash_table_lookup (sizes, GINT_TO_POINTER (mode)));
  body->is_fixed = n_fixed * 2 > n_all;
  body->leading = USUAL_LEADING;
  body->is_rtl = cog_layout_is_rtl (pages);
}

void
cog_layout_measure_leading (const GPtrArray *lines, CogLayoutBody *body)
{
  g_autoptr (GHashTable) steps = g_hash_table_new (NULL, NULL);
  int mode;

  g_return_if_fail (lines != NULL && body != NULL);

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const CogLayoutLine *a = lines->pdata[i], *b = lines->pdata[i + 1];
      double step = (b->baseline - a->baseline) / body->size;

      if (a->page == b->page && a->column == b->column && fabs (a->size - body->size) < 0.3 &&
          fabs (b->size - body->size) < 0.3 && step > 0.8 && step < 2.5)
        add_weight (steps, (int)lround (step * 50), 1);
    }
  mode = (int)get_mode (steps);
  if (mode > 0)
    body->leading = mode / 50.0;
}
