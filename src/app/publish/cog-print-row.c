/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-print-row.h"

#include <glib/gi18n-lib.h>

struct _CogPrintRow
{
  AdwExpanderRow parent_instance;
  AdwComboRow *purpose, *sides;
  GtkSwitch *grey, *archive;
};

enum
{
  PROP_BILINGUAL = 1,
  N_PROPERTIES
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogPrintRow, cog_print_row, ADW_TYPE_EXPANDER_ROW)

static const struct
{
  const char *name, *description;
} purposes[] = {
  /* Translators: what a PDF is made for, and below it what that means. */
  [COG_PURPOSE_SCREEN] = { N_ ("For the Screen"),
                           N_ ("And for single sheets: all pages are alike") },
  [COG_PURPOSE_PRINT] = { N_ ("For Binding"),
                          N_ ("Room where the pages are bound; chapters begin a new sheet") },
  [COG_PURPOSE_PRINT_SHOP] = { N_ ("For a Print Shop"),
                               N_ ("As for binding, with 3 mm of bleed and crop marks") },
  [COG_PURPOSE_BOOKLET] = { N_ ("As a Booklet to Fold"),
                            N_ ("Small pages in pairs; print on both sides, turned at the short "
                                "edge. Screen readers cannot read it") },
};

/* How an edition in two languages has them. */
static const char *const sides[] = {
  [COG_SIDES_COLUMNS] = N_ ("Side by Side"),
  [COG_SIDES_PAGES] = N_ ("On Pages That Face Each Other"),
  [COG_SIDES_BELOW] = N_ ("One Below the Other"),
};

static void
changed_cb (CogPrintRow *self)
{
  CogWriterOptions options = { 0 };

  cog_print_row_get_options (self, &options);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->purpose),
                               _ (purposes[options.purpose].description));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), _ (purposes[options.purpose].name));
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkSwitch *
add_switch (CogPrintRow *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_signal_connect_swapped (button, "notify::active", G_CALLBACK (changed_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return GTK_SWITCH (button);
}

static AdwComboRow *
add_choice (CogPrintRow *self, const char *title, GtkStringList *names)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (changed_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
  return row;
}

static AdwComboRow *
add_purposes (CogPrintRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    gtk_string_list_append (names, _ (purposes[i].name));
  return add_choice (self, _ ("Purpose"), names);
}

static AdwComboRow *
add_sides (CogPrintRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    gtk_string_list_append (names, _ (sides[i]));
  /* Translators: how the two languages of an edition stand on paper. */
  return add_choice (self, _ ("Both Languages"), names);
}

static void
cog_print_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CogPrintRow *self = COG_PRINT_ROW (object);

  if (id == PROP_BILINGUAL)
    gtk_widget_set_visible (GTK_WIDGET (self->sides), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cog_print_row_class_init (CogPrintRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = cog_print_row_set_property;
  /* Whether the edition is in two languages, and so there is a choice how they stand. */
  properties[PROP_BILINGUAL] = g_param_spec_boolean ("bilingual", NULL, NULL, FALSE,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_print_row_init (CogPrintRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Printing"));
  self->purpose = add_purposes (self);
  self->sides = add_sides (self);
  self->grey =
      add_switch (self, _ ("Without Colours"), _ ("Pictures too are grey, for printing in black"));
  self->archive =
      add_switch (self, _ ("For an Archive"), _ ("As libraries keep files for long: PDF/A-2u"));
  changed_cb (self);
}

void
cog_print_row_get_options (CogPrintRow *self, CogWriterOptions *options)
{
  g_return_if_fail (COG_IS_PRINT_ROW (self) && options != NULL);

  if (self->sides != NULL)
    options->sides = (CogSides)adw_combo_row_get_selected (self->sides);
  options->purpose = (CogPurpose)adw_combo_row_get_selected (self->purpose);
  options->is_grey = self->grey != NULL && gtk_switch_get_active (self->grey);
  options->is_archive = self->archive != NULL && gtk_switch_get_active (self->archive);
}
