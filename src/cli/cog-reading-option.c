/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reading-option.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>

void
cog_reading_option_clear (CogReadingOption *option)
{
  g_free (option->tracked_changes);
  g_free (option->language);
  g_free (option->ocr_languages);
}

static gboolean
parse_ocr (const CogReadingOption *option, CogReadingOptions *options, GError **error)
{
  /* Who names languages wants them read. */
  options->use_ocr = option->use_ocr || option->ocr_languages != NULL;
  if (option->ocr_languages == NULL ||
      cog_reading_options_set_ocr_languages (options, option->ocr_languages))
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
               /* Translators: “ar,en” is typed as it is here. */
               _ ("“%s” are no languages for text recognition: give their tags, such as “ar,en”."),
               option->ocr_languages);
  return FALSE;
}

gboolean
cog_reading_option_parse (const CogReadingOption *option,
                          CogReadingOptions *options,
                          GError **error)
{
  *options = (CogReadingOptions){ COG_TRACKED_CHANGES_ACCEPT };
  if (option->language != NULL && !cog_reading_options_set_language (options, option->language))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                   /* Translators: a language tag is short and in English letters, as "pt-BR". */
                   _ ("“%s” is no language tag."), option->language);
      return FALSE;
    }
  if (!parse_ocr (option, options, error))
    return FALSE;
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
