/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogCultureWindow:
 *
 * What is bound to a culture or place in the whole book, as a list: what stands there, what it
 * would become, and where; to go there, or to decide about many at once. On a second page what was
 * agreed on for the whole book: names, places, amounts, rates.
 */
#define COG_TYPE_CULTURE_WINDOW (cog_culture_window_get_type ())
G_DECLARE_FINAL_TYPE (CogCultureWindow, cog_culture_window, COG, CULTURE_WINDOW, AdwWindow)

GtkWidget *cog_culture_window_new (GtkWindow *parent, CogLensIndex *index);
/* Only the places where the same thing stands; NULL: all. */
void cog_culture_window_show_subject (CogCultureWindow *self, const char *subject);

G_END_DECLS
