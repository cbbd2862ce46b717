/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-when.h"

#include <glib/gi18n-lib.h>

static guint32
to_day (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);
  GDate date;

  if (moment == NULL)
    return 1;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)g_date_time_get_day_of_month (moment),
                  (GDateMonth)g_date_time_get_month (moment),
                  (GDateYear)g_date_time_get_year (moment));
  return g_date_get_julian (&date);
}

char *
cog_when_describe (gint64 time, gint64 now)
{
  int days = (int)to_day (now) - (int)to_day (time);
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);

  if (days <= 0)
    return g_strdup (_ ("Today"));
  if (days == 1)
    return g_strdup (_ ("Yesterday"));
  if (days < 14)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", days), days);
  if (days < 60)
    return g_strdup_printf (ngettext ("%d week ago", "%d weeks ago", days / 7), days / 7);
  /* Translators: a day that is long ago, as g_date_time_format() writes it: "4 March 2024". */
  return moment != NULL ? g_date_time_format (moment, _ ("%-d %B %Y")) : g_strdup ("");
}
