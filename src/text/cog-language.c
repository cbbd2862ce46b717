/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-language.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#define LOCALE_SIZE 160

static gboolean
to_locale (const char *tag, char locale[LOCALE_SIZE])
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t parsed = 0;
  g_autofree char *hyphenated = NULL;

  if (tag == NULL || tag[0] == '\0' || strlen (tag) > 80)
    return FALSE;
  hyphenated = g_strdelimit (g_strdup (tag), "_", '-');
  uloc_forLanguageTag (hyphenated, locale, LOCALE_SIZE, &parsed, &status);
  return U_SUCCESS (status) && parsed == (int32_t)strlen (hyphenated) && locale[0] != '\0' &&
         locale[0] != '_' && strcspn (locale, "_@") <= 3;
}

gboolean
cog_language_is_valid (const char *tag)
{
  char locale[LOCALE_SIZE];

  return to_locale (tag, locale);
}

gboolean
cog_language_is_rtl (const char *tag)
{
  char locale[LOCALE_SIZE];

  return to_locale (tag, locale) && uloc_isRightToLeft (locale);
}

/* BCP 47, 4.1: a script that goes without saying is left out. Of IANA's registry (Suppress-Script),
 * the languages in use. */
static const struct
{
  const char *script, *languages;
} unsaid[] = {
  { "-Arab", " ar fa ps ur " },
  { "-Armn", " hy " },
  { "-Beng", " as bn " },
  { "-Cyrl", " ab be bg kk mk ru uk " },
  { "-Deva", " hi mai mr ne " },
  { "-Ethi", " am ti " },
  { "-Geor", " ka " },
  { "-Grek", " el " },
  { "-Gujr", " gu " },
  { "-Guru", " pa " },
  { "-Hebr", " he yi " },
  { "-Jpan", " ja " },
  { "-Khmr", " km " },
  { "-Knda", " kn " },
  { "-Kore", " ko " },
  { "-Laoo", " lo " },
  { "-Latn",
    " af ay ca ch cs cy da de dsb en eo es et eu fi fj fo fr frr fy ga gl gn gsw gv hr hsb ht hu "
    "id is it kl la lb ln lt lv mg mh ms mt na nb nd nds nl nn no nr nso ny om pl pt qu rm rn ro "
    "rw sg sk sl sm so sq ss st sv sw tet tl tn to tr ts ve vi xh zu " },
  { "-Mlym", " ml " },
  { "-Mymr", " my " },
  { "-Orya", " or " },
  { "-Sinh", " si " },
  { "-Taml", " ta " },
  { "-Telu", " te " },
  { "-Thaa", " dv " },
  { "-Thai", " th " },
  { "-Tibt", " dz " },
};

/* Of a canonical tag, in place. */
static void
leave_out_script (char *tag)
{
  char *script = strchr (tag, '-');
  char language[8];

  if (script == NULL || script - tag > 3 || strcspn (script + 1, "-") != 4)
    return;
  g_snprintf (language, sizeof language, " %.*s ", (int)(script - tag), tag);
  for (guint i = 0; i < G_N_ELEMENTS (unsaid); i++)
    if (strncmp (script, unsaid[i].script, 5) == 0 && strstr (unsaid[i].languages, language))
      {
        memmove (script, script + 5, strlen (script + 5) + 1);
        return;
      }
}

char *
cog_language_canonicalise (const char *tag)
{
  char locale[LOCALE_SIZE];
  char canonical[LOCALE_SIZE];
  UErrorCode status = U_ZERO_ERROR;

  if (!to_locale (tag, locale))
    return NULL;
  uloc_toLanguageTag (locale, canonical, LOCALE_SIZE, FALSE, &status);
  if (U_FAILURE (status))
    return NULL;
  leave_out_script (canonical);
  return g_strdup (canonical);
}

static char *
to_utf8 (const UChar *text, int32_t length)
{
  return g_utf16_to_utf8 ((const gunichar2 *)text, length, NULL, NULL, NULL);
}

char *
cog_language_dup_name (const char *tag, const char *in_language)
{
  char locale[LOCALE_SIZE];
  char in[LOCALE_SIZE];
  UChar name[200];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;

  g_return_val_if_fail (tag != NULL, NULL);

  if (!to_locale (tag, locale))
    return g_strdup (tag);
  if (!to_locale (in_language, in))
    strcpy (in, "en");
  length = uloc_getDisplayName (locale, in, name, G_N_ELEMENTS (name), &status);
  if (U_FAILURE (status) || length <= 0)
    return g_strdup (tag);
  return to_utf8 (name, length);
}

char *
cog_language_dup_own_name (const char *tag)
{
  return cog_language_dup_name (tag, tag);
}

gboolean
cog_language_equal (const char *a, const char *b)
{
  char locale[2][LOCALE_SIZE];
  char language[2][16];
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *script_a = NULL;
  g_autofree char *script_b = NULL;

  if (!to_locale (a, locale[0]) || !to_locale (b, locale[1]))
    return FALSE;
  uloc_getLanguage (locale[0], language[0], sizeof language[0], &status);
  uloc_getLanguage (locale[1], language[1], sizeof language[1], &status);
  if (U_FAILURE (status) || strcmp (language[0], language[1]) != 0)
    return FALSE;
  /* Chinese in simplified and in traditional letters are two editions, as are sr-Latn and sr-Cyrl.
   */
  script_a = cog_language_dup_script (a);
  script_b = cog_language_dup_script (b);
  return g_strcmp0 (script_a, script_b) == 0;
}

char *
cog_language_dup_iso3 (const char *tag)
{
  char locale[LOCALE_SIZE];
  const char *code = to_locale (tag, locale) ? uloc_getISO3Language (locale) : NULL;

  return code != NULL && code[0] != '\0' ? g_strdup (code) : NULL;
}

char *
cog_language_dup_script (const char *tag)
{
  char locale[LOCALE_SIZE];
  char likely[LOCALE_SIZE];
  char script[16];
  UErrorCode status = U_ZERO_ERROR;

  if (!to_locale (tag, locale))
    return NULL;
  uloc_addLikelySubtags (locale, likely, LOCALE_SIZE, &status);
  if (U_FAILURE (status) || uloc_getScript (likely, script, sizeof script, &status) <= 0)
    return NULL;
  return g_ascii_strdown (script, -1);
}

const char *
cog_text_guess_script (const char *text)
{
  static const struct
  {
    UScriptCode code;
    const char *name;
  } scripts[] = {
    { USCRIPT_LATIN, "latn" },      { USCRIPT_CYRILLIC, "cyrl" }, { USCRIPT_ARABIC, "arab" },
    { USCRIPT_HEBREW, "hebr" },     { USCRIPT_HAN, "hani" },      { USCRIPT_HIRAGANA, "jpan" },
    { USCRIPT_KATAKANA, "jpan" },   { USCRIPT_HANGUL, "kore" },   { USCRIPT_THAI, "thai" },
    { USCRIPT_DEVANAGARI, "deva" }, { USCRIPT_GREEK, "grek" },    { USCRIPT_ETHIOPIC, "ethi" },
    { USCRIPT_KHMER, "khmr" },      { USCRIPT_BENGALI, "beng" },  { USCRIPT_TAMIL, "taml" },
    { USCRIPT_MYANMAR, "mymr" },    { USCRIPT_GEORGIAN, "geor" }, { USCRIPT_ARMENIAN, "armn" },
    { USCRIPT_LAO, "laoo" },        { USCRIPT_TIBETAN, "tibt" },
  };
  guint counts[G_N_ELEMENTS (scripts)] = { 0 };
  guint best = 0;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      UErrorCode status = U_ZERO_ERROR;
      UScriptCode code = uscript_getScript ((UChar32)g_utf8_get_char (c), &status);

      for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
        if (scripts[i].code == code)
          counts[i]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (scripts); i++)
    if (counts[i] > counts[best])
      best = i;
  return counts[best] > 0 ? scripts[best].name : NULL;
}

gboolean
cog_text_guess_rtl (const char *text, gboolean *is_rtl)
{
  g_return_val_if_fail (text != NULL && is_rtl != NULL, FALSE);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      UCharDirection direction = u_charDirection ((UChar32)g_utf8_get_char (c));

      if (direction != U_LEFT_TO_RIGHT && direction != U_RIGHT_TO_LEFT &&
          direction != U_RIGHT_TO_LEFT_ARABIC)
        continue;
      *is_rtl = direction != U_LEFT_TO_RIGHT;
      return TRUE;
    }
  return FALSE;
}

char *
cog_language_format_number (const char *tag, gint64 number)
{
  char locale[LOCALE_SIZE];
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format;
  UChar digits[64];
  int32_t length;

  if (!to_locale (tag, locale))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  format = unum_open (UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
  unum_setAttribute (format, UNUM_GROUPING_USED, 0);
  length = unum_formatInt64 (format, number, digits, G_N_ELEMENTS (digits), NULL, &status);
  unum_close (format);
  if (U_FAILURE (status))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return to_utf8 (digits, length);
}
