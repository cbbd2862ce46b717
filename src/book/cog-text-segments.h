/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

G_BEGIN_DECLS

/* Sentences of a unit, codes and all: what the memory and exchange files work with. */

/* A text's sentences in order, each with the space behind it. Codes keep their numbers; a span over
 * several sentences is in each; the mark of a note is with the sentence that it follows. Never
 * empty: a text without words is one segment. language: BCP 47 (nullable).
 * (transfer full) (element-type CogText) */
GPtrArray *cog_text_list_segments (const CogText *text, const char *language);

/* One text again: of segments as they were cut, the same. A span that goes on in the next segment,
 * told by its number, is one. (transfer full) */
CogText *cog_text_join_segments (GPtrArray *segments);

G_END_DECLS
