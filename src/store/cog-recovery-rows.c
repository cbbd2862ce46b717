/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-recovery-private.h"

#include <string.h>

/* Which table a row is of is told by what its columns hold; a file of an older version has fewer of
 * them. The history is not taken over: where a step is whole, the one before it may not be. */
typedef struct
{
  gboolean is_keyed; /* WITHOUT ROWID */
  guint n_least;
  const char *shape; /* a letter a column, as in may_be() */
  const char *sql;
  gboolean is_text;
} Table;

#define FIELDS (&tables[0])
#define UNITS (&tables[3])
#define TARGET 6 /* of its columns */

static const Table tables[] = {
  { TRUE, 2, "FT", "INSERT OR REPLACE INTO meta VALUES (?1, ?2)", FALSE },
  { FALSE, 12, "TItttTtiitttt",
    "INSERT OR IGNORE INTO source VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    TRUE },
  { FALSE, 13, "TttIttttittIttiI",
    "INSERT OR IGNORE INTO section VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
    " coalesce (?12, 0), ?13, ?14, ?15, coalesce (?16, 0))",
    TRUE },
  { FALSE, 12, "TTNTtttttttitt",
    "INSERT OR IGNORE INTO unit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, coalesce (?8, 'initial'),"
    " coalesce (?9, 'none'), ?10, ?11, coalesce (?12, 0), ?13, ?14)",
    TRUE },
  { FALSE, 2, "TB", "INSERT OR IGNORE INTO original VALUES (?1, ?2)", FALSE },
  { FALSE, 7, "TttiitB", "INSERT OR IGNORE INTO asset VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", FALSE },
  { FALSE, 9, "TITtttttt",
    "INSERT OR IGNORE INTO credit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", FALSE },
  { FALSE, 5, "TTiTi", "INSERT OR IGNORE INTO engine_text VALUES (?1, ?2, ?3, ?4, ?5)", FALSE },
  { FALSE, 2, "TT", "INSERT OR IGNORE INTO former_source VALUES (?1, ?2)", FALSE },
  { TRUE, 7, "TTINNNN", "INSERT OR IGNORE INTO place VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", FALSE },
  { TRUE, 3, "TTI", "INSERT OR IGNORE INTO kept VALUES (?1, ?2, ?3)", FALSE },
  { TRUE, 11, "TITTTTttTti",
    "INSERT OR IGNORE INTO finding VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", FALSE },
  { TRUE, 8, "TTTTITtt", "INSERT OR IGNORE INTO answer VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    FALSE },
  { TRUE, 6, "TTTTtt", "INSERT OR IGNORE INTO agreement VALUES (?1, ?2, ?3, ?4, ?5, ?6)", FALSE },
};

/* The key of a field of the book: a word. Of the rows with two texts, an index of answers has ids,
 * and keys in which U+001F stands. */
static gboolean
is_field (const CogDamagedValue *value)
{
  for (gsize i = 0; i < value->length; i++)
    if (!g_ascii_islower (value->data[i]) && value->data[i] != '-' && value->data[i] != '_')
      return FALSE;
  return value->length > 0;
}

/* A large letter: it must be there, unless it stood where nothing can be read. */
static gboolean
may_be (char letter, const CogDamagedValue *value)
{
  if (value->is_lost)
    return letter != 'F';
  switch (letter)
    {
    case 'F':
      return value->type == COG_VALUE_TEXT && is_field (value);
    case 'T':
      return value->type == COG_VALUE_TEXT;
    case 't':
      return value->type == COG_VALUE_TEXT || value->type == COG_VALUE_NULL;
    case 'I':
      return value->type == COG_VALUE_INT;
    case 'i':
      return value->type == COG_VALUE_INT || value->type == COG_VALUE_NULL;
    case 'N':
      return value->type == COG_VALUE_INT || value->type == COG_VALUE_REAL;
    case 'B':
      return value->type == COG_VALUE_BLOB || value->type == COG_VALUE_NULL;
    default:
      return FALSE;
    }
}

static gboolean
fits (const Table *table, const CogDamagedRow *row)
{
  if (table->is_keyed != row->is_keyed || row->n < table->n_least || row->n > strlen (table->shape))
    return FALSE;
  /* What names the row must be there. */
  if (row->values[0].is_lost)
    return FALSE;
  for (guint i = 0; i < row->n; i++)
    if (!may_be (table->shape[i], &row->values[i]))
      return FALSE;
  return row->n < 2 || table->shape[1] != 'T' || row->values[1].data == NULL || !row->is_keyed ||
         memchr (row->values[1].data, 0x1f, row->values[1].length) == NULL;
}

static const Table *
find_table (const CogDamagedRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (fits (&tables[i], row))
      return &tables[i];
  return NULL;
}

/* What no XML may hold was put there by the damage; U+001F stands between the parts of a key. */
static char *
dup_text (const CogDamagedValue *value)
{
  char *text = g_utf8_make_valid (value->data, (gssize)value->length);

  for (char *c = text; *c != '\0'; c++)
    if ((guchar)*c < 0x20 && strchr ("\t\n\r\x1f", *c) == NULL)
      *c = '?';
  return text;
}

static void
bind (CogQuery *query, int column, const CogDamagedValue *value)
{
  switch (value->type)
    {
    case COG_VALUE_INT:
      sqlite3_bind_int64 (query, column, value->integer);
      break;
    case COG_VALUE_REAL:
      sqlite3_bind_double (query, column, value->real);
      break;
    case COG_VALUE_TEXT:
      sqlite3_bind_text (query, column, dup_text (value), -1, g_free);
      break;
    case COG_VALUE_BLOB:
      sqlite3_bind_blob64 (query, column, value->length > 0 ? value->data : "", value->length,
                           SQLITE_TRANSIENT);
      break;
    case COG_VALUE_NULL:
      break;
    }
}

gboolean
cog_recovery_take_row (sqlite3 *db, const CogDamagedRow *row, GError **error)
{
  const Table *table = find_table (row);
  g_autoptr (CogQuery) query = NULL;
  g_autoptr (GError) fault = NULL;

  if (table == NULL)
    return TRUE;
  query = cog_query_new (db, error, table->sql, NULL);
  if (query == NULL)
    return FALSE;
  for (guint i = 0; i < row->n; i++)
    bind (query, (int)i + 1, &row->values[i]);
  cog_query_step (query, &fault);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

gboolean
cog_recovery_is_text (const CogDamagedRow *row)
{
  const Table *table = find_table (row);

  return table != NULL && table->is_text;
}

char *
cog_recovery_dup_field (const CogDamagedRow *row, const char *key)
{
  if (row->is_keyed && row->n == 2 && fits (FIELDS, row) && row->values[0].length == strlen (key) &&
      memcmp (row->values[0].data, key, strlen (key)) == 0 && row->values[1].data != NULL)
    return dup_text (&row->values[1]);
  return NULL;
}

char *
cog_recovery_dup_target (const CogDamagedRow *row)
{
  return find_table (row) == UNITS && row->values[TARGET].data != NULL
             ? dup_text (&row->values[TARGET])
             : NULL;
}
