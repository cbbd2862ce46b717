/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The markup of a unit, or of the whole section around it: the source's, and beside it the
 * adaptation's, to be edited. It is checked while it is typed; only normal form can be stored, as
 * one step. unit (nullable): the section at once. */
void cog_source_window_present (GtkWindow *parent,
                                CogProject *project,
                                const char *section,
                                const char *unit);

G_END_DECLS
