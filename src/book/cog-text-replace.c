/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-text.h"

#include <string.h>

static gboolean
holds_piece (const CogText *text, guint start, guint end)
{
  for (guint i = 0; i < text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->codes, i);

      if (code->type == COG_CODE_PIECE && code->start >= start && code->start < end)
        return TRUE;
    }
  return FALSE;
}

/* A span over the first character, or one that stands within, is over the new words; one that
 * begins within and goes on is over what is left of it. */
static void
move_code (CogCode *code, guint start, guint end, guint length)
{
  gboolean is_within = code->start >= start && code->end <= end && code->end > code->start;
  gboolean begins_within = code->start > start && code->start < end;

  if (is_within || code->start <= start)
    code->start = MIN (code->start, start);
  else if (begins_within)
    code->start = start + length;
  else
    code->start = code->start - (end - start) + length;
  if (is_within || (code->end > start && code->end <= end))
    code->end = start + length;
  else if (code->end > end)
    code->end = code->end - (end - start) + length;
}

gboolean
cog_text_replace (CogText *text, guint start, guint end, const char *words)
{
  guint length;
  char *first, *last, *plain;

  g_return_val_if_fail (text != NULL && words != NULL && start < end, FALSE);
  g_return_val_if_fail (end <= (guint)g_utf8_strlen (text->plain, -1), FALSE);

  if (holds_piece (text, start, end) || strstr (words, "\xEF\xBF\xBC") != NULL)
    return FALSE;
  first = g_utf8_offset_to_pointer (text->plain, start);
  last = g_utf8_offset_to_pointer (first, end - start);
  plain = g_strdup_printf ("%.*s%s%s", (int)(first - text->plain), text->plain, words, last);
  g_free (text->plain);
  text->plain = plain;
  length = (guint)g_utf8_strlen (words, -1);
  for (guint i = text->codes->len; i > 0; i--)
    {
      CogCode *code = g_ptr_array_index (text->codes, i - 1);
      gboolean was_empty = code->end == code->start;

      if (code->type == COG_CODE_SPAN && was_empty && code->start > start && code->start < end)
        code->start = code->end = start;
      else
        move_code (code, start, end, length);
      /* Nothing is bold any more where nothing is left; what was empty before means something. */
      if (code->type == COG_CODE_SPAN && !was_empty && code->end <= code->start)
        g_ptr_array_remove_index (text->codes, i - 1);
    }
  cog_text_sort_codes (text);
  return TRUE;
}
