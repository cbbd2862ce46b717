/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"
#include "cog-media.h"

G_BEGIN_DECLS

/* What a picture file says of itself: XMP, IPTC and EXIF, the text of a PNG, the RDF of an SVG. */
typedef struct
{
  /* Title, people, source, licence and notice as found, and in statements where each stands. Where
   * it names several licences, the more restrictive. Never NULL; empty where the file is silent. */
  CogCredit *credit;
  /* (element-type CogStatement): where its people are named; they say nothing of a licence. */
  GPtrArray *names;
  char *alt; /* a description for who cannot see it (nullable) */
} CogPictureMetadata;

/* Never fails: what cannot be read says nothing. Any thread; one at a time. name: of the file, for
 * the statements. (transfer full) */
CogPictureMetadata *
cog_picture_metadata_read (GBytes *bytes, const CogMediaInfo *info, const char *name);
void cog_picture_metadata_free (CogPictureMetadata *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPictureMetadata, cog_picture_metadata_free)

G_END_DECLS
