/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-form.h"

#include "cog-licence-button.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  FIELD_TITLE,
  FIELD_AUTHOR,
  FIELD_SOURCE,
  FIELD_CHANGES,
  N_FIELDS
} Field;

static const struct
{
  const char *label;
  const char *placeholder;
} fields[N_FIELDS] = {
  [FIELD_TITLE] = { N_ ("Title"), N_ ("without a title") },
  [FIELD_AUTHOR] = { N_ ("Author"), N_ ("who made it") },
  [FIELD_SOURCE] = { N_ ("Source"), N_ ("web address") },
  /* Translators: what was changed in a picture. */
  [FIELD_CHANGES] = { N_ ("Changes"), N_ ("none") },
};

struct _CogCreditForm
{
  GtkWidget parent_instance;
  GtkWidget *list;
  GtkEditable *texts[N_FIELDS];
  CogLicenceButton *licence;
  CogCredit *credit; /* as it was set */
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogCreditForm, cog_credit_form, GTK_TYPE_WIDGET)

/* Whoever made it, in whatever part. */
static char *
dup_people (const CogCredit *credit)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (credit->agents, i);

      if (agent->name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", agent->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
dup_field (const CogCredit *credit, Field field)
{
  switch (field)
    {
    case FIELD_TITLE:
      return g_strdup (credit->title != NULL ? credit->title : "");
    case FIELD_AUTHOR:
      return dup_people (credit);
    case FIELD_SOURCE:
      return g_strdup (credit->source_url != NULL    ? credit->source_url
                       : credit->source_name != NULL ? credit->source_name
                                                     : "");
    case FIELD_CHANGES:
      return g_strdup (credit->changes != NULL ? credit->changes : "");
    case N_FIELDS:
      break;
    }
  return NULL;
}

static void
set (char **field, const char *text)
{
  g_free (*field);
  *field = text[0] != '\0' ? g_strdup (text) : NULL;
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://") ||
         g_str_has_prefix (text, "www.");
}

static void
set_field (CogCredit *credit, Field field, const char *text)
{
  switch (field)
    {
    case FIELD_TITLE:
      set (&credit->title, text);
      break;
    case FIELD_AUTHOR:
      /* As it is to be printed: commas belong to names as often as they part them. */
      g_ptr_array_set_size (credit->agents, 0);
      if (text[0] != '\0')
        g_ptr_array_add (credit->agents, cog_agent_new (text, COG_ROLE_AUTHOR));
      break;
    case FIELD_SOURCE:
      set (&credit->source_url, is_address (text) ? text : "");
      if (!is_address (text))
        set (&credit->source_name, text);
      break;
    case FIELD_CHANGES:
      set (&credit->changes, text);
      break;
    case N_FIELDS:
      break;
    }
}

static char *
dup_text (CogCreditForm *self, Field field)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->texts[field])));
}

static gboolean
is_field_edited (CogCreditForm *self, Field field)
{
  g_autofree char *before = dup_field (self->credit, field);
  g_autofree char *now = dup_text (self, field);

  return g_strcmp0 (before, now) != 0;
}

gboolean
cog_credit_form_is_edited (CogCreditForm *self)
{
  g_return_val_if_fail (COG_IS_CREDIT_FORM (self), FALSE);

  for (guint i = 0; i < N_FIELDS; i++)
    if (is_field_edited (self, (Field)i))
      return TRUE;
  return g_strcmp0 (self->credit->licence, cog_licence_button_get_licence (self->licence)) != 0;
}

CogCredit *
cog_credit_form_dup_credit (CogCreditForm *self)
{
  CogCredit *credit;
  const char *licence;

  g_return_val_if_fail (COG_IS_CREDIT_FORM (self), NULL);

  credit = cog_credit_copy (self->credit);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *text = dup_text (self, (Field)i);

      if (is_field_edited (self, (Field)i))
        set_field (credit, (Field)i, text);
    }
  licence = cog_licence_button_get_licence (self->licence);
  if (g_strcmp0 (credit->licence, licence) != 0)
    {
      CogStatement *statement = cog_statement_new (COG_EVIDENCE_PERSON, NULL, NULL, NULL, NULL);

      statement->licence = g_strdup (licence);
      g_ptr_array_add (credit->statements, statement);
      set (&credit->licence, licence != NULL ? licence : "");
      g_clear_pointer (&credit->licence_url, g_free);
    }
  return credit;
}

static void
edited_cb (CogCreditForm *self)
{
  if (cog_credit_form_is_edited (self))
    g_signal_emit (self, signals[EDITED], 0);
}

static GtkWidget *
new_row (CogCreditForm *self, const char *label, GtkWidget *value)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (label);

  gtk_widget_add_css_class (name, "small");
  gtk_widget_add_css_class (name, "dim");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), value);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
add_field (CogCreditForm *self, Field field)
{
  GtkWidget *text = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_hexpand (text, TRUE);
  gtk_editable_set_alignment (GTK_EDITABLE (text), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (text), 6);
  gtk_entry_set_has_frame (GTK_ENTRY (text), FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (text), _ (fields[field].placeholder));
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (fields[field].label), -1);
  g_signal_connect_object (text, "activate", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (text, focus);
  self->texts[field] = GTK_EDITABLE (text);
  gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (self, _ (fields[field].label), text));
}

static void
cog_credit_form_dispose (GObject *object)
{
  CogCreditForm *self = COG_CREDIT_FORM (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_credit_form_parent_class)->dispose (object);
}

static void
cog_credit_form_finalize (GObject *object)
{
  cog_credit_free (COG_CREDIT_FORM (object)->credit);
  G_OBJECT_CLASS (cog_credit_form_parent_class)->finalize (object);
}

static void
cog_credit_form_class_init (CogCreditFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_credit_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_credit_form_finalize;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cog_credit_form_init (CogCreditForm *self)
{
  self->credit = cog_credit_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_add_css_class (self->list, "facts");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Credit"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  for (guint i = 0; i < FIELD_CHANGES; i++)
    add_field (self, (Field)i);
  self->licence = COG_LICENCE_BUTTON (cog_licence_button_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->licence), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->licence), GTK_ALIGN_END);
  g_signal_connect_object (self->licence, "chosen", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list),
                       new_row (self, _ ("Licence"), GTK_WIDGET (self->licence)));
  add_field (self, FIELD_CHANGES);
}

GtkWidget *
cog_credit_form_new (void)
{
  return g_object_new (COG_TYPE_CREDIT_FORM, NULL);
}

void
cog_credit_form_set_credit (CogCreditForm *self, const CogCredit *credit)
{
  g_autoptr (CogCredit) before = NULL;

  g_return_if_fail (COG_IS_CREDIT_FORM (self));

  before = g_steal_pointer (&self->credit);
  self->credit = credit != NULL ? cog_credit_copy (credit) : cog_credit_new ();
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *was = dup_field (before, (Field)i);
      g_autofree char *is = dup_field (self->credit, (Field)i);
      g_autofree char *there = dup_text (self, (Field)i);
      gboolean is_writing =
          gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->texts[i])));

      if (g_strcmp0 (there, is) != 0 && !(is_writing && g_strcmp0 (was, is) == 0))
        gtk_editable_set_text (self->texts[i], is);
    }
  cog_licence_button_set_licence (self->licence, self->credit->licence);
}

void
cog_credit_form_set_unstated (CogCreditForm *self, const char *words)
{
  g_return_if_fail (COG_IS_CREDIT_FORM (self));
  cog_licence_button_set_unstated (self->licence, words);
}
