/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-drawing-window.h"

#include "cog-drawing-job.h"
#include "cog-language.h"
#include "cog-licence-meaning.h"
#include "cog-thumbnail.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define REST 200  /* milliseconds of rest after which the drawing is drawn anew */
#define WIDTH 900 /* pixels to which it is drawn */

struct _CogDrawingWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  CogDrawingWords *words; /* NULL: not read yet. A thread that draws has a copy. */
  GCancellable *cancellable;
  GCancellable *drawing; /* of the picture that is being drawn (nullable) */
  GtkWidget *use;
  GtkStack *stack;
  AdwStatusPage *fault;
  GtkPicture *picture;
  GtkListView *list;
  guint timer;
};

#define COG_TYPE_DRAWING_WINDOW (cog_drawing_window_get_type ())
G_DECLARE_FINAL_TYPE (CogDrawingWindow, cog_drawing_window, COG, DRAWING_WINDOW, AdwWindow)
G_DEFINE_FINAL_TYPE (CogDrawingWindow, cog_drawing_window, ADW_TYPE_WINDOW)

static void
say (CogDrawingWindow *self, const char *title, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (title != NULL)
    adw_status_page_set_title (self->fault, title);
  adw_status_page_set_description (self->fault, escaped);
  gtk_widget_set_sensitive (self->use, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "fault");
}

static CogDrawingWords *
copy_words (const CogDrawingWords *words)
{
  CogDrawingWords *copy = g_new0 (CogDrawingWords, 1);

  copy->language = g_strdup (words->language);
  copy->drawing =
      cog_asset_new (words->drawing->name, words->drawing->media_type, words->drawing->bytes);
  copy->translated =
      g_ptr_array_copy (words->translated, (GCopyFunc)(void (*) (void))g_strdup, NULL);
  g_ptr_array_set_free_func (copy->translated, g_free);
  return copy;
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer words, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (CogAsset) asset = cog_drawing_words_draw (words, &error);
  GBytes *bytes = asset != NULL ? cog_thumbnail_new (asset, WIDTH, WIDTH, &error) : NULL;

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify)g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CogDrawingWindow *self = COG_DRAWING_WINDOW (source);
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;

  if (texture != NULL && self->project != NULL)
    gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
}

static gboolean
draw (gpointer user_data)
{
  CogDrawingWindow *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->timer = 0;
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  self->drawing = g_cancellable_new ();
  task = g_task_new (self, self->drawing, drawn_cb, NULL);
  g_task_set_task_data (task, copy_words (self->words), (GDestroyNotify)cog_drawing_words_free);
  g_task_run_in_thread (task, draw_in_thread);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (GtkEditable *entry, CogDrawingWindow *self)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (entry), "item");
  guint position = gtk_list_item_get_position (item);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (position >= self->words->translated->len)
    return;
  g_free (self->words->translated->pdata[position]);
  self->words->translated->pdata[position] = text[0] != '\0' ? g_steal_pointer (&text) : NULL;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST, draw, self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogDrawingWindow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *source = gtk_label_new (NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_label_set_xalign (GTK_LABEL (source), 0);
  gtk_label_set_wrap (GTK_LABEL (source), TRUE);
  gtk_widget_set_direction (entry, cog_language_is_rtl (self->words->language) ? GTK_TEXT_DIR_RTL
                                                                               : GTK_TEXT_DIR_LTR);
  g_object_set_data (G_OBJECT (entry), "item", item);
  gtk_box_append (GTK_BOX (row), source);
  gtk_box_append (GTK_BOX (row), entry);
  gtk_list_item_set_child (item, row);
  /* The entry is the stop for the keyboard, not the row around it. */
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogDrawingWindow *self)
{
  GtkWidget *source = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *entry = gtk_widget_get_next_sibling (source);
  guint position = gtk_list_item_get_position (item);
  const char *words = g_ptr_array_index (self->words->words, position);
  const char *translated = g_ptr_array_index (self->words->translated, position);

  gtk_label_set_label (GTK_LABEL (source), words);
  gtk_editable_set_text (GTK_EDITABLE (entry), translated != NULL ? translated : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), self);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogDrawingWindow *self)
{
  GtkWidget *entry = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  g_signal_handlers_disconnect_by_func (entry, typed_cb, self);
}

static void
say_forbidden (CogDrawingWindow *self)
{
  const char *const *ways = self->words->credit != NULL
                                ? cog_licence_meaning_list_ways_on (self->words->credit->licence)
                                : NULL;
  g_autoptr (GString) text = g_string_new (
      _ ("The licence of this drawing allows no changes, and a translation of its words is one."));

  for (; ways != NULL && *ways != NULL; ways++)
    g_string_append_printf (text, "\n• %s", _ (*ways));
  say (self, NULL, text->str);
}

static void
show_words (CogDrawingWindow *self)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = NULL;

  if (self->words->is_forbidden)
    {
      say_forbidden (self);
      return;
    }
  for (guint i = 0; i < self->words->words->len; i++)
    gtk_string_list_append (strings, g_ptr_array_index (self->words->words, i));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&strings)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_widget_set_sensitive (self->use, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "words");
  draw (self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer unit, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (CogProjectFigure) figure = cog_project_dup_figure (source, unit, &error);
  CogDrawingWords *words = figure != NULL ? cog_drawing_words_new (source, figure, &error) : NULL;

  if (words != NULL)
    g_task_return_pointer (task, words, (GDestroyNotify)cog_drawing_words_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogDrawingWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  CogDrawingWords *words = g_task_propagate_pointer (G_TASK (result), &error);

  if (words != NULL)
    {
      self->words = words;
      show_words (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, _ ("This Drawing Cannot Be Translated"), error->message);
}

static void
use_cb (CogDrawingWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (cog_drawing_words_store (self->words, self->project, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    say (self, _ ("That Did Not Work"), error->message);
}

static void
cog_drawing_window_dispose (GObject *object)
{
  CogDrawingWindow *self = COG_DRAWING_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->project);
  G_OBJECT_CLASS (cog_drawing_window_parent_class)->dispose (object);
}

static void
cog_drawing_window_finalize (GObject *object)
{
  CogDrawingWindow *self = COG_DRAWING_WINDOW (object);

  g_object_unref (self->cancellable);
  cog_drawing_words_free (self->words);
  G_OBJECT_CLASS (cog_drawing_window_parent_class)->finalize (object);
}

static void
cog_drawing_window_class_init (CogDrawingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_drawing_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_drawing_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-drawing-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogDrawingWindow, use);
  gtk_widget_class_bind_template_child (widget_class, CogDrawingWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogDrawingWindow, fault);
  gtk_widget_class_bind_template_child (widget_class, CogDrawingWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, CogDrawingWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, use_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
cog_drawing_window_init (CogDrawingWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

void
cog_drawing_window_present (GtkWindow *parent, CogProject *project, const CogProjectFigure *figure)
{
  CogDrawingWindow *self;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent) && COG_IS_PROJECT (project) && figure != NULL);

  self = g_object_new (COG_TYPE_DRAWING_WINDOW, "transient-for", parent, NULL);
  self->project = g_object_ref (project);
  task = g_task_new (project, self->cancellable, read_cb, g_object_ref (self));
  g_task_set_task_data (task, g_strdup (figure->image), g_free);
  g_task_run_in_thread (task, read_in_thread);
  gtk_window_present (GTK_WINDOW (self));
}
