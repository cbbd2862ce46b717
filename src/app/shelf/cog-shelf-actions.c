/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-shelf-page-private.h"

#include "cog-app-state.h"
#include "cog-bin.h"
#include "cog-compat.h"
#include "cog-error.h"
#include "cog-shelf-job.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* What is done with one project in a thread; the others are taken when it is done. */
typedef struct _Work Work;
struct _Work
{
  char *path;
  char *to; /* a path, or a new title (nullable) */
  char *title;
  CogBinned *binned;
  char *result; /* (nullable) */
  gboolean (*run) (Work *work, GCancellable *cancellable, GError **error);
  void (*done) (CogShelfPage *self, Work *work);
};

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_free (work->to);
  g_free (work->title);
  g_free (work->result);
  cog_binned_free (work->binned);
  g_free (work);
}

void
cog_shelf_page_tell (CogShelfPage *self, const char *heading, const char *text)
{
  GtkWidget *dialog = cog_message_dialog_new (heading, text);

  cog_message_dialog_add_response (dialog, "close", _ ("_Close"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_present (dialog, GTK_WIDGET (self));
}

/* Toasts are read as markup by libadwaita; win.toast escapes. */
static void
toast (CogShelfPage *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
tell_error (CogShelfPage *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, COG_ERROR, COG_ERROR_BUSY))
    cog_shelf_page_tell (self, _ ("This Book Is Open"), error->message);
  else if (g_error_matches (error, COG_ERROR, COG_ERROR_CORRUPT) ||
           g_error_matches (error, COG_ERROR, COG_ERROR_NEWER) ||
           g_error_matches (error, COG_ERROR, COG_ERROR_INPUT))
    cog_shelf_page_tell (self, _ ("This Book Cannot Be Opened"), error->message);
  else
    cog_shelf_page_tell (self, _ ("That Did Not Work"), error->message);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (work->run (work, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean run_import (Work *work, GCancellable *cancellable, GError **error);

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogShelfPage *self = COG_SHELF_PAGE (object);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (self->books == NULL) /* closed meanwhile */
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    work->done (self, work);
  else if (work->run == run_import && g_error_matches (error, COG_ERROR, COG_ERROR_CORRUPT))
    cog_shelf_page_offer_recovery (self, work->path, _ ("This Project Is Damaged"), error->message);
  else
    tell_error (self, error);
  cog_shelf_page_reload (self);
}

/* Takes work. */
static void
start (CogShelfPage *self, Work *work)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, done_cb, NULL);

  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, run_in_thread);
}

static Work *
work_new (CogShelfPage *self, const char *path)
{
  CogShelfBook *book = cog_shelf_page_find (self, path);
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (path);
  work->title =
      book != NULL ? g_strdup (cog_shelf_book_get_facts (book)->title) : g_path_get_basename (path);
  return work;
}

/* --- open ------------------------------------------------------------------------------------- */

static void
tell_trouble (CogShelfPage *self, CogShelfBook *book)
{
  const CogShelfFacts *facts = cog_shelf_book_get_facts (book);
  const char *heading = "", *way_on = "";
  g_autofree char *text = NULL;

  switch (facts->condition)
    {
    case COG_SHELF_NEWER:
      heading = _ ("Made by a Newer Cognate");
      way_on = _ ("Update Cognate on this computer, then open it again. Nothing was changed.");
      break;
    case COG_SHELF_FOREIGN:
      heading = _ ("This Is No Cognate Project");
      way_on = _ ("It is only called like one. If it is a book, give it its own ending again, such "
                  "as .epub, and import it.");
      break;
    case COG_SHELF_UNREADABLE:
      heading = _ ("This Project Cannot Be Read");
      way_on = _ ("Look whether its disk is connected, and whether you may read the file.");
      break;
    case COG_SHELF_DAMAGED:
    case COG_SHELF_OLDER:
    case COG_SHELF_READY:
    case COG_SHELF_UNREAD:
      heading = _ ("This Project Is Damaged");
      way_on = _ ("Where there is no backup, what can be read of it can be put into a new project; "
                  "this one stays as it is.");
      break;
    }
  text = g_strdup_printf ("%s\n\n%s", facts->fault, way_on);
  /* One whose first page is damaged looks as if it were none. */
  if (facts->condition == COG_SHELF_DAMAGED || facts->condition == COG_SHELF_FOREIGN)
    cog_shelf_page_offer_recovery (self, cog_shelf_book_get_path (book), heading, text);
  else
    cog_shelf_page_tell (self, heading, text);
}

static void
tell_vanished (CogShelfPage *self, CogShelfBook *book)
{
  g_autofree char *text = g_strdup_printf (_ ("“%s” was moved or deleted outside of Cognate. If it "
                                              "was on another disk, connect that disk "
                                              "first."),
                                           cog_shelf_book_get_facts (book)->title);

  cog_shelf_page_tell (self, _ ("This Book Is Not There Any More"), text);
  cog_shelf_page_reload (self);
}

void
cog_shelf_page_open (CogShelfPage *self, const char *path, const char *view)
{
  CogShelfBook *book = cog_shelf_page_find (self, path);

  if (book != NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    tell_vanished (self, book);
  else if (book != NULL && cog_shelf_book_get_trouble (book) != NULL)
    tell_trouble (self, book);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-at", "(ss)", path, view);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  cog_shelf_page_open (self, g_variant_get_string (parameter, NULL), "");
}

/* After opening it failed: a path, and what is wrong. */
static void
recover_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  const char *path, *fault;

  g_variant_get (parameter, "(&s&s)", &path, &fault);
  cog_shelf_page_offer_recovery (self, path, _ ("This Project Is Damaged"), fault);
}

static void
open_view_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  const char *path, *view;

  g_variant_get (parameter, "(&s&s)", &path, &view);
  cog_shelf_page_open (self, path, view);
}

/* --- rename ----------------------------------------------------------------------------------- */

static gboolean
run_rename (Work *work, GCancellable *cancellable, GError **error)
{
  return cog_shelf_rename (work->path, work->to, error);
}

static void
done_rename (CogShelfPage *self, Work *work)
{
  toast (self, _ ("Renamed"));
}

static void
rename_cb (GtkWidget *dialog, const char *response, CogShelfPage *self)
{
  GtkWidget *entry = g_object_get_data (G_OBJECT (dialog), "entry");
  g_autofree char *title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  Work *work;

  if (g_strcmp0 (response, "rename") != 0 || g_strstrip (title)[0] == '\0')
    return;
  work = work_new (self, g_object_get_data (G_OBJECT (dialog), "path"));
  work->to = g_steal_pointer (&title);
  work->run = run_rename;
  work->done = done_rename;
  start (self, work);
}

static void
rename_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CogShelfPage *self = user_data;
  const char *path = g_variant_get_string (parameter, NULL);
  CogShelfBook *book = cog_shelf_page_find (self, path);
  GtkWidget *dialog, *entry;

  if (book == NULL)
    return;
  dialog = cog_message_dialog_new (_ ("Title of Your Edition"), NULL);
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), cog_shelf_book_get_facts (book)->title);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Title"), -1);
  cog_message_dialog_set_extra_child (dialog, entry);
  cog_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "rename", _ ("_Rename"), ADW_RESPONSE_SUGGESTED);
  cog_message_dialog_set_default_response (dialog, "rename");
  cog_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  g_object_set_data_full (G_OBJECT (dialog), "entry", g_object_ref (entry), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (rename_cb), self, 0);
  cog_message_dialog_present (dialog, GTK_WIDGET (self));
}

/* --- duplicate -------------------------------------------------------------------------------- */

static gboolean
run_duplicate (Work *work, GCancellable *cancellable, GError **error)
{
  work->result = cog_shelf_duplicate (work->path, NULL, cancellable, error);
  return work->result != NULL;
}

static void
done_duplicate (CogShelfPage *self, Work *work)
{
  g_autofree char *text =
      g_strdup_printf (_ ("\xE2\x81\xA8%s\xE2\x81\xA9 was duplicated"), work->title);

  toast (self, text);
}

static void
duplicate_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  Work *work = work_new (self, g_variant_get_string (parameter, NULL));

  work->run = run_duplicate;
  work->done = done_duplicate;
  start (self, work);
}

/* --- export ----------------------------------------------------------------------------------- */

static gboolean
run_export (Work *work, GCancellable *cancellable, GError **error)
{
  return cog_shelf_export (work->path, work->to, NULL, cancellable, error);
}

static void
done_export (CogShelfPage *self, Work *work)
{
  g_autofree char *base = g_path_get_basename (work->to);
  g_autofree char *name = g_filename_display_name (base);
  /* Translators: a title, and the name of the file; both isolated. */
  g_autofree char *text = g_strdup_printf (
      _ ("\xE2\x81\xA8%s\xE2\x81\xA9 was copied to \xE2\x81\xA8%s\xE2\x81\xA9"), work->title, name);

  toast (self, text);
}

/* user_data: the project's path, owned. */
static void
export_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogShelfPage *self = COG_SHELF_PAGE (object);
  g_autofree char *path = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cog_file_dialog_finish (result, &error);
  g_autofree char *to = file != NULL ? g_file_get_path (file) : NULL;
  Work *work;

  if (self->books == NULL) /* closed meanwhile */
    return;
  if (file == NULL)
    tell_error (self, error);
  else if (to == NULL)
    toast (self, _ ("Choose a folder on this computer"));
  if (to == NULL)
    return;
  work = work_new (self, path);
  work->to = g_steal_pointer (&to);
  work->run = run_export;
  work->done = done_export;
  start (self, work);
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *path = g_variant_get_string (parameter, NULL);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  cog_file_dialog_save (GTK_WIDGET (user_data), _ ("Export Project"), name, NULL, NULL, export_cb,
                        g_strdup (path));
}

/* --- bin -------------------------------------------------------------------------------------- */

static gboolean
run_bin (Work *work, GCancellable *cancellable, GError **error)
{
  work->binned = cog_bin_put (work->path, error);
  return work->binned != NULL;
}

static void
done_bin (CogShelfPage *self, Work *work)
{
  g_autofree char *text =
      g_strdup_printf (_ ("\xE2\x81\xA8%s\xE2\x81\xA9 was moved to the bin"), work->title);
  g_autofree char *number = g_strdup_printf ("%u", ++self->n_binned);
  g_autofree char *action = g_strdup_printf ("shelf.undo-bin::%s", number);

  g_hash_table_insert (self->binned, g_steal_pointer (&number), g_steal_pointer (&work->binned));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-with", "(sss)", text, _ ("_Undo"),
                              action);
}

static void
bin_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  Work *work = work_new (self, g_variant_get_string (parameter, NULL));

  work->run = run_bin;
  work->done = done_bin;
  start (self, work);
}

static gboolean
run_undo_bin (Work *work, GCancellable *cancellable, GError **error)
{
  work->result = cog_bin_restore (work->binned, error);
  return work->result != NULL;
}

static void
done_undo_bin (CogShelfPage *self, Work *work)
{
  toast (self, _ ("It is back on the shelf"));
}

static void
undo_bin_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CogShelfPage *self = user_data;
  g_autofree char *number = NULL;
  CogBinned *binned = NULL;
  Work *work;

  if (!g_hash_table_steal_extended (self->binned, g_variant_get_string (parameter, NULL),
                                    (gpointer *)&number, (gpointer *)&binned))
    return;
  work = g_new0 (Work, 1);
  work->binned = binned;
  work->run = run_undo_bin;
  work->done = done_undo_bin;
  start (self, work);
}

/* --- from elsewhere --------------------------------------------------------------------------- */

/* What tells whether a file is still the one that was copied. (transfer full) */
static char *
dup_mark (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0
             ? g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, (gint64)status.st_mtime,
                                (gint64)status.st_size)
             : g_strdup ("");
}

static gboolean
run_import (Work *work, GCancellable *cancellable, GError **error)
{
  work->result = cog_shelf_import (work->path, work->to, NULL, cancellable, error);
  return work->result != NULL;
}

static void
done_import (CogShelfPage *self, Work *work)
{
  g_autofree char *mark = dup_mark (work->path);

  cog_app_state_set_origin (cog_app_state_get_default (), work->result, work->path, mark);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-at", "(ss)", work->result, "");
  toast (self, _ ("Copied to your shelf; the file that you opened stays as it is"));
}

static void
copy_in (CogShelfPage *self, const char *path)
{
  Work *work = work_new (self, path);

  work->to = g_strdup (self->folder);
  work->run = run_import;
  work->done = done_import;
  start (self, work);
}

static void
which_cb (GtkWidget *dialog, const char *response, CogShelfPage *self)
{
  if (g_strcmp0 (response, "mine") == 0)
    cog_shelf_page_open (self, g_object_get_data (G_OBJECT (dialog), "copy"), "");
  else if (g_strcmp0 (response, "file") == 0)
    copy_in (self, g_object_get_data (G_OBJECT (dialog), "path"));
}

static void
ask_which (CogShelfPage *self, const char *path, const char *copy)
{
  GtkWidget *dialog = cog_message_dialog_new (_ ("Which One Do You Mean?"),
                                              _ ("A copy of this project is on your shelf already, "
                                                 "and the file has changed since. Both can "
                                                 "stand on the shelf."));

  cog_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "file", _ ("_Copy the File Too"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "mine", _ ("_Open Mine"), ADW_RESPONSE_SUGGESTED);
  cog_message_dialog_set_default_response (dialog, "mine");
  cog_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  g_object_set_data_full (G_OBJECT (dialog), "copy", g_strdup (copy), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (which_cb), self, 0);
  cog_message_dialog_present (dialog, GTK_WIDGET (self));
}

static gboolean
is_on_shelf (CogShelfPage *self, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf here, shelf;

  return g_stat (folder, &here) == 0 && g_stat (self->folder, &shelf) == 0 &&
         here.st_dev == shelf.st_dev && here.st_ino == shelf.st_ino;
}

void
cog_shelf_page_bring_in (CogShelfPage *self, const char *path)
{
  g_autofree char *mark = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *now = NULL;

  g_return_if_fail (COG_IS_SHELF_PAGE (self) && path != NULL);

  if (is_on_shelf (self, path))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-at", "(ss)", path, "");
      return;
    }
  copy = cog_app_state_dup_copy_of (cog_app_state_get_default (), path, &mark);
  now = dup_mark (path);
  if (copy == NULL || !g_file_test (copy, G_FILE_TEST_EXISTS))
    copy_in (self, path);
  else if (g_strcmp0 (mark, now) != 0)
    ask_which (self, path, copy);
  else
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-at", "(ss)", copy, "");
      toast (self, _ ("This project is on your shelf already: that is the one you see"));
    }
}

GActionGroup *
cog_shelf_page_create_actions (CogShelfPage *self)
{
  static const GActionEntry entries[] = {
    { "open", open_action, "s", NULL, NULL, { 0 } },
    { "open-view", open_view_action, "(ss)", NULL, NULL, { 0 } },
    { "recover", recover_action, "(ss)", NULL, NULL, { 0 } },
    { "rename", rename_action, "s", NULL, NULL, { 0 } },
    { "duplicate", duplicate_action, "s", NULL, NULL, { 0 } },
    { "export", export_action, "s", NULL, NULL, { 0 } },
    { "bin", bin_action, "s", NULL, NULL, { 0 } },
    { "undo-bin", undo_bin_action, "s", NULL, NULL, { 0 } },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  return G_ACTION_GROUP (group);
}
