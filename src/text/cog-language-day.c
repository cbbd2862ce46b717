/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-language.h"

#include <stdio.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define SIZE 200

/* Midnight of the day in UTC, in milliseconds since 1970, which is how ICU counts. */
static gboolean
parse_day (const char *day, UDate *date)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, number;
  char more;

  if (day == NULL || strlen (day) != 10 ||
      sscanf (day, "%4d-%2d-%2d%c", &year, &month, &number, &more) != 3)
    return FALSE;
  time = g_date_time_new_utc (year, month, number, 0, 0, 0);
  if (time == NULL)
    return FALSE;
  *date = (UDate)g_date_time_to_unix (time) * 1000;
  return TRUE;
}

static char *
format (const char *locale, UDate date)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *dates = udat_open (UDAT_NONE, UDAT_LONG, locale, utc, -1, NULL, 0, &status);
  UChar text[SIZE];
  char utf8[4 * SIZE];

  if (U_FAILURE (status))
    return NULL;
  udat_format (dates, date, text, SIZE, NULL, &status);
  udat_close (dates);
  u_strToUTF8 (utf8, sizeof utf8, NULL, text, -1, &status);
  return U_SUCCESS (status) ? g_strdup (utf8) : NULL;
}

char *
cog_language_format_day (const char *tag, const char *day)
{
  UErrorCode status = U_ZERO_ERROR;
  char locale[SIZE];
  UDate date;
  char *text;

  g_return_val_if_fail (day != NULL, NULL);

  if (tag == NULL || !cog_language_is_valid (tag) || !parse_day (day, &date))
    return g_strdup (day);
  uloc_forLanguageTag (tag, locale, SIZE, NULL, &status);
  /* In Persian and Thai it would be another year. */
  uloc_setKeywordValue ("calendar", "gregorian", locale, SIZE, &status);
  text = U_SUCCESS (status) ? format (locale, date) : NULL;
  return text != NULL ? text : g_strdup (day);
}
