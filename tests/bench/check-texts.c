/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check-texts SOURCE-LANG TARGET-LANG [CHECK…] < pairs.tsv: what the checks find in pairs of texts
 * (a line: id, inline XHTML of the source, of the target and, if it is no paragraph, its kind,
 * by tabs), one finding a line, how many a
 * kind there are in a thousand texts, and what it took. Precision is judged by reading them. */
#include "config.h"

#include "cog-check-table.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static CogCheckUnit
make_unit (char **cells, const char *source, const char *target)
{
  CogCheckUnit unit = { .id = cells[0], .kind = COG_UNIT_PARAGRAPH };

  if (cells[3] != NULL)
    cog_unit_kind_from_nick (cells[3], &unit.kind);
  unit.source = cog_check_text_new (cells[1], source);
  unit.target = cog_check_text_new (cells[2], target);
  return unit;
}

static void
unit_clear (CogCheckUnit *unit)
{
  cog_check_text_free (unit->source);
  cog_check_text_free (unit->target);
}

static void
print_finding (const CogCheckFinding *finding)
{
  g_autofree char *sentence = cog_check_finding_dup_sentence (finding);

  printf ("%s\t%s\t%s\t%s", finding->kind->id, finding->unit, finding->text, sentence);
  if (finding->fixes != NULL)
    printf ("\t→ %s", ((CogCheckFix *)g_ptr_array_index (finding->fixes, 0))->words);
  printf ("\n");
}

static GPtrArray *
read_lines (void)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  char *line = NULL;
  gsize size = 0;

  while (getline (&line, &size, stdin) > 0)
    {
      char **cells = g_strsplit (g_strchomp (line), "\t", 4);

      if (g_strv_length (cells) >= 3)
        g_ptr_array_add (lines, cells);
      else
        g_strfreev (cells);
    }
  free (line);
  return lines;
}

static void
print_counts (GHashTable *counts, guint n_units)
{
  GHashTableIter iter;
  gpointer kind, n;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &kind, &n))
    fprintf (stderr, "%-28s %6u  %8.1f a thousand\n", (const char *)kind, GPOINTER_TO_UINT (n),
             1000.0 * GPOINTER_TO_UINT (n) / n_units);
}

static void
count (GPtrArray *findings, GHashTable *counts)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CogCheckFinding *finding = g_ptr_array_index (findings, i);
      gpointer key = (gpointer)finding->kind->id;

      print_finding (finding);
      g_hash_table_insert (
          counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
}

int
main (int argc, char **argv)
{
  const char *const *ids = argc > 3 ? (const char *const *)argv + 3 : NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) pairs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_check_pair_free);
  g_autoptr (GPtrArray) of_book = NULL;
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  CogCheckContext context;
  clock_t begin;

  if (argc < 3)
    return 2;
  lines = read_lines ();
  cog_check_context_init (&context, argv[1], argv[2]);
  context.spelling = cog_spelling_new (argv[2]);
  begin = clock ();
  for (guint i = 0; i < lines->len; i++)
    {
      CogCheckUnit unit = make_unit (g_ptr_array_index (lines, i), argv[1], argv[2]);
      g_autoptr (GPtrArray) findings = NULL;

      if (unit.target != NULL && unit.source != NULL)
        {
          findings = cog_check_scan (&context, &unit, ids);
          count (findings, counts);
          g_ptr_array_add (pairs, cog_check_pair_new (&unit));
        }
      unit_clear (&unit);
    }
  of_book = cog_check_scan_book (&context, pairs, ids);
  count (of_book, counts);
  print_counts (counts, lines->len);
  fprintf (stderr, "%u texts, %.2f s of CPU\n", lines->len,
           (double)(clock () - begin) / CLOCKS_PER_SEC);
  cog_spelling_unref (context.spelling);
  return 0;
}
