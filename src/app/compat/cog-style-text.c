/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-style-text.h"

void
cog_style_load_text (GtkCssProvider *provider, const char *css)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_css_provider_load_from_string (provider, css);
#else
  gtk_css_provider_load_from_data (provider, css, -1);
#endif
}
