/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-statement-choice.h"

#include "cog-credit-correction.h"
#include "cog-doubt.h"
#include "cog-licence-choice.h"
#include "cog-licence-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Places that are shown of one licence: a book may name it on every page. */
#define MAX_PLACES 4
#define MAX_WORDS 240 /* characters of what is quoted */

struct _CogStatementChoice
{
  GtkWidget parent_instance;
  CogCredit *credit;  /* a copy (nullable) */
  GPtrArray *choices; /* (element-type CogLicenceChoice) of credit (nullable) */
  GPtrArray *buttons; /* (element-type GtkCheckButton) as choices; NULL where none can be chosen */
  GtkCheckButton *none; /* of their group, not seen: it makes one alone look like one of several. It
                           is never chosen: Tab would look for it, and find nothing */
  GtkLabel *heading;
  GtkListBox *list;
  gboolean is_marking;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (CogStatementChoice, cog_statement_choice, GTK_TYPE_WIDGET)

/* --- words
 * ------------------------------------------------------------------------------------------ */

static const char *
get_heading (CogDoubts doubts)
{
  if (doubts & COG_DOUBT_DIFFER)
    return _ ("The source says different things. Which of them counts?");
  if (doubts & COG_DOUBT_SEVERAL)
    return _ ("The source names several licences. Which of them is for this?");
  if (doubts & COG_DOUBT_UNKNOWN)
    return _ ("The source names a version that never was. Does this licence count?");
  if (doubts & COG_DOUBT_TERMS)
    return _ ("The source adds terms to its licence. Does it count all the same?");
  return _ ("What the source says");
}

static char *
dup_quote (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autofree char *start = NULL;
  const char *first = valid;

  g_strdelimit (g_strstrip (valid), "\n\t\r", ' ');
  /* The rest of a credit line begins with what divided it from the name before. */
  first += strspn (first, " ,;|");
  if (g_utf8_strlen (first, -1) > MAX_WORDS)
    start = g_utf8_substring (first, 0, MAX_WORDS);
  /* Translators: words of a book, quoted. */
  if (start != NULL)
    return g_strdup_printf (_ ("“%s…”"), start);
  return g_strdup_printf (_ ("“%s”"), first);
}

/* Names of files are isolated: they may run in another direction than the words around them. */
static char *
dup_place (const CogLicenceEvidence *evidence)
{
  const CogStatement *statement = evidence->statement;
  const char *kind = cog_evidence_kind_get_words (statement->kind);
  g_autofree char *place =
      statement->file != NULL && statement->file[0] != '\0'
          ? g_strdup_printf ("%s · \xE2\x81\xA8%s\xE2\x81\xA9", kind, statement->file)
          : g_strdup (kind);

  if (evidence->n_more == 0)
    return g_steal_pointer (&place);
  /* Translators: %1$s is a place in a book where something is said. */
  return g_strdup_printf (
      ngettext ("%1$s, and %2$'u place more", "%1$s, and %2$'u places more", evidence->n_more),
      place, evidence->n_more);
}

/* --- rows
 * ------------------------------------------------------------------------------------------- */

static GtkWidget *
append_label (GtkWidget *box, const char *words, const char *class_name)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class_name != NULL)
    {
      gtk_widget_add_css_class (label, "small");
      gtk_widget_add_css_class (label, class_name);
    }
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
new_words (const CogLicenceChoice *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = choice->licence != NULL ? cog_licence_dup_label (choice->licence)
                                                  : g_strdup (_ ("Names no licence that is known"));

  gtk_widget_set_hexpand (box, TRUE);
  append_label (box, name, NULL);
  for (guint i = 0; i < MIN (choice->evidence->len, MAX_PLACES); i++)
    {
      const CogLicenceEvidence *evidence = g_ptr_array_index (choice->evidence, i);
      g_autofree char *quote = evidence->words != NULL ? dup_quote (evidence->words) : NULL;
      g_autofree char *place = dup_place (evidence);

      if (quote != NULL)
        append_label (box, quote, "found-words");
      append_label (box, place, "dim");
    }
  if (choice->evidence->len > MAX_PLACES)
    append_label (box, "…", "dim");
  if (choice->evidence->len == 0)
    append_label (box, _ ("All of it counts, as is assumed now"), "dim");
  return box;
}

static void
toggled_cb (GtkCheckButton *button, CogStatementChoice *self)
{
  guint i = 0;

  if (self->is_marking || !gtk_check_button_get_active (button) ||
      !g_ptr_array_find (self->buttons, button, &i))
    return;
  g_signal_emit (self, chosen_signal, 0,
                 ((CogLicenceChoice *)g_ptr_array_index (self->choices, i))->licence);
}

/* The row may be pressed anywhere. */
static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, CogStatementChoice *self)
{
  guint i = (guint)gtk_list_box_row_get_index (row);
  GtkCheckButton *button = i < self->buttons->len ? g_ptr_array_index (self->buttons, i) : NULL;

  if (button != NULL)
    gtk_check_button_set_active (button, TRUE);
}

static GtkCheckButton *
new_button (CogStatementChoice *self, const CogLicenceChoice *choice)
{
  GtkWidget *button =
      g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  g_autofree char *name = cog_licence_dup_label (choice->licence);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->none);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  return GTK_CHECK_BUTTON (button);
}

static void
add_row (CogStatementChoice *self, const CogLicenceChoice *choice, gboolean can_choose)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkCheckButton *button = can_choose && choice->licence != NULL ? new_button (self, choice) : NULL;

  g_ptr_array_add (self->buttons, button);
  if (button != NULL)
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (button));
  gtk_box_append (GTK_BOX (box), new_words (choice));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), button != NULL);
  /* The keyboard goes to the button in it. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

/* --- the widget
 * ------------------------------------------------------------------------------------- */

static void
cog_statement_choice_dispose (GObject *object)
{
  CogStatementChoice *self = COG_STATEMENT_CHOICE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->none);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->credit, cog_credit_free);
  G_OBJECT_CLASS (cog_statement_choice_parent_class)->dispose (object);
}

static void
cog_statement_choice_class_init (CogStatementChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_statement_choice_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cog_statement_choice_init (CogStatementChoice *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->buttons = g_ptr_array_new ();
  self->none = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->heading, TRUE);
  gtk_label_set_xalign (self->heading, 0);
  gtk_widget_set_parent (GTK_WIDGET (self->heading), GTK_WIDGET (self));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "statements");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

gboolean
cog_statement_choice_set_credit (CogStatementChoice *self, const CogCredit *credit)
{
  CogDoubts doubts;
  gboolean can_choose;
  GtkWidget *row;

  g_return_val_if_fail (COG_IS_STATEMENT_CHOICE (self) && credit != NULL, FALSE);

  doubts = cog_credit_get_doubts (credit);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->credit, cog_credit_free);
  self->credit = cog_credit_copy (credit);
  self->choices = cog_licence_choice_list (self->credit);
  g_ptr_array_set_size (self->buttons, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  can_choose = self->choices->len > 1 || doubts != COG_DOUBT_NONE ||
               cog_credit_find_decision (self->credit) != NULL;
  for (guint i = 0; i < self->choices->len; i++)
    add_row (self, g_ptr_array_index (self->choices, i), can_choose);
  gtk_label_set_label (self->heading, get_heading (doubts));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_heading (doubts), -1);
  if (doubts == COG_DOUBT_NONE)
    cog_statement_choice_mark (self, credit->licence);
  return self->choices->len > 0;
}

void
cog_statement_choice_mark (CogStatementChoice *self, const char *licence)
{
  g_return_if_fail (COG_IS_STATEMENT_CHOICE (self));

  self->is_marking = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      const CogLicenceChoice *choice = g_ptr_array_index (self->choices, i);
      GtkCheckButton *button = g_ptr_array_index (self->buttons, i);

      if (button != NULL)
        gtk_check_button_set_active (button, g_strcmp0 (choice->licence, licence) == 0);
    }
  self->is_marking = FALSE;
}
