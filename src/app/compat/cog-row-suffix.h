/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A widget at the end of an expander's row, before its arrow. */
void cog_expander_row_add_suffix (AdwExpanderRow *row, GtkWidget *widget);

G_END_DECLS
