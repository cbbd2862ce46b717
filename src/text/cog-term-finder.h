/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a term stands: characters (code points) of the text. */
typedef struct
{
  guint start, end;
  guint number; /* as it was added */
} CogTermHit;

typedef enum
{
  COG_TERMS_LONGEST, /* of terms that overlap, the first and of these the longest alone */
  COG_TERMS_ALL,     /* also those within longer ones */
} CogTermFindMode;

/**
 * CogTermFinder:
 *
 * Finds thousands of terms in texts of one language: whole words by ICU's boundaries (in Chinese,
 * Japanese, Thai and others without spaces, from one such boundary to another), whatever their case
 * and accents, in the forms that they have in running text (CogTermWords). Abbreviations ("LED")
 * are found as they are written. White space, hyphens and invisible characters between the words of
 * a term count as one; other signs must be the same. U+FFFC is never part of a term. What a term
 * has in brackets at its end tells it from others and is not looked for.
 *
 * For one thread: it keeps what it learned of each word.
 */
typedef struct _CogTermFinder CogTermFinder;

/* language: BCP 47 (nullable). The first of a language loads its dictionary, in up to a second. */
CogTermFinder *cog_term_finder_new (const char *language);
void cog_term_finder_free (CogTermFinder *self);
/* FALSE: there is no word in it. Terms may have the same number. */
gboolean cog_term_finder_add (CogTermFinder *self, const char *term, guint number);
guint cog_term_finder_get_n (const CogTermFinder *self);

/* Appends the hits (CogTermHit) in the order of the text; terms of the same words each have theirs,
 * those of one number one. text: UTF-8. */
void
cog_term_finder_find (CogTermFinder *self, const char *text, CogTermFindMode mode, GArray *hits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogTermFinder, cog_term_finder_free)

G_END_DECLS
