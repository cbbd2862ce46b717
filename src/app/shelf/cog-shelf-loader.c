/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-shelf-loader.h"

#include "cog-shelf-cache.h"
#include "cog-shelf-job.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  char *folder, *cache;
  CogShelfLoaderFunc func;
  GObject *user_data;
} Load;

static gboolean
nothing_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/* In either thread; the last reference to a widget goes in the main one. */
static void
load_free (gpointer data)
{
  Load *load = data;

  g_free (load->folder);
  g_free (load->cache);
  g_idle_add_full (G_PRIORITY_LOW, nothing_cb, load->user_data, g_object_unref);
  g_free (load);
}

static void
found_free (gpointer data)
{
  CogShelfFound *found = data;

  g_free (found->path);
  cog_shelf_facts_free (found->facts);
  g_free (found);
}

static CogShelfFound *
found_new (const char *path, CogShelfFacts *facts)
{
  CogShelfFound *found = g_new0 (CogShelfFound, 1);
  GStatBuf status;

  found->path = g_strdup (path);
  found->facts = facts;
  found->modified = g_stat (path, &status) == 0 ? status.st_mtime : 0;
  return found;
}

/* One message to the main thread. */
typedef struct
{
  GPtrArray *found;
  gboolean is_listing;
  GCancellable *cancellable;
  CogShelfLoaderFunc func;
  GObject *user_data;
} Message;

static void
message_free (gpointer data)
{
  Message *message = data;

  g_ptr_array_unref (message->found);
  g_object_unref (message->cancellable);
  g_object_unref (message->user_data);
  g_free (message);
}

static gboolean
tell_cb (gpointer data)
{
  const Message *message = data;

  if (!g_cancellable_is_cancelled (message->cancellable))
    message->func (message->found, message->is_listing, message->user_data);
  return G_SOURCE_REMOVE;
}

/* Takes found. */
static void
tell (const Load *load, GPtrArray *found, gboolean is_listing, GCancellable *cancellable)
{
  Message *message = g_new0 (Message, 1);

  message->found = found;
  message->is_listing = is_listing;
  message->cancellable = g_object_ref (cancellable);
  message->func = load->func;
  message->user_data = g_object_ref (load->user_data);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_cb, message, message_free);
}

static CogShelfFacts *
unread_new (const char *path)
{
  CogShelfFacts *facts = g_new0 (CogShelfFacts, 1);
  g_autofree char *base = g_path_get_basename (path);
  char *dot = g_strrstr (base, ".");

  if (dot != NULL)
    *dot = '\0';
  facts->condition = COG_SHELF_UNREAD;
  facts->title = g_filename_display_name (base);
  return facts;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Load *load = data;
  g_autoptr (CogShelfCache) cache = cog_shelf_cache_new (load->cache);
  g_autoptr (GPtrArray) paths = cog_shelf_list (load->folder, cancellable);
  g_autoptr (GPtrArray) old = g_ptr_array_new ();
  GPtrArray *all = g_ptr_array_new_with_free_func (found_free);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      gboolean is_current = FALSE;
      CogShelfFacts *facts = cog_shelf_cache_look_up (cache, path, &is_current);

      if (!is_current)
        g_ptr_array_add (old, (gpointer)path);
      g_ptr_array_add (all, found_new (path, facts != NULL ? facts : unread_new (path)));
    }
  tell (load, all, TRUE, cancellable);
  for (guint i = 0; i < old->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const char *path = g_ptr_array_index (old, i);
      GPtrArray *one = g_ptr_array_new_with_free_func (found_free);

      g_ptr_array_add (one, found_new (path, cog_shelf_cache_read (cache, path)));
      tell (load, one, FALSE, cancellable);
    }
  cog_shelf_cache_save (cache);
  g_task_return_boolean (task, TRUE);
}

void
cog_shelf_loader_run (const char *folder,
                      const char *cache,
                      GCancellable *cancellable,
                      CogShelfLoaderFunc func,
                      GObject *user_data)
{
  g_autoptr (GTask) task = NULL;
  Load *load;

  g_return_if_fail (folder != NULL && cache != NULL && func != NULL && G_IS_OBJECT (user_data));

  load = g_new0 (Load, 1);
  load->folder = g_strdup (folder);
  load->cache = g_strdup (cache);
  load->func = func;
  load->user_data = g_object_ref (user_data);
  task = g_task_new (NULL, cancellable, NULL, NULL);
  g_task_set_task_data (task, load, load_free);
  g_task_run_in_thread (task, load_in_thread);
}
