/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-locale.h"

#include <libintl.h>

void
cog_locale_bind (void)
{
  const char *moved = g_getenv ("COGNATE_LOCALE_DIR");

  bindtextdomain (GETTEXT_PACKAGE, moved != NULL ? moved : COG_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
