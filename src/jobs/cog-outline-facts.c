/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-outline-facts.h"

#include "cog-page-picture.h"
#include "cog-project-file.h"
#include "cog-thumbnail.h"

/* Shares of a section at its edges where something is put beside it, not into it. */
#define EDGE 0.3

CogOutlineFacts *
cog_outline_facts_read (CogProject *project)
{
  CogOutlineFacts *self = g_new0 (CogOutlineFacts, 1);

  g_return_val_if_fail (COG_IS_PROJECT (project), self);

  self->title = cog_project_dup_title (project);
  self->language = cog_project_dup_language (project);
  self->source_language = cog_project_dup_source_language (project);
  self->sections = cog_project_list_sections (project);
  self->progress = cog_book_progress_count (self->sections);
  return self;
}

void
cog_outline_facts_free (CogOutlineFacts *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->language);
  g_free (self->source_language);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_free (self);
}

static void
read_in_thread (GTask *task, gpointer project, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, cog_outline_facts_read (project),
                         (GDestroyNotify)cog_outline_facts_free);
}

void
cog_outline_facts_read_async (CogProject *project,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COG_IS_PROJECT (project));

  task = g_task_new (project, cancellable, callback, user_data);
  g_task_set_source_tag (task, cog_outline_facts_read_async);
  g_task_run_in_thread (task, read_in_thread);
}

CogOutlineFacts *
cog_outline_facts_read_finish (CogProject *project, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, project), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

GBytes *
cog_outline_dup_cover (CogProject *project, int width, int height)
{
  g_autofree char *name = NULL;
  g_autoptr (CogAsset) asset = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  name = cog_project_dup_cover (project);
  asset = name != NULL ? cog_page_picture_load (project, name, NULL, NULL) : NULL;
  return asset != NULL ? cog_thumbnail_new (asset, width, height, NULL) : NULL;
}

static const CogSectionInfo *
get (GPtrArray *sections, guint i)
{
  return g_ptr_array_index (sections, i);
}

/* Behind the last that is below a section. */
static guint
find_end (GPtrArray *sections, guint at)
{
  guint end = at + 1;

  while (end < sections->len && get (sections, end)->depth > get (sections, at)->depth)
    end++;
  return end;
}

/* Whether the section would be where it is. */
static gboolean
changes_nothing (GPtrArray *sections, guint moved, const CogOutlineDrop *drop, const char *parent)
{
  return (drop->at == moved || drop->at == find_end (sections, moved)) &&
         g_strcmp0 (get (sections, moved)->parent, parent) == 0;
}

gboolean
cog_outline_find_drop (
    GPtrArray *sections, guint moved, guint over, double share, CogOutlineDrop *drop)
{
  const CogSectionInfo *anchor;
  gboolean has_below;

  g_return_val_if_fail (sections != NULL && drop != NULL, FALSE);

  if (moved >= sections->len || over >= sections->len ||
      (over >= moved && over < find_end (sections, moved)))
    return FALSE;
  anchor = get (sections, over);
  has_below = find_end (sections, over) > over + 1;
  if (share < EDGE)
    *drop = (CogOutlineDrop){ COG_PLACE_BEFORE, over, anchor->depth };
  else if (share <= 1 - EDGE)
    *drop = (CogOutlineDrop){ COG_PLACE_LAST, find_end (sections, over), anchor->depth + 1 };
  else if (has_below)
    *drop = (CogOutlineDrop){ COG_PLACE_FIRST, over + 1, anchor->depth + 1 };
  else
    *drop = (CogOutlineDrop){ COG_PLACE_AFTER, over + 1, anchor->depth };
  return !changes_nothing (sections, moved, drop,
                           drop->depth > anchor->depth ? anchor->id : anchor->parent);
}
