/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-packet.h"
#include "cog-sheets.h"

G_BEGIN_DECLS

typedef enum
{
  COG_SHEET_SHOW, /* how a page looks, in pixels, and what it says: a SHEET */
  COG_SHEET_KEEP, /* the picture of the book that the file is (cog-lone-page.h): a PICTURE */
} CogSheetWish;

/* What is asked of a helper that draws. */
typedef struct
{
  guint32 page; /* from 0 */
  guint32 wish; /* CogSheetWish */
  double scale; /* pixels a point */
} CogSheetRequest;

void cog_pack_sheet_list (GByteArray *bytes, const CogSheetList *list);
/* NULL: it was bad. (transfer full) (nullable) */
CogSheetList *cog_unpack_sheet_list (GBytes *bytes);

/* All but the pixels, which follow. */
void cog_pack_sheet_picture (GByteArray *bytes, const CogSheetPicture *picture);
/* A whole frame; FALSE: it was bad. */
gboolean cog_unpack_sheet_picture (GBytes *bytes, CogSheetPicture *picture);

G_END_DECLS
