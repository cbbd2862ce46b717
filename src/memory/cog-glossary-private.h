/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-glossary.h"
#include "cog-query.h"

G_BEGIN_DECLS

#define COG_GLOSSARY_APPLICATION_ID 0x43676e47 /* "CgnG" */
#define COG_GLOSSARY_VERSION 1

struct _CogGlossary
{
  GRecMutex mutex;
  sqlite3 *db;
  char *path;
  gint64 n_changes; /* by this one; SQLite counts those of others */
};

gboolean cog_glossary_schema_prepare (sqlite3 *db, const char *path, GError **error);
/* As cog_query_set_error(), in words for a glossary. */
void cog_glossary_set_error (sqlite3 *db, const char *path, GError **error);

/* "en-latn": what tells whether two languages are the same. (transfer full) (nullable: no tag) */
char *cog_glossary_dup_base (const char *tag);

G_END_DECLS
