/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-culture-item.h"

#include "cog-language-list.h"
#include "cog-language.h"
#include "cog-lens-agree.h"
#include "cog-search-job.h"
#include "cog-text.h"

struct _CogCultureItem
{
  GObject parent_instance;
  CogPlacedFinding *placed;
  char *title;
  char *snippet;
  CogLensConflict *conflict; /* (nullable) */
  gboolean is_selected;
};

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CogCultureItem, cog_culture_item, G_TYPE_OBJECT)

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_boolean (value, COG_CULTURE_ITEM (object)->is_selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    cog_culture_item_set_selected (COG_CULTURE_ITEM (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cog_culture_item_finalize (GObject *object)
{
  CogCultureItem *self = COG_CULTURE_ITEM (object);

  cog_placed_finding_unref (self->placed);
  g_free (self->title);
  g_free (self->snippet);
  cog_lens_conflict_free (self->conflict);
  G_OBJECT_CLASS (cog_culture_item_parent_class)->finalize (object);
}

static void
cog_culture_item_class_init (CogCultureItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->finalize = cog_culture_item_finalize;
  properties[PROP_SELECTED] =
      g_param_spec_boolean ("selected", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
cog_culture_item_init (CogCultureItem *self)
{
}

CogCultureItem *
cog_culture_item_new (const CogPlacedFinding *placed,
                      const char *title,
                      const char *snippet,
                      const CogLensConflict *conflict)
{
  CogCultureItem *self = g_object_new (COG_TYPE_CULTURE_ITEM, NULL);

  self->placed = cog_placed_finding_ref (placed);
  self->title = g_strdup (title);
  self->snippet = g_strdup (snippet);
  self->conflict = conflict != NULL ? cog_lens_conflict_copy (conflict) : NULL;
  return self;
}

const CogPlacedFinding *
cog_culture_item_get_placed (CogCultureItem *self)
{
  g_return_val_if_fail (COG_IS_CULTURE_ITEM (self), NULL);
  return self->placed;
}

const char *
cog_culture_item_get_title (CogCultureItem *self)
{
  g_return_val_if_fail (COG_IS_CULTURE_ITEM (self), NULL);
  return self->title;
}

const char *
cog_culture_item_get_snippet (CogCultureItem *self)
{
  g_return_val_if_fail (COG_IS_CULTURE_ITEM (self), NULL);
  return self->snippet;
}

const CogLensConflict *
cog_culture_item_get_conflict (CogCultureItem *self)
{
  g_return_val_if_fail (COG_IS_CULTURE_ITEM (self), NULL);
  return self->conflict;
}

gboolean
cog_culture_item_is_selected (CogCultureItem *self)
{
  g_return_val_if_fail (COG_IS_CULTURE_ITEM (self), FALSE);
  return self->is_selected;
}

void
cog_culture_item_set_selected (CogCultureItem *self, gboolean is_selected)
{
  g_return_if_fail (COG_IS_CULTURE_ITEM (self));

  if (self->is_selected == is_selected)
    return;
  self->is_selected = is_selected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

const CogProposal *
cog_culture_item_get_proposal (CogCultureItem *self)
{
  g_return_val_if_fail (COG_IS_CULTURE_ITEM (self), NULL);

  return cog_lens_finding_get_ready (self->placed->finding);
}

/* unit → plain text of its source, of a section */
static GHashTable *
read_texts (CogProject *project, const char *section)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, section, NULL);
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);
      g_autoptr (CogText) text =
          unit->source != NULL ? cog_text_new_from_xhtml (unit->source, NULL) : NULL;

      if (text != NULL)
        g_hash_table_insert (texts, g_strdup (unit->id), g_steal_pointer (&text->plain));
    }
  return texts;
}

static GHashTable *
read_titles (CogProject *project)
{
  g_autoptr (GPtrArray) infos = cog_project_list_sections (project);
  g_autofree char *target = cog_project_dup_language (project);
  gboolean in_target = cog_language_equal (target, cog_language_get_interface ());
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, i);

      g_hash_table_insert (titles, g_strdup (info->id),
                           g_strdup (cog_section_info_get_label (info, in_target)));
    }
  return titles;
}

static gboolean
is_listed (const CogPlacedFinding *placed, const CogLensConflict *conflict, const char *subject)
{
  return subject != NULL
             ? g_strcmp0 (placed->finding->subject, subject) == 0
             : cog_placed_finding_waits (placed) || placed->answer != NULL || conflict != NULL;
}

static GPtrArray *
list_items (CogLensIndex *index, const char *subject, GCancellable *cancellable, GError **error)
{
  CogProject *project;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GHashTable) titles = NULL;
  g_autoptr (GHashTable) texts = NULL;
  const char *section = NULL;
  GPtrArray *items;

  project = cog_lens_index_get_project (index);
  found = cog_lens_index_dup_findings (index, NULL, cancellable, error);
  conflicts = found != NULL ? cog_lens_index_dup_conflicts (index, cancellable, error) : NULL;
  if (conflicts == NULL)
    return NULL;
  cog_lens_agree (found);
  titles = read_titles (project);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < found->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (found, i);
      const CogMatch match = { placed->finding->start, placed->finding->end };
      g_autofree char *snippet = NULL;
      const CogLensConflict *conflict = cog_lens_conflicts_find (conflicts, placed);
      const char *text;

      if (!is_listed (placed, conflict, subject))
        continue;
      if (g_strcmp0 (section, placed->section) != 0)
        {
          g_clear_pointer (&texts, g_hash_table_unref);
          section = placed->section;
          texts = read_texts (project, section);
        }
      text = g_hash_table_lookup (texts, placed->finding->unit);
      snippet =
          text != NULL && match.end > match.start ? cog_search_dup_snippet (text, &match) : NULL;
      g_ptr_array_add (items, cog_culture_item_new (placed, g_hash_table_lookup (titles, section),
                                                    snippet, conflict));
    }
  return items;
}

/* ── In a thread ─────────────────────────────────────────────────────────────────────────────── */

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *items = list_items (COG_LENS_INDEX (source), data, cancellable, &error);

  if (items != NULL)
    g_task_return_pointer (task, items, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
cog_culture_item_list_async (CogLensIndex *index,
                             const char *subject,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COG_IS_LENS_INDEX (index));

  task = g_task_new (index, cancellable, callback, user_data);
  g_task_set_source_tag (task, cog_culture_item_list_async);
  g_task_set_task_data (task, g_strdup (subject), g_free);
  g_task_run_in_thread (task, list_in_thread);
}

GPtrArray *
cog_culture_item_list_finish (CogLensIndex *index, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, index), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
