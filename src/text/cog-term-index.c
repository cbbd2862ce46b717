/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-term-index.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ucoleitr.h>
#include <unicode/ustring.h>

#define MAX_TERM 80 /* characters: more is a sentence */

struct _CogTermIndex
{
  char *language;
  UCollator *order;   /* of the terms */
  UCollator *letters; /* of what they stand under: accents do not count */
  GPtrArray *terms;   /* (element-type CogTerm) */
  GHashTable *known;  /* (element-type utf8 CogTerm): by their text without capitals */
};

static void
term_free (gpointer data)
{
  CogTerm *term = data;

  g_free (term->text);
  g_ptr_array_unref (term->places);
  g_free (term);
}

static void
group_free (gpointer data)
{
  CogTermGroup *group = data;

  g_free (group->heading);
  g_ptr_array_unref (group->terms);
  g_free (group);
}

static UCollator *
open_collator (const char *language, UCollationStrength strength)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (language, &status);

  if (U_FAILURE (status))
    return NULL;
  ucol_setStrength (collator, strength);
  ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
  return collator;
}

CogTermIndex *
cog_term_index_new (const char *language)
{
  CogTermIndex *self = g_new0 (CogTermIndex, 1);

  /* ICU's own names have "_" where BCP 47 has "-"; for "und" it has the root's order. */
  self->language = g_strdelimit (g_strdup (language != NULL ? language : ""), "-", '_');
  self->order = open_collator (self->language, UCOL_TERTIARY);
  self->letters = open_collator (self->language, UCOL_PRIMARY);
  self->terms = g_ptr_array_new_with_free_func (term_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
cog_term_index_free (CogTermIndex *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->order, ucol_close);
  g_clear_pointer (&self->letters, ucol_close);
  g_ptr_array_unref (self->terms);
  g_hash_table_unref (self->known);
  g_free (self->language);
  g_free (self);
}

static gboolean
is_final (gunichar c)
{
  return c == '.' || c == ',' || c == ':' || c == ';' || c == 0x3002 || c == 0x060c ||
         c == 0x061b || c == 0xff1a || g_unichar_isspace (c);
}

static char *
dup_folded (const char *text)
{
  GString *out = g_string_new (NULL);
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

  for (const char *p = normal != NULL ? normal : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  while (out->len > 0)
    {
      const char *last = g_utf8_prev_char (out->str + out->len);
      if (!is_final (g_utf8_get_char (last)))
        break;
      g_string_truncate (out, (gsize)(last - out->str));
    }
  return g_string_free (out, FALSE);
}

/* Where the signs that count begin; NULL: nowhere. */
static const char *
find_first (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return p;
  return NULL;
}

/* "Law" at the start of a sentence is "law"; a name has its capital everywhere. */
static void
prefer_small (CogTerm *term, const char *text)
{
  const char *old = find_first (term->text), *fresh = find_first (text);

  if (g_unichar_isupper (g_utf8_get_char (old)) && g_unichar_islower (g_utf8_get_char (fresh)))
    {
      g_free (term->text);
      term->text = g_strdup (text);
    }
}

static void
add_place (CogTerm *term, const char *place)
{
  for (guint i = 0; i < term->places->len; i++)
    if (g_str_equal (g_ptr_array_index (term->places, i), place))
      return;
  g_ptr_array_add (term->places, g_strdup (place));
}

gboolean
cog_term_index_add (CogTermIndex *self, const char *text, const char *place)
{
  g_autofree char *folded = NULL;
  g_autofree char *key = NULL;
  CogTerm *term;

  g_return_val_if_fail (self != NULL && text != NULL && place != NULL, FALSE);

  folded = dup_folded (text);
  if (find_first (folded) == NULL || g_utf8_strlen (folded, -1) > MAX_TERM)
    return FALSE;
  key = g_utf8_casefold (folded, -1);
  term = g_hash_table_lookup (self->known, key);
  if (term == NULL)
    {
      term = g_new0 (CogTerm, 1);
      term->text = g_steal_pointer (&folded);
      term->places = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->terms, term);
      g_hash_table_insert (self->known, g_steal_pointer (&key), term);
    }
  else
    prefer_small (term, folded);
  add_place (term, place);
  return TRUE;
}

guint
cog_term_index_get_n_terms (const CogTermIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->terms->len;
}

static int
compare (UCollator *collator, const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollationResult result =
      collator != NULL ? ucol_strcollUTF8 (collator, a, -1, b, -1, &status) : UCOL_EQUAL;

  if (collator == NULL || U_FAILURE (status))
    return strcmp (a, b);
  return result == UCOL_LESS ? -1 : result == UCOL_GREATER;
}

static gint
compare_terms (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CogTerm *first = *(const CogTerm *const *)a, *second = *(const CogTerm *const *)b;
  int order = compare (((const CogTermIndex *)user_data)->order, find_first (first->text),
                       find_first (second->text));

  return order != 0 ? order : strcmp (first->text, second->text);
}

/* Whether the language counts these signs as one letter, as Czech does "ch" and Hungarian "dzs". */
static gboolean
is_one_letter (const CogTermIndex *self, const char *text, gsize size)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[16];
  int32_t length = 0;
  guint n = 0;
  UCollationElements *elements;

  u_strFromUTF8 (wide, G_N_ELEMENTS (wide), &length, text, (int32_t)size, &status);
  elements = self->letters != NULL && U_SUCCESS (status)
                 ? ucol_openElements (self->letters, wide, length, &status)
                 : NULL;
  if (elements == NULL || U_FAILURE (status))
    return FALSE;
  for (int32_t e; (e = ucol_next (elements, &status)) != UCOL_NULLORDER && U_SUCCESS (status);)
    n += ucol_primaryOrder (e) != 0;
  ucol_closeElements (elements);
  return n == 1;
}

/* Thai and Lao write some vowels before the consonant that they follow, and by which they are
 * sorted. */
static gboolean
is_written_before (gunichar c)
{
  return (c >= 0x0e40 && c <= 0x0e44) || (c >= 0x0ec0 && c <= 0x0ec4);
}

/* Hangul syllables stand under their first consonant, which the code says (Unicode, 3.12). */
static char *
dup_jamo (gunichar c)
{
  static const char *const leads[] = { "ㄱ", "ㄱ", "ㄴ", "ㄷ", "ㄷ", "ㄹ", "ㅁ", "ㅂ", "ㅂ", "ㅅ",
                                       "ㅅ", "ㅇ", "ㅈ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ" };

  return g_strdup (leads[(c - 0xac00) / 588]);
}

static char *
dup_capital (const CogTermIndex *self, const char *text, gsize size)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[16], upper[16];
  char out[64];
  int32_t length = 0;
  const char *rest = g_utf8_next_char (text);

  u_strFromUTF8 (wide, G_N_ELEMENTS (wide), &length, text, (int32_t)(rest - text), &status);
  length = u_strToUpper (upper, G_N_ELEMENTS (upper), wide, length, self->language, &status);
  u_strToUTF8 (out, sizeof out, NULL, upper, length, &status);
  if (U_FAILURE (status))
    return g_strndup (text, size);
  out[sizeof out - 1] = '\0';
  return g_strdup_printf ("%s%.*s", out, (int)(size - (gsize)(rest - text)), rest);
}

/* Without its accent, where the language does not count that. */
static char *
dup_plain (const CogTermIndex *self, char *heading)
{
  g_autofree char *apart = g_utf8_normalize (heading, -1, G_NORMALIZE_NFD);
  char *plain = g_strndup (apart, (gsize)(g_utf8_next_char (apart) - apart));

  if (g_utf8_strlen (heading, -1) > 1 || compare (self->letters, plain, heading) != 0)
    {
      g_free (plain);
      return heading;
    }
  g_free (heading);
  return plain;
}

/* What a term stands under; NULL: Chinese signs, each of which would be a heading. */
static char *
dup_heading (const CogTermIndex *self, const char *term)
{
  const char *first = find_first (term), *end;
  gunichar c = g_utf8_get_char (first);

  if (!g_unichar_isalpha (c))
    return g_strdup ("0–9");
  if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN)
    return NULL;
  if (c >= 0xac00 && c <= 0xd7a3)
    return dup_jamo (c);
  if (is_written_before (c) && *g_utf8_next_char (first) != '\0')
    first = g_utf8_next_char (first);
  end = g_utf8_next_char (first);
  for (guint n = 3; n > 1; n--)
    {
      const char *longer = first;
      for (guint i = 0; i < n && *longer != '\0'; i++)
        longer = g_utf8_next_char (longer);
      if (g_utf8_strlen (first, longer - first) == (glong)n &&
          g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (longer))) &&
          is_one_letter (self, first, (gsize)(longer - first)))
        {
          end = longer;
          break;
        }
    }
  return dup_plain (self, dup_capital (self, first, (gsize)(end - first)));
}

/* An accent makes no letter of its own where the language says so: "É" is under "E" in French, "Å"
 * is a letter in Swedish. */
static gboolean
is_same (const CogTermIndex *self, const char *heading, const char *other)
{
  return heading == NULL || other == NULL ? heading == other
                                          : compare (self->letters, heading, other) == 0;
}

GPtrArray *
cog_term_index_dup_groups (const CogTermIndex *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, groups);

  g_ptr_array_extend (sorted, self->terms, NULL, NULL);
  g_ptr_array_sort_with_data (sorted, compare_terms, (gpointer)self);
  for (guint i = 0; i < sorted->len; i++)
    {
      CogTerm *term = g_ptr_array_index (sorted, i);
      g_autofree char *heading = dup_heading (self, term->text);
      CogTermGroup *group = groups->len > 0 ? g_ptr_array_index (groups, groups->len - 1) : NULL;

      if (group == NULL || !is_same (self, group->heading, heading))
        {
          group = g_new0 (CogTermGroup, 1);
          group->heading = g_steal_pointer (&heading);
          group->terms = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
        }
      g_ptr_array_add (group->terms, term);
    }
  return groups;
}
