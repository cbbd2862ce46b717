/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-evidence-place.h"

#include "cog-error.h"
#include "cog-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes of a file that are looked through. */
#define MAX_BYTES (8u * 1024 * 1024)
/* Characters before and behind the words. */
#define AROUND 1600
/* Characters without white space by which words are known again where they do not all follow each
 * other in the file: a note or a picture stands between them. */
#define MIN_WORDS 24

void
cog_evidence_place_free (CogEvidencePlace *place)
{
  if (place == NULL)
    return;
  g_free (place->file);
  g_free (place->before);
  g_free (place->words);
  g_free (place->after);
  g_free (place);
}

/* --- the file
 * ---------------------------------------------------------------------------------------- */

static GBytes *
read_entry (CogSource *source, const char *file, GCancellable *cancellable, GError **error)
{
  CogContainer *container = cog_source_get_container (source, NULL, cancellable, error);
  const char *name;

  if (container == NULL)
    return NULL;
  name = cog_container_has (container, file) ? file : cog_container_find_shallow (container, file);
  if (name == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("%s: is not in “%s”."), file,
                   cog_source_get_name (source));
      return NULL;
    }
  return cog_container_read (container, name, error);
}

/* A page that stands alone is the file itself. */
static GBytes *
read_file (CogSource *source, const char *file, GCancellable *cancellable, GError **error)
{
  gboolean is_itself =
      file == NULL || file[0] == '\0' || g_strcmp0 (file, cog_source_get_name (source)) == 0;

  if (!cog_source_is_folder (source) && !cog_source_is_zip (source) && is_itself)
    return g_bytes_ref (cog_source_get_bytes (source));
  return read_entry (source, file != NULL ? file : "", cancellable, error);
}

/* UTF-16 by its mark; else UTF-8, and what is none in it replaced. (transfer full) (nullable) */
static char *
dup_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const guint8 *head = (const guint8 *)data;

  size = MIN (size, MAX_BYTES);
  if (size > 1 && ((head[0] == 0xFE && head[1] == 0xFF) || (head[0] == 0xFF && head[1] == 0xFE)))
    return g_convert (data, (gssize)(size & ~1u), "UTF-8", "UTF-16", NULL, NULL, NULL);
  if (size == 0 || memchr (data, '\0', size) != NULL)
    return NULL;
  if (size > 2 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return g_utf8_make_valid (data + 3, (gssize)size - 3);
  return g_utf8_make_valid (data, (gssize)size);
}

/* --- the words in it
 * ---------------------------------------------------------------------------------- */

/* What a file says, without tags and white space; and where each byte of it stands in the file. */
typedef struct
{
  GString *said;
  GArray *offsets; /* of gsize */
} Said;

static void
add_char (Said *said, gunichar c, gsize offset)
{
  char utf8[6];
  int n = g_unichar_to_utf8 (c, utf8);

  if (g_unichar_isspace (c) || c == 0xA0 || c == 0xAD)
    return;
  for (int i = 0; i < n; i++)
    g_array_append_val (said->offsets, offset);
  g_string_append_len (said->said, utf8, n);
}

/* A reference to a character (XML 1.0, 4.1; the names that HTML adds are few in such sentences).
 * Returns its length; 0: it is none. */
static gsize
read_reference (const char *at, gunichar *c)
{
  static const struct
  {
    const char *name;
    gunichar c;
  } names[] = {
    { "&amp;", '&' },      { "&lt;", '<' },       { "&gt;", '>' },       { "&quot;", '"' },
    { "&apos;", '\'' },    { "&nbsp;", ' ' },     { "&copy;", 0xA9 },    { "&ndash;", 0x2013 },
    { "&mdash;", 0x2014 }, { "&rsquo;", 0x2019 }, { "&lsquo;", 0x2018 }, { "&rdquo;", 0x201D },
    { "&ldquo;", 0x201C },
  };
  char *end = NULL;
  guint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (at, names[i].name))
      {
        *c = names[i].c;
        return strlen (names[i].name);
      }
  if (at[1] != '#')
    return 0;
  number = at[2] == 'x' || at[2] == 'X' ? g_ascii_strtoull (at + 3, &end, 16)
                                        : g_ascii_strtoull (at + 2, &end, 10);
  if (end == NULL || *end != ';' || end - at > 12 || number == 0 ||
      !g_unichar_validate ((gunichar)number))
    return 0;
  *c = (gunichar)number;
  return (gsize)(end - at + 1);
}

static void
read_said (Said *said, const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      const char *close = *at == '<' && (g_ascii_isalpha (at[1]) || strchr ("/!?", at[1]) != NULL)
                              ? strchr (at, '>')
                              : NULL;
      gunichar c = g_utf8_get_char (at);
      gsize n = *at == '&' ? read_reference (at, &c) : 0;

      if (close != NULL)
        {
          at = close + 1;
          continue;
        }
      add_char (said, c, (gsize)(at - text));
      at = n > 0 ? at + n : g_utf8_next_char (at);
    }
}

static char *
dup_without_space (const char *words)
{
  GString *bare = g_string_new (NULL);

  for (const char *c = words; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)) && g_utf8_get_char (c) != 0xAD)
      g_string_append_unichar (bare, g_utf8_get_char (c));
  return g_string_free (bare, FALSE);
}

/* The words, or as much of their beginning as stands together. */
static gboolean
find_words (const char *text, const char *words, gsize *start, gsize *end)
{
  g_autofree char *bare = dup_without_space (words);
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  Said said = { content, offsets };
  const char *found = NULL;
  glong length = g_utf8_strlen (bare, -1);

  if (length == 0)
    return FALSE;
  read_said (&said, text);
  while (found == NULL)
    {
      found = strstr (content->str, bare);
      if (found == NULL && length <= MIN_WORDS)
        return FALSE;
      if (found == NULL)
        {
          length = MAX (length / 2, MIN_WORDS);
          *g_utf8_offset_to_pointer (bare, length) = '\0';
        }
    }
  *start = g_array_index (offsets, gsize, (gsize)(found - content->str));
  *end = g_array_index (offsets, gsize, (gsize)(found - content->str) + strlen (bare) - 1);
  *end = (gsize)(g_utf8_next_char (text + *end) - text);
  return TRUE;
}

/* An address stands in an attribute, where & is written as a reference. */
static gboolean
find_address (const char *text, const char *url, gsize *start, gsize *end)
{
  g_autofree char *escaped = g_markup_escape_text (url, -1);
  const char *forms[] = { url, escaped };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const char *found = forms[i][0] != '\0' ? strstr (text, forms[i]) : NULL;

      if (found == NULL)
        continue;
      *start = (gsize)(found - text);
      *end = *start + strlen (forms[i]);
      return TRUE;
    }
  return FALSE;
}

static void
cut (CogEvidencePlace *place, const char *text, gsize start, gsize end)
{
  const char *from = text + start, *to = text + end;

  for (guint i = 0; i < AROUND && from > text; i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < AROUND && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  place->before = g_strndup (from, (gsize)(text + start - from));
  place->words = g_strndup (text + start, end - start);
  place->after = g_strndup (text + end, (gsize)(to - text - end));
  place->is_start = from == text;
  place->is_end = *to == '\0';
}

CogEvidencePlace *
cog_evidence_place_new (const char *path,
                        const CogStatement *statement,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (CogSource) source = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  CogEvidencePlace *place;
  gsize start = 0, end = 0;

  g_return_val_if_fail (path != NULL && statement != NULL, NULL);

  source = cog_source_new_for_path (path, cancellable, error);
  if (source == NULL)
    return NULL;
  bytes = read_file (source, statement->file, cancellable, error);
  if (bytes == NULL)
    return NULL;
  text = dup_text (bytes);
  if (text == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                   _ ("%s: its words are in the data of the file, which is no text."),
                   statement->file != NULL ? statement->file : cog_source_get_name (source));
      return NULL;
    }
  if (statement->words == NULL || !find_words (text, statement->words, &start, &end))
    if (statement->url == NULL || !find_address (text, statement->url, &start, &end))
      start = end = 0;
  place = g_new0 (CogEvidencePlace, 1);
  place->file = g_strdup (statement->file != NULL && statement->file[0] != '\0'
                              ? statement->file
                              : cog_source_get_name (source));
  cut (place, text, start, end);
  return place;
}
