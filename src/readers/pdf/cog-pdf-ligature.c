/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-ligature.h"

#include "cog-pdf-handles.h"
#include "cog-pdf-stream.h"

#include <string.h>

#define MAX_MAP (1 << 20) /* bytes of a map from codes to letters */
#define MAX_CODE 65535
#define MAX_LETTERS 8 /* of one glyph */

/* A map is read word by word: "<17> <06440627>" in a list of pairs, or "<17> <17> <06440627>" in
 * one of ranges (ISO 32000-1, 9.10.3). */
typedef struct
{
  const char *at, *end;
  char token[64];
} Map;

static gboolean
next_token (Map *map)
{
  gsize n = 0;

  while (map->at < map->end && g_ascii_isspace (*map->at))
    map->at++;
  if (map->at >= map->end)
    return FALSE;
  do
    {
      if (n + 1 < sizeof map->token)
        map->token[n++] = *map->at;
      map->at++;
    }
  while (map->at < map->end && !g_ascii_isspace (*map->at) && strchr ("<[]/", *map->at) == NULL &&
         map->at[-1] != '>' && map->at[-1] != '[');
  map->token[n] = '\0';
  return TRUE;
}

static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff && !g_unichar_isdigit (c)) || (c >= 0xfb1d && c <= 0xfdff) ||
         (c >= 0xfe70 && c <= 0xfefc);
}

gboolean
cog_pdf_ligature_read (const guint8 *utf16, gsize size, CogPdfLigature *ligature)
{
  g_return_val_if_fail (utf16 != NULL && ligature != NULL, FALSE);

  if (size < 4 || size % 2 != 0 || size > 2 * MAX_LETTERS)
    return FALSE;
  for (gsize i = 0; i < size; i += 2)
    if (!is_right_to_left ((gunichar)(utf16[i] << 8 | utf16[i + 1])))
      return FALSE;
  *ligature =
      (CogPdfLigature){ .first = (gunichar)(utf16[0] << 8 | utf16[1]), .n = (guint)(size / 2) };
  return TRUE;
}

/* "<06440627>" */
static gboolean
read_token (const char *token, CogPdfLigature *ligature)
{
  guint8 bytes[2 * MAX_LETTERS];
  gsize length = strlen (token), n = 0;

  if (length < 10 || token[0] != '<' || token[length - 1] != '>' || length - 2 > 2 * sizeof bytes ||
      length % 2 != 0)
    return FALSE;
  for (const char *p = token + 1; *p != '>'; p += 2)
    {
      int high = g_ascii_xdigit_value (p[0]), low = g_ascii_xdigit_value (p[1]);

      if (high < 0 || low < 0)
        return FALSE;
      bytes[n++] = (guint8)(high << 4 | low);
    }
  return cog_pdf_ligature_read (bytes, n, ligature);
}

/* "<0645>": of Arabic, as all that joins it has here. */
static gboolean
is_arabic_letter (const char *token)
{
  guint64 letter =
      token[0] == '<' && strlen (token) == 6 ? g_ascii_strtoull (token + 1, NULL, 16) : 0;

  return letter >= 0x620 && letter <= 0x6ff;
}

static GHashTable *
read_map (const char *data, gsize size, gboolean *is_arabic)
{
  Map map = { data, data + size, "" };
  char code[sizeof map.token] = "";
  GHashTable *ligatures = NULL;

  /* Of a range that begins with such a glyph, the others' last letter would be another one. */
  while (next_token (&map))
    {
      guint64 number = code[0] == '<' ? g_ascii_strtoull (code + 1, NULL, 16) : MAX_CODE + 1;
      CogPdfLigature ligature;

      if (number <= MAX_CODE && read_token (map.token, &ligature))
        {
          if (ligatures == NULL)
            ligatures = g_hash_table_new_full (NULL, NULL, NULL, g_free);
          g_hash_table_insert (ligatures, GINT_TO_POINTER ((int)number),
                               g_memdup2 (&ligature, sizeof ligature));
        }
      *is_arabic |= is_arabic_letter (map.token);
      memcpy (code, map.token, sizeof code);
    }
  return ligatures;
}

GHashTable *
cog_pdf_ligatures_new (qpdf_data qpdf, qpdf_oh font, gboolean *is_arabic)
{
  g_autoptr (GBytes) bytes =
      cog_pdf_stream_dup_data (qpdf, cog_pdf_get_key (qpdf, font, "/ToUnicode"), MAX_MAP);
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  *is_arabic = FALSE;
  return data != NULL ? read_map (data, size, is_arabic) : NULL;
}

static const struct
{
  guint code;
  const char *letters;
} calibri[] = { { 0x14c, "ft" }, { 0x19f, "ti" }, { 0x1a9, "tt" }, { 0x1ab, "tti" } };

const char *
cog_pdf_ligature_of_calibri (guint code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (calibri); i++)
    if (calibri[i].code == code)
      return calibri[i].letters;
  return NULL;
}

static void
forget_range (GHashTable *codes, const char *from, const char *to)
{
  guint64 first = g_ascii_strtoull (from + 1, NULL, 16);
  guint64 last = g_ascii_strtoull (to + 1, NULL, 16);

  for (gsize i = 0; i < G_N_ELEMENTS (calibri); i++)
    if (calibri[i].code >= first && calibri[i].code <= last)
      g_hash_table_remove (codes, GINT_TO_POINTER ((int)calibri[i].code));
}

/* "2 beginbfchar <0003> <0020> … endbfchar", "1 beginbfrange <04b3> <04b4> <064E> endbfrange";
 * letters of a range may stand in "[ ]", one for each code. */
static void
forget_mapped (GHashTable *codes, const char *data, gsize size)
{
  Map map = { data, data + size, "" };
  char before[sizeof map.token] = "";
  guint step = 0, n = 0; /* hexadecimal numbers that make an entry; read of it */
  gboolean is_listed = FALSE;

  while (next_token (&map))
    {
      if (g_str_equal (map.token, "beginbfchar") || g_str_equal (map.token, "beginbfrange"))
        step = g_str_equal (map.token, "beginbfchar") ? 2 : 3;
      else if (g_str_has_prefix (map.token, "end"))
        step = 0;
      else if (map.token[0] == '[')
        is_listed = TRUE;
      if (step == 0)
        n = 0;
      else if (map.token[0] == '<' && !is_listed)
        {
          n = n % step + 1;
          if (n == step - 1)
            forget_range (codes, step == 2 ? map.token : before, map.token);
          memcpy (before, map.token, sizeof before);
        }
      if (is_listed && strchr (map.token, ']') != NULL)
        {
          is_listed = FALSE;
          n = step;
        }
    }
}

/* A name lasts until the next one is asked for. */
static gboolean
has_name_with (qpdf_data qpdf, qpdf_oh font, const char *key, const char *part)
{
  const char *name = cog_pdf_get_name (qpdf, cog_pdf_get_key (qpdf, font, key));

  return name != NULL && strstr (name, part) != NULL;
}

GHashTable *
cog_pdf_ligatures_find_lost (qpdf_data qpdf, qpdf_oh font)
{
  g_autoptr (GHashTable) codes = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size = 0;
  const char *data;

  if (!has_name_with (qpdf, font, "/BaseFont", "Calibri") ||
      !has_name_with (qpdf, font, "/Encoding", "Identity-H"))
    return NULL;
  bytes = cog_pdf_stream_dup_data (qpdf, cog_pdf_get_key (qpdf, font, "/ToUnicode"), MAX_MAP);
  data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  if (data == NULL)
    return NULL;
  codes = g_hash_table_new (NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (calibri); i++)
    g_hash_table_add (codes, GINT_TO_POINTER ((int)calibri[i].code));
  forget_mapped (codes, data, size);
  return g_hash_table_size (codes) > 0 ? g_steal_pointer (&codes) : NULL;
}
