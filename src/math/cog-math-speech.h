/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* What is said is never longer, in characters: nobody could follow it. */
#define COG_MATH_SPEECH_MAX 2000

/**
 * cog_math_speech_dup:
 * @math: a formula; its tree may come from any file
 * @language: in which it is said, as a BCP 47 tag (nullable)
 *
 * A formula as words for somebody who listens: "the numerator over the denominator". The words are
 * those of data/speech/speech.ini.
 *
 * Returns: NULL where that language has no words there, where there is nothing to say, and where
 *   it would be too long. (transfer full) (nullable)
 */
char *cog_math_speech_dup (const xmlNode *math, const char *language);

G_END_DECLS
