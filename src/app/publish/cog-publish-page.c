/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-publish-page.h"

#include "cog-check-job.h"
#include "cog-publish-job.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  CogProject *project;
  GtkWidget *root;
  GtkWidget *findings;
  GtkWidget *format; /* AdwComboRow */
  GtkWidget *publish;
  GtkWidget *draft;
  GtkWidget *spinner;
  GtkFileChooserNative *chooser;
  gboolean as_draft;
} PublishPage;

static void
page_free (PublishPage *page)
{
  g_clear_object (&page->chooser);
  g_object_unref (page->project);
  g_free (page);
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
jump_cb (AdwActionRow *row, gpointer user_data)
{
  const char *place = g_object_get_data (G_OBJECT (row), "place");

  gtk_widget_activate_action (GTK_WIDGET (row), "win.go-to", "s", place);
}

static guint
show_group (PublishPage *page, CogReport *report, CogSeverity severity, const char *title, const char *icon)
{
  GPtrArray *findings = cog_report_get_findings (report);
  GtkWidget *list = gtk_list_box_new ();
  guint n = 0;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = NULL;
      g_autofree char *escaped = NULL;
      GtkWidget *row;

      if (finding->kind->severity != severity || ++n > 100)
        continue;
      sentence = cog_finding_dup_sentence (finding);
      escaped = g_markup_escape_text (sentence, -1);
      row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "place", g_strdup (finding->place), g_free);
      g_signal_connect (row, "activated", G_CALLBACK (jump_cb), page);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  if (n > 0)
    {
      gtk_box_append (GTK_BOX (page->findings), new_heading (title));
      gtk_box_append (GTK_BOX (page->findings), list);
    }
  else
    g_object_ref_sink (list), g_object_unref (list);
  return n;
}

static void
show_findings (PublishPage *page)
{
  g_autoptr (CogReport) report = cog_report_new ();
  guint n_errors;

  clear (page->findings);
  cog_check_project (page->project, report, NULL);
  n_errors = show_group (page, report, COG_SEVERITY_ERROR, _ ("Must Be Solved"), "dialog-error-symbolic");
  if (n_errors + show_group (page, report, COG_SEVERITY_WARNING, _ ("Should Be Solved"), "dialog-warning-symbolic") == 0)
    gtk_box_append (GTK_BOX (page->findings), new_heading (_ ("Everything is in order.")));
  gtk_widget_set_sensitive (page->publish, n_errors == 0);
}

static void
map_cb (GtkWidget *widget, PublishPage *page)
{
  show_findings (page);
}

typedef struct
{
  CogProject *project;
  char *path;
  gboolean draft;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->project);
  g_free (job->path);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (CogReport) report = cog_report_new ();
  CogPublishOptions options = { { .is_draft = job->draft }, { COG_PAPER_A4 } };
  GError *error = NULL;

  if (cog_publish_project (job->project, job->path, &options, report, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PublishPage *page = user_data;
  g_autoptr (GError) error = NULL;
  Job *job = g_task_get_task_data (G_TASK (result));

  gtk_spinner_stop (GTK_SPINNER (page->spinner));
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *name = g_path_get_basename (job->path);
      /* Translators: %s is the name of a file. */
      g_autofree char *text = g_strdup_printf (_ ("“%s” is published"), name);

      gtk_widget_activate_action (page->root, "win.toast", "s", text);
    }
  else
    gtk_widget_activate_action (page->root, "win.show-error", "s", error->message);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, PublishPage *page)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  job = g_new0 (Job, 1);
  job->project = g_object_ref (page->project);
  job->path = g_file_get_path (file);
  job->draft = page->as_draft;
  gtk_spinner_start (GTK_SPINNER (page->spinner));
  task = g_task_new (page->root, NULL, done_cb, page);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);
}

static void
choose_file (PublishPage *page, gboolean draft)
{
  static const char *const suffixes[] = { "epub", "pdf", "html", "zip" };
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (page->format));
  g_autofree char *title = cog_project_dup_title (page->project);
  g_autofree char *name = NULL;

  g_strdelimit (title, "/\\:", '-');
  name = g_strdup_printf ("%s.%s", title, suffixes[MIN (selected, G_N_ELEMENTS (suffixes) - 1)]);
  page->as_draft = draft;
  g_clear_object (&page->chooser);
  page->chooser = gtk_file_chooser_native_new (_ ("Publish"),
                                               GTK_WINDOW (gtk_widget_get_root (page->root)),
                                               GTK_FILE_CHOOSER_ACTION_SAVE,
                                               NULL,
                                               NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (page->chooser), name);
  g_signal_connect (page->chooser, "response", G_CALLBACK (chosen_cb), page);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (page->chooser));
}

static void
publish_cb (GtkButton *button, PublishPage *page)
{
  choose_file (page, FALSE);
}

static void
draft_cb (GtkButton *button, PublishPage *page)
{
  choose_file (page, TRUE);
}

static GtkWidget *
build_options (PublishPage *page)
{
  const char *const formats[] = { _ ("EPUB, for phones and readers"), _ ("PDF, for paper and screen"),
                                  _ ("HTML, one file"), _ ("HTML, a site in a zip"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autoptr (GtkStringList) model = gtk_string_list_new (formats);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  page->format = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (page->format), _ ("Format"));
  adw_combo_row_set_model (ADW_COMBO_ROW (page->format), G_LIST_MODEL (model));
  gtk_list_box_append (GTK_LIST_BOX (list), page->format);
  page->spinner = gtk_spinner_new ();
  page->draft = gtk_button_new_with_label (_ ("Export Draft…"));
  page->publish = gtk_button_new_with_label (_ ("Publish…"));
  gtk_widget_add_css_class (page->draft, "pill");
  gtk_widget_add_css_class (page->publish, "pill");
  gtk_widget_add_css_class (page->publish, "suggested-action");
  g_signal_connect (page->draft, "clicked", G_CALLBACK (draft_cb), page);
  g_signal_connect (page->publish, "clicked", G_CALLBACK (publish_cb), page);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), page->spinner);
  gtk_box_append (GTK_BOX (buttons), page->draft);
  gtk_box_append (GTK_BOX (buttons), page->publish);
  gtk_box_append (GTK_BOX (box), new_heading (_ ("Publish As")));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

GtkWidget *
cog_publish_page_new (CogProject *project)
{
  PublishPage *page = g_new0 (PublishPage, 1);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  page->project = g_object_ref (project);
  page->root = gtk_scrolled_window_new ();
  page->findings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_hexpand (page->findings, TRUE);
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_box_append (GTK_BOX (columns), page->findings);
  gtk_box_append (GTK_BOX (columns), build_options (page));
  gtk_widget_set_margin_start (columns, 24);
  gtk_widget_set_margin_end (columns, 24);
  gtk_widget_set_margin_top (columns, 18);
  gtk_widget_set_margin_bottom (columns, 24);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (page->root), columns);
  g_object_set_data_full (G_OBJECT (page->root), "page", page, (GDestroyNotify) page_free);
  g_signal_connect (page->root, "map", G_CALLBACK (map_cb), page);
  return page->root;
}
