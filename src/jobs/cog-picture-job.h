/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* A file that could take the place of a picture: it was looked at, and may stand in a book. */
typedef struct
{
  CogAsset *asset;
  CogCredit *credit; /* what the file says of its author and licence, with evidence; never NULL */
  char *alt;         /* the description in the file (nullable) */
} CogPictureOffer;
void cog_picture_offer_free (CogPictureOffer *offer);

/**
 * cog_picture_offer_new:
 *
 * Reads a file from the disk, checks it (cog_picture_check(): COG_ERROR_UNSUPPORTED, TOO_LARGE,
 * INPUT, REFUSED) and reads what is embedded in it. Any thread; takes time.
 * Returns: (transfer full)
 */
CogPictureOffer *
cog_picture_offer_new (const char *path, GCancellable *cancellable, GError **error);

/* Puts a file from the disk in the place of the picture with the id image, as
 * cog_project_replace_picture() does. credit NULL: what the file says of itself. Errors: as
 * cog_picture_offer_new(). */
gboolean cog_picture_replace (CogProject *project,
                              const char *image,
                              const char *path,
                              const CogCredit *credit,
                              const char *alt,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPictureOffer, cog_picture_offer_free)

G_END_DECLS
