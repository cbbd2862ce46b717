/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-media-view.h"

#include "cog-compat.h"
#include "cog-media-job.h"

#include <glib/gi18n-lib.h>

struct _CogMediaView
{
  GtkWidget parent_instance;
  CogProject *project;
  char *asset; /* (nullable) */
  char *title; /* that the book gives it (nullable) */
  gboolean is_film;
  GtkWidget *box, *open;
  GtkLabel *name, *facts;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (CogMediaView, cog_media_view, GTK_TYPE_WIDGET)

/* "1:05", "1:02:05" */
static char *
dup_length (gint64 milliseconds)
{
  int seconds = (int)((milliseconds + 500) / 1000);

  return seconds >= 3600
             ? g_strdup_printf ("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
             : g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);
}

/* Facts apart by points: "Sound · MP3 · 1:05 · 2.1 MB". */
static char *
dup_facts (CogMediaView *self, const CogMediaFacts *facts)
{
  const char *kind = self->is_film ? _ ("Film") : _ ("Sound");
  g_autofree char *size = facts != NULL ? g_format_size (facts->size) : NULL;
  g_autofree char *length =
      facts != NULL && facts->milliseconds > 0 ? dup_length (facts->milliseconds) : NULL;

  if (facts == NULL)
    return g_strdup (kind);
  return length != NULL ? g_strjoin (" · ", kind, facts->kind, length, size, NULL)
                        : g_strjoin (" · ", kind, facts->kind, size, NULL);
}

static void
show (CogMediaView *self, const CogMediaFacts *facts)
{
  g_autofree char *words = dup_facts (self, facts);
  g_autofree char *file = self->asset != NULL ? g_path_get_basename (self->asset) : NULL;
  const char *name = self->title != NULL ? self->title : facts != NULL ? facts->name : file;
  g_autofree char *all = NULL;
  g_autofree char *opens = NULL;

  gtk_label_set_label (self->name, name != NULL ? name : "");
  gtk_label_set_label (self->facts, words);
  all = name != NULL ? g_strdup_printf ("%s: %s", words, name) : g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  /* Translators: opens a sound or film, by its name, in the program that plays it. */
  opens = g_strdup_printf (_ ("Open: %s"), name != NULL ? name : words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, opens,
                                  -1);
}

/* --- in threads ---------------------------------------------------------------------------- */

static void
read_in_thread (GTask *task, gpointer source, gpointer asset, GCancellable *cancellable)
{
  GError *error = NULL;
  CogMediaFacts *facts = cog_media_job_read (COG_PROJECT (source), asset, &error);

  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify)cog_media_facts_free);
  else
    g_task_return_error (task, error);
}

/* A film is large, and its row comes and goes as the list scrolls: what is known of it stays with
 * the project. Main thread only. */
static GHashTable *
get_known (CogProject *project)
{
  GHashTable *known = g_object_get_data (G_OBJECT (project), "cog-media-facts");

  if (known == NULL)
    {
      known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                     (GDestroyNotify)cog_media_facts_free);
      g_object_set_data_full (G_OBJECT (project), "cog-media-facts", known,
                              (GDestroyNotify)g_hash_table_unref);
    }
  return known;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogMediaView) self = user_data;
  CogMediaFacts *facts = g_task_propagate_pointer (G_TASK (result), NULL);

  if (facts == NULL)
    return;
  if (self->box != NULL)
    {
      show (self, facts);
      gtk_widget_set_sensitive (self->open, TRUE);
    }
  g_hash_table_replace (get_known (COG_PROJECT (source)),
                        g_strdup (g_task_get_task_data (G_TASK (result))), facts);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer asset, GCancellable *cancellable)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "cognate", "media", NULL);
  GError *error = NULL;
  char *path = cog_media_job_copy (COG_PROJECT (source), asset, folder, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (cog_show_path_finish (result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_activate_action (GTK_WIDGET (source), "win.show-error", "s",
                              _ ("There is no program on this computer that plays it."));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogMediaView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->box == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  gtk_widget_set_sensitive (self->open, TRUE);
  if (path != NULL)
    cog_show_path (GTK_WIDGET (self), path, opened_cb, NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
}

static void
run (CogMediaView *self, GTaskThreadFunc func, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task =
      g_task_new (self->project, self->cancellable, callback, g_object_ref (self));

  g_task_set_task_data (task, g_strdup (self->asset), g_free);
  g_task_run_in_thread (task, func);
}

static void
open_cb (CogMediaView *self)
{
  /* Twice is one time too often. */
  gtk_widget_set_sensitive (self->open, FALSE);
  run (self, copy_in_thread, copied_cb);
}

/* --- the widget ---------------------------------------------------------------------------- */

static void
cog_media_view_dispose (GObject *object)
{
  CogMediaView *self = COG_MEDIA_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->project);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->asset, g_free);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (cog_media_view_parent_class)->dispose (object);
}

static void
cog_media_view_class_init (CogMediaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_media_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mediaview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
append_label (GtkWidget *box, const char *class_name)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
cog_media_view_init (CogMediaView *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cancellable = g_cancellable_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), gtk_image_new ());
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->name = append_label (words, NULL);
  self->facts = append_label (words, "small");
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "dim");
  gtk_box_append (GTK_BOX (self->box), words);
  self->open = gtk_button_new_with_label (_ ("Open"));
  gtk_widget_set_tooltip_text (self->open, _ ("In the program that plays such files"));
  gtk_widget_set_valign (self->open, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->open, FALSE);
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->open);
}

GtkWidget *
cog_media_view_new (CogProject *project, const CogRowPicture *media)
{
  CogMediaView *self = g_object_new (COG_TYPE_MEDIA_VIEW, NULL);
  GtkWidget *icon = gtk_widget_get_first_child (self->box);
  const CogMediaFacts *known;

  g_return_val_if_fail (COG_IS_PROJECT (project) && media != NULL, NULL);

  self->project = g_object_ref (project);
  self->asset = g_strdup (media->asset);
  self->title = media->title != NULL && media->title[0] != '\0' ? g_strdup (media->title) : NULL;
  self->is_film = media->is_film;
  /* Words of the window: they run as the window does. */
  gtk_widget_set_direction (self->box, gtk_widget_get_default_direction ());
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), self->is_film ? "video-x-generic-symbolic"
                                                                : "audio-x-generic-symbolic");
  known = self->asset != NULL ? g_hash_table_lookup (get_known (project), self->asset) : NULL;
  show (self, known);
  gtk_widget_set_sensitive (self->open, known != NULL);
  if (self->asset != NULL && known == NULL)
    run (self, read_in_thread, read_cb);
  return GTK_WIDGET (self);
}
