/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-raw.h"

#include <string.h>

#define OBJECT "\xEF\xBF\xBC" /* U+FFFC OBJECT REPLACEMENT CHARACTER */

static gboolean
is_place (const CogCode *code)
{
  return code->type == COG_CODE_SPAN && code->end <= code->start;
}

const CogCode *
cog_rich_raw_get_object (const CogText *raw, guint at)
{
  for (guint i = 0; i < raw->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (raw->codes, i);

      if (code->start > at)
        break;
      if (code->start == at && (code->type == COG_CODE_PIECE || is_place (code)))
        return code;
    }
  return NULL;
}

/* The places, by where they stand: (element-type guint), sorted. */
static GArray *
list_places (const CogText *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->codes, i);

      if (is_place (code))
        g_array_append_val (places, code->start);
    }
  return places;
}

static guint
count_before (const GArray *places, guint at)
{
  guint n = 0;

  while (n < places->len && g_array_index (places, guint, n) < at)
    n++;
  return n;
}

static char *
dup_raw_plain (const CogText *text, const GArray *places)
{
  GString *plain = g_string_new (NULL);
  guint at = 0, next = 0;

  for (const char *c = text->plain;; c = g_utf8_next_char (c), at++)
    {
      for (; next < places->len && g_array_index (places, guint, next) <= at; next++)
        g_string_append (plain, OBJECT);
      if (*c == '\0')
        break;
      g_string_append_len (plain, c, g_utf8_next_char (c) - c);
    }
  return g_string_free (plain, FALSE);
}

CogText *
cog_rich_raw_new (const CogText *text)
{
  g_autoptr (GArray) places = NULL;
  g_autofree char *plain = NULL;
  CogText *raw;
  guint n = 0;

  g_return_val_if_fail (text != NULL, NULL);

  places = list_places (text);
  if (places->len == 0)
    return cog_text_copy (text);
  plain = dup_raw_plain (text, places);
  raw = cog_text_new (plain);
  for (guint i = 0; i < text->codes->len; i++)
    {
      CogCode *code = cog_code_copy (g_ptr_array_index (text->codes, i));

      /* Of a span and a place that begin together, the first one holds, or stands before, the
       * other. */
      if (is_place (code))
        code->start = code->end = code->start + n++;
      else
        {
          guint before = count_before (places, code->end);

          code->end += code->type == COG_CODE_PIECE ? n : MAX (before, n);
          code->start += n;
        }
      g_ptr_array_add (raw->codes, code);
    }
  return raw;
}

CogText *
cog_rich_raw_to_text (const CogText *raw)
{
  g_autoptr (GArray) places = NULL;
  GString *plain;
  CogText *text;
  guint at = 0, next = 0;

  g_return_val_if_fail (raw != NULL, NULL);

  places = list_places (raw);
  if (places->len == 0)
    return cog_text_copy (raw);
  plain = g_string_new (NULL);
  for (const char *c = raw->plain; *c != '\0'; c = g_utf8_next_char (c), at++)
    if (next < places->len && g_array_index (places, guint, next) == at)
      next++;
    else
      g_string_append_len (plain, c, g_utf8_next_char (c) - c);
  text = cog_text_new (plain->str);
  g_string_free (plain, TRUE);
  for (guint i = 0; i < raw->codes->len; i++)
    {
      CogCode *code = cog_code_copy (g_ptr_array_index (raw->codes, i));

      code->start -= count_before (places, code->start);
      code->end -= count_before (places, code->end);
      /* In the order in which they stand there, by which a place is inside a span or before it. */
      g_ptr_array_add (text->codes, code);
    }
  return text;
}

CogText *
cog_rich_raw_slice (const CogText *raw, guint start, guint end)
{
  g_autofree char *plain = NULL;
  CogText *slice;

  g_return_val_if_fail (raw != NULL && start <= end, NULL);

  plain = g_utf8_substring (raw->plain, start, end);
  slice = cog_text_new (plain);
  for (guint i = 0; i < raw->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (raw->codes, i);
      CogCode *copy;

      if (code->start >= end || (is_place (code) ? code->start < start : code->end <= start))
        continue;
      copy = cog_code_copy (code);
      copy->start = MAX (code->start, start) - start;
      copy->end = is_place (code) ? copy->start : MIN (code->end, end) - start;
      cog_text_add_code (slice, copy);
    }
  return slice;
}

gboolean
cog_rich_raw_has_id (const char *markup)
{
  const char *close = strchr (markup, '>');
  const char *id = strstr (markup, " id=\"");

  return id != NULL && close != NULL && id < close;
}

char *
cog_rich_raw_dup_markup_without_id (const char *markup)
{
  const char *id, *value, *end;

  g_return_val_if_fail (markup != NULL, NULL);

  if (!cog_rich_raw_has_id (markup))
    return g_strdup (markup);
  id = strstr (markup, " id=\"");
  value = id + strlen (" id=\"");
  end = strchr (value, '"');
  return g_strdup_printf ("%.*s%s", (int)(id - markup), markup, end != NULL ? end + 1 : "");
}

char *
cog_rich_raw_dup_id (const char *markup)
{
  const char *value, *end;

  g_return_val_if_fail (markup != NULL, NULL);

  if (!cog_rich_raw_has_id (markup))
    return NULL;
  value = strstr (markup, " id=\"") + strlen (" id=\"");
  end = strchr (value, '"');
  return end != NULL ? g_strndup (value, (gsize)(end - value)) : NULL;
}
