/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-scroll.h"

void
cog_scroll_show (GtkAdjustment *adjustment, double start, double size)
{
  double room, now;

  g_return_if_fail (GTK_IS_ADJUSTMENT (adjustment));

  room = gtk_adjustment_get_page_size (adjustment);
  now = gtk_adjustment_get_value (adjustment);
  if (start < now || start + size > now + room)
    gtk_adjustment_set_value (adjustment, start - MAX (0, room - size) / 2);
}

gboolean
cog_scroll_is_at_end (GtkAdjustment *adjustment, gboolean is_start)
{
  double value;

  g_return_val_if_fail (GTK_IS_ADJUSTMENT (adjustment), FALSE);

  value = gtk_adjustment_get_value (adjustment);
  return is_start ? value <= gtk_adjustment_get_lower (adjustment) + 1
                  : value + gtk_adjustment_get_page_size (adjustment) >=
                        gtk_adjustment_get_upper (adjustment) - 1;
}
