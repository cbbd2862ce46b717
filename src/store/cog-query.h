/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A prepared statement with its values bound; SQL is always a constant of ours. */
typedef struct sqlite3_stmt CogQuery;

/* types: a letter for each value: s text (NULL: null), i gint64, d double, b GBytes. Errors as in
 * cog_query_set_error(). */
CogQuery *cog_query_new (sqlite3 *db, GError **error, const char *sql, const char *types, ...);
/* TRUE: there is a row. FALSE: none is left, or an error is set. */
gboolean cog_query_step (CogQuery *query, GError **error);
void cog_query_free (CogQuery *query);
/* Prepares, binds, runs to the end. */
gboolean cog_query_run (sqlite3 *db, GError **error, const char *sql, const char *types, ...);
/* Columns, typed with care: a file from elsewhere may hold anything. (transfer full) (nullable) */
char *cog_query_dup_text (CogQuery *query, int column);
gint64 cog_query_get_int (CogQuery *query, int column);
double cog_query_get_double (CogQuery *query, int column);
GBytes *cog_query_dup_bytes (CogQuery *query, int column);
gboolean cog_query_is_null (CogQuery *query, int column);

/* What SQLite says: a full disk and faults of the device stay G_IO_ERROR, damage is
 * COG_ERROR_CORRUPT, somebody else's lock COG_ERROR_BUSY. */
void cog_query_set_error (sqlite3 *db, GError **error);
/* The same where opening failed: the database does not know its file then. */
void cog_query_set_error_of (sqlite3 *db, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogQuery, cog_query_free)

G_END_DECLS
