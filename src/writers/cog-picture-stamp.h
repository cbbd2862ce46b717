/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* What the credits of one picture come to. Strings are NULL where they say nothing. */
typedef struct
{
  char *title;
  GPtrArray *creators; /* (element-type utf8) */
  GPtrArray *owners;   /* (element-type utf8): who is said to hold the rights */
  char *names;         /* those who are to be named, in one line */
  char *source;        /* an address or words */
  char *source_url;
  char *notice;  /* of copyright, verbatim */
  char *line;    /* the credit as it stands under the picture */
  char *licence; /* an expression; NULL: none stated, several that differ, or in doubt */
  char *licence_url;
  char *terms;      /* the licence's name in the language of the edition */
  gboolean is_free; /* public domain */
  gboolean is_doubtful;
} CogPictureStamp;

/* credits: (element-type CogCredit), one at least. */
CogPictureStamp *cog_picture_stamp_new (const GPtrArray *credits, const char *language);
/* Of a picture that has no credit: what may be said of it by the work that it came with.
 * (nullable): nothing */
CogPictureStamp *cog_picture_stamp_new_of_work (const CogCredit *work, const char *language);
void cog_picture_stamp_free (CogPictureStamp *stamp);

/* Whether words or an address that a file holds name a licence that the credit says it is not
 * under. */
gboolean
cog_picture_stamp_contradicts (const CogPictureStamp *stamp, const char *words, const char *url);
/* The notice to be written where the file has existing (nullable). (transfer full) (nullable):
 * nothing is to be changed */
char *cog_picture_stamp_dup_rights (const CogPictureStamp *stamp, const char *existing);
/* The same for its title. */
char *cog_picture_stamp_dup_title (const CogPictureStamp *stamp, const char *existing);
/* All whom the file and the credit name: a name that another holds is said by that. (transfer full)
 * (nullable): nobody is to be added */
GPtrArray *cog_picture_stamp_merge (const GPtrArray *existing, const GPtrArray *names);

/* The file with the stamp in it. (transfer full) (nullable): it cannot be, and stays as it is */
GBytes *cog_picture_stamp_put_xmp (const CogPictureStamp *stamp, GBytes *picture);
GBytes *cog_picture_stamp_put_svg (const CogPictureStamp *stamp, GBytes *drawing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPictureStamp, cog_picture_stamp_free)

G_END_DECLS
