/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-shelf-facts.h"

G_BEGIN_DECLS

/* A project on the shelf: its file, what its cover says, and when it was used last. Signal:
 * "changed", when facts or time are others. Main thread. */
#define COG_TYPE_SHELF_BOOK (cog_shelf_book_get_type ())
G_DECLARE_FINAL_TYPE (CogShelfBook, cog_shelf_book, COG, SHELF_BOOK, GObject)

/* Takes facts. used: Unix time in seconds. */
CogShelfBook *cog_shelf_book_new (const char *path, CogShelfFacts *facts, gint64 used);
/* Takes facts (nullable: as they were). */
void cog_shelf_book_update (CogShelfBook *self, CogShelfFacts *facts, gint64 used);

const char *cog_shelf_book_get_path (CogShelfBook *self);
const CogShelfFacts *cog_shelf_book_get_facts (CogShelfBook *self);
gint64 cog_shelf_book_get_used (CogShelfBook *self);
gboolean cog_shelf_book_is_ready (CogShelfBook *self); /* can be opened, as far as is known */
/* "English → Arabic (Jordan)", in the interface's language. (transfer full) (nullable) */
char *cog_shelf_book_dup_languages (CogShelfBook *self);
/* What is wrong with it, in two or three words; NULL: nothing. (transfer none) (nullable) */
const char *cog_shelf_book_get_trouble (CogShelfBook *self);
/* Whether words that somebody looks for are in its title or its languages, in any language's
 * spelling. query: casefolded. */
gboolean cog_shelf_book_matches (CogShelfBook *self, const char *query);

typedef enum
{
  COG_SHELF_ORDER_USED,
  COG_SHELF_ORDER_TITLE,
  COG_SHELF_ORDER_LANGUAGE,
  COG_SHELF_ORDER_PROGRESS,
} CogShelfOrder;
int cog_shelf_book_compare (CogShelfBook *a, CogShelfBook *b, CogShelfOrder order);

G_END_DECLS
