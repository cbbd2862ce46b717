/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One entry of a printed index, with the places in the text, in the order in which they were
 * added. */
typedef struct
{
  char *text;
  GPtrArray *places; /* (element-type utf8) */
} CogTerm;

/* The terms under one letter; heading NULL: those of scripts whose signs are too many to be
 * headings. */
typedef struct
{
  char *heading;
  GPtrArray *terms; /* (element-type CogTerm) */
} CogTermGroup;

/**
 * CogTermIndex:
 *
 * The terms of a book, collated as its language does (ISO/IEC 14651 and CLDR, by ICU). Terms that
 * differ in nothing but capitals are one.
 */
typedef struct _CogTermIndex CogTermIndex;

CogTermIndex *
cog_term_index_new (const char *language); /* BCP 47; NULL or unknown: the root's order */
void cog_term_index_free (CogTermIndex *self);
/* White space is folded, a full stop or colon at the end left out. FALSE: that is no term, since it
 * has no letter or digit, or is a sentence. */
gboolean cog_term_index_add (CogTermIndex *self, const char *text, const char *place);
guint cog_term_index_get_n_terms (const CogTermIndex *self);
/* (transfer container) (element-type CogTermGroup): valid as long as the index; the terms are
 * borrowed. */
GPtrArray *cog_term_index_dup_groups (const CogTermIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogTermIndex, cog_term_index_free)

G_END_DECLS
