/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-number-notes.h"

#include "cog-date-words.h"
#include "cog-language-list.h"
#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DIGITS_OF_YEAR 4

/* A date in the text, in the tokens up to and with last. */
typedef struct
{
  CogDay day;
  guint last;
  gboolean in_figures;
  gboolean is_ambiguous; /* 3/4: either may be the month */
} Found;

static int
find_month (const CogLensText *text, guint at, guint *last)
{
  if (at >= text->tokens->len || cog_lens_text_get_token (text, at)->kind != COG_TOKEN_WORD)
    return 0;
  return GPOINTER_TO_INT (
      cog_phrases_find (cog_number_notes_get (text->language)->months, text, at, last));
}

static gboolean
is_day (int number)
{
  return number >= 1 && number <= 31;
}

static gboolean
is_year (int year)
{
  return year >= 1000 && year <= 2200;
}

/* "…, 1999", "de 1999", "1999" behind a day or month. */
static void
read_year (const CogLensText *text, Found *found)
{
  static const char *const joints[] = { ",", "de", "del", "،", "عام", "سنه", "لعام", "of" };
  guint at = found->last + 1;
  int year;

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (cog_number_is_sign (text, at, joints[i]))
      {
        at++;
        break;
      }
  year = cog_number_read_whole (text, at, DIGITS_OF_YEAR);
  if (!is_year (year))
    return;
  found->day.year = year;
  found->last = at;
}

/* "July 4", "July 4th", with a year or without. */
static gboolean
read_month_first (const CogLensText *text, guint at, Found *found)
{
  int month = find_month (text, at, &found->last);
  int day = month > 0 ? cog_number_read_whole (text, found->last + 1, 2) : -1;

  if (!is_day (day))
    return FALSE;
  found->day = (CogDay){ 0, month, day };
  found->last++;
  if (found->last + 1 < text->tokens->len)
    {
      const CogToken *next = cog_lens_text_get_token (text, found->last + 1);
      static const char *const endings[] = { "st", "nd", "rd", "th", NULL };

      if (!next->space_before && g_strv_contains (endings, next->word))
        found->last++;
    }
  read_year (text, found);
  return TRUE;
}

/* "4 July", "4th of July", "4 de julio", "le 1er juillet". */
static gboolean
read_day_first (const CogLensText *text, guint at, Found *found)
{
  static const char *const joints[] = { "st", "nd", "rd", "th", "er", "re", "of",
                                        "de", ".",  "º",  "ª",  "من", "شهر" };
  int day = cog_number_read_whole (text, at, 2);
  guint next = at + 1;
  int month;

  if (!is_day (day))
    return FALSE;
  for (guint n = 0; n < 2; n++)
    for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
      if (cog_number_is_sign (text, next, joints[i]))
        {
          next++;
          break;
        }
  month = find_month (text, next, &found->last);
  if (month == 0)
    return FALSE;
  found->day = (CogDay){ 0, month, day };
  read_year (text, found);
  return TRUE;
}

/* "July 1999", "julio de 1999". */
static gboolean
read_month_and_year (const CogLensText *text, guint at, Found *found)
{
  int month = find_month (text, at, &found->last);

  if (month == 0)
    return FALSE;
  found->day = (CogDay){ 0, month, 0 };
  read_year (text, found);
  return found->day.year > 0;
}

/* "04.07.1999": the tokens take it for a number. The day stands first wherever points are used. */
static gboolean
read_points (const CogLensText *text, guint at, Found *found)
{
  static const guint most[] = { 2, 2, DIGITS_OF_YEAR };
  const CogToken *token = cog_lens_text_get_token (text, at);
  const char *p = token->word;
  int parts[3] = { 0 };

  if (token->kind != COG_TOKEN_NUMBER || strchr (p, '.') == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint n = 0;

      for (; g_unichar_isdigit (g_utf8_get_char (p)); p = g_utf8_next_char (p), n++)
        parts[i] = parts[i] * 10 + g_unichar_digit_value (g_utf8_get_char (p));
      if (n == 0 || n > most[i] || *p != (i < 2 ? '.' : '\0'))
        return FALSE;
      p += i < 2;
    }
  if (!is_year (parts[2]))
    return FALSE;
  found->day = (CogDay){ parts[2], parts[1], parts[0] };
  found->last = at;
  found->in_figures = TRUE;
  return TRUE;
}

/* "7/4/1999", "7/4/99", "7-4-1999"; in the order of the source's place. */
static gboolean
read_figures (const CogLensContext *context, const CogLensText *text, guint at, Found *found)
{
  int parts[3];
  gboolean has_strokes, is_mdy;
  guint next = at;

  if (cog_number_read_whole (text, at, 2) < 1)
    return FALSE;
  has_strokes = cog_number_is_sign (text, at + 1, "/");
  for (guint i = 0; i < 3; i++)
    {
      parts[i] = cog_number_read_whole (text, next, i == 2 ? DIGITS_OF_YEAR : 2);
      if (parts[i] < 1 || (i > 0 && cog_lens_text_get_token (text, next)->space_before))
        return FALSE;
      if (i < 2 && (!cog_number_is_sign (text, next + 1, has_strokes ? "/" : "-") ||
                    cog_lens_text_get_token (text, next + 1)->space_before))
        return FALSE;
      next += 2;
    }
  if (!has_strokes && !is_year (parts[2]))
    return FALSE;
  is_mdy = cog_day_get_order (context->source) == COG_DAY_ORDER_MDY;
  if (parts[0] > 12 || parts[1] > 12)
    is_mdy = parts[1] > 12;
  if (parts[2] < 10)
    return FALSE; /* "1/2/3" */
  if (parts[2] < 100)
    parts[2] += parts[2] < 40 ? 2000 : 1900;
  found->day = (CogDay){ parts[2], parts[is_mdy ? 0 : 1], parts[is_mdy ? 1 : 0] };
  found->last = at + 4;
  found->in_figures = TRUE;
  found->is_ambiguous = parts[0] <= 12 && parts[1] <= 12 && parts[0] != parts[1];
  return TRUE;
}

static void
propose (CogLensFinding *finding, const CogLensContext *context, const Found *found)
{
  g_autofree char *calendar = cog_day_dup_other_calendar (context->target);
  g_autofree char *figures =
      found->in_figures ? cog_day_dup_figures (&found->day, context->target) : NULL;
  g_autofree char *words = cog_day_dup_words (&found->day, "gregorian", context->target);
  g_autofree char *other = calendar != NULL && found->day.year > 0
                               ? cog_day_dup_words (&found->day, calendar, context->target)
                               : NULL;
  g_autofree char *both =
      other != NULL && words != NULL ? g_strdup_printf ("%s (%s)", words, other) : NULL;

  if (figures != NULL)
    cog_lens_finding_propose (finding, COG_CHOICE_CONVERT, figures, NULL);
  if (words != NULL)
    cog_lens_finding_propose (finding, COG_CHOICE_CONVERT, words, NULL);
  if (both != NULL)
    cog_lens_finding_propose (finding, COG_CHOICE_EXPLAIN, both, NULL);
  if (other != NULL)
    cog_lens_finding_propose (finding, COG_CHOICE_CONVERT, other, NULL);
}

/* Whether figures stand there as readers write them: "14/07/1999" is "14.07.1999" elsewhere. */
static gboolean
is_written_so (const Found *found, const char *words, const char *target)
{
  g_autofree char *figures = found->in_figures ? cog_day_dup_figures (&found->day, target) : NULL;

  return figures == NULL || strcmp (figures, words) == 0;
}

/* Days in words are translated with the sentence: they are worth a look where the calendar or the
 * order is another one. */
static guint
get_confidence (const CogLensContext *context,
                const Found *found,
                const char *calendar,
                gboolean is_written_so)
{
  gboolean is_same_order =
      cog_day_get_order (context->source) == cog_day_get_order (context->target);

  if (found->in_figures)
    return !is_same_order ? (found->is_ambiguous ? 85 : 75) : is_written_so ? 20 : 55;
  if (calendar != NULL && found->day.year > 0)
    return 55;
  return !is_same_order && cog_language_equal (context->source, context->target) ? 60 : 25;
}

static char *
dup_why (const Found *found, const char *text, const char *calendar)
{
  g_autofree char *name = NULL;

  if (found->is_ambiguous)
    /* Translators: %s is a date such as "3/4/1999". */
    return g_strdup_printf (_ ("“%s” reads as another day where the day stands before the month."),
                            text);
  if (calendar == NULL)
    return g_strdup_printf (_ ("“%s”: your readers write a date in another order."), text);
  name = cog_calendar_dup_name (calendar, cog_language_get_interface ());
  /* Translators: a date, and the name of a calendar. */
  return g_strdup_printf (_ ("“%s”: your readers may also count by another calendar (%s)."), text,
                          name);
}

guint
cog_number_find_date (const CogLens *lens,
                      const CogLensContext *context,
                      const CogLensText *text,
                      guint at,
                      GPtrArray *findings)
{
  g_autofree char *calendar = NULL;
  g_autofree char *words = NULL;
  Found found = { { 0 } };
  CogLensFinding *finding;

  if (!read_figures (context, text, at, &found) && !read_points (text, at, &found) &&
      !read_day_first (text, at, &found) && !read_month_first (text, at, &found) &&
      !read_month_and_year (text, at, &found))
    return at;
  if (!cog_day_is_valid (&found.day))
    return at;
  calendar = cog_day_dup_other_calendar (context->target);
  words = cog_lens_text_dup_words (text, at, found.last);
  finding = cog_lens_add (
      lens, text, at, found.last, "date",
      get_confidence (context, &found, calendar, is_written_so (&found, words, context->target)),
      dup_why (&found, words, calendar), findings);
  finding->subject =
      g_strdup_printf ("date %d-%02d-%02d", found.day.year, found.day.month, found.day.day);
  propose (finding, context, &found);
  return found.last + 1;
}
