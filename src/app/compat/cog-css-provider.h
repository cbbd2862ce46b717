/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes rules instead of those it had. */
void cog_css_provider_load (GtkCssProvider *provider, const char *css);

G_END_DECLS
