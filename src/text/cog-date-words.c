/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-date-words.h"

#include "cog-language.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define LOCALE_SIZE 160
#define WORDS 160

/* calendar: (nullable): the locale's own */
static gboolean
get_locale (const char *language, const char *calendar, char locale[LOCALE_SIZE])
{
  UErrorCode status = U_ZERO_ERROR;

  if (!cog_language_is_valid (language))
    return FALSE;
  uloc_forLanguageTag (language, locale, LOCALE_SIZE, NULL, &status);
  if (calendar != NULL)
    uloc_setKeywordValue ("calendar", calendar, locale, LOCALE_SIZE, &status);
  return U_SUCCESS (status);
}

static char *
to_utf8 (const UChar *text, int32_t length)
{
  return g_utf16_to_utf8 (text, length, NULL, NULL, NULL);
}

gboolean
cog_day_is_valid (const CogDay *day)
{
  static const int lengths[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (day != NULL, FALSE);

  if (day->month < 1 || day->month > 12 || day->day < 0 || day->day > lengths[day->month - 1])
    return FALSE;
  return day->year == 0 || day->day == 0 ||
         g_date_valid_dmy ((GDateDay)day->day, (GDateMonth)day->month, (GDateYear)day->year);
}

void
cog_months_foreach (const char *language, CogMonthFunc func, gpointer user_data)
{
  cog_calendar_months_foreach ("gregorian", language, func, user_data);
}

void
cog_calendar_months_foreach (const char *calendar,
                             const char *language,
                             CogMonthFunc func,
                             gpointer user_data)
{
  static const UDateFormatSymbolType types[] = { UDAT_MONTHS, UDAT_STANDALONE_MONTHS,
                                                 UDAT_SHORT_MONTHS, UDAT_STANDALONE_SHORT_MONTHS };
  char locale[LOCALE_SIZE];
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format;

  g_return_if_fail (calendar != NULL && func != NULL);

  if (!get_locale (language, calendar, locale))
    return;
  format = udat_open (UDAT_LONG, UDAT_LONG, locale, NULL, 0, NULL, 0, &status);
  if (U_FAILURE (status))
    return;
  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    for (int32_t month = 0; month < 12; month++)
      {
        UChar name[WORDS];
        int32_t length = udat_getSymbols (format, types[t], month, name, WORDS, &status);
        g_autofree char *utf8 = U_SUCCESS (status) ? to_utf8 (name, length) : NULL;

        status = U_ZERO_ERROR;
        if (utf8 != NULL && utf8[0] != '\0')
          func (utf8, month + 1, user_data);
      }
  udat_close (format);
}

/* Noon, in universal time: no zone moves it to another day. */
static UDate
to_date (const CogDay *day)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (day->year > 0 ? day->year : 2000, day->month,
                                                    day->day > 0 ? day->day : 1, 12, 0, 0);

  return time != NULL ? (UDate)g_date_time_to_unix (time) * 1000.0 : 0;
}

gboolean
cog_day_from_calendar (const char *calendar, int year, int month, int day, CogDay *result)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  char locale[LOCALE_SIZE];
  UCalendar *other;
  g_autoptr (GDateTime) time = NULL;
  UDate date;

  g_return_val_if_fail (calendar != NULL && result != NULL, FALSE);

  if (!get_locale ("en", calendar, locale))
    return FALSE;
  other = ucal_open (utc, -1, locale, UCAL_TRADITIONAL, &status);
  if (U_FAILURE (status))
    return FALSE;
  ucal_clear (other);
  ucal_setAttribute (other, UCAL_LENIENT, FALSE);
  ucal_set (other, UCAL_YEAR, year);
  ucal_set (other, UCAL_MONTH, month - 1);
  ucal_set (other, UCAL_DATE, day);
  ucal_set (other, UCAL_HOUR_OF_DAY, 12);
  date = ucal_getMillis (other, &status);
  ucal_close (other);
  if (U_SUCCESS (status))
    time = g_date_time_new_from_unix_utc ((gint64)(date / 1000));
  if (time == NULL)
    return FALSE;
  *result = (CogDay){ g_date_time_get_year (time), g_date_time_get_month (time),
                      g_date_time_get_day_of_month (time) };
  return TRUE;
}

static char *
format_skeleton (UDate date, const char *skeleton, const char *locale)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);
  UChar wanted[32], pattern[WORDS], text[WORDS];
  int32_t n_pattern, n_text = 0;
  UDateFormat *format = NULL;

  u_uastrncpy (wanted, skeleton, G_N_ELEMENTS (wanted));
  n_pattern = udatpg_getBestPattern (generator, wanted, -1, pattern, WORDS, &status);
  if (U_SUCCESS (status))
    format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, pattern, n_pattern, &status);
  if (U_SUCCESS (status))
    n_text = udat_format (format, date, text, WORDS, NULL, &status);
  if (format != NULL)
    udat_close (format);
  udatpg_close (generator);
  return U_SUCCESS (status) ? to_utf8 (text, n_text) : NULL;
}

char *
cog_day_dup_words (const CogDay *day, const char *calendar, const char *language)
{
  char locale[LOCALE_SIZE];
  const char *skeleton;
  gboolean has_era = calendar != NULL && strcmp (calendar, "gregorian") != 0;

  g_return_val_if_fail (day != NULL && cog_day_is_valid (day), NULL);

  if (!get_locale (language, calendar, locale))
    return NULL;
  if (day->year == 0)
    skeleton = "MMMMd";
  else if (day->day == 0)
    skeleton = has_era ? "GyMMMM" : "yMMMM";
  else
    skeleton = has_era ? "GyMMMMd" : "yMMMMd";
  return format_skeleton (to_date (day), skeleton, locale);
}

char *
cog_year_dup (int year, const char *language)
{
  const CogDay day = { year, 7, 1 };
  char locale[LOCALE_SIZE];

  g_return_val_if_fail (year > 0 && language != NULL, NULL);

  return get_locale (language, "gregorian", locale) ? format_skeleton (to_date (&day), "y", locale)
                                                    : NULL;
}

char *
cog_day_dup_figures (const CogDay *day, const char *language)
{
  char locale[LOCALE_SIZE];

  g_return_val_if_fail (day != NULL && cog_day_is_valid (day), NULL);

  return get_locale (language, "gregorian", locale)
             ? format_skeleton (to_date (day), day->year == 0 ? "Md" : "yMd", locale)
             : NULL;
}

static char *
find_other_calendar (const char *language)
{
  /* Named by CLDR for feasts and farmers' almanacs: no book dates by them. */
  static const char *const passed_over[] = { "gregorian", "iso8601", "coptic", "chinese",
                                             "dangi",     "indian",  NULL };
  char locale[LOCALE_SIZE];
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *names;
  const char *name;
  char *found = NULL;

  if (!get_locale (language, NULL, locale))
    return NULL;
  names = ucal_getKeywordValuesForLocale ("calendar", locale, TRUE, &status);
  while (found == NULL && U_SUCCESS (status) && (name = uenum_next (names, NULL, &status)) != NULL)
    /* Where several Islamic ones are named, the first is the one that is really used. */
    if (!g_strv_contains (passed_over, name))
      found = g_strdup (name);
  uenum_close (names);
  return found;
}

char *
cog_calendar_dup_name (const char *calendar, const char *in_language)
{
  g_autofree char *locale = g_strconcat ("en@calendar=", calendar, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UChar name[WORDS];
  int32_t length =
      uloc_getDisplayKeywordValue (locale, "calendar", in_language, name, WORDS, &status);

  return U_SUCCESS (status) ? to_utf8 (name, length) : g_strdup (calendar);
}

static CogDayOrder
find_order (const char *language)
{
  const CogDay day = { 2033, 11, 22 };
  g_autofree char *figures = NULL;
  g_autofree char *latin = g_strdup_printf ("%s-u-nu-latn", language != NULL ? language : "en");
  const char *d, *m, *y;

  figures = cog_day_dup_figures (&day, latin);
  d = figures != NULL ? strstr (figures, "22") : NULL;
  m = figures != NULL ? strstr (figures, "11") : NULL;
  y = figures != NULL ? strstr (figures, "33") : NULL;
  if (d == NULL || m == NULL || y == NULL)
    return COG_DAY_ORDER_DMY;
  if (y < m && m < d)
    return COG_DAY_ORDER_YMD;
  return m < d ? COG_DAY_ORDER_MDY : COG_DAY_ORDER_DMY;
}

static gboolean
find_two_halves (const char *language)
{
  char locale[LOCALE_SIZE];
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator;
  UDateFormatHourCycle cycle;

  if (!get_locale (language, NULL, locale))
    return FALSE;
  generator = udatpg_open (locale, &status);
  cycle = udatpg_getDefaultHourCycle (generator, &status);
  udatpg_close (generator);
  return U_SUCCESS (status) && (cycle == UDAT_HOUR_CYCLE_11 || cycle == UDAT_HOUR_CYCLE_12);
}

char *
cog_clock_dup (int hour, int minute, const char *language)
{
  char locale[LOCALE_SIZE];

  g_return_val_if_fail (hour >= 0 && hour < 24 && minute >= 0 && minute < 60, NULL);

  return get_locale (language, NULL, locale)
             ? format_skeleton ((hour * 60.0 + minute) * 60000.0, "jmm", locale)
             : NULL;
}

static int32_t
get_week (const char *language, gboolean of_start)
{
  char locale[LOCALE_SIZE];
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar;
  int32_t answer;

  if (!get_locale (language, "gregorian", locale))
    return of_start ? UCAL_MONDAY : TRUE;
  calendar = ucal_open (NULL, 0, locale, UCAL_GREGORIAN, &status);
  if (U_FAILURE (status))
    return of_start ? UCAL_MONDAY : TRUE;
  answer = of_start ? ucal_getAttribute (calendar, UCAL_FIRST_DAY_OF_WEEK)
                    : ucal_getDayOfWeekType (calendar, UCAL_SATURDAY, &status) != UCAL_WEEKDAY &&
                          ucal_getDayOfWeekType (calendar, UCAL_SUNDAY, &status) != UCAL_WEEKDAY;
  ucal_close (calendar);
  return answer;
}

/* What is asked of a language again and again; asking ICU takes it milliseconds. */
typedef struct
{
  char *calendar; /* (nullable) */
  CogDayOrder order;
  gboolean has_two_halves;
  gboolean has_western_end;
  int first_day;
} Facts;

/* Kept for good. (transfer none) */
static const Facts *
get_facts (const char *language)
{
  static GMutex lock;
  static GHashTable *known;
  Facts *facts;

  if (language == NULL)
    language = "";
  g_mutex_lock (&lock);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  facts = g_hash_table_lookup (known, language);
  if (facts == NULL)
    {
      facts = g_new0 (Facts, 1);
      facts->calendar = find_other_calendar (language);
      facts->order = find_order (language);
      facts->has_two_halves = find_two_halves (language);
      facts->has_western_end = get_week (language, FALSE) != 0;
      facts->first_day = get_week (language, TRUE);
      g_hash_table_insert (known, g_strdup (language), facts);
    }
  g_mutex_unlock (&lock);
  return facts;
}

char *
cog_day_dup_other_calendar (const char *language)
{
  return g_strdup (get_facts (language)->calendar);
}

CogDayOrder
cog_day_get_order (const char *language)
{
  return get_facts (language)->order;
}

gboolean
cog_clock_has_two_halves (const char *language)
{
  return get_facts (language)->has_two_halves;
}

gboolean
cog_week_has_western_end (const char *language)
{
  return get_facts (language)->has_western_end;
}

int
cog_week_get_first_day (const char *language)
{
  return get_facts (language)->first_day;
}
