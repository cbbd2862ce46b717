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

/* Where the answer leads. */
static GtkWidget *
new_pill (const CogGuideOption *option, gboolean is_given)
{
  GtkWidget *pill = gtk_label_new (option->licence->name);

  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pill, "licence");
  if (is_given)
    gtk_widget_add_css_class (pill, "given");
  return pill;
}

static void
add_open (CogGuideQuestionView *self, const CogGuideOption *option, gboolean is_given)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
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
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (row), button);
  if (option->licence != NULL)
    gtk_box_append (GTK_BOX (row), new_pill (option, is_given));
  gtk_box_append (GTK_BOX (self), row);
  /* Lawful, and not recommended: why. */
  if (option->verdict == COG_VERDICT_DISCOURAGED && option->closed_by != NULL)
    {
      GtkWidget *why = new_label (option->closed_by, "warning");

      gtk_widget_set_margin_start (why, 28);
      gtk_box_append (GTK_BOX (self), why);
    }
}

/* To the piece that closes the answer. */
static gboolean
link_cb (GtkLabel *label, const char *uri, const char *component)
{
  gtk_widget_activate_action (GTK_WIDGET (label), "win.go-to-rights", "s", component);
  return TRUE;
}

/* Cause and way out. A text cannot be replaced: it can be looked at. */
static char *
dup_cause_markup (const CogGuideOption *option)
{
  g_autofree char *name = g_markup_escape_text (option->closing_name, -1);
  g_autofree char *licence =
      option->closing_licence != NULL ? g_markup_escape_text (option->closing_licence, -1) : NULL;

  if (option->is_closing_text && licence != NULL)
    /* Translators: why an answer is closed: the name of a piece and its licence. */
    return g_strdup_printf (_ ("Closed by <b>%s</b>, which is %s. <a href=\"#\">Show it</a>"), name,
                            licence);
  if (licence != NULL)
    return g_strdup_printf (
        _ ("Closed by <b>%s</b>, which is %s. <a href=\"#\">Replace or leave it "
           "out</a> to open this answer."),
        name, licence);
  return g_strdup_printf (_ ("Closed by <b>%s</b>. <a href=\"#\">Show it</a>"), name);
}

static GtkWidget *
new_cause (const CogGuideOption *option)
{
  GtkWidget *label;
  g_autofree char *markup = NULL;

  if (option->closing == NULL || option->closing_name == NULL)
    return option->closed_by != NULL ? new_label (option->closed_by, "small") : NULL;
  markup = dup_cause_markup (option);
  label = new_label ("", "small");
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_set_tooltip_text (label, option->closed_by);
  g_signal_connect_data (label, "activate-link", G_CALLBACK (link_cb), g_strdup (option->closing),
                         (GClosureNotify)(void (*) (void))g_free, 0);
  return label;
}

/* A closed answer stays in sight, with what closes it. */
static void
add_closed (CogGuideQuestionView *self, const CogGuideOption *option)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *cause = new_cause (option);

  gtk_widget_set_valign (lock, GTK_ALIGN_START);
  gtk_widget_add_css_class (lock, "dim");
  gtk_box_append (GTK_BOX (words), new_label (option->answer, "dim"));
  if (cause != NULL)
    gtk_box_append (GTK_BOX (words), cause);
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
