/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-checklist.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Must be solved, should be solved, in order. Every row leads to its place; many of a kind fold. A
 * row for a field of the edition emits "field" (name), all others activate win.go-to and
 * win.go-to-rights. */
#define COG_TYPE_CHECKLIST_VIEW (cog_checklist_view_get_type ())
G_DECLARE_FINAL_TYPE (CogChecklistView, cog_checklist_view, COG, CHECKLIST_VIEW, GtkBox)

/* (transfer full) checklist. What was unfolded stays so. */
void cog_checklist_view_set (CogChecklistView *self, CogChecklist *checklist);

G_END_DECLS
