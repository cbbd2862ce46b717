/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-paper-fit.h"

#define MAX_FIT 1.9   /* pixels a point: on a wide screen a page need not be wider than that */
#define MIN_SCALE .05 /* before the widget has a size */

void
cog_paper_fit_init (CogPaperFit *fit,
                    GtkWidget *widget,
                    int margin,
                    void (*apply) (GtkWidget *widget))
{
  g_return_if_fail (fit != NULL && GTK_IS_WIDGET (widget) && apply != NULL);
  *fit = (CogPaperFit){ widget, apply, 1, margin, 0, 0 };
}

void
cog_paper_fit_clear (CogPaperFit *fit)
{
  g_clear_handle_id (&fit->idle, g_source_remove);
}

static gboolean
apply_cb (gpointer user_data)
{
  CogPaperFit *fit = user_data;

  fit->idle = 0;
  fit->apply (fit->widget);
  return G_SOURCE_REMOVE;
}

void
cog_paper_fit_allocate (CogPaperFit *fit, int width)
{
  if (width != fit->width && fit->idle == 0)
    fit->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_cb, fit, NULL);
  fit->width = width;
}

double
cog_paper_fit_get_scale (const CogPaperFit *fit, double points)
{
  double room = gtk_widget_get_width (fit->widget) - 2.0 * fit->margin;
  double whole = points > 0 ? room / MAX (points, 1) : 1;

  return MAX (MIN_SCALE, MIN (whole, MAX_FIT) * fit->zoom);
}
