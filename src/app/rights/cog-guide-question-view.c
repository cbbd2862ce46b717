/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-guide-question-view.h"

#include <glib/gi18n-lib.h>

struct _CogGuideQuestionView
{
  GtkBox parent_instance;
  const char *id; /* static */
  GtkCheckButton *first;
};

static guint answered_signal;

G_DEFINE_FINAL_TYPE (CogGuideQuestionView, cog_guide_question_view, GTK_TYPE_BOX)

static void
cog_guide_question_view_class_init (CogGuideQuestionViewClass *klass)
{
  answered_signal = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
cog_guide_question_view_init (CogGuideQuestionView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
}

/* Later: the view is made anew by the answer, and must not go while its button speaks. */
typedef struct
{
  CogGuideQuestionView *view;
  const char *option; /* static */
} Answer;

static gboolean
answer_idle_cb (gpointer user_data)
{
  Answer *answer = user_data;

  g_signal_emit (answer->view, answered_signal, 0, answer->view->id, answer->option);
  return G_SOURCE_REMOVE;
}

static void
answer_free (gpointer data)
{
  g_object_unref (((Answer *)data)->view);
  g_free (data);
}

static void
toggled_cb (GtkCheckButton *button, CogGuideQuestionView *self)
{
  Answer *answer;

  if (!gtk_check_button_get_active (button))
    return;
  answer = g_new0 (Answer, 1);
  answer->view = g_object_ref (self);
  answer->option = g_object_get_data (G_OBJECT (button), "option");
  g_idle_add_full (G_PRIORITY_DEFAULT, answer_idle_cb, answer, answer_free);
}

static GtkWidget *
new_label (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  return label;
}

static void
add_open (CogGuideQuestionView *self, const CogGuideOption *option, gboolean is_given)
{
  GtkWidget *button = gtk_check_button_new_with_label (option->answer);
  GtkWidget *label = gtk_widget_get_last_child (button);

  if (GTK_IS_LABEL (label))
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
    }
  if (self->first == NULL)
    self->first = GTK_CHECK_BUTTON (button);
  else
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->first);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), is_given);
  g_object_set_data (G_OBJECT (button), "option", (gpointer)option->id);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self), button);
}

/* A closed answer stays in sight, with what closes it. */
static void
add_closed (CogGuideQuestionView *self, const CogGuideOption *option)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (lock, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), new_label (option->answer, "dim"));
  if (option->closed_by != NULL)
    gtk_box_append (GTK_BOX (words), new_label (option->closed_by, "small"));
  if (option->closing != NULL)
    {
      GtkWidget *way = gtk_button_new_with_label (_ ("Show what closes it"));

      gtk_actionable_set_action_target (GTK_ACTIONABLE (way), "s", option->closing);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (way), "win.go-to-rights");
      gtk_widget_set_halign (way, GTK_ALIGN_START);
      gtk_widget_add_css_class (way, "way-link");
      gtk_widget_add_css_class (way, "flat");
      gtk_box_append (GTK_BOX (words), way);
    }
  gtk_box_append (GTK_BOX (row), lock);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (self), row);
}

GtkWidget *
cog_guide_question_view_new (const CogGuideQuestion *question)
{
  CogGuideQuestionView *self = g_object_new (COG_TYPE_GUIDE_QUESTION_VIEW, NULL);
  GtkWidget *heading = new_label (question->question, "guide-question");

  self->id = question->id;
  gtk_box_append (GTK_BOX (self), heading);
  for (guint i = 0; i < question->options->len; i++)
    {
      const CogGuideOption *option = g_ptr_array_index (question->options, i);

      if (option->is_closed)
        add_closed (self, option);
      else
        add_open (self, option, g_strcmp0 (question->given, option->id) == 0);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question->question, -1);
  return GTK_WIDGET (self);
}
