/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edit-distance.h"

#include <string.h>

#define N_ASCII 128
#define ROWS 64

typedef struct
{
  guint64 positive; /* rows where the column grows by one downwards */
  guint64 negative; /* rows where it shrinks by one */
} Block;

struct _CogEditPattern
{
  gsize length; /* characters */
  gsize n_blocks;
  guint64 *masks;         /* n_blocks for each symbol; symbol 0 is what the pattern does not have */
  guint32 ascii[N_ASCII]; /* symbol of each character */
  GHashTable *others;     /* symbol of each other character (nullable: all are ASCII) */
  Block *column;
};

static guint32
find_symbol (const CogEditPattern *self, gunichar c)
{
  if (c < N_ASCII)
    return self->ascii[c];
  return self->others != NULL
             ? GPOINTER_TO_UINT (g_hash_table_lookup (self->others, GUINT_TO_POINTER (c)))
             : 0;
}

static void
set_symbol (CogEditPattern *self, gunichar c, guint32 symbol)
{
  if (c < N_ASCII)
    {
      self->ascii[c] = symbol;
      return;
    }
  if (self->others == NULL)
    self->others = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (self->others, GUINT_TO_POINTER (c), GUINT_TO_POINTER (symbol));
}

CogEditPattern *
cog_edit_pattern_new (const char *text)
{
  CogEditPattern *self;
  guint32 n_symbols = 1;
  gsize at = 0;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (CogEditPattern, 1);
  self->length = g_utf8_strlen (text, -1);
  self->n_blocks = (self->length + ROWS - 1) / ROWS;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (find_symbol (self, g_utf8_get_char (c)) == 0)
      set_symbol (self, g_utf8_get_char (c), n_symbols++);
  self->masks = g_new0 (guint64, n_symbols * MAX (self->n_blocks, 1));
  self->column = g_new (Block, MAX (self->n_blocks, 1));
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c), at++)
    self->masks[find_symbol (self, g_utf8_get_char (c)) * self->n_blocks + at / ROWS] |=
        G_GUINT64_CONSTANT (1) << (at % ROWS);
  return self;
}

void
cog_edit_pattern_free (CogEditPattern *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_free (self->masks);
  g_free (self->column);
  g_free (self);
}

gsize
cog_edit_pattern_get_length (const CogEditPattern *self)
{
  return self->length;
}

gsize
cog_edit_pattern_get_cost (const CogEditPattern *self)
{
  return MAX (self->n_blocks, 1);
}

/* One column of 64 rows. carry: how the row above grows from the column before to this (-1, 0, 1).
 * last: the row whose growth is the answer. */
static inline int
step_block (Block *block, guint64 equal, guint64 last, int carry)
{
  guint64 vertical = equal | block->negative;
  guint64 horizontal, grows, shrinks;
  int out;

  if (carry < 0)
    equal |= 1;
  horizontal = (((equal & block->positive) + block->positive) ^ block->positive) | equal;
  grows = block->negative | ~(horizontal | block->positive);
  shrinks = block->positive & horizontal;
  out = (grows & last) != 0 ? 1 : (shrinks & last) != 0 ? -1 : 0;
  grows = (grows << 1) | (carry > 0);
  shrinks = (shrinks << 1) | (carry < 0);
  block->positive = shrinks | ~(vertical | grows);
  block->negative = grows & vertical;
  return out;
}

static inline int
step_column (CogEditPattern *self, gunichar c, guint64 last)
{
  const guint64 *masks = self->masks + find_symbol (self, c) * self->n_blocks;
  int carry = 1; /* of the row above the first: the distance from nothing */

  for (gsize i = 0; i + 1 < self->n_blocks; i++)
    carry = step_block (&self->column[i], masks[i], G_GUINT64_CONSTANT (1) << (ROWS - 1), carry);
  return step_block (&self->column[self->n_blocks - 1], masks[self->n_blocks - 1], last, carry);
}

guint
cog_edit_pattern_measure (CogEditPattern *self, const char *text, gsize n_bytes, guint limit)
{
  const char *end = text + n_bytes;
  gint64 distance = (gint64)self->length;
  guint64 last;

  g_return_val_if_fail (self != NULL && text != NULL, G_MAXUINT);

  if (self->n_blocks == 0)
    {
      distance = g_utf8_strlen (text, (gssize)n_bytes);
      return distance <= limit ? (guint)distance : G_MAXUINT;
    }
  last = G_GUINT64_CONSTANT (1) << ((self->length - 1) % ROWS);
  for (gsize i = 0; i < self->n_blocks; i++)
    self->column[i] = (Block){ ~G_GUINT64_CONSTANT (0), 0 };
  while (text < end)
    {
      gunichar c = (guchar)*text < N_ASCII ? (gunichar)*text : g_utf8_get_char (text);

      text = g_utf8_next_char (text);
      distance += step_column (self, c, last);
      /* Each character that is left can take one away at most, and has a byte at least. */
      if (distance - (end - text) > limit)
        return G_MAXUINT;
    }
  return distance <= limit ? (guint)distance : G_MAXUINT;
}
