/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-compound.h"

#include <string.h>

#define HEADER 512
#define N_DIFAT 109 /* sectors of the table of sectors that the header itself names */
#define ENTRY 128   /* bytes of a directory entry */
#define LAST 0xFFFFFFFAu
#define MAX_STREAM (4u << 20)

typedef struct
{
  const guint8 *data;
  gsize size;
  guint sector;        /* bytes */
  GArray *fat;         /* (element-type guint32) */
  GArray *mini_fat;    /* the same, of the sectors of 64 bytes */
  GByteArray *entries; /* the directory */
  GByteArray *mini;    /* what small streams stand in */
} Compound;

static guint32
get_32 (const guint8 *data)
{
  return (guint32)data[0] | (guint32)data[1] << 8 | (guint32)data[2] << 16 | (guint32)data[3] << 24;
}

static guint
get_16 (const guint8 *data)
{
  return (guint)(data[0] | data[1] << 8);
}

/* The bytes of a sector; fewer where the file is cut short. (nullable) */
static const guint8 *
get_sector (const Compound *self, guint32 number, gsize *n)
{
  guint64 at = ((guint64)number + 1) * self->sector;

  if (number >= LAST || at >= self->size)
    return NULL;
  *n = MIN (self->sector, self->size - (gsize)at);
  return self->data + at;
}

/* A chain of sectors, or of pieces of the mini stream. No chain is longer than there are sectors:
 * one that comes back to where it was ends there. */
static GByteArray *
read_chain (const Compound *self, gboolean is_mini, guint32 first, gsize wanted)
{
  const GArray *next = is_mini ? self->mini_fat : self->fat;
  GByteArray *bytes = g_byte_array_new ();
  guint32 number = first;

  for (guint i = 0; i <= next->len && number < LAST && bytes->len < wanted; i++)
    {
      gsize n = 64;
      const guint8 *data;

      if (is_mini)
        data = self->mini != NULL && ((gsize)number + 1) * 64 <= self->mini->len
                   ? self->mini->data + (gsize)number * 64
                   : NULL;
      else
        data = get_sector (self, number, &n);
      if (data == NULL || number >= next->len)
        break;
      g_byte_array_append (bytes, data, (guint)MIN (n, wanted - bytes->len));
      number = g_array_index (next, guint32, number);
    }
  return bytes;
}

static void
append_numbers (GArray *numbers, const guint8 *data, gsize n)
{
  for (gsize i = 0; i + 4 <= n; i += 4)
    {
      guint32 number = get_32 (data + i);

      g_array_append_val (numbers, number);
    }
}

/* The table of sectors stands in sectors that a table in the header names; where that is full it
 * goes on in sectors of its own. */
static void
read_fat (Compound *self)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 more = get_32 (self->data + 68);
  gsize n;

  append_numbers (places, self->data + 76, N_DIFAT * 4);
  for (guint i = 0; i < 1000 && more < LAST; i++)
    {
      const guint8 *data = get_sector (self, more, &n);

      if (data == NULL || n < self->sector)
        break;
      append_numbers (places, data, n - 4);
      more = get_32 (data + n - 4);
    }
  for (guint i = 0; i < places->len; i++)
    {
      const guint8 *data = get_sector (self, g_array_index (places, guint32, i), &n);

      if (data != NULL && (gsize)self->fat->len * 4 < self->size)
        append_numbers (self->fat, data, n);
    }
}

static gboolean
is_named (const guint8 *entry, const char *name)
{
  gsize length = strlen (name);

  if (get_16 (entry + 64) != 2 * (length + 1) || length > 31)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (get_16 (entry + 2 * i) != (guint8)name[i])
      return FALSE;
  return TRUE;
}

static GBytes *
read_stream (Compound *self, const char *name, guint cutoff)
{
  g_autoptr (GByteArray) bytes = NULL;

  for (gsize at = 0; at + ENTRY <= self->entries->len; at += ENTRY)
    {
      const guint8 *entry = self->entries->data + at;
      guint32 size = get_32 (entry + 120);

      /* 2: a stream. */
      if (entry[66] != 2 || !is_named (entry, name) || size > MAX_STREAM)
        continue;
      bytes = read_chain (self, size < cutoff, get_32 (entry + 116), size);
      return bytes->len == size ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
    }
  return NULL;
}

static void
compound_clear (Compound *self)
{
  g_clear_pointer (&self->fat, g_array_unref);
  g_clear_pointer (&self->mini_fat, g_array_unref);
  g_clear_pointer (&self->entries, g_byte_array_unref);
  g_clear_pointer (&self->mini, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Compound, compound_clear)

GBytes *
cog_compound_read (GBytes *file, const char *name)
{
  g_auto (Compound) self = { NULL };
  g_autoptr (GByteArray) mini_fat = NULL;
  guint shift;

  g_return_val_if_fail (file != NULL && name != NULL, NULL);

  self.data = g_bytes_get_data (file, &self.size);
  if (self.size < HEADER || memcmp (self.data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) != 0)
    return NULL;
  /* Sectors of 512 bytes, or of 4096 in version 4; small ones always of 64. */
  shift = get_16 (self.data + 30);
  if ((shift != 9 && shift != 12) || get_16 (self.data + 32) != 6)
    return NULL;
  self.sector = 1u << shift;
  self.fat = g_array_new (FALSE, FALSE, sizeof (guint32));
  self.mini_fat = g_array_new (FALSE, FALSE, sizeof (guint32));
  read_fat (&self);
  self.entries = read_chain (&self, FALSE, get_32 (self.data + 48), MAX_STREAM);
  if (self.entries->len < ENTRY)
    return NULL;
  mini_fat = read_chain (&self, FALSE, get_32 (self.data + 60), MAX_STREAM);
  append_numbers (self.mini_fat, mini_fat->data, mini_fat->len);
  self.mini = read_chain (&self, FALSE, get_32 (self.entries->data + 116), MAX_STREAM);
  return read_stream (&self, name, get_32 (self.data + 56));
}
