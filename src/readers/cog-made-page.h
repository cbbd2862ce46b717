/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-normalizer.h"

G_BEGIN_DECLS

/* A page that a reader makes out of the pieces of a package, for the normalizer. */

/* (transfer full): body (out) gets its root element. */
xmlDoc *cog_made_page_new (xmlNode **body);

/* A new last child. class_name, type: (nullable): what the normalizer keeps as class, epub:type. */
xmlNode *
cog_made_page_add (xmlNode *parent, const char *name, const char *class_name, const char *type);
/* The same with words in it; nothing is made where they are NULL or blank. (nullable) */
xmlNode *cog_made_page_add_words (xmlNode *parent, const char *name, const char *words);
/* A heading of a level from 1 to 6. */
xmlNode *cog_made_page_add_heading (xmlNode *parent, guint level, const char *words);
/* A piece of HTML from outside, parsed as browsers do, as last children: it cannot close what is
 * open here. html: (nullable) */
void cog_made_page_add_html (xmlNode *parent, const char *html, CogReport *report);
/* The words in a piece of HTML, folded. html: (nullable); (transfer full): never NULL */
char *cog_made_page_dup_words (const char *html);

/* An exercise in normal form; problem (out) gets the section of what is asked. */
xmlNode *cog_made_page_add_exercise (xmlNode *parent, xmlNode **problem);
/* The section of what is answered. */
xmlNode *cog_made_page_add_solution (xmlNode *exercise);
/* Lettered choices; each gets an li to fill by its place. */
xmlNode *cog_made_page_add_choices (xmlNode *problem);
/* In the solution: the choice at an index (from 0), under the same letter. (transfer none): its li,
 * to be filled. */
xmlNode *cog_made_page_add_choice_answer (xmlNode *solution, guint index);

/* Mends the page as any from the web (formulas in TeX), takes what it states about its pictures,
 * and normalises it into the section. */
void cog_made_page_take (xmlDoc *page,
                         const char *file,
                         CogBook *book,
                         CogContainer *container,
                         CogNormalizer *normalizer,
                         CogSection *section,
                         CogReport *report);

G_END_DECLS
