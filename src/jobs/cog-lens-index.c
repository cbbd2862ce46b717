/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-index.h"
#include "cog-lens-answers.h"
#include "cog-lens-index-private.h"
#include "cog-lens-seen-private.h"
#include "cog-lens-views-private.h"
#include "cog-placed-finding-private.h"

#include <string.h>

struct _CogLensIndex
{
  GObject parent_instance;
  CogProject *project;
  char *language; /* of the adaptation */
  CogLensScans *scans;
  CogLensViews *views;
  CogLensSeen *seen;  /* words that were recognized in pictures */
  GMainContext *home; /* where it was made: "changed" is told there */
  CogLensKept *kept;
};

G_DEFINE_FINAL_TYPE (CogLensIndex, cog_lens_index, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* In the thread of the edit, or of the project's home. */
static void
changed_cb (CogProject *project, char **ids, CogLensIndex *self)
{
  if (ids == NULL)
    cog_lens_views_forget (self->views);
  cog_lens_kept_forget (self->kept, ids);
  g_signal_emit (self, signals[CHANGED], 0, ids);
}

static void
cog_lens_index_dispose (GObject *object)
{
  CogLensIndex *self = COG_LENS_INDEX (object);

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (cog_lens_index_parent_class)->dispose (object);
}

static void
cog_lens_index_finalize (GObject *object)
{
  CogLensIndex *self = COG_LENS_INDEX (object);

  cog_lens_scans_free (self->scans);
  cog_lens_views_free (self->views);
  cog_lens_kept_free (self->kept);
  cog_lens_seen_free (self->seen);
  g_main_context_unref (self->home);
  g_free (self->language);
  G_OBJECT_CLASS (cog_lens_index_parent_class)->finalize (object);
}

static void
cog_lens_index_class_init (CogLensIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_lens_index_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_lens_index_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
cog_lens_index_init (CogLensIndex *self)
{
  self->home = g_main_context_ref_thread_default ();
  self->views = cog_lens_views_new ();
  self->seen = cog_lens_seen_new ();
  self->kept = cog_lens_kept_new ();
}

CogLensIndex *
cog_lens_index_new (CogProject *project)
{
  CogLensIndex *self;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  self = g_object_new (COG_TYPE_LENS_INDEX, NULL);
  self->project = g_object_ref (project);
  self->language = cog_project_dup_language (project);
  self->scans = cog_lens_scans_new (self->language);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

CogProject *
cog_lens_index_get_project (CogLensIndex *self)
{
  g_return_val_if_fail (COG_IS_LENS_INDEX (self), NULL);
  return self->project;
}

CogLensKept *
cog_lens_index_get_kept (CogLensIndex *self)
{
  g_return_val_if_fail (COG_IS_LENS_INDEX (self), NULL);
  return self->kept;
}

static void
add_findings (CogLensIndex *self,
              const CogLensView *view,
              const CogUnit *unit,
              const CogLensText *known,
              GPtrArray *findings,
              GPtrArray *answers,
              GPtrArray *placed)
{
  CogPlacing placing = {
    .section = unit->section,
    .language = cog_lens_view_get_language (view, unit),
    .answers = answers,
    .agreements = view->agreements,
  };
  g_autoptr (CogLensText) target = NULL;
  CogLensScan *scan = NULL;

  if (findings == NULL)
    scan = cog_lens_scans_look_at_unit (self->scans, view, unit, known);
  placing.in_source = findings != NULL ? findings : scan->in_source;
  placing.in_target = scan != NULL ? scan->in_target : NULL;
  if (placing.in_source != NULL && placing.in_source->len > 0)
    {
      placing.target = target = cog_lens_text_new (unit, FALSE, self->language);
      cog_placing_add (&placing, placed);
    }
  g_clear_pointer (&scan, cog_lens_scan_unref);
}

static GPtrArray *
new_placed (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)cog_placed_finding_unref);
}

/* ── Pictures ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  CogLensIndex *index;
  char *unit;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_object_unref (told->index);
  g_free (told->unit);
  g_free (told);
}

static gboolean
tell_cb (gpointer data)
{
  const Told *told = data;
  char *ids[] = { told->unit, NULL };

  g_signal_emit (told->index, signals[CHANGED], 0, ids);
  return G_SOURCE_REMOVE;
}

void
cog_lens_index_see (CogLensIndex *self,
                    const char *unit,
                    const char *image,
                    CogLensFinding *finding)
{
  char *ids[] = { (char *)unit, NULL };
  Told *told;

  g_return_if_fail (COG_IS_LENS_INDEX (self) && unit != NULL && image != NULL);

  if (!cog_lens_seen_set (self->seen, unit, image, finding))
    return;
  cog_lens_kept_forget (self->kept, ids);
  told = g_new0 (Told, 1);
  told->index = g_object_ref (self);
  told->unit = g_strdup (unit);
  g_main_context_invoke_full (self->home, G_PRIORITY_DEFAULT, tell_cb, told, told_free);
}

/* What was recognized in the unit's pictures. Where the unit describes one that was left out, or
 * has made room for another, that is none of the reader's. */
static void
add_seen (CogLensIndex *self,
          const CogLensView *view,
          const CogUnit *unit,
          GPtrArray *answers,
          GPtrArray *placed)
{
  g_autoptr (GPtrArray) own = NULL;

  if (unit->decision == COG_DECISION_OMITTED ||
      (unit->kind == COG_UNIT_ALT && unit->decision == COG_DECISION_REPLACED))
    return;
  own = cog_lens_seen_dup (self->seen, unit->id);
  if (own->len > 0)
    add_findings (self, view, unit, NULL, own, answers, placed);
}

/* ── A section as a whole ────────────────────────────────────────────────────────────────────── */

/* Those of a unit. */
static GPtrArray *
choose_of_unit (GPtrArray *findings, const char *unit)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    if (strcmp (((CogLensFinding *)g_ptr_array_index (findings, i))->unit, unit) == 0)
      g_ptr_array_add (chosen, g_ptr_array_index (findings, i));
  return chosen;
}

static GPtrArray *
look_at_section (CogLensIndex *self,
                 const CogLensView *view,
                 const char *section,
                 GPtrArray *units,
                 GHashTable *answers)
{
  GPtrArray *placed = new_placed ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_lens_text_free);
  g_autoptr (GPtrArray) whole =
      cog_lens_scans_look_at_section (self->scans, view, section, units, texts);

  for (guint i = 0, t = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);
      const CogLensText *text = t < texts->len ? g_ptr_array_index (texts, t) : NULL;
      g_autoptr (GPtrArray) own = NULL;
      GPtrArray *given = g_hash_table_lookup (answers, unit->id);

      add_seen (self, view, unit, given, placed);
      if (!cog_lens_is_looked_at (unit))
        continue;
      if (text != NULL && strcmp (text->unit, unit->id) == 0)
        t++;
      else
        text = NULL;
      add_findings (self, view, unit, text, NULL, given, placed);
      own = choose_of_unit (whole, unit->id);
      if (own->len > 0)
        add_findings (self, view, unit, NULL, own, given, placed);
    }
  return placed;
}

/* ── What is asked ───────────────────────────────────────────────────────────────────────────── */

GPtrArray *
cog_lens_index_dup_unit (CogLensIndex *self, const char *id, GError **error)
{
  g_auto (CogLensView) view = { NULL };
  g_autoptr (CogUnit) unit = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) whole = NULL;
  GPtrArray *placed;

  g_return_val_if_fail (COG_IS_LENS_INDEX (self) && id != NULL, NULL);

  unit = cog_project_dup_unit (self->project, id, error);
  answers = unit != NULL ? cog_project_list_answers (self->project, id, error) : NULL;
  if (answers == NULL || !cog_lens_views_open (self->views, self->project, &view, error))
    return NULL;
  placed = new_placed ();
  add_seen (self, &view, unit, answers, placed);
  if (!cog_lens_is_looked_at (unit))
    return placed;
  add_findings (self, &view, unit, NULL, NULL, answers, placed);
  whole = cog_lens_scans_dup_section (self->scans, unit->section);
  own = whole != NULL ? choose_of_unit (whole, id) : NULL;
  if (own != NULL && own->len > 0)
    add_findings (self, &view, unit, NULL, own, answers, placed);
  return placed;
}

/* What holds for all sections, read when the first needs it. */
typedef struct
{
  CogLensView view;
  GHashTable *answers; /* (nullable) */
} Reading;

static void
reading_clear (Reading *reading)
{
  cog_lens_view_clear (&reading->view);
  g_clear_pointer (&reading->answers, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
open_reading (CogLensIndex *self, Reading *reading, GError **error)
{
  if (reading->answers != NULL)
    return TRUE;
  reading->answers = cog_lens_answers_read (self->project, error);
  return reading->answers != NULL &&
         cog_lens_views_open (self->views, self->project, &reading->view, error);
}

/* (transfer full) (element-type CogPlacedFinding) */
static GPtrArray *
dup_section (CogLensIndex *self, Reading *reading, const char *section, GError **error)
{
  g_autoptr (GPtrArray) units = NULL;
  GPtrArray *placed;
  guint generation = 0;

  placed = cog_lens_kept_dup (self->kept, section, &generation);
  if (placed != NULL)
    return placed;
  if (!open_reading (self, reading, error))
    return NULL;
  units = cog_project_list_units (self->project, section, error);
  if (units == NULL)
    return NULL;
  placed = look_at_section (self, &reading->view, section, units, reading->answers);
  cog_lens_kept_add (self->kept, section, units, placed, generation);
  return placed;
}

/* ── A whole book, by all processors ─────────────────────────────────────────────────────────── */

#define MAX_THREADS 4

typedef struct
{
  CogLensIndex *index;
  Reading *reading; /* open: the threads only read it */
  GCancellable *cancellable;
} Crew;

static void
look_in_thread (gpointer data, gpointer user_data)
{
  const CogSectionInfo *info = data;
  const Crew *crew = user_data;
  g_autoptr (GPtrArray) placed = NULL;

  /* It is kept; a fault comes again when it is asked for in its turn. */
  if (!g_cancellable_is_cancelled (crew->cancellable))
    placed = dup_section (crew->index, crew->reading, info->id, NULL);
}

static gboolean
is_kept (CogLensIndex *self, const char *section)
{
  g_autoptr (GPtrArray) placed = cog_lens_kept_dup (self->kept, section, NULL);

  return placed != NULL;
}

/* What is not known yet of the book. */
static gboolean
look_at_all (CogLensIndex *self,
             Reading *reading,
             GPtrArray *infos,
             GCancellable *cancellable,
             GError **error)
{
  Crew crew = { self, reading, cancellable };
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  GThreadPool *pool;

  for (guint i = 0; i < infos->len; i++)
    {
      CogSectionInfo *info = g_ptr_array_index (infos, i);

      if (!info->is_omitted && !is_kept (self, info->id))
        g_ptr_array_add (open, info);
    }
  if (open->len < 2)
    return TRUE;
  if (!open_reading (self, reading, error))
    return FALSE;
  pool = g_thread_pool_new (look_in_thread, &crew, (int)MIN (g_get_num_processors (), MAX_THREADS),
                            FALSE, NULL);
  for (guint i = 0; i < open->len; i++)
    g_thread_pool_push (pool, g_ptr_array_index (open, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  return TRUE;
}

GPtrArray *
cog_lens_index_dup_findings (CogLensIndex *self,
                             const char *section,
                             GCancellable *cancellable,
                             GError **error)
{
  g_auto (Reading) reading = { { NULL } };
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GPtrArray) all = new_placed ();

  g_return_val_if_fail (COG_IS_LENS_INDEX (self), NULL);

  infos = cog_project_list_sections (self->project);
  if (section == NULL && !look_at_all (self, &reading, infos, cancellable, error))
    return NULL;
  for (guint i = 0; i < infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, i);
      g_autoptr (GPtrArray) placed = NULL;

      if (info->is_omitted || (section != NULL && strcmp (section, info->id) != 0))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      placed = dup_section (self, &reading, info->id, error);
      if (placed == NULL)
        return NULL;
      for (guint k = 0; k < placed->len; k++)
        g_ptr_array_add (all, cog_placed_finding_ref (g_ptr_array_index (placed, k)));
    }
  return g_steal_pointer (&all);
}
