/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is in the edition and what binds it, the licence guide, and the attribution as it will read.
 * Computed in a thread, anew when the page is shown or the book changes. */
#define COG_TYPE_RIGHTS_PAGE (cog_rights_page_get_type ())
G_DECLARE_FINAL_TYPE (CogRightsPage, cog_rights_page, COG, RIGHTS_PAGE, GtkWidget)

GtkWidget *cog_rights_page_new (CogProject *project);
/* Shows a piece, by the id of its component; nothing where there is none. */
void cog_rights_page_go_to (CogRightsPage *self, const char *component);

G_END_DECLS
