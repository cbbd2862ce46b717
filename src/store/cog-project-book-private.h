/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project-private.h"

G_BEGIN_DECLS

/* A book that is being put together from the rows of a project. */
typedef struct
{
  CogProject *self;
  CogBook *book;
  char *language;    /* of the adaptation */
  GHashTable *units; /* id → CogUnit: those that differ from their source, or from that of their
                        section */
  GHashTable *languages; /* source id → language */
  GHashTable *used;      /* ids of the sources that something was taken from */
  GHashTable *works;     /* … → their credit in the book, borrowed */
} CogProjectAssembly;

/* Puts the section's targets in the place of its sources: what is left out goes, what was added is
 * filled in, and what is not translated says its language. source: its id (nullable). */
gboolean cog_project_adapt_section (CogProjectAssembly *a,
                                    CogSection *section,
                                    const char *source,
                                    GError **error);

/* Takes out of a section the figures and tables of which nothing is left, and of tables the rows
 * and columns. wholes: ids of those, and of cells, that something was left out of. */
void cog_project_drop_remains (xmlNode *root, GHashTable *wholes);

/* Where links lead to what was joined with something else, or to notes that were left out. Before
 * the book is identified. */
gboolean cog_project_settle_links (CogProjectAssembly *a, GError **error);

/* In an edition of several sources, each chapter that is not of the main one names its own: credits
 * whose item is a section. Wants the book's sources. */
void cog_project_credit_chapters (CogProjectAssembly *a);

/* Says of each picture which of the book's sources it came with (CogAsset.work). */
gboolean cog_project_name_works (CogProjectAssembly *a, GError **error);

G_END_DECLS
