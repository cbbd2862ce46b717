/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/**
 * CogPictureStamps:
 *
 * What the pictures of an edition say of themselves: each file that goes out carries its credit in
 * itself, since it is soon taken out of the book (rules.md §5.4). JPEG, PNG, WebP and GIF as XMP,
 * drawings as RDF in their metadata element.
 *
 * A picture without a credit of its own stands under what the work says that it came with
 * (CogAsset.work; cog-picture-credit.h), unless its file names others, it stands in something that
 * is another's, or it is a cover, a logo or the button of a licence. One that the adapter put in is
 * under the edition's licence where the adapter is recorded as its author; nobody else's is guessed
 * at: it stays as it is, and is reported.
 *
 * The project's files are never changed: the stamp is put into a copy. All that a file says already
 * stays, but for a licence that the credit contradicts: that one somebody has decided about. Names
 * are only added. As long as nobody has decided what a contradiction comes to, the file's marks of
 * a licence are not touched. Where several credits of a picture differ, none of their licences is
 * that of the whole. A picture that is damaged stays as it is. The same picture and credit give the
 * same bytes, and a picture that is stamped again stays as it is.
 */
typedef struct _CogPictureStamps CogPictureStamps;

/* book: borrowed, as are its credits and sources. */
CogPictureStamps *cog_picture_stamps_new (const CogBook *book);
void cog_picture_stamps_free (CogPictureStamps *self);

/* The bytes of one of the book's assets as they go out. (transfer full) */
GBytes *cog_picture_stamps_apply (CogPictureStamps *self, const CogAsset *asset);

/* Finding "picture-silent" for each own picture that has gone out without a licence in its file. */
void cog_picture_stamps_report (const CogPictureStamps *self, CogReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPictureStamps, cog_picture_stamps_free)

G_END_DECLS
