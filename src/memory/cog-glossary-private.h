/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-glossary.h"
#include "cog-query.h"
#include "cog-shared-database.h"

G_BEGIN_DECLS

struct _CogGlossary
{
  GRecMutex mutex;
  sqlite3 *db;
  char *path;
  gint64 n_changes; /* by this one; SQLite counts those of others */
};

extern const CogSharedDatabase cog_glossary_database;

/* "en-latn": what tells whether two languages are the same. (transfer full) (nullable: no tag) */
char *cog_glossary_dup_base (const char *tag);

G_END_DECLS
