/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-conflict.h"

#include "cog-lens-index-private.h"
#include "cog-lens-saying-private.h"
#include "cog-placed-finding-private.h"

#include "cog-said-amounts.h"

#include <string.h>

/* How far an amount may be from what the rate gives: prices are rounded. */
#define RATE_TOLERANCE 0.1

typedef struct
{
  CogSayingContext context;
  GPtrArray *clusters; /* (element-type CogLensCluster) */
  GPtrArray *agreements;
  CogProblemMap *map;
  GHashTable *sections; /* (element-type utf8): in the map */
  GHashTable *titles;   /* section → title */
  GHashTable *found;    /* CogPlacedFinding → CogLensConflict */
} Search;

static void
search_clear (Search *search)
{
  g_free ((char *)search->context.source);
  g_free ((char *)search->context.language);
  g_clear_pointer (&search->clusters, g_ptr_array_unref);
  g_clear_pointer (&search->agreements, g_ptr_array_unref);
  g_clear_pointer (&search->map, cog_problem_map_free);
  g_clear_pointer (&search->sections, g_hash_table_unref);
  g_clear_pointer (&search->titles, g_hash_table_unref);
  g_clear_pointer (&search->found, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

void
cog_lens_conflict_free (CogLensConflict *conflict)
{
  if (conflict == NULL)
    return;
  cog_placed_finding_unref (conflict->placed);
  g_free (conflict->here);
  g_free (conflict->there);
  g_free (conflict->other);
  g_free (conflict->section);
  g_free (conflict);
}

CogLensConflict *
cog_lens_conflict_copy (const CogLensConflict *conflict)
{
  CogLensConflict *copy;

  g_return_val_if_fail (conflict != NULL, NULL);

  copy = g_new0 (CogLensConflict, 1);
  *copy = *conflict;
  copy->placed = cog_placed_finding_ref (conflict->placed);
  copy->here = g_strdup (conflict->here);
  copy->there = g_strdup (conflict->there);
  copy->other = g_strdup (conflict->other);
  copy->section = g_strdup (conflict->section);
  return copy;
}

/* ── What is found ───────────────────────────────────────────────────────────────────────────── */

/* other: (nullable). The first that is found of a place is told. */
static void
add (Search *search,
     CogLensConflictKind kind,
     const CogPlacedFinding *placed,
     const char *here,
     const char *there,
     const CogPlacedFinding *other)
{
  CogLensConflict *conflict;

  if (g_hash_table_contains (search->found, placed))
    return;
  conflict = g_new0 (CogLensConflict, 1);
  conflict->kind = kind;
  conflict->placed = cog_placed_finding_ref (placed);
  conflict->here = g_strdup (here != NULL ? here : placed->finding->text);
  conflict->there = g_strdup (there);
  if (other != NULL)
    {
      conflict->other = g_strdup (other->finding->unit);
      conflict->part = cog_problem_map_get_part (search->map, other->finding->unit);
      if (g_strcmp0 (other->section, placed->section) != 0)
        conflict->section = g_strdup (g_hash_table_lookup (search->titles, other->section));
    }
  g_hash_table_insert (search->found, (gpointer)placed, conflict);
}

/* An amount, date or hour says the same only near by; a name does in the whole book. */
static gboolean
is_local (const CogLensFinding *finding)
{
  static const char *const lenses[] = { "measures", "money", "numbers", NULL };

  return g_strv_contains (lenses, finding->lens) &&
         strpbrk (finding->subject, "0123456789") != NULL;
}

static gboolean
is_name (const CogLensFinding *finding)
{
  static const char *const lenses[] = { "people", "places", "institutions", NULL };

  return g_strv_contains (lenses, finding->lens);
}

/* What it became, where something else stands for it now. (nullable) */
static const char *
get_change (const CogPlacedFinding *placed)
{
  const CogLensAnswer *answer = placed->answer;

  return answer != NULL && !placed->is_lacking && answer->choice != COG_CHOICE_EXPLAIN
             ? cog_lens_answer_get_new_words (answer)
             : NULL;
}

/* ── Amounts ─────────────────────────────────────────────────────────────────────────────────── */

static void
add_to_map (Search *search, const char *section)
{
  g_autoptr (GPtrArray) units = NULL;
  g_autofree char *skeleton = NULL;

  if (!g_hash_table_add (search->sections, g_strdup (section)))
    return;
  units = cog_project_list_units (search->context.project, section, NULL);
  skeleton = cog_project_dup_skeleton (search->context.project, section, TRUE, NULL);
  if (units != NULL)
    cog_problem_map_add (search->map, skeleton, units);
}

/* What was decided in running text, and not calculated, is chosen for its passage. */
static gboolean
must_agree (const CogLensSaying *one, const CogLensSaying *other, CogTogether together)
{
  gboolean both_changed = one->kind == COG_SAYING_CHANGED && other->kind == COG_SAYING_CHANGED;

  switch (together)
    {
    case COG_TOGETHER_PROBLEM:
      return TRUE;
    case COG_TOGETHER_PASSAGE:
      return both_changed;
    case COG_TOGETHER_SECTION:
      return both_changed && one->is_calculated && other->is_calculated;
    case COG_TOGETHER_NOT:
    default:
      return FALSE;
    }
}

static gboolean
is_decided (const CogLensSaying *saying)
{
  return saying->kind == COG_SAYING_CHANGED || saying->kind == COG_SAYING_STAYS;
}

static CogTogether
compare_places (Search *search, const CogLensSaying *one, const CogLensSaying *other)
{
  return cog_problem_map_compare (search->map, one->placed->finding->unit,
                                  other->placed->finding->unit);
}

/* How many of those that must agree with one do. */
static guint
count_agreeing (Search *search, GPtrArray *sayings, const CogLensSaying *one)
{
  guint n = 0;

  for (guint i = 0; i < sayings->len; i++)
    {
      const CogLensSaying *other = g_ptr_array_index (sayings, i);
      const char *here;

      n += other == one ||
           (is_decided (other) && must_agree (one, other, compare_places (search, one, other)) &&
            cog_lens_saying_agrees (one, other, search->context.language, &here));
    }
  return n;
}

/* The most of what it must agree with, and does not. */
static void
find_difference (Search *search, GPtrArray *sayings, const CogLensSaying *one)
{
  const CogLensSaying *found = NULL;
  const char *words = NULL;
  guint most = 0;

  for (guint i = 0; i < sayings->len; i++)
    {
      const CogLensSaying *other = g_ptr_array_index (sayings, i);
      const char *here = NULL;
      guint n;

      if (other == one || !is_decided (other) || other->words == NULL ||
          !must_agree (one, other, compare_places (search, one, other)) ||
          cog_lens_saying_agrees (one, other, search->context.language, &here))
        continue;
      n = count_agreeing (search, sayings, other);
      if (n > most)
        {
          most = n;
          found = other;
          words = here;
        }
    }
  if (found != NULL && most >= count_agreeing (search, sayings, one))
    add (search, COG_LENS_CONFLICT_DIFFERS, one->placed, words, found->words, found->placed);
}

/* The nearest in meaning of what was changed. */
static void
find_changed (Search *search, GPtrArray *sayings, const CogLensSaying *one)
{
  const CogLensSaying *found = NULL;
  CogTogether nearest = one->is_sure ? COG_TOGETHER_NOT : COG_TOGETHER_PASSAGE;

  for (guint i = 0; i < sayings->len; i++)
    {
      const CogLensSaying *other = g_ptr_array_index (sayings, i);
      CogTogether together;
      const char *here;

      if (other->kind != COG_SAYING_CHANGED || other->words == NULL)
        continue;
      together = compare_places (search, one, other);
      if (together <= nearest ||
          (one->is_by_hand && cog_lens_saying_agrees (one, other, search->context.language, &here)))
        continue;
      nearest = together;
      found = other;
    }
  if (found != NULL)
    add (search, COG_LENS_CONFLICT_HALF_DONE, one->placed, NULL, found->words, found->placed);
}

static void
compare_amounts (Search *search, const CogLensCluster *cluster)
{
  g_autoptr (GPtrArray) sayings =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_lens_saying_free);

  for (guint i = 0; i < cluster->members->len; i++)
    g_ptr_array_add (
        sayings, cog_lens_saying_new (&search->context, g_ptr_array_index (cluster->members, i)));
  for (guint i = 0; i < sayings->len; i++)
    {
      const CogLensSaying *one = g_ptr_array_index (sayings, i);

      if (one->kind == COG_SAYING_OPEN)
        find_changed (search, sayings, one);
      else if (is_decided (one))
        find_difference (search, sayings, one);
    }
}

/* ── Amounts of one problem ──────────────────────────────────────────────────────────────────── */

/* "speed", "USD": what is counted together in a problem. */
static char *
dup_family (const CogPlacedFinding *placed)
{
  const char *subject = placed->finding->subject;

  return g_strdup_printf ("%s\n%s\n%.*s", placed->section, placed->finding->lens,
                          (int)strcspn (subject, " "), subject);
}

static void
find_beside (Search *search, const CogPlacedFinding *open, GPtrArray *family)
{
  for (guint i = 0; i < family->len; i++)
    {
      const CogPlacedFinding *other = g_ptr_array_index (family, i);
      g_autofree char *change = NULL;

      if (get_change (other) == NULL ||
          cog_problem_map_compare (search->map, open->finding->unit, other->finding->unit) !=
              COG_TOGETHER_PROBLEM)
        continue;
      change = g_strdup_printf ("%s → %s", other->finding->text, other->answer->words);
      add (search, COG_LENS_CONFLICT_BESIDE, open, NULL, change, other);
      return;
    }
}

/* A price in an exercise, and what it comes to in the solution: one was changed, and the other
 * waits. */
static void
compare_problems (Search *search, GHashTable *families)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GPtrArray *family = value;

      for (guint i = 0; i < family->len; i++)
        {
          const CogPlacedFinding *placed = g_ptr_array_index (family, i);

          if (placed->is_open)
            find_beside (search, placed, family);
        }
    }
}

/* Families of amounts of which some were changed; their sections are read. (transfer full)
 * (element-type utf8 GPtrArray of CogPlacedFinding) */
static GHashTable *
collect_families (Search *search, GPtrArray *findings)
{
  GHashTable *families =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < findings->len; i++)
    {
      CogPlacedFinding *placed = g_ptr_array_index (findings, i);
      g_autofree char *name = NULL;

      if (placed->finding->subject == NULL || !is_local (placed->finding) ||
          get_change (placed) == NULL)
        continue;
      name = dup_family (placed);
      add_to_map (search, placed->section);
      if (!g_hash_table_contains (families, name))
        g_hash_table_insert (families, g_steal_pointer (&name), g_ptr_array_new ());
    }
  for (guint i = 0; g_hash_table_size (families) > 0 && i < findings->len; i++)
    {
      CogPlacedFinding *placed = g_ptr_array_index (findings, i);
      g_autofree char *name = NULL;
      GPtrArray *family;

      if (placed->finding->subject == NULL || !is_local (placed->finding))
        continue;
      name = dup_family (placed);
      family = g_hash_table_lookup (families, name);
      if (family != NULL)
        g_ptr_array_add (family, placed);
    }
  return families;
}

/* ── What is one in the whole book ───────────────────────────────────────────────────────────── */

static void
compare_name (Search *search, const CogLensCluster *cluster, const CogPlacedFinding *one)
{
  const char *language = search->context.language;
  const char *name = get_change (one);
  const CogPlacedFinding *found = NULL;
  guint n = 0, n_other = 0;

  for (guint i = 0; i < cluster->members->len; i++)
    {
      const CogPlacedFinding *other = g_ptr_array_index (cluster->members, i);
      const char *words = get_change (other);

      if (words == NULL)
        continue;
      if (cog_lens_names_same (name, words, language))
        n++;
      else if (found == NULL || cog_lens_names_same (get_change (found), words, language))
        {
          n_other++;
          found = found != NULL ? found : other;
        }
    }
  if (n_other >= n)
    add (search, COG_LENS_CONFLICT_DIFFERS, one, name, get_change (found), found);
}

static void
compare_names (Search *search, const CogLensCluster *cluster)
{
  for (guint i = 0; i < cluster->members->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (cluster->members, i);

      /* Where one was agreed on, that is the right one. */
      if (is_name (placed->finding) && get_change (placed) != NULL &&
          cog_lens_find_agreement (search->agreements, placed->finding) == NULL)
        compare_name (search, cluster, placed);
    }
}

static void
find_half_done (Search *search, const CogLensCluster *cluster)
{
  const CogPlacedFinding *changed = NULL;

  for (guint i = 0; changed == NULL && i < cluster->members->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (cluster->members, i);

      if (cog_lens_answer_get_new_words (placed->answer) != NULL)
        changed = placed;
    }
  for (guint i = 0; changed != NULL && i < cluster->members->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (cluster->members, i);

      if (placed->is_open)
        add (search, COG_LENS_CONFLICT_HALF_DONE, placed, NULL, changed->answer->words, changed);
    }
}

/* ── What was agreed on ──────────────────────────────────────────────────────────────────────── */

static void
compare_with_agreement (Search *search, const CogPlacedFinding *placed)
{
  const char *words = get_change (placed);
  const char *language = search->context.language;
  const CogAgreement *agreement =
      words != NULL ? cog_lens_find_agreement (search->agreements, placed->finding) : NULL;

  if (agreement == NULL || agreement->words == NULL)
    return;
  if (is_name (placed->finding) ? !cog_lens_names_same (words, agreement->words, language)
                                : !cog_lens_amounts_same (words, agreement->words, language))
    add (search, COG_LENS_CONFLICT_AGREEMENT, placed, words, agreement->words, NULL);
}

/* What was converted is so by the rate that holds now. */
static void
compare_with_rate (Search *search, const CogPlacedFinding *placed)
{
  const char *language = search->context.language;
  const CogProposal *by_rate;
  g_autoptr (GArray) amounts = NULL;
  g_autoptr (GArray) wanted = NULL;
  const CogSaidAmount *one, *other;

  if (placed->answer == NULL || placed->answer->choice != COG_CHOICE_CONVERT ||
      placed->answer->words == NULL || strcmp (placed->finding->lens, "money") != 0)
    return;
  by_rate = cog_lens_finding_get_proposal (placed->finding, COG_CHOICE_CONVERT);
  if (by_rate == NULL || by_rate->words == NULL)
    return;
  amounts = cog_said_amounts_read_words (placed->answer->words, language);
  wanted = cog_said_amounts_read_words (by_rate->words, language);
  if (amounts->len == 0 || amounts->len != wanted->len)
    return;
  one = &g_array_index (amounts, CogSaidAmount, 0);
  other = &g_array_index (wanted, CogSaidAmount, 0);
  if (strcmp (one->kind, other->kind) == 0 && other->value > 0 &&
      ABS (one->value / other->value - 1) > RATE_TOLERANCE)
    add (search, COG_LENS_CONFLICT_RATE, placed, placed->answer->words, by_rate->words, NULL);
}

/* ── All of it ───────────────────────────────────────────────────────────────────────────────── */

static void
read_titles (Search *search)
{
  g_autoptr (GPtrArray) infos = cog_project_list_sections (search->context.project);

  for (guint i = 0; i < infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, i);

      g_hash_table_insert (search->titles, g_strdup (info->id),
                           g_strdup (cog_section_info_get_label (info, TRUE)));
    }
}

static gboolean
search_init (Search *search, CogProject *project, GPtrArray *findings, GError **error)
{
  char *source = cog_project_dup_source_language (project);

  search->context.project = project;
  search->context.source = source != NULL ? source : g_strdup ("");
  search->context.language = cog_project_dup_language (project);
  search->agreements = cog_project_list_agreements (project, error);
  search->clusters = cog_lens_clusters_new (findings);
  search->map = cog_problem_map_new ();
  search->sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  search->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  search->found = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)cog_lens_conflict_free);
  return search->agreements != NULL;
}

/* The sections of amounts of which some were changed: all of them, before any two are compared, for
 * answers stand at the end of a book. */
static void
fill_map (Search *search)
{
  for (guint i = 0; i < search->clusters->len; i++)
    {
      const CogLensCluster *cluster = g_ptr_array_index (search->clusters, i);

      for (guint k = 0; cluster->n_changed > 0 && k < cluster->members->len; k++)
        {
          const CogPlacedFinding *placed = g_ptr_array_index (cluster->members, k);

          if (is_local (placed->finding))
            add_to_map (search, placed->section);
        }
    }
}

static gboolean
compare_all (Search *search, GPtrArray *findings, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) families = collect_families (search, findings);

  for (guint i = 0; i < findings->len; i++)
    {
      compare_with_agreement (search, g_ptr_array_index (findings, i));
      compare_with_rate (search, g_ptr_array_index (findings, i));
    }
  for (guint i = 0; i < search->clusters->len; i++)
    {
      const CogLensCluster *cluster = g_ptr_array_index (search->clusters, i);
      const CogPlacedFinding *first = g_ptr_array_index (cluster->members, 0);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (cluster->n_changed == 0)
        continue;
      if (is_local (first->finding))
        compare_amounts (search, cluster);
      else
        {
          compare_names (search, cluster);
          find_half_done (search, cluster);
        }
    }
  compare_problems (search, families);
  return TRUE;
}

/* findings: of the whole book */
static GPtrArray *
find_conflicts (CogProject *project, GPtrArray *findings, GCancellable *cancellable, GError **error)
{
  g_auto (Search) search = { { NULL } };
  GPtrArray *conflicts;

  if (!search_init (&search, project, findings, error))
    return NULL;
  read_titles (&search);
  fill_map (&search);
  if (!compare_all (&search, findings, cancellable, error))
    return NULL;
  conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_lens_conflict_free);
  for (guint i = 0; i < findings->len; i++)
    {
      gpointer conflict = NULL;

      if (g_hash_table_steal_extended (search.found, g_ptr_array_index (findings, i), NULL,
                                       &conflict))
        g_ptr_array_add (conflicts, conflict);
    }
  return conflicts;
}

GPtrArray *
cog_lens_index_dup_conflicts (CogLensIndex *index, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  GPtrArray *conflicts;
  guint generation;

  g_return_val_if_fail (COG_IS_LENS_INDEX (index), NULL);

  conflicts = cog_lens_kept_dup_conflicts (cog_lens_index_get_kept (index), &generation);
  if (conflicts != NULL)
    return conflicts;
  findings = cog_lens_index_dup_findings (index, NULL, cancellable, error);
  conflicts = findings != NULL ? find_conflicts (cog_lens_index_get_project (index), findings,
                                                 cancellable, error)
                               : NULL;
  if (conflicts != NULL)
    cog_lens_kept_set_conflicts (cog_lens_index_get_kept (index), conflicts, generation);
  return conflicts;
}

const CogLensConflict *
cog_lens_conflicts_find (GPtrArray *conflicts, const CogPlacedFinding *placed)
{
  g_return_val_if_fail (conflicts != NULL && placed != NULL, NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const CogLensConflict *conflict = g_ptr_array_index (conflicts, i);

      if (cog_lens_finding_is_same (conflict->placed->finding, placed->finding))
        return conflict;
    }
  return NULL;
}
