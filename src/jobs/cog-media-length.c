/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-media-length.h"

#include <string.h>

#define MAX_HOURS 1000

typedef struct
{
  const guint8 *data;
  gsize size;
} Span;

/* Most significant byte first; 0 beyond the end. */
static guint64
read_number (const Span *span, gsize at, guint n)
{
  guint64 number = 0;

  if (at > span->size || n > span->size - at)
    return 0;
  for (guint i = 0; i < n; i++)
    number = number << 8 | span->data[at + i];
  return number;
}

static guint64
read_little (const Span *span, gsize at, guint n)
{
  guint64 number = 0;

  if (at > span->size || n > span->size - at)
    return 0;
  for (guint i = n; i > 0; i--)
    number = number << 8 | span->data[at + i - 1];
  return number;
}

static gint64
to_milliseconds (double n, double per_second)
{
  double milliseconds = per_second > 0 ? n * 1000 / per_second : 0;

  return milliseconds > 0 && milliseconds < MAX_HOURS * 3600.0 * 1000 ? (gint64)milliseconds : 0;
}

/* --- MP4: ISO 14496-12, boxes moov and mvhd ------------------------------------------------- */

static gboolean
find_box (const Span *span, const char *type, Span *found)
{
  gsize at = 0;

  while (span->size - at >= 8)
    {
      guint64 size = read_number (span, at, 4);
      guint head = 8;

      if (size == 1)
        {
          size = read_number (span, at + 8, 8);
          head = 16;
        }
      else if (size == 0)
        size = span->size - at;
      if (size < head || size > span->size - at)
        return FALSE;
      if (memcmp (span->data + at + 4, type, 4) == 0)
        {
          found->data = span->data + at + head;
          found->size = (gsize)size - head;
          return TRUE;
        }
      at += (gsize)size;
    }
  return FALSE;
}

static gint64
get_mp4_length (const Span *file)
{
  Span movie, header;

  if (!find_box (file, "moov", &movie) || !find_box (&movie, "mvhd", &header) || header.size < 1)
    return 0;
  return header.data[0] == 1 ? to_milliseconds ((double)read_number (&header, 24, 8),
                                                (double)read_number (&header, 20, 4))
                             : to_milliseconds ((double)read_number (&header, 16, 4),
                                                (double)read_number (&header, 12, 4));
}

/* --- Ogg: RFC 3533; Vorbis' and Opus' first packets tell the rate of the positions ----------- */

static gint64
get_ogg_length (const Span *file)
{
  gsize first = 27 + (gsize)read_number (file, 26, 1);
  double rate = 0;

  if (first + 16 > file->size)
    return 0;
  if (memcmp (file->data + first, "\x01vorbis", 7) == 0)
    rate = (double)read_little (file, first + 12, 4);
  else if (memcmp (file->data + first, "OpusHead", 8) == 0)
    rate = 48000; /* RFC 7845: whatever the sound was before */
  for (gsize at = file->size - 27 + 1; at > 0; at--)
    if (memcmp (file->data + at - 1, "OggS", 4) == 0)
      return to_milliseconds ((double)read_little (file, at - 1 + 6, 8), rate);
  return 0;
}

/* --- WebM: RFC 8794, Segment, Info and in it Duration by TimestampScale ---------------------- */

#define EBML_SEGMENT 0x18538067
#define EBML_INFO 0x1549A966
#define EBML_SCALE 0x2AD7B1
#define EBML_DURATION 0x4489

/* The next element: its name, and what it holds. */
static gboolean
read_element (const Span *span, gsize *at, guint64 *name, Span *content)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      guint8 first = (guint8)read_number (span, *at, 1);
      guint n = 1;
      guint64 number;

      while (n <= 8 && (first & (0x80 >> (n - 1))) == 0)
        n++;
      if (n > 8 || *at > span->size || n > span->size - *at)
        return FALSE;
      number = read_number (span, *at, n);
      *at += n;
      if (pass == 0)
        {
          *name = number;
          continue;
        }
      number &= (G_GUINT64_CONSTANT (1) << (7 * n)) - 1;
      content->data = span->data + *at;
      /* A size of ones alone is "until the end". */
      content->size = (gsize)MIN (number, span->size - *at);
      *at += content->size;
    }
  return TRUE;
}

static gboolean
find_element (const Span *span, guint64 wanted, Span *found)
{
  gsize at = 0;
  guint64 name;

  while (at < span->size && read_element (span, &at, &name, found))
    if (name == wanted)
      return TRUE;
  return FALSE;
}

static double
read_real (const Span *span)
{
  guint64 bits = read_number (span, 0, (guint)span->size);
  guint32 short_bits = (guint32)bits;
  float single;
  double real;

  memcpy (&single, &short_bits, sizeof single);
  memcpy (&real, &bits, sizeof real);
  return span->size == 4 ? (double)single : span->size == 8 ? real : 0;
}

static gint64
get_webm_length (const Span *file)
{
  Span segment, info, duration, scale;
  double nanoseconds = 1000000;

  if (!find_element (file, EBML_SEGMENT, &segment) || !find_element (&segment, EBML_INFO, &info) ||
      !find_element (&info, EBML_DURATION, &duration))
    return 0;
  if (find_element (&info, EBML_SCALE, &scale) && scale.size <= 8)
    nanoseconds = (double)read_number (&scale, 0, (guint)scale.size);
  return to_milliseconds (read_real (&duration) * nanoseconds, 1e9);
}

/* --- MP3: the first frame, and its count of frames (Xing, Info), else its rate --------------- */

static gsize
skip_tag (const Span *file)
{
  gsize size = 0;

  if (file->size < 10 || memcmp (file->data, "ID3", 3) != 0)
    return 0;
  for (guint i = 6; i < 10; i++)
    size = size << 7 | (file->data[i] & 0x7F);
  return size + 10;
}

static gint64
get_mp3_length (const Span *file)
{
  /* Of layer III, MPEG 1 and 2: thousands of bits a second. */
  static const guint rates[2][16] = {
    { 0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0 },
    { 0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0 },
  };
  static const guint samples[4] = { 44100, 48000, 32000, 0 };
  gsize at = skip_tag (file);
  guint32 head = (guint32)read_number (file, at, 4);
  guint version = head >> 19 & 3; /* 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5 */
  guint rate = rates[version != 3][head >> 12 & 15] * 1000;
  guint frequency = samples[head >> 10 & 3] >> (version == 3 ? 0 : version == 2 ? 1 : 2);

  if (head >> 21 != 0x7FF || (head >> 17 & 3) != 1 || rate == 0 || frequency == 0)
    return 0;
  for (gsize i = at + 4; i < at + 44 && i + 12 <= file->size; i++)
    if ((memcmp (file->data + i, "Xing", 4) == 0 || memcmp (file->data + i, "Info", 4) == 0) &&
        (file->data[i + 7] & 1) != 0)
      return to_milliseconds ((double)read_number (file, i + 8, 4) * (version == 3 ? 1152 : 576),
                              frequency);
  return to_milliseconds ((double)(file->size - at) * 8, rate);
}

gint64
cog_media_get_length (GBytes *bytes)
{
  Span file;

  g_return_val_if_fail (bytes != NULL, 0);

  file.data = g_bytes_get_data (bytes, &file.size);
  if (file.size < 28)
    return 0;
  if (memcmp (file.data + 4, "ftyp", 4) == 0)
    return get_mp4_length (&file);
  if (memcmp (file.data, "OggS", 4) == 0)
    return get_ogg_length (&file);
  if (memcmp (file.data, "\x1A\x45\xDF\xA3", 4) == 0)
    return get_webm_length (&file);
  return get_mp3_length (&file);
}
