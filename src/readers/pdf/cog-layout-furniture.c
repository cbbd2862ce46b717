/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout.h"

#include <math.h>
#include <string.h>

#define ZONE 0.09   /* of the page's height, above and below: where running heads stand */
#define OVERLAP .3  /* of the height of a number that is raised */
#define TOUCHING .5 /* em: from the word that it is raised on */
#define NEAR 3.0    /* points: the same head stands at the same height */
#define REACH 2     /* pages: left and right ones have heads of their own */
#define SHARE 0.3   /* of the pages */

/* A line in the margin of a page. */
typedef struct
{
  guint page; /* index */
  guint first, n;
  double y;
  char *text;    /* numbers as "#" */
  gint64 number; /* where it is nothing but a number; else -1 */
  gboolean is_found;
} Margin;

static void
margin_clear (Margin *margin)
{
  g_free (margin->text);
}

static gboolean
is_roman (const char *word)
{
  gsize n = strspn (word, "ivxlcIVXLC");

  return n > 0 && word[n] == '\0';
}

/* "Page 12 of 30" is "page#of#": where typefaces change, words fall to pieces, not always alike. */
static void
append_normal (GString *text, const char *word)
{
  gboolean in_number = FALSE;

  if (is_roman (word))
    {
      g_string_append_c (text, '#');
      return;
    }
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        {
          if (!in_number)
            g_string_append_c (text, '#');
          in_number = TRUE;
          continue;
        }
      in_number = FALSE;
      g_string_append_unichar (text, g_unichar_tolower (c));
    }
}

static gint64
read_number (const char *word)
{
  gint64 number = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit < 0 || number > 100000)
        return -1;
      number = number * 10 + digit;
    }
  return word[0] != '\0' ? number : -1;
}

static gboolean
is_in_zone (const CogPdfPage *page, const CogPdfWord *word)
{
  double middle = word->y + word->height / 2;

  return !word->is_turned && (middle < ZONE * page->height || middle > (1 - ZONE) * page->height);
}

/* The raised number that calls a note belongs to its line, wherever that stands. */
static gboolean
is_beside_text (const CogPdfPage *page, guint i)
{
  const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);

  for (guint k = 0; k < page->words->len; k++)
    {
      const CogPdfWord *other = &g_array_index (page->words, CogPdfWord, k);
      double overlap =
          MIN (word->y + word->height, other->y + other->height) - MAX (word->y, other->y);
      double gap = MAX (other->x - word->x - word->width, word->x - other->x - other->width);

      if (k != i && !other->is_turned && overlap > OVERLAP * word->height &&
          gap < TOUCHING * other->size)
        return TRUE;
    }
  return FALSE;
}

static void
add_margins (GArray *margins, const CogPdfPage *page, guint index)
{
  for (guint i = 0; i < page->words->len;)
    {
      const CogPdfWord *first = &g_array_index (page->words, CogPdfWord, i);
      g_autoptr (GString) text = g_string_new (NULL);
      Margin margin = { index, i, 0, first->y + first->height / 2, NULL, -1, FALSE };

      if (!is_in_zone (page, first))
        {
          i++;
          continue;
        }
      for (; i < page->words->len; i++, margin.n++)
        {
          const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);

          if (!is_in_zone (page, word) ||
              fabs (word->y + word->height / 2 - margin.y) > 0.5 * first->height)
            break;
          append_normal (text, word->text);
        }
      if (margin.n == 1 && is_beside_text (page, margin.first))
        continue;
      margin.number = margin.n == 1 ? read_number (first->text) : -1;
      margin.text = g_string_free (g_steal_pointer (&text), FALSE);
      g_array_append_val (margins, margin);
    }
}

static gboolean
are_same (const Margin *a, const Margin *b)
{
  return fabs (a->y - b->y) < NEAR && g_str_equal (a->text, b->text);
}

/* Counts the page of a margin for its text, once: a table at the foot has many numbers. */
static void
count_page (GHashTable *counts, const GArray *margins, guint i)
{
  const Margin *a = &g_array_index (margins, Margin, i);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, a->text));

  for (guint k = i; k > 0; k--)
    {
      const Margin *before = &g_array_index (margins, Margin, k - 1);

      if (before->page != a->page)
        break;
      if (g_str_equal (before->text, a->text))
        return;
    }
  g_hash_table_insert (counts, a->text, GUINT_TO_POINTER (n + 1));
}

/* What stands at one height on pages that follow each other; or at any on a third of all. */
static void
find_repeated (GArray *margins, guint n_pages)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < margins->len; i++)
    {
      Margin *a = &g_array_index (margins, Margin, i);

      count_page (counts, margins, i);
      for (guint k = i + 1; k < margins->len; k++)
        {
          Margin *b = &g_array_index (margins, Margin, k);

          if (b->page > a->page + REACH)
            break;
          if (b->page > a->page && are_same (a, b))
            a->is_found = b->is_found = TRUE;
        }
    }
  for (guint i = 0; i < margins->len; i++)
    {
      Margin *margin = &g_array_index (margins, Margin, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, margin->text));

      if (n >= 2 && n >= SHARE * n_pages)
        margin->is_found = TRUE;
    }
}

/* A number alone is the page's where its label says so, or where it counts as others do. */
static void
find_folios (GArray *margins, GPtrArray *pages)
{
  for (guint i = 0; i < margins->len; i++)
    {
      Margin *a = &g_array_index (margins, Margin, i);
      const CogPdfPage *page = pages->pdata[a->page];

      if (a->number < 0)
        continue;
      if (a->number == page->number ||
          (page->label != NULL && a->number == read_number (page->label)))
        a->is_found = TRUE;
      for (guint k = 0; k < margins->len && !a->is_found; k++)
        {
          const Margin *b = &g_array_index (margins, Margin, k);

          a->is_found = b->page != a->page && b->number >= 0 &&
                        b->number - (gint64)b->page == a->number - (gint64)a->page;
        }
    }
}

guint
cog_layout_mark_furniture (GPtrArray *pages)
{
  GArray *margins = g_array_new (FALSE, FALSE, sizeof (Margin));
  guint n_words = 0;

  g_return_val_if_fail (pages != NULL, 0);

  g_array_set_clear_func (margins, (GDestroyNotify)margin_clear);
  for (guint i = 0; i < pages->len; i++)
    if (pages->pdata[i] != NULL)
      add_margins (margins, pages->pdata[i], i);
  find_repeated (margins, pages->len);
  find_folios (margins, pages);
  for (guint i = 0; i < margins->len; i++)
    {
      const Margin *margin = &g_array_index (margins, Margin, i);
      const CogPdfPage *page = pages->pdata[margin->page];

      for (guint k = 0; margin->is_found && k < margin->n; k++, n_words++)
        g_array_index (page->words, CogPdfWord, margin->first + k).is_artifact = TRUE;
    }
  g_array_unref (margins);
  return n_words;
}
