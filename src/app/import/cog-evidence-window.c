/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-evidence-window.h"

#include "cog-evidence-place.h"

#include <glib/gi18n-lib.h>

struct _CogEvidenceWindow
{
  AdwWindow parent_instance;
  GCancellable *reading;
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkTextView *view;
  GtkLabel *fault;
  GtkWidget *not_found;
};

G_DEFINE_FINAL_TYPE (CogEvidenceWindow, cog_evidence_window, ADW_TYPE_WINDOW)

typedef struct
{
  char *path;
  CogStatement *statement;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->path);
  cog_statement_free (wish->statement);
  g_free (wish);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wish *wish = data;
  GError *error = NULL;
  CogEvidencePlace *place =
      cog_evidence_place_new (wish->path, wish->statement, cancellable, &error);

  if (place != NULL)
    g_task_return_pointer (task, place, (GDestroyNotify)cog_evidence_place_free);
  else
    g_task_return_error (task, error);
}

static void
insert (GtkTextBuffer *buffer, const char *text, const char *tag)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, text, -1, tag, NULL);
}

/* Once the text has its lines. */
static gboolean
scroll_cb (gpointer user_data)
{
  CogEvidenceWindow *self = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_text_view_scroll_to_mark (
        self->view, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (self->view)), 0, TRUE, 0,
        .4);
  return G_SOURCE_REMOVE;
}

/* The words in the middle of what is seen, with the caret, so that a screen reader begins there. */
static void
show_place (CogEvidenceWindow *self, const CogEvidencePlace *place)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;
  int offset;

  gtk_text_buffer_create_tag (buffer, "around", NULL);
  /* The marker of the style sheet is for widgets; a text view draws its own. */
  gtk_text_buffer_create_tag (buffer, "marked", "background-rgba",
                              &(GdkRGBA){ .96f, .76f, .07f, .4f }, "weight", PANGO_WEIGHT_BOLD,
                              NULL);
  insert (buffer, place->is_start ? "" : "…", "around");
  insert (buffer, place->before, "around");
  offset = gtk_text_buffer_get_char_count (buffer);
  insert (buffer, place->words, "marked");
  insert (buffer, place->after, "around");
  insert (buffer, place->is_end ? "" : "…", "around");
  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_widget_set_visible (self->not_found, place->words[0] == '\0');
  adw_window_title_set_subtitle (self->title, place->file);
  gtk_stack_set_visible_child_name (self->stack, "place");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_idle_add_full (G_PRIORITY_LOW, scroll_cb, g_object_ref (self), g_object_unref);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogEvidenceWindow *self = COG_EVIDENCE_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogEvidencePlace) place = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (place != NULL)
    {
      show_place (self, place);
      return;
    }
  gtk_label_set_label (self->fault, error->message);
  gtk_stack_set_visible_child_name (self->stack, "fault");
}

static void
cog_evidence_window_dispose (GObject *object)
{
  CogEvidenceWindow *self = COG_EVIDENCE_WINDOW (object);

  g_cancellable_cancel (self->reading);
  G_OBJECT_CLASS (cog_evidence_window_parent_class)->dispose (object);
}

static void
cog_evidence_window_finalize (GObject *object)
{
  g_object_unref (COG_EVIDENCE_WINDOW (object)->reading);
  G_OBJECT_CLASS (cog_evidence_window_parent_class)->finalize (object);
}

static void
cog_evidence_window_class_init (CogEvidenceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_evidence_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_evidence_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/import/cog-evidence-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogEvidenceWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CogEvidenceWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogEvidenceWindow, view);
  gtk_widget_class_bind_template_child (widget_class, CogEvidenceWindow, fault);
  gtk_widget_class_bind_template_child (widget_class, CogEvidenceWindow, not_found);
}

static void
cog_evidence_window_init (CogEvidenceWindow *self)
{
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cog_evidence_window_present (GtkWindow *parent, const char *path, const CogStatement *statement)
{
  CogEvidenceWindow *self;
  g_autoptr (GTask) task = NULL;
  Wish *wish;

  g_return_if_fail (path != NULL && statement != NULL);

  self = g_object_new (COG_TYPE_EVIDENCE_WINDOW, "transient-for", parent, NULL);
  wish = g_new0 (Wish, 1);
  wish->path = g_strdup (path);
  wish->statement = cog_statement_copy (statement);
  adw_window_title_set_subtitle (self->title, statement->file != NULL ? statement->file : "");
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, read_in_thread);
  gtk_window_present (GTK_WINDOW (self));
}
