/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-checklist.h"

#include "cog-check-job.h"
#include "cog-evaluation.h"
#include "cog-quality-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Chapters that a group names. */
#define MAX_CHAPTERS 3

/* One sentence in its two forms, for ngettext(): what extracts strings knows the word
 * (po/meson.build). */
#define NP_(one, many) one, many

/* How a kind of finding reads when there are several of it. Rights' findings go by their reason. */
static const struct
{
  const char *id;
  const char *one, *many; /* "%'u" is the number */
} kinds[] = {
  { "licence-unknown", NP_ ("%'u piece has no known licence", "%'u pieces have no known licence") },
  { "all-rights-reserved", NP_ ("%'u piece is not free to use", "%'u pieces are not free to use") },
  { "no-derivatives", NP_ ("%'u piece may not be changed", "%'u pieces may not be changed") },
  { "version-unknown",
    NP_ ("%'u licence does not state its version", "%'u licences do not state their version") },
  { "licence-assumed", NP_ ("%'u piece names no licence of its own; the book’s is assumed",
                            "%'u pieces name no licence of their own; the book’s is assumed") },
  { "credit-missing", NP_ ("%'u picture has no credit", "%'u pictures have no credit") },
  { "piece-lost", NP_ ("%'u piece of the source was not carried over",
                       "%'u pieces of the source were not carried over") },
  { "link-lost", NP_ ("%'u link of the source was not carried over",
                      "%'u links of the source were not carried over") },
  { "not-translated",
    NP_ ("%'u chapter is not fully translated", "%'u chapters are not fully translated") },
  { "machine-unchecked", NP_ ("%'u chapter has passages as a machine wrote them",
                              "%'u chapters have passages as a machine wrote them") },
  { "publisher-logo", NP_ ("%'u picture looks like a logo, an emblem or a cover",
                           "%'u pictures look like logos, emblems or covers") },
  { "notice-proposed", NP_ ("%'u sentence of a publisher is not confirmed yet",
                            "%'u sentences of publishers are not confirmed yet") },
  { "lens-half-done", NP_ ("%'u place is open that was changed elsewhere",
                           "%'u places are open that were changed elsewhere") },
  { "lens-half-problem", NP_ ("%'u amount is open in a problem that was changed",
                              "%'u amounts are open in problems that were changed") },
  { "lens-differs", NP_ ("%'u place says something else than where the same comes again",
                         "%'u places say something else than where the same comes again") },
  { "lens-off-agreement", NP_ ("%'u place says something else than was agreed on for the book",
                               "%'u places say something else than was agreed on for the book") },
  { "lens-off-rate", NP_ ("%'u amount is not by the rate that was agreed on",
                          "%'u amounts are not by the rate that was agreed on") },
  { "lens-not-done",
    NP_ ("%'u place does not say what was decided", "%'u places do not say what was decided") },
  { "picture-waits", NP_ ("%'u picture waits for a look", "%'u pictures wait for a look") },
  { "no-alternative-text", NP_ ("%'u picture has no description for those who cannot see it",
                                "%'u pictures have no description for those who cannot see them") },
};

typedef struct
{
  CogProject *project;
  CogChecklist *list;
  GHashTable *groups; /* id → CogCheckGroup */
  GHashTable *titles; /* section id → title */
} Making;

static void
item_free (gpointer data)
{
  CogCheckItem *item = data;

  g_free (item->title);
  g_free (item->chapter);
  g_free (item->where);
  g_free (item->place);
  g_free (item);
}

static void
group_free (gpointer data)
{
  CogCheckGroup *group = data;

  g_free (group->title);
  g_free (group->where);
  g_ptr_array_unref (group->items);
  g_free (group);
}

void
cog_checklist_free (CogChecklist *checklist)
{
  if (checklist == NULL)
    return;
  g_ptr_array_unref (checklist->groups);
  g_ptr_array_unref (checklist->in_order);
  g_free (checklist);
}

static CogCheckGroup *
take_group (Making *making, const char *id, CogSeverity severity)
{
  CogCheckGroup *group = g_hash_table_lookup (making->groups, id);

  if (group != NULL)
    return group;
  group = g_new0 (CogCheckGroup, 1);
  group->id = id;
  group->severity = severity;
  group->items = g_ptr_array_new_with_free_func (item_free);
  g_ptr_array_add (making->list->groups, group);
  g_hash_table_insert (making->groups, (gpointer)id, group);
  return group;
}

static CogCheckItem *
add_item (Making *making, const char *id, CogSeverity severity, CogCheckAt at, const char *place)
{
  CogCheckItem *item = g_new0 (CogCheckItem, 1);

  item->at = at;
  item->place = g_strdup (place != NULL ? place : "");
  g_ptr_array_add (take_group (making, id, severity)->items, item);
  return item;
}

/* The chapter of a unit, and what else there is to say. */
static void
set_where (Making *making, CogCheckItem *item, const char *unit, const char *what)
{
  g_autoptr (CogUnit) found =
      unit != NULL && unit[0] != '\0' ? cog_project_dup_unit (making->project, unit, NULL) : NULL;
  const char *title = found != NULL ? g_hash_table_lookup (making->titles, found->section) : NULL;

  item->chapter = g_strdup (title);
  if (title != NULL && what != NULL)
    /* Translators: the title of a chapter, and what is to be said of a passage in it. */
    item->where = g_strdup_printf (_ ("\xE2\x81\xA8%s\xE2\x81\xA9 · %s"), title, what);
  else
    item->where = g_strdup (title != NULL ? title : what);
}

/* --- the text -----------------------------------------------------------------------------------
 */

static void
add_untranslated (Making *making, const CogFinding *finding)
{
  guint n = (guint)g_ascii_strtoull (finding->arguments[0], NULL, 10);
  CogCheckItem *item = add_item (making, finding->kind->id, finding->kind->severity,
                                 COG_CHECK_AT_UNIT, finding->place);

  item->title = g_strdup (finding->arguments[1]);
  item->chapter = g_strdup (finding->arguments[1]);
  item->where = g_strdup_printf (
      ngettext ("%'u passage is not translated, and would appear in the original’s language",
                "%'u passages are not translated, and would appear in the original’s language", n),
      n);
}

static void
add_in_text (Making *making, const CogFinding *finding)
{
  CogCheckItem *item = add_item (making, finding->kind->id, finding->kind->severity,
                                 COG_CHECK_AT_UNIT, finding->place);

  item->title = cog_finding_dup_sentence (finding);
  set_where (making, item, finding->place, NULL);
}

/* --- rights -------------------------------------------------------------------------------------
 */

static gboolean
has_credit (const CogComponent *component)
{
  for (guint i = 0; i < component->sources->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (component->sources, i);

      if (credit->agents->len > 0 || credit->title != NULL || credit->words != NULL ||
          credit->licence != NULL || credit->source_url != NULL || credit->source_name != NULL ||
          credit->copyright != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A picture without any credit is mended where it stands; all else is a matter of rights. */
static void
add_component (Making *making, const CogComponent *component)
{
  g_autoptr (GPtrArray) problems = cog_evaluation_list_problems_of (component);
  gboolean is_bare = component->kind != COG_COMPONENT_TEXT && component->sources->len > 0 &&
                     !has_credit (component);
  g_autofree char *unit =
      is_bare ? cog_project_dup_unit_of_item (making->project, component->id) : NULL;

  if (unit != NULL)
    {
      CogCheckItem *item =
          add_item (making, "credit-missing", COG_SEVERITY_WARNING, COG_CHECK_AT_UNIT, unit);

      item->title = g_strdup (component->label);
      set_where (making, item, unit,
                 _ ("nobody is named, and no licence: say where it comes from"));
      return;
    }
  for (guint i = 0; i < problems->len; i++)
    {
      const CogRightsFinding *problem = g_ptr_array_index (problems, i);
      CogCheckItem *item = add_item (
          making, problem->id,
          problem->verdict == COG_VERDICT_FORBIDDEN ? COG_SEVERITY_ERROR : COG_SEVERITY_WARNING,
          COG_CHECK_AT_RIGHTS, component->id);
      g_autofree char *reason = NULL;

      item->title = g_strdup (component->label);
      reason = cog_rights_finding_dup_reason (problem);
      set_where (making, item, component->kind != COG_COMPONENT_TEXT ? component->unit : NULL,
                 reason);
    }
}

static gboolean
add_components (Making *making, GError **error)
{
  g_autoptr (GPtrArray) components = cog_project_list_components (making->project, error);

  if (components == NULL)
    return FALSE;
  for (guint i = 0; i < components->len; i++)
    add_component (making, g_ptr_array_index (components, i));
  if (components->len > 0)
    g_ptr_array_add (
        making->list->in_order,
        g_strdup_printf (ngettext ("credit of %'u part", "credits of %'u parts", components->len),
                         components->len));
  return TRUE;
}

/* --- what the checks of the translation find ----------------------------------------------------
 */

/* One row, whatever they find: they have a list of their own, and nothing of it keeps from
 * publishing. What is lost is told of above. */
static gboolean
add_quality (Making *making, GCancellable *cancellable, GError **error)
{
  g_autoptr (CogQualityIndex) index = cog_quality_index_dup_shared (making->project);
  g_autoptr (GPtrArray) items = cog_quality_index_dup_items (index, cancellable, error);
  CogCheckItem *item;
  guint n = 0;

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const CogQualityItem *found = g_ptr_array_index (items, i);

      n += found->answer == NULL && !g_str_equal (found->finding->kind->id, "code-missing") &&
           !g_str_equal (found->finding->kind->id, "code-link-missing");
    }
  if (n == 0)
    return TRUE;
  item = add_item (making, "quality", COG_SEVERITY_INFO, COG_CHECK_AT_TEXT, NULL);
  item->title = g_strdup_printf (
      ngettext ("%'u small thing in the text", "%'u small things in the text", n), n);
  item->where =
      g_strdup (_ ("numbers, marks, spaces and the like: worth a look, if there is time"));
  return TRUE;
}

/* --- together -----------------------------------------------------------------------------------
 */

static void
add_finding (Making *making, const CogFinding *finding)
{
  const char *id = finding->kind->id;
  CogCheckItem *item;

  /* The report has one for many pieces; here each has its own row. */
  if (g_str_equal (id, "rights-problem") || g_str_equal (id, "rights-check"))
    return;
  if (g_str_equal (id, "not-translated"))
    {
      add_untranslated (making, finding);
      return;
    }
  if (g_str_has_prefix (finding->place, COG_CHECK_FIELD))
    {
      item = add_item (making, id, finding->kind->severity, COG_CHECK_AT_FIELD,
                       finding->place + strlen (COG_CHECK_FIELD));
      item->title = cog_finding_dup_sentence (finding);
      return;
    }
  if (!g_str_has_prefix (id, "licence-") && !g_str_has_prefix (id, "notice-"))
    {
      add_in_text (making, finding);
      return;
    }
  item = add_item (making, id, finding->kind->severity, COG_CHECK_AT_RIGHTS, finding->place);
  item->title = cog_finding_dup_sentence (finding);
}

static void
name_group (CogCheckGroup *group)
{
  const CogCheckItem *first = g_ptr_array_index (group->items, 0);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (group->id, kinds[i].id))
      {
        const char *format = ngettext (kinds[i].one, kinds[i].many, group->items->len);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        group->title = g_strdup_printf (format, group->items->len);
#pragma GCC diagnostic pop
        return;
      }
  group->title = g_strdup (first->title);
}

/* The chapters of its items, each once: the first ones, and how many more. */
static void
place_group (CogCheckGroup *group)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_more;

  for (guint i = 0; i < group->items->len; i++)
    {
      const CogCheckItem *item = g_ptr_array_index (group->items, i);

      if (item->chapter == NULL || !g_hash_table_add (seen, item->chapter) ||
          g_hash_table_size (seen) > MAX_CHAPTERS)
        continue;
      if (names->len > 0)
        /* Translators: between the titles of chapters. */
        g_string_append (names, _ (", "));
      g_string_append_printf (names, "\xE2\x81\xA8%s\xE2\x81\xA9", item->chapter);
    }
  if (names->len == 0)
    return;
  n_more = g_hash_table_size (seen) > MAX_CHAPTERS ? g_hash_table_size (seen) - MAX_CHAPTERS : 0;
  group->where = n_more == 0
                     ? g_strdup (names->str)
                     /* Translators: titles of chapters, and how many more there are. */
                     : g_strdup_printf (ngettext ("%s and %'u more", "%s and %'u more", n_more),
                                        names->str, n_more);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const CogCheckGroup *first = *(const CogCheckGroup *const *)a;
  const CogCheckGroup *second = *(const CogCheckGroup *const *)b;

  return (int)second->severity - (int)first->severity;
}

static void
praise (Making *making)
{
  static const struct
  {
    const char *id;
    const char *words;
  } good[] = {
    { "licence-not-chosen", N_ ("licence") },
    { "no-alternative-text", N_ ("descriptions of pictures") },
    { "not-translated", N_ ("translation") },
    { "piece-lost", N_ ("notes, formulas and pictures") },
    { "link-lost", N_ ("links") },
    { "title-not-translated", N_ ("title") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    if (!g_hash_table_contains (making->groups, good[i].id))
      g_ptr_array_add (making->list->in_order, g_strdup (_ (good[i].words)));
}

static void
finish (Making *making)
{
  CogChecklist *list = making->list;

  praise (making);
  for (guint i = 0; i < list->groups->len; i++)
    {
      CogCheckGroup *group = g_ptr_array_index (list->groups, i);

      name_group (group);
      place_group (group);
      if (group->severity == COG_SEVERITY_ERROR)
        list->n_errors += group->items->len;
      else if (group->severity == COG_SEVERITY_WARNING)
        list->n_warnings += group->items->len;
    }
  /* Stable: within a severity, the order in which they were met. */
  g_ptr_array_sort (list->groups, compare_groups);
}

static GHashTable *
index_titles (CogProject *project)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      g_hash_table_insert (titles, g_strdup (info->id),
                           g_strdup (cog_section_info_get_label (info, TRUE)));
    }
  return titles;
}

CogChecklist *
cog_checklist_new (CogProject *project, GCancellable *cancellable, GError **error)
{
  g_autoptr (CogChecklist) list = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) titles = NULL;
  Making making;
  GPtrArray *findings;
  g_autoptr (CogProject) beside = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  beside = cog_project_open_beside (project, FALSE);
  project = beside != NULL ? beside : project;
  if (!cog_check_project_full (project, report, cancellable, error))
    return NULL;
  titles = index_titles (project);
  list = g_new0 (CogChecklist, 1);
  list->groups = g_ptr_array_new_with_free_func (group_free);
  list->in_order = g_ptr_array_new_with_free_func (g_free);
  making = (Making){ project, list, groups, titles };
  findings = cog_report_get_findings (report);
  for (guint i = 0; i < findings->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      add_finding (&making, g_ptr_array_index (findings, i));
    }
  if (!add_components (&making, error) || !add_quality (&making, cancellable, error))
    return NULL;
  finish (&making);
  return g_steal_pointer (&list);
}
