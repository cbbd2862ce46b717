/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-message.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/umsg.h>

#define LOCALE_SIZE 160
#define MAX_WORDS 3
/* Longer is no sentence. */
#define MAX_UNITS 4096

static void
get_locale (const char *language, char locale[LOCALE_SIZE])
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t parsed = 0;
  g_autofree char *tag = g_strdelimit (g_strdup (language != NULL ? language : ""), "_", '-');

  uloc_forLanguageTag (tag, locale, LOCALE_SIZE, &parsed, &status);
  if (U_FAILURE (status) || parsed == 0 || status == U_STRING_NOT_TERMINATED_WARNING)
    strcpy (locale, "en");
}

char *
cog_message_format (const char *language,
                    const char *message,
                    gint64 number,
                    const char *const *words)
{
  char locale[LOCALE_SIZE];
  UErrorCode status = U_ZERO_ERROR;
  UChar sentence[MAX_UNITS];
  glong size = 0;
  int32_t length;
  g_autofree gunichar2 *pattern = NULL;
  g_autofree gunichar2 *first = NULL;
  g_autofree gunichar2 *second = NULL;
  g_autofree gunichar2 *third = NULL;
  gunichar2 **all[MAX_WORDS] = { &first, &second, &third };
  gsize n = 0;

  g_return_val_if_fail (message != NULL, NULL);

  /* An argument without a type would be taken for words. */
  if (strstr (message, "{0,") == NULL || strstr (message, "{0}") != NULL)
    return NULL;
  get_locale (language, locale);
  pattern = g_utf8_to_utf16 (message, -1, NULL, &size, NULL);
  for (gsize i = 0; i < MAX_WORDS; i++)
    {
      gboolean is_there = words != NULL && words[n] != NULL;

      *all[i] = g_utf8_to_utf16 (is_there ? words[n++] : "", -1, NULL, NULL, NULL);
      if (*all[i] == NULL)
        return NULL;
    }
  if (pattern == NULL)
    return NULL;
  /* Arguments that the message does not ask for are not read. */
  length = u_formatMessage (locale, (const UChar *)pattern, (int32_t)size, sentence,
                            G_N_ELEMENTS (sentence), &status, (double)number, first, second, third);
  if (U_FAILURE (status) || length > (int32_t)G_N_ELEMENTS (sentence))
    return NULL;
  return g_utf16_to_utf8 ((const gunichar2 *)sentence, length, NULL, NULL, NULL);
}
