/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-packet.h"

G_BEGIN_DECLS

/* A book in three kinds of pieces, so that neither side needs all of it twice: all that is not text
 * or file; one section with its content; what is said of one asset, whose bytes go beside. */
void cog_pack_book (GByteArray *bytes, const CogBook *book);
void cog_pack_section (GByteArray *bytes, const CogSection *section, guint depth);
void cog_pack_asset (GByteArray *bytes, const CogAsset *asset);

#define COG_PACK_MAX_DEPTH 64
#define COG_PACK_MAX_SECTIONS 100000
#define COG_PACK_MAX_ASSETS 60000 /* as many as a container has entries */

/* The book without sections and assets. (transfer full): never NULL */
CogBook *cog_unpack_book (CogUnpack *unpack);
/* depth: (out): 0 at the top. NULL where it is bad. (transfer full) */
CogSection *cog_unpack_section (CogUnpack *unpack, guint *depth);
/* Its name is one that can stand in any export, and leaves no folder. NULL where it is bad; bytes
 * are the asset's from then on. (transfer full) */
CogAsset *cog_unpack_asset (CogUnpack *unpack, GBytes *bytes);

G_END_DECLS
