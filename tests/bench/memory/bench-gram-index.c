/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast, how large and how sure the search for like segments is: bench-gram-index [-n SEGMENTS]
 * [-c CHECKED] [FILE]. FILE has a segment a line; without it, or where it has too few, segments are
 * made of its words (or of made words) as often as they occur there. Prints JSON. */
#include "config.h"

#include "cog-edit-distance.h"
#include "cog-gram-index.h"
#include "cog-segment-fold.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N_QUERIES 400
#define THRESHOLD 70.0

typedef struct
{
  GRand *random;
  GPtrArray *words;    /* as often as they occur */
  GPtrArray *segments; /* folded */
  guint n_checked;     /* queries that are compared with every segment: what was missed */
} Bench;

static void
add_words (Bench *bench, const char *segment)
{
  g_auto (GStrv) words = g_strsplit (segment, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_ptr_array_add (bench->words, g_strdup (words[i]));
}

/* Without a file: 40,000 words, the n-th as often as 1/n (Zipf). */
static char *
make_word (guint rank)
{
  static const char *const syllables[] = { "la", "ren", "to", "mi",  "ska", "vor", "e",   "us",
                                           "in", "dol", "pa", "qui", "ter", "on",  "gra", "shi" };
  GString *word = g_string_new (NULL);
  guint n = rank * 2654435761u;

  do
    {
      g_string_append (word, syllables[n & 15]);
      n >>= 7;
      rank >>= 4;
    }
  while (rank > 0);
  return g_string_free (word, FALSE);
}

static const char *
choose_word (Bench *bench)
{
  return bench->words->pdata[g_rand_int_range (bench->random, 0, (gint32)bench->words->len)];
}

static char *
make_segment (Bench *bench)
{
  gint n = 4 + (gint)(-log (1 - g_rand_double (bench->random)) * 13);
  GString *segment = g_string_new (NULL);

  for (gint i = 0; i < MIN (n, 120); i++)
    g_string_append_printf (segment, "%s%s", i > 0 ? " " : "", choose_word (bench));
  return g_string_free (segment, FALSE);
}

/* As a translator meets it: up to a quarter of the words are others, more or less. */
static char *
change_segment (Bench *bench, const char *segment)
{
  g_auto (GStrv) words = g_strsplit (segment, " ", -1);
  guint n = g_strv_length (words);
  GString *changed = g_string_new (NULL);
  guint n_changes = (guint)g_rand_int_range (bench->random, 0, (gint32)n / 4 + 1);
  guint at = n_changes > 0 ? (guint)g_rand_int_range (bench->random, 0, (gint32)n) : n;

  for (guint i = 0; i < n; i++)
    {
      if (i >= at && n_changes > 0)
        {
          gint kind = g_rand_int_range (bench->random, 0, 3);

          n_changes--;
          at += (guint)g_rand_int_range (bench->random, 1, 3);
          if (kind == 0)
            continue;
          g_string_append_printf (changed, "%s ", choose_word (bench));
          if (kind == 1)
            continue;
        }
      g_string_append_printf (changed, "%s ", words[i]);
    }
  if (changed->len > 0)
    g_string_truncate (changed, changed->len - 1);
  return g_string_free (changed, FALSE);
}

static void
fill (Bench *bench, const char *path, guint n)
{
  g_autofree char *text = NULL;

  if (path != NULL && g_file_get_contents (path, &text, NULL, NULL))
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        if (lines[i][0] != '\0' && g_utf8_validate (lines[i], -1, NULL))
          {
            g_ptr_array_add (bench->segments, cog_segment_fold (lines[i]));
            add_words (bench, bench->segments->pdata[bench->segments->len - 1]);
          }
    }
  if (bench->words->len == 0)
    for (guint i = 0; i < 400000; i++)
      g_ptr_array_add (bench->words,
                       make_word ((guint)exp (g_rand_double (bench->random) * log (40000))));
  while (bench->segments->len < n)
    g_ptr_array_add (bench->segments, make_segment (bench));
}

static double
find_best (Bench *bench, const char *text)
{
  g_autoptr (CogEditPattern) pattern = cog_edit_pattern_new (text);
  double length = (double)cog_edit_pattern_get_length (pattern);
  double best = 0;

  for (guint i = 0; i < bench->segments->len; i++)
    {
      const char *other = bench->segments->pdata[i];
      gsize n = strlen (other);
      double longer = MAX (length, (double)g_utf8_strlen (other, (gssize)n));
      double limit = longer * (1 - MAX (best, THRESHOLD) / 100);
      guint distance = cog_edit_pattern_measure (pattern, other, n, (guint)limit);

      if (distance != G_MAXUINT)
        best = MAX (best, 100 * (1 - distance / longer));
    }
  return best;
}

/* Of this thread's own: the machine may have other work. Nanoseconds. */
static gint64
get_busy_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64)time.tv_sec * 1000000000 + time.tv_nsec;
}

static int
compare_times (const void *a, const void *b)
{
  gint64 left = *(const gint64 *)a, right = *(const gint64 *)b;

  return left < right ? -1 : left > right;
}

static void
measure (Bench *bench, CogGramIndex *index)
{
  gint64 times[N_QUERIES], busy[N_QUERIES];
  guint n_found = 0, n_missed = 0, n_there = 0;

  for (guint i = 0; i < N_QUERIES; i++)
    {
      guint at = (guint)g_rand_int_range (bench->random, 0, (gint32)bench->segments->len);
      g_autofree char *text = change_segment (bench, bench->segments->pdata[at]);
      gint64 begin = g_get_monotonic_time ();
      gint64 begin_busy = get_busy_time ();
      g_autoptr (GArray) matches = cog_gram_index_search (index, text, THRESHOLD, 5);
      double best = matches->len > 0 ? g_array_index (matches, CogGramMatch, 0).score : 0;

      times[i] = g_get_monotonic_time () - begin;
      busy[i] = get_busy_time () - begin_busy;
      n_found += matches->len > 0;
      if (i < bench->n_checked)
        {
          double really = find_best (bench, text);

          n_there += really >= THRESHOLD;
          n_missed += really >= THRESHOLD && best < really - 1e-6;
        }
    }
  qsort (times, N_QUERIES, sizeof *times, compare_times);
  qsort (busy, N_QUERIES, sizeof *busy, compare_times);
  g_print ("\"median_cpu_ms\": %.2f, \"p99_cpu_ms\": %.2f, ", busy[N_QUERIES / 2] / 1e6,
           busy[N_QUERIES * 99 / 100] / 1e6);
  g_print ("\"median_ms\": %.2f, \"p99_ms\": %.2f, \"worst_ms\": %.2f, \"queries\": %d, "
           "\"found\": %u, \"best_missed\": %u, \"of\": %u}\n",
           times[N_QUERIES / 2] / 1e3, times[N_QUERIES * 99 / 100] / 1e3,
           times[N_QUERIES - 1] / 1e3, N_QUERIES, n_found, n_missed, n_there);
}

int
main (int argc, char *argv[])
{
  gint n = 1000000, n_checked = 25;
  Bench bench = { g_rand_new_with_seed (1), g_ptr_array_new_with_free_func (g_free),
                  g_ptr_array_new_with_free_func (g_free) };
  const GOptionEntry entries[] = { { "segments", 'n', 0, G_OPTION_ARG_INT, &n, "How many", "N" },
                                   { "checked", 'c', 0, G_OPTION_ARG_INT, &n_checked,
                                     "How many queries are compared with every segment", "N" },
                                   G_OPTION_ENTRY_NULL };
  g_autoptr (GOptionContext) options = g_option_context_new ("[FILE]");
  g_autoptr (CogGramIndex) index = cog_gram_index_new ();
  gsize n_bytes = 0;
  gint64 begin;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, NULL) || n < 1 || n_checked < 0)
    return 2;
  bench.n_checked = (guint)n_checked;
  fill (&bench, argc > 1 ? argv[1] : NULL, (guint)n);
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < bench.segments->len; i++)
    {
      n_bytes += strlen (bench.segments->pdata[i]);
      cog_gram_index_add (index, i, bench.segments->pdata[i]);
    }
  cog_gram_index_settle (index, n);
  g_print ("{\"segments\": %u, \"text_mb\": %.1f, \"index_mb\": %.1f, \"build_s\": %.2f, ",
           bench.segments->len, n_bytes / 1e6, cog_gram_index_get_size (index) / 1e6,
           (g_get_monotonic_time () - begin) / 1e6);
  measure (&bench, index);
  g_ptr_array_unref (bench.segments);
  g_ptr_array_unref (bench.words);
  g_rand_free (bench.random);
  return 0;
}
