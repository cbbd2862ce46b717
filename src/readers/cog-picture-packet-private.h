/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-picture-packet.h"

G_BEGIN_DECLS

/* A piece of a file: from its first byte, to the one behind it. */
typedef struct
{
  gsize from, to;
} CogPicturePiece;

/* What is known of a picture's packet. */
typedef struct
{
  gboolean is_there;
  CogPicturePiece piece; /* with its head and tail; from = to where one is to be put in */
  CogPicturePiece text;  /* of the packet alone */
  gboolean is_packed;    /* by zlib (PNG) */
} CogPicturePacket;

/* A format: where the packet stands or is to stand; FALSE where the file is not as it should be.
 * And the file with another in its place (transfer full) (nullable). */
typedef struct
{
  const char *magic;
  gsize offset, length; /* of magic */
  gboolean (*find) (const guint8 *data, gsize size, CogPicturePacket *found);
  GByteArray *(*put) (const guint8 *data,
                      gsize size,
                      const CogPicturePacket *found,
                      const char *packet);
} CogPictureFormat;

extern const CogPictureFormat cog_picture_format_gif;
extern const CogPictureFormat cog_picture_format_jpeg;
extern const CogPictureFormat cog_picture_format_png;
extern const CogPictureFormat cog_picture_format_webp;

/* data with that piece replaced. (transfer full) */
GByteArray *cog_picture_splice (
    const guint8 *data, gsize size, CogPicturePiece piece, const guint8 *with, gsize length);

G_END_DECLS
