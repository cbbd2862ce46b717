/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-glossary-private.h"

#include <glib/gi18n-lib.h>

/* base: language and script, by which terms are found. Version 1; later ones never change its
 * meaning. */
static const char schema[] =
    "CREATE TABLE concept (id INTEGER PRIMARY KEY, identifier TEXT, subject TEXT, definition TEXT,"
    " note TEXT, origin TEXT, licence TEXT, project TEXT, extra TEXT,"
    " date INTEGER NOT NULL DEFAULT 0);"
    "CREATE TABLE term (id INTEGER PRIMARY KEY, concept INTEGER NOT NULL REFERENCES concept (id)"
    " ON DELETE CASCADE, language TEXT NOT NULL, base TEXT NOT NULL, text TEXT NOT NULL,"
    " status TEXT NOT NULL, part_of_speech TEXT, note TEXT, extra TEXT);"
    "CREATE INDEX term_concept ON term (concept);"
    "CREATE INDEX term_text ON term (base, text);";

static const char *const create[] = { schema, NULL };

static char *
dup_damaged (const char *name, const char *words)
{
  /* Translators: a file name; then the database library's own English words. */
  return g_strdup_printf (_ ("%s: the glossary is damaged (%s). Put a copy from before in its "
                             "place, or move it away to begin a new one."),
                          name, words);
}

static char *
dup_foreign (const char *name)
{
  /* Translators: a file name. */
  return g_strdup_printf (_ ("%s: is no glossary of Cognate."), name);
}

const CogSharedDatabase cog_glossary_database = {
  .application_id = 0x43676e47, /* "CgnG" */
  .version = 1,
  .create = create,
  .dup_damaged = dup_damaged,
  .dup_foreign = dup_foreign,
};
