/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A licence as its chip; a press opens the catalogue, to be searched by name, or by the words or
 * the address that stand beside a work. Signal "chosen" (expression, nullable: not known). */
#define COG_TYPE_LICENCE_BUTTON (cog_licence_button_get_type ())
G_DECLARE_FINAL_TYPE (CogLicenceButton, cog_licence_button, COG, LICENCE_BUTTON, GtkWidget)

GtkWidget *cog_licence_button_new (void);
/* NULL: not known. */
void cog_licence_button_set_licence (CogLicenceButton *self, const char *expression);
/* What to say instead of "Unknown" where none is stated, and none need be. (nullable) */
void cog_licence_button_set_unstated (CogLicenceButton *self, const char *words);
const char *cog_licence_button_get_licence (CogLicenceButton *self);

G_END_DECLS
