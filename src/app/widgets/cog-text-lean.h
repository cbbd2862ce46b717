/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cog_text_lean_watch:
 *
 * Text that has no direction of its own, an empty one above all, GTK sets by the direction of the
 * keyboard. From now on it begins where the view's own direction begins: in an Arabic text the
 * caret stands at the right, also while the keyboard is still a Latin one.
 */
void cog_text_lean_watch (GtkTextView *view);

G_END_DECLS
