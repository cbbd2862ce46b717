/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-publish-page.h"

#include "cog-column.h"
#include "cog-compat.h"
#include "cog-publish-run.h"
#include "cog-run-bar.h"
#include "cog-slip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Rows of one kind that the page shows; the rest is counted. */
#define MAX_ROWS 60

struct _CogPublishPage
{
  GtkWidget parent_instance;
  CogProject *project;
  CogRun *run;            /* NULL: nothing is being written */
  GCancellable *checking; /* (nullable) */
  gboolean as_draft;
  guint n_errors;
  GtkWidget *root;
  GtkBox *columns;
  GtkWidget *checking_note;
  CogSlip *errors, *warnings, *in_order;
  AdwComboRow *format, *paper;
  GtkWidget *more;
  GtkSwitch *bilingual;
  CogRunBar *run_bar;
  GtkLabel *advice;
  GtkWidget *draft, *publish;
};

G_DEFINE_FINAL_TYPE (CogPublishPage, cog_publish_page, GTK_TYPE_WIDGET)

static const char *const suffixes[] = { "epub", "pdf", "html", "zip" }; /* as the rows of format */
#define FORMAT_PDF 1

static void
update_buttons (CogPublishPage *self)
{
  gboolean is_busy = self->run != NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (self->publish,
                            !is_busy && self->checking == NULL && self->n_errors == 0);
  gtk_widget_set_sensitive (self->draft, !is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->format), !is_busy);
  gtk_widget_set_sensitive (self->more, !is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->advice), self->n_errors > 0);
  if (self->n_errors == 0)
    return;
  text = g_strdup_printf (
      ngettext ("%'u thing must be solved first. A draft can go out now; each page says so.",
                "%'u things must be solved first. A draft can go out now; each page says so.",
                self->n_errors),
      self->n_errors);
  gtk_label_set_label (self->advice, text);
}

static void
jump_cb (AdwActionRow *row, CogPublishPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "win.go-to", "s",
                              (const char *)g_object_get_data (G_OBJECT (row), "place"));
}

static GtkWidget *
new_row (const char *text, const char *icon, const char *class_name)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  gtk_widget_add_css_class (image, class_name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  return row;
}

static GtkWidget *
new_finding_row (CogPublishPage *self, const CogFinding *finding)
{
  gboolean is_error = finding->kind->severity == COG_SEVERITY_ERROR;
  g_autofree char *sentence = cog_finding_dup_sentence (finding);
  GtkWidget *row =
      new_row (sentence, is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic",
               is_error ? "error" : "warning");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "place", g_strdup (finding->place), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (jump_cb), self);
  return row;
}

static guint
show_group (
    CogPublishPage *self, CogSlip *slip, CogReport *report, CogSeverity severity, const char *badge)
{
  GPtrArray *findings = cog_report_get_findings (report);
  g_autofree char *count = NULL;
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind->severity == severity && ++n <= MAX_ROWS)
        cog_slip_append (slip, new_finding_row (self, finding));
    }
  if (n > MAX_ROWS)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %'u more", "and %'u more", n - MAX_ROWS), n - MAX_ROWS);

      cog_slip_append (slip, new_row (more, "view-more-symbolic", "dim"));
    }
  count = g_strdup_printf ("%'u", n);
  cog_slip_set_aside (slip, count, badge);
  return n;
}

static void
show_report (CogPublishPage *self, CogReport *report)
{
  guint n_warnings;

  cog_slip_clear (self->errors);
  cog_slip_clear (self->warnings);
  cog_slip_clear (self->in_order);
  self->n_errors = show_group (self, self->errors, report, COG_SEVERITY_ERROR, "must");
  n_warnings = show_group (self, self->warnings, report, COG_SEVERITY_WARNING, "should");
  if (self->n_errors + n_warnings == 0)
    cog_slip_append (self->in_order,
                     new_row (_ ("Everything is in order."), "emblem-ok-symbolic", "success"));
  else if (self->n_errors == 0)
    cog_slip_append (self->in_order, new_row (_ ("Nothing stands in the way of publishing."),
                                              "emblem-ok-symbolic", "success"));
}

static void
checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogPublishPage *self = COG_PUBLISH_PAGE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogReport) report = cog_publish_run_check_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->checking);
  gtk_widget_set_visible (self->checking_note, FALSE);
  if (report != NULL)
    show_report (self, report);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
  update_buttons (self);
}

static void
check (CogPublishPage *self)
{
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  self->checking = g_cancellable_new ();
  gtk_widget_set_visible (self->checking_note, TRUE);
  update_buttons (self);
  cog_publish_run_check (self->project, self->checking, self, checked_cb);
}

static void
changed_cb (CogProject *project, char **units, CogPublishPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    check (self);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogPublishPage *self = COG_PUBLISH_PAGE (object);
  g_autoptr (GError) error = NULL;
  gboolean ok = cog_publish_run_finish (result, &error);

  g_clear_object (&self->run);
  if (self->run_bar == NULL) /* closed meanwhile */
    return;
  cog_run_bar_set_run (self->run_bar, NULL);
  update_buttons (self);
  if (ok)
    {
      g_autofree char *name = g_path_get_basename (cog_publish_run_get_path (result));
      /* Translators: %s is the name of a file. */
      g_autofree char *text = g_strdup_printf (_ ("“%s” is published"), name);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ ("Stopped. Nothing was written."));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
}

static void
chosen_cb (GObject *page, GAsyncResult *result, gpointer user_data)
{
  CogPublishPage *self = COG_PUBLISH_PAGE (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cog_file_dialog_finish (result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  CogPublishOptions options = { 0 };

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
  if (path == NULL || self->run != NULL)
    return;
  self->run = cog_run_new ();
  cog_run_bar_set_run (self->run_bar, self->run);
  update_buttons (self);
  options.edition.is_draft = self->as_draft;
  options.edition.is_bilingual = gtk_switch_get_active (self->bilingual);
  options.writer.paper = (CogPaper)adw_combo_row_get_selected (self->paper);
  cog_publish_run_start (self->project, path, &options, self->run, self, written_cb);
}

static void
choose_file (CogPublishPage *self, gboolean draft)
{
  guint selected = adw_combo_row_get_selected (self->format);
  g_autofree char *title = cog_project_dup_title (self->project);
  g_autofree char *name = NULL;

  g_strdelimit (title, "/\\:", '-');
  name = g_strdup_printf ("%s.%s", title, suffixes[MIN (selected, G_N_ELEMENTS (suffixes) - 1)]);
  self->as_draft = draft;
  cog_file_dialog_save (GTK_WIDGET (self), draft ? _ ("Export Draft") : _ ("Publish"), name, NULL,
                        NULL, chosen_cb, NULL);
}

static void
publish_cb (CogPublishPage *self)
{
  choose_file (self, FALSE);
}

static void
draft_cb (CogPublishPage *self)
{
  choose_file (self, TRUE);
}

static void
format_cb (CogPublishPage *self)
{
  const char *const uses[] = { _ ("For phones and readers"), _ ("For paper and screen"),
                               _ ("For a USB stick or a message"),
                               _ ("For a school’s web server") };

  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (self->format),
      uses[MIN (adw_combo_row_get_selected (self->format), G_N_ELEMENTS (uses) - 1)]);
  gtk_widget_set_visible (GTK_WIDGET (self->paper),
                          adw_combo_row_get_selected (self->format) == FORMAT_PDF);
}

static void
cog_publish_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cog_publish_page_parent_class)->map (widget);
  check (COG_PUBLISH_PAGE (widget));
}

static void
cog_publish_page_dispose (GObject *object)
{
  CogPublishPage *self = COG_PUBLISH_PAGE (object);

  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  cog_publish_page_cancel (self);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  self->run_bar = NULL;
  g_clear_pointer (&self->root, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_publish_page_parent_class)->dispose (object);
}

static void
cog_publish_page_class_init (CogPublishPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_publish_page_dispose;
  widget_class->map = cog_publish_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (COG_TYPE_COLUMN);
  g_type_ensure (COG_TYPE_SLIP);
  g_type_ensure (COG_TYPE_RUN_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/publish/cog-publish-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, root);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, columns);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, checking_note);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, errors);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, warnings);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, in_order);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, format);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, paper);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, more);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, bilingual);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, run_bar);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, advice);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, draft);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, publish);
  gtk_widget_class_bind_template_callback (widget_class, publish_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
}

static void
cog_publish_page_init (CogPublishPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  format_cb (self);
}

GtkWidget *
cog_publish_page_new (CogProject *project)
{
  CogPublishPage *self = g_object_new (COG_TYPE_PUBLISH_PAGE, NULL);

  self->project = g_object_ref (project);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}

gboolean
cog_publish_page_is_busy (CogPublishPage *self)
{
  g_return_val_if_fail (COG_IS_PUBLISH_PAGE (self), FALSE);
  return self->run != NULL;
}

void
cog_publish_page_cancel (CogPublishPage *self)
{
  g_return_if_fail (COG_IS_PUBLISH_PAGE (self));

  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
}

void
cog_publish_page_set_narrow (CogPublishPage *self, gboolean narrow)
{
  g_return_if_fail (COG_IS_PUBLISH_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->columns, !narrow);
}
