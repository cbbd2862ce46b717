/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tagged-private.h"

#include <string.h>

/* Text that stands for what is seen (ISO 32000-1, 14.9.4): it says more than the words on the page,
 * but they tell what it looks like. */

#define ENOUGH .8 /* of the words are found in it: else it says something else than they do */
#define FAR 120   /* bytes to where the next word may stand */

/* A word under the element, and where the text has it. */
typedef struct
{
  guint page, index;
  const CogPdfWord *word;
  gssize at; /* -1: nowhere */
  gsize length;
} Seen;

static void
collect_words (CogPdfTagged *tagged, const CogPdfElement *element, GArray *words)
{
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfKid *kid = &g_array_index (element->kids, CogPdfKid, i);
      const guint *found;
      guint n = 0;

      if (kid->element != NULL)
        {
          collect_words (tagged, kid->element, words);
          continue;
        }
      found = cog_pdf_tagged_find_words (tagged, kid, &n);
      for (guint k = 0; k < n; k++)
        {
          const CogPdfPage *page = cog_pdf_tagged_get_page (tagged, kid->page)->page;
          Seen seen = { kid->page, found[k], &g_array_index (page->words, CogPdfWord, found[k]), -1,
                        0 };

          g_array_append_val (words, seen);
        }
    }
}

/* A word that is divided at a line's end has a hyphen that the text does not have. */
static gsize
get_length (const char *word)
{
  gsize length = strlen (word);

  if (length > 1 && g_str_has_suffix (word, "-"))
    return length - 1;
  return length > 3 && g_str_has_suffix (word, "\u2010") ? length - 3 : length;
}

/* FALSE: too few of the words are there. */
static gboolean
find_words (GArray *words, const char *text)
{
  const char *from = text;
  guint n_found = 0;

  for (guint i = 0; i < words->len; i++)
    {
      Seen *seen = &g_array_index (words, Seen, i);
      const char *found = strstr (from, seen->word->text);

      seen->length = strlen (seen->word->text);
      if (found == NULL || found - from > FAR)
        {
          seen->length = get_length (seen->word->text);
          found = memmem (from, strlen (from), seen->word->text, seen->length);
        }
      if (found == NULL || found - from > FAR)
        continue;
      seen->at = found - text;
      from = found + seen->length;
      n_found++;
    }
  return n_found > 0 && n_found >= words->len * ENOUGH;
}

static void
set_last (CogPdfRuns *runs, const Seen *seen)
{
  runs->last = seen->word;
  runs->last_page = seen->page;
  runs->last_index = seen->index;
}

static void
add_alike (CogPdfRuns *runs, const CogPdfTaggedRun *style, const char *text, gsize length)
{
  if (length > 0)
    g_string_append_len (cog_pdf_runs_open (runs, style)->text, text, (gssize)length);
}

/* The text in pieces, each set as its words are; what stands between is of the piece before. */
static void
add_pieces (CogPdfRuns *runs, const GArray *words, const char *text)
{
  CogPdfTaggedRun style = { 0 };
  gsize done = 0;
  gboolean has_style = FALSE;

  for (guint i = 0; i < words->len; i++)
    {
      const Seen *seen = &g_array_index (words, Seen, i);
      const CogPdfPage *page;

      if (seen->at < 0)
        continue;
      if (has_style)
        add_alike (runs, &style, text + done, (gsize)seen->at - done);
      page = cog_pdf_tagged_get_page (runs->tagged, seen->page)->page;
      if (has_style)
        done = (gsize)seen->at;
      style = runs->style;
      cog_pdf_runs_set_look (runs, page, seen->index, &style);
      add_alike (runs, &style, text + done, (gsize)seen->at + seen->length - done);
      done = (gsize)seen->at + seen->length;
      has_style = TRUE;
    }
  add_alike (runs, &style, text + done, strlen (text) - done);
}

/* Whether there are spaces around it only the page knows, where the text does not have them
 * itself. */
void
cog_pdf_runs_add_text (CogPdfRuns *runs, const CogPdfElement *element, const char *text)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Seen));
  CogPdfTaggedRun style = runs->style, *before = cog_pdf_runs_get_last (runs);
  gboolean has_space = before != NULL && !runs->is_text_forced;

  if (text[0] == '\0')
    return;
  collect_words (runs->tagged, element, words);
  if (words->len > 0)
    {
      const Seen *first = &g_array_index (words, Seen, 0);

      cog_pdf_runs_set_look (runs, cog_pdf_tagged_get_page (runs->tagged, first->page)->page,
                             first->index, &style);
      has_space = has_space && runs->last != NULL &&
                  cog_pdf_runs_is_spaced (runs, first->page, first->index, first->word);
      set_last (runs, first);
    }
  if (has_space && before->text != NULL && !g_ascii_isspace (text[0]))
    g_string_append_c (before->text, ' ');
  if (find_words (words, text))
    add_pieces (runs, words, text);
  else
    add_alike (runs, &style, text, strlen (text));
  runs->is_text_forced = TRUE;
}
