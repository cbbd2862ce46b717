/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-join.h"

#include <math.h>
#include <string.h>

#define MAX_FLOATS 6 /* blocks between the parts of a paragraph */

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0xad || c == 0x2010;
}

static gunichar
get_last (const char *text)
{
  return text[0] != '\0' ? g_utf8_get_char (g_utf8_prev_char (text + strlen (text))) : 0;
}

/* A word as it is looked up: lower case, no signs around it. (transfer full) */
static char *
dup_key (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  const char *start = lower, *end = lower + strlen (lower);

  while (*start != '\0' && !g_unichar_isalpha (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (start, (gsize)(end - start));
}

GHashTable *
cog_layout_collect_hyphenated (const GPtrArray *pages)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (pages != NULL, found);

  for (guint i = 0; i < pages->len; i++)
    {
      const CogPdfPage *page = pages->pdata[i];

      for (guint k = 0; page != NULL && k < page->words->len; k++)
        {
          const char *text = g_array_index (page->words, CogPdfWord, k).text;

          if (strchr (text, '-') != NULL && !is_hyphen (get_last (text)))
            g_hash_table_add (found, dup_key (text));
        }
    }
  return found;
}

static gboolean
stands_elsewhere (const char *a, const char *b, GHashTable *hyphenated)
{
  g_autofree char *both = g_strconcat (a, b, NULL);
  g_autofree char *key = dup_key (both);

  return hyphenated != NULL && g_hash_table_contains (hyphenated, key);
}

static gboolean
is_address (const char *text)
{
  return strstr (text, "://") != NULL || g_str_has_prefix (text, "www.") ||
         g_str_has_prefix (text, "doi.org");
}

/* What stands between the last word of a line and the first of the next. */
static void
join_words (CogPdfPiece *a, CogPdfPiece *b, GHashTable *hyphenated)
{
  gunichar last = get_last (a->word->text);
  gunichar next = g_utf8_get_char (b->word->text);
  glong length = g_utf8_strlen (a->word->text, -1);

  b->space_before = TRUE;
  if (cog_layout_is_cjk (last) && cog_layout_is_cjk (next))
    b->space_before = FALSE;
  else if (is_address (a->word->text) &&
           strchr ("/-_.=&?%", (int)(last < 128 ? last : 'x')) != NULL)
    b->space_before = FALSE;
  else if (is_hyphen (last) && length > 1)
    {
      b->space_before = FALSE;
      a->drops_hyphen =
          last == 0xad || (g_unichar_islower (next) &&
                           !stands_elsewhere (a->word->text, b->word->text, hyphenated));
    }
  else if ((last == 0x2013 || last == 0x2014) && length > 1)
    b->space_before = FALSE;
}

GArray *
cog_layout_pieces_new (const GPtrArray *lines, guint skip, GHashTable *hyphenated)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (CogPdfPiece));

  g_return_val_if_fail (lines != NULL, pieces);

  for (guint i = 0; i < lines->len; i++)
    {
      const CogLayoutLine *line = lines->pdata[i];

      for (guint k = 0; k < line->words->len; k++)
        {
          const CogPdfWord *word = line->words->pdata[k];
          guint length = (guint)g_utf8_strlen (word->text, -1);
          CogPdfPiece piece = { word, line->page, 0, word->space_before, FALSE };

          if (skip > 0 && i == 0)
            {
              guint space = k > 0 && word->space_before ? 1 : 0;

              piece.skip = skip > space ? MIN (length, skip - space) : 0;
              skip -= MIN (skip, piece.skip + space);
              if (piece.skip == length)
                continue;
            }
          g_array_append_val (pieces, piece);
          if (k == 0 && pieces->len > 1)
            join_words (&g_array_index (pieces, CogPdfPiece, pieces->len - 2),
                        &g_array_index (pieces, CogPdfPiece, pieces->len - 1), hyphenated);
        }
    }
  if (pieces->len > 0)
    g_array_index (pieces, CogPdfPiece, 0).space_before = FALSE;
  return pieces;
}

static gboolean
ends_open (const CogLayoutLine *line)
{
  gunichar last = get_last (line->text);

  if (is_hyphen (last))
    return TRUE;
  /* A title after which nothing is said, or a line that was ended on purpose. */
  if (line->end > 0.25 * line->extent)
    return FALSE;
  return g_unichar_isalpha (last) || last == ',' || last == 0x060c || last == 0x2013 ||
         last == 0x2014 || g_unichar_type (last) == G_UNICODE_CLOSE_PUNCTUATION || last == 0x3001;
}

static gboolean
goes_on (const CogLayoutBlock *a, const CogLayoutBlock *b)
{
  const CogLayoutLine *last, *next;

  if (a->is_margin || b->is_margin)
    return FALSE;
  if ((a->kind != COG_LAYOUT_PARAGRAPH && a->kind != COG_LAYOUT_ITEM) ||
      b->kind != COG_LAYOUT_PARAGRAPH || a->lines->len == 0 || b->lines->len == 0)
    return FALSE;
  last = a->lines->pdata[a->lines->len - 1];
  next = b->lines->pdata[0];
  if (last->page == next->page && last->column == next->column)
    return FALSE;
  if (next->page > last->page + 1 || fabs (last->size - next->size) > 0.06 * last->size ||
      last->is_bold != next->is_bold || last->is_rtl != next->is_rtl)
    return FALSE;
  if (!ends_open (last))
    return FALSE;
  return is_hyphen (get_last (last->text)) || !g_unichar_isupper (g_utf8_get_char (next->text)) ||
         next->start < 0.3 * next->size;
}

static gboolean
may_float (const CogLayoutBlock *block)
{
  return block->kind == COG_LAYOUT_FIGURE || block->kind == COG_LAYOUT_TABLE ||
         block->kind == COG_LAYOUT_NOTE || block->is_margin;
}

void
cog_layout_join_blocks (GPtrArray *blocks)
{
  g_return_if_fail (blocks != NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      CogLayoutBlock *block = blocks->pdata[i];
      guint next = i + 1;

      while (next < blocks->len && next <= i + MAX_FLOATS && may_float (blocks->pdata[next]))
        next++;
      if (next < blocks->len && goes_on (block, blocks->pdata[next]))
        {
          CogLayoutBlock *rest = blocks->pdata[next];

          g_ptr_array_set_free_func (rest->lines, NULL);
          for (guint k = 0; k < rest->lines->len; k++)
            cog_layout_block_add_line (block, rest->lines->pdata[k]);
          g_ptr_array_set_size (rest->lines, 0);
          g_ptr_array_remove_index (blocks, next);
          i--; /* It may go on again. */
        }
    }
}
