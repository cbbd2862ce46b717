/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-adaptation-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was found in a file: title and people, how much of what, the licence with its evidence,
 * figures with credits of their own, what was left out. */
#define COG_TYPE_IMPORT_VIEW (cog_import_view_get_type ())
G_DECLARE_FINAL_TYPE (CogImportView, cog_import_view, COG, IMPORT_VIEW, GtkWidget)

void cog_import_view_show (CogImportView *self, const CogFoundSource *found);

G_END_DECLS
