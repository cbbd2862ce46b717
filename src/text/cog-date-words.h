/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days and hours as languages and places write them (CLDR, through ICU). */

typedef struct
{
  int year;  /* Gregorian; 0: none is said */
  int month; /* 1 … 12 */
  int day;   /* 1 … 31; 0: none is said */
} CogDay;

/* Whether there is such a day in the Gregorian calendar; without a year, in any year. */
gboolean cog_day_is_valid (const CogDay *day);

/* The names of months that a language has, wide and short, in running text and alone: each is
 * called with the month (1 … 12). */
typedef void (*CogMonthFunc) (const char *name, int month, gpointer user_data);
void cog_months_foreach (const char *language, CogMonthFunc func, gpointer user_data);

/* The same of another calendar ("persian", "islamic-umalqura"). */
void cog_calendar_months_foreach (const char *calendar,
                                  const char *language,
                                  CogMonthFunc func,
                                  gpointer user_data);

/* The Gregorian day that a day of another calendar is; FALSE: it has no such day. */
gboolean cog_day_from_calendar (const char *calendar, int year, int month, int day, CogDay *result);
/* A Gregorian year as the place writes it: "2019", "٢٠١٩". (transfer full) (nullable) */
char *cog_year_dup (int year, const char *language);

/* A day in words: "4 шілде 1999 ж.", in a calendar ("gregorian", "islamic-umalqura"; NULL: the
 * place's own). NULL: it has no such. (transfer full) (nullable) */
char *cog_day_dup_words (const CogDay *day, const char *calendar, const char *language);
/* A day in figures: "04.07.1999". (transfer full) (nullable) */
char *cog_day_dup_figures (const CogDay *day, const char *language);
/* The calendar other than the Gregorian that a place uses beside or before it: "buddhist" for TH,
 * "islamic-umalqura" for SA; NULL: none. (transfer full) (nullable) */
char *cog_day_dup_other_calendar (const char *language);
/* What that calendar is called, in the interface's language. (transfer full) */
char *cog_calendar_dup_name (const char *calendar, const char *in_language);

typedef enum
{
  COG_DAY_ORDER_DMY,
  COG_DAY_ORDER_MDY,
  COG_DAY_ORDER_YMD,
} CogDayOrder;
CogDayOrder cog_day_get_order (const char *language);

/* Whether the clock goes to 12 twice there. */
gboolean cog_clock_has_two_halves (const char *language);
/* hour: 0 … 23: "15:30", "٣:٣٠ م". (transfer full) (nullable) */
char *cog_clock_dup (int hour, int minute, const char *language);

/* Whether Saturday and Sunday are the weekend there; and the day on which its week begins, 1:
 * Sunday … 7. */
gboolean cog_week_has_western_end (const char *language);
int cog_week_get_first_day (const char *language);

G_END_DECLS
