/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reading-options.h"

#include "cog-language.h"

#include <string.h>

#define REJECT "tracked-changes=reject"
#define LANGUAGE "language="
#define OCR "ocr"

gboolean
cog_reading_options_set_language (CogReadingOptions *options, const char *tag)
{
  g_autofree char *canonical = cog_language_canonicalise (tag);

  g_return_val_if_fail (options != NULL, FALSE);

  if (canonical == NULL || strlen (canonical) >= sizeof options->language)
    return FALSE;
  g_strlcpy (options->language, canonical, sizeof options->language);
  return TRUE;
}

char *
cog_reading_options_to_string (const CogReadingOptions *options)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (options != NULL, NULL);

  if (options->tracked_changes == COG_TRACKED_CHANGES_REJECT)
    g_ptr_array_add (words, g_strdup (REJECT));
  if (options->language[0] != '\0')
    g_ptr_array_add (words, g_strconcat (LANGUAGE, options->language, NULL));
  if (options->use_ocr)
    g_ptr_array_add (words, options->ocr_languages[0] != '\0'
                                ? g_strconcat (OCR "=", options->ocr_languages, NULL)
                                : g_strdup (OCR));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (",", (char **)words->pdata);
}

gboolean
cog_reading_options_set_ocr_languages (CogReadingOptions *options, const char *text)
{
  g_auto (GStrv) tags = NULL;
  g_autoptr (GString) joined = g_string_new (NULL);

  g_return_val_if_fail (options != NULL && text != NULL, FALSE);

  tags = g_strsplit_set (text, ",+ ;", -1);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *tag = NULL;

      if (tags[i][0] == '\0')
        continue;
      tag = cog_language_is_valid (tags[i]) ? cog_language_canonicalise (tags[i]) : NULL;
      if (tag == NULL)
        return FALSE;
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "+" : "", tag);
    }
  if (joined->len >= COG_MAX_OCR_LANGUAGES)
    return FALSE;
  memcpy (options->ocr_languages, joined->str, joined->len + 1);
  return TRUE;
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
    else if (g_str_has_prefix (words[i], LANGUAGE))
      cog_reading_options_set_language (options, words[i] + strlen (LANGUAGE));
    else if (g_str_equal (words[i], OCR))
      options->use_ocr = TRUE;
    else if (g_str_has_prefix (words[i], OCR "=") &&
             cog_reading_options_set_ocr_languages (options, words[i] + strlen (OCR "=")))
      options->use_ocr = TRUE;
}
