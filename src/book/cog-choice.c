/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-choice.h"

static const char *const choice_nicks[] = {
  "open", "keep", "explain", "drop", "convert", "swap", "rechoose", "note", "dismiss",
};

const char *
cog_choice_to_nick (CogChoice choice)
{
  g_return_val_if_fail (choice < G_N_ELEMENTS (choice_nicks), NULL);
  return choice_nicks[choice];
}

gboolean
cog_choice_from_nick (const char *nick, CogChoice *choice)
{
  for (guint i = 0; i < G_N_ELEMENTS (choice_nicks); i++)
    if (g_strcmp0 (nick, choice_nicks[i]) == 0)
      {
        *choice = (CogChoice)i;
        return TRUE;
      }
  return FALSE;
}

gboolean
cog_choice_changes_text (CogChoice choice)
{
  return choice == COG_CHOICE_EXPLAIN || choice == COG_CHOICE_DROP ||
         choice == COG_CHOICE_CONVERT || choice == COG_CHOICE_SWAP || choice == COG_CHOICE_RECHOOSE;
}
