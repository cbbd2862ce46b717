/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The licence guide, and the attribution as it will read. */
GtkWidget *cog_rights_page_new (CogProject *project);

G_END_DECLS
