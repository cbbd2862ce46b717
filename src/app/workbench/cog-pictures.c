/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pictures.h"

#include "cog-page-picture.h"
#include "cog-picture-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Pixels: a page of a wide window, on a screen of two pixels for one. */
#define WIDTH 800
/* Bytes of decoded pictures that are kept. */
#define MAX_KEPT (48u * 1024 * 1024)

struct _CogPictures
{
  GObject parent_instance;
  CogProject *project;
  int width;           /* pixels */
  GHashTable *entries; /* name → Entry */
  GQueue wanted;       /* names, the last asked for first */
  GQueue used;         /* names of what is loaded, the last used first */
  gsize kept;          /* bytes */
  gboolean is_busy;
  GCancellable *cancellable;
};

typedef struct
{
  GdkTexture *texture;
  char *fault;
  GBytes *drawing; /* (nullable) */
  gsize size;
} Entry;

static guint loaded_signal;

G_DEFINE_FINAL_TYPE (CogPictures, cog_pictures, G_TYPE_OBJECT)

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->texture);
  g_clear_pointer (&entry->drawing, g_bytes_unref);
  g_free (entry->fault);
  g_free (entry);
}

typedef struct
{
  char *name;
  GBytes *drawing;
  int width;
} Wish;

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_free (wish->name);
  g_clear_pointer (&wish->drawing, g_bytes_unref);
  g_free (wish);
}

static void
load_thread (GTask *task, gpointer project, gpointer data, GCancellable *cancellable)
{
  const Wish *wish = data;
  g_autoptr (CogAsset) asset = NULL;
  GError *error = NULL;
  GdkTexture *texture = NULL;

  if (wish->drawing != NULL)
    texture = cog_picture_decode (wish->drawing, wish->width, &error);
  else if ((asset = cog_page_picture_load (project, wish->name, cancellable, &error)) != NULL)
    texture = cog_picture_decode (asset->bytes, wish->width, &error);
  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Room for what comes: what was not used for the longest time goes. */
static void
drop_old (CogPictures *self)
{
  while (self->kept > MAX_KEPT && self->used.length > 1)
    {
      g_autofree char *name = g_queue_pop_tail (&self->used);
      const Entry *entry = g_hash_table_lookup (self->entries, name);

      self->kept -= entry->size;
      g_hash_table_remove (self->entries, name);
    }
}

static void load_next (CogPictures *self);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogPictures) self = user_data;
  const Wish *wish = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_strdup (wish->name);
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), &error);
  Entry *entry = g_hash_table_lookup (self->entries, name);

  self->is_busy = FALSE;
  if (texture != NULL)
    {
      entry->texture = texture;
      entry->size =
          (gsize)gdk_texture_get_width (texture) * (gsize)gdk_texture_get_height (texture) * 4;
      self->kept += entry->size;
      g_queue_push_head (&self->used, g_strdup (name));
      drop_old (self);
    }
  else
    entry->fault = g_strdup (error->message);
  if (!g_cancellable_is_cancelled (self->cancellable))
    {
      g_signal_emit (self, loaded_signal, 0, name);
      load_next (self);
    }
}

static void
load_next (CogPictures *self)
{
  char *name = self->is_busy ? NULL : g_queue_pop_head (&self->wanted);
  const Entry *entry = name != NULL ? g_hash_table_lookup (self->entries, name) : NULL;
  g_autoptr (GTask) task = NULL;
  Wish *wish;

  if (name == NULL)
    return;
  wish = g_new0 (Wish, 1);
  wish->name = name;
  wish->width = self->width;
  wish->drawing = entry->drawing != NULL ? g_bytes_ref (entry->drawing) : NULL;
  self->is_busy = TRUE;
  task = g_task_new (self->project, NULL, loaded_cb, g_object_ref (self));
  g_task_set_task_data (task, wish, free_wish);
  g_task_run_in_thread (task, load_thread);
}

static GdkPaintable *
find (CogPictures *self, const char *name, const char *drawing)
{
  Entry *entry = g_hash_table_lookup (self->entries, name);
  GList *link;

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->drawing = drawing != NULL ? g_bytes_new (drawing, strlen (drawing)) : NULL;
      g_hash_table_insert (self->entries, g_strdup (name), entry);
      g_queue_push_head (&self->wanted, g_strdup (name));
      load_next (self);
    }
  if (entry->texture == NULL)
    return NULL;
  link = g_queue_find_custom (&self->used, name, (GCompareFunc)g_strcmp0);
  if (link != NULL && link != self->used.head)
    {
      g_queue_unlink (&self->used, link);
      g_queue_push_head_link (&self->used, link);
    }
  return GDK_PAINTABLE (g_object_ref (entry->texture));
}

CogProject *
cog_pictures_get_project (CogPictures *self)
{
  g_return_val_if_fail (COG_IS_PICTURES (self), NULL);
  return self->project;
}

GdkPaintable *
cog_pictures_find (CogPictures *self, const char *name)
{
  g_return_val_if_fail (COG_IS_PICTURES (self) && name != NULL, NULL);
  return find (self, name, NULL);
}

GdkPaintable *
cog_pictures_find_drawing (CogPictures *self, const char *name, const char *drawing)
{
  g_return_val_if_fail (COG_IS_PICTURES (self) && name != NULL && drawing != NULL, NULL);
  return find (self, name, drawing);
}

const char *
cog_pictures_get_fault (CogPictures *self, const char *name)
{
  const Entry *entry;

  g_return_val_if_fail (COG_IS_PICTURES (self) && name != NULL, NULL);

  entry = g_hash_table_lookup (self->entries, name);
  return entry != NULL ? entry->fault : NULL;
}

static void
cog_pictures_dispose (GObject *object)
{
  CogPictures *self = COG_PICTURES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (cog_pictures_parent_class)->dispose (object);
}

static void
cog_pictures_finalize (GObject *object)
{
  CogPictures *self = COG_PICTURES (object);

  g_hash_table_unref (self->entries);
  g_queue_clear_full (&self->wanted, g_free);
  g_queue_clear_full (&self->used, g_free);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (cog_pictures_parent_class)->finalize (object);
}

static void
cog_pictures_class_init (CogPicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_pictures_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_pictures_finalize;
  loaded_signal = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cog_pictures_init (CogPictures *self)
{
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_entry);
  self->cancellable = g_cancellable_new ();
}

CogPictures *
cog_pictures_new (CogProject *project)
{
  return cog_pictures_new_small (project, WIDTH);
}

CogPictures *
cog_pictures_new_small (CogProject *project, int width)
{
  CogPictures *self = g_object_new (COG_TYPE_PICTURES, NULL);

  g_return_val_if_fail (COG_IS_PROJECT (project) && width > 0, NULL);

  self->project = g_object_ref (project);
  self->width = width;
  return self;
}
