/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* The file that a source came in as, in the table “original”. A scanned book has hundreds of
 * megabytes: it goes in and out piece by piece, and SQLite never holds all of it. */

/* Adds it; what was written of it may leave the memory, as long as it can be had again from its
 * file. Errors as in cog_query_set_error(); COG_ERROR_INPUT: larger than a project can hold. */
gboolean cog_original_insert (sqlite3 *db, const char *source, GBytes *original, GError **error);

/* What stands there: an open file in memory, read from its beginning, that the caller closes. -1:
 * an error; COG_ERROR_NOT_FOUND: none stands there. */
int cog_original_open (sqlite3 *db, const char *source, GError **error);

G_END_DECLS
