/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-align-form.h"

#include "cog-choice-row.h"
#include "cog-compat.h"
#include "cog-language-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SIDES 2

struct _CogAlignForm
{
  GtkWidget parent_instance;
  GtkWidget *list;
  AdwActionRow *files[SIDES];
  CogChoiceRow *choices[SIDES];
  char *paths[SIDES];
  guint asking; /* the side whose file is being chosen */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CogAlignForm, cog_align_form, GTK_TYPE_WIDGET)

static void
tell_changed (CogAlignForm *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
file_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogAlignForm *self = COG_ALIGN_FORM (object);
  g_autoptr (GFile) file = cog_file_dialog_finish (result, NULL);
  g_autofree char *name = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL || self->list == NULL)
    return;
  g_free (self->paths[self->asking]);
  self->paths[self->asking] = g_file_get_path (file);
  name = g_filename_display_basename (self->paths[self->asking]);
  adw_action_row_set_subtitle (self->files[self->asking], name);
  tell_changed (self);
}

static void
choose_cb (GtkButton *button, CogAlignForm *self)
{
  self->asking = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "side"));
  cog_file_dialog_open (GTK_WIDGET (self),
                        self->asking == 0 ? _ ("The Original") : _ ("Its Translation"), NULL,
                        file_cb, NULL);
}

static void
add_file (CogAlignForm *self, guint side, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Choose…"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("No file yet"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "side", GUINT_TO_POINTER (side));
  g_signal_connect (button, "clicked", G_CALLBACK (choose_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  self->files[side] = ADW_ACTION_ROW (row);
}

/* The list may be shared by neither: each row takes its own. */
static void
add_language (CogAlignForm *self, guint side, const char *title, const char *searches)
{
  GtkWidget *row = g_object_new (COG_TYPE_CHOICE_ROW, "title", title, "searches", searches, NULL);
  GPtrArray *languages = cog_language_list (cog_language_get_interface ());
  CogLanguageChoice *none = g_new0 (CogLanguageChoice, 1);

  none->tag = g_strdup ("");
  none->name = g_strdup ("");
  none->own_name = g_strdup ("");
  g_ptr_array_insert (languages, 0, none);
  cog_choice_row_set_takes_tags (COG_CHOICE_ROW (row), TRUE);
  /* Translators: the language of a book is read from its file. */
  cog_choice_row_set_choices (COG_CHOICE_ROW (row), languages, _ ("As the file says"));
  cog_choice_row_choose (COG_CHOICE_ROW (row), "");
  g_signal_connect_object (row, "chosen", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  self->choices[side] = COG_CHOICE_ROW (row);
}

static void
cog_align_form_dispose (GObject *object)
{
  CogAlignForm *self = COG_ALIGN_FORM (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  for (guint i = 0; i < SIDES; i++)
    g_clear_pointer (&self->paths[i], g_free);
  G_OBJECT_CLASS (cog_align_form_parent_class)->dispose (object);
}

static void
cog_align_form_class_init (CogAlignFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_align_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_align_form_init (CogAlignForm *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_add_css_class (self->list, "consequences");
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Two editions"), -1);
  add_file (self, 0, _ ("The original"));
  add_language (self, 0, _ ("Language of the original"), _ ("Search languages of the original"));
  add_file (self, 1, _ ("Its translation"));
  add_language (self, 1, _ ("Language of the translation"),
                _ ("Search languages of the translation"));
}

const char *
cog_align_form_get_path (CogAlignForm *self, guint side)
{
  g_return_val_if_fail (COG_IS_ALIGN_FORM (self) && side < SIDES, NULL);
  return self->paths[side];
}

const char *
cog_align_form_get_language (CogAlignForm *self, guint side)
{
  const char *tag;

  g_return_val_if_fail (COG_IS_ALIGN_FORM (self) && side < SIDES, NULL);

  tag = cog_choice_row_get_tag (self->choices[side]);
  return tag[0] != '\0' ? tag : NULL;
}
