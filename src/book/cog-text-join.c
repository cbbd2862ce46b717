/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-text.h"

#include <string.h>

/* Of a start tag: the same element, but another one. */
static void
drop_id (CogCode *code)
{
  char *id = strstr (code->markup, " id=\"");
  const char *end = id != NULL ? strchr (id + strlen (" id=\""), '"') : NULL;

  if (end != NULL)
    memmove (id, end + 1, strlen (end + 1) + 1);
}

static void
take_code (CogText *slice, const CogCode *code, guint start, guint end, gboolean is_last)
{
  CogCode *copy;
  /* An anchor at a cut is behind it; at the end of the text there is nothing behind. */
  gboolean is_in = code->start == code->end ? code->start >= start && (code->start < end || is_last)
                                            : MAX (code->start, start) < MIN (code->end, end);

  if (!is_in)
    return;
  copy = cog_code_copy (code);
  copy->start = MAX (code->start, start) - start;
  copy->end = MIN (code->end, end) - start;
  if (code->type == COG_CODE_SPAN && code->start < start)
    drop_id (copy);
  cog_text_add_code (slice, copy);
}

CogText *
cog_text_slice (const CogText *text, guint start, guint end)
{
  g_autofree char *plain = NULL;
  CogText *slice;
  guint length;

  g_return_val_if_fail (text != NULL && start <= end, NULL);

  length = (guint)g_utf8_strlen (text->plain, -1);
  start = MIN (start, length);
  end = MIN (end, length);
  plain = g_utf8_substring (text->plain, start, end);
  slice = cog_text_new (plain);
  for (guint i = 0; i < text->codes->len; i++)
    take_code (slice, g_ptr_array_index (text->codes, i), start, end, end == length);
  return slice;
}

static gboolean
is_same_span (const CogCode *a, const CogCode *b)
{
  g_autoptr (GString) first = g_string_new (a->markup);
  const char *id = strstr (first->str, " id=\"");
  const char *end = id != NULL ? strchr (id + strlen (" id=\""), '"') : NULL;

  if (end != NULL)
    g_string_erase (first, id - first->str, end + 1 - id);
  return g_str_equal (first->str, b->markup);
}

/* The span of the first part that goes on with this one; NULL: it begins anew. */
static CogCode *
find_continued (CogText *joined, const CogCode *code, guint length, GHashTable *used)
{
  if (code->type != COG_CODE_SPAN || code->start != 0 || code->end == 0)
    return NULL;
  for (guint i = 0; i < joined->codes->len; i++)
    {
      CogCode *before = g_ptr_array_index (joined->codes, i);

      if (before->type == COG_CODE_SPAN && before->end == length && before->start < length &&
          is_same_span (before, code) && g_hash_table_add (used, before))
        return before;
    }
  return NULL;
}

CogText *
cog_text_join (const CogText *first, const CogText *second, const char *separator)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  CogText *joined;
  guint length;
  guint offset;
  guint number = 0;

  g_return_val_if_fail (first != NULL && second != NULL && separator != NULL, NULL);

  joined = cog_text_copy (first);
  g_free (joined->plain);
  joined->plain = g_strconcat (first->plain, separator, second->plain, NULL);
  length = (guint)g_utf8_strlen (first->plain, -1);
  offset = length + (guint)g_utf8_strlen (separator, -1);
  for (guint i = 0; i < first->codes->len; i++)
    number = MAX (number, ((const CogCode *)g_ptr_array_index (first->codes, i))->number);
  for (guint i = 0; i < second->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (second->codes, i);
      CogCode *before = find_continued (joined, code, length, used);

      if (before == NULL)
        g_ptr_array_add (fresh, (gpointer)code);
      else
        before->end = offset + code->end;
    }
  for (guint i = 0; i < fresh->len; i++)
    {
      CogCode *copy = cog_code_copy (g_ptr_array_index (fresh, i));

      copy->start += offset;
      copy->end += offset;
      copy->number += number;
      cog_text_add_code (joined, copy);
    }
  return joined;
}
