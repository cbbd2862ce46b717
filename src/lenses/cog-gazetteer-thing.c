/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gazetteer-thing.h"
#include "cog-word-table.h"

#include <string.h>

enum
{
  LENS,
  KIND,
  HOME,
  ONLY,
  SURE,
  SWAP,
  RULE,
  THINGS,
  N_COLUMNS
};

static const char *const column_names[] = { "lens", "kind", "home", "only",
                                            "sure", "swap", "rule", "things" };

static void
add_thing (GPtrArray *things, char **cells, const CogWordRule *rule, const char *words)
{
  CogGazetteerThing *thing = g_new0 (CogGazetteerThing, 1);

  thing->words = g_strdup (words);
  thing->entry = (CogGazetteerEntry){
    .id = g_strndup (words, strcspn (words, "|")),
    .kind = cells[KIND],
    .home = cells[HOME],
    .only = cells[ONLY],
    .sure = (guint)g_ascii_strtoull (cells[SURE], NULL, 10),
    .swap = cells[SWAP],
    .rule = rule,
  };
  g_assert (thing->entry.sure > 0 && thing->entry.sure <= 100);
  g_ptr_array_add (things, thing);
}

static void
add_row (GPtrArray *things, char **cells)
{
  g_auto (GStrv) words = g_strsplit (cells[THINGS], ";", -1);
  const CogWordRule *rule = cog_word_rule_new (cells[RULE]);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strstrip (words[i])[0] != '\0')
      add_thing (things, cells, rule, words[i]);
}

GPtrArray *
cog_gazetteer_things_load (const char *table, const char *base)
{
  g_autofree char *name = NULL;
  GPtrArray *things;
  const CogWordTable *rows;
  gsize length;

  g_return_val_if_fail (table != NULL && base != NULL, NULL);

  name = g_strconcat ("languages/", base, ".tsv", NULL);
  things = g_ptr_array_new ();
  if (!cog_word_table_exists (name))
    return things;
  rows = cog_word_table_get (name);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_assert_cmpint (cog_word_table_find_column (rows, column_names[i]), ==, (int)i);
  length = strcspn (table, ".");
  for (guint i = 0; i < rows->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (rows, i)->cells;

      if (strlen (cells[LENS]) == length && strncmp (cells[LENS], table, length) == 0)
        add_row (things, cells);
    }
  return things;
}
