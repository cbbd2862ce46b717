/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* A small edition that has one of everything, complete with copyright page, credit lines and list
 * of credits, in that language: a cover without a heading; a part without text; in it two chapters
 * with a note, links to each other and out, a described and an undescribed picture with credits, a
 * table with a credit, formulas, printed pages, an exercise and words in French. (transfer full) */
CogBook *edition_fixture_new (const char *language);
/* The same before it was completed. */
CogBook *edition_fixture_new_bare (const char *language);
/* The same, whose credit and that of its first item have everything that a credit can hold, with
 * signs that mean something to HTML, XML and JSON. */
CogBook *edition_fixture_new_recorded (const char *language);
/* Gives a credit all of that. */
void edition_fixture_fill_credit (CogCredit *credit);
/* One picture fewer: every picture has its description. */
CogBook *edition_fixture_new_described (const char *language);

/* Writes the book by the writer that the name asks for, which must succeed. */
void edition_fixture_write (const CogBook *book, const char *target);

G_END_DECLS
