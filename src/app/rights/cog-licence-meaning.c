/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence-meaning.h"

#include <glib/gi18n-lib.h>

const char *
cog_licence_meaning_describe (const CogLicence *licence)
{
  g_return_val_if_fail (licence != NULL, "");

  if (licence->klass == COG_CLASS_PD)
    return _ ("Anybody may do anything with it; no credit is asked for.");
  if (cog_licence_is_nd (licence))
    return cog_licence_is_nc (licence)
               ? _ ("Others may share it unchanged, as long as nobody earns money with it.")
               : _ ("Others may share it unchanged, also to earn money.");
  if (cog_licence_is_copyleft (licence))
    return cog_licence_is_nc (licence)
               ? _ ("Others may change and share it on the same terms, as long as nobody earns "
                    "money with it.")
               : _ ("Others may change and share it on the same terms, also to earn money.");
  return cog_licence_is_nc (licence)
             ? _ ("Others may change and share it on any terms, as long as nobody earns money with "
                  "it.")
             : _ ("Others may change and share it on any terms, also to earn money.");
}

const char *
cog_licence_meaning_describe_source (const char *expression)
{
  const CogLicence *licence = expression != NULL ? cog_licence_lookup (expression) : NULL;

  if (licence == NULL || !cog_licence_is_open (licence))
    return _ ("Not known yet. You can start; it must be known before you publish.");
  if (cog_licence_is_nd (licence))
    return _ ("You may share it unchanged, but not share a translation. Ask the owner first.");
  if (cog_licence_is_copyleft (licence))
    return cog_licence_is_nc (licence)
               ? _ ("You may adapt it, must share alike, and nobody may earn money with it.")
               : _ ("You may adapt it, and must share alike.");
  return cog_licence_is_nc (licence)
             ? _ ("You may adapt it, as long as nobody earns money with it.")
             : _ ("You may adapt it, with credit.");
}
