/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * The rows of a SQLite file that SQLite does not open any more, or not to its end: read page by
 * page (SQLite file format, 1.5, 1.6, 2.1, and 4 for the log beside it), whatever is around them.
 * Nothing is believed of the file but what one page says of itself. Which table a row is of, its
 * reader has to tell from the row.
 */

typedef enum
{
  COG_VALUE_NULL,
  COG_VALUE_INT,
  COG_VALUE_REAL,
  COG_VALUE_TEXT,
  COG_VALUE_BLOB,
} CogValueType;

typedef struct
{
  CogValueType type;
  gint64 integer;
  double real;
  const char *data; /* of text (any bytes, no NUL at the end) or blob; valid during the call */
  gsize length;     /* bytes */
  gboolean is_lost; /* it stood where the file cannot be read; type is NULL */
} CogDamagedValue;

typedef struct
{
  gboolean is_keyed; /* from a tree without row numbers: an index, or a table WITHOUT ROWID */
  gint64 number;     /* of the row, where it has one */
  const CogDamagedValue *values;
  guint n;
} CogDamagedRow;

/* FALSE with an error ends it. */
typedef gboolean (*CogDamagedFunc) (const CogDamagedRow *row, gpointer user_data, GError **error);

/* Calls func for each row of the file that can be read, page by page; a row that was deleted is not
 * among them while the list of free pages can be read. Errors: of the system, and cancelled. */
gboolean cog_damaged_file_foreach_row (const char *path,
                                       CogDamagedFunc func,
                                       gpointer user_data,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
