/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-place.h"
#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogPretranslateWindow:
 *
 * Fills passages that are empty, in the section at hand or the whole book, from what was translated
 * before and by a machine: asks which, does it in a thread, and tells what came from where. While
 * it asks and runs it is modal; with its report it stays beside the book, to go through it. A
 * server is asked only when the person said yes to its address. What is typed in the book must be
 * stored before.
 */
#define COG_TYPE_PRETRANSLATE_WINDOW (cog_pretranslate_window_get_type ())
G_DECLARE_FINAL_TYPE (
    CogPretranslateWindow, cog_pretranslate_window, COG, PRETRANSLATE_WINDOW, AdwWindow)

GtkWidget *cog_pretranslate_window_new (GtkWindow *parent, CogProject *project, CogPlace *place);
/* It is asked for again: a report gives way to the questions. */
void cog_pretranslate_window_refresh (CogPretranslateWindow *self);

G_END_DECLS
