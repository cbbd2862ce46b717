/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reading-options.h"

#include <string.h>

#define REJECT "tracked-changes=reject"

char *
cog_reading_options_to_string (const CogReadingOptions *options)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_return_val_if_fail (options != NULL, NULL);

  if (options->tracked_changes == COG_TRACKED_CHANGES_REJECT)
    g_ptr_array_add (words, (gpointer)REJECT);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (",", (char **)words->pdata);
}

void
cog_reading_options_from_string (CogReadingOptions *options, const char *text)
{
  g_auto (GStrv) words = NULL;

  g_return_if_fail (options != NULL && text != NULL);

  memset (options, 0, sizeof *options);
  words = g_strsplit (text, ",", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], REJECT))
      options->tracked_changes = COG_TRACKED_CHANGES_REJECT;
}
