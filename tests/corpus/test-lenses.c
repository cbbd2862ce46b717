/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-table.h"
#include "cog-reader.h"
#include "corpus.h"

#include <locale.h>
#include <string.h>
#include <time.h>

/* Lenses on real books: what human adapters changed is found, and what is found is true. */

static const char *const ids[] = { "measures", "money", NULL };

/* One line of the table of cases. */
enum
{
  COLUMN_MODULE,
  COLUMN_ELEMENT,
  COLUMN_PHRASE,
  COLUMN_KEPT,
  COLUMN_ENGLISH,
  COLUMN_POLISH,
  N_COLUMNS,
};

typedef struct
{
  guint n_phrases, n_found, n_listed;
  guint n_kept, n_kept_first; /* kept by the adapters; KEEP stands first */
  guint n_changed, n_same,
      n_first;     /* changed by them; a proposal is what they wrote; the first is */
  guint n_dropped; /* nothing of the kind stands in the Polish: DROP is offered */
} Count;

static GPtrArray *
scan_plain (const char *plain)
{
  const CogLensContext context = { .source = "en-US", .target = "pl-PL" };
  CogUnit *unit = cog_unit_new ("u1", "s1", COG_UNIT_PARAGRAPH);
  g_autoptr (CogLensText) text = NULL;

  unit->source = g_markup_escape_text (plain, -1);
  text = cog_lens_text_new (unit, TRUE, context.source);
  cog_unit_free (unit);
  return cog_lens_scan (&context, text, ids);
}

/* The characters at which the phrase stands for the n-th time. */
static gboolean
find_phrase (const char *english, const char *phrase, guint nth, guint *start, guint *end)
{
  const char *at = english;

  for (guint i = 0; at != NULL; i++)
    {
      at = strstr (at, phrase);
      if (at == NULL)
        return FALSE;
      if (i == nth)
        break;
      at += strlen (phrase);
    }
  *start = (guint)g_utf8_strlen (english, at - english);
  *end = *start + (guint)g_utf8_strlen (phrase, -1);
  return TRUE;
}

static const CogLensFinding *
find_finding (GPtrArray *findings, guint start, guint end)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CogLensFinding *finding = g_ptr_array_index (findings, i);

      if (finding->start < end && finding->end > start)
        return finding;
    }
  return NULL;
}

/* Without spaces, for adapters set them otherwise, and equations have their own. */
static char *
dup_packed (const char *text)
{
  GString *packed = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (packed, g_utf8_get_char (at));
  return g_string_free (packed, FALSE);
}

/* Whether the words stand there, and not only at the end of a longer number. */
static gboolean
is_written (const char *polish, const char *words)
{
  g_autofree char *text = dup_packed (polish);
  g_autofree char *packed = dup_packed (words);

  for (const char *at = strstr (text, packed); at != NULL; at = strstr (at + 1, packed))
    if (at == text || !(g_ascii_isdigit (at[-1]) || at[-1] == ','))
      return packed[0] != '\0';
  return FALSE;
}

static void
compare_proposals (Count *count, const CogLensFinding *finding, char **cells)
{
  const CogProposal *first = g_ptr_array_index (finding->proposals, 0);
  gboolean is_same = FALSE;

  if (strcmp (cells[COLUMN_KEPT], "yes") == 0)
    {
      count->n_kept++;
      count->n_kept_first += first->choice == COG_CHOICE_KEEP;
      return;
    }
  count->n_changed++;
  if (first->choice == COG_CHOICE_DROP)
    {
      count->n_dropped++;
      return;
    }
  for (guint i = 0; i < finding->proposals->len; i++)
    {
      const CogProposal *proposal = g_ptr_array_index (finding->proposals, i);
      gboolean is_theirs =
          proposal->words != NULL && is_written (cells[COLUMN_POLISH], proposal->words);

      is_same = is_same || is_theirs;
      count->n_first += i == 0 && is_theirs;
    }
  count->n_same += is_same;
}

static void
count_case (Count *count, char **cells, guint nth)
{
  g_autoptr (GPtrArray) findings = scan_plain (cells[COLUMN_ENGLISH]);
  const CogLensFinding *finding;
  guint start, end;

  count->n_phrases++;
  if (!find_phrase (cells[COLUMN_ENGLISH], cells[COLUMN_PHRASE], nth, &start, &end))
    {
      g_test_message ("not in its text: %s", cells[COLUMN_PHRASE]);
      return;
    }
  finding = find_finding (findings, start, end);
  if (finding == NULL)
    {
      g_test_message ("missed: %s in %s", cells[COLUMN_PHRASE], cells[COLUMN_ELEMENT]);
      return;
    }
  count->n_found++;
  count->n_listed += finding->confidence >= 50;
  compare_proposals (count, finding, cells);
}

static void
test_polish (void)
{
  g_autofree char *path = corpus_dup_path ("../lenses/openstax-en-pl.tsv");
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Count count = { 0 };

  if (path == NULL || !g_file_get_contents (path, &contents, NULL, NULL))
    {
      g_test_skip ("The cases are not here.");
      return;
    }
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 2; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      char *key;
      guint nth;

      if (g_strv_length (cells) < N_COLUMNS)
        continue;
      key = g_strconcat (cells[COLUMN_ELEMENT], " ", cells[COLUMN_PHRASE], NULL);
      nth = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
      count_case (&count, cells, nth);
      g_hash_table_insert (seen, key, GUINT_TO_POINTER (nth + 1));
    }
  g_test_message ("%u phrases: %u found, %u of them listed", count.n_phrases, count.n_found,
                  count.n_listed);
  g_test_message ("of %u that the Polish adapters kept, KEEP stands first for %u", count.n_kept,
                  count.n_kept_first);
  g_test_message ("of %u that they changed: %u have a proposal that is what they wrote, for %u it "
                  "is the first; for %u the first is to drop the bracket",
                  count.n_changed, count.n_same, count.n_first, count.n_dropped);
  g_assert_cmpuint (count.n_found * 100, >=, count.n_phrases * 95);
}

/* What was judged by hand: id of the unit, lens, words, which of the same, true or false. */
typedef struct
{
  GHashTable *labels; /* key → "true", "false" */
  guint n_units, n_true, n_false, n_new;
  gboolean shows_new;
  clock_t times[3]; /* of the processor: texts made, and each of the lenses */
  const char *const *ids;
  const CogLensContext *context;
} Judged;

static char *
dup_around (const CogLensText *text, const CogLensFinding *finding)
{
  guint n = (guint)g_utf8_strlen (text->text->plain, -1);
  guint from = finding->start > 60 ? finding->start - 60 : 0;

  return g_utf8_substring (text->text->plain, from, MIN (n, finding->end + 50));
}

static void
judge_unit (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  Judged *judged = user_data;
  g_autoptr (CogLensText) text = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  clock_t begin = clock ();

  text = cog_lens_text_new (unit, TRUE, judged->context->source);
  g_assert_nonnull (text);
  judged->n_units++;
  judged->times[0] += clock () - begin;
  for (guint i = 0; judged->ids == ids && ids[i] != NULL; i++)
    {
      const char *const one[] = { ids[i], NULL };

      begin = clock ();
      g_ptr_array_unref (cog_lens_scan (judged->context, text, one));
      judged->times[i + 1] += clock () - begin;
    }
  findings = cog_lens_scan (judged->context, text, judged->ids);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogLensFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *key =
          g_strdup_printf ("%s\t%s\t%s\t%u", unit->id, finding->lens, finding->text, finding->nth);
      const char *label = g_hash_table_lookup (judged->labels, key);

      judged->n_true += g_strcmp0 (label, "true") == 0;
      judged->n_false += g_strcmp0 (label, "false") == 0;
      /* What is doubtful is not shown to a person who does not ask. */
      if (label != NULL || (judged->ids != ids && finding->confidence < 50))
        continue;
      judged->n_new++;
      if (judged->shows_new)
        {
          g_autofree char *around = dup_around (text, finding);

          g_test_message ("unjudged\t%s\t%u\t%s", key, finding->confidence, around);
        }
    }
}

static GHashTable *
load_labels (const char *name)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("COGNATE_SOURCE_ROOT"), "tests", "corpus", name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *label = strrchr (lines[i], '\t');

      if (lines[i][0] == '#' || label == NULL)
        continue;
      g_hash_table_insert (labels, g_strndup (lines[i], (gsize)(label - lines[i])),
                           g_strdup (label + 1));
    }
  return labels;
}

static guint
judge_book (Judged *judged, const char *name)
{
  g_autofree char *path = corpus_dup_path (name);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  const CogReader *used = NULL;
  guint n_units;

  if (path == NULL)
    return 0;
  source = cog_source_new_for_path (path, NULL, &error);
  g_assert_no_error (error);
  book = cog_reader_read (source, report, NULL, NULL, &used, &error);
  g_assert_no_error (error);
  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    cog_section_foreach_unit (g_ptr_array_index (sections, i), judge_unit, judged);
  n_units = judged->n_units;
  if (judged->ids == ids)
    g_test_message (
        "%s: %u units; a second: %.0f texts made, %.0f looked at for measures, %.0f for "
        "money",
        name, n_units, n_units * (double)CLOCKS_PER_SEC / (double)judged->times[0],
        n_units * (double)CLOCKS_PER_SEC / (double)judged->times[1],
        n_units * (double)CLOCKS_PER_SEC / (double)judged->times[2]);
  judged->n_units = 0;
  memset (judged->times, 0, sizeof judged->times);
  return sections->len;
}

static void
assert_judged (const char *labels, const char *const *lenses, const char *target)
{
  const CogLensContext context = { .source = "en-US", .target = target };
  g_autoptr (GHashTable) own = load_labels (labels);
  Judged judged = { .labels = own, .ids = lenses, .context = &context };

  judged.shows_new = TRUE;
  if (judge_book (&judged, "openstax/university-physics-en") == 0)
    {
      g_test_skip ("The corpus is not here.");
      return;
    }
  judged.shows_new = lenses != ids || g_getenv ("COGNATE_LENSES_ALL") != NULL;
  judge_book (&judged, "openstax/microeconomics-en");
  g_test_message ("judged by hand: %u true, %u false; %u findings were not judged; of %u labels "
                  "%u are found no more",
                  judged.n_true, judged.n_false, judged.n_new, g_hash_table_size (judged.labels),
                  g_hash_table_size (judged.labels) - judged.n_true - judged.n_false);
  g_assert_cmpuint (judged.n_true * 10, >=, (judged.n_true + judged.n_false) * 9);
}

static void
test_judged (void)
{
  assert_judged ("lenses-judged.tsv", ids, "pl-PL");
}

/* All that the lenses of words found there when it was judged; what is new is shown, to be judged
 * too. */
static void
test_judged_words (void)
{
  static const char *const lenses[] = { "places",    "people",         "institutions",
                                        "everyday",  "law-and-school", "words",
                                        "inclusive", "links",          NULL };

  assert_judged ("lenses-judged-words.tsv", lenses, "ar-EG");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/lenses/polish", test_polish);
  g_test_add_func ("/corpus/lenses/judged", test_judged);
  g_test_add_func ("/corpus/lenses/judged-words", test_judged_words);
  return g_test_run ();
}
