/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-picture-words.h"

G_BEGIN_DECLS

/**
 * CogPictureText:
 *
 * What words the pictures of a book have in them, as text recognition sees them. What was seen is
 * kept in a folder by the pictures' content, which may be emptied or damaged at any time. Any
 * thread, one at a time.
 */
typedef struct _CogPictureText CogPictureText;

/* language: BCP 47 of the words. folder: for what was seen (nullable): nothing is kept; it is made
 * when it is needed. (transfer full) */
CogPictureText *cog_picture_text_new (const char *language, const char *folder);
void cog_picture_text_free (CogPictureText *self);
/* The folder of this person: below the user's caches. (transfer full) */
char *cog_picture_text_dup_folder (void);

/* Whether a file is such a picture by its kind; drawings have their words in them as text. */
gboolean cog_picture_text_is_for (const CogAsset *asset);
/* What was seen in it before. NULL: nothing is known. (transfer full) (nullable) */
CogPictureWords *cog_picture_text_look_up (CogPictureText *self, const CogAsset *asset);
/* Whether any picture can be read. Asked once. Errors: as cog_picture_words_languages(). */
gboolean cog_picture_text_prepare (CogPictureText *self, GCancellable *cancellable, GError **error);
/* As cog_picture_text_look_up(); it is looked at where nothing is known, which takes up to some
 * seconds. Errors: those of preparing, of cog_thumbnail_new() and of cog_helper_run(). (transfer
 * full) */
CogPictureWords *cog_picture_text_read (CogPictureText *self,
                                        const CogAsset *asset,
                                        GCancellable *cancellable,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPictureText, cog_picture_text_free)

G_END_DECLS
