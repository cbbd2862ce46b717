/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-number-notes.h"

#include "cog-date-words.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* An hour of the day in the text, and by what it is known to be one. */
typedef struct
{
  int hour, minute;
  guint first, last;
  const char *half;     /* "am", "pm-weak": id of the words behind it (nullable) */
  gboolean is_in_words; /* "three", "الثالثة" */
  gboolean has_colon;   /* 3:30 */
  gboolean has_sign;    /* 15 h, 3 o'clock */
  gboolean has_minutes;
  gboolean is_behind_at; /* "at", "à", "a las" */
} Time;

static gboolean
is_note (const CogLensText *text, guint at, const char *id, guint *last)
{
  const char *note = cog_number_notes_find (text, at, last);

  return note != NULL && strcmp (note, id) == 0;
}

static gboolean
has_before (const CogLensText *text, guint at, const char *id)
{
  guint last = at;

  return at > 0 && is_note (text, at - 1, id, &last) && last == at - 1;
}

static gboolean
read_hour (const CogLensText *text, guint at, Time *found)
{
  found->first = found->last = at;
  found->hour = cog_number_read_whole (text, at, 2);
  if (found->hour >= 0)
    return found->hour < 24;
  if (cog_lens_text_get_token (text, at)->kind != COG_TOKEN_WORD)
    return FALSE;
  found->is_in_words = TRUE;
  found->hour = GPOINTER_TO_INT (
      cog_phrases_find (cog_number_notes_get (text->language)->hours, text, at, &found->last));
  return found->hour > 0;
}

static gboolean
read_minute (const CogLensText *text, guint at, Time *found)
{
  int minute = cog_number_read_whole (text, at, 2);

  if (minute < 0 || minute > 59)
    return FALSE;
  found->minute = minute;
  found->last = at;
  found->has_minutes = TRUE;
  return TRUE;
}

/* "half past", "y media", "إلا ربعا": what is said of an hour in words. */
static void
read_part_of_hour (const CogLensText *text, Time *found)
{
  guint last;
  const char *note = cog_number_notes_find (text, found->last + 1, &last);

  if (note == NULL || !g_str_has_prefix (note, "minutes-"))
    return;
  found->minute = atoi (note + strlen ("minutes-"));
  if (found->minute == 45) /* a quarter to it */
    found->hour = (found->hour + 23) % 24;
  found->last = last;
}

static void
read_rest (const CogLensText *text, Time *found)
{
  static const char *const halves[] = { "am",      "pm",         "night", "am-weak",
                                        "pm-weak", "night-weak", NULL };
  guint last;
  const char *half;

  if (!found->is_in_words && cog_number_is_sign (text, found->last + 1, ":"))
    found->has_colon = read_minute (text, found->last + 2, found);
  if (is_note (text, found->last + 1, "hour", &last))
    {
      found->has_sign = TRUE;
      found->last = last;
      if (!found->has_colon)
        read_minute (text, found->last + 1, found);
    }
  if (!found->has_minutes)
    read_part_of_hour (text, found);
  half = cog_number_notes_find (text, found->last + 1, &last);
  if (half == NULL || !g_strv_contains (halves, half))
    return;
  found->half = half;
  found->last = last;
}

/* Hours of a clock that goes to 12 twice. A day's part alone does not make a number an hour: "two
 * in the morning" may be pills. */
static gboolean
read_half (Time *found)
{
  gboolean is_weak = g_str_has_suffix (found->half, "-weak");
  gboolean is_late;

  if (found->hour > 12 || (found->hour == 0 && found->minute != 45))
    return FALSE;
  if (is_weak && !found->is_behind_at && !found->has_colon && !found->has_sign)
    return FALSE;
  if (g_str_has_prefix (found->half, "night"))
    is_late = found->hour >= 5 && found->hour < 12;
  else
    is_late = found->half[0] == 'p';
  found->hour = found->hour % 12 + (is_late ? 12 : 0);
  return TRUE;
}

/* "pendant 3 h", "à 3 h de marche", "2 h 30 min" */
static gboolean
is_duration (const CogLensText *text, const Time *found)
{
  guint last;

  if (found->has_colon)
    return FALSE;
  return has_before (text, found->first, "span-before") ||
         is_note (text, found->last + 1, "minute", &last) ||
         (!found->has_minutes && is_note (text, found->last + 1, "span-behind", &last));
}

/* Hours up to 24: before noon nothing but the manner of writing tells them from the others. */
static gboolean
is_of_long_clock (const CogLensContext *context, const CogLensText *text, const Time *found)
{
  if (found->is_in_words || is_duration (text, found))
    return FALSE;
  if (found->hour < 13 && (!found->has_sign || cog_clock_has_two_halves (context->source)))
    return FALSE;
  if (found->is_behind_at)
    return found->has_colon || found->has_sign;
  return found->hour >= 13 && found->has_minutes && found->has_sign;
}

static void
add (const CogLens *lens,
     const CogLensContext *context,
     const CogLensText *text,
     const Time *found,
     GPtrArray *findings)
{
  g_autofree char *words = cog_lens_text_dup_words (text, found->first, found->last);
  g_autofree char *there = cog_clock_dup (found->hour, found->minute, context->target);
  CogLensFinding *finding = cog_lens_add (
      lens, text, found->first, found->last, "time", 65,
      g_strdup_printf (found->half != NULL
                           /* Translators: %s is a time of the day such as "3:30 p.m.". */
                           ? _ ("“%s”: your readers count the hours up to 24.")
                           /* Translators: %s is a time of the day such as "15:30". */
                           : _ ("“%s”: your readers count the hours up to 12, twice."),
                       words),
      findings);

  finding->subject = g_strdup_printf ("time %02d:%02d", found->hour, found->minute);
  if (there != NULL)
    cog_lens_finding_propose (finding, COG_CHOICE_CONVERT, there, NULL);
}

guint
cog_number_find_time (const CogLens *lens,
                      const CogLensContext *context,
                      const CogLensText *text,
                      guint at,
                      GPtrArray *findings)
{
  Time found = { 0 };
  gboolean has_two_halves;

  if (!read_hour (text, at, &found))
    return at;
  read_rest (text, &found);
  found.is_behind_at = has_before (text, at, "at");
  if (found.half != NULL ? !read_half (&found) : !is_of_long_clock (context, text, &found))
    return at;
  has_two_halves = cog_clock_has_two_halves (context->target);
  if ((found.half == NULL) != has_two_halves)
    return at;
  add (lens, context, text, &found, findings);
  return found.last + 1;
}
