/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the page of that name, and hides the others: those that a stack merely does not show are
 * still there for a screen reader. */
void cog_only_page_show (GtkStack *stack, const char *name);

G_END_DECLS
