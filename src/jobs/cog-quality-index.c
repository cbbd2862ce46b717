/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-quality-index.h"

#include "cog-lens-answers.h"
#include "cog-quality-terms.h"

#include <string.h>

/* What was found in a unit's texts. Immutable, and shared. */
typedef struct
{
  char *source, *target; /* (nullable) */
  guint n_decided;       /* by findings of lenses */
  gint64 terms;          /* the state of the glossary */
  GPtrArray *findings;   /* (element-type CogCheckFinding) */
  CogCheckPair *pair;    /* (nullable) */
} Scan;

struct _CogQualityIndex
{
  GObject parent_instance;
  CogProject *project;
  char *language; /* of the adaptation */
  gboolean with_quiet;
  gsize is_ready; /* once: the dictionary, which takes long */
  CogSpelling *spelling;
  CogQualityTerms *terms;
  GMutex mutex;        /* of all below */
  GHashTable *scans;   /* unit → Scan */
  GHashTable *of_book; /* unit → GPtrArray of CogCheckFinding */
};

G_DEFINE_FINAL_TYPE (CogQualityIndex, cog_quality_index, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
scan_clear (gpointer data)
{
  Scan *scan = data;

  g_free (scan->source);
  g_free (scan->target);
  g_clear_pointer (&scan->findings, g_ptr_array_unref);
  cog_check_pair_free (scan->pair);
}

static void
scan_unref (Scan *scan)
{
  g_atomic_rc_box_release_full (scan, scan_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scan, scan_unref)

static void
changed_cb (CogProject *project, char **ids, CogQualityIndex *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
cog_quality_index_dispose (GObject *object)
{
  CogQualityIndex *self = COG_QUALITY_INDEX (object);

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (cog_quality_index_parent_class)->dispose (object);
}

static void
cog_quality_index_finalize (GObject *object)
{
  CogQualityIndex *self = COG_QUALITY_INDEX (object);

  g_hash_table_unref (self->scans);
  g_hash_table_unref (self->of_book);
  cog_spelling_unref (self->spelling);
  cog_quality_terms_free (self->terms);
  g_free (self->language);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (cog_quality_index_parent_class)->finalize (object);
}

static void
cog_quality_index_class_init (CogQualityIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_quality_index_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_quality_index_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_quality_index_init (CogQualityIndex *self)
{
  g_mutex_init (&self->mutex);
  self->terms = cog_quality_terms_new ();
  self->scans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)scan_unref);
  self->of_book =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
}

CogQualityIndex *
cog_quality_index_new (CogProject *project, gboolean with_quiet)
{
  CogQualityIndex *self;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  self = g_object_new (COG_TYPE_QUALITY_INDEX, NULL);
  self->project = g_object_ref (project);
  self->language = cog_project_dup_language (project);
  self->with_quiet = with_quiet;
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

CogProject *
cog_quality_index_get_project (CogQualityIndex *self)
{
  g_return_val_if_fail (COG_IS_QUALITY_INDEX (self), NULL);
  return self->project;
}

/* ── Items ───────────────────────────────────────────────────────────────────────────────────── */

static void
item_clear (gpointer data)
{
  CogQualityItem *item = data;

  cog_check_finding_free (item->finding);
  g_free (item->section);
  g_free (item->target);
  cog_lens_answer_free (item->answer);
}

CogQualityItem *
cog_quality_item_ref (const CogQualityItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);
  return g_atomic_rc_box_acquire ((CogQualityItem *)item);
}

void
cog_quality_item_unref (CogQualityItem *item)
{
  g_atomic_rc_box_release_full (item, item_clear);
}

char *
cog_quality_item_dup_fixed (const CogQualityItem *item, guint n)
{
  g_autoptr (CogText) text = NULL;

  g_return_val_if_fail (item != NULL, NULL);

  if (item->finding->fixes == NULL || n >= item->finding->fixes->len)
    return NULL;
  text = cog_text_new_from_xhtml (item->target, NULL);
  if (text == NULL || !cog_check_fix_apply (g_ptr_array_index (item->finding->fixes, n), text))
    return NULL;
  return cog_text_to_xhtml (text);
}

char *
cog_quality_item_dup_sentence (const CogQualityItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);
  return cog_check_finding_dup_sentence (item->finding);
}

static const CogLensAnswer *
find_answer (GPtrArray *answers, const CogCheckFinding *finding)
{
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      const CogLensAnswer *answer = g_ptr_array_index (answers, i);

      if (g_str_has_prefix (answer->lens, COG_QUALITY_LENS) &&
          strcmp (answer->lens + strlen (COG_QUALITY_LENS), finding->kind->id) == 0 &&
          strcmp (answer->text, finding->text) == 0 && answer->nth == finding->nth)
        return answer;
    }
  return NULL;
}

static void
add_items (GPtrArray *items, const CogUnit *unit, GPtrArray *findings, GPtrArray *answers)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const CogCheckFinding *finding = g_ptr_array_index (findings, i);
      const CogLensAnswer *answer = find_answer (answers, finding);
      CogQualityItem *item = g_atomic_rc_box_new0 (CogQualityItem);

      item->finding = cog_check_finding_copy (finding);
      item->section = g_strdup (unit->section);
      item->target = g_strdup (unit->target);
      item->answer = answer != NULL ? cog_lens_answer_copy (answer) : NULL;
      g_ptr_array_add (items, item);
    }
}

/* ── A unit ──────────────────────────────────────────────────────────────────────────────────── */

/* What holds for all units while they are looked at. */
typedef struct
{
  GHashTable *languages; /* of the sources, by their ids; "": of the first */
  GHashTable *answers;   /* unit → GPtrArray of CogLensAnswer */
  const char **ids;      /* of the checks, up to a NULL */
  gint64 terms;          /* the state of the glossary */
} View;

static GHashTable *
read_languages (CogProject *project)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);
  GHashTable *languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      g_hash_table_insert (languages, g_strdup (source->id), g_strdup (source->language));
      if (i == 0)
        g_hash_table_insert (languages, g_strdup (""), g_strdup (source->language));
    }
  return languages;
}

static const char **
list_ids (gboolean with_quiet)
{
  guint n_checks, n = 0;
  const CogCheck *const *checks = cog_check_list (&n_checks);
  const char **ids = g_new0 (const char *, n_checks + 1);

  for (guint i = 0; i < n_checks; i++)
    if (with_quiet || !checks[i]->is_quiet)
      ids[n++] = checks[i]->id;
  return ids;
}

static void
view_clear (View *view)
{
  g_clear_pointer (&view->languages, g_hash_table_unref);
  g_clear_pointer (&view->answers, g_hash_table_unref);
  g_clear_pointer (&view->ids, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (View, view_clear)

static const char *
get_language (const View *view, const CogUnit *unit)
{
  gsize length = unit->works != NULL ? strcspn (unit->works, " ") : 0;
  g_autofree char *work = g_strndup (unit->works != NULL ? unit->works : "", length);
  const char *language = g_hash_table_lookup (view->languages, work);

  if (language == NULL)
    language = g_hash_table_lookup (view->languages, "");
  return language != NULL ? language : "und";
}

static gboolean
is_looked_at (const CogUnit *unit)
{
  return unit->target != NULL && unit->target[0] != '\0' &&
         unit->decision != COG_DECISION_OMITTED && unit->decision != COG_DECISION_KEPT &&
         unit->kind != COG_UNIT_EQUATION && unit->kind != COG_UNIT_DRAWING;
}

/* Whether the target is a translation of the unit's source, the whole of it and nothing else. */
static gboolean
is_translation (const CogUnit *unit, GHashTable *divided)
{
  const char *origins = unit->origins != NULL ? unit->origins : unit->id;

  return unit->source != NULL && unit->decision != COG_DECISION_REPLACED &&
         unit->decision != COG_DECISION_ADDED &&
         (divided == NULL || !g_hash_table_contains (divided, origins));
}

/* The origins of units whose source stands whole beside the first of several parts. */
static GHashTable *
list_divided (GPtrArray *units)
{
  GHashTable *divided = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      if (cog_unit_continues (unit) && unit->origins != NULL)
        g_hash_table_add (divided, unit->origins);
    }
  return divided;
}

/* What lenses found and the person decided. (transfer full) (element-type utf8), borrowed */
static GPtrArray *
list_decided (GPtrArray *answers)
{
  GPtrArray *decided = g_ptr_array_new ();

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      const CogLensAnswer *answer = g_ptr_array_index (answers, i);

      if (!cog_choice_changes_text (answer->choice) ||
          g_str_has_prefix (answer->lens, COG_QUALITY_LENS))
        continue;
      g_ptr_array_add (decided, answer->text);
      if (answer->words != NULL)
        g_ptr_array_add (decided, answer->words);
    }
  return decided;
}

static CogSpelling *
get_spelling (CogQualityIndex *self)
{
  if (g_once_init_enter (&self->is_ready))
    {
      self->spelling = cog_spelling_new (self->language);
      g_once_init_leave (&self->is_ready, 1);
    }
  return self->spelling;
}

static Scan *
scan_unit (CogQualityIndex *self,
           const View *view,
           const CogUnit *unit,
           const char *source,
           GPtrArray *decided)
{
  Scan *scan = g_atomic_rc_box_new0 (Scan);
  CogCheckContext context;
  CogCheckUnit texts = { .id = unit->id, .kind = unit->kind, .decided = decided };

  scan->source = g_strdup (source);
  scan->target = g_strdup (unit->target);
  scan->n_decided = decided->len;
  scan->terms = view->terms;
  cog_check_context_init (&context, get_language (view, unit), self->language);
  context.spelling = get_spelling (self);
  texts.target = cog_check_text_new (unit->target, self->language);
  if (texts.target == NULL)
    return scan;
  texts.source = source != NULL ? cog_check_text_new (source, context.source) : NULL;
  context.terms = cog_quality_terms_lock (self->terms);
  scan->findings = cog_check_scan (&context, &texts, view->ids);
  cog_quality_terms_unlock (self->terms);
  scan->pair = cog_check_pair_new (&texts);
  cog_check_text_free (texts.source);
  cog_check_text_free (texts.target);
  return scan;
}

/* (transfer full) */
static Scan *
look_at_unit (CogQualityIndex *self, const View *view, const CogUnit *unit, GHashTable *divided)
{
  const char *source = is_translation (unit, divided) ? unit->source : NULL;
  g_autoptr (GPtrArray) decided = list_decided (g_hash_table_lookup (view->answers, unit->id));
  Scan *scan;

  g_mutex_lock (&self->mutex);
  scan = g_hash_table_lookup (self->scans, unit->id);
  if (scan != NULL && scan->n_decided == decided->len && scan->terms == view->terms &&
      g_strcmp0 (scan->source, source) == 0 && g_strcmp0 (scan->target, unit->target) == 0)
    scan = g_atomic_rc_box_acquire (scan);
  else
    scan = NULL;
  g_mutex_unlock (&self->mutex);
  if (scan != NULL)
    return scan;
  scan = scan_unit (self, view, unit, source, decided);
  g_mutex_lock (&self->mutex);
  g_hash_table_replace (self->scans, g_strdup (unit->id), g_atomic_rc_box_acquire (scan));
  g_mutex_unlock (&self->mutex);
  return scan;
}

static gboolean
open_view (CogQualityIndex *self, CogProject *project, View *view, GError **error)
{
  view->answers = cog_lens_answers_read (project, error);
  if (view->answers == NULL)
    return FALSE;
  view->languages = read_languages (project);
  view->ids = list_ids (self->with_quiet);
  view->terms = cog_quality_terms_refresh (self->terms, project);
  return TRUE;
}

static GPtrArray *
new_items (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)cog_quality_item_unref);
}

/* ── The book ────────────────────────────────────────────────────────────────────────────────── */

/* A unit that was looked at, until the whole book was. */
typedef struct
{
  CogUnit *unit;
  Scan *scan;
} Looked;

static void
looked_clear (gpointer data)
{
  Looked *looked = data;

  cog_unit_free (looked->unit);
  scan_unref (looked->scan);
}

static gboolean
look_at_section (CogQualityIndex *self,
                 CogProject *project,
                 const View *view,
                 const char *section,
                 GArray *looked,
                 GError **error)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, section, error);
  g_autoptr (GHashTable) divided = units != NULL ? list_divided (units) : NULL;

  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);
      Looked one;

      if (!is_looked_at (unit))
        continue;
      one.scan = look_at_unit (self, view, unit, divided);
      one.unit = cog_unit_copy (unit);
      g_array_append_val (looked, one);
    }
  return TRUE;
}

static gboolean
look_at_book (CogQualityIndex *self,
              CogProject *project,
              const View *view,
              GArray *looked,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  g_autoptr (GHashTable) omitted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (info->is_omitted ||
          (info->parent != NULL && g_hash_table_contains (omitted, info->parent)))
        g_hash_table_add (omitted, info->id);
      else if (!look_at_section (self, project, view, info->id, looked, error))
        return FALSE;
    }
  return TRUE;
}

/* By unit; kept for those that ask for one unit only. (transfer full) */
static GHashTable *
look_at_pairs (CogQualityIndex *self, const View *view, GArray *looked)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  g_autoptr (GPtrArray) findings = NULL;
  GHashTable *of_book =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  const char *source = g_hash_table_lookup (view->languages, "");
  CogCheckContext context;

  for (guint i = 0; i < looked->len; i++)
    if (g_array_index (looked, Looked, i).scan->pair != NULL)
      g_ptr_array_add (pairs, g_array_index (looked, Looked, i).scan->pair);
  cog_check_context_init (&context, source != NULL ? source : "und", self->language);
  findings = cog_check_scan_book (&context, pairs, view->ids);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogCheckFinding *finding = g_ptr_array_index (findings, i);
      GPtrArray *own = g_hash_table_lookup (of_book, finding->unit);

      if (own == NULL)
        {
          own = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_check_finding_free);
          g_hash_table_insert (of_book, g_strdup (finding->unit), own);
        }
      g_ptr_array_add (own, cog_check_finding_copy (finding));
    }
  g_mutex_lock (&self->mutex);
  g_hash_table_unref (self->of_book);
  self->of_book = g_hash_table_ref (of_book);
  g_mutex_unlock (&self->mutex);
  return of_book;
}

GPtrArray *
cog_quality_index_dup_items (CogQualityIndex *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (CogProject) beside = NULL;
  g_auto (View) view = { NULL };
  g_autoptr (GArray) looked = g_array_new (FALSE, FALSE, sizeof (Looked));
  g_autoptr (GHashTable) of_book = NULL;
  CogProject *project;
  GPtrArray *items;

  g_return_val_if_fail (COG_IS_QUALITY_INDEX (self), NULL);

  g_array_set_clear_func (looked, looked_clear);
  beside = cog_project_open_beside (self->project, FALSE);
  project = beside != NULL ? beside : self->project;
  if (!open_view (self, project, &view, error) ||
      !look_at_book (self, project, &view, looked, cancellable, error))
    return NULL;
  of_book = look_at_pairs (self, &view, looked);
  items = new_items ();
  for (guint i = 0; i < looked->len; i++)
    {
      const Looked *one = &g_array_index (looked, Looked, i);
      GPtrArray *answers = g_hash_table_lookup (view.answers, one->unit->id);

      add_items (items, one->unit, one->scan->findings, answers);
      add_items (items, one->unit, g_hash_table_lookup (of_book, one->unit->id), answers);
    }
  return items;
}

GPtrArray *
cog_quality_index_dup_unit (CogQualityIndex *self, const char *id, GError **error)
{
  g_auto (View) view = { NULL };
  g_autoptr (CogUnit) unit = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GHashTable) divided = NULL;
  g_autoptr (GPtrArray) whole = NULL;
  g_autoptr (Scan) scan = NULL;
  GPtrArray *items, *answers;

  g_return_val_if_fail (COG_IS_QUALITY_INDEX (self) && id != NULL, NULL);

  unit = cog_project_dup_unit (self->project, id, error);
  units = unit != NULL ? cog_project_list_units (self->project, unit->section, error) : NULL;
  if (units == NULL || !open_view (self, self->project, &view, error))
    return NULL;
  items = new_items ();
  if (!is_looked_at (unit))
    return items;
  divided = list_divided (units);
  scan = look_at_unit (self, &view, unit, divided);
  answers = g_hash_table_lookup (view.answers, id);
  add_items (items, unit, scan->findings, answers);
  g_mutex_lock (&self->mutex);
  whole = g_hash_table_lookup (self->of_book, id);
  if (whole != NULL)
    g_ptr_array_ref (whole);
  g_mutex_unlock (&self->mutex);
  /* They are about the text that was there then. */
  for (guint i = 0; whole != NULL && i < whole->len; i++)
    if (scan->pair == NULL ||
        strcmp (((CogCheckFinding *)g_ptr_array_index (whole, i))->text, scan->pair->target) != 0)
      return items;
  add_items (items, unit, whole, answers);
  return items;
}
