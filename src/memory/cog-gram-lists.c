/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gram-run-private.h"

#include <string.h>

/* Bytes of lists that one search reads, some two milliseconds' worth. */
#define BUDGET (1024 * 1024)
/* However long they are: else a text of common words alone would find nothing. */
#define LEAST_LISTS 6
#define MOST_LISTS G_MAXUINT8

#define EDGE 1 /* no character of a text */

static guint32
hash_gram (gunichar a, gunichar b, gunichar c)
{
  guint64 key = ((guint64)a << 42) ^ ((guint64)b << 21) ^ c;

  return (guint32)((key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32);
}

/* Written in place: this is what building an index does most. */
void
cog_gram_hash (const char *text, gsize n_bytes, GArray *hashes)
{
  const char *end = text + n_bytes;
  gunichar a = EDGE, b = EDGE;
  guint32 *out;

  g_array_set_size (hashes, (guint)n_bytes + 1); /* no more than that */
  out = (guint32 *)(gpointer)hashes->data;
  while (text < end)
    {
      gunichar c = (guchar)*text < 0x80 ? (gunichar)*text : g_utf8_get_char (text);

      *out++ = hash_gram (a, b, c);
      a = b;
      b = c;
      text = g_utf8_next_char (text);
    }
  *out++ = hash_gram (a, b, EDGE);
  g_array_set_size (hashes, (guint)(out - (guint32 *)(gpointer)hashes->data));
}

void
cog_gram_hash_inside (const char *text, gsize n_bytes, GArray *hashes)
{
  cog_gram_hash (text, n_bytes, hashes);
  g_array_remove_range (hashes, 0, MIN (2, hashes->len));
  if (hashes->len > 0)
    g_array_set_size (hashes, hashes->len - 1);
}

typedef struct
{
  const guint8 *list;
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

/* One list. What is damaged ends it. */
static void
count_list (const guint8 *at, gsize n_bytes, guint8 *counts, guint n)
{
  const guint8 *end = at + n_bytes;
  gsize number = 0; /* from 1 */

  while (at < end)
    {
      guint32 value = *at++;

      if (G_UNLIKELY (value >= 0x80))
        {
          guint shift = 7;

          value &= 0x7F;
          for (; at < end && *at >= 0x80 && shift < 28; shift += 7)
            value |= (guint32)(*at++ & 0x7F) << shift;
          if (at == end)
            return;
          value |= (guint32)*at++ << shift;
        }
      number += value;
      if (G_UNLIKELY (number - 1 >= n))
        return;
      counts[number - 1]++;
    }
}

guint
cog_gram_run_count (CogGramRun *self, GArray *hashes, guint8 *counts)
{
  g_autoptr (GArray) wanted = g_array_sized_new (FALSE, FALSE, sizeof (Wanted), hashes->len);
  gsize read = 0;
  guint n = 0;

  memset (counts, 0, cog_gram_run_get_count (self));
  for (guint i = 0; i < hashes->len; i++)
    {
      Wanted one;

      one.list = cog_gram_run_get_list (self, g_array_index (hashes, guint32, i), &one.size);
      if (one.size > 0)
        g_array_append_val (wanted, one);
    }
  g_array_sort (wanted, compare_wanted);
  for (guint i = 0; i < wanted->len && n < MOST_LISTS; i++)
    {
      const Wanted *one = &g_array_index (wanted, Wanted, i);

      if (i > 0 && one->list == one[-1].list)
        continue;
      if (n >= LEAST_LISTS && read + one->size > BUDGET)
        break;
      count_list (one->list, one->size, counts, cog_gram_run_get_count (self));
      read += one->size;
      n++;
    }
  return n;
}
