/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-target-chooser.h"

#include "cog-compat.h"
#include "cog-lent.h"

#include <glib/gi18n-lib.h>

#define MAX_NAME 80 /* characters of a title in a file's name */

struct _CogTargetChooser
{
  GObject parent_instance;
  CogTargetsFunc func;
  gpointer user_data;
  GFile *folder; /* the last (nullable) */
  char *heading;
  char *base; /* name without suffix */
  char **suffixes;
  char **targets; /* while the person is asked about them (nullable) */
};

G_DEFINE_FINAL_TYPE (CogTargetChooser, cog_target_chooser, G_TYPE_OBJECT)

static void
cog_target_chooser_finalize (GObject *object)
{
  CogTargetChooser *self = COG_TARGET_CHOOSER (object);

  g_clear_object (&self->folder);
  g_free (self->heading);
  g_free (self->base);
  g_strfreev (self->suffixes);
  g_strfreev (self->targets);
  G_OBJECT_CLASS (cog_target_chooser_parent_class)->finalize (object);
}

static void
cog_target_chooser_class_init (CogTargetChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_target_chooser_finalize;
}

static void
cog_target_chooser_init (CogTargetChooser *self)
{
}

CogTargetChooser *
cog_target_chooser_new (CogTargetsFunc func, gpointer user_data)
{
  CogTargetChooser *self = g_object_new (COG_TYPE_TARGET_CHOOSER, NULL);

  self->func = func;
  self->user_data = user_data;
  return self;
}

/* A name that every file system takes, of a readable length. */
static char *
dup_base (const char *title)
{
  g_autofree char *short_title =
      g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_NAME));

  g_strdelimit (short_title, "/\\:*?\"<>|\n\t", '-');
  g_strstrip (short_title);
  /* A name that begins with a dot is hidden. */
  return short_title[0] == '\0' || short_title[0] == '.' ? g_strconcat ("book", short_title, NULL)
                                                         : g_steal_pointer (&short_title);
}

static void
replace_cb (GtkWidget *dialog, const char *response, CogTargetChooser *self)
{
  if (g_strcmp0 (response, "replace") == 0)
    self->func ((const char *const *)self->targets, self->user_data);
}

static void
ask_to_replace (CogTargetChooser *self, GtkWidget *widget, guint n)
{
  g_autofree char *heading =
      g_strdup_printf (ngettext ("Replace %u File?", "Replace %u Files?", n), n);
  GtkWidget *dialog = cog_message_dialog_new (
      heading, _ ("Files of that name stand there already. What is in them will be lost."));

  cog_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "replace", _ ("_Replace"), ADW_RESPONSE_DESTRUCTIVE);
  cog_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_cb), self, 0);
  cog_message_dialog_present (dialog, widget);
}

static void
take_folder (CogTargetChooser *self, GtkWidget *widget, GFile *folder)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_there = 0;

  for (char **suffix = self->suffixes; *suffix != NULL; suffix++)
    {
      g_autofree char *name = g_strconcat (self->base, ".", *suffix, NULL);
      g_autofree char *path = g_build_filename (g_file_peek_path (folder), name, NULL);

      n_there += (guint)g_file_test (path, G_FILE_TEST_EXISTS);
      g_strv_builder_add (builder, path);
    }
  g_strfreev (self->targets);
  self->targets = g_strv_builder_end (builder);
  if (n_there > 0)
    ask_to_replace (self, widget, n_there);
  else
    self->func ((const char *const *)self->targets, self->user_data);
}

static void ask (CogTargetChooser *self, GtkWidget *widget);

/* The suffix says the format: a name without it gets it. What is lent to us can have no other name
 * than the one that was chosen: the person is asked again, with that name made whole. */
static void
take_file (CogTargetChooser *self, GtkWidget *widget, GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *ending = g_strconcat (".", self->suffixes[0], NULL);
  g_autofree char *lower = g_ascii_strdown (path, -1);
  gboolean is_other = !g_str_has_suffix (lower, ending);

  if (is_other && cog_lent_is_alone (path))
    {
      g_free (self->base);
      self->base = g_path_get_basename (path);
      ask (self, widget);
      return;
    }
  g_strfreev (self->targets);
  self->targets = g_new0 (char *, 2);
  self->targets[0] = g_strconcat (path, is_other ? ending : NULL, NULL);
  /* The chooser has asked about the name that it knows. */
  if (is_other && g_file_test (self->targets[0], G_FILE_TEST_EXISTS))
    ask_to_replace (self, widget, 1);
  else
    self->func ((const char *const *)self->targets, self->user_data);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogTargetChooser) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cog_file_dialog_finish (result, &error);
  GtkWidget *widget = GTK_WIDGET (source);

  if (gtk_widget_get_root (widget) == NULL) /* gone meanwhile, with what is to be called */
    return;
  if (file == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (widget, "win.show-error", "s", error->message);
  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  g_clear_object (&self->folder);
  if (self->suffixes[1] != NULL)
    {
      self->folder = g_object_ref (file);
      take_folder (self, widget, file);
      return;
    }
  /* The portal remembers by itself which folder it was. */
  if (!cog_lent_is_alone (g_file_peek_path (file)))
    self->folder = g_file_get_parent (file);
  take_file (self, widget, file);
}

static void
ask (CogTargetChooser *self, GtkWidget *widget)
{
  g_autofree char *name = g_strconcat (self->base, ".", self->suffixes[0], NULL);

  if (self->suffixes[1] == NULL)
    cog_file_dialog_save (widget, self->heading, name, self->folder, NULL, chosen_cb,
                          g_object_ref (self));
  else
    cog_file_dialog_choose_folder (widget, self->heading, self->folder, chosen_cb,
                                   g_object_ref (self));
}

void
cog_target_chooser_ask (CogTargetChooser *self,
                        GtkWidget *widget,
                        const char *heading,
                        const char *title,
                        const char *const *suffixes)
{
  g_return_if_fail (COG_IS_TARGET_CHOOSER (self) && suffixes[0] != NULL);

  g_free (self->heading);
  self->heading = g_strdup (heading);
  g_free (self->base);
  self->base = dup_base (title);
  g_strfreev (self->suffixes);
  self->suffixes = g_strdupv ((char **)suffixes);
  ask (self, widget);
}
