/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-import-window.h"

#include "cog-import-job.h"
#include "cog-language.h"
#include "cog-licence.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A choice of languages and places that are ordinary here; any other tag can be typed. */
static const char *const languages[] = { "ar-EG", "zh-CN", "en",    "fr",    "es",    "ru-RU", "pt-BR", "ur-PK", "fa-IR",
                                         "kk-KZ", "th-TH", "sw-KE", "tr-TR", "id-ID", "hi-IN", "pl-PL", "uk-UA", "vi-VN" };

typedef struct
{
  GtkWindow *window;
  char *file, *folder;
  CogImportFunc opened;
  gpointer user_data;
  GtkWidget *stack, *found, *language, *other, *start;
  GCancellable *cancellable;
  char *title;
} Import;

static void
import_free (Import *import)
{
  g_free (import->file);
  g_free (import->folder);
  g_free (import->title);
  g_object_unref (import->cancellable);
  g_free (import);
}

static void
add_fact (Import *import, const char *name, const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_list_box_append (GTK_LIST_BOX (import->found), row);
}

/* What the licence means for what the person wants to do. */
static const char *
describe_licence (const char *expression)
{
  const CogLicence *licence = expression != NULL ? cog_licence_lookup (expression) : NULL;

  if (licence == NULL || !cog_licence_is_open (licence))
    return _ ("Not known yet. You can start; it must be known before you publish.");
  if (cog_licence_is_nd (licence))
    return _ ("You may share it unchanged, but not share a translation. Ask the owner first.");
  if (cog_licence_is_copyleft (licence))
    return cog_licence_is_nc (licence) ? _ ("You may adapt it, must share alike, and nobody may earn money with it.")
                                       : _ ("You may adapt it, and must share alike.");
  return cog_licence_is_nc (licence) ? _ ("You may adapt it, as long as nobody earns money with it.")
                                     : _ ("You may adapt it, with credit.");
}

typedef struct
{
  CogBook *book;
  CogReport *report;
} Found;

static void
found_free (Found *found)
{
  cog_book_free (found->book);
  cog_report_free (found->report);
  g_free (found);
}

static void
show_licence (Import *import, const CogBook *book)
{
  g_autofree char *name = book->credit->licence != NULL ? cog_licence_dup_expression_name (book->credit->licence)
                                                       : g_strdup (_ ("none found"));
  const CogStatement *statement =
    book->credit->statements->len > 0 ? g_ptr_array_index (book->credit->statements, 0) : NULL;
  const char *words = statement != NULL ? (statement->words != NULL ? statement->words : statement->url) : NULL;
  g_autofree char *line = words != NULL ? g_strdup_printf ("%s — %s\n“%.160s”", name, describe_licence (book->credit->licence), words)
                                        : g_strdup_printf ("%s — %s", name, describe_licence (book->credit->licence));
  g_autofree char *valid = g_utf8_make_valid (line, -1);

  add_fact (import, _ ("Licence"), valid);
}

static void
show_found (Import *import, const Found *found)
{
  const CogBook *book = found->book;
  CogBookCounts counts;
  g_autofree char *names = cog_credit_dup_names (book->credit, COG_ROLE_AUTHOR);
  g_autofree char *language = book->language != NULL ? cog_language_dup_own_name (book->language) : g_strdup ("?");
  g_autofree char *structure = NULL;
  GPtrArray *findings = cog_report_get_findings (found->report);
  guint dropped = 0;

  cog_book_count (book, &counts);
  structure = g_strdup_printf (_ ("%u sections, %u words, %u figures, %u tables, %u equations, %u notes"),
                               counts.sections,
                               counts.words,
                               counts.figures,
                               counts.tables,
                               counts.equations,
                               counts.footnotes);
  add_fact (import, _ ("Title"), cog_book_get_title (book));
  add_fact (import, _ ("By"), names != NULL ? names : "–");
  add_fact (import, _ ("Language"), language);
  add_fact (import, _ ("What it holds"), structure);
  show_licence (import, book);
  for (guint i = 0; i < findings->len; i++)
    dropped += ((const CogFinding *) g_ptr_array_index (findings, i))->kind->is_loss;
  if (dropped > 0)
    {
      g_autofree char *sentence = cog_finding_dup_sentence (g_ptr_array_index (findings, 0));

      add_fact (import, _ ("Left out"), sentence);
    }
  import->title = g_strdup (cog_book_get_title (book));
  gtk_stack_set_visible_child_name (GTK_STACK (import->stack), "found");
  gtk_widget_set_sensitive (import->start, TRUE);
}

static void
read_in_thread (GTask *task, gpointer source_object, gpointer data, GCancellable *cancellable)
{
  const char *file = data;
  GError *error = NULL;
  g_autoptr (CogSource) source = cog_source_new_for_path (file, cancellable, &error);
  Found *found = g_new0 (Found, 1);

  found->report = cog_report_new ();
  if (source != NULL)
    found->book = cog_reader_read (source, found->report, NULL, cancellable, NULL, &error);
  if (found->book != NULL)
    {
      g_task_return_pointer (task, found, (GDestroyNotify) found_free);
      return;
    }
  cog_report_free (found->report);
  g_free (found);
  g_task_return_error (task, error);
}

static void
show_fault (Import *import, const char *message)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("This Cannot Be Imported"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), message);
  gtk_stack_add_named (GTK_STACK (import->stack), page, "fault");
  gtk_stack_set_visible_child_name (GTK_STACK (import->stack), "fault");
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Found *found = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL)
    show_fault (user_data, error->message);
  else
    {
      show_found (user_data, found);
      found_free (found);
    }
}

static char *
dup_project_path (Import *import)
{
  g_autofree char *name = g_strdup (import->title);
  char *path;

  g_strdelimit (name, "/\\:*?\"<>|.\n", '-');
  path = g_strdup_printf ("%s/%.80s.cognate", import->folder, name);
  for (guint n = 2; g_file_test (path, G_FILE_TEST_EXISTS); n++)
    {
      g_free (path);
      path = g_strdup_printf ("%s/%.80s %u.cognate", import->folder, name, n);
    }
  return path;
}

typedef struct
{
  char *path, *file, *language;
} Making;

static void
making_free (Making *making)
{
  g_free (making->path);
  g_free (making->file);
  g_free (making->language);
  g_free (making);
}

static void
make_in_thread (GTask *task, gpointer source_object, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  const char *files[] = { making->file, NULL };
  GError *error = NULL;
  g_autoptr (CogProject) project =
    cog_import_new_project (making->path, files, making->language, NULL, NULL, NULL, cancellable, &error);

  if (project != NULL && cog_project_close (project, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Import *import = user_data;
  g_autoptr (GError) error = NULL;
  Making *making = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_fault (import, error->message);
      return;
    }
  import->opened (making->path, import->user_data);
  gtk_window_destroy (import->window);
}

static char *
dup_language (Import *import)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (import->other));
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (import->language));

  if (typed[0] != '\0')
    return cog_language_canonicalise (typed);
  return g_strdup (languages[MIN (selected, G_N_ELEMENTS (languages) - 1)]);
}

static void
start_cb (GtkButton *button, Import *import)
{
  g_autofree char *language = dup_language (import);
  g_autoptr (GTask) task = NULL;
  Making *making;

  if (language == NULL)
    {
      gtk_widget_add_css_class (import->other, "error");
      return;
    }
  making = g_new0 (Making, 1);
  making->path = dup_project_path (import);
  making->file = g_strdup (import->file);
  making->language = g_steal_pointer (&language);
  gtk_widget_set_sensitive (import->start, FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (import->stack), "reading");
  task = g_task_new (import->window, import->cancellable, made_cb, import);
  g_task_set_task_data (task, making, (GDestroyNotify) making_free);
  g_task_run_in_thread (task, make_in_thread);
}

static gboolean
close_cb (GtkWindow *window, Import *import)
{
  g_cancellable_cancel (import->cancellable);
  return FALSE;
}

static void
cancel_cb (GtkButton *button, Import *import)
{
  gtk_window_close (import->window);
}

static GtkWidget *
build_found (Import *import)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *choices = gtk_list_box_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  import->found = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (import->found), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (import->found, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (choices), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (choices, "boxed-list");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = cog_language_dup_own_name (languages[i]);

      gtk_string_list_append (names, name);
    }
  import->language = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (import->language), _ ("Adapt Into"));
  adw_combo_row_set_model (ADW_COMBO_ROW (import->language), G_LIST_MODEL (names));
  import->other = adw_entry_row_new ();
  /* Translators: ar-EG is an example of a language tag. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (import->other), _ ("Another language, such as kk-KZ"));
  gtk_list_box_append (GTK_LIST_BOX (choices), import->language);
  gtk_list_box_append (GTK_LIST_BOX (choices), import->other);
  gtk_box_append (GTK_BOX (box), import->found);
  gtk_box_append (GTK_BOX (box), choices);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), box);
  return scroll;
}

static GtkWidget *
build_reading (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Reading…"));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), spinner);
  return page;
}

static GtkWidget *
build_header (Import *import)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  import->start = gtk_button_new_with_label (_ ("Start"));
  gtk_widget_add_css_class (import->start, "suggested-action");
  gtk_widget_set_sensitive (import->start, FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), import->start);
  g_signal_connect (cancel, "clicked", G_CALLBACK (cancel_cb), import);
  g_signal_connect (import->start, "clicked", G_CALLBACK (start_cb), import);
  return header;
}

void
cog_import_window_present (GtkWindow *parent,
                           const char *file,
                           const char *folder,
                           CogImportFunc opened,
                           gpointer user_data)
{
  Import *import = g_new0 (Import, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GTask) task = NULL;

  import->file = g_strdup (file);
  import->folder = g_strdup (folder);
  import->opened = opened;
  import->user_data = user_data;
  import->cancellable = g_cancellable_new ();
  import->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_title (import->window, _ ("Import"));
  gtk_window_set_transient_for (import->window, parent);
  gtk_window_set_modal (import->window, TRUE);
  gtk_window_set_default_size (import->window, 640, 620);
  import->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (import->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (import->stack), build_reading (), "reading");
  gtk_stack_add_named (GTK_STACK (import->stack), build_found (import), "found");
  gtk_box_append (GTK_BOX (box), build_header (import));
  gtk_box_append (GTK_BOX (box), import->stack);
  adw_window_set_content (ADW_WINDOW (import->window), box);
  g_object_set_data_full (G_OBJECT (import->window), "import", import, (GDestroyNotify) import_free);
  g_signal_connect (import->window, "close-request", G_CALLBACK (close_cb), import);
  task = g_task_new (import->window, import->cancellable, read_cb, import);
  g_task_set_task_data (task, g_strdup (file), g_free);
  g_task_run_in_thread (task, read_in_thread);
  gtk_window_present (import->window);
}
