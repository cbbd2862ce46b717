/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The line of a credit below a figure: who made it, and its licence as a chip. credits: id →
 * CogCredit. NULL where there is none. (transfer floating) (nullable) */
GtkWidget *cog_credit_view_new (GHashTable *credits,
                                const CogRow *row,
                                const CogRowPicture *picture,
                                GtkTextDirection direction);

G_END_DECLS
