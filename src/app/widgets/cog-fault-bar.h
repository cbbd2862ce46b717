/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogFaultBar:
 *
 * Stands above the pages as long as something that was typed cannot be stored: what is wrong, Try
 * Again, and Save a Copy As. It tries again by itself, too.
 *
 * Signal: "copied" (path): everything is in that copy now.
 */
#define COG_TYPE_FAULT_BAR (cog_fault_bar_get_type ())
G_DECLARE_FINAL_TYPE (CogFaultBar, cog_fault_bar, COG, FAULT_BAR, GtkWidget)

/* project: (nullable) */
void cog_fault_bar_set_project (CogFaultBar *self, CogProject *project);
/* Tries now, where there is something to store. */
void cog_fault_bar_try (CogFaultBar *self);
/* Asks where to, and writes. */
void cog_fault_bar_save_copy (CogFaultBar *self);

G_END_DECLS
