/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/**
 * CogOpenstaxLabels:
 *
 * The numbers that OpenStax prints: "Figure 1.3" is the third figure of chapter 1, over all its
 * modules; appendices count by letter. Exercises are numbered through a chapter in the order in
 * which print collects them: all of one class ("review-problems") from all modules, then those of
 * the next. An empty link to an element means "print its label".
 */
typedef struct _CogOpenstaxLabels CogOpenstaxLabels;

CogOpenstaxLabels *cog_openstax_labels_new (const char *language);
void cog_openstax_labels_free (CogOpenstaxLabels *self);

/* Before the first module of a chapter; number: "1", "A"; NULL: what follows is not numbered. */
void cog_openstax_labels_begin_chapter (CogOpenstaxLabels *self, const char *number);
/* After the last one: the exercises of a chapter get their numbers when all of them are known. */
void cog_openstax_labels_end_chapter (CogOpenstaxLabels *self);
/* Counts what is in a module, in order. */
void cog_openstax_labels_add_module (CogOpenstaxLabels *self, const char *module, xmlNode *root);
/* "Figure 1.3" of an element, its title where it has no number; of a module (id ""), its title.
 * (transfer none) (nullable) */
const char *
cog_openstax_labels_lookup (CogOpenstaxLabels *self, const char *module, const char *id);
/* "1.3" alone. (transfer none) (nullable) */
const char *
cog_openstax_labels_lookup_number (CogOpenstaxLabels *self, const char *module, const char *id);
/* "glossary": a heading's word in the book's language. (transfer none) */
const char *cog_openstax_labels_get_word (CogOpenstaxLabels *self, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogOpenstaxLabels, cog_openstax_labels_free)

G_END_DECLS
