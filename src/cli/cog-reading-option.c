/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reading-option.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>

void
cog_reading_option_clear (CogReadingOption *option)
{
  g_free (option->tracked_changes);
}

gboolean
cog_reading_option_parse (const CogReadingOption *option,
                          CogReadingOptions *options,
                          GError **error)
{
  *options = (CogReadingOptions){ COG_TRACKED_CHANGES_ACCEPT };
  if (option->tracked_changes == NULL ||
      g_ascii_strcasecmp (option->tracked_changes, "accept") == 0)
    return TRUE;
  if (g_ascii_strcasecmp (option->tracked_changes, "reject") != 0)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                   /* Translators: the two words after the colon are typed as they are here. */
                   _ ("Tracked changes are not taken as “%s”: accept or reject."),
                   option->tracked_changes);
      return FALSE;
    }
  options->tracked_changes = COG_TRACKED_CHANGES_REJECT;
  return TRUE;
}
