/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogSaveStatus:
 *
 * Says quietly that what was written is stored, while somebody types that it will be, and where it
 * cannot be that it is not (CogFaultBar says why).
 */
#define COG_TYPE_SAVE_STATUS (cog_save_status_get_type ())
G_DECLARE_FINAL_TYPE (CogSaveStatus, cog_save_status, COG, SAVE_STATUS, GtkWidget)

/* project: (nullable): nothing is said. */
void cog_save_status_set_project (CogSaveStatus *self, CogProject *project);
/* Somebody types: stored in a moment. */
void cog_save_status_expect (CogSaveStatus *self);

G_END_DECLS
