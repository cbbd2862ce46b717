/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit-index.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogGoTo:
 *
 * To go somewhere by typing: a section's number or title, a figure's or table's, words of a
 * passage. Up and Down choose, Enter goes, Escape leaves all as it was.
 *
 * Signal: "chosen" (section, unit (nullable)).
 */
#define COG_TYPE_GO_TO (cog_go_to_get_type ())
G_DECLARE_FINAL_TYPE (CogGoTo, cog_go_to, COG, GO_TO, AdwWindow)

GtkWidget *cog_go_to_new (GtkWindow *parent, CogUnitIndex *index);

G_END_DECLS
