/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reading-choices.h"

#include "cog-language.h"
#include "cog-recognizer.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Answers in the order of the option's values; without any it is a switch. */
typedef struct
{
  const char *findings[5]; /* ids of what brings the question up; NULL-terminated */
  const char *title, *answers[3], *subtitle;
  gsize offset;                   /* of the option: an enum, or whether */
  gboolean (*is_possible) (void); /* (nullable): always */
  const char *why_not;            /* the subtitle where it is not */
} Question;

static const Question questions[] = {
  { { "changes-accepted", "changes-rejected" },
    /* Translators: changes that a word processor has kept track of. */
    N_ ("Tracked Changes"),
    { /* Translators: the text is read as if all tracked changes were accepted. */
      N_ ("Accepted"),
      /* Translators: the text is read as if all tracked changes were rejected. */
      N_ ("Rejected") },
    N_ ("The file is read again"),
    G_STRUCT_OFFSET (CogReadingOptions, tracked_changes),
    NULL,
    NULL },
  { { "pages-scanned", "pages-unreadable", "pages-recognized", "pages-not-recognized" },
    /* Translators: pages of a PDF that are only pictures of text. */
    N_ ("Read the Text of Scanned Pages"),
    { NULL },
    N_ ("Takes about 5 seconds a page; what was read should be compared with the page"),
    G_STRUCT_OFFSET (CogReadingOptions, use_ocr),
    cog_recognizer_is_installed,
    /* Translators: “Tesseract” is a program, “tesseract-ocr” the package that it comes in. */
    N_ ("For that, install Tesseract (the package “tesseract-ocr”)") },
};

struct _CogReadingChoices
{
  GtkWidget parent_instance;
  CogReadingOptions options;
  GtkListBox *list;
  GtkWidget *rows[G_N_ELEMENTS (questions)]; /* each (nullable) */
  GtkWidget *language_row;                   /* (nullable) */
  GPtrArray *languages;                      /* (element-type utf8): its answers */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CogReadingChoices, cog_reading_choices, GTK_TYPE_WIDGET)

G_STATIC_ASSERT (sizeof (CogTrackedChanges) == sizeof (guint));
G_STATIC_ASSERT (sizeof (gboolean) == sizeof (guint));

static guint *
get_option (CogReadingChoices *self, const Question *question)
{
  return (guint *)(void *)G_STRUCT_MEMBER_P (&self->options, question->offset);
}

static void
answer (CogReadingChoices *self, const Question *question, guint value)
{
  if (value == *get_option (self, question))
    return;
  *get_option (self, question) = value;
  g_signal_emit (self, changed_signal, 0);
}

static void
selected_cb (AdwComboRow *row, GParamSpec *pspec, CogReadingChoices *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected != GTK_INVALID_LIST_POSITION)
    answer (self, g_object_get_data (G_OBJECT (row), "question"), selected);
}

static void
switched_cb (GtkSwitch *button, GParamSpec *pspec, CogReadingChoices *self)
{
  answer (self, g_object_get_data (G_OBJECT (button), "question"), gtk_switch_get_active (button));
}

static GtkWidget *
append_row (CogReadingChoices *self, GtkWidget *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return row;
}

static GtkWidget *
new_combo_row (GtkStringList *answers, guint selected)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (answers));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  return row;
}

static GtkWidget *
new_switch_row (CogReadingChoices *self, const Question *question)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (button), *get_option (self, question) != 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (question->title), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (button), "question", (gpointer)question);
  g_signal_connect (button, "notify::active", G_CALLBACK (switched_cb), self);
  return row;
}

static GtkWidget *
new_answers_row (CogReadingChoices *self, const Question *question)
{
  g_autoptr (GtkStringList) answers = gtk_string_list_new (NULL);
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (question->answers) && question->answers[i] != NULL; i++)
    gtk_string_list_append (answers, _ (question->answers[i]));
  row = new_combo_row (answers, *get_option (self, question));
  g_object_set_data (G_OBJECT (row), "question", (gpointer)question);
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), self);
  return row;
}

static GtkWidget *
ask (CogReadingChoices *self, const Question *question)
{
  gboolean is_possible = question->is_possible == NULL || question->is_possible ();
  GtkWidget *row = question->answers[0] != NULL ? new_answers_row (self, question)
                                                : new_switch_row (self, question);

  gtk_widget_set_sensitive (row, is_possible);
  return append_row (self, row, _ (question->title),
                     _ (is_possible ? question->subtitle : question->why_not));
}

static void
language_cb (AdwComboRow *row, GParamSpec *pspec, CogReadingChoices *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected < self->languages->len &&
      cog_reading_options_set_language (&self->options,
                                        g_ptr_array_index (self->languages, selected)))
    g_signal_emit (self, changed_signal, 0);
}

/* Of several files that are read together, the first that holds several languages is asked for. */
static void
ask_language (CogReadingChoices *self, const CogBook *book)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < book->languages->len; i++)
    {
      const char *tag = g_ptr_array_index (book->languages, i);

      gtk_string_list_take (names, cog_language_dup_own_name (tag));
      g_ptr_array_add (self->languages, g_strdup (tag));
      if (g_strcmp0 (tag, book->language) == 0)
        selected = i;
    }
  /* Translators: of a file that holds its text in several languages, which of them is read. */
  self->language_row = append_row (self, new_combo_row (names, selected), _ ("Language to Take"),
                                   _ ("The file is read again"));
  g_signal_connect (self->language_row, "notify::selected", G_CALLBACK (language_cb), self);
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
  g_clear_pointer (&self->languages, g_ptr_array_unref);
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
  self->languages = g_ptr_array_new_with_free_func (g_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How the file is read"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
cog_reading_choices_add (CogReadingChoices *self, const CogBook *book, CogReport *report)
{
  g_return_if_fail (COG_IS_READING_CHOICES (self) && book != NULL && report != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (self->rows[i] == NULL && is_asked (&questions[i], report))
      self->rows[i] = ask (self, &questions[i]);
  if (self->language_row == NULL && book->languages->len > 1)
    ask_language (self, book);
}

void
cog_reading_choices_clear (CogReadingChoices *self)
{
  g_return_if_fail (COG_IS_READING_CHOICES (self));

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (self->rows[i] != NULL)
      gtk_list_box_remove (self->list, g_steal_pointer (&self->rows[i]));
  if (self->language_row != NULL)
    gtk_list_box_remove (self->list, g_steal_pointer (&self->language_row));
  g_ptr_array_set_size (self->languages, 0);
  self->options = (CogReadingOptions){ 0 };
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

const CogReadingOptions *
cog_reading_choices_get_options (CogReadingChoices *self)
{
  g_return_val_if_fail (COG_IS_READING_CHOICES (self), NULL);
  return &self->options;
}
