/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-picture-metadata.h"

G_BEGIN_DECLS

/* What a value of a picture's metadata is about. */
typedef enum
{
  COG_PICTURE_TITLE,
  COG_PICTURE_AUTHOR,
  COG_PICTURE_NAME,         /* to be named: an author where no other is said */
  COG_PICTURE_SOURCE,       /* where it came from: an address, or words */
  COG_PICTURE_LICENCE,      /* words that may name a licence, or the notice */
  COG_PICTURE_LICENCE_LINK, /* an address that may be a licence's */
  COG_PICTURE_ALT,
} CogPictureUse;

typedef struct
{
  CogBook *book; /* whose credit is filled: cog_evidence_add() settles licences in it */
  char *alt;
  GPtrArray *names; /* (element-type CogStatement) */
  const char *name; /* of the file */
} CogPictureFinds;

/* place: where it stands, "XMP dc:rights". value: of any length and encoding, from a file of
 * anybody's. The first of a kind wins, but for authors and licences. */
void cog_picture_finds_add (CogPictureFinds *self,
                            CogPictureUse use,
                            const char *place,
                            const char *value);

/* tEXt, zTXt and iTXt: PNG, third edition, 11.3.3. */
void cog_picture_finds_read_png (CogPictureFinds *self, GBytes *bytes);
/* The metadata element of a drawing: cc:Work as Inkscape and Commons write it, and its title. */
void cog_picture_finds_read_svg (CogPictureFinds *self, GBytes *bytes);

G_END_DECLS
