/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogWordTable:
 *
 * A table of data/lenses: UTF-8, columns separated by tabs, the first line their names, lines that
 * begin with "#" say where the data come from. Part of the program (GResource), so it is always
 * there and right; a mistake in it is a programmer's.
 */
typedef struct
{
  GPtrArray *columns; /* (element-type utf8) */
  GPtrArray *rows;    /* (element-type CogWordRow) */
} CogWordTable;

typedef struct
{
  char **cells; /* as many as columns, never NULL, trimmed */
} CogWordRow;

/* name: "holidays.tsv". Kept for good once it was asked for; any thread. (transfer none) */
const CogWordTable *cog_word_table_get (const char *name);
/* Whether there is a table of that name. */
gboolean cog_word_table_exists (const char *name);
/* -1: no such column. */
int cog_word_table_find_column (const CogWordTable *self, const char *name);
/* The column of a language; -1: it has none. The first column, which may be called "id" as
 * Indonesian is, is no language's. */
int cog_word_table_find_language (const CogWordTable *self, const char *language);
const CogWordRow *cog_word_table_get_row (const CogWordTable *self, guint index);
/* Whether a cell that is a list ("US CA GB", "en fr") holds a word; "*" holds all. */
gboolean cog_word_cell_has (const char *cell, const char *word);

G_END_DECLS
