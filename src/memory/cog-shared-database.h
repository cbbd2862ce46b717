/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* One of this person's own databases, which all projects share: the memory, the glossary. */
typedef struct
{
  gint32 application_id; /* as SQLite keeps it in the file's head */
  gint64 version;
  /* Run in a transaction to make a new one; then to come from version 1 (nullable: there is none
   * before). NULL at the end. */
  const char *const *create;
  const char *const *upgrade;
  /* The words for a file that is damaged, with those of the database library; for another one. */
  char *(*dup_damaged) (const char *name, const char *words);
  char *(*dup_foreign) (const char *name);
} CogSharedDatabase;

/* As cog_query_set_error_of(), in words for what the file is. */
void cog_shared_database_set_error (const CogSharedDatabase *self,
                                    sqlite3 *db,
                                    const char *path,
                                    GError **error);
/* Makes an empty file one of ours, brings an older one up, and refuses others: COG_ERROR_INPUT,
 * COG_ERROR_NEWER. Another program may do the same at the same time. */
gboolean cog_shared_database_prepare (const CogSharedDatabase *self,
                                      sqlite3 *db,
                                      const char *path,
                                      GError **error);

G_END_DECLS
