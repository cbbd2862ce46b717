/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-format.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Formats that are wanted less often: a row for each group, which opens. (transfer none) */
AdwExpanderRow *cog_format_rows_add_group (GtkListBox *list, CogFormatGroup group);
/* A format in its group, with a check button, which is returned. (transfer none) */
GtkWidget *cog_format_rows_add (AdwExpanderRow *group, const CogFormat *format);

G_END_DECLS
