/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-repair.h"

#include <string.h>

/* How alike two codes must be to be the same one; tried in this order. */
typedef enum
{
  BY_MARKUP,
  BY_ELEMENT,
  BY_KIND,
  N_WAYS,
} Way;

static CogText *
read_text (const char *inlines, const char *plain)
{
  CogText *text = inlines != NULL ? cog_text_new_from_xhtml (inlines, NULL) : NULL;

  return text != NULL ? text : cog_text_new (plain);
}

static gboolean
is_like (const CogCode *a, const CogCode *b, Way way)
{
  /* A mark without an extent is no bold. */
  if (a->type != b->type || (a->start == a->end) != (b->start == b->end))
    return FALSE;
  return way == BY_KIND || (way == BY_ELEMENT ? g_strcmp0 (a->element, b->element) == 0
                                              : g_strcmp0 (a->markup, b->markup) == 0);
}

/* For each code of a, the index of its counterpart in b; -1: none. Each of b is one's only. A
 * translation may say a thing twice, but a piece is one. */
static int *
pair (GPtrArray *a, GPtrArray *b)
{
  int *found = g_new (int, MAX (a->len, 1));
  g_autofree gboolean *is_taken = g_new0 (gboolean, MAX (b->len, 1));

  for (guint i = 0; i < a->len; i++)
    found[i] = -1;
  for (guint way = 0; way < N_WAYS; way++)
    for (guint i = 0; i < a->len; i++)
      for (guint k = 0; k < b->len && found[i] < 0; k++)
        if (!is_taken[k] && is_like (a->pdata[i], b->pdata[k], way))
          {
            found[i] = (int)k;
            is_taken[k] = TRUE;
          }
  return found;
}

static CogCode *
dup_at (const CogCode *code, guint start, guint end)
{
  CogCode *copy = cog_code_copy (code);

  copy->start = start;
  copy->end = end;
  return copy;
}

/* Takes out what stands for pieces that are not to be there, and moves what is behind. */
static void
cut_piece (CogText *text, guint at)
{
  const char *c = g_utf8_offset_to_pointer (text->plain, at);
  char *plain = g_strdup_printf ("%.*s%s", (int)(c - text->plain), text->plain,
                                 *c != '\0' ? g_utf8_next_char (c) : c);

  g_free (text->plain);
  text->plain = plain;
  for (guint i = 0; i < text->codes->len; i++)
    {
      CogCode *code = text->codes->pdata[i];

      code->start -= code->start > at;
      code->end -= code->end > at;
    }
}

static void
insert_piece (CogText *text, const CogCode *piece, guint at)
{
  const char *c = g_utf8_offset_to_pointer (text->plain, at);
  char *plain = g_strdup_printf ("%.*s\xEF\xBF\xBC%s", (int)(c - text->plain), text->plain, c);

  g_free (text->plain);
  text->plain = plain;
  for (guint i = 0; i < text->codes->len; i++)
    {
      CogCode *code = text->codes->pdata[i];

      code->start += code->start >= at;
      code->end += code->end > at;
    }
  cog_text_add_code (text, dup_at (piece, at, at + 1));
}

/* Where a word begins, at a place as far on as in the segment. */
static guint
find_place (const CogText *segment, const CogCode *piece, const CogText *target)
{
  glong length = g_utf8_strlen (segment->plain, -1);
  glong n = g_utf8_strlen (target->plain, -1);
  glong at;

  if (piece->start == 0)
    return 0;
  if (piece->end >= length)
    return (guint)n;
  for (at = n * piece->start / length; at < n; at++)
    if (at > 0 &&
        g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (target->plain, at - 1))))
      break;
  return (guint)at;
}

/* Where the words that a span covers stand in the translation, if they are the same there: a name,
 * a number. All of the segment is all of the translation. */
static gboolean
find_extent (
    const CogText *segment, const CogCode *span, const CogText *target, guint *start, guint *end)
{
  glong n = g_utf8_strlen (target->plain, -1);
  g_autofree char *words = g_utf8_substring (segment->plain, span->start, span->end);
  const char *found;

  *start = 0;
  *end = (guint)n;
  if (span->start == 0 && span->end == (guint)g_utf8_strlen (segment->plain, -1))
    return n > 0;
  found = words[0] != '\0' ? strstr (target->plain, words) : NULL;
  if (found == NULL || strstr (found + 1, words) != NULL)
    return FALSE;
  *start = (guint)g_utf8_pointer_to_offset (target->plain, found);
  *end = *start + (span->end - span->start);
  return TRUE;
}

static void
place_missing (const CogText *segment,
               CogText *target,
               const gboolean *is_there,
               CogMemoryRepair *told)
{
  for (guint i = 0; i < segment->codes->len; i++)
    {
      const CogCode *code = segment->codes->pdata[i];
      guint start, end;

      if (is_there[i])
        continue;
      if (code->type == COG_CODE_PIECE)
        {
          insert_piece (target, code, find_place (segment, code, target));
          told->n_placed++;
        }
      else if (code->start == code->end)
        {
          start = find_place (segment, code, target);
          cog_text_add_code (target, dup_at (code, start, start));
        }
      else if (find_extent (segment, code, target, &start, &end))
        cog_text_add_code (target, dup_at (code, start, end));
      else
        told->n_missing++;
    }
}

/* The codes of the translation become those of the segment, or go. */
static CogText *
exchange_codes (const CogText *segment,
                const CogText *known,
                const CogText *target,
                gboolean *is_there,
                CogMemoryRepair *told)
{
  g_autofree int *of_target = pair (target->codes, known->codes);
  g_autofree int *of_known = pair (known->codes, segment->codes);
  g_autoptr (GArray) cut = g_array_new (FALSE, FALSE, sizeof (guint));
  CogText *text = cog_text_new (target->plain);

  for (guint i = 0; i < target->codes->len; i++)
    {
      const CogCode *code = target->codes->pdata[i];
      int at = of_target[i] >= 0 ? of_known[of_target[i]] : -1;

      if (at >= 0)
        {
          g_ptr_array_add (text->codes, dup_at (segment->codes->pdata[at], code->start, code->end));
          is_there[at] = TRUE;
          continue;
        }
      told->n_dropped++;
      if (code->type == COG_CODE_PIECE)
        g_array_append_val (cut, code->start);
    }
  cog_text_sort_codes (text);
  for (guint i = cut->len; i > 0; i--)
    cut_piece (text, g_array_index (cut, guint, i - 1));
  return text;
}

CogText *
cog_memory_repair (const CogText *segment, const CogMemoryMatch *match, CogMemoryRepair *told)
{
  g_autoptr (CogText) known = NULL;
  g_autoptr (CogText) target = NULL;
  g_autofree gboolean *is_there = NULL;
  CogMemoryRepair repair = { 0 };
  CogText *text;

  g_return_val_if_fail (segment != NULL && match != NULL, NULL);

  known = read_text (match->entry->source_inline, match->entry->source);
  target = read_text (match->entry->target_inline, match->entry->target);
  is_there = g_new0 (gboolean, MAX (segment->codes->len, 1));
  text = exchange_codes (segment, known, target, is_there, &repair);
  place_missing (segment, text, is_there, &repair);
  if (told != NULL)
    *told = repair;
  return text;
}
