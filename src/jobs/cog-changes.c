/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-changes.h"

#include "cog-language.h"
#include "cog-lens-answers.h"
#include "cog-answered-changes.h"
#include "cog-project-figures.h"

#include <string.h>

/* A source of the project. */
typedef struct
{
  CogProjectSource *source;
  gboolean is_foreign; /* it is in another language than the adaptation, or nobody knows in which */
  gboolean is_used;
  CogSourceUse use;
} Work;

typedef struct
{
  const CogBook *book;
  GPtrArray *works;     /* Work, in order */
  GHashTable *by_id;    /* source id → Work, borrowed */
  GHashTable *hosts;    /* section id in the book → Work, or NULL for the adapter's own */
  GHashTable *own_alts; /* ids of pictures that the adapter put in */
  GHashTable *new_alts; /* … whose description was replaced, with the picture or alone → the
                           CogSectionChanges */
  GHashTable *sections; /* as in CogChanges */
  GPtrArray *changes;
  CogSectionChanges *here; /* of the section that is looked at */
} Count;

static void
work_free (gpointer data)
{
  Work *work = data;

  cog_project_source_free (work->source);
  g_free (work);
}

static char *
dup_image (const CogUnit *unit)
{
  return g_strndup (unit->id, strlen (unit->id) - strlen ("@alt"));
}

static void
add (Count *count, CogChangeKind kind)
{
  cog_change_list_add (count->changes, kind, NULL, 1);
  if (count->here != NULL)
    cog_change_list_add (count->here->changes, kind, NULL, 1);
}

static gboolean
is_here (const Count *count, const Work *work)
{
  return count->here != NULL && g_strcmp0 (count->here->source, work->source->id) == 0;
}

static void
mark_translated (Count *count, Work *work)
{
  work->use.is_translated = TRUE;
  if (is_here (count, work))
    count->here->use.is_translated = TRUE;
}

static void
mark_adapted (Count *count, Work *work)
{
  work->use.is_adapted = TRUE;
  if (is_here (count, work))
    count->here->use.is_adapted = TRUE;
}

static void
list_works (Count *count, CogProject *project)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);

  g_ptr_array_set_free_func (sources, NULL);
  for (guint i = 0; i < sources->len; i++)
    {
      Work *work = g_new0 (Work, 1);
      const char *language;

      work->source = g_ptr_array_index (sources, i);
      language = work->source->language;
      work->is_foreign = language == NULL || !cog_language_equal (language, count->book->language);
      g_ptr_array_add (count->works, work);
      g_hash_table_insert (count->by_id, work->source->id, work);
    }
}

static Work *
find_work (const Count *count, const char *id)
{
  return id != NULL ? g_hash_table_lookup (count->by_id, id) : NULL;
}

/* What a section that is not in the book makes of its source: parts of that are left out. */
static void
leave_out (const Count *count, const CogSectionInfo *info)
{
  Work *work = find_work (count, info->source);

  if (work != NULL)
    work->use.is_excerpt = TRUE;
}

static void
take_section (Count *count, const CogSectionInfo *info)
{
  Work *work = find_work (count, info->source);

  g_hash_table_insert (count->hosts, g_strdup (info->id), work);
  count->here =
      cog_section_changes_add (count->sections, info->id, work != NULL ? info->source : NULL);
  if (work != NULL)
    work->is_used = TRUE;
  else
    add (count, COG_CHANGE_SECTIONS_ADDED);
}

static GHashTable *
list_in_book (const CogBook *book)
{
  g_autoptr (GPtrArray) list = cog_book_dup_section_list (book);
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (ids, ((CogSection *)g_ptr_array_index (list, i))->id);
  return ids;
}

/* The statement has the number only; the section above it keeps the name for the log. */
static void
omit_section (Count *count, const CogSectionInfo *info, const char *parent)
{
  CogSectionChanges *above = g_hash_table_lookup (count->sections, parent);

  cog_change_list_add (count->changes, COG_CHANGE_SECTIONS_OMITTED, NULL, 1);
  if (above == NULL)
    above = cog_section_changes_add (count->sections, parent, NULL);
  cog_change_list_add_named (above->changes, COG_CHANGE_SECTIONS_OMITTED,
                             cog_section_info_get_label (info, TRUE));
}

/* Of what was left out only the tops are counted, and only those that would stand in the book: of a
 * chapter that is published alone it is not said that the others were omitted. */
static void
count_sections (Count *count, CogProject *project)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  g_autoptr (GHashTable) in_book = list_in_book (count->book);
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) tops = g_ptr_array_new ();
  gboolean is_whole = TRUE;

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);
      gboolean is_below = info->parent != NULL && g_hash_table_contains (gone, info->parent);

      if (g_hash_table_contains (in_book, info->id))
        {
          take_section (count, info);
          continue;
        }
      leave_out (count, info);
      if (!info->is_omitted && !is_below)
        is_whole = FALSE;
      else
        g_hash_table_add (gone, info->id);
      if (!info->is_omitted || is_below)
        continue;
      if (info->parent == NULL)
        g_ptr_array_add (tops, (gpointer)info);
      else if (g_hash_table_contains (in_book, info->parent))
        omit_section (count, info, info->parent);
    }
  for (guint i = 0; is_whole && i < tops->len; i++)
    omit_section (count, g_ptr_array_index (tops, i), "");
  count->here = NULL;
}

/* A translation within one language is another text: an adaptation. */
static void
count_decision (Count *count, const CogUnit *unit, Work *work, gboolean is_first)
{
  CogDecision decision = unit->decision;
  CogChangeKind kind = COG_CHANGE_ADAPTED;

  if (decision == COG_DECISION_NONE || decision == COG_DECISION_KEPT)
    return;
  if (decision == COG_DECISION_TRANSLATED && work->is_foreign)
    {
      mark_translated (count, work);
      if (is_first)
        cog_change_list_add (count->changes, COG_CHANGE_TRANSLATED, work->source->language, 1);
      return;
    }
  if (decision == COG_DECISION_REPLACED)
    kind = COG_CHANGE_REPLACED;
  else if (decision == COG_DECISION_OMITTED)
    kind = COG_CHANGE_OMITTED;
  else if (decision == COG_DECISION_ADDED)
    kind = COG_CHANGE_ADDED;
  else if (work->is_foreign && work->source->language != NULL)
    mark_translated (count, work);
  mark_adapted (count, work);
  if (kind == COG_CHANGE_REPLACED && unit->kind == COG_UNIT_ALT)
    g_hash_table_insert (count->new_alts, dup_image (unit), count->here);
  else if (is_first)
    add (count, kind);
}

/* An own passage within another's text changes that; in a section of one's own it is counted with
 * the section. */
static void
count_own_unit (Count *count, const CogUnit *unit, Work *host)
{
  if (g_str_has_suffix (unit->id, "@alt"))
    g_hash_table_add (count->own_alts, dup_image (unit));
  if (host == NULL || unit->decision == COG_DECISION_OMITTED)
    return;
  mark_adapted (count, host);
  add (count, unit->kind == COG_UNIT_ALT ? COG_CHANGE_FIGURES_ADDED : COG_CHANGE_ADDED);
}

static void
count_unit (Count *count, const CogUnit *unit, Work *host)
{
  g_auto (GStrv) ids = g_strsplit (unit->works != NULL ? unit->works : "", " ", -1);
  gboolean is_moved = unit->origins != NULL;
  guint n = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      Work *work = find_work (count, ids[i]);

      if (work == NULL)
        continue;
      count_decision (count, unit, work, n++ == 0);
      if (unit->decision == COG_DECISION_OMITTED)
        continue;
      work->is_used = TRUE;
      is_moved = is_moved || work != host;
      if (is_moved)
        mark_adapted (count, work);
    }
  if (n == 0)
    count_own_unit (count, unit, host);
  else if (is_moved && unit->decision != COG_DECISION_OMITTED)
    {
      add (count, COG_CHANGE_REARRANGED);
      if (host != NULL)
        mark_adapted (count, host);
    }
}

/* What was decided place by place, of a unit that is in the book. */
static void
count_answers (Count *count, const CogUnit *unit, GPtrArray *answers, Work *host)
{
  g_autoptr (GPtrArray) changes = cog_change_list_new ();
  const char *source = host != NULL ? host->source->language : NULL;

  if (unit->decision == COG_DECISION_OMITTED ||
      !cog_answered_changes_add (changes, unit, answers, source != NULL ? source : "",
                                 count->book->language))
    return;
  if (host != NULL)
    mark_adapted (count, host);
  cog_change_list_add_all (count->changes, changes);
  if (count->here != NULL)
    cog_change_list_add_all (count->here->changes, changes);
}

static void
count_units (Count *count, CogProject *project)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, NULL);
  g_autoptr (GHashTable) answers = cog_lens_answers_read (project, NULL);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);
      gpointer host;

      if (!g_hash_table_lookup_extended (count->hosts, unit->section, NULL, &host))
        continue;
      count->here = g_hash_table_lookup (count->sections, unit->section);
      count_unit (count, unit, host);
      if (answers != NULL && g_hash_table_contains (answers, unit->id))
        count_answers (count, unit, g_hash_table_lookup (answers, unit->id), host);
    }
}

static void
count_picture (Count *count, const xmlNode *image, Work *host)
{
  g_autofree char *name = cog_xml_dup_attribute (image, "src");
  g_autofree char *id = cog_xml_dup_attribute (image, "id");

  if (name == NULL || !g_str_has_prefix (name, COG_OWN_PICTURE) ||
      (id != NULL && g_hash_table_contains (count->own_alts, id)))
    return;
  if (!g_str_has_prefix (name, COG_TRANSLATED_DRAWING))
    {
      add (count, COG_CHANGE_FIGURES_REPLACED);
      if (id != NULL)
        g_hash_table_remove (count->new_alts, id);
      if (host != NULL)
        mark_adapted (count, host);
      return;
    }
  add (count, COG_CHANGE_FIGURES_TRANSLATED);
  if (host != NULL && host->is_foreign)
    mark_translated (count, host);
  else if (host != NULL)
    mark_adapted (count, host);
}

static void
count_section_pictures (Count *count, const CogSection *section)
{
  const xmlNode *root = cog_section_get_root (section);
  gpointer host;

  if (root == NULL || !g_hash_table_lookup_extended (count->hosts, section->id, NULL, &host))
    return;
  count->here = g_hash_table_lookup (count->sections, section->id);
  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (cog_xml_is (n, NULL, "img"))
      count_picture (count, n, host);
}

static void
count_pictures (Count *count)
{
  g_autoptr (GPtrArray) list = cog_book_dup_section_list (count->book);
  GHashTableIter iter;
  gpointer here;

  for (guint i = 0; i < list->len; i++)
    count_section_pictures (count, g_ptr_array_index (list, i));
  /* Descriptions that were replaced alone. */
  g_hash_table_iter_init (&iter, count->new_alts);
  while (g_hash_table_iter_next (&iter, NULL, &here))
    {
      count->here = here;
      add (count, COG_CHANGE_REPLACED);
    }
}

/* The book has the credits of those sources that are used, in the project's order. */
static CogSourceUse *
dup_uses (const Count *count)
{
  CogSourceUse *uses = g_new0 (CogSourceUse, count->book->sources->len + 1);
  guint at = 0;

  for (guint i = 0; i < count->works->len && at < count->book->sources->len; i++)
    {
      const Work *work = g_ptr_array_index (count->works, i);

      if (work->is_used && cog_credit_is_same_work (work->source->credit,
                                                    g_ptr_array_index (count->book->sources, at)))
        uses[at++] = work->use;
    }
  return uses;
}

CogChanges *
cog_changes_new (CogProject *project, const CogBook *book)
{
  CogChanges *self = g_new0 (CogChanges, 1);
  Count count = { book };

  g_return_val_if_fail (COG_IS_PROJECT (project) && book != NULL, self);

  self->changes = count.changes = cog_change_list_new ();
  self->sections = count.sections =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cog_section_changes_free);
  count.works = g_ptr_array_new_with_free_func (work_free);
  count.by_id = g_hash_table_new (g_str_hash, g_str_equal);
  count.hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  count.own_alts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  count.new_alts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  list_works (&count, project);
  count_sections (&count, project);
  count_units (&count, project);
  count_pictures (&count);
  self->uses = dup_uses (&count);
  g_hash_table_unref (count.new_alts);
  g_hash_table_unref (count.own_alts);
  g_hash_table_unref (count.hosts);
  g_hash_table_unref (count.by_id);
  g_ptr_array_unref (count.works);
  return self;
}

void
cog_changes_free (CogChanges *changes)
{
  if (changes == NULL)
    return;
  g_free (changes->uses);
  g_clear_pointer (&changes->changes, g_ptr_array_unref);
  g_clear_pointer (&changes->sections, g_hash_table_unref);
  g_free (changes);
}
