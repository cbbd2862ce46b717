/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gram-lists-private.h"

#include <string.h>

/* Bytes of lists that one search reads, some two milliseconds' worth. */
#define BUDGET (1024 * 1024)
/* However long they are: else a text of common words alone would find nothing. */
#define LEAST_LISTS 6
#define MOST_LISTS G_MAXUINT8

#define LEAST_BITS 10
#define MOST_BITS 18

#define EDGE 1 /* no character of a text */

static guint32
hash_gram (gunichar a, gunichar b, gunichar c)
{
  guint64 key = ((guint64)a << 42) ^ ((guint64)b << 21) ^ c;

  return (guint32)((key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32);
}

void
cog_gram_hash (const char *text, gsize n_bytes, GArray *hashes)
{
  const char *end = text + n_bytes;
  gunichar a = EDGE, b = EDGE;

  g_array_set_size (hashes, 0);
  while (text < end)
    {
      gunichar c = (guchar)*text < 0x80 ? (gunichar)*text : g_utf8_get_char (text);
      guint32 hash = hash_gram (a, b, c);

      g_array_append_val (hashes, hash);
      a = b;
      b = c;
      text = g_utf8_next_char (text);
    }
  {
    guint32 hash = hash_gram (a, b, EDGE);

    g_array_append_val (hashes, hash);
  }
}

static guint
choose_mask (guint n)
{
  guint bits = LEAST_BITS;

  while (bits < MOST_BITS && (1u << bits) < n)
    bits++;
  return (1u << bits) - 1;
}

static gsize
get_width (guint32 value)
{
  gsize width = 1;

  for (; value >= 0x80; value >>= 7)
    width++;
  return width;
}

static guint8 *
write_number (guint8 *at, guint32 value)
{
  for (; value >= 0x80; value >>= 7)
    *at++ = (guint8)(value | 0x80);
  *at++ = (guint8)value;
  return at;
}

/* Goes over all texts: first to learn how long each list becomes (ends is NULL), then to write. */
static void
walk (CogGramLists *self, const CogGramTexts *texts, gsize *sizes, guint8 **ends)
{
  g_autofree guint32 *last = g_new0 (guint32, (gsize)self->mask + 1);
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->n; i++)
    {
      gsize n_bytes;
      const char *text = cog_gram_texts_get (texts, self->first + i, &n_bytes);

      if (g_array_index (texts->ids, gint64, self->first + i) == COG_GRAM_REMOVED)
        continue;
      cog_gram_hash (text, n_bytes, hashes);
      for (guint k = 0; k < hashes->len; k++)
        {
          guint32 list = g_array_index (hashes, guint32, k) & self->mask;

          /* Numbers begin with 1, so that a difference of 0 says: this text has it already. */
          if (last[list] == i + 1)
            continue;
          if (ends != NULL)
            ends[list] = write_number (ends[list], i + 1 - last[list]);
          else
            sizes[list] += get_width (i + 1 - last[list]);
          last[list] = i + 1;
        }
    }
}

CogGramLists *
cog_gram_lists_new (const CogGramTexts *texts, guint first, guint n)
{
  CogGramLists *self = g_new0 (CogGramLists, 1);
  g_autofree gsize *sizes = NULL;
  g_autofree guint8 **ends = NULL;
  gsize total = 0;

  self->first = first;
  self->n = n;
  self->mask = choose_mask (n);
  sizes = g_new0 (gsize, (gsize)self->mask + 1);
  walk (self, texts, sizes, NULL);
  self->starts = g_new (gsize, (gsize)self->mask + 2);
  for (gsize i = 0; i <= self->mask; i++)
    {
      self->starts[i] = total;
      total += sizes[i];
    }
  self->starts[self->mask + 1] = total;
  self->bytes = g_malloc (MAX (total, 1));
  ends = g_new (guint8 *, (gsize)self->mask + 1);
  for (gsize i = 0; i <= self->mask; i++)
    ends[i] = self->bytes + self->starts[i];
  walk (self, texts, NULL, ends);
  return self;
}

void
cog_gram_lists_free (CogGramLists *self)
{
  if (self == NULL)
    return;
  g_free (self->starts);
  g_free (self->bytes);
  g_free (self);
}

gsize
cog_gram_lists_get_size (const CogGramLists *self)
{
  return self->starts[self->mask + 1] + ((gsize)self->mask + 2) * sizeof (gsize) + sizeof *self;
}

typedef struct
{
  guint32 list;
  gsize size;
} Wanted;

static int
compare_wanted (gconstpointer a, gconstpointer b)
{
  const Wanted *left = a, *right = b;

  if (left->size != right->size)
    return left->size < right->size ? -1 : 1;
  return left->list < right->list ? -1 : left->list > right->list;
}

static void
count_list (const CogGramLists *self, guint32 list, guint8 *counts)
{
  const guint8 *at = self->bytes + self->starts[list];
  const guint8 *end = self->bytes + self->starts[list + 1];
  gsize number = 0; /* from 1 */

  while (at < end)
    {
      guint32 value = *at++;

      if (G_UNLIKELY (value >= 0x80))
        {
          guint shift = 7;

          value &= 0x7F;
          for (; *at >= 0x80; shift += 7)
            value |= (guint32)(*at++ & 0x7F) << shift;
          value |= (guint32)*at++ << shift;
        }
      number += value;
      counts[number - 1]++;
    }
}

guint
cog_gram_lists_count (const CogGramLists *self, GArray *hashes, guint8 *counts)
{
  g_autoptr (GArray) wanted = g_array_sized_new (FALSE, FALSE, sizeof (Wanted), hashes->len);
  gsize read = 0;
  guint n = 0;

  memset (counts, 0, self->n);
  for (guint i = 0; i < hashes->len; i++)
    {
      guint32 list = g_array_index (hashes, guint32, i) & self->mask;
      Wanted one = { list, self->starts[list + 1] - self->starts[list] };

      g_array_append_val (wanted, one);
    }
  g_array_sort (wanted, compare_wanted);
  for (guint i = 0; i < wanted->len && n < MOST_LISTS; i++)
    {
      const Wanted *one = &g_array_index (wanted, Wanted, i);

      if (one->size == 0 || (i > 0 && one->list == one[-1].list))
        continue;
      if (n >= LEAST_LISTS && read + one->size > BUDGET)
        break;
      count_list (self, one->list, counts);
      read += one->size;
      n++;
    }
  return n;
}
