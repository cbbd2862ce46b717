/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is still missing, each a click from its place, and the formats. Checks and writes in
 * threads. */
#define COG_TYPE_PUBLISH_PAGE (cog_publish_page_get_type ())
G_DECLARE_FINAL_TYPE (CogPublishPage, cog_publish_page, COG, PUBLISH_PAGE, GtkWidget)

GtkWidget *cog_publish_page_new (CogProject *project);
/* Whether a book is being written. */
gboolean cog_publish_page_is_busy (CogPublishPage *self);
/* Stops it; what stood at the target before stays. */
void cog_publish_page_cancel (CogPublishPage *self);
/* The section that is in hand in the workbench: a preview begins there. */
void cog_publish_page_set_section (CogPublishPage *self, const char *section);

G_END_DECLS
