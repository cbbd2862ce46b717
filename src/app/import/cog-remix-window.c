/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-remix-window.h"

#include "cog-compat.h"
#include "cog-licence-label.h"
#include "cog-licence-meaning.h"
#include "cog-remix-job.h"
#include "cog-run-bar.h"

#include <glib/gi18n-lib.h>

#define INDENT 18 /* pixels a level */

struct _CogRemixWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  char *anchor;     /* (nullable) */
  CogRun *run;      /* what is going on (nullable) */
  CogRemix *remix;  /* (nullable) */
  gboolean *chosen; /* one a section: by itself, not by what it stands in */
  GPtrArray *bound; /* (element-type GtkListItem): those in sight */
  gboolean is_showing;
  GtkStack *stack;
  GtkWidget *insert, *choose;
  AdwStatusPage *reading;
  CogRunBar *run_bar;
  GtkLabel *book, *licence, *meaning, *obstacle;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (CogRemixWindow, cog_remix_window, ADW_TYPE_WINDOW)

/* --- sections --------------------------------------------------------------------------------- */

static const CogRemixSection *
get_section (CogRemixWindow *self, guint i)
{
  return g_ptr_array_index (cog_remix_get_sections (self->remix), i);
}

/* What a section stands in comes with all below it. */
static gboolean
comes_along (CogRemixWindow *self, guint i)
{
  guint depth = get_section (self, i)->depth;

  while (i-- > 0 && depth > 0)
    if (get_section (self, i)->depth < depth)
      {
        if (self->chosen[i])
          return TRUE;
        depth = get_section (self, i)->depth;
      }
  return FALSE;
}

static void
show_row (CogRemixWindow *self, GtkListItem *item)
{
  guint i = gtk_list_item_get_position (item);
  GtkWidget *check = gtk_list_item_get_child (item);
  const CogRemixSection *section = get_section (self, i);
  gboolean along = comes_along (self, i);
  const char *title = section->title != NULL ? section->title : section->id;
  /* Translators: a section of another book that cannot be brought in twice. */
  g_autofree char *present = g_strdup_printf (_ ("%s (in your book already)"), title);

  self->is_showing = TRUE;
  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), section->is_present ? present : title);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               !section->is_present && (along || self->chosen[i]));
  gtk_widget_set_sensitive (check, !section->is_present && !along);
  gtk_widget_set_margin_start (check, INDENT * (int)MIN (section->depth, 6));
  self->is_showing = FALSE;
}

static void
show_rows (CogRemixWindow *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->bound->len; i++)
    show_row (self, g_ptr_array_index (self->bound, i));
  for (guint i = 0; i < cog_remix_get_sections (self->remix)->len; i++)
    any = any || self->chosen[i];
  gtk_widget_set_sensitive (self->insert, any);
}

static void
toggled_cb (GtkCheckButton *check, GtkListItem *item)
{
  CogRemixWindow *self =
      COG_REMIX_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (check), COG_TYPE_REMIX_WINDOW));

  if (self == NULL || self->is_showing)
    return;
  self->chosen[gtk_list_item_get_position (item)] = gtk_check_button_get_active (check);
  show_rows (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogRemixWindow *self)
{
  GtkWidget *check = gtk_check_button_new ();

  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), item);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, check);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogRemixWindow *self)
{
  g_ptr_array_add (self->bound, item);
  show_row (self, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogRemixWindow *self)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* --- reading ---------------------------------------------------------------------------------- */

typedef struct
{
  CogProject *project;
  CogRun *run;
  char *path;
  char *obstacle; /* (nullable) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->project);
  g_object_unref (reading->run);
  g_free (reading->path);
  g_free (reading->obstacle);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  CogRemix *remix = cog_remix_new (reading->project, reading->path, NULL,
                                   cog_run_get_progress (reading->run), cancellable, &error);

  if (remix == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  reading->obstacle = cog_remix_dup_obstacle (remix, reading->project);
  g_task_return_pointer (task, remix, (GDestroyNotify)cog_remix_free);
}

static void
show_licence (CogRemixWindow *self, const char *obstacle)
{
  const CogCredit *credit = cog_remix_get_credit (self->remix);
  g_autofree char *name = credit->licence != NULL ? cog_licence_dup_label (credit->licence)
                                                  : g_strdup (_ ("Licence unknown"));
  const char *classes[] = { "licence", NULL, NULL };

  if (cog_licence_meaning_get_adaptability (credit->licence) != COG_ADAPTABILITY_FREE)
    classes[1] = "unknown";
  gtk_widget_set_css_classes (GTK_WIDGET (self->licence), classes);
  gtk_label_set_label (self->book, credit->title != NULL ? credit->title : _ ("Without a title"));
  gtk_label_set_label (self->licence, name);
  gtk_label_set_label (self->meaning, cog_licence_meaning_describe_source (credit->licence));
  gtk_label_set_label (self->obstacle, obstacle != NULL ? obstacle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->obstacle), obstacle != NULL);
}

static void
show_found (CogRemixWindow *self, const char *obstacle)
{
  GPtrArray *sections = cog_remix_get_sections (self->remix);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = NULL;

  for (guint i = 0; i < sections->len; i++)
    gtk_string_list_append (model, get_section (self, i)->id);
  self->chosen = g_new0 (gboolean, sections->len + 1);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&model)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  show_licence (self, obstacle);
  gtk_stack_set_visible_child_name (self->stack, "found");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  cog_announce (GTK_WIDGET (self), gtk_label_get_label (self->book), FALSE);
  cog_announce (GTK_WIDGET (self), gtk_label_get_label (self->meaning), FALSE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CogRemixWindow *self = COG_REMIX_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogRemix) remix = g_task_propagate_pointer (G_TASK (result), &error);
  const Reading *reading = g_task_get_task_data (G_TASK (result));

  if (self->run == NULL)
    return;
  g_clear_object (&self->run);
  cog_run_bar_set_run (self->run_bar, NULL);
  if (remix != NULL)
    {
      self->remix = g_steal_pointer (&remix);
      show_found (self, reading->obstacle);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "choose");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_title (ADW_STATUS_PAGE (self->choose), _ ("That Book Cannot Be Read"));
      adw_status_page_set_description (ADW_STATUS_PAGE (self->choose), escaped);
      cog_announce (GTK_WIDGET (self), error->message, TRUE);
    }
}

static void
read_file (CogRemixWindow *self, GFile *file)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) task = NULL;

  self->run = cog_run_new ();
  reading->project = g_object_ref (self->project);
  reading->run = g_object_ref (self->run);
  reading->path = g_file_get_path (file);
  task = g_task_new (self, cog_run_get_cancellable (self->run), read_cb, NULL);
  g_task_set_task_data (task, reading, reading_free);
  cog_run_bar_set_run (self->run_bar, self->run);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  g_task_run_in_thread (task, read_in_thread);
}

static void
file_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = cog_file_dialog_finish (result, NULL);
  CogRemixWindow *self = COG_REMIX_WINDOW (source);

  if (file != NULL && g_file_peek_path (file) != NULL && self->run == NULL && self->remix == NULL)
    read_file (self, file);
}

static void
choose_cb (CogRemixWindow *self)
{
  cog_file_dialog_open (GTK_WIDGET (self), _ ("Choose a Book"), NULL, file_cb, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, CogRemixWindow *self)
{
  GFile *file = g_value_get_object (value);

  if (file == NULL || g_file_peek_path (file) == NULL || self->run != NULL || self->remix != NULL)
    return FALSE;
  read_file (self, file);
  return TRUE;
}

/* --- inserting -------------------------------------------------------------------------------- */

/* (transfer container) */
static GPtrArray *
list_chosen (CogRemixWindow *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < cog_remix_get_sections (self->remix)->len; i++)
    if (self->chosen[i] && !comes_along (self, i))
      g_ptr_array_add (ids, get_section (self, i)->id);
  g_ptr_array_add (ids, NULL);
  return ids;
}

typedef struct
{
  CogRemix *remix; /* of the window, which the task holds; it only looks at it meanwhile */
  CogProject *project;
  CogRun *run;
  GPtrArray *chosen; /* ids, NULL at the end */
  char *anchor;      /* (nullable) */
  GtkWidget *parent;
  char *unit; /* out: the first that came (nullable) */
} Insertion;

static void
insertion_free (gpointer data)
{
  Insertion *insertion = data;

  g_object_unref (insertion->project);
  g_object_unref (insertion->run);
  g_ptr_array_unref (insertion->chosen);
  g_object_unref (insertion->parent);
  g_free (insertion->anchor);
  g_free (insertion->unit);
  g_free (insertion);
}

static void
insert_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Insertion *insertion = data;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GPtrArray) units = NULL;
  GError *error = NULL;

  if (!cog_remix_insert (insertion->remix, insertion->project,
                         (const char *const *)insertion->chosen->pdata, insertion->anchor,
                         insertion->anchor != NULL ? COG_PLACE_AFTER : COG_PLACE_LAST, &ids,
                         cog_run_get_progress (insertion->run), cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  units = ids[0] != NULL ? cog_project_list_units (insertion->project, ids[0], NULL) : NULL;
  if (units != NULL && units->len > 0)
    insertion->unit = g_strdup (((const CogUnit *)g_ptr_array_index (units, 0))->id);
  g_task_return_boolean (task, TRUE);
}

static void
tell (const Insertion *insertion)
{
  guint n = insertion->chosen->len - 1;
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u section brought in", "%u sections brought in", n), n);

  if (insertion->unit != NULL)
    gtk_widget_activate_action (insertion->parent, "win.go-to", "s", insertion->unit);
  gtk_widget_activate_action (insertion->parent, "win.toast-with", "(sss)", words, _ ("Undo"),
                              "win.undo");
}

/* What was stopped too late is there all the same, and is told. */
static void
inserted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CogRemixWindow *self = COG_REMIX_WINDOW (source);
  const Insertion *insertion = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  if (!gtk_widget_get_realized (insertion->parent) || cog_project_is_closed (insertion->project))
    return;
  if (ok)
    tell (insertion);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (insertion->parent, "win.show-error", "s", error->message);
  g_clear_object (&self->run);
  if (self->list != NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static void
insert_cb (CogRemixWindow *self)
{
  Insertion *insertion = g_new0 (Insertion, 1);
  g_autoptr (GTask) task = NULL;

  insertion->chosen = list_chosen (self);
  for (guint i = 0; i + 1 < insertion->chosen->len; i++)
    insertion->chosen->pdata[i] = g_strdup (insertion->chosen->pdata[i]);
  g_ptr_array_set_free_func (insertion->chosen, g_free);
  insertion->remix = self->remix;
  insertion->project = g_object_ref (self->project);
  insertion->anchor = g_strdup (self->anchor);
  insertion->parent = g_object_ref (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))));
  self->run = cog_run_new ();
  insertion->run = g_object_ref (self->run);
  task = g_task_new (self, cog_run_get_cancellable (self->run), inserted_cb, NULL);
  /* It is in the book, or it is not: what happened is told, not what was asked for last. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, insertion, insertion_free);
  adw_status_page_set_title (self->reading, _ ("Bringing In…"));
  cog_run_bar_set_run (self->run_bar, self->run);
  gtk_widget_set_sensitive (self->insert, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  g_task_run_in_thread (task, insert_in_thread);
}

/* --- the widget ------------------------------------------------------------------------------- */

static gboolean
cog_remix_window_close_request (GtkWindow *window)
{
  CogRemixWindow *self = COG_REMIX_WINDOW (window);

  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
  g_clear_object (&self->run);
  return GTK_WINDOW_CLASS (cog_remix_window_parent_class)->close_request (window);
}

static void
cog_remix_window_dispose (GObject *object)
{
  CogRemixWindow *self = COG_REMIX_WINDOW (object);

  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
  g_clear_object (&self->run);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->project);
  G_OBJECT_CLASS (cog_remix_window_parent_class)->dispose (object);
}

static void
cog_remix_window_finalize (GObject *object)
{
  CogRemixWindow *self = COG_REMIX_WINDOW (object);

  g_clear_pointer (&self->remix, cog_remix_free);
  g_free (self->anchor);
  g_free (self->chosen);
  g_ptr_array_unref (self->bound);
  G_OBJECT_CLASS (cog_remix_window_parent_class)->finalize (object);
}

static void
cog_remix_window_class_init (CogRemixWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_remix_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_remix_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cog_remix_window_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (COG_TYPE_RUN_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/import/cog-remix-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogRemixWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogRemixWindow, insert);
  gtk_widget_class_bind_template_child (widget_class, CogRemixWindow, choose);
  gtk_widget_class_bind_template_child (widget_class, CogRemixWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, CogRemixWindow, run_bar);
  gtk_widget_class_bind_template_child (widget_class, CogRemixWindow, book);
  gtk_widget_class_bind_template_child (widget_class, CogRemixWindow, licence);
  gtk_widget_class_bind_template_child (widget_class, CogRemixWindow, meaning);
  gtk_widget_class_bind_template_child (widget_class, CogRemixWindow, obstacle);
  gtk_widget_class_bind_template_child (widget_class, CogRemixWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
cog_remix_window_init (CogRemixWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
cog_remix_window_present (GtkWindow *parent, CogProject *project, const char *anchor)
{
  CogRemixWindow *self;

  g_return_if_fail (GTK_IS_WINDOW (parent) && COG_IS_PROJECT (project));

  self = g_object_new (COG_TYPE_REMIX_WINDOW, "transient-for", parent, NULL);
  self->project = g_object_ref (project);
  self->anchor = g_strdup (anchor);
  gtk_window_present (GTK_WINDOW (self));
}
