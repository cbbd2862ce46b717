/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-quality-dialogs.h"

#include "cog-message-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CogReasonFunc reason_func;
  CogConfirmFunc confirm_func;
  gpointer user_data;
  GDestroyNotify destroy;
  GPtrArray
      *choices; /* (element-type GtkCheckButton), borrowed: the last is for words of one's own */
  GtkWidget *entry;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->user_data);
  g_clear_pointer (&question->choices, g_ptr_array_unref);
  g_free (question);
}

/* ── A reason ────────────────────────────────────────────────────────────────────────────────── */

static const char *const reasons[] = {
  N_ ("It is right as it is"),
  N_ ("It is said otherwise on purpose"),
  N_ ("It is a name or a term"),
  N_ ("The source is wrong here"),
};

static const char *
get_reason (Question *question)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (gtk_check_button_get_active (g_ptr_array_index (question->choices, i)))
      return _ (reasons[i]);
  return gtk_editable_get_text (GTK_EDITABLE (question->entry));
}

static void
reason_cb (GtkWidget *dialog, const char *response, Question *question)
{
  if (g_str_equal (response, "ignore"))
    question->reason_func (get_reason (question), question->user_data);
}

/* Who writes has chosen. */
static void
typed_cb (Question *question)
{
  GtkCheckButton *own = g_ptr_array_index (question->choices, question->choices->len - 1);

  if (gtk_editable_get_text (GTK_EDITABLE (question->entry))[0] != '\0')
    gtk_check_button_set_active (own, TRUE);
}

static void
add_choice (GtkWidget *box, Question *question, const char *label)
{
  GtkWidget *choice = gtk_check_button_new_with_label (label);

  if (question->choices->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (choice),
                                g_ptr_array_index (question->choices, 0));
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
  g_ptr_array_add (question->choices, choice);
  gtk_box_append (GTK_BOX (box), choice);
}

static GtkWidget *
new_choices (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  question->choices = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    add_choice (box, question, _ (reasons[i]));
  add_choice (box, question, _ ("Another reason:"));
  question->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (question->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Another reason"), -1);
  g_signal_connect_swapped (question->entry, "changed", G_CALLBACK (typed_cb), question);
  gtk_box_append (GTK_BOX (box), question->entry);
  return box;
}

void
cog_quality_ask_reason (
    GtkWidget *parent, guint n, CogReasonFunc func, gpointer user_data, GDestroyNotify destroy)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *heading =
      g_strdup_printf (ngettext ("Ignore This Finding?", "Ignore These %'u Findings?", n), n);
  GtkWidget *dialog = cog_message_dialog_new (
      heading, _ ("It is not shown any more. The reason stays with it, for those who come after "
                  "you."));

  question->reason_func = func;
  question->user_data = user_data;
  question->destroy = destroy;
  cog_message_dialog_set_extra_child (dialog, new_choices (question));
  cog_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "ignore", _ ("_Ignore"), ADW_RESPONSE_SUGGESTED);
  cog_message_dialog_set_default_response (dialog, "ignore");
  cog_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  g_signal_connect (dialog, "response", G_CALLBACK (reason_cb), question);
  cog_message_dialog_present (dialog, parent);
}

/* ── A preview ───────────────────────────────────────────────────────────────────────────────── */

static void
confirm_cb (GtkWidget *dialog, const char *response, Question *question)
{
  if (g_str_equal (response, "fix"))
    question->confirm_func (question->user_data);
}

static GtkWidget *
new_preview (guint n, GPtrArray *changes)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  for (guint i = 0; i < changes->len; i++)
    {
      GtkWidget *label = gtk_label_new (g_ptr_array_index (changes, i));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (box), label);
    }
  if (n > changes->len)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("and %'u more", "and %'u more", n - changes->len), n - changes->len);
      GtkWidget *label = gtk_label_new (more);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), box);
  return scroll;
}

void
cog_quality_ask_fix (GtkWidget *parent,
                     guint n,
                     GPtrArray *changes,
                     CogConfirmFunc func,
                     gpointer user_data,
                     GDestroyNotify destroy)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *heading = g_strdup_printf (ngettext ("Fix %'u Place?", "Fix %'u Places?", n), n);
  GtkWidget *dialog =
      cog_message_dialog_new (heading, _ ("All as one step, which Undo takes back."));

  question->confirm_func = func;
  question->user_data = user_data;
  question->destroy = destroy;
  cog_message_dialog_set_extra_child (dialog, new_preview (n, changes));
  g_ptr_array_unref (changes);
  cog_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "fix", _ ("_Fix All"), ADW_RESPONSE_SUGGESTED);
  cog_message_dialog_set_default_response (dialog, "fix");
  cog_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  g_signal_connect (dialog, "response", G_CALLBACK (confirm_cb), question);
  cog_message_dialog_present (dialog, parent);
}
