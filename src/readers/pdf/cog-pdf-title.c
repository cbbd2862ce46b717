/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-title.h"

#include <math.h>
#include <string.h>

#define LARGER 1.3   /* times the size of the text */
#define MOST_PAGES 3 /* before the first one with text */
#define FEW_LINES 5
#define LONGEST 250 /* letters */
#define SAMPLE 30   /* pages, to know the size of the text */
#define LOWER .4    /* of the title's size: what goes on in smaller type */

typedef struct
{
  double x, y, bottom, size;
  GString *text;
} Line;

gboolean
cog_pdf_title_is_sound (const char *title)
{
  const char *dot;

  g_return_val_if_fail (title != NULL, FALSE);

  dot = strrchr (title, '.');
  return g_ascii_strncasecmp (title, "untitled", 8) != 0 &&
         !g_str_has_prefix (title, "Microsoft Word - ") && strstr (title, ".indd") == NULL &&
         !(dot != NULL && strlen (dot) <= 5 && strchr (title, ' ') == NULL);
}

static void
line_clear (gpointer data)
{
  g_string_free (((Line *)data)->text, TRUE);
}

/* The size, in half points, that most letters have. */
static double
measure_body (const GPtrArray *pages)
{
  guint counts[200] = { 0 }, best = 0;

  for (guint i = 0; i < MIN (pages->len, SAMPLE); i++)
    {
      const CogPdfPage *page = pages->pdata[i];

      for (guint k = 0; page != NULL && k < page->words->len; k++)
        {
          const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, k);

          counts[CLAMP (lround (word->size * 2), 0, 199)] += (guint)strlen (word->text);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return best / 2.0;
}

static gboolean
is_shown (const CogPdfPage *page, const CogPdfWord *word)
{
  double x = word->x + word->width / 2, y = word->y + word->height / 2;

  return !word->is_artifact && !word->is_turned && !word->is_hidden && x > 0 && x < page->width &&
         y > 0 && y < page->height && word->size < page->height / 4;
}

static gboolean
goes_on (const Line *line, const CogPdfWord *word)
{
  return fabs (line->size - word->size) < .05 * line->size && word->y < line->bottom &&
         word->y + word->height > line->y;
}

/* The lines of a page as words of one size that follow each other. */
static GArray *
make_lines (const CogPdfPage *page)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; i < page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);
      Line *last = lines->len > 0 ? &g_array_index (lines, Line, lines->len - 1) : NULL;

      if (!is_shown (page, word))
        continue;
      if (last == NULL || !goes_on (last, word))
        {
          Line line = { word->x, word->y, word->y + word->height, word->size, g_string_new (NULL) };

          g_array_append_val (lines, line);
          last = &g_array_index (lines, Line, lines->len - 1);
        }
      else if (word->space_before)
        g_string_append_c (last->text, ' ');
      g_string_append (last->text, word->text);
    }
  return lines;
}

static gboolean
has_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p)) ? 1 : 0;
  return n >= 2;
}

/* "ChatGPT" and below it, smaller, "and artificial intelligence": the sentence goes on. */
static gboolean
continues (const Line *title, const Line *last, const Line *next)
{
  gunichar first = g_utf8_get_char (next->text->str);
  double gap = next->y - last->bottom;

  if (next->y < last->y || gap > 1.5 * last->size)
    return FALSE;
  /* Names stand apart, in the same size too. */
  return (fabs (next->size - title->size) < .1 * title->size && gap < .8 * last->size) ||
         (g_unichar_islower (first) && next->size > LOWER * title->size);
}

static char *
join (const GArray *lines, guint first)
{
  const Line *title = &g_array_index (lines, Line, first), *last = title;
  g_autoptr (GString) text = g_string_new (title->text->str);

  for (guint i = first + 1; i < lines->len && i < first + FEW_LINES; i++)
    {
      const Line *next = &g_array_index (lines, Line, i);

      if (!continues (title, last, next))
        break;
      g_string_append_printf (text, " %s", next->text->str);
      last = next;
    }
  return g_utf8_strlen (text->str, -1) <= LONGEST ? g_strdup (text->str) : NULL;
}

static char *
find_largest (const CogPdfPage *page, double body)
{
  g_autoptr (GArray) lines = make_lines (page);
  guint best = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const Line *largest = &g_array_index (lines, Line, best);

      if (has_words (line->text->str) &&
          (line->size > largest->size * 1.05 || !has_words (largest->text->str)))
        best = i;
    }
  if (lines->len == 0 || g_array_index (lines, Line, best).size < LARGER * body ||
      !has_words (g_array_index (lines, Line, best).text->str))
    return NULL;
  return join (lines, best);
}

char *
cog_pdf_title_find (GPtrArray *pages)
{
  double body;

  g_return_val_if_fail (pages != NULL, NULL);

  body = measure_body (pages);
  for (guint i = 0; i < MIN (pages->len, MOST_PAGES); i++)
    {
      const CogPdfPage *page = pages->pdata[i];

      if (page != NULL && page->words->len > 0)
        return find_largest (page, body);
    }
  return NULL;
}
