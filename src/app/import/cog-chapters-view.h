/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-chapters.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The chapters of a book as a tree with check marks and counts of words. Signal: "changed", when
 * the person took one in or out. */
#define COG_TYPE_CHAPTERS_VIEW (cog_chapters_view_get_type ())
G_DECLARE_FINAL_TYPE (CogChaptersView, cog_chapters_view, COG, CHAPTERS_VIEW, GtkWidget)

/* roots: (element-type CogChapter), one a book; they must live as long as they are shown. NULL:
 * none. */
void cog_chapters_view_show (CogChaptersView *self, GPtrArray *roots);

G_END_DECLS
