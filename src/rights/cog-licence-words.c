/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence-words.h"

#include "cog-licence-private.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define MAX_TEXT 8000

typedef struct
{
  char *phrase; /* folded */
  gsize length;
  CogWordKind kind;
  const char *value;
  gboolean is_stem;
} Entry;

typedef struct
{
  GHashTable *by_letter; /* first letter → GPtrArray of Entry, longest first */
} Vocabulary;

/* Letters that no decomposition makes plain. */
static const struct
{
  gunichar letter;
  const char *plain;
} letters[] = {
  { 0xDF, "ss" }, { 0x131, "i" }, { 0x153, "oe" }, { 0xE6, "ae" }, { 0x142, "l" },
  { 0xF8, "o" },  { 0x111, "d" }, { 0x6CC, "ي" },  { 0x649, "ي" }, { 0x6A9, "ك" },
};

static void
append_plain (GString *out, gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == letter)
      {
        g_string_append (out, letters[i].plain);
        return;
      }
  g_string_append_unichar (out, letter);
}

static gboolean
is_dropped (gunichar letter)
{
  GUnicodeType type = g_unichar_type (letter);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK ||
         type == G_UNICODE_FORMAT || letter == 0x640;
}

/* "3.0", and "3,0" as it is written in half of Europe. */
static gboolean
is_decimal_point (gunichar letter, const char *before, const char *after)
{
  if (letter != '.' && letter != ',' && letter != 0x66B)
    return FALSE;
  return before != NULL && g_unichar_isdigit (g_utf8_get_char (before)) &&
         g_unichar_isdigit (g_utf8_get_char (after));
}

static void
fold_letter (GString *out, gunichar letter)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (letter, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    if (!is_dropped (parts[i]))
      {
        if (g_unichar_isdigit (parts[i]))
          g_string_append_c (out, '0' + g_unichar_digit_value (parts[i]));
        else if (g_unichar_isalnum (parts[i]) ||
                 g_unichar_type (parts[i]) == G_UNICODE_SPACING_MARK)
          append_plain (out, g_unichar_tolower (parts[i]));
      }
}

/* No case, marks or punctuation; single blanks. offsets (nullable) gets the original byte of each.
 */
static char *
fold (const char *text, GArray *offsets)
{
  GString *out = g_string_new (NULL);
  const char *before = NULL;

  for (const char *c = text; *c != '\0'; before = c, c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      gsize length = out->len;
      guint32 at = c - text;

      if (is_dropped (letter))
        continue;
      if (is_decimal_point (letter, before, g_utf8_next_char (c)))
        g_string_append_c (out, '.');
      else
        fold_letter (out, letter);
      if (out->len == length && length > 0 && out->str[length - 1] != ' ')
        g_string_append_c (out, ' ');
      for (; offsets != NULL && offsets->len < out->len;)
        g_array_append_val (offsets, at);
    }
  return g_string_free (out, FALSE);
}

/* Written without blanks between words. */
static gboolean
is_wordless (gunichar letter)
{
  GUnicodeScript script = g_unichar_get_script (letter);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_HANGUL ||
         script == G_UNICODE_SCRIPT_THAI;
}

static void
add_folded (Vocabulary *vocabulary,
            const char *phrase,
            CogWordKind kind,
            const char *value,
            gboolean is_stem)
{
  Entry *entry = g_new0 (Entry, 1);
  gunichar first;
  GPtrArray *list;

  entry->phrase = g_strstrip (fold (phrase, NULL));
  entry->length = strlen (entry->phrase);
  entry->kind = kind;
  entry->value = value;
  entry->is_stem = is_stem;
  first = g_utf8_get_char (entry->phrase);
  list = g_hash_table_lookup (vocabulary->by_letter, GUINT_TO_POINTER (first));
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (vocabulary->by_letter, GUINT_TO_POINTER (first), list);
    }
  g_ptr_array_add (list, entry);
}

/* "NonCommercial" is written "Non Commercial" as well. */
static char *
dup_parted (const char *phrase)
{
  g_autoptr (GRegex) regex = g_regex_new ("(\\p{Ll})(\\p{Lu})", 0, 0, NULL);

  return g_regex_replace (regex, phrase, -1, 0, "\\1 \\2", 0, NULL);
}

static void
add_phrase (Vocabulary *vocabulary, const char *phrase, CogWordKind kind, const char *value)
{
  gboolean is_stem = g_str_has_suffix (phrase, "*");
  g_autofree char *bare = g_strndup (phrase, strlen (phrase) - (is_stem ? 1 : 0));
  g_autofree char *parted = dup_parted (bare);

  add_folded (vocabulary, bare, kind, value, is_stem);
  if (!g_str_equal (parted, bare))
    add_folded (vocabulary, parted, kind, value, is_stem);
}

static const struct
{
  const char *key;
  CogWordKind kind;
} keys[] = {
  { "by", COG_WORD_BY },
  { "nc", COG_WORD_NC },
  { "nd", COG_WORD_ND },
  { "sa", COG_WORD_SA },
  { "marker", COG_WORD_MARKER },
  { "zero", COG_WORD_ZERO },
  { "mark", COG_WORD_MARK },
  { "domain", COG_WORD_DOMAIN },
  { "reserved", COG_WORD_RESERVED },
  { "gfdl", COG_WORD_GFDL },
  { "gpl", COG_WORD_GPL },
  { "lal", COG_WORD_LAL },
  { "ogl", COG_WORD_OGL },
  { "opl", COG_WORD_OPL },
  { "ncgl", COG_WORD_NCGL },
  { "pddl", COG_WORD_PDDL },
  { "sampling", COG_WORD_SAMPLING },
  { "later", COG_WORD_LATER },
  { "usa", COG_WORD_USA },
  { "modified", COG_WORD_MODIFIED },
  { "or", COG_WORD_OR },
  { "and", COG_WORD_AND },
  { "dual", COG_WORD_DUAL },
  { "not", COG_WORD_NOT },
  { "filler", COG_WORD_FILLER },
  { "none", COG_WORD_NONE },
};

static void
load_statements (Vocabulary *vocabulary)
{
  g_autoptr (JsonObject) root = cog_rights_load_json ("statements.json");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      JsonArray *array = json_object_get_array_member (root, keys[i].key);

      for (guint k = 0; k < json_array_get_length (array); k++)
        add_phrase (vocabulary, json_array_get_string_element (array, k), keys[i].kind, NULL);
    }
}

/* The names that Creative Commons gives the elements, in all its languages. */
static void
load_names (Vocabulary *vocabulary)
{
  static const char *const fillers[] = { "International", "Unported", "Generic" };
  g_autoptr (JsonObject) root = cog_rights_load_json ("names.json");
  g_autoptr (GList) languages = json_object_get_members (root);

  for (GList *l = languages; l != NULL; l = l->next)
    {
      JsonObject *names = json_object_get_object_member (root, l->data);
      g_auto (GStrv) by = g_strsplit (json_object_get_string_member (names, "by"), "/", -1);

      for (guint i = 0; by[i] != NULL; i++)
        add_phrase (vocabulary, by[i], COG_WORD_BY, NULL);
      for (guint i = 1; i < 4; i++)
        add_phrase (vocabulary, json_object_get_string_member (names, keys[i].key), keys[i].kind,
                    NULL);
      for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
        add_phrase (vocabulary, json_object_get_string_member (names, fillers[i]), COG_WORD_FILLER,
                    NULL);
      if (json_object_has_member (names, "zero"))
        add_phrase (vocabulary, json_object_get_string_member (names, "zero"), COG_WORD_FILLER,
                    NULL);
    }
}

/* ICU's name of a port's country. (transfer full) (nullable) */
char *
cog_licence_dup_country (const char *port, const char *language)
{
  g_autofree char *upper = g_ascii_strup (port, -1);
  g_autofree char *locale = g_strconcat ("und_", g_str_equal (upper, "UK") ? "GB" : upper, NULL);
  UChar wide[128];
  char name[384];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;

  if (strlen (port) != 2)
    return NULL;
  length = uloc_getDisplayCountry (locale, language, wide, G_N_ELEMENTS (wide), &status);
  if (U_FAILURE (status) || length <= 0 || status == U_USING_DEFAULT_WARNING)
    return NULL;
  u_strToUTF8 (name, sizeof name, NULL, wide, length, &status);
  return U_SUCCESS (status) ? g_strdup (name) : NULL;
}

static void
load_ports (Vocabulary *vocabulary)
{
  static const char *const languages[] = { "en", "es", "fr", "de", "pt", "it",      "pl", "nl",
                                           "ru", "uk", "ar", "fa", "zh", "zh_Hant", "ja", "ko",
                                           "cs", "da", "sv", "nb", "fi", "el",      "hu", "ro",
                                           "hr", "sl", "bg", "mk", "sr", "ca",      "eu", "tr",
                                           "he", "th", "vi", "et", "ka", "hy",      "fy", "hi",
                                           "id", "lt", "lv", "mi", "no", "sw",      "kk", "ur" };
  static const char *const extra[][2] = {
    { "UK", "England & Wales" },
    { "UK", "England and Wales" },
    { "SCOTLAND", "Scotland" },
    { "SCOTLAND", "UK: Scotland" },
    { "UK", "UK: England & Wales" },
    { "IGO", "IGO" },
    { "IGO", "OIG" },
    { "IGO", "intergovernmental organisations" },
    { "IGO", "intergovernmental organizations" },
    { "IGO", "intergovernmental organization" },
    { "IGO", "منظمة حكومية دولية" },
    { "IGO", "المنظمات الحكومية الدولية" },
    { "IGO", "政府间组织" },
    { "IGO", "organisations intergouvernementales" },
    { "IGO", "organizaciones intergubernamentales" },
    { "IGO", "МПО" },
    { "CN", "China Mainland" },
    { "US", "USA" },
    { "US", "United States of America" },
  };
  GPtrArray *list = cog_licence_list ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (extra); i++)
    add_phrase (vocabulary, extra[i][1], COG_WORD_PORT, extra[i][0]);
  for (guint i = 0; i < list->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (list, i);
      const char *code;

      if (licence->port == NULL || !g_hash_table_add (seen, licence->port))
        continue;
      code = g_intern_string (g_strrstr (licence->id, "-") + 1);
      for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
        {
          g_autofree char *name = cog_licence_dup_country (licence->port, languages[l]);

          if (name != NULL)
            add_phrase (vocabulary, name, COG_WORD_PORT, code);
        }
    }
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(const Entry *const *)a;
  const Entry *second = *(const Entry *const *)b;

  if (first->length != second->length)
    return first->length < second->length ? 1 : -1;
  return (int)first->kind - (int)second->kind;
}

static const Vocabulary *
get_vocabulary (void)
{
  static gsize once = 0;
  static Vocabulary vocabulary;

  if (g_once_init_enter (&once))
    {
      GHashTableIter iter;
      gpointer list;

      vocabulary.by_letter = g_hash_table_new (NULL, NULL);
      load_statements (&vocabulary);
      load_names (&vocabulary);
      load_ports (&vocabulary);
      g_hash_table_iter_init (&iter, vocabulary.by_letter);
      while (g_hash_table_iter_next (&iter, NULL, &list))
        g_ptr_array_sort (list, compare_lengths);
      g_once_init_leave (&once, 1);
    }
  return &vocabulary;
}

static gsize
measure_word (const char *text)
{
  const char *c = text;

  if (is_wordless (g_utf8_get_char (c)))
    return g_utf8_next_char (c) - text;
  while (*c != '\0' && *c != ' ' && !is_wordless (g_utf8_get_char (c)))
    c = g_utf8_next_char (c);
  return c - text;
}

/* The longest phrase that begins here. (nullable) */
static const Entry *
find_entry (const char *text, gsize *length)
{
  GPtrArray *list =
      g_hash_table_lookup (get_vocabulary ()->by_letter, GUINT_TO_POINTER (g_utf8_get_char (text)));

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Entry *entry = g_ptr_array_index (list, i);
      const char *end = text + entry->length;

      if (strncmp (text, entry->phrase, entry->length) != 0)
        continue;
      *length = entry->length;
      if (entry->is_stem)
        *length += *end != '\0' && *end != ' ' ? measure_word (end) : 0;
      if (entry->is_stem || *end == '\0' || *end == ' ' || is_wordless (g_utf8_get_char (end)) ||
          is_wordless (g_utf8_get_char (g_utf8_prev_char (end))))
        return entry;
    }
  return NULL;
}

static void
add_word (GArray *words, CogWordKind kind, const char *value, gboolean is_short)
{
  CogLicenceWord word = { kind, value, is_short, 0, 0, 0 };

  g_array_append_val (words, word);
}

/* "3.0", "v3.0", and "3", which is only one beside a licence. */
static gboolean
read_version (const char *word, gsize length, GArray *words)
{
  gsize at = word[0] == 'v' && length > 1 ? 1 : 0;
  char version[4] = { 0 };

  if (!g_ascii_isdigit (word[at]))
    return FALSE;
  if (length == at + 3 && word[at + 1] == '.' && g_ascii_isdigit (word[at + 2]))
    memcpy (version, word + at, 3);
  else if (length == at + 1 && word[at] >= '1' && word[at] <= '4')
    g_snprintf (version, sizeof version, "%c.0", word[at]);
  else
    return FALSE;
  add_word (words, COG_WORD_VERSION, g_intern_string (version), length == at + 1);
  return TRUE;
}

/* "by", "nc", "bysa", "ccbyncsa": the letters that stand for the elements. */
static gboolean
read_letters (const char *word, gsize length, GArray *words)
{
  static const struct
  {
    const char *letters;
    CogWordKind kind;
  } pieces[] = {
    { "cc", COG_WORD_MARKER }, { "by", COG_WORD_BY }, { "nc", COG_WORD_NC },
    { "nd", COG_WORD_ND },     { "sa", COG_WORD_SA },
  };
  guint before = words->len;

  for (gsize at = 0; at < length; at += 2)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (pieces) && strncmp (word + at, pieces[i].letters, 2) != 0)
        i++;
      if (i == G_N_ELEMENTS (pieces) || length % 2 != 0 || length > 10)
        {
          g_array_set_size (words, before);
          return FALSE;
        }
      add_word (words, pieces[i].kind, NULL, pieces[i].kind != COG_WORD_MARKER);
    }
  return TRUE;
}

static gboolean
is_port (const char *code)
{
  static const char *const versions[] = { "3.0", "2.5", "2.0", "2.1", "1.0" };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *id = g_strdup_printf ("CC-BY-%s-%s", versions[i], code);

      if (cog_licence_lookup (id) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* "us" in "3.0/us", "DE" in "3.0 DE": two letters that are words of languages too. */
static gboolean
read_port (const char *word, gsize length, const char *original, GArray *words)
{
  g_autofree char *code = g_ascii_strup (word, length);
  gboolean is_upper = g_ascii_isupper (original[0]) && g_ascii_isupper (original[1]);

  if (length != 2 || !(is_upper || strchr ("/-_", original[-1]) != NULL) || !is_port (code))
    return FALSE;
  add_word (words, COG_WORD_PORT, g_intern_string (code), TRUE);
  return TRUE;
}

static gboolean
follows_version (GArray *words, guint gap)
{
  return gap == 0 && words->len > 0 &&
         g_array_index (words, CogLicenceWord, words->len - 1).kind == COG_WORD_VERSION;
}

/* Reads what begins at a word; length gets how much of it was read. */
static void
read_piece (GArray *words, const char *folded, const char *original, guint gap, gsize *length)
{
  gsize entry_length = 0;
  const Entry *entry = find_entry (folded, &entry_length);

  /* "UK: Scotland" before "UK"; "us" of "3.0/us" before the word of that language. */
  if (entry == NULL || entry_length <= *length)
    {
      if (follows_version (words, gap) && original != NULL &&
          read_port (folded, *length, original, words))
        return;
      if (read_version (folded, *length, words))
        return;
    }
  if (entry != NULL)
    {
      *length = entry_length;
      add_word (words, entry->kind, entry->value, FALSE);
    }
  else
    read_letters (folded, *length, words);
}

static void
set_places (GArray *words, guint from, guint gap, gsize start, gsize end)
{
  for (guint i = from; i < words->len; i++)
    {
      CogLicenceWord *word = &g_array_index (words, CogLicenceWord, i);

      word->gap = i == from ? gap : 0;
      word->start = start;
      word->end = end;
    }
}

GArray *
cog_licence_words_read (const char *text)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (CogLicenceWord));
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *start = NULL;
  g_autofree char *folded = NULL;
  guint gap = 0;

  g_return_val_if_fail (text != NULL, words);

  start = g_utf8_make_valid (text, MIN (strlen (text), MAX_TEXT));
  folded = fold (start, offsets);
  for (gsize at = 0; folded[at] != '\0';)
    {
      guint before = words->len;
      gsize from = g_array_index (offsets, guint32, at);
      gsize length = 1;

      if (folded[at] != ' ')
        {
          length = measure_word (folded + at);
          read_piece (words, folded + at, from > 0 ? start + from : NULL, gap, &length);
          if (words->len == before)
            gap++;
          else
            {
              set_places (words, before, gap, from,
                          g_array_index (offsets, guint32, at + length - 1) + 1);
              gap = 0;
            }
        }
      at += length;
    }
  return words;
}
