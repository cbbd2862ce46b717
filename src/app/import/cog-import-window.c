/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-import-window.h"

#include "cog-column.h"
#include "cog-import-run.h"
#include "cog-import-view.h"
#include "cog-language.h"
#include "cog-run-bar.h"

#include <glib/gi18n-lib.h>

/* Pixels below which what is decided stands under what was found. */
#define NARROW 760

/* A choice of languages and places that are ordinary here; any other tag can be typed. */
static const char *const languages[] = { "ar-EG", "zh-CN", "en",    "fr",    "es",    "ru-RU",
                                         "pt-BR", "ur-PK", "fa-IR", "kk-KZ", "th-TH", "sw-KE",
                                         "tr-TR", "id-ID", "hi-IN", "pl-PL", "uk-UA", "vi-VN" };

struct _CogImportWindow
{
  AdwWindow parent_instance;
  char *file, *folder, *title;
  CogImportFunc opened;
  gpointer user_data;
  CogRun *run; /* what is going on (nullable) */
  AdwWindowTitle *head;
  GtkStack *stack;
  AdwStatusPage *reading, *fault;
  CogRunBar *run_bar;
  CogImportView *view;
  GtkBox *columns;
  AdwComboRow *language;
  AdwEntryRow *other, *name;
  GtkWidget *start;
  guint resize_idle;
  int width;
};

G_DEFINE_FINAL_TYPE (CogImportWindow, cog_import_window, ADW_TYPE_WINDOW)

static CogRun *
begin (CogImportWindow *self, const char *sentence)
{
  g_clear_object (&self->run);
  self->run = cog_run_new ();
  cog_run_bar_set_run (self->run_bar, self->run);
  adw_status_page_set_title (self->reading, sentence);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  gtk_widget_set_sensitive (self->start, FALSE);
  return self->run;
}

/* FALSE: the window is closed or closing, and nobody waits for the answer. */
static gboolean
end (CogImportWindow *self, const GError *error)
{
  if (self->run == NULL)
    return FALSE;
  g_clear_object (&self->run);
  cog_run_bar_set_run (self->run_bar, NULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_window_close (GTK_WINDOW (self));
      return FALSE;
    }
  return TRUE;
}

static void
show_fault (CogImportWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_status_page_set_description (self->fault, escaped);
  gtk_stack_set_visible_child_name (self->stack, "fault");
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogImportWindow *self = COG_IMPORT_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogImportFound) found = cog_import_run_read_finish (result, &error);

  if (!end (self, error))
    return;
  if (found == NULL)
    {
      show_fault (self, error->message);
      return;
    }
  cog_import_view_show (self->view, found);
  self->title = g_strdup (cog_book_get_title (found->book));
  gtk_editable_set_text (GTK_EDITABLE (self->name), self->title);
  gtk_stack_set_visible_child_name (self->stack, "found");
  gtk_widget_set_sensitive (self->start, TRUE);
  gtk_widget_grab_focus (self->start);
}

static void
made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogImportWindow *self = COG_IMPORT_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = cog_import_run_make_finish (result, &error);

  if (!end (self, error))
    return;
  if (path == NULL)
    {
      show_fault (self, error->message);
      return;
    }
  self->opened (path, self->user_data);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What is typed wins; NULL where it is no language. (transfer full) */
static char *
dup_language (CogImportWindow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->other));
  guint selected = adw_combo_row_get_selected (self->language);

  if (typed[0] != '\0')
    return cog_language_canonicalise (typed);
  return g_strdup (languages[MIN (selected, G_N_ELEMENTS (languages) - 1)]);
}

static void
start_cb (CogImportWindow *self)
{
  g_autofree char *language = dup_language (self);
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  const char *title = g_strstrip (typed)[0] != '\0' ? typed : self->title;

  if (language == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->other), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->other));
      return;
    }
  cog_import_run_make (self->file, self->folder, title, language,
                       begin (self, _ ("Making Your Project…")), self, made_cb);
}

static void
typed_cb (CogImportWindow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->other), "error");
}

static gboolean
adapt_cb (gpointer user_data)
{
  CogImportWindow *self = user_data;

  self->resize_idle = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), self->width < NARROW
                                                                      ? GTK_ORIENTATION_VERTICAL
                                                                      : GTK_ORIENTATION_HORIZONTAL);
  return G_SOURCE_REMOVE;
}

/* Not at once: this is in the middle of a layout. */
static void
resized_cb (GtkDrawingArea *meter, int width, int height, CogImportWindow *self)
{
  self->width = width;
  if (self->resize_idle == 0)
    self->resize_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt_cb, self, NULL);
}

static gboolean
cog_import_window_close_request (GtkWindow *window)
{
  CogImportWindow *self = COG_IMPORT_WINDOW (window);

  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
  g_clear_object (&self->run);
  return GTK_WINDOW_CLASS (cog_import_window_parent_class)->close_request (window);
}

static void
cog_import_window_dispose (GObject *object)
{
  CogImportWindow *self = COG_IMPORT_WINDOW (object);

  g_clear_handle_id (&self->resize_idle, g_source_remove);
  g_clear_object (&self->run);
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (cog_import_window_parent_class)->dispose (object);
}

static void
cog_import_window_class_init (CogImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cog_import_window_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (COG_TYPE_COLUMN);
  g_type_ensure (COG_TYPE_IMPORT_VIEW);
  g_type_ensure (COG_TYPE_RUN_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/import/cog-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, head);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, fault);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, run_bar);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, view);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, language);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, other);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, name);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, start);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, resized_cb);
}

static void
cog_import_window_init (CogImportWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = cog_language_dup_own_name (languages[i]);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
}

void
cog_import_window_present (GtkWindow *parent,
                           GPtrArray *files,
                           const char *folder,
                           CogImportFunc opened,
                           gpointer user_data)
{
  CogImportWindow *self = g_object_new (COG_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  const char *file = g_ptr_array_index (files, 0);
  g_autofree char *name = g_path_get_basename (file);
  int width, height;

  self->file = g_strdup (file);
  self->folder = g_strdup (folder);
  self->opened = opened;
  self->user_data = user_data;
  /* Never larger than the window it belongs to. */
  gtk_window_get_default_size (parent, &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - 48, 360, 980),
                               CLAMP (height - 48, 360, 720));
  adw_window_title_set_subtitle (self->head, name);
  cog_import_run_read (self->file, begin (self, _ ("Reading…")), self, read_cb);
  gtk_window_present (GTK_WINDOW (self));
}
