/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which page of the manual is about the place of a window where the keyboard is: "PAGE" or
 * "PAGE#SECTION". A dialog that has none of its own has that of the window it belongs to. Never
 * NULL. */
const char *cog_help_topics_find (GtkWindow *window);

G_END_DECLS
