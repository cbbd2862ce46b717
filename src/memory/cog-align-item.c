/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-align-item.h"

#include "cog-letters.h"
#include "cog-segment-fold.h"

#include <string.h>

/* Of a word so much is kept that its endings are not: "Newtona" and "Newton's" are the same. */
#define STEM 5
#define TYPE_SHIFT 61

CogAlignItem *
cog_align_item_new (CogAlignKind kind)
{
  CogAlignItem *self = g_new0 (CogAlignItem, 1);

  self->kind = kind;
  self->anchors = g_array_new (FALSE, FALSE, sizeof (guint64));
  return self;
}

void
cog_align_item_free (CogAlignItem *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->anchors);
  g_free (self->id);
  g_free (self);
}

static void
add_hash (CogAlignItem *self, CogAnchorType type, const char *text)
{
  guint64 anchor = ((guint64)type << TYPE_SHIFT) | (cog_segment_hash (text) >> 3);

  g_array_append_val (self->anchors, anchor);
}

/* word: letters without marks, in lower case. */
static void
add_word (CogAlignItem *self, const gunichar *word, guint n)
{
  gunichar two[2];
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  if (!cog_letter_is_unspaced (word[0]) || n == 1)
    {
      text = g_ucs4_to_utf8 (word, MIN (n, STEM), NULL, NULL, NULL);
      add_hash (self, COG_ANCHOR_WORD, text);
      return;
    }
  for (guint i = 0; i + 1 < n; i++)
    {
      g_autofree char *pair = NULL;

      memcpy (two, word + i, sizeof two);
      pair = g_ucs4_to_utf8 (two, 2, NULL, NULL, NULL);
      add_hash (self, COG_ANCHOR_WORD, pair);
    }
}

static void
add_number (CogAlignItem *self, GString *digits)
{
  /* A single digit stands everywhere and proves nothing, but two editions have it alike. */
  if (digits->len > 0)
    add_hash (self, COG_ANCHOR_NUMBER, digits->str);
  g_string_truncate (digits, 0);
}

void
cog_align_item_add_text (CogAlignItem *self, const char *text)
{
  g_autofree char *plain = NULL;
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GString) digits = g_string_new (NULL);

  g_return_if_fail (self != NULL && text != NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    self->length += !g_unichar_isspace (g_utf8_get_char (c));
  plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  for (const char *at = plain; at != NULL; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      int digit = g_unichar_digit_value (c);

      if (g_unichar_ismark (c) && !cog_letter_is_unspaced (c))
        continue;
      if (digit >= 0)
        g_string_append_c (digits, (char)('0' + digit));
      else
        add_number (self, digits);
      if (digit < 0 && (g_unichar_isalpha (c) || g_unichar_ismark (c)))
        {
          c = g_unichar_tolower (c);
          g_array_append_val (word, c);
        }
      else
        {
          add_word (self, (const gunichar *)(gpointer)word->data, word->len);
          g_array_set_size (word, 0);
        }
      if (c == '\0')
        break;
    }
}

void
cog_align_item_add_anchor (CogAlignItem *self, CogAnchorType type, const char *text)
{
  g_autofree char *tight = NULL;
  char *out;

  g_return_if_fail (self != NULL && text != NULL);

  tight = g_strdup (text);
  out = tight;
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      *out++ = *c;
  *out = '\0';
  if (tight[0] != '\0')
    add_hash (self, type, tight);
}

void
cog_align_item_add_item (CogAlignItem *self, const CogAlignItem *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  self->length += other->length;
  g_array_append_vals (self->anchors, other->anchors->data, other->anchors->len);
}

static int
compare_anchors (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *)a;
  guint64 right = *(const guint64 *)b;

  return left < right ? -1 : left > right;
}

void
cog_align_item_settle (CogAlignItem *self)
{
  guint n = 0;

  g_return_if_fail (self != NULL);

  g_array_sort (self->anchors, compare_anchors);
  for (guint i = 0; i < self->anchors->len; i++)
    {
      guint64 anchor = g_array_index (self->anchors, guint64, i);

      if (n == 0 || g_array_index (self->anchors, guint64, n - 1) != anchor)
        g_array_index (self->anchors, guint64, n++) = anchor;
    }
  g_array_set_size (self->anchors, n);
}
