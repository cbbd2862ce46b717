/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-words.h"

#include <gio/gio.h>
#include <string.h>

/* Scripts that put no spaces between words, or few: their text is compared in pieces. */
static gboolean
is_dense (gunichar c)
{
  switch ((int)g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_TIBETAN:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Words of three letters or more; of scripts without spaces pieces of four letters. */
static GPtrArray *
list_words (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  GString *word = g_string_new (NULL);
  gboolean was_dense = FALSE;

  for (const char *p = normal;; p = g_utf8_next_char (p))
    {
      gunichar c = *p != '\0' ? g_utf8_get_char (p) : 0;
      gboolean is_letter = c != 0 && (g_unichar_isalpha (c) || g_unichar_ismark (c));
      glong n = g_utf8_strlen (word->str, -1);

      if (n > 0 && (!is_letter || is_dense (c) != was_dense || (was_dense && n == 4)))
        {
          if (n >= (was_dense ? 4 : 3))
            g_ptr_array_add (words, g_strdup (word->str));
          g_string_truncate (word, 0);
        }
      if (is_letter)
        g_string_append_unichar (word, c);
      was_dense = is_letter && is_dense (c);
      if (c == 0)
        break;
    }
  g_string_free (word, TRUE);
  return words;
}

char *
pdf_words_extract (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", "-enc", "UTF-8", path, "-", NULL);
  char *text = NULL;

  if (process == NULL)
    return NULL;
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error));
  g_assert_no_error (error);
  return text;
}

static char *
dup_without_space (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GString *out = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && g_utf8_get_char (p) != '\f')
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

double
pdf_words_compare (const char *wanted, const char *found, const char *path)
{
  g_autoptr (GPtrArray) words = list_words (wanted);
  g_autoptr (GPtrArray) there = list_words (found);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *solid = dup_without_space (found);
  guint n = 0, n_told = 0;

  for (guint i = 0; i < there->len; i++)
    g_hash_table_add (known, g_ptr_array_index (there, i));
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      gboolean ok = is_dense (g_utf8_get_char (word)) ? strstr (solid, word) != NULL
                                                      : g_hash_table_contains (known, word);

      n += ok;
      if (!ok && n_told++ < 8)
        g_test_message ("%s: not found: %s", path, word);
    }
  return words->len > 0 ? (double)n / words->len : 1;
}
