/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-damaged-file.h"

#include "cog-damaged-pages.h"

#include <string.h>

#define MOST_COLUMNS 32

/* SQLite file format, 1.6: kinds of pages. */
enum
{
  KEYED_BRANCH = 0x02, /* has rows of its own, between those of its leaves */
  KEYED_LEAF = 0x0a,
  NUMBERED_LEAF = 0x0d,
};

typedef struct
{
  CogDamagedPages *pages;
  GByteArray *payload; /* of the row at hand, as far as it could be read */
  CogDamagedFunc func;
  gpointer user_data;
} Reading;

/* A number of 1 to 9 bytes; returns how many it has, 0: it goes beyond the end. */
static guint
read_varint (const guint8 *at, const guint8 *end, guint64 *value)
{
  *value = 0;
  for (guint i = 0; i < 9 && at + i < end; i++)
    {
      if (i == 8)
        {
          *value = *value << 8 | at[i];
          return 9;
        }
      *value = *value << 7 | (at[i] & 0x7f);
      if ((at[i] & 0x80) == 0)
        return i + 1;
    }
  return 0;
}

/* How much of a payload stands in the page itself. */
static gsize
get_local (const Reading *r, guint64 length, gboolean is_keyed)
{
  guint64 used = r->pages->used;
  guint64 most = is_keyed ? (used - 12) * 64 / 255 - 23 : used - 35;
  guint64 least = (used - 12) * 32 / 255 - 23;
  guint64 fits;

  if (length <= most)
    return (gsize)length;
  fits = least + (length - least) % (used - 4);
  return (gsize)(fits <= most ? fits : least);
}

/* The rest of a payload, from the chain of pages that it flowed over into, as far as it goes. */
static void
read_overflow (Reading *r, guint32 number, guint64 length)
{
  while (number != 0 && r->payload->len < length)
    {
      const guint8 *page = cog_damaged_pages_get (r->pages, number);
      guint64 rest = length - r->payload->len;

      if (page == NULL)
        return;
      g_byte_array_append (r->payload, page + 4, (guint)MIN (rest, r->pages->used - 4));
      number = cog_damaged_32 (page);
    }
}

/* at: behind the length. FALSE: it cannot be. */
static gboolean
read_payload (Reading *r, const guint8 *at, const guint8 *end, guint64 length, gboolean is_keyed)
{
  gsize local = get_local (r, length, is_keyed);

  /* More than all pages hold. */
  if (length < 2 || length > (guint64)r->pages->n * r->pages->size || at + local > end)
    return FALSE;
  g_byte_array_set_size (r->payload, 0);
  g_byte_array_append (r->payload, at, (guint)local);
  if (local < length && at + local + 4 <= end)
    read_overflow (r, cog_damaged_32 (at + local), length);
  return TRUE;
}

static gint64
read_integer (const guint8 *at, guint length)
{
  gint64 value = length > 0 && (at[0] & 0x80) != 0 ? -1 : 0;

  for (guint i = 0; i < length; i++)
    value = (gint64)((guint64)value << 8 | at[i]);
  return value;
}

/* SQLite file format, 2.1. Returns how many bytes the value has. */
static guint64
read_value (const Reading *r, guint64 serial, guint64 at, CogDamagedValue *value)
{
  static const guint lengths[] = { 0, 1, 2, 3, 4, 6, 8, 8 };
  guint64 length = serial >= 12 ? (serial - 12) / 2 : serial < 8 ? lengths[serial] : 0;
  const guint8 *data;

  memset (value, 0, sizeof *value);
  if (length > r->payload->len || at > r->payload->len - length)
    {
      value->is_lost = TRUE;
      return length;
    }
  data = r->payload->data + at;
  if (serial >= 12)
    {
      value->type = serial % 2 == 0 ? COG_VALUE_BLOB : COG_VALUE_TEXT;
      value->data = (const char *)data;
      value->length = (gsize)length;
    }
  else if (serial == 7)
    {
      gint64 bits = read_integer (data, 8);

      value->type = COG_VALUE_REAL;
      memcpy (&value->real, &bits, sizeof value->real);
    }
  else if (serial > 0)
    {
      value->type = COG_VALUE_INT;
      value->integer = serial == 9 ? 1 : read_integer (data, (guint)length);
    }
  return length;
}

/* Returns how many; 0: it is no row of ours. */
static guint
read_values (Reading *r, CogDamagedValue *values)
{
  const guint8 *start = r->payload->data;
  const guint8 *end = start + r->payload->len;
  const guint8 *at;
  guint64 header = 0;
  guint64 body;
  guint n = 0;
  guint taken = read_varint (start, end, &header);

  if (taken == 0 || header < taken || header > r->payload->len)
    return 0;
  body = header;
  for (at = start + taken; at < start + header && n < MOST_COLUMNS; n++)
    {
      guint64 serial;
      guint length = read_varint (at, start + header, &serial);

      /* 10 and 11 are for SQLite's own use. */
      if (length == 0 || serial == 10 || serial == 11 || serial > G_MAXINT)
        return 0;
      at += length;
      body += read_value (r, serial, body, &values[n]);
    }
  return at == start + header ? n : 0;
}

static gboolean
read_cell (
    Reading *r, const guint8 *page, guint kind, guint offset, gboolean *goes_on, GError **error)
{
  const guint8 *at = page + offset + (kind == KEYED_BRANCH ? 4 : 0);
  const guint8 *end = page + r->pages->used;
  CogDamagedValue values[MOST_COLUMNS];
  CogDamagedRow row = { .is_keyed = kind != NUMBERED_LEAF, .values = values };
  guint64 length = 0;
  guint64 number = 0;
  guint taken = at < end ? read_varint (at, end, &length) : 0;

  if (taken == 0)
    return TRUE;
  at += taken;
  if (kind == NUMBERED_LEAF)
    {
      taken = read_varint (at, end, &number);
      if (taken == 0)
        return TRUE;
      at += taken;
    }
  if (!read_payload (r, at, end, length, row.is_keyed))
    return TRUE;
  row.number = (gint64)number;
  row.n = read_values (r, values);
  *goes_on = row.n == 0 || r->func (&row, r->user_data, error);
  return *goes_on;
}

static gboolean
read_page (Reading *r, guint number, GError **error)
{
  const guint8 *page = cog_damaged_pages_get (r->pages, number);
  guint head = number == 1 ? 100 : 0;
  guint kind = page != NULL ? page[head] : 0;
  guint cells = head + (kind == KEYED_BRANCH ? 12 : 8);
  gboolean goes_on = TRUE;
  guint n;

  if (kind != KEYED_BRANCH && kind != KEYED_LEAF && kind != NUMBERED_LEAF)
    return TRUE;
  n = MIN (cog_damaged_16 (page + head + 3), (r->pages->used - cells) / 2);
  for (guint i = 0; goes_on && i < n; i++)
    {
      guint offset = cog_damaged_16 (page + cells + 2 * i);

      if (offset >= cells && offset < r->pages->used)
        read_cell (r, page, kind, offset, &goes_on, error);
    }
  return goes_on;
}

gboolean
cog_damaged_file_foreach_row (const char *path,
                              CogDamagedFunc func,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error)
{
  g_auto (CogDamagedPages) pages = { NULL };
  g_autoptr (GByteArray) payload = g_byte_array_new ();
  Reading reading = { &pages, payload, func, user_data };

  g_return_val_if_fail (path != NULL && func != NULL, FALSE);

  if (!cog_damaged_pages_open (&pages, path, error))
    return FALSE;
  for (guint number = 1; number <= pages.n; number++)
    {
      if (g_hash_table_contains (pages.freed, GUINT_TO_POINTER (number)))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !read_page (&reading, number, error))
        return FALSE;
    }
  return TRUE;
}
