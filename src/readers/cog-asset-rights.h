/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/**
 * cog_asset_rights_read:
 * @book: with ids
 *
 * What the picture files of a book say of themselves: whom a picture is by, under which licence,
 * with which notice. A picture that no caption credits gets a credit; what a caption leaves out is
 * filled in; what contradicts it is kept beside it as a statement, and the caption is believed.
 * Files that say no more than the book does change nothing. Statements name the file and the field.
 * For readers, last; not where an edition's own record of rights was read, which has all this.
 */
void cog_asset_rights_read (CogBook *book, GCancellable *cancellable);

G_END_DECLS
