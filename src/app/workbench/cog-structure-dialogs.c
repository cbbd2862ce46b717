/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-structure-actions.h"

#include "cog-compat.h"
#include "cog-edit-run.h"
#include "cog-picture-job.h"
#include "cog-project-structure.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A question about where something new is to stand. */
typedef struct
{
  GtkWidget *page; /* held */
  CogProject *project;
  char *section; /* (nullable) */
  char *after;   /* unit, or section */
  GtkWidget *rows, *columns, *header, *caption, *title;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->page);
  g_clear_object (&question->project);
  g_free (question->section);
  g_free (question->after);
  g_free (question);
}

static Question *
question_new (GtkWidget *page, CogProject *project, const char *section, const char *after)
{
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (page);
  question->project = g_object_ref (project);
  question->section = g_strdup (section);
  question->after = g_strdup (after);
  return question;
}

static GtkWidget *
add_row (GtkWidget *grid, int row, const char *name, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (name);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), widget, 1, row, 1, 1);
  return widget;
}

static GtkWidget *
new_dialog (const char *heading, const char *verb)
{
  GtkWidget *dialog = cog_message_dialog_new (heading, NULL);

  cog_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "insert", verb, ADW_RESPONSE_SUGGESTED);
  cog_message_dialog_set_default_response (dialog, "insert");
  cog_message_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

static void
table_cb (GtkWidget *dialog, const char *response, Question *question)
{
  CogTableSpec spec = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (!g_str_equal (response, "insert"))
    return;
  spec.n_rows = (guint)gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (question->rows));
  spec.n_columns = (guint)gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (question->columns));
  spec.has_header = gtk_switch_get_active (GTK_SWITCH (question->header));
  spec.caption = gtk_switch_get_active (GTK_SWITCH (question->caption)) ? "" : NULL;
  id = cog_project_add_table (question->project, question->section, question->after, &spec, &error);
  if (id != NULL)
    cog_structure_go_to (question->page, id);
  else
    cog_structure_tell (question->page, error);
}

static GtkWidget *
new_switch (gboolean is_on)
{
  GtkWidget *widget = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (widget), is_on);
  gtk_widget_set_halign (widget, GTK_ALIGN_END);
  return widget;
}

void
cog_structure_ask_table (GtkWidget *page,
                         CogProject *project,
                         const char *section,
                         const char *after)
{
  GtkWidget *dialog = new_dialog (_ ("Insert a Table"), _ ("_Insert"));
  Question *question = question_new (page, project, section, after);
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  question->rows = add_row (grid, 0, _ ("_Rows"), gtk_spin_button_new_with_range (1, 200, 1));
  question->columns = add_row (grid, 1, _ ("_Columns"), gtk_spin_button_new_with_range (1, 50, 1));
  question->header = add_row (grid, 2, _ ("_Header row"), new_switch (TRUE));
  question->caption = add_row (grid, 3, _ ("C_aption"), new_switch (TRUE));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (question->rows), 3);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (question->columns), 3);
  cog_message_dialog_set_extra_child (dialog, grid);
  g_signal_connect_data (dialog, "response", G_CALLBACK (table_cb), question,
                         (GClosureNotify)(void (*) (void))question_free, 0);
  cog_message_dialog_present (dialog, page);
}

static void
section_cb (GtkWidget *dialog, const char *response, Question *question)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *unit = NULL;

  if (!g_str_equal (response, "insert"))
    return;
  /* The first paragraph is there to be written. */
  id = cog_project_add_section (question->project,
                                gtk_editable_get_text (GTK_EDITABLE (question->title)),
                                question->after, COG_PLACE_AFTER, &unit, &error);
  if (id != NULL)
    cog_structure_go_to (question->page, unit);
  else
    cog_structure_tell (question->page, error);
}

static void
title_cb (GtkEditable *editable, GtkWidget *dialog)
{
  const char *text = gtk_editable_get_text (editable);

  cog_message_dialog_set_response_enabled (dialog, "insert", text[strspn (text, " \t")] != '\0');
}

void
cog_structure_ask_section (GtkWidget *page, CogProject *project, const char *after)
{
  GtkWidget *dialog = new_dialog (_ ("New Section"), _ ("_Add"));
  Question *question = question_new (page, project, NULL, after);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *entry = gtk_entry_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  question->title = add_row (grid, 0, _ ("_Title"), entry);
  cog_message_dialog_set_response_enabled (dialog, "insert", FALSE);
  g_signal_connect (entry, "changed", G_CALLBACK (title_cb), dialog);
  cog_message_dialog_set_extra_child (dialog, grid);
  g_signal_connect_data (dialog, "response", G_CALLBACK (section_cb), question,
                         (GClosureNotify)(void (*) (void))question_free, 0);
  cog_message_dialog_present (dialog, page);
  gtk_widget_grab_focus (entry);
}

static void
read_picture (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  CogPictureOffer *offer = cog_picture_offer_new (path, cancellable, &error);

  if (offer != NULL)
    g_task_return_pointer (task, offer, (GDestroyNotify)cog_picture_offer_free);
  else
    g_task_return_error (task, error);
}

typedef struct
{
  Question *question;
  CogPictureOffer *offer;
  char *id; /* of the figure */
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  question_free (adding->question);
  cog_picture_offer_free (adding->offer);
  g_free (adding->id);
  g_free (adding);
}

static gboolean
add_thread (CogProject *project, gpointer data, GError **error)
{
  Adding *adding = data;
  CogFigureSpec spec = { adding->offer->asset, adding->offer->credit, adding->offer->alt, "",
                         FALSE };

  adding->id = cog_project_add_figure (project, adding->question->section, adding->question->after,
                                       &spec, error);
  return adding->id != NULL;
}

static void
added_cb (gpointer data, const GError *error)
{
  Adding *adding = data;
  GtkWidget *page = adding->question->page;

  if (gtk_widget_get_root (page) == NULL)
    return;
  if (error == NULL)
    cog_structure_go_to (page, adding->id);
  else
    cog_structure_tell (page, error);
}

/* The credit that the file has of itself comes with it; what is missing is asked for beside the
 * figure, and before publishing. */
static void
picture_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GError) error = NULL;
  CogPictureOffer *offer = g_task_propagate_pointer (G_TASK (result), &error);
  Adding *adding;

  if (offer == NULL || gtk_widget_get_root (question->page) == NULL)
    {
      if (error != NULL && gtk_widget_get_root (question->page) != NULL)
        cog_structure_tell (question->page, error);
      g_clear_pointer (&offer, cog_picture_offer_free);
      question_free (question);
      return;
    }
  adding = g_new0 (Adding, 1);
  *adding = (Adding){ question, offer, NULL };
  cog_edit_run (question->page, question->project, add_thread, added_cb, adding, adding_free);
}

static void
file_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cog_file_dialog_finish (result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GTask) task = NULL;

  if (file == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cog_structure_tell (question->page, error);
  if (path == NULL)
    {
      question_free (question);
      return;
    }
  task = g_task_new (NULL, NULL, picture_cb, question);
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_task_run_in_thread (task, read_picture);
}

void
cog_structure_ask_figure (GtkWidget *page,
                          CogProject *project,
                          const char *section,
                          const char *after)
{
  cog_file_dialog_open_picture (page, _ ("Choose a Picture"), file_cb,
                                question_new (page, project, section, after));
}
