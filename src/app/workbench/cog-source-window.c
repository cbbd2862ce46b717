/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-source-window.h"

#include "cog-compat.h"
#include "cog-source-markup.h"
#include "cog-text-scale.h"

#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

#define REST 250   /* milliseconds of rest after which what was typed is checked */
#define MOST 20    /* faults that are shown */
#define NARROW 700 /* pixels of the window below, under which the two stand one above the other */

struct _CogSourceWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  char *section, *unit; /* unit (nullable) */
  GtkSourceView *source, *target;
  GtkPaned *paned;
  GtkToggleButton *whole;
  GtkWidget *store;
  GtkListBox *faults;
  GtkTextTag *wrong, *odd;
  char *loaded;              /* what the adaptation's side held at first */
  GPtrArray *edits;          /* what was typed, checked and in order (nullable) */
  GCancellable *reading;     /* what is being read (nullable) */
  GCancellable *cancellable; /* of what is being checked (nullable) */
  guint timer;
  gboolean is_loading;
};

#define COG_TYPE_SOURCE_WINDOW (cog_source_window_get_type ())
G_DECLARE_FINAL_TYPE (CogSourceWindow, cog_source_window, COG, SOURCE_WINDOW, AdwWindow)
G_DEFINE_FINAL_TYPE (CogSourceWindow, cog_source_window, ADW_TYPE_WINDOW)

/* A text and what it is of, for a thread: to be read, or to be checked. */
typedef struct
{
  CogProject *project;
  char *section, *unit;  /* unit NULL: the section */
  char *source, *target; /* texts */
  GPtrArray *faults, *edits;
} Work;

static Work *
work_new (CogSourceWindow *self)
{
  Work *work = g_new0 (Work, 1);

  work->project = g_object_ref (self->project);
  work->section = g_strdup (self->section);
  work->unit = gtk_toggle_button_get_active (self->whole) ? NULL : g_strdup (self->unit);
  return work;
}

static void
work_free (Work *work)
{
  g_object_unref (work->project);
  g_free (work->section);
  g_free (work->unit);
  g_free (work->source);
  g_free (work->target);
  g_clear_pointer (&work->faults, g_ptr_array_unref);
  g_clear_pointer (&work->edits, g_ptr_array_unref);
  g_free (work);
}

static char *
dup_text (CogSourceWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->target));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
tell (CogSourceWindow *self, const char *icon, const char *words, guint line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), line > 0);
  g_object_set_data (G_OBJECT (row), "line", GUINT_TO_POINTER (line));
  gtk_list_box_append (self->faults, row);
}

static void
clear_faults (CogSourceWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->target));
  GtkTextIter start, end;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->faults))) != NULL)
    gtk_list_box_remove (self->faults, row);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->wrong, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->odd, &start, &end);
}

static void
underline (CogSourceWindow *self, guint line, GtkTextTag *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->target));
  GtkTextIter start, end;

  if (line == 0 || !gtk_text_buffer_get_iter_at_line (buffer, &start, (int)line - 1))
    return;
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
}

static void
show_faults (CogSourceWindow *self, GPtrArray *faults, guint n_edits)
{
  clear_faults (self);
  for (guint i = 0; i < MIN (faults->len, MOST); i++)
    {
      const CogMarkupFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *words =
          fault->line > 0
              /* Translators: %1$u is the number of a line, %2$s says what is wrong there. */
              ? g_strdup_printf (_ ("Line %1$u: %2$s"), fault->line, fault->sentence)
              : g_strdup (fault->sentence);

      tell (self, fault->is_warning ? "dialog-warning-symbolic" : "dialog-error-symbolic", words,
            fault->line);
      underline (self, fault->line, fault->is_warning ? self->odd : self->wrong);
    }
  if (faults->len == 0)
    tell (self, "cog-done-symbolic", n_edits > 0 ? _ ("In order") : _ ("Nothing is changed"), 0);
}

static void
add_edit (GPtrArray *edits, const char *unit, char *target)
{
  CogMarkupEdit *edit = g_new0 (CogMarkupEdit, 1);

  edit->unit = g_strdup (unit);
  edit->target = target;
  g_ptr_array_add (edits, edit);
}

static void
edit_free (gpointer data)
{
  CogMarkupEdit *edit = data;

  g_free (edit->unit);
  g_free (edit->target);
  g_free (edit);
}

static gboolean
check_unit (Work *work, GError **error)
{
  g_autoptr (CogUnit) unit = cog_project_dup_unit (work->project, work->unit, error);
  char *target = NULL;

  if (unit == NULL)
    return FALSE;
  work->edits = g_ptr_array_new_with_free_func (edit_free);
  work->faults = cog_source_markup_check_unit (unit, work->target, &target);
  if (target != NULL && g_strcmp0 (target, unit->target != NULL ? unit->target : "") != 0)
    add_edit (work->edits, unit->id, target);
  else
    g_free (target);
  return TRUE;
}

static gboolean
check_section (Work *work, GError **error)
{
  g_autofree char *structure = cog_project_dup_skeleton (work->project, work->section, TRUE, error);
  g_autoptr (GPtrArray) units =
      structure != NULL ? cog_project_list_units (work->project, work->section, error) : NULL;

  if (units == NULL)
    return FALSE;
  work->faults = cog_markup_fault_list_new ();
  work->edits = cog_source_markup_read_section (structure, units, work->target, work->faults);
  return TRUE;
}

static void
check_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;

  if (work->unit != NULL ? check_unit (work, &error) : check_section (work, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CogSourceWindow *self = COG_SOURCE_WINDOW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      clear_faults (self);
      tell (self, "dialog-error-symbolic", error->message, 0);
      return;
    }
  show_faults (self, work->faults, work->edits->len);
  self->edits = g_ptr_array_ref (work->edits);
  gtk_widget_set_sensitive (self->store, self->edits->len > 0 &&
                                             !cog_markup_fault_list_has_errors (work->faults));
}

static gboolean
check (gpointer user_data)
{
  CogSourceWindow *self = user_data;
  g_autoptr (GTask) task = NULL;
  Work *work = work_new (self);

  self->timer = 0;
  work->target = dup_text (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, checked_cb, NULL);
  g_task_set_task_data (task, work, (GDestroyNotify)work_free);
  g_task_run_in_thread (task, check_in_thread);
  return G_SOURCE_REMOVE;
}

/* What was checked is another text now. */
static void
forget_check (CogSourceWindow *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  gtk_widget_set_sensitive (self->store, FALSE);
}

static void
typed_cb (CogSourceWindow *self)
{
  if (self->is_loading)
    return;
  forget_check (self);
  self->timer = g_timeout_add (REST, check, self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;

  if (work->unit != NULL)
    {
      g_autoptr (CogUnit) unit = cog_project_dup_unit (work->project, work->unit, &error);

      if (unit != NULL)
        {
          work->source = g_strdup (unit->source != NULL ? unit->source : "");
          work->target = g_strdup (unit->target != NULL ? unit->target : "");
        }
    }
  else
    {
      g_autoptr (GPtrArray) units = cog_project_list_units (work->project, work->section, &error);
      g_autofree char *before =
          units != NULL ? cog_project_dup_skeleton (work->project, work->section, FALSE, &error)
                        : NULL;
      g_autofree char *now =
          before != NULL ? cog_project_dup_skeleton (work->project, work->section, TRUE, &error)
                         : NULL;

      if (now != NULL)
        work->source = before[0] != '\0'
                           ? cog_source_markup_write_section (before, units, FALSE, &error)
                           : g_strdup ("");
      if (work->source != NULL)
        work->target = cog_source_markup_write_section (now, units, TRUE, &error);
    }
  if (work->target != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_text (GtkSourceView *view, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start;

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CogSourceWindow *self = COG_SOURCE_WINDOW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell (self, "dialog-error-symbolic", error->message, 0);
      return;
    }
  self->is_loading = TRUE;
  set_text (self->source, work->source);
  set_text (self->target, work->target);
  self->is_loading = FALSE;
  g_free (self->loaded);
  self->loaded = dup_text (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->target), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->target));
  forget_check (self);
  check (self);
}

static void
load (CogSourceWindow *self)
{
  g_autoptr (GTask) task = NULL;

  forget_check (self);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  gtk_widget_set_sensitive (GTK_WIDGET (self->target), FALSE);
  clear_faults (self);
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_task_data (task, work_new (self), (GDestroyNotify)work_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* Stores what was typed and is in order. FALSE: nothing is stored, and it was said why. */
static gboolean
store (CogSourceWindow *self)
{
  g_autofree CogUnitEdit *edits = g_new0 (CogUnitEdit, self->edits->len);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->edits->len; i++)
    {
      const CogMarkupEdit *edit = g_ptr_array_index (self->edits, i);

      edits[i].unit = edit->unit;
      edits[i].set = COG_UNIT_SET_TARGET;
      edits[i].target = edit->target;
    }
  if (cog_project_edit (self->project, edits, self->edits->len, _ ("Edited the markup"), &error))
    return TRUE;
  tell (self, "dialog-error-symbolic", error->message, 0);
  return FALSE;
}

static void
store_cb (CogSourceWindow *self)
{
  if (self->edits != NULL && store (self))
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_changed (CogSourceWindow *self)
{
  g_autofree char *now = dup_text (self);

  return self->loaded != NULL && g_strcmp0 (now, self->loaded) != 0;
}

/* What was typed is not thrown away unseen. */
static void
ask (CogSourceWindow *self, GCallback answered)
{
  GtkWidget *dialog = cog_message_dialog_new (
      _ ("Discard What You Typed?"),
      _ ("The markup was changed and not applied. The book stays as it was."));

  cog_message_dialog_add_response (dialog, "stay", _ ("_Go On Writing"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE);
  cog_message_dialog_set_close_response (dialog, "stay");
  g_signal_connect_object (dialog, "response", answered, self, 0);
  cog_message_dialog_present (dialog, GTK_WIDGET (self));
}

static gboolean
destroy_cb (gpointer user_data)
{
  gtk_window_destroy (user_data);
  return G_SOURCE_REMOVE;
}

/* Not at once: the dialog closes after this, and looks at the window that it stands over. */
static void
discard_cb (GtkWidget *dialog, const char *response, CogSourceWindow *self)
{
  if (g_strcmp0 (response, "discard") == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, destroy_cb, g_object_ref (self), g_object_unref);
}

static gboolean
cog_source_window_close_request (GtkWindow *window)
{
  CogSourceWindow *self = COG_SOURCE_WINDOW (window);

  if (!is_changed (self))
    return GTK_WINDOW_CLASS (cog_source_window_parent_class)->close_request (window);
  ask (self, G_CALLBACK (discard_cb));
  return TRUE;
}

static void
set_whole (CogSourceWindow *self, gboolean is_whole)
{
  self->is_loading = TRUE;
  gtk_toggle_button_set_active (self->whole, is_whole);
  self->is_loading = FALSE;
}

static void
switch_cb (GtkWidget *dialog, const char *response, CogSourceWindow *self)
{
  if (g_strcmp0 (response, "discard") == 0)
    load (self);
  else
    set_whole (self, !gtk_toggle_button_get_active (self->whole));
}

static void
whole_cb (CogSourceWindow *self)
{
  if (self->is_loading)
    return;
  if (is_changed (self))
    ask (self, G_CALLBACK (switch_cb));
  else
    load (self);
}

static void
fault_cb (GtkListBox *list, GtkListBoxRow *row, CogSourceWindow *self)
{
  guint line = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "line"));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->target));
  GtkTextIter at;

  if (line == 0 || !gtk_text_buffer_get_iter_at_line (buffer, &at, (int)line - 1))
    return;
  gtk_text_buffer_place_cursor (buffer, &at);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self->target), &at, 0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->target));
}

static void
show_style (CogSourceWindow *self)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleScheme *scheme = gtk_source_style_scheme_manager_get_scheme (
      gtk_source_style_scheme_manager_get_default (), is_dark ? "Adwaita-dark" : "Adwaita");
  GtkSourceView *views[] = { self->source, self->target };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_source_buffer_set_style_scheme (
        GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (views[i]))), scheme);
}

/* Markup reads from left to right; the words in it as they are written. */
static void
set_up_view (GtkSourceView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkSourceLanguage *xml =
      gtk_source_language_manager_get_language (gtk_source_language_manager_get_default (), "xml");

  gtk_source_buffer_set_language (GTK_SOURCE_BUFFER (buffer), xml);
  gtk_widget_set_direction (GTK_WIDGET (view), GTK_TEXT_DIR_LTR);
}

static void
cog_source_window_dispose (GObject *object)
{
  CogSourceWindow *self = COG_SOURCE_WINDOW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (cog_source_window_parent_class)->dispose (object);
}

static void
cog_source_window_finalize (GObject *object)
{
  CogSourceWindow *self = COG_SOURCE_WINDOW (object);

  g_clear_object (&self->project);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_free (self->section);
  g_free (self->unit);
  g_free (self->loaded);
  G_OBJECT_CLASS (cog_source_window_parent_class)->finalize (object);
}

static void
cog_source_window_class_init (CogSourceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_source_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_source_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cog_source_window_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-source-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogSourceWindow, source);
  gtk_widget_class_bind_template_child (widget_class, CogSourceWindow, target);
  gtk_widget_class_bind_template_child (widget_class, CogSourceWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, CogSourceWindow, whole);
  gtk_widget_class_bind_template_child (widget_class, CogSourceWindow, store);
  gtk_widget_class_bind_template_child (widget_class, CogSourceWindow, faults);
  gtk_widget_class_bind_template_callback (widget_class, store_cb);
  gtk_widget_class_bind_template_callback (widget_class, whole_cb);
  gtk_widget_class_bind_template_callback (widget_class, fault_cb);
}

static void
cog_source_window_init (CogSourceWindow *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_view (self->source);
  set_up_view (self->target);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->target));
  self->wrong = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  self->odd = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_ERROR,
                                          "underline-rgba", &(GdkRGBA){ .9f, .65f, 0, 1 }, NULL);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (show_style), self, G_CONNECT_SWAPPED);
  show_style (self);
}

void
cog_source_window_present (GtkWindow *parent,
                           CogProject *project,
                           const char *section,
                           const char *unit)
{
  CogSourceWindow *self;
  int width, height;
  gboolean is_narrow;

  g_return_if_fail (GTK_IS_WINDOW (parent) && COG_IS_PROJECT (project) && section != NULL);

  self = g_object_new (COG_TYPE_SOURCE_WINDOW, "transient-for", parent, NULL);
  width = gtk_widget_get_width (GTK_WIDGET (parent));
  height = gtk_widget_get_height (GTK_WIDGET (parent));
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (940, width - 24), MIN (600, height - 48));
  is_narrow = width < NARROW * cog_text_scale_get ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), is_narrow
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_position (self->paned, is_narrow ? (height - 160) / 2 : MIN (940, width - 24) / 2);
  self->project = g_object_ref (project);
  self->section = g_strdup (section);
  self->unit = g_strdup (unit);
  set_whole (self, unit == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->whole), unit != NULL);
  load (self);
  gtk_window_present (GTK_WINDOW (self));
}
