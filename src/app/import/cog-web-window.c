/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-window.h"

#include "cog-compat.h"
#include "cog-run-bar.h"
#include "cog-web-address.h"
#include "cog-web-run.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _CogWebWindow
{
  AdwWindow parent_instance;
  CogWebFunc fetched;
  gpointer user_data;
  CogTemporaryFolder *folder; /* (nullable): given away with what lies there */
  CogWebFound *found;         /* (nullable) */
  CogRun *run;                /* what is going on (nullable) */
  GtkStack *stack;
  AdwEntryRow *address;
  GtkLabel *host, *told, *about;
  AdwStatusPage *fault;
  CogRunBar *run_bar;
  GtkListBox *choices;
  GtkWidget *go;
};

G_DEFINE_FINAL_TYPE (CogWebWindow, cog_web_window, ADW_TYPE_WINDOW)

static void look_at (CogWebWindow *self, const char *address);

/* --- pages ------------------------------------------------------------------------------------ */

static void
show_page (CogWebWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->go, g_str_equal (name, "ask"));
}

static void
show_ask (CogWebWindow *self)
{
  show_page (self, "ask");
  gtk_label_set_label (self->told, "");
  gtk_widget_set_visible (GTK_WIDGET (self->told), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}

static void
show_fault (CogWebWindow *self, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->fault, escaped);
  show_page (self, "fault");
  cog_announce (GTK_WIDGET (self), sentence, TRUE);
}

static void
told_cb (gpointer source, const char *sentence)
{
  CogWebWindow *self = COG_WEB_WINDOW (source);
  const char *before;
  g_autofree char *all = NULL;

  if (self->run == NULL)
    return;
  before = gtk_label_get_label (self->told);
  all = before[0] != '\0' ? g_strdup_printf ("%s\n%s", before, sentence) : g_strdup (sentence);
  gtk_label_set_label (self->told, all);
  gtk_widget_set_visible (GTK_WIDGET (self->told), TRUE);
}

static CogRun *
begin (CogWebWindow *self)
{
  g_clear_object (&self->run);
  self->run = cog_run_new ();
  cog_run_bar_set_run (self->run_bar, self->run);
  show_page (self, "running");
  return self->run;
}

/* FALSE: nobody waits for the answer any more. */
static gboolean
end (CogWebWindow *self, const GError *error)
{
  if (self->run == NULL)
    return FALSE;
  g_clear_object (&self->run);
  cog_run_bar_set_run (self->run_bar, NULL);
  if (error == NULL)
    return TRUE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_ask (self);
  else
    show_fault (self, error->message);
  return FALSE;
}

/* --- taking ----------------------------------------------------------------------------------- */

static void
took_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogWebWindow *self = COG_WEB_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = cog_web_run_take_finish (result, &error);

  if (!end (self, error))
    return;
  self->fetched (path, g_steal_pointer (&self->folder), self->user_data);
  gtk_window_close (GTK_WINDOW (self));
}

static void
take (CogWebWindow *self, int file, gboolean may_ask_others)
{
  cog_web_run_take (g_steal_pointer (&self->found), file, may_ask_others, self->folder->path,
                    begin (self), G_OBJECT (self), told_cb, took_cb);
}

/* --- choosing --------------------------------------------------------------------------------- */

/* What a row stands for: a file (0…), the page (-1), the page without others' pictures (-2). */
#define PAGE (-1)
#define PLAIN_PAGE (-2)

static void
add_row (CogWebWindow *self, int which, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_tooltip_text (row, subtitle);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "which", GINT_TO_POINTER (which));
  gtk_list_box_append (self->choices, row);
}

static void
add_page_rows (CogWebWindow *self)
{
  g_autofree char *hosts = NULL;
  g_autofree char *sentence = NULL;

  if (self->found->hosts->len == 0)
    {
      add_row (self, PAGE, _ ("The Page Itself"), NULL);
      return;
    }
  g_ptr_array_add (self->found->hosts, NULL);
  /* Translators: between the items of a list */
  hosts = g_strjoinv (_ (", "), (char **)self->found->hosts->pdata);
  g_ptr_array_set_size (self->found->hosts, self->found->hosts->len - 1);
  /* Translators: one or more hosts: "upload.wikimedia.org" */
  sentence = g_strdup_printf (_ ("Asks %s for its pictures, too"), hosts);
  add_row (self, PAGE, _ ("The Page With All Its Pictures"), sentence);
  add_row (self, PLAIN_PAGE, _ ("The Page Without Pictures From Elsewhere"), NULL);
}

static void
add_file_rows (CogWebWindow *self)
{
  for (guint i = 0; i < self->found->files->len; i++)
    {
      const CogWebFile *file = g_ptr_array_index (self->found->files, i);
      const char *kind = cog_web_file_get_kind (file);
      g_autofree char *host = cog_web_address_dup_host (file->address);
      const char *label = file->label != NULL ? file->label : host;
      /* Translators: 1 a kind of file, "PDF"; 2 what the page calls it */
      g_autofree char *title =
          kind != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), kind, label) : g_strdup (label);

      add_row (self, (int)i, title, host);
    }
}

static void
add_record_rows (CogWebWindow *self)
{
  for (guint i = 0; i < self->found->list->records->len; i++)
    {
      const CogOaiRecord *record = g_ptr_array_index (self->found->list->records, i);
      g_autofree char *names = cog_credit_dup_names (record->credit, COG_ROLE_AUTHOR);

      if (!record->is_deleted && (record->credit->source_url != NULL || record->files->len > 0))
        add_row (self, (int)i,
                 record->credit->title != NULL ? record->credit->title : record->identifier, names);
    }
}

static void
clear_choices (CogWebWindow *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_list_box_remove (self->choices, row);
}

static void
show_choices (CogWebWindow *self)
{
  const CogWebFound *found = self->found;
  g_autofree char *host = cog_web_address_dup_host (found->address);

  clear_choices (self);
  gtk_label_set_label (self->about, found->credit->title != NULL ? found->credit->title : host);
  if (found->kind == COG_WEB_RECORD)
    add_file_rows (self);
  if (found->page != NULL)
    add_page_rows (self);
  if (found->kind == COG_WEB_PAGE)
    add_file_rows (self);
  if (found->list != NULL)
    add_record_rows (self);
  show_page (self, "choose");
  if (gtk_widget_get_first_child (GTK_WIDGET (self->choices)) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->choices)));
}

/* A record's page is looked at as if its address had been typed: it was shown. */
static void
chosen_cb (CogWebWindow *self, GtkListBoxRow *row)
{
  int which = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "which"));
  const CogOaiRecord *record;
  g_autofree char *address = NULL;

  if (self->found == NULL)
    return;
  if (self->found->list == NULL)
    {
      take (self, MAX (which, PAGE), which != PLAIN_PAGE);
      return;
    }
  record = g_ptr_array_index (self->found->list->records, which);
  address = g_strdup (record->credit->source_url != NULL
                          ? record->credit->source_url
                          : ((CogWebFile *)g_ptr_array_index (record->files, 0))->address);
  gtk_editable_set_text (GTK_EDITABLE (self->address), address);
  show_ask (self);
}

/* --- looking ---------------------------------------------------------------------------------- */

static void
show_found (CogWebWindow *self)
{
  const CogWebFound *found = self->found;

  if (found->kind == COG_WEB_REPOSITORY)
    {
      g_autofree char *host = cog_web_address_dup_host (found->address);
      const char *name = found->list->repository != NULL ? found->list->repository : host;
      /* Translators: the name of a library's catalogue */
      g_autofree char *sentence = g_strdup_printf (
          _ ("This is the whole catalogue “%s”. Search in it with your browser, and give the "
             "address of one work."),
          name);

      show_fault (self, sentence);
    }
  else if (cog_web_found_has_choice (found))
    show_choices (self);
  else
    take (self, PAGE, FALSE);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogWebWindow *self = COG_WEB_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogWebFound) found = cog_web_run_look_finish (result, &error);

  if (!end (self, error))
    return;
  self->found = g_steal_pointer (&found);
  show_found (self);
}

static gboolean
make_folder (CogWebWindow *self, GError **error)
{
  if (self->folder == NULL)
    self->folder = cog_temporary_folder_new (COG_TEMPORARY_FETCHED, error);
  return self->folder != NULL;
}

static void
look_at (CogWebWindow *self, const char *address)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->found, cog_web_found_free);
  if (!make_folder (self, &error))
    show_fault (self, error->message);
  else
    cog_web_run_look (address, self->folder->path, begin (self), G_OBJECT (self), told_cb,
                      looked_cb);
}

/* --- asking ----------------------------------------------------------------------------------- */

/* (transfer full) (nullable) */
static char *
dup_address (CogWebWindow *self, GError **error)
{
  return cog_web_address_clean (gtk_editable_get_text (GTK_EDITABLE (self->address)), error);
}

static void
changed_cb (CogWebWindow *self)
{
  g_autoptr (GError) error = NULL;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->address));
  g_autofree char *address = dup_address (self, &error);
  g_autofree char *sentence = NULL;

  if (address != NULL)
    {
      g_autofree char *host = cog_web_address_dup_host (address);

      /* Translators: a host; isolated, for it is written from left to right. */
      sentence = g_strdup_printf (_ ("“Continue” asks \xE2\x81\xA8%s\xE2\x81\xA9 for it. Nobody is "
                                     "asked before."),
                                  host);
    }
  gtk_label_set_label (self->host, sentence != NULL ? sentence
                                   : typed[0] == '\0'
                                       ? _ ("A page, an e-book, a PDF, or a work’s page in an open "
                                            "library. Nobody is asked before you say so.")
                                       : error->message);
  gtk_widget_set_sensitive (self->go, address != NULL);
}

static void
go_cb (CogWebWindow *self)
{
  g_autofree char *address = dup_address (self, NULL);

  if (address != NULL && self->run == NULL)
    look_at (self, address);
}

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogWebWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text == NULL || self->address == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->address), g_strstrip (text));
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}

static void
paste_cb (CogWebWindow *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                 g_object_ref (self));
}

/* --- the widget ------------------------------------------------------------------------------- */

static gboolean
cog_web_window_close_request (GtkWindow *window)
{
  CogWebWindow *self = COG_WEB_WINDOW (window);

  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
  g_clear_object (&self->run);
  return GTK_WINDOW_CLASS (cog_web_window_parent_class)->close_request (window);
}

static void
cog_web_window_dispose (GObject *object)
{
  CogWebWindow *self = COG_WEB_WINDOW (object);

  g_clear_object (&self->run);
  g_clear_pointer (&self->found, cog_web_found_free);
  G_OBJECT_CLASS (cog_web_window_parent_class)->dispose (object);
}

/* The thread holds the window: nobody writes there any more. */
static void
cog_web_window_finalize (GObject *object)
{
  CogWebWindow *self = COG_WEB_WINDOW (object);

  cog_temporary_folder_free (self->folder);
  G_OBJECT_CLASS (cog_web_window_parent_class)->finalize (object);
}

static void
cog_web_window_class_init (CogWebWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_web_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_web_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cog_web_window_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (COG_TYPE_RUN_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/import/cog-web-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogWebWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogWebWindow, address);
  gtk_widget_class_bind_template_child (widget_class, CogWebWindow, host);
  gtk_widget_class_bind_template_child (widget_class, CogWebWindow, told);
  gtk_widget_class_bind_template_child (widget_class, CogWebWindow, about);
  gtk_widget_class_bind_template_child (widget_class, CogWebWindow, fault);
  gtk_widget_class_bind_template_child (widget_class, CogWebWindow, run_bar);
  gtk_widget_class_bind_template_child (widget_class, CogWebWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, CogWebWindow, go);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_ask);
}

static void
cog_web_window_init (CogWebWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}

void
cog_web_window_present (GtkWindow *parent,
                        const char *address,
                        CogWebFunc fetched,
                        gpointer user_data)
{
  CogWebWindow *self;

  g_return_if_fail (GTK_IS_WINDOW (parent) && fetched != NULL);

  self = g_object_new (COG_TYPE_WEB_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE,
                       NULL);
  self->fetched = fetched;
  self->user_data = user_data;
  if (address != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->address), address);
  gtk_window_present (GTK_WINDOW (self));
  show_ask (self);
}
