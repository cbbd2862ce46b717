/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-report-window.h"

#include "cog-card-parts.h"
#include "cog-count-words.h"
#include "cog-project-report.h"
#include "cog-report-row.h"
#include "cog-slip.h"

#include <glib/gi18n-lib.h>

/* Rows of a group: nobody reads more, and each costs a widget. */
#define MAX_ROWS 200

struct _CogReportWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  GtkBox *sources;
  GtkWidget *spinner;
};

G_DEFINE_FINAL_TYPE (CogReportWindow, cog_report_window, ADW_TYPE_WINDOW)

/* --- rows ---------------------------------------------------------------------------------- */

static void
activated_cb (GtkWidget *row, CogReportWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const char *unit = g_object_get_data (G_OBJECT (row), "unit");
  const char *section = g_object_get_data (G_OBJECT (row), "section");

  if (parent != NULL && unit != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.go-to", "s", unit);
  else if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-section", "s", section);
}

static GtkWidget *
new_row (CogReportWindow *self, const CogImportLine *line)
{
  GtkWidget *row = cog_report_row_new (line->sentence, line->place, line->count);

  if (line->unit == NULL && line->section == NULL)
    return row;
  g_object_set_data_full (G_OBJECT (row), "unit", g_strdup (line->unit), g_free);
  g_object_set_data_full (G_OBJECT (row), "section", g_strdup (line->section), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_set_tooltip_text (row, _ ("Show in the Workbench"));
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), self);
  return row;
}

static GtkWidget *
new_group (CogReportWindow *self, const CogImportReport *report, CogEffect effect)
{
  CogSlip *slip = g_object_new (COG_TYPE_SLIP, NULL);
  g_autofree char *count = NULL;
  guint n = 0;

  cog_slip_set_title (slip, cog_report_group_get_title (effect));
  for (guint i = 0; i < report->lines->len; i++)
    {
      const CogImportLine *line = g_ptr_array_index (report->lines, i);

      if (line->effect == effect && n++ < MAX_ROWS)
        cog_slip_append (slip, new_row (self, line));
    }
  count = g_strdup_printf ("%'u", n);
  if (n > 0)
    cog_slip_set_aside (slip, count, effect == COG_EFFECT_UNSURE ? "should" : "count");
  return GTK_WIDGET (slip);
}

/* --- a source ------------------------------------------------------------------------------ */

static GtkWidget *
new_source (CogReportWindow *self, const CogImportReport *report)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (head), cog_card_text_new (report->name, "title-2"));
  if (report->is_kept)
    {
      g_autofree char *counts = cog_count_words_dup_line (&report->counts);
      /* Translators: what an import kept: "12 sections · 340 words · 5 figures". */
      g_autofree char *kept = g_strdup_printf (_ ("Kept: %s"), counts);

      gtk_box_append (GTK_BOX (head), cog_card_text_new (kept, NULL));
    }
  else
    gtk_box_append (
        GTK_BOX (head),
        cog_card_text_new (
            _ ("This book was imported before reports were kept. Import it again to see one."),
            "dim"));
  gtk_box_append (GTK_BOX (box), head);
  if (report->is_kept && report->lines->len == 0)
    gtk_box_append (GTK_BOX (box),
                    cog_card_text_new (_ ("Everything was taken over as it is."), "dim"));
  for (guint i = 0; i < COG_REPORT_N_GROUPS; i++)
    gtk_box_append (GTK_BOX (box), new_group (self, report, cog_report_groups[i]));
  return box;
}

/* --- reading ------------------------------------------------------------------------------- */

static void
read_in_thread (GTask *task, gpointer source, gpointer project, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *reports = cog_project_list_import_reports (project, &error);

  if (reports != NULL)
    g_task_return_pointer (task, reports, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogReportWindow *self = COG_REPORT_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = g_task_propagate_pointer (G_TASK (result), &error);

  /* Closed meanwhile. */
  if (self->sources == NULL)
    return;
  gtk_box_remove (self->sources, self->spinner);
  if (reports == NULL)
    gtk_box_append (GTK_BOX (self->sources), cog_card_text_new (error->message, "dim"));
  for (guint i = 0; reports != NULL && i < reports->len; i++)
    gtk_box_append (self->sources, new_source (self, g_ptr_array_index (reports, i)));
}

/* --- the window ---------------------------------------------------------------------------- */

static void
cog_report_window_dispose (GObject *object)
{
  CogReportWindow *self = COG_REPORT_WINDOW (object);

  self->sources = NULL;
  G_OBJECT_CLASS (cog_report_window_parent_class)->dispose (object);
}

static void
cog_report_window_finalize (GObject *object)
{
  g_clear_object (&COG_REPORT_WINDOW (object)->project);
  G_OBJECT_CLASS (cog_report_window_parent_class)->finalize (object);
}

static void
cog_report_window_class_init (CogReportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_report_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_report_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-report-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogReportWindow, sources);
  gtk_widget_class_bind_template_child (widget_class, CogReportWindow, spinner);
}

static void
cog_report_window_init (CogReportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cog_report_window_new (GtkWindow *parent, CogProject *project)
{
  CogReportWindow *self;
  g_autoptr (GTask) task = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && COG_IS_PROJECT (project), NULL);

  self = g_object_new (COG_TYPE_REPORT_WINDOW, "transient-for", parent, NULL);
  self->project = g_object_ref (project);
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_task_data (task, g_object_ref (project), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
  return GTK_WIDGET (self);
}
