/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reading-choices.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Answers in the order of the option's values. */
typedef struct
{
  const char *findings[3]; /* ids of what brings the question up; NULL-terminated */
  const char *title, *answers[3];
  gsize offset; /* of the option: an enum */
} Question;

static const Question questions[] = {
  { { "changes-accepted", "changes-rejected" },
    /* Translators: changes that a word processor has kept track of. */
    N_ ("Tracked Changes"),
    { /* Translators: the text is read as if all tracked changes were accepted. */
      N_ ("Accepted"),
      /* Translators: the text is read as if all tracked changes were rejected. */
      N_ ("Rejected") },
    G_STRUCT_OFFSET (CogReadingOptions, tracked_changes) },
};

struct _CogReadingChoices
{
  GtkWidget parent_instance;
  CogReadingOptions options;
  GtkListBox *list;
  GtkWidget *rows[G_N_ELEMENTS (questions)]; /* each (nullable) */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CogReadingChoices, cog_reading_choices, GTK_TYPE_WIDGET)

G_STATIC_ASSERT (sizeof (CogTrackedChanges) == sizeof (guint));

static guint *
get_option (CogReadingChoices *self, const Question *question)
{
  return (guint *)(void *)G_STRUCT_MEMBER_P (&self->options, question->offset);
}

static void
selected_cb (AdwComboRow *row, GParamSpec *pspec, CogReadingChoices *self)
{
  const Question *question = g_object_get_data (G_OBJECT (row), "question");
  guint answer = adw_combo_row_get_selected (row);

  if (answer == GTK_INVALID_LIST_POSITION || answer == *get_option (self, question))
    return;
  *get_option (self, question) = answer;
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
new_row (CogReadingChoices *self, const Question *question)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) answers = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (question->answers) && question->answers[i] != NULL; i++)
    gtk_string_list_append (answers, _ (question->answers[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (question->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("The file is read again"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (answers));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), *get_option (self, question));
  g_object_set_data (G_OBJECT (row), "question", (gpointer)question);
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), self);
  return row;
}

static gboolean
is_asked (const Question *question, CogReport *report)
{
  for (guint i = 0; i < G_N_ELEMENTS (question->findings) && question->findings[i] != NULL; i++)
    if (cog_report_has (report, question->findings[i]))
      return TRUE;
  return FALSE;
}

static void
cog_reading_choices_dispose (GObject *object)
{
  CogReadingChoices *self = COG_READING_CHOICES (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  G_OBJECT_CLASS (cog_reading_choices_parent_class)->dispose (object);
}

static void
cog_reading_choices_class_init (CogReadingChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_reading_choices_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_reading_choices_init (CogReadingChoices *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How the file is read"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
cog_reading_choices_add (CogReadingChoices *self, CogReport *report)
{
  g_return_if_fail (COG_IS_READING_CHOICES (self) && report != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      if (self->rows[i] != NULL || !is_asked (&questions[i], report))
        continue;
      self->rows[i] = new_row (self, &questions[i]);
      gtk_list_box_append (self->list, self->rows[i]);
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
    }
}

void
cog_reading_choices_clear (CogReadingChoices *self)
{
  g_return_if_fail (COG_IS_READING_CHOICES (self));

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (self->rows[i] != NULL)
      gtk_list_box_remove (self->list, g_steal_pointer (&self->rows[i]));
  self->options = (CogReadingOptions){ 0 };
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

const CogReadingOptions *
cog_reading_choices_get_options (CogReadingChoices *self)
{
  g_return_val_if_fail (COG_IS_READING_CHOICES (self), NULL);
  return &self->options;
}
