/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogBeside:
 *
 * What one reads beside what one works at: at its start where there is room for both, else above
 * it. Where it is hidden, or there is none, the other has all. Properties for templates: main, and
 * beside.
 */
#define COG_TYPE_BESIDE (cog_beside_get_type ())
G_DECLARE_FINAL_TYPE (CogBeside, cog_beside, COG, BESIDE, GtkWidget)

/* (nullable) */
void cog_beside_set_beside (CogBeside *self, GtkWidget *child);

G_END_DECLS
