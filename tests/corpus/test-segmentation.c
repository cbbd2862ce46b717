/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "corpus.h"

#include "cog-reader.h"
#include "cog-segmenter.h"
#include "cog-text-segments.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Sentences of the golden file, one case a line, ours beside those of ICU alone and of ICU with the
 * suppressions of CLDR. What counts is the boundaries between sentences, told by the characters
 * before them that are no space. */

/* The columns. */
enum
{
  ID,
  LANGUAGE,
  TEXT,
  EXPECTED,
  N_COLUMNS
};

typedef enum
{
  OURS,
  ICU,
  ICU_SUPPRESSED,
  N_PROGRAMS
} Program;

typedef struct
{
  guint right, wrong, missed;
  guint exact; /* lines without a fault */
  guint n;
} Score;

typedef struct
{
  Score programs[N_PROGRAMS];
} Scores;

static double
get_f1 (const Score *score)
{
  guint faults = score->wrong + score->missed;

  return score->right + faults == 0 ? 1 : 2.0 * score->right / (2.0 * score->right + faults);
}

static double
get_part (guint part, guint other)
{
  return part + other == 0 ? 1 : (double)part / (part + other);
}

static GPtrArray *
split_icu (const char *text, const char *locale)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  UErrorCode status = U_ZERO_ERROR;
  UText *wrapped = utext_openUTF8 (NULL, text, -1, &status);
  UBreakIterator *breaks = ubrk_open (UBRK_SENTENCE, locale, NULL, 0, &status);
  int32_t start = 0;

  ubrk_setUText (breaks, wrapped, &status);
  g_assert_true (U_SUCCESS (status));
  for (int32_t end = ubrk_next (breaks); end != UBRK_DONE; end = ubrk_next (breaks))
    {
      g_autofree char *part = g_strstrip (g_strndup (text + start, (gsize)(end - start)));

      if (part[0] != '\0')
        g_ptr_array_add (list, g_steal_pointer (&part));
      start = end;
    }
  ubrk_close (breaks);
  utext_close (wrapped);
  return list;
}

static GPtrArray *
split (Program program, const char *text, const char *language)
{
  g_autofree char *suppressed = g_strconcat (language, "@ss=standard", NULL);

  if (program == OURS)
    return cog_segmenter_split (text, language);
  return split_icu (text, program == ICU ? language : suppressed);
}

static guint
count_visible (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_unichar_isspace (g_utf8_get_char (text)) ? 0 : 1;
  return n;
}

/* Between the sentences: how many characters stand before. */
static GHashTable *
find_boundaries (char **sentences, guint n)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);
  guint before = 0;

  for (guint i = 0; i + 1 < n; i++)
    {
      before += count_visible (sentences[i]);
      g_hash_table_add (set, GUINT_TO_POINTER (before));
    }
  return set;
}

static void
add_case (Score *score, GHashTable *expected, GHashTable *found)
{
  guint right = 0;
  GHashTableIter iter;
  gpointer at;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &at, NULL))
    right += g_hash_table_contains (expected, at) ? 1 : 0;
  score->right += right;
  score->wrong += g_hash_table_size (found) - right;
  score->missed += g_hash_table_size (expected) - right;
  score->exact += right == g_hash_table_size (found) && right == g_hash_table_size (expected);
  score->n++;
}

static void
judge (char **fields, Scores *scores, Scores *all)
{
  g_autofree char *text = g_strcompress (fields[TEXT]);
  g_auto (GStrv) sentences = g_strsplit (fields[EXPECTED], "\u241E", -1);
  g_autoptr (GHashTable) expected = NULL;

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      char *plain = g_strcompress (sentences[i]);

      g_free (sentences[i]);
      sentences[i] = plain;
    }
  expected = find_boundaries (sentences, g_strv_length (sentences));
  for (guint i = 0; i < N_PROGRAMS; i++)
    {
      g_autoptr (GPtrArray) list = split (i, text, fields[LANGUAGE]);
      g_autoptr (GHashTable) found = find_boundaries ((char **)list->pdata, list->len);

      add_case (&scores->programs[i], expected, found);
      add_case (&all->programs[i], expected, found);
    }
}

static void
print_scores (const char *language, const Scores *scores)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < N_PROGRAMS; i++)
    {
      const Score *score = &scores->programs[i];

      g_string_append_printf (line, " | %5.1f %5.1f %5.1f %3u/%u",
                              100 * get_part (score->right, score->wrong),
                              100 * get_part (score->right, score->missed), 100 * get_f1 (score),
                              score->exact, score->n);
    }
  g_test_message ("%-4s%s", language, line->str);
}

static Scores *
get_scores (GHashTable *table, const char *language)
{
  Scores *scores = g_hash_table_lookup (table, language);

  if (scores == NULL)
    {
      scores = g_new0 (Scores, 1);
      g_hash_table_insert (table, g_strdup (language), scores);
    }
  return scores;
}

static void
assert_ahead (const char *language, const Scores *scores)
{
  const Score *ours = &scores->programs[OURS];

  print_scores (language, scores);
  for (guint i = ICU; i < N_PROGRAMS; i++)
    if (get_f1 (ours) < get_f1 (&scores->programs[i]) || ours->exact < scores->programs[i].exact)
      g_test_fail_printf ("%s: ICU alone is ahead", language);
}

static void
test_golden (void)
{
  g_autofree char *path = corpus_dup_path ("../segmentation/golden.tsv");
  g_autofree char *file = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GList) languages = NULL;
  Scores all = { 0 };

  if (path == NULL)
    {
      g_test_skip ("no golden sentences");
      return;
    }
  g_assert_true (g_file_get_contents (path, &file, NULL, NULL));
  lines = g_strsplit (file, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);

      if (g_strv_length (fields) >= N_COLUMNS && lines[i][0] != '#' &&
          !g_str_equal (fields[ID], "id"))
        judge (fields, get_scores (table, fields[LANGUAGE]), &all);
    }
  g_test_message ("precision, recall, F1, exact lines: ours | ICU | ICU with suppressions");
  languages = g_list_sort (g_hash_table_get_keys (table), (GCompareFunc)strcmp);
  for (const GList *l = languages; l != NULL; l = l->next)
    assert_ahead (l->data, g_hash_table_lookup (table, l->data));
  print_scores ("all", &all);
  g_assert_cmpfloat (get_f1 (&all.programs[OURS]), >=, 0.95);
}

typedef struct
{
  const char *language;
  guint n_units, n_segments;
} Trip;

/* Cut into sentences and joined again, a unit is the same. */
static void
unit_cb (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  Trip *trip = user_data;
  g_autoptr (CogText) text = NULL;
  g_autoptr (CogText) joined = NULL;
  g_autoptr (GPtrArray) segments = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (unit->kind == COG_UNIT_ALT || unit->kind == COG_UNIT_TITLE || unit->source == NULL)
    return;
  text = cog_text_new_from_xhtml (unit->source, NULL);
  g_assert_nonnull (text);
  segments = cog_text_list_segments (text, trip->language);
  joined = cog_text_join_segments (segments);
  before = cog_text_to_xhtml (text);
  after = cog_text_to_xhtml (joined);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (joined->codes->len, ==, text->codes->len);
  trip->n_units++;
  trip->n_segments += segments->len;
}

static void
test_book (gconstpointer name)
{
  g_autofree char *path = corpus_dup_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  Trip trip = { 0 };

  if (path == NULL)
    {
      g_test_skip ("the corpus is not there");
      return;
    }
  source = cog_source_new_for_path (path, NULL, &error);
  g_assert_no_error (error);
  book = cog_reader_read (source, report, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  trip.language = book->language;
  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    cog_section_foreach_unit (g_ptr_array_index (sections, i), unit_cb, &trip);
  g_test_message ("%s: %u units, %u segments", (const char *)name, trip.n_units, trip.n_segments);
}

int
main (int argc, char *argv[])
{
  static const char *const books[] = {
    "openstax/university-physics-en",
    "openstax/microeconomics-pl",
    "epub/regime-anticancer-arabic.epub",
    "epub/kusamakura-japanese-vertical-writing.epub",
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/segmentation/golden", test_golden);
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *path = g_strdup_printf ("/corpus/segmentation/%s", books[i]);

      g_test_add_data_func (path, books[i], test_book);
    }
  return g_test_run ();
}
