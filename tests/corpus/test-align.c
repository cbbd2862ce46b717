/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book-alignment.h"
#include "cog-reader.h"
#include "corpus.h"

#include <string.h>

/* The editions' own ids are the gold: the aligner does not see them. A handful of them is wrong, as
 * an editor took one for another paragraph. */
typedef struct
{
  guint n_gold;     /* units of both with the same id */
  guint n_found;    /* that are in one bead */
  guint n_paired;   /* that the aligner gave a partner with such an id, right or wrong */
  guint n_doubtful; /* right ones that it is not sure of */
} Score;

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

/* Ids that stand once, of units of that kind or of all. */
static GHashTable *
list_ids (const CogBookAlignment *alignment, guint side, int kind)
{
  GPtrArray *ids = cog_book_alignment_get_own_ids (alignment, side);
  GPtrArray *units = cog_book_alignment_get_units (alignment, side);
  GHashTable *known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) twice = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < ids->len; i++)
    {
      char *id = g_ptr_array_index (ids, i);
      const CogUnit *unit = g_ptr_array_index (units, i);

      if (id[0] == '\0')
        continue;
      if (g_hash_table_contains (known, id))
        g_hash_table_add (twice, id);
      if (kind < 0 || unit->kind == (CogUnitKind)kind)
        g_hash_table_insert (known, id, GUINT_TO_POINTER (i + 1));
    }
  g_hash_table_iter_init (&iter, twice);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_remove (known, key);
  return known;
}

static Score
measure (const CogBookAlignment *alignment, int kind)
{
  g_autoptr (GHashTable) sources = list_ids (alignment, 0, kind);
  g_autoptr (GHashTable) targets = list_ids (alignment, 1, kind);
  g_autofree guint *source_beads =
      g_new0 (guint, cog_book_alignment_get_units (alignment, 0)->len + 1);
  GArray *beads = cog_book_alignment_get_beads (alignment);
  GPtrArray *ids = cog_book_alignment_get_own_ids (alignment, 1);
  GHashTableIter iter;
  gpointer key;
  gpointer value;
  Score score = { 0 };

  for (guint i = 0; i < beads->len; i++)
    {
      const CogAlignBead *bead = &g_array_index (beads, CogAlignBead, i);

      for (guint k = 0; k < bead->n_source; k++)
        source_beads[bead->source + k] = i + 1;
    }
  g_hash_table_iter_init (&iter, sources);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const CogAlignBead *bead =
          &g_array_index (beads, CogAlignBead, source_beads[GPOINTER_TO_UINT (value) - 1] - 1);
      guint gold = GPOINTER_TO_UINT (g_hash_table_lookup (targets, key));
      gboolean has_gold_partner = FALSE;
      gboolean is_right;

      for (guint k = 0; k < bead->n_target; k++)
        has_gold_partner |=
            g_hash_table_contains (targets, g_ptr_array_index (ids, bead->target + k)) != FALSE;
      if (gold == 0)
        continue;
      is_right = bead->target < gold && gold <= bead->target + bead->n_target;
      score.n_gold++;
      score.n_paired += bead->n_target > 0;
      score.n_found += is_right;
      score.n_doubtful += is_right && bead->confidence < COG_ALIGNMENT_SURE;
      if (!is_right && g_getenv ("COGNATE_ALIGN_WRONG") != NULL)
        g_test_message ("%s: %s %.2f, not %s", (char *)key,
                        bead->n_target > 0 ? (char *)g_ptr_array_index (ids, bead->target) : "none",
                        bead->confidence, has_gold_partner ? "another" : "one without");
    }
  return score;
}

static double
report (const char *what, const Score *score)
{
  double recall = 100.0 * score->n_found / MAX (score->n_gold, 1);
  double precision = 100.0 * score->n_found / MAX (score->n_paired, 1);

  g_test_message ("%s: %u of %u right; recall %.1f %%, precision %.1f %%, doubtful %u", what,
                  score->n_found, score->n_gold, recall, precision, score->n_doubtful);
  return MIN (recall, precision);
}

static CogBookAlignment *
align (const CogBook *source, const CogBook *target, gboolean ignores_ids)
{
  CogAlignmentOptions options = { ignores_ids };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  CogBookAlignment *alignment =
      cog_book_alignment_new (source, target, &options, NULL, NULL, &error);

  g_assert_no_error (error);
  g_test_message ("%.2f s", (g_get_monotonic_time () - start) / 1e6);
  return alignment;
}

/* least: per cent of the paragraphs, and of all units with ids. */
static void
check (const CogBook *source, const CogBook *target, const char *what, double least)
{
  g_autoptr (CogBookAlignment) alignment = align (source, target, TRUE);
  g_autofree char *all_name = g_strdup_printf ("%s, all units", what);
  Score paragraphs = measure (alignment, COG_UNIT_PARAGRAPH);
  Score all = measure (alignment, -1);

  g_test_message ("%s: %u sections of %u and %u", what,
                  cog_book_alignment_get_n_sections (alignment),
                  cog_book_alignment_get_units (alignment, 0)->len,
                  cog_book_alignment_get_units (alignment, 1)->len);
  g_assert_cmpfloat (report (what, &paragraphs), >=, least);
  g_assert_cmpfloat (report (all_name, &all), >=, least);
}

static void
test_physics (void)
{
  g_autoptr (CogBook) source = read_book ("openstax/university-physics-en");
  g_autoptr (CogBook) target = source != NULL ? read_book ("openstax/university-physics-pl") : NULL;

  if (target != NULL)
    check (source, target, "physics", 95);
}

static void
test_microeconomics (void)
{
  g_autoptr (CogBook) source = read_book ("openstax/microeconomics-en");
  g_autoptr (CogBook) target = source != NULL ? read_book ("openstax/microeconomics-pl") : NULL;

  if (target != NULL)
    check (source, target, "microeconomics", 50);
}

/* With ids, those that moved are found, too. */
static void
test_ids (void)
{
  g_autoptr (CogBook) source = read_book ("openstax/university-physics-en");
  g_autoptr (CogBook) target = source != NULL ? read_book ("openstax/university-physics-pl") : NULL;
  g_autoptr (CogBookAlignment) alignment = NULL;
  Score score;

  if (target == NULL)
    return;
  alignment = align (source, target, FALSE);
  score = measure (alignment, COG_UNIT_PARAGRAPH);
  g_assert_cmpfloat (report ("physics by ids", &score), >=, 98);
}

static GPtrArray *
find_chapters (CogBook *book)
{
  GPtrArray *sections = book->sections;

  /* The chapters of the one part that has some. */
  for (guint i = 0; i < book->sections->len; i++)
    {
      CogSection *section = g_ptr_array_index (book->sections, i);

      if (section->children->len > 0)
        sections = section->children;
    }
  return sections;
}

static void
test_shuffled (void)
{
  g_autoptr (CogBook) source = read_book ("openstax/university-physics-en");
  g_autoptr (CogBook) target = source != NULL ? read_book ("openstax/university-physics-pl") : NULL;
  GPtrArray *chapters;

  if (target == NULL)
    return;
  /* What was last is first, in the book and in its chapters. */
  chapters = find_chapters (target);
  for (GPtrArray *list = target->sections;;)
    {
      for (guint i = 0; i < list->len / 2; i++)
        {
          gpointer last = list->pdata[list->len - 1 - i];

          list->pdata[list->len - 1 - i] = list->pdata[i];
          list->pdata[i] = last;
        }
      if (list == chapters)
        break;
      list = chapters;
    }
  check (source, target, "physics, sections the other way round", 93);
}

static void
drop_every_third (GPtrArray *sections, guint *count)
{
  for (guint i = 0; i < sections->len; i++)
    {
      CogSection *section = g_ptr_array_index (sections, i);

      drop_every_third (section->children, count);
      if (section->children->len == 0 && ++*count % 3 == 0)
        g_ptr_array_remove_index (sections, i--);
    }
}

static void
test_missing (void)
{
  g_autoptr (CogBook) source = read_book ("openstax/university-physics-en");
  g_autoptr (CogBook) target = source != NULL ? read_book ("openstax/university-physics-pl") : NULL;
  guint count = 0;

  if (target == NULL)
    return;
  drop_every_third (target->sections, &count);
  check (source, target, "physics, every third section missing", 93);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/align/physics", test_physics);
  g_test_add_func ("/align/microeconomics", test_microeconomics);
  g_test_add_func ("/align/ids", test_ids);
  g_test_add_func ("/align/shuffled", test_shuffled);
  g_test_add_func ("/align/missing", test_missing);
  return g_test_run ();
}
