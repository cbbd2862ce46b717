/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tagged-private.h"

#include "cog-letters.h"

#include <math.h>
#include <string.h>

#define GAP .13    /* of the size: less is no space (import-export.md, 1c) */
#define RAISED .12 /* of the larger size beside it */
#define SMALL .86  /* of it: what is raised is also smaller */

void
cog_pdf_runs_init (CogPdfRuns *runs, CogPdfTagged *tagged)
{
  *runs = (CogPdfRuns){ .tagged = tagged };
  runs->runs = g_array_new (FALSE, TRUE, sizeof (CogPdfTaggedRun));
  runs->style.link = -1;
}

void
cog_pdf_runs_empty (CogPdfRuns *runs)
{
  for (guint i = 0; i < runs->runs->len; i++)
    {
      CogPdfTaggedRun *run = &g_array_index (runs->runs, CogPdfTaggedRun, i);

      if (run->text != NULL)
        g_string_free (run->text, TRUE);
      if (run->object != NULL)
        xmlFreeNode (run->object);
    }
  g_array_set_size (runs->runs, 0);
  runs->last = NULL;
  runs->is_text_forced = FALSE;
}

void
cog_pdf_runs_clear (CogPdfRuns *runs)
{
  cog_pdf_runs_empty (runs);
  g_clear_pointer (&runs->runs, g_array_unref);
}

gboolean
cog_pdf_runs_is_empty (const CogPdfRuns *runs)
{
  return runs->runs->len == 0;
}

CogPdfTaggedRun *
cog_pdf_runs_get_last (CogPdfRuns *runs)
{
  return runs->runs->len > 0 ? &g_array_index (runs->runs, CogPdfTaggedRun, runs->runs->len - 1)
                             : NULL;
}

static gboolean
is_alike (const CogPdfTaggedRun *a, const CogPdfTaggedRun *b)
{
  return a->is_bold == b->is_bold && a->is_italic == b->is_italic && a->is_fixed == b->is_fixed &&
         a->is_raised == b->is_raised && a->is_lowered == b->is_lowered &&
         a->is_strong == b->is_strong && a->is_emphasised == b->is_emphasised &&
         a->is_code == b->is_code && a->is_quote == b->is_quote && a->is_call == b->is_call &&
         a->link == b->link && g_strcmp0 (a->language, b->language) == 0;
}

CogPdfTaggedRun *
cog_pdf_runs_open (CogPdfRuns *runs, const CogPdfTaggedRun *style)
{
  CogPdfTaggedRun *last = cog_pdf_runs_get_last (runs);
  CogPdfTaggedRun run = *style;

  if (last != NULL && last->text != NULL && is_alike (last, style))
    return last;
  run.text = g_string_new (NULL);
  run.object = NULL;
  g_array_append_val (runs->runs, run);
  return cog_pdf_runs_get_last (runs);
}

/* Of a script without spaces between words, or its punctuation: a line's end is none either. */
static gboolean
is_unspaced (gunichar c)
{
  return cog_letter_is_unspaced (c) || (c >= 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xffef);
}

static gunichar
get_end (const char *text)
{
  const char *last = *text != '\0' ? g_utf8_prev_char (text + strlen (text)) : text;

  return g_utf8_get_char (last);
}

static gboolean
is_on_line (const CogPdfWord *a, const CogPdfWord *b)
{
  return fabs (a->baseline - b->baseline) < .55 * MAX (a->size, b->size) &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Whether there is a space between two words that follow each other in the text. */
gboolean
cog_pdf_runs_is_spaced (const CogPdfRuns *runs, guint page, guint index, const CogPdfWord *word)
{
  const CogPdfWord *last = runs->last;
  double gap;

  if (page == runs->last_page && is_on_line (last, word))
    {
      gap = MAX (word->x - last->x - last->width, last->x - word->x - word->width);
      /* The kern before raised text is no space, though poppler takes it for one. */
      if (index == runs->last_index + 1)
        return word->space_before && (fabs (word->baseline - last->baseline) < .05 * last->size ||
                                      gap > GAP * MAX (word->size, last->size));
      return gap > GAP * MIN (word->size, last->size);
    }
  return !is_unspaced (get_end (last->text)) || !is_unspaced (g_utf8_get_char (word->text));
}

/* "under-" at the end of a line and "standing" at the start of the next: one word, unless the text
 * has it with a hyphen elsewhere. The hyphen that must be goes with the word that is returned. */
static gboolean
join_hyphen (CogPdfRuns *runs, const CogPdfWord *word)
{
  CogPdfTaggedRun *run = cog_pdf_runs_get_last (runs);
  const char *start;
  g_autofree char *whole = NULL;
  g_autofree char *lower = NULL;

  if (run == NULL || run->text == NULL || run->text->len < 2)
    return FALSE;
  if (g_str_has_suffix (run->text->str, "\u00ad"))
    {
      g_string_truncate (run->text, run->text->len - strlen ("\u00ad"));
      return TRUE;
    }
  if (!g_str_has_suffix (run->text->str, "-") && !g_str_has_suffix (run->text->str, "\u2010"))
    return FALSE;
  start = strrchr (run->text->str, ' ');
  start = start != NULL ? start + 1 : run->text->str;
  whole = g_strconcat (start, word->text, NULL);
  lower = g_utf8_strdown (whole, -1);
  if (!g_unichar_isalpha (g_utf8_get_char (start)) ||
      !g_unichar_islower (g_utf8_get_char (word->text)))
    return TRUE;
  if (!g_hash_table_contains (runs->tagged->hyphenated, lower))
    g_string_truncate (run->text,
                       run->text->len - (run->text->str[run->text->len - 1] == '-' ? 1 : 3));
  return TRUE;
}

static void
append_word (
    CogPdfRuns *runs, const CogPdfTaggedRun *style, guint page, guint index, const CogPdfWord *word)
{
  CogPdfTaggedRun *before = cog_pdf_runs_get_last (runs);
  gboolean is_first = before == NULL || runs->last == NULL;
  gboolean is_new_line = !is_first && (page != runs->last_page || !is_on_line (runs->last, word));
  gboolean has_space =
      !is_first && !runs->is_text_forced && cog_pdf_runs_is_spaced (runs, page, index, word);
  /* Before another run is opened: the array may move then. */
  gboolean is_after_object = before != NULL && before->text == NULL;
  CogPdfTaggedRun *run;

  if (is_new_line && !runs->is_text_forced && join_hyphen (runs, word))
    has_space = FALSE;
  /* The space stands between the runs, not in a link or in raised text. */
  if (has_space && before->text != NULL)
    g_string_append_c (before->text, ' ');
  run = cog_pdf_runs_open (runs, style);
  if (has_space && is_after_object && run->text->len == 0)
    g_string_append_c (run->text, ' ');
  g_string_append (run->text, word->text);
  runs->last = word;
  runs->last_page = page;
  runs->last_index = index;
  runs->is_text_forced = FALSE;
}

/* Raised or lowered against the larger type beside it, on either side. */
static void
set_shift (const CogPdfPage *page, guint index, CogPdfTaggedRun *style)
{
  const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, index);

  for (int step = -1; step <= 1; step += 2)
    for (guint k = 1; k <= 3; k++)
      {
        gint64 at = (gint64)index + step * (gint64)k;
        const CogPdfWord *other;
        double shift;

        if (at < 0 || at >= page->words->len)
          break;
        other = &g_array_index (page->words, CogPdfWord, at);
        if (other->size <= 0 || word->size > other->size * SMALL || !is_on_line (word, other))
          continue;
        shift = (other->baseline - word->baseline) / other->size;
        style->is_raised |= shift > RAISED;
        style->is_lowered |= shift < -RAISED * .6;
        return;
      }
}

void
cog_pdf_runs_set_look (CogPdfRuns *runs,
                       const CogPdfPage *page,
                       guint index,
                       CogPdfTaggedRun *style)
{
  const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, index);
  const CogPdfFont *font = word->font < runs->tagged->file->fonts->len
                               ? cog_pdf_file_get_font (runs->tagged->file, word->font)
                               : NULL;

  if (font != NULL)
    {
      style->is_bold = font->is_bold;
      style->is_italic = font->is_italic;
      style->is_fixed = font->is_fixed && !runs->tagged->is_typewritten;
    }
  set_shift (page, index, style);
  style->link = cog_pdf_tagged_find_link (runs->tagged, page, word);
}

void
cog_pdf_runs_add_kid (CogPdfRuns *runs, const CogPdfElement *element, const CogPdfKid *kid)
{
  const CogPdfTaggedPage *page = cog_pdf_tagged_get_page (runs->tagged, kid->page);
  guint n = 0;
  const guint *words = cog_pdf_tagged_find_words (runs->tagged, kid, &n);

  for (guint i = 0; i < n; i++)
    {
      CogPdfTaggedRun style = runs->style;

      cog_pdf_runs_set_look (runs, page->page, words[i], &style);
      append_word (runs, &style, kid->page, words[i],
                   &g_array_index (page->page->words, CogPdfWord, words[i]));
    }
}

void
cog_pdf_runs_add_object (CogPdfRuns *runs, xmlNode *object)
{
  CogPdfTaggedRun run = { .object = object, .link = -1 };
  CogPdfTaggedRun *before = cog_pdf_runs_get_last (runs);

  /* A picture in a line stands by itself; what the gap to it means cannot be seen. */
  if (before != NULL && before->text != NULL && before->text->len > 0 &&
      !g_str_has_suffix (before->text->str, " "))
    g_string_append_c (before->text, ' ');
  g_array_append_val (runs->runs, run);
  runs->last = NULL;
}
