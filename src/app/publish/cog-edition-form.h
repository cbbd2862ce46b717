/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the title page says: each field is stored as it is left, and follows undo. */
#define COG_TYPE_EDITION_FORM (cog_edition_form_get_type ())
G_DECLARE_FINAL_TYPE (CogEditionForm, cog_edition_form, COG, EDITION_FORM, GtkWidget)

void cog_edition_form_set_project (CogEditionForm *self, CogProject *project);
/* Puts the cursor into the field of that name, and shows it. */
void cog_edition_form_go_to (CogEditionForm *self, const char *field);
/* Stores what is being typed. */
void cog_edition_form_flush (CogEditionForm *self);

G_END_DECLS
