/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-agreements-view.h"

#include "cog-drop-down-name.h"
#include "cog-project-answers.h"

#include <glib/gi18n-lib.h>

struct _CogAgreementsView
{
  AdwBin parent_instance;
  CogProject *project;
  AdwPreferencesGroup *list;
  GPtrArray *rows; /* borrowed: in the list now */
  GtkDropDown *kind;
  GtkEditable *original, *words, *note;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (CogAgreementsView, cog_agreements_view, ADW_TYPE_BIN)

#define KIND "kind of agreement"

/* What was agreed on for the whole book. */
static const struct
{
  const char *nick, *name;
} kinds[] = {
  { "name", NC_ ("kind of agreement", "Name") },
  /* Translators: the name of a place, as of a town, which has another one in the adaptation. */
  { "place", NC_ ("kind of agreement", "Place") },
  { "word", NC_ ("kind of agreement", "Word") },
  /* Translators: of money. */
  { "amount", NC_ ("kind of agreement", "Amount") },
  { "rate", NC_ ("kind of agreement", "Rate of exchange") },
};

static const char *
get_kind_name (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].nick, nick))
      return g_dpgettext2 (NULL, KIND, kinds[i].name);
  return nick;
}

static void
edit (CogAgreementsView *self, const CogAgreement *agreement, const char *label)
{
  const CogAnswerEdit edits = { .agreements = agreement, .n_agreements = 1 };
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *parent =
      GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  if (!cog_project_edit_answers (self->project, &edits, label, &error) && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-error", "s", error->message);
}

static void
changed_words_cb (AdwEntryRow *row, CogAgreementsView *self)
{
  CogAgreement *known = g_object_get_data (G_OBJECT (row), "agreement");
  g_autoptr (CogAgreement) agreement = cog_agreement_copy (known);

  g_free (agreement->words);
  agreement->words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  if (agreement->words[0] != '\0' && g_strcmp0 (agreement->words, known->words) != 0)
    edit (self, agreement, _ ("Agreed on for the whole book"));
}

static void
remove_cb (GtkButton *button, CogAgreementsView *self)
{
  const CogAgreement *known = g_object_get_data (G_OBJECT (button), "agreement");
  g_autoptr (CogAgreement) agreement = cog_agreement_copy (known);

  g_clear_pointer (&agreement->words, g_free);
  edit (self, agreement, _ ("No longer agreed on"));
}

/* A rate counts from the day on which it was entered. */
static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static void
add_cb (CogAgreementsView *self)
{
  const char *kind = kinds[gtk_drop_down_get_selected (self->kind)].nick;
  g_autofree char *original = g_strstrip (g_strdup (gtk_editable_get_text (self->original)));
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->words)));
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (self->note)));
  g_autofree char *date = g_str_equal (kind, "rate") ? dup_today () : NULL;
  const CogAgreement agreement = { (char *)kind, original, words, note[0] != '\0' ? note : NULL,
                                   date };

  if (original[0] == '\0' || words[0] == '\0')
    return;
  edit (self, &agreement, _ ("Agreed on for the whole book"));
  gtk_editable_set_text (self->original, "");
  gtk_editable_set_text (self->words, "");
  gtk_editable_set_text (self->note, "");
}

static void
typed_cb (CogAgreementsView *self)
{
  gtk_widget_set_sensitive (self->add, gtk_editable_get_text (self->original)[0] != '\0' &&
                                           gtk_editable_get_text (self->words)[0] != '\0');
}

static GtkWidget *
new_row (CogAgreementsView *self, const CogAgreement *agreement)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char *label = _ ("Take out");
  g_autofree char *title =
      agreement->date != NULL
          /* Translators: a kind, what it is about, and a date: "Rate of exchange: USD (2026-11-22)"
           */
          ? g_strdup_printf (_ ("%s: %s (%s)"), get_kind_name (agreement->kind),
                             agreement->original, agreement->date)
          : g_strdup_printf (_ ("%s: %s"), get_kind_name (agreement->kind), agreement->original);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), agreement->words);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, agreement->note);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), remove);
  g_object_set_data_full (G_OBJECT (row), "agreement", cog_agreement_copy (agreement),
                          (GDestroyNotify)cog_agreement_free);
  g_object_set_data_full (G_OBJECT (remove), "agreement", cog_agreement_copy (agreement),
                          (GDestroyNotify)cog_agreement_free);
  g_signal_connect (row, "apply", G_CALLBACK (changed_words_cb), self);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), self);
  return row;
}

static void
fill (CogAgreementsView *self)
{
  g_autoptr (GPtrArray) agreements = cog_project_list_agreements (self->project, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; agreements != NULL && i < agreements->len; i++)
    {
      GtkWidget *row = new_row (self, g_ptr_array_index (agreements, i));

      adw_preferences_group_add (self->list, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->rows->len > 0);
}

static void
changed_cb (CogProject *project, char **ids, CogAgreementsView *self)
{
  if (ids == NULL)
    fill (self);
}

static void
cog_agreements_view_dispose (GObject *object)
{
  CogAgreementsView *self = COG_AGREEMENTS_VIEW (object);

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (cog_agreements_view_parent_class)->dispose (object);
}

static void
cog_agreements_view_finalize (GObject *object)
{
  g_ptr_array_unref (COG_AGREEMENTS_VIEW (object)->rows);
  G_OBJECT_CLASS (cog_agreements_view_parent_class)->finalize (object);
}

static void
cog_agreements_view_class_init (CogAgreementsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_agreements_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_agreements_view_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-agreements-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CogAgreementsView, list);
  gtk_widget_class_bind_template_child (widget_class, CogAgreementsView, kind);
  gtk_widget_class_bind_template_child (widget_class, CogAgreementsView, original);
  gtk_widget_class_bind_template_child (widget_class, CogAgreementsView, words);
  gtk_widget_class_bind_template_child (widget_class, CogAgreementsView, note);
  gtk_widget_class_bind_template_child (widget_class, CogAgreementsView, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
cog_agreements_view_init (CogAgreementsView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (names, g_dpgettext2 (NULL, KIND, kinds[i].name));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
  cog_drop_down_name (self->kind, _ ("Kind"));
}

void
cog_agreements_view_set_project (CogAgreementsView *self, CogProject *project)
{
  g_return_if_fail (COG_IS_AGREEMENTS_VIEW (self) && self->project == NULL);
  g_return_if_fail (COG_IS_PROJECT (project));

  self->project = g_object_ref (project);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  fill (self);
}
