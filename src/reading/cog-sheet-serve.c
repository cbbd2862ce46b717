/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-sheet-serve.h"

#include "cog-descriptor.h"
#include "cog-lone-page.h"
#include "cog-reading-stream.h"
#include "cog-sheet-pack.h"

#include <math.h>
#include <string.h>

/* Characters of a page's text that anybody wants to hear. */
#define MAX_TEXT 20000

static gboolean
send_picture (int out, CogSheetPicture *picture)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (g_utf8_validate (picture->text, -1, NULL) && g_utf8_strlen (picture->text, -1) > MAX_TEXT)
    *g_utf8_offset_to_pointer (picture->text, MAX_TEXT) = '\0';
  cog_pack_sheet_picture (bytes, picture);
  return cog_stream_send_with (out, COG_FRAME_SHEET, bytes, picture->pixels);
}

static gboolean
send_list (int out, CogSheets *sheets)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (CogSheetList) list = cog_sheets_list (sheets);

  cog_pack_sheet_list (bytes, list);
  return cog_stream_send (out, COG_FRAME_SHEETS, bytes);
}

/* FALSE: nobody listens any more. */
static gboolean
answer_sheet (int out, CogSheets *sheets, const CogSheetRequest *request)
{
  g_auto (CogSheetPicture) picture = { 0 };
  gboolean ok = isfinite (request->scale) && request->scale > 0 &&
                cog_sheets_draw (sheets, request->page, request->scale, &picture);

  return ok ? send_picture (out, &picture) : cog_stream_send (out, COG_FRAME_NO_SHEET, NULL);
}

static gboolean
answer_picture (int out, CogSource *source)
{
  g_autoptr (GBytes) picture = cog_lone_page_draw (cog_source_get_bytes (source));
  g_autoptr (GByteArray) none = g_byte_array_new ();

  return picture != NULL ? cog_stream_send_with (out, COG_FRAME_PICTURE, none, picture)
                         : cog_stream_send (out, COG_FRAME_NO_SHEET, NULL);
}

void
cog_sheet_serve (CogSource *source, int asks, int out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSheets) sheets = cog_sheets_new (cog_source_get_bytes (source), &error);
  CogSheetRequest request;

  if (sheets == NULL)
    {
      cog_stream_send_fault (out, error);
      return;
    }
  if (!send_list (out, sheets))
    return;
  while (cog_descriptor_read_all (asks, &request, sizeof request))
    if (!(request.wish == COG_SHEET_KEEP ? answer_picture (out, source)
                                         : answer_sheet (out, sheets, &request)))
      return;
}
