/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-glossary-window.h"

#include "cog-compat.h"
#include "cog-glossary-item.h"
#include "cog-language.h"
#include "cog-term-check.h"
#include "cog-term-dialog.h"
#include "cog-term-exchange.h"

#include <glib/gi18n-lib.h>

struct _CogGlossaryWindow
{
  AdwWindow parent_instance;
  char *from, *to, *own;
  GListStore *items;
  GtkCustomFilter *filter;
  GtkSelectionModel *selection;
  char *wanted; /* folded (nullable): all */
  GCancellable *cancellable;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkSearchEntry *search;
  GtkListView *list;
  GtkLabel *nothing;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CogGlossaryWindow, cog_glossary_window, ADW_TYPE_WINDOW)

static void
toast (CogGlossaryWindow *self, const char *text)
{
  AdwToast *message = adw_toast_new (text);

  adw_toast_set_timeout (message, 8);
  adw_toast_overlay_add_toast (self->toasts, message);
  cog_announce (GTK_WIDGET (self), text, FALSE);
}

/* --- rows ------------------------------------------------------------------------------------- */

static GtkWidget *
new_line (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogGlossaryWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  new_line (box, NULL);
  new_line (box, "dim");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogGlossaryWindow *self)
{
  CogGlossaryItem *entry = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *term = cog_glossary_item_get_term (entry);
  const char *translation = cog_glossary_item_get_translation (entry);
  const char *shown = translation[0] != '\0' ? translation : _ ("No translation yet");
  /* Translators: what a screen reader says of a row: a term and its translation. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), term, shown);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), term);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), shown);
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  CogGlossaryWindow *self = user_data;

  return self->wanted == NULL || cog_glossary_item_has (item, self->wanted);
}

static void
show_page (CogGlossaryWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0;

  gtk_label_set_label (self->nothing,
                       is_empty ? _ ("No terms yet. Add one, or take in a glossary from a file.")
                                : _ ("No term has these words."));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
}

static void
search_cb (CogGlossaryWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_free (self->wanted);
  self->wanted = text[0] != '\0' ? g_utf8_casefold (text, -1) : NULL;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_page (self);
}

/* --- reading ---------------------------------------------------------------------------------- */

typedef struct
{
  char *from, *to, *own;
  char *path; /* of an import or export (nullable) */
  gboolean is_export;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->from);
  g_free (job->to);
  g_free (job->own);
  g_free (job->path);
  g_free (job);
}

static GTask *
new_task (CogGlossaryWindow *self, GAsyncReadyCallback callback, const char *path)
{
  GTask *task = g_task_new (self, self->cancellable, callback, NULL);
  Job *job = g_new0 (Job, 1);

  job->from = g_strdup (self->from);
  job->to = g_strdup (self->to);
  job->own = g_strdup (self->own);
  job->path = g_strdup (path);
  g_task_set_task_data (task, job, job_free);
  return task;
}

static CogGlossary *
open_glossary (GError **error)
{
  g_autofree char *path = cog_glossary_dup_path ();

  return cog_glossary_open (path, error);
}

static gint
compare_items (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (cog_glossary_item_get_term (*(CogGlossaryItem *const *)a),
                         cog_glossary_item_get_term (*(CogGlossaryItem *const *)b));
}

/* With a term in the language of the source: what has no translation yet waits for one. */
static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  const CogGlossaryFilter filter = { .from = job->from, .project = job->own };
  GError *error = NULL;
  g_autoptr (CogGlossary) glossary = open_glossary (&error);
  g_autoptr (GPtrArray) entries =
      glossary != NULL ? cog_glossary_list (glossary, &filter, &error) : NULL;
  GPtrArray *items;

  if (entries == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  items = g_ptr_array_new_with_free_func (g_object_unref);
  while (entries->len > 0)
    g_ptr_array_add (
        items, cog_glossary_item_new (g_ptr_array_steal_index_fast (entries, entries->len - 1),
                                      job->from, job->to));
  g_ptr_array_sort (items, compare_items);
  g_task_return_pointer (task, items, (GDestroyNotify)g_ptr_array_unref);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogGlossaryWindow *self = COG_GLOSSARY_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->list == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (items == NULL)
    {
      toast (self, error->message);
      return;
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  show_page (self);
}

void
cog_glossary_window_refresh (CogGlossaryWindow *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COG_IS_GLOSSARY_WINDOW (self));

  task = new_task (self, read_cb, NULL);
  g_task_run_in_thread (task, read_in_thread);
}

static void
stored_cb (CogGlossaryWindow *self)
{
  cog_glossary_window_refresh (self);
  g_signal_emit (self, changed_signal, 0);
}

/* --- one entry -------------------------------------------------------------------------------- */

/* Some window managers give the keyboard to the book instead, which is what this window stands on.
 */
static void
closed_cb (CogGlossaryWindow *self)
{
  if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
}

static void
open_dialog (CogGlossaryWindow *self, const CogGlossaryEntry *entry)
{
  const CogTermStart start = { self->from, self->to, self->own, NULL, NULL };
  GtkWidget *dialog = cog_term_dialog_new (GTK_WINDOW (self), &start, entry);

  g_signal_connect_object (dialog, "stored", G_CALLBACK (stored_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "unmap", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_dialog (COG_GLOSSARY_WINDOW (widget), NULL);
}

static void
activate_cb (CogGlossaryWindow *self, guint position)
{
  g_autoptr (CogGlossaryItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    open_dialog (self, cog_glossary_item_get_entry (item));
}

/* --- files ------------------------------------------------------------------------------------ */

typedef struct
{
  gint64 n;
  char *loss; /* the first thing that was left out (nullable) */
  guint n_losses;
} Outcome;

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_free (outcome->loss);
  g_free (outcome);
}

static void
exchange_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  CogTermOptions options = { .from = job->from, .to = job->to };
  GError *error = NULL;
  g_autoptr (CogGlossary) glossary = open_glossary (&error);
  g_autoptr (CogReport) report = cog_report_new ();
  Outcome *outcome = g_new0 (Outcome, 1);
  gboolean ok = glossary != NULL;

  /* A file has the whole glossary, unless it is a table of two columns. */
  if (job->is_export && !g_str_has_suffix (job->path, ".txt"))
    options.from = options.to = NULL;
  if (ok && job->is_export)
    ok = cog_terms_export (glossary, job->path, &options, &outcome->n, &error);
  else if (ok)
    ok = cog_terms_import (glossary, job->path, &options, report, NULL, cancellable, &outcome->n,
                           &error);
  if (!ok)
    {
      outcome_free (outcome);
      g_task_return_error (task, error);
      return;
    }
  outcome->n_losses = cog_report_get_findings (report)->len;
  if (outcome->n_losses > 0)
    outcome->loss =
        cog_finding_dup_sentence (g_ptr_array_index (cog_report_get_findings (report), 0));
  g_task_return_pointer (task, outcome, outcome_free);
}

static void
exchanged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogGlossaryWindow *self = COG_GLOSSARY_WINDOW (object);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Outcome *outcome = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *words = NULL;

  if (self->list != NULL && outcome != NULL)
    {
      words = job->is_export
                  ? g_strdup_printf (ngettext ("%'d term was written.", "%'d terms were written.",
                                               (gulong)outcome->n),
                                     (int)outcome->n)
                  : g_strdup_printf (ngettext ("%'d term was taken in.", "%'d terms were taken in.",
                                               (gulong)outcome->n),
                                     (int)outcome->n);
      toast (self, words);
      if (outcome->loss != NULL)
        toast (self, outcome->loss);
      if (!job->is_export)
        stored_cb (self);
    }
  else if (self->list != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    toast (self, error->message);
  g_clear_pointer (&outcome, outcome_free);
}

static void
start_exchange (CogGlossaryWindow *self, const char *path, gboolean is_export)
{
  g_autoptr (GTask) task = new_task (self, exchanged_cb, path);

  ((Job *)g_task_get_task_data (task))->is_export = is_export;
  g_task_run_in_thread (task, exchange_in_thread);
}

static void
take (CogGlossaryWindow *self, GAsyncResult *result, gboolean is_export)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cog_file_dialog_finish (result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (self->list == NULL)
    return;
  if (path != NULL)
    start_exchange (self, path, is_export);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    toast (self, error->message);
}

static void
import_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  take (COG_GLOSSARY_WINDOW (object), result, FALSE);
}

static void
export_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  take (COG_GLOSSARY_WINDOW (object), result, TRUE);
}

/* (transfer full) */
static GListModel *
new_filters (void)
{
  static const char *const patterns[] = { "*.tbx", "*.xml", "*.csv",  "*.tsv",
                                          "*.txt", "*.tab", "*.utf8", NULL };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Glossaries (TBX, CSV, text)"));
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GListModel) filters = new_filters ();

  cog_file_dialog_open (widget, _ ("Take In a Glossary"), filters, import_cb, NULL);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GListModel) filters = new_filters ();

  cog_file_dialog_save (widget, _ ("Write the Glossary to a File"),
                        /* Translators: the name of a file; ".tbx" stays as it is. */
                        _ ("Glossary.tbx"), NULL, filters, export_cb, NULL);
}

/* Escape takes the search back first. */
static void
stop_search_cb (CogGlossaryWindow *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (COG_GLOSSARY_WINDOW (widget)->search));
}

/* --- the window ------------------------------------------------------------------------------- */

static void
cog_glossary_window_dispose (GObject *object)
{
  CogGlossaryWindow *self = COG_GLOSSARY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (cog_glossary_window_parent_class)->dispose (object);
}

static void
cog_glossary_window_finalize (GObject *object)
{
  CogGlossaryWindow *self = COG_GLOSSARY_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_free (self->from);
  g_free (self->to);
  g_free (self->own);
  g_free (self->wanted);
  G_OBJECT_CLASS (cog_glossary_window_parent_class)->finalize (object);
}

static void
cog_glossary_window_class_init (CogGlossaryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_glossary_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_glossary_window_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "glossary.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "glossary.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "glossary.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "glossary.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "glossary.add",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "glossary.search",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-glossary-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogGlossaryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CogGlossaryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogGlossaryWindow, search);
  gtk_widget_class_bind_template_child (widget_class, CogGlossaryWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CogGlossaryWindow, nothing);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
cog_glossary_window_init (CogGlossaryWindow *self)
{
  GtkFilterListModel *shown;
  GtkSingleSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->items = g_list_store_new (COG_TYPE_GLOSSARY_ITEM);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)),
                                     GTK_FILTER (g_object_ref (self->filter)));
  selection = gtk_single_selection_new (G_LIST_MODEL (shown));
  gtk_single_selection_set_autoselect (selection, FALSE);
  self->selection = GTK_SELECTION_MODEL (selection);
  gtk_list_view_set_model (self->list, self->selection);
  show_page (self);
}

GtkWidget *
cog_glossary_window_new (GtkWindow *parent, CogProject *project)
{
  CogGlossaryWindow *self;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && COG_IS_PROJECT (project), NULL);

  from = cog_project_dup_source_language (project);
  to = cog_project_dup_language (project);
  self = g_object_new (COG_TYPE_GLOSSARY_WINDOW, "transient-for", parent, NULL);
  self->from = g_strdup (from != NULL && cog_language_is_valid (from) ? from : "en");
  self->to = g_strdup (to != NULL && cog_language_is_valid (to) ? to : "en");
  self->own = cog_term_check_dup_project (project);
  cog_glossary_window_refresh (self);
  return GTK_WIDGET (self);
}
