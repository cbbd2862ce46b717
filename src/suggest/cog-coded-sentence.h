/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

G_BEGIN_DECLS

/**
 * CogCodedSentence:
 *
 * A sentence on its way through an engine that may lie. Spans (bold, links) go as elements with a
 * number, pieces (equations, note references, pictures, and computer code, which nobody translates)
 * as words that no language has. What comes back is checked: every code is there once, or the
 * sentence is sent again in parts, the plain words between its codes: then nothing can be lost.
 */
typedef struct _CogCodedSentence CogCodedSentence;

/* text is copied. */
CogCodedSentence *cog_coded_sentence_new (const CogText *text);
void cog_coded_sentence_free (CogCodedSentence *sentence);

/* Whether it holds words at all: an equation, or "3.5", is the same in all languages. */
gboolean cog_coded_sentence_has_words (const CogCodedSentence *sentence);
/* What is sent: HTML in which all that is not plain is a span with id "k1", "k2"… (transfer full)
 */
char *cog_coded_sentence_dup_html (const CogCodedSentence *sentence);
/* What came back, with the codes of the sentence. is_mended: (out): codes were doubled, moved
 * apart, or were new. NULL: a code is missing, or it is no translation at all: nothing, or far too
 * much. (transfer full) (nullable) */
CogText *
cog_coded_sentence_read (const CogCodedSentence *sentence, const char *html, gboolean *is_mended);

/* The same in parts: HTML without any element, each to be translated by itself. (transfer full)
 * (element-type utf8) */
GPtrArray *cog_coded_sentence_list_parts (const CogCodedSentence *sentence);
/* parts: as many as were listed; NULL where an answer could not be had. Every code is there. NULL
 * where a part is no translation. (transfer full) (nullable) */
CogText *cog_coded_sentence_join_parts (const CogCodedSentence *sentence, GPtrArray *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogCodedSentence, cog_coded_sentence_free)

G_END_DECLS
