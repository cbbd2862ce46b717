/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-media-length.h"

#include <string.h>

/* Headers that say how long they play, and play nothing. */

static void
add (GByteArray *bytes, const char *data, gsize size)
{
  g_byte_array_append (bytes, (const guint8 *)data, (guint)size);
}

#define ADD(bytes, literal) add (bytes, literal, sizeof (literal) - 1)

static void
add_zeros (GByteArray *bytes, guint n)
{
  guint before = bytes->len;

  g_byte_array_set_size (bytes, before + n);
  memset (bytes->data + before, 0, n);
}

static gint64
measure (GByteArray *array)
{
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (array);

  return cog_media_get_length (bytes);
}

static void
test_mp4 (void)
{
  GByteArray *file = g_byte_array_new ();

  ADD (file,
       "\0\0\0\x0C"
       "ftypM4A \0\0\0\x74moov\0\0\0\x6Cmvhd\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x03\xE8\0\0\xFD\xE8");
  add_zeros (file, 80);
  g_assert_cmpint (measure (file), ==, 65000);
}

static void
test_ogg (void)
{
  GByteArray *file = g_byte_array_new ();

  ADD (file,
       "OggS\0\2\0\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\1\x13OpusHead\1\2\0\0\x44\xAC\0\0\0\0\0");
  /* 96000 at 48000 a second */
  ADD (file, "OggS\0\4\0\x77\1\0\0\0\0\0\1\0\0\0\1\0\0\0\0\0\0\0\0");
  g_assert_cmpint (measure (file), ==, 2000);
}

static void
test_webm (void)
{
  GByteArray *file = g_byte_array_new ();

  ADD (file, "\x1A\x45\xDF\xA3\x80\x18\x53\x80\x67\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF");
  /* of a million nanoseconds each: 1500.0 */
  ADD (file, "\x15\x49\xA9\x66\x8E\x2A\xD7\xB1\x83\x0F\x42\x40\x44\x89\x84\x44\xBB\x80\0\xEC\x80");
  g_assert_cmpint (measure (file), ==, 1500);
}

static void
test_mp3 (void)
{
  GByteArray *file = g_byte_array_new ();

  /* MPEG 1, layer III, 128000 bits a second */
  ADD (file, "\xFF\xFB\x90\x00");
  add_zeros (file, 31996);
  g_assert_cmpint (measure (file), ==, 2000);
}

/* Of a literal, which may have zeros in it. */
#define BYTES(text)                                                                                \
  {                                                                                                \
    text, sizeof (text) - 1                                                                        \
  }

/* Whatever a file claims, nothing is read beyond its end, and nothing is said. */
static void
test_damaged (void)
{
  static const struct
  {
    const char *data;
    gsize size;
  } cases[] = {
    BYTES (""),
    BYTES ("OggS"),
    BYTES ("OggS\0\2\0\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\xFF\xFFxxxx"),
    BYTES ("\0\0\0\x20"
           "ftypisom\xFF\xFF\xFF\xFFmoov\0\0\0\0\0\0\0\0"),
    BYTES ("\0\0\0\x01"
           "ftyp\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFFmoov\0\0\0\0\0\0\0\0"),
    BYTES ("\x1A\x45\xDF\xA3\x00\x18\x53\x80\x67\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x15\x49\xA9\x66"
           "\xFF\x44\x89\x88"
           "xxx"),
    BYTES ("ID3\4\0\0\x7F\x7F\x7F\x7Fxxxxxxxxxxxxxxxxxxxxxx"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].data, cases[i].size);

      g_assert_cmpint (cog_media_get_length (bytes), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-length/mp4", test_mp4);
  g_test_add_func ("/media-length/ogg", test_ogg);
  g_test_add_func ("/media-length/webm", test_webm);
  g_test_add_func ("/media-length/mp3", test_mp3);
  g_test_add_func ("/media-length/damaged", test_damaged);
  return g_test_run ();
}
