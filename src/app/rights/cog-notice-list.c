/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-notice-list.h"

#include "cog-attribution.h"

#include <glib/gi18n-lib.h>

/* Two rows for each notice: what becomes of it, and its words. */
typedef struct
{
  AdwComboRow *choice;
  GtkEditable *words;
  guint n_open; /* 1: the first of the choices is that nothing was decided */
  guint chosen;
  char *text;
} Rows;

struct _CogNoticeList
{
  AdwPreferencesGroup parent_instance;
  GArray *rows; /* Rows, as the notices */
};

G_DEFINE_FINAL_TYPE (CogNoticeList, cog_notice_list, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_title (const CogNotice *notice)
{
  if (g_strcmp0 (notice->kind, "translation") == 0)
    return _ ("In a translation");
  if (g_strcmp0 (notice->kind, "adaptation") == 0)
    return _ ("In an adaptation");
  if (g_strcmp0 (notice->kind, "derivative") == 0)
    return _ ("In a translation or adaptation");
  return _ ("In every edition");
}

/* Words so short that a row shows them whole beside its title; what they come to stands below. */
static GtkStringList *
new_choices (const CogNotice *notice)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  if (notice->origin == COG_NOTICE_PROPOSED)
    /* Translators: the state of a sentence that nobody has decided about. One word if possible. */
    gtk_string_list_append (choices, C_ ("notice", "Proposed"));
  /* Translators: what becomes of a sentence: it stands in the edition. One or two words. */
  gtk_string_list_append (choices, C_ ("notice", "Print it"));
  /* Translators: … or does not. One or two words. */
  gtk_string_list_append (choices, C_ ("notice", "Leave out"));
  return choices;
}

static const char *
describe (const CogNotice *notice, guint chosen)
{
  if (notice->origin != COG_NOTICE_PROPOSED || chosen > 0)
    return notice->origin == COG_NOTICE_FOUND ? _ ("Found in the source") : "";
  return cog_attribution_is_notice_in (notice)
             /* Translators: of a sentence that a publisher is known to ask for. */
             ? _ ("It is printed until you decide")
             : _ ("It is not printed before you decide");
}

static void
chosen_cb (AdwComboRow *choice, GParamSpec *pspec, CogNotice *notice)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (choice),
                               describe (notice, adw_combo_row_get_selected (choice)));
}

static void
free_notice (gpointer notice, GClosure *closure)
{
  cog_notice_free (notice);
}

static void
add_rows (CogNoticeList *self, const CogNotice *notice)
{
  GtkWidget *choice = adw_combo_row_new ();
  GtkWidget *words = adw_entry_row_new ();
  g_autoptr (GtkStringList) choices = new_choices (notice);
  Rows rows = { ADW_COMBO_ROW (choice), GTK_EDITABLE (words),
                notice->origin == COG_NOTICE_PROPOSED ? 1 : 0,
                notice->origin == COG_NOTICE_DROPPED ? 1 : 0,
                g_strdup (notice->text != NULL ? notice->text : "") };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (choice), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choice), get_title (notice));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (choice), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (choice), 0);
  adw_combo_row_set_model (rows.choice, G_LIST_MODEL (choices));
  adw_combo_row_set_selected (rows.choice, rows.chosen);
  g_signal_connect_data (choice, "notify::selected", G_CALLBACK (chosen_cb),
                         cog_notice_copy (notice), free_notice, (GConnectFlags)0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (choice), describe (notice, rows.chosen));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (words), _ ("In these words"));
  gtk_editable_set_text (rows.words, rows.text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (words), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), choice);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), words);
  g_array_append_val (self->rows, rows);
}

void
cog_notice_list_set (CogNoticeList *self, const CogCredit *credit)
{
  g_return_if_fail (COG_IS_NOTICE_LIST (self) && credit != NULL && self->rows->len == 0);

  for (guint i = 0; i < credit->notices->len; i++)
    add_rows (self, g_ptr_array_index (credit->notices, i));
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

/* Other words are a decision by themselves, unless it is left out. */
static void
apply_rows (const Rows *rows, CogNotice *notice)
{
  guint chosen = adw_combo_row_get_selected (rows->choice);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (rows->words)));
  gboolean is_new = text[0] != '\0' && !g_str_equal (text, rows->text);

  if (is_new)
    {
      g_free (notice->text);
      notice->text = g_steal_pointer (&text);
    }
  if (chosen == rows->n_open + 1)
    notice->origin = COG_NOTICE_DROPPED;
  else if (is_new || chosen != rows->chosen)
    notice->origin = COG_NOTICE_CONFIRMED;
}

void
cog_notice_list_apply (CogNoticeList *self, CogCredit *credit)
{
  g_return_if_fail (COG_IS_NOTICE_LIST (self) && credit != NULL);

  for (guint i = 0; i < MIN (self->rows->len, credit->notices->len); i++)
    apply_rows (&g_array_index (self->rows, Rows, i), g_ptr_array_index (credit->notices, i));
}

static void
rows_clear (gpointer data)
{
  g_free (((Rows *)data)->text);
}

static void
cog_notice_list_finalize (GObject *object)
{
  g_array_unref (COG_NOTICE_LIST (object)->rows);
  G_OBJECT_CLASS (cog_notice_list_parent_class)->finalize (object);
}

static void
cog_notice_list_class_init (CogNoticeListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_notice_list_finalize;
}

static void
cog_notice_list_init (CogNoticeList *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Rows));
  g_array_set_clear_func (self->rows, rows_clear);
  adw_preferences_group_set_title (group, _ ("What the publisher wants to see printed"));
  adw_preferences_group_set_description (group,
                                         _ ("Compare it with the copyright page of the source."));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
