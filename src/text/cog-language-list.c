/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-language-list.h"

#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/uregion.h>

#define LOCALE_SIZE 160

/* What open textbooks are translated into most: the six languages of the United Nations, those of
 * large school systems, and those that publishers of open books name in their reports. */
static const char *const common[] = {
  "ar", "zh-Hans", "en", "fr", "ru", "es", "pt", "hi", "bn", "id",
  "sw", "ur",      "fa", "tr", "vi", "th", "de", "it", "ja", "ko",
  "pl", "uk",      "kk", "ha", "am", "zu", "yo", "nl", "el", "zh-Hant",
};

void
cog_language_choice_free (CogLanguageChoice *choice)
{
  if (choice == NULL)
    return;
  g_free (choice->tag);
  g_free (choice->name);
  g_free (choice->own_name);
  g_free (choice);
}

const char *
cog_language_get_interface (void)
{
  static char *tag;

  if (g_once_init_enter (&tag))
    {
      const char *const *names = g_get_language_names ();
      char *found = NULL;

      /* "ar_EG.UTF-8@x" comes before "ar_EG" and "ar": the first that is a plain tag. */
      for (guint i = 0; found == NULL && names[i] != NULL; i++)
        if (strpbrk (names[i], ".@") == NULL && !g_str_equal (names[i], "C"))
          found = cog_language_canonicalise (names[i]);
      g_once_init_leave (&tag, found != NULL ? found : g_strdup ("en"));
    }
  return tag;
}

static CogLanguageChoice *
choice_new (const char *tag, const char *in)
{
  CogLanguageChoice *choice = g_new0 (CogLanguageChoice, 1);

  choice->tag = g_strdup (tag);
  choice->name = cog_language_dup_name (tag, in);
  choice->own_name = cog_language_dup_own_name (tag);
  return choice;
}

static void
add_tag (GPtrArray *list, GHashTable *seen, const char *tag, const char *in)
{
  CogLanguageChoice *choice;

  if (g_hash_table_contains (seen, tag))
    return;
  choice = choice_new (tag, in);
  if (g_str_equal (choice->name, tag) && g_str_equal (choice->own_name, tag))
    {
      cog_language_choice_free (choice);
      return;
    }
  g_hash_table_add (seen, g_strdup (tag));
  g_ptr_array_add (list, choice);
}

/* A locale that ICU has data for, without its region; its script only where it says one, which it
 * does where a language has several. */
static void
add_locale (GPtrArray *list, GHashTable *seen, const char *locale, const char *in)
{
  UErrorCode status = U_ZERO_ERROR;
  char language[16], script[16];
  g_autofree char *tag = NULL;

  uloc_getLanguage (locale, language, sizeof language, &status);
  uloc_getScript (locale, script, sizeof script, &status);
  if (U_FAILURE (status) || language[0] == '\0')
    return;
  tag = script[0] != '\0' ? g_strdup_printf ("%s-%s", language, script) : g_strdup (language);
  /* Chinese without a script is no choice: nobody could read both. */
  if (!g_str_equal (tag, "zh"))
    add_tag (list, seen, tag, in);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const CogLanguageChoice *first = *(const CogLanguageChoice *const *)a;
  const CogLanguageChoice *second = *(const CogLanguageChoice *const *)b;

  return g_utf8_collate (first->name, second->name);
}

static void
sort_from (GPtrArray *list, guint from)
{
  if (list->len > from + 1)
    qsort (list->pdata + from, list->len - from, sizeof (gpointer), compare_names);
}

GPtrArray *
cog_language_list (const char *in)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_language_choice_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *const *iso = uloc_getISOLanguages ();
  guint n_common;

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    add_tag (list, seen, common[i], in);
  n_common = list->len;
  for (int32_t i = 0; i < uloc_countAvailable (); i++)
    add_locale (list, seen, uloc_getAvailable (i), in);
  for (guint i = 0; iso[i] != NULL; i++)
    if (!g_str_equal (iso[i], "zh"))
      add_tag (list, seen, iso[i], in);
  sort_from (list, n_common);
  return list;
}

char *
cog_language_join (const char *language, const char *place)
{
  g_autofree char *whole = NULL;
  char *canonical;

  g_return_val_if_fail (language != NULL, NULL);

  if (place == NULL || place[0] == '\0')
    return g_strdup (language);
  whole = g_strdup_printf ("%s-%s", language, place);
  canonical = cog_language_canonicalise (whole);
  return canonical != NULL ? canonical : g_strdup (language);
}

char *
cog_language_split (const char *tag, char **language)
{
  g_autofree char *canonical = tag != NULL ? cog_language_canonicalise (tag) : NULL;
  UErrorCode status = U_ZERO_ERROR;
  char locale[LOCALE_SIZE], name[16], script[16], country[16];
  int32_t parsed = 0;

  g_return_val_if_fail (language != NULL, NULL);

  *language = NULL;
  if (canonical == NULL)
    return NULL;
  uloc_forLanguageTag (canonical, locale, LOCALE_SIZE, &parsed, &status);
  uloc_getLanguage (locale, name, sizeof name, &status);
  uloc_getScript (locale, script, sizeof script, &status);
  uloc_getCountry (locale, country, sizeof country, &status);
  if (U_FAILURE (status))
    return NULL;
  *language = script[0] != '\0' ? g_strdup_printf ("%s-%s", name, script) : g_strdup (name);
  return country[0] != '\0' ? g_strdup (country) : NULL;
}

static char *
dup_place_name (const char *place, const char *in)
{
  g_autofree char *region = g_strdup_printf ("_%s", place);
  g_autofree char *locale = g_strdelimit (g_strdup (in != NULL ? in : "en"), "-", '_');
  UErrorCode status = U_ZERO_ERROR;
  UChar name[200];
  int32_t length = uloc_getDisplayCountry (region, locale, name, G_N_ELEMENTS (name), &status);

  return U_SUCCESS (status) && length > 0
             ? g_utf16_to_utf8 ((const gunichar2 *)name, length, NULL, NULL, NULL)
             : g_strdup (place);
}

static void
add_place (
    GPtrArray *list, GHashTable *seen, const char *place, const char *language, const char *in)
{
  CogLanguageChoice *choice;

  if (place[0] == '\0' || g_ascii_isdigit (place[0]) || strlen (place) != 2 ||
      g_hash_table_contains (seen, place))
    return;
  g_hash_table_add (seen, g_strdup (place));
  choice = g_new0 (CogLanguageChoice, 1);
  choice->tag = g_strdup (place);
  choice->name = dup_place_name (place, in);
  choice->own_name = dup_place_name (place, language);
  g_ptr_array_add (list, choice);
}

/* Where the language is at home: Arabic in Egypt, Kazakh in Kazakhstan. */
static void
add_main_place (GPtrArray *list, GHashTable *seen, const char *language, const char *in)
{
  g_autofree char *locale = g_strdelimit (g_strdup (language), "-", '_');
  char likely[LOCALE_SIZE], country[16];
  UErrorCode status = U_ZERO_ERROR;

  uloc_addLikelySubtags (locale, likely, LOCALE_SIZE, &status);
  uloc_getCountry (likely, country, sizeof country, &status);
  if (U_SUCCESS (status))
    add_place (list, seen, country, language, in);
}

static void
add_known_places (GPtrArray *list, GHashTable *seen, const char *language, const char *in)
{
  for (int32_t i = 0; i < uloc_countAvailable (); i++)
    {
      const char *locale = uloc_getAvailable (i);
      g_autofree char *tag = NULL;
      g_autofree char *own = NULL;
      g_autofree char *place = NULL;

      tag = g_strdelimit (g_strdup (locale), "_", '-');
      if (strncmp (tag, language, 2) != 0)
        continue;
      place = cog_language_split (tag, &own);
      if (place != NULL && own != NULL && cog_language_equal (tag, language))
        add_place (list, seen, place, language, in);
    }
}

static void
add_all_places (GPtrArray *list, GHashTable *seen, const char *language, const char *in)
{
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *regions = uregion_getAvailable (URGN_TERRITORY, &status);
  const char *place;

  if (U_FAILURE (status))
    return;
  while ((place = uenum_next (regions, NULL, &status)) != NULL && U_SUCCESS (status))
    /* ZZ: unknown; XA, XB: for tests of programs. */
    if (!g_str_equal (place, "ZZ") && place[0] != 'X')
      add_place (list, seen, place, language, in);
  uenum_close (regions);
}

GPtrArray *
cog_language_list_places (const char *language, const char *in, guint *n_own)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_language_choice_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CogLanguageChoice *none = g_new0 (CogLanguageChoice, 1);
  guint n_first, n;

  g_return_val_if_fail (language != NULL, list);

  none->tag = g_strdup ("");
  none->name = g_strdup ("");
  none->own_name = g_strdup ("");
  g_ptr_array_add (list, none);
  add_main_place (list, seen, language, in);
  n_first = list->len;
  add_known_places (list, seen, language, in);
  sort_from (list, n_first);
  n = list->len;
  add_all_places (list, seen, language, in);
  sort_from (list, n);
  if (n_own != NULL)
    *n_own = n;
  return list;
}

/* Letters without what stands over or under them: "Türkçe" is found by "turk". */
static char *
fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *cased = g_utf8_casefold (apart != NULL ? apart : "", -1);
  GString *plain = g_string_new (NULL);

  for (const char *c = cased; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_ismark (g_utf8_get_char (c)))
      g_string_append_len (plain, c, g_utf8_next_char (c) - c);
  return g_string_free (plain, FALSE);
}

static gboolean
begins_word (const char *text, const char *wanted)
{
  for (const char *at = strchr (text, ' '); at != NULL; at = strchr (at + 1, ' '))
    if (g_str_has_prefix (at + (at[1] == '(' ? 2 : 1), wanted))
      return TRUE;
  return FALSE;
}

static int
rank_name (const char *name, const char *wanted)
{
  g_autofree char *folded = fold (name);

  if (g_str_equal (folded, wanted))
    return 0;
  if (g_str_has_prefix (folded, wanted))
    return 1;
  if (begins_word (folded, wanted))
    return 2;
  return strstr (folded, wanted) != NULL ? 4 : -1;
}

static int
rank_tag (const char *tag, const char *wanted)
{
  g_autofree char *folded = fold (tag);
  g_autofree char *locale = g_strdelimit (g_strdup (tag), "-", '_');

  if (g_str_equal (folded, wanted) ||
      (strchr (tag, '-') == NULL && g_str_equal (uloc_getISO3Language (locale), wanted)))
    return 0;
  if (g_str_has_prefix (folded, wanted))
    return 3;
  return strstr (folded, wanted) != NULL ? 4 : -1;
}

int
cog_language_choice_rank (const CogLanguageChoice *choice, const char *query)
{
  g_autofree char *wanted = NULL;
  int ranks[3];
  int best = -1;

  g_return_val_if_fail (choice != NULL && query != NULL, -1);

  wanted = fold (query);
  g_strstrip (wanted);
  ranks[0] = rank_tag (choice->tag, wanted);
  ranks[1] = rank_name (choice->name, wanted);
  ranks[2] = rank_name (choice->own_name, wanted);
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (ranks[i] >= 0 && (best < 0 || ranks[i] < best))
      best = ranks[i];
  return best;
}

gboolean
cog_language_choice_matches (const CogLanguageChoice *choice, const char *query)
{
  return cog_language_choice_rank (choice, query) >= 0;
}

char *
cog_language_dup_pair (const char *source, const char *target)
{
  const char *in = cog_language_get_interface ();
  g_autofree char *to = NULL;
  g_autofree char *from = NULL;
  g_autofree char *plain = NULL;

  g_return_val_if_fail (target != NULL, NULL);

  to = cog_language_dup_name (target, in);
  if (source == NULL)
    return g_steal_pointer (&to);
  g_free (cog_language_split (source, &plain));
  from = cog_language_dup_name (plain != NULL ? plain : source, in);
  /* Translators: languages of the original and of the adaptation, each isolated: "English →
   * Arabic". */
  return g_strdup_printf (_ ("\xE2\x81\xA8%s\xE2\x81\xA9 → \xE2\x81\xA8%s\xE2\x81\xA9"), from, to);
}
