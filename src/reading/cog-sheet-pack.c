/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-sheet-pack.h"

#include <string.h>

#define MAX_POINTS 1e6 /* a side of a page: PDF 2.0 allows 14,400 units of any size */
#define MAX_MARKS 100000
#define MAX_TEXT (4u << 20) /* bytes of the text of a page */

void
cog_pack_sheet_list (GByteArray *bytes, const CogSheetList *list)
{
  g_return_if_fail (bytes != NULL && list != NULL);

  cog_pack_number (bytes, list->sheets->len);
  for (guint i = 0; i < list->sheets->len; i++)
    {
      const CogSheet *sheet = g_ptr_array_index (list->sheets, i);

      cog_pack_real (bytes, sheet->width);
      cog_pack_real (bytes, sheet->height);
      cog_pack_text (bytes, sheet->label);
    }
  cog_pack_number (bytes, list->marks->len);
  for (guint i = 0; i < list->marks->len; i++)
    {
      const CogSheetMark *mark = g_ptr_array_index (list->marks, i);

      cog_pack_text (bytes, mark->title);
      cog_pack_number (bytes, mark->page);
    }
}

static void
unpack_sheet (CogUnpack *unpack, CogSheetList *list)
{
  double width = cog_unpack_real (unpack);
  double height = cog_unpack_real (unpack);
  g_autofree char *label = cog_unpack_dup_needed (unpack);

  if (width < 0 || height < 0 || width > MAX_POINTS || height > MAX_POINTS)
    width = height = 0;
  cog_sheet_list_add (list, width, height, label);
}

static void
unpack_mark (CogUnpack *unpack, CogSheetList *list)
{
  g_autofree char *title = cog_unpack_dup_needed (unpack);
  guint32 page = cog_unpack_number (unpack);

  if (page < list->sheets->len)
    cog_sheet_list_add_mark (list, title, page);
}

CogSheetList *
cog_unpack_sheet_list (GBytes *bytes)
{
  g_autoptr (CogSheetList) list = cog_sheet_list_new ();
  CogUnpack unpack = { NULL };
  guint32 n;

  g_return_val_if_fail (bytes != NULL, NULL);

  unpack.data = g_bytes_get_data (bytes, &unpack.size);
  n = cog_unpack_limited (&unpack, COG_SHEETS_MAX);
  for (guint32 i = 0; i < n && !unpack.is_bad; i++)
    unpack_sheet (&unpack, list);
  n = cog_unpack_limited (&unpack, MAX_MARKS);
  for (guint32 i = 0; i < n && !unpack.is_bad; i++)
    unpack_mark (&unpack, list);
  return cog_unpack_is_done (&unpack) ? g_steal_pointer (&list) : NULL;
}

void
cog_pack_sheet_picture (GByteArray *bytes, const CogSheetPicture *picture)
{
  g_return_if_fail (bytes != NULL && picture != NULL);

  cog_pack_number (bytes, picture->width);
  cog_pack_number (bytes, picture->height);
  cog_pack_number (bytes, picture->stride);
  cog_pack_text (bytes, picture->text);
}

gboolean
cog_unpack_sheet_picture (GBytes *bytes, CogSheetPicture *picture)
{
  g_auto (CogSheetPicture) got = { 0 };
  CogUnpack unpack = { NULL };
  gsize size;

  g_return_val_if_fail (bytes != NULL && picture != NULL, FALSE);

  unpack.data = g_bytes_get_data (bytes, &unpack.size);
  got.width = cog_unpack_limited (&unpack, COG_SHEET_MAX_SIDE);
  got.height = cog_unpack_limited (&unpack, COG_SHEET_MAX_SIDE);
  got.stride = cog_unpack_limited (&unpack, 8 * COG_SHEET_MAX_SIDE);
  got.text = cog_unpack_dup_needed (&unpack);
  size = (gsize)got.height * got.stride;
  if (unpack.is_bad || got.width == 0 || got.height == 0 || got.stride < 4 * got.width ||
      got.stride % 4 != 0 || strlen (got.text) > MAX_TEXT || unpack.size - unpack.at != size)
    return FALSE;
  got.pixels = g_bytes_new_from_bytes (bytes, unpack.at, size);
  *picture = got;
  got = (CogSheetPicture){ 0 };
  return TRUE;
}
