/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-profile.h"

#include <math.h>
#include <string.h>

/* Made here from the numbers of the standard, and not taken from a file: a profile is a work of
 * somebody, with terms of its own, and ten times as large. Sections are those of ICC.1:2004-10. */

#define HEAD 128
#define N_TAGS 10

static void
append_32 (GByteArray *out, guint32 value)
{
  guint32 bytes = GUINT32_TO_BE (value);

  g_byte_array_append (out, (const guint8 *)&bytes, 4);
}

static void
append_text (GByteArray *out, const char *four)
{
  g_byte_array_append (out, (const guint8 *)four, 4);
}

/* s15Fixed16Number, 5.1.3. */
static void
append_fixed (GByteArray *out, double value)
{
  append_32 (out, (guint32)(gint32)lround (value * 65536));
}

static void
append_numbers (GByteArray *out, const char *type, const double *values, guint n)
{
  append_text (out, type);
  append_32 (out, 0);
  for (guint i = 0; i < n; i++)
    append_fixed (out, values[i]);
}

/* multiLocalizedUnicodeType, 10.13, with one language. */
static void
append_words (GByteArray *out, const char *words)
{
  gsize n = strlen (words);

  append_text (out, "mluc");
  append_32 (out, 0);
  append_32 (out, 1);
  append_32 (out, 12);
  append_text (out, "enUS");
  append_32 (out, (guint32)n * 2);
  append_32 (out, 28);
  for (gsize i = 0; i < n; i++)
    {
      guint8 wide[] = { 0, (guint8)words[i] };

      g_byte_array_append (out, wide, 2);
    }
}

/* parametricCurveType, 10.15, function 3: a power above, a line below the last number. */
static void
append_curve (GByteArray *out)
{
  static const double curve[] = { 2.4, 1 / 1.055, .055 / 1.055, 1 / 12.92, .04045 };

  append_text (out, "para");
  append_32 (out, 0);
  append_32 (out, 3u << 16);
  for (guint i = 0; i < G_N_ELEMENTS (curve); i++)
    append_fixed (out, curve[i]);
}

/* The primaries and the white of IEC 61966-2-1, adapted to D50 by the linear Bradford method as
 * 6.3.1.1 and annex E ask for; the three primaries add up to the white. */
static const double d50[] = { .9642, 1, .8249 };
static const double adaptation[] = { 1.04788, .02292,  -.05019, .02959, .99048,
                                     -.01704, -.00923, .01507,  .75166 };
static const double red[] = { .43606, .22249, .01392 };
static const double green[] = { .38515, .71687, .09708 };
static const double blue[] = { .14307, .06061, .7139 };

typedef struct
{
  const char *name;
  const double *values;
  guint n;
} Numbers;

static void
add_tag (GByteArray *table, GByteArray *data, const char *name, guint32 at)
{
  append_text (table, name);
  append_32 (table, HEAD + 4 + 12 * N_TAGS + at);
  append_32 (table, data->len - at);
  while (data->len % 4 != 0)
    g_byte_array_append (data, (const guint8 *)"", 1);
}

static void
append_tags (GByteArray *table, GByteArray *data)
{
  static const Numbers numbers[] = {
    { "wtpt", d50, 3 }, { "rXYZ", red, 3 }, { "gXYZ", green, 3 }, { "bXYZ", blue, 3 }
  };
  static const char *const curves[] = { "rTRC", "gTRC", "bTRC" };
  guint32 at = 0;

  append_32 (table, N_TAGS);
  append_words (data, "sRGB");
  add_tag (table, data, "desc", at);
  at = data->len;
  append_words (data, "Public domain");
  add_tag (table, data, "cprt", at);
  at = data->len;
  append_numbers (data, "sf32", adaptation, G_N_ELEMENTS (adaptation));
  add_tag (table, data, "chad", at);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      at = data->len;
      append_numbers (data, "XYZ ", numbers[i].values, numbers[i].n);
      add_tag (table, data, numbers[i].name, at);
    }
  at = data->len;
  append_curve (data);
  for (guint i = 0; i < G_N_ELEMENTS (curves); i++)
    add_tag (table, data, curves[i], at);
}

/* 7.2; what is left out is 0, which says that nothing is known. */
static void
append_head (GByteArray *out, guint32 size)
{
  append_32 (out, size);
  append_32 (out, 0);
  append_32 (out, 0x04200000);
  append_text (out, "mntr");
  append_text (out, "RGB ");
  append_text (out, "XYZ ");
  /* A date must be one: that of the standard. */
  append_32 (out, 1999u << 16 | 10);
  append_32 (out, 18u << 16);
  append_32 (out, 0);
  append_text (out, "acsp");
  while (out->len < 68)
    append_32 (out, 0);
  for (guint i = 0; i < G_N_ELEMENTS (d50); i++)
    append_fixed (out, d50[i]);
  while (out->len < HEAD)
    append_32 (out, 0);
}

GBytes *
cog_pdf_profile_new_srgb (void)
{
  GByteArray *out = g_byte_array_new ();
  GByteArray *table = g_byte_array_new ();
  GByteArray *data = g_byte_array_new ();

  append_tags (table, data);
  append_head (out, HEAD + table->len + data->len);
  g_byte_array_append (out, table->data, table->len);
  g_byte_array_append (out, data->data, data->len);
  g_byte_array_unref (table);
  g_byte_array_unref (data);
  return g_byte_array_free_to_bytes (out);
}
