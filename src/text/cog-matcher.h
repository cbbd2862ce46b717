/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  COG_MATCH_EXACT = 1 << 0,   /* case, accents and vowel marks count */
  COG_MATCH_WORDS = 1 << 1,   /* whole words, by ICU's word breaks */
  COG_MATCH_PATTERN = 1 << 2, /* a regular expression of PCRE; accents count, case unless EXACT */
} CogMatchFlags;

/* Characters (code points) of a text; end > start. */
typedef struct
{
  guint start, end;
} CogMatch;

/**
 * CogMatcher:
 *
 * Finds words in texts as people expect it (see CogFold), or by a regular expression. U+FFFC, which
 * stands for a piece of a CogText, is never part of a match. For one thread.
 */
typedef struct _CogMatcher CogMatcher;

/* COG_ERROR_INPUT: nothing to look for, or no regular expression; the message says where. */
CogMatcher *cog_matcher_new (const char *wanted, CogMatchFlags flags, GError **error);
void cog_matcher_free (CogMatcher *self);

/* Appends the matches (CogMatch), which do not overlap, in order. FALSE: the expression needs too
 * long for this text, which then counts as one without matches. */
gboolean cog_matcher_find (CogMatcher *self, const char *text, GArray *matches);
/* What a match is to be replaced by: the words as they stand; of a regular expression with its
 * references (\1) filled in. (transfer full) */
char *cog_matcher_dup_replacement (CogMatcher *self,
                                   const char *text,
                                   const CogMatch *match,
                                   const char *replacement);
/* COG_ERROR_INPUT where references are malformed. */
gboolean cog_matcher_check_replacement (CogMatcher *self, const char *replacement, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogMatcher, cog_matcher_free)

G_END_DECLS
