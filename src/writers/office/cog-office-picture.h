/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/**
 * CogOfficePictures:
 *
 * The pictures of a book as an office program can show them. PNG, JPEG and GIF go out as they are,
 * with their credits stamped into them; a drawing goes out as it is with a picture of it beside,
 * for programs that cannot draw; other kinds (WebP) as PNG.
 */
typedef struct _CogOfficePictures CogOfficePictures;

typedef struct
{
  char *name; /* "image1.png": for the package */
  const char *media_type;
  GBytes *bytes;        /* PNG, JPEG or GIF */
  char *drawing_name;   /* "image1.svg" (nullable): no drawing */
  GBytes *drawing;      /* (nullable) */
  double width, height; /* points, its own size */
} CogOfficePicture;

/* book: borrowed. */
CogOfficePictures *cog_office_pictures_new (const CogBook *book, CogReport *report);
void cog_office_pictures_free (CogOfficePictures *self);

/* Of an img or svg element. NULL where it cannot be shown, which is reported: its description
 * stands for it. (transfer none) (nullable) */
const CogOfficePicture *cog_office_pictures_get (CogOfficePictures *self, const xmlNode *node);
/* Those that were asked for, each once, in order. (transfer none) (element-type CogOfficePicture)
 */
const GPtrArray *cog_office_pictures_list (const CogOfficePictures *self);
/* What is to be said of those that went out: cog_picture_stamps_report(). */
void cog_office_pictures_report (const CogOfficePictures *self);

/* The size in which it stands on a page, in points: its own, or what the element says, as large as
 * its place at most. */
void cog_office_picture_fit (const CogOfficePicture *picture,
                             const xmlNode *node,
                             double max_width,
                             double max_height,
                             double *width,
                             double *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogOfficePictures, cog_office_pictures_free)

G_END_DECLS
