/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A tick, what the sources have settled, and because of which piece: an item of a list. because and
 * sentence (the whole reason, as a tooltip) nullable. (transfer floating) */
GtkWidget *cog_settled_fact_new (const char *fact, const char *because, const char *sentence);

G_END_DECLS
