/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is still missing, each a click from its place, and the formats. */
GtkWidget *cog_publish_page_new (CogProject *project);

G_END_DECLS
