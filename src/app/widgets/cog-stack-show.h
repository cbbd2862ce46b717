/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the page of that name. GTK 4.8 tells a screen reader that what is on the others is seen,
 * too; so those are hidden. */
void cog_stack_show (GtkStack *stack, const char *name);

G_END_DECLS
