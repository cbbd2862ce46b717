/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The words that text recognition (Tesseract, where it is installed) sees in a picture of pixels:
 * how many, and how large. Numbers, and single letters, are understood in every language: they are
 * not counted. */
typedef struct
{
  guint n_words;
  double height; /* of the middle one's letters, as a share of the picture's height: 0..1 */
  char *sample;  /* the first words, cut after some: "Mass of the block…"; "": there are none */
} CogPictureWords;
void cog_picture_words_free (CogPictureWords *words);

/**
 * cog_picture_words_languages:
 * @tag: BCP 47 of the text
 *
 * What Tesseract is to read it with, as cog_picture_words_recognize() takes it. Asks the program
 * for its data once: a few hundredths of a second. Errors: COG_ERROR_UNSUPPORTED: Tesseract is not
 * installed, or has no data for the language; it says which package has it. (transfer full)
 */
char *cog_picture_words_languages (const char *tag, GCancellable *cancellable, GError **error);

/**
 * cog_picture_words_recognize:
 * @picture: PGM
 * @height: of the picture, pixels
 *
 * Takes up to some seconds of another process: not for the main thread. Errors: as
 * cog_helper_run(). (transfer full)
 */
CogPictureWords *cog_picture_words_recognize (GBytes *picture,
                                              guint height,
                                              const char *languages,
                                              GCancellable *cancellable,
                                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPictureWords, cog_picture_words_free)

G_END_DECLS
