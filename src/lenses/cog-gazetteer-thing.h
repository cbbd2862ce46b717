/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-gazetteer.h"

G_BEGIN_DECLS

/**
 * CogGazetteerThing:
 *
 * A thing of a gazetteer that one language has words for: from data/lenses/languages/LANGUAGE.tsv,
 * where a language that the tables have no column for (or few words in) keeps all that its books
 * take for known. Its columns are those of the tables, and
 *
 *   lens    "everyday": the table that the things belong to
 *   things  separated by ";"; the words of each, separated by "|", as in the tables
 *
 * so that a row holds all that is of one kind, at home in the same places and as sure.
 */
typedef struct
{
  CogGazetteerEntry entry; /* its id is the first of the words */
  char *words;             /* as a cell of the tables */
} CogGazetteerThing;

/* Those of a language ("fa") for a table ("everyday.tsv"), in their order; empty where it has no
 * file. (transfer full) (element-type CogGazetteerThing): never to be freed, as entries are kept */
GPtrArray *cog_gazetteer_things_load (const char *table, const char *base);

G_END_DECLS
