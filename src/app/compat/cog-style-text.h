/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives a provider a style sheet that the program has made itself. */
void cog_style_load_text (GtkCssProvider *provider, const char *css);

G_END_DECLS
