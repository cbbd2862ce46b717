/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reading-serve.h"
#include "cog-reading-stream.h"
#include "cog-sheet-pack.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

/* A helper that draws as poppler does when a file has taken it over. */

static void
send_list (int out, guint n)
{
  g_autoptr (CogSheetList) list = cog_sheet_list_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (guint i = 0; i < n; i++)
    cog_sheet_list_add (list, 100, 100, NULL);
  cog_pack_sheet_list (bytes, list);
  cog_stream_send (out, COG_FRAME_SHEETS, bytes);
}

static void
send_picture (int out, guint height)
{
  static const guint8 pixels[16] = { 0 };
  const CogSheetPicture picture = { 2, height, 8, NULL, (char *)"" };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) behind = g_bytes_new_static (pixels, sizeof pixels);

  cog_pack_sheet_picture (bytes, &picture);
  cog_stream_send_with (out, COG_FRAME_SHEET, bytes, behind);
}

/* A drawing, which could load something, in the place of a picture. */
static void
send_drawing (int out)
{
  static const char drawing[] = "<svg xmlns='http://www.w3.org/2000/svg'/>";
  g_autoptr (GByteArray) none = g_byte_array_new ();
  g_autoptr (GBytes) behind = g_bytes_new_static (drawing, sizeof drawing - 1);

  cog_stream_send_with (out, COG_FRAME_PICTURE, none, behind);
}

static void
draw (CogSource *source, int asks, int out)
{
  const char *words = g_bytes_get_data (cog_source_get_bytes (source), NULL);
  CogSheetRequest request;

  if (g_str_has_prefix (words, "other"))
    {
      send_picture (out, 2);
      return;
    }
  send_list (out, g_str_has_prefix (words, "none") ? 0 : 6);
  while (read (asks, &request, sizeof request) == (gssize)sizeof request)
    {
      if (request.wish == COG_SHEET_KEEP)
        {
          send_drawing (out);
          continue;
        }
      if (request.page == 1)
        raise (SIGSEGV);
      if (request.page == 3)
        for (;;)
          pause ();
      send_picture (out, request.page == 5 ? 3 : 2);
    }
}

int
main (int argc, char *argv[])
{
  const CogServing serving = { .draw = draw };

  return cog_reading_serve (argc, argv, &serving);
}
