/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-text-segments.h"

#include "cog-segmenter.h"

#include <string.h>

/* What a piece is to the segmenter, one character as the piece is one. A line break is a space: it
 * may stand within a sentence. The mark of a note is one, and a page's number is not there. */
static const char *
get_stand_in (const CogCode *code)
{
  if (g_str_equal (code->element, "br"))
    return " ";
  if (strstr (code->markup, "noteref") != NULL)
    return "¹";
  if (strstr (code->markup, "pagebreak") != NULL)
    return "\u2060"; /* WORD JOINER */
  return "\uFFFC";
}

static char *
dup_for_segmenter (const CogText *text)
{
  GString *plain = g_string_new (NULL);
  const char *at = text->plain;
  guint done = 0;

  for (guint i = 0; i < text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->codes, i);
      const char *piece;

      if (code->type != COG_CODE_PIECE || code->start < done)
        continue;
      piece = g_utf8_offset_to_pointer (at, (glong)(code->start - done));
      g_string_append_len (plain, at, piece - at);
      g_string_append (plain, get_stand_in (code));
      at = g_utf8_next_char (piece);
      done = code->start + 1;
    }
  g_string_append (plain, at);
  return g_string_free (plain, FALSE);
}

GPtrArray *
cog_text_list_segments (const CogText *text, const char *language)
{
  GPtrArray *segments = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_text_free);
  g_autofree char *plain = NULL;
  g_autoptr (GArray) ends = NULL;
  const char *at;
  guint start = 0;

  g_return_val_if_fail (text != NULL, segments);

  plain = dup_for_segmenter (text);
  ends = cog_segmenter_find (plain, language);
  at = plain;
  for (guint i = 0; i < ends->len; i++)
    {
      const char *next = plain + g_array_index (ends, gsize, i);
      guint end = start + (guint)g_utf8_pointer_to_offset (at, next);

      g_ptr_array_add (segments, cog_text_slice (text, start, end));
      at = next;
      start = end;
    }
  return segments;
}

static CogCode *
find_continued (const CogText *joined, const CogCode *code, guint offset)
{
  if (code->type != COG_CODE_SPAN || code->start != 0 || code->end == 0)
    return NULL;
  for (guint i = 0; i < joined->codes->len; i++)
    {
      CogCode *before = g_ptr_array_index (joined->codes, i);

      if (before->type == COG_CODE_SPAN && before->number == code->number &&
          before->end == offset && before->start < offset)
        return before;
    }
  return NULL;
}

CogText *
cog_text_join_segments (GPtrArray *segments)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  CogText *joined = cog_text_new ("");
  guint offset = 0;

  g_return_val_if_fail (segments != NULL, joined);

  for (guint i = 0; i < segments->len; i++)
    {
      const CogText *segment = g_ptr_array_index (segments, i);

      for (guint k = 0; k < segment->codes->len; k++)
        {
          const CogCode *code = g_ptr_array_index (segment->codes, k);
          CogCode *before = find_continued (joined, code, offset);
          CogCode *copy;

          if (before != NULL)
            {
              before->end = offset + code->end;
              continue;
            }
          copy = cog_code_copy (code);
          copy->start += offset;
          copy->end += offset;
          g_ptr_array_add (joined->codes, copy);
        }
      g_string_append (plain, segment->plain);
      offset += (guint)g_utf8_strlen (segment->plain, -1);
    }
  g_free (joined->plain);
  joined->plain = g_strdup (plain->str);
  cog_text_sort_codes (joined);
  return joined;
}
