/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-css-provider.h"

void
cog_css_provider_load (GtkCssProvider *provider, const char *css)
{
  g_return_if_fail (GTK_IS_CSS_PROVIDER (provider) && css != NULL);

#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_css_provider_load_from_string (provider, css);
#else
  gtk_css_provider_load_from_data (provider, css, -1);
#endif
}
