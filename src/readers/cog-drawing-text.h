/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The words in a drawing (SVG): a piece is what stands in one place, a text, or a tspan or textPath
 * that says something by itself. Pieces are numbered in the order of the document. */

/* More pieces than that no drawing for people has. */
#define COG_DRAWING_MAX_PIECES 2000

/**
 * cog_drawing_text_list:
 * @place: the file's name, for messages
 *
 * The words of each piece, white space folded. Errors: COG_ERROR_INPUT where it is no drawing.
 * Returns: (transfer full) (element-type utf8): empty where there are no words
 */
GPtrArray *cog_drawing_text_list (GBytes *bytes, const char *place, GError **error);

/**
 * cog_drawing_text_write:
 * @words: (element-type utf8) (nullable elements): what each piece says from now on; NULL or ""
 *   leaves a piece as it is
 * @language: BCP 47, of the words
 *
 * The drawing cleaned (cog_drawing_clean()) with those words in it, and their language. Where that
 * is written from right to left and the drawing was not, direction and anchor are set so that each
 * piece stands where it stood: SVG 2, 11.4 counts the anchor from where a line begins. A length
 * that words were stretched to goes: it was the old words'. The drawing's own bytes stay as they
 * are. Errors: COG_ERROR_INPUT. Returns: (transfer full)
 */
GBytes *cog_drawing_text_write (
    GBytes *bytes, const char *place, GPtrArray *words, const char *language, GError **error);

G_END_DECLS
