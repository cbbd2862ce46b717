/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogPaperFit:
 *
 * How large paper is shown in a widget that is as wide as it is: as wide as there is room, or so
 * many times that. A part of the widget's struct; cog_paper_fit_clear() in its dispose.
 */
typedef struct
{
  GtkWidget *widget; /* borrowed */
  void (*apply) (GtkWidget *widget);
  double zoom; /* 1: as wide as there is room */
  int margin;  /* pixels at each side of the paper */
  int width;   /* for which the scale was made */
  guint idle;
} CogPaperFit;

/* apply: called, not in the middle of a layout, when the widget has another width. */
void cog_paper_fit_init (CogPaperFit *fit,
                         GtkWidget *widget,
                         int margin,
                         void (*apply) (GtkWidget *widget));
void cog_paper_fit_clear (CogPaperFit *fit);
/* For the widget's size_allocate. */
void cog_paper_fit_allocate (CogPaperFit *fit, int width);
/* Pixels of the interface a point, for paper of that width in points; 0: not known yet. */
double cog_paper_fit_get_scale (const CogPaperFit *fit, double points);

G_END_DECLS
