/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogOutline:
 *
 * The book's sections with the share that is done, and the whole book's above them.
 *
 * Signal: "selected" (string: id of the section) when another one is chosen.
 */
#define COG_TYPE_OUTLINE (cog_outline_get_type ())
G_DECLARE_FINAL_TYPE (CogOutline, cog_outline, COG, OUTLINE, GtkWidget)

void cog_outline_set_project (CogOutline *self, CogProject *project);
/* Reads the sections again; the selection stays. */
void cog_outline_reload (CogOutline *self);
void cog_outline_select (CogOutline *self, const char *section);
gboolean cog_outline_is_left_out (CogOutline *self, const char *section);
/* The first section that has more than its title. (transfer none) (nullable) */
const char *cog_outline_get_first (CogOutline *self);

G_END_DECLS
