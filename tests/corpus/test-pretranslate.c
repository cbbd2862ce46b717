/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-alignment-entries.h"
#include "cog-edit-distance.h"
#include "cog-memory.h"
#include "cog-reader.h"
#include "corpus.h"
#include "folder.h"

#include <string.h>

/* What the memory of one half of a book's human translation is worth for the other half: the
 * human's translation of that half is what it is measured by. */
typedef struct
{
  guint n;         /* segments */
  guint n_equal;   /* that say what the human said */
  double likeness; /* the sum, per cent of the longer */
} Band;

static const struct
{
  const char *name;
  double from;
} bands[] = {
  { "context", 101 }, { "100", 100 }, { "95-99", 95 }, { "85-94", 85 }, { "75-84", 75 }
};

static CogBook *
read_book (const char *relative)
{
  g_autofree char *path = corpus_dup_path (relative);
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  CogBook *book;

  if (path == NULL)
    {
      g_test_skip ("no corpus");
      return NULL;
    }
  source = cog_source_new_for_path (path, NULL, &error);
  g_assert_no_error (error);
  book = cog_reader_read (source, report, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return book;
}

static GPtrArray *
list_pairs (const CogBook *source, const CogBook *target)
{
  CogAlignmentOrigin origin = { "en", "pl", "physics", NULL, 0 };
  CogAlignmentCounts counts;
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBookAlignment) alignment =
      cog_book_alignment_new (source, target, NULL, NULL, NULL, &error);
  GPtrArray *entries;

  g_assert_no_error (error);
  entries = cog_alignment_list_entries (alignment, &origin, NULL, &counts, NULL, &error);
  g_assert_no_error (error);
  return entries;
}

static double
measure_likeness (const char *a, const char *b)
{
  g_autoptr (CogEditPattern) pattern = cog_edit_pattern_new (a);
  double longer = MAX (g_utf8_strlen (a, -1), g_utf8_strlen (b, -1));

  return 100 * (1 - cog_edit_pattern_measure (pattern, b, strlen (b), G_MAXUINT - 1) / longer);
}

static void
look_up (CogMemory *memory, const CogMemoryEntry *human, Band *results)
{
  CogMemoryQuery query = { human->source, "en", "pl", human->previous, human->next, 75, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = cog_memory_lookup (memory, &query, &error);
  const CogMemoryMatch *match;

  g_assert_no_error (error);
  if (matches->len == 0)
    return;
  match = g_ptr_array_index (matches, 0);
  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    if (match->score + (match->kind == COG_MATCH_CONTEXT) >= bands[i].from)
      {
        results[i].n++;
        results[i].n_equal += g_str_equal (match->entry->target, human->target);
        if (g_getenv ("COGNATE_SHOW") != NULL && !g_str_equal (match->entry->target, human->target))
          g_test_message ("%s: %s → %s, human: %s", bands[i].name, human->source,
                          match->entry->target, human->target);
        results[i].likeness += measure_likeness (match->entry->target, human->target);
        return;
      }
}

static void
test_half (void)
{
  g_autoptr (CogBook) source = read_book ("openstax/university-physics-en");
  g_autoptr (CogBook) target = source != NULL ? read_book ("openstax/university-physics-pl") : NULL;
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (CogMemory) memory = NULL;
  g_autoptr (GError) error = NULL;
  Band results[G_N_ELEMENTS (bands)] = { 0 };
  guint n_known = 0;

  if (target == NULL)
    return;
  memory = cog_memory_open ("memory.sqlite", &error);
  g_assert_no_error (error);
  pairs = list_pairs (source, target);
  g_assert_cmpuint (pairs->len, >, 2000);
  g_assert_true (cog_memory_begin (memory, &error));
  for (guint i = 0; i < pairs->len / 2; i++)
    g_assert_true (cog_memory_add (memory, g_ptr_array_index (pairs, i), &error));
  g_assert_true (cog_memory_commit (memory, &error));
  for (guint i = pairs->len / 2; i < pairs->len; i++)
    look_up (memory, g_ptr_array_index (pairs, i), results);
  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      n_known += results[i].n;
      g_test_message ("%s: %u segments, %u as the human has them, likeness %.1f %%", bands[i].name,
                      results[i].n, results[i].n_equal,
                      results[i].likeness / MAX (results[i].n, 1));
    }
  g_test_message ("%u of %u segments are known (%.1f %%)", n_known, pairs->len - pairs->len / 2,
                  200.0 * n_known / pairs->len);
  /* The same sentence is not always translated the same, even in its context. */
  g_assert_cmpuint (n_known, >=, 50);
  g_assert_cmpuint (results[0].n_equal + results[1].n_equal, >=,
                    (results[0].n + results[1].n) * 6 / 10);
  g_assert_cmpfloat (results[0].likeness, >=, 75.0 * results[0].n);
  g_clear_pointer (&memory, cog_memory_close);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/pretranslate/half", test_half);
  return g_test_run ();
}
