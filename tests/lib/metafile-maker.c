/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "metafile-maker.h"

#include <string.h>

static void
add_16 (GByteArray *self, guint value)
{
  guint8 bytes[] = { (guint8)value, (guint8)(value >> 8) };

  g_byte_array_append (self, bytes, sizeof bytes);
}

static void
add_32 (GByteArray *self, guint32 value)
{
  add_16 (self, value & 0xFFFF);
  add_16 (self, value >> 16);
}

GByteArray *
emf_maker_new (void)
{
  static const guint32 header[] = { 0, 0, 99, 49, 0, 0, 10000, 5000, 0x464D4520, 0x10000,
                                    0, 0, 1,  0,  0, 0, 1000,  1000, 1000,       1000 };
  GByteArray *self = g_byte_array_new ();

  emf_maker_add (self, 1, header, G_N_ELEMENTS (header));
  return self;
}

void
emf_maker_add (GByteArray *self, guint type, const guint32 *values, guint n_values)
{
  add_32 (self, type);
  add_32 (self, 8 + 4 * n_values);
  for (guint i = 0; i < n_values; i++)
    add_32 (self, values[i]);
}

void
emf_maker_add_text (GByteArray *self, guint x, guint y, const char *text, guint options)
{
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  g_autofree guint32 *values = g_new0 (guint32, 17 + (gsize)(n + 1) / 2);

  values[4] = 1;
  values[7] = x;
  values[8] = y;
  values[9] = (guint32)n;
  values[10] = 76;
  values[11] = options;
  for (glong i = 0; i < n; i++)
    values[17 + i / 2] |= (guint32)units[i] << (i % 2 * 16);
  emf_maker_add (self, 84, values, 17 + (guint)(n + 1) / 2);
}

GBytes *
emf_maker_end (GByteArray *self)
{
  EMF_ADD (self, 14, 0, 0, 20);
  return g_byte_array_free_to_bytes (self);
}

GByteArray *
wmf_maker_new (gboolean is_placeable)
{
  static const guint16 placeable[] = { 0xCDD7, 0x9AC6, 0, 0, 0, 100, 50, 25, 0, 0, 0 };
  static const guint16 header[] = { 1, 9, 0x300, 0, 0, 4, 0, 0, 0 };
  GByteArray *self = g_byte_array_new ();

  for (guint i = 0; is_placeable && i < G_N_ELEMENTS (placeable); i++)
    add_16 (self, placeable[i]);
  for (guint i = 0; i < G_N_ELEMENTS (header); i++)
    add_16 (self, header[i]);
  return self;
}

void
wmf_maker_add (GByteArray *self, guint function, const guint16 *values, guint n_values)
{
  add_32 (self, 3 + n_values);
  add_16 (self, function);
  for (guint i = 0; i < n_values; i++)
    add_16 (self, values[i]);
}

GBytes *
wmf_maker_end (GByteArray *self)
{
  wmf_maker_add (self, 0, NULL, 0);
  return g_byte_array_free_to_bytes (self);
}
