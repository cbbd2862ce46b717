/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-time-words.h"

#include <glib/gi18n-lib.h>

static gboolean
is_same_day (GDateTime *a, GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) &&
         g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

char *
cog_time_words_dup (gint64 when, gint64 now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (when);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now);
  g_autoptr (GDateTime) yesterday = today != NULL ? g_date_time_add_days (today, -1) : NULL;
  int minutes = (int)CLAMP ((now - when) / 60, 0, 24 * 60);

  if (then == NULL || today == NULL)
    return g_strdup ("");
  if (minutes < 1)
    return g_strdup (_ ("just now"));
  if (minutes < 60)
    return g_strdup_printf (ngettext ("%'d minute ago", "%'d minutes ago", (gulong)minutes),
                            minutes);
  if (is_same_day (then, today))
    /* Translators: when something was done, today: hours and minutes. */
    return g_date_time_format (then, _ ("today, %H:%M"));
  if (is_same_day (then, yesterday))
    return g_date_time_format (then, _ ("yesterday, %H:%M"));
  /* Translators: when something was done, longer ago: a day of a year. */
  return g_date_time_format (then, _ ("%e %B %Y"));
}
