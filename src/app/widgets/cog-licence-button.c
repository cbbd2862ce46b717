/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence-button.h"

#include "cog-licence.h"
#include "cog-licence-label.h"
#include "cog-tab-back.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UNKNOWN "" /* the row that says so */

struct _CogLicenceButton
{
  GtkWidget parent_instance;
  GtkMenuButton *button;
  GtkLabel *chip;
  GtkPopover *popover;
  GtkSearchEntry *search;
  GtkButton *recognised;
  GtkListView *list;
  GtkFilter *filter;
  char *licence;  /* expression (nullable) */
  char *words;    /* what the search words name (nullable) */
  char *unstated; /* what is said where none is known (nullable) */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogLicenceButton, cog_licence_button, GTK_TYPE_WIDGET)

/* Translators: of a licence: nobody has said which. */
#define UNKNOWN_WORDS _ ("Unknown")

static char *
dup_name (const char *expression)
{
  return expression != NULL && expression[0] != '\0' ? cog_licence_dup_label (expression)
                                                     : g_strdup (UNKNOWN_WORDS);
}

static void
choose (CogLicenceButton *self, const char *expression)
{
  g_autofree char *chosen =
      expression != NULL && expression[0] != '\0' ? g_strdup (expression) : NULL;

  gtk_popover_popdown (self->popover);
  cog_licence_button_set_licence (self, chosen);
  g_signal_emit (self, signals[CHOSEN], 0, chosen);
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  CogLicenceButton *self = user_data;
  const char *id = gtk_string_object_get_string (item);
  g_autofree char *name = dup_name (id);
  g_autofree char *text = g_utf8_casefold (name, -1);
  g_autofree char *wanted =
      g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_auto (GStrv) words = g_strsplit_set (wanted, " -", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
search_cb (CogLicenceButton *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  gboolean is_address = g_str_has_prefix (text, "http") || g_str_has_prefix (text, "www.");
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_free (self->words);
  self->words = text[0] != '\0' ? cog_licence_recognise (is_address ? NULL : text,
                                                         is_address ? text : NULL, NULL)
                                : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->recognised), self->words != NULL);
  name = dup_name (self->words);
  /* Translators: %s is a licence, "CC BY 4.0", that pasted words or an address name. */
  label = g_strdup_printf (_ ("Use %s"), name);
  gtk_button_set_label (self->recognised, label);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
recognised_cb (CogLicenceButton *self)
{
  g_autofree char *words = g_strdup (self->words);

  choose (self, words);
}

static void
choose_at (CogLicenceButton *self, guint position)
{
  g_autoptr (GtkStringObject) item =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (item != NULL)
    choose (self, gtk_string_object_get_string (item));
}

static void
enter_cb (CogLicenceButton *self)
{
  if (self->words != NULL)
    recognised_cb (self);
  else
    choose_at (self, 0);
}

static void
activate_cb (GtkListView *list, guint position, CogLicenceButton *self)
{
  choose_at (self, position);
}

static void
show_cb (CogLicenceButton *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogLicenceButton *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogLicenceButton *self)
{
  g_autofree char *name = dup_name (gtk_string_object_get_string (gtk_list_item_get_item (item)));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), name);
}

/* What most works have first; then the rest of the catalogue. */
static GtkStringList *
new_licences (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GPtrArray *all = cog_licence_list ();

  gtk_string_list_append (list, UNKNOWN);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < all->len; i++)
      {
        const CogLicence *licence = g_ptr_array_index (all, i);

        if (licence->is_offered == (pass == 0) && licence->klass != COG_CLASS_UNKNOWN)
          gtk_string_list_append (list, licence->id);
      }
  return list;
}

static void
cog_licence_button_dispose (GObject *object)
{
  CogLicenceButton *self = COG_LICENCE_BUTTON (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  g_clear_pointer (&self->licence, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->unstated, g_free);
  G_OBJECT_CLASS (cog_licence_button_parent_class)->dispose (object);
}

static void
cog_licence_button_class_init (CogLicenceButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_licence_button_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/widgets/cog-licence-button.ui");
  gtk_widget_class_bind_template_child (widget_class, CogLicenceButton, button);
  gtk_widget_class_bind_template_child (widget_class, CogLicenceButton, chip);
  gtk_widget_class_bind_template_child (widget_class, CogLicenceButton, popover);
  gtk_widget_class_bind_template_child (widget_class, CogLicenceButton, search);
  gtk_widget_class_bind_template_child (widget_class, CogLicenceButton, recognised);
  gtk_widget_class_bind_template_child (widget_class, CogLicenceButton, list);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, recognised_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
cog_licence_button_init (CogLicenceButton *self)
{
  GtkFilterListModel *filtered;
  GtkNoSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (new_licences ()), self->filter);
  selection = gtk_no_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  cog_tab_back_add (GTK_WIDGET (self->list), GTK_WIDGET (self->search));
  cog_licence_button_set_licence (self, NULL);
}

GtkWidget *
cog_licence_button_new (void)
{
  return g_object_new (COG_TYPE_LICENCE_BUTTON, NULL);
}

void
cog_licence_button_set_licence (CogLicenceButton *self, const char *expression)
{
  const char *known[] = { "licence", NULL };
  const char *unknown[] = { "licence", self->unstated != NULL ? "unchosen" : "unknown", NULL };
  g_autofree char *copy = g_strdup (expression);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (COG_IS_LICENCE_BUTTON (self));

  g_free (self->licence);
  self->licence = g_steal_pointer (&copy);
  name = self->licence == NULL && self->unstated != NULL ? g_strdup (self->unstated)
                                                         : dup_name (self->licence);
  label = g_strdup_printf (_ ("Licence: %s"), name);
  gtk_label_set_label (self->chip, name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->chip), self->licence != NULL ? known : unknown);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->button))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

const char *
cog_licence_button_get_licence (CogLicenceButton *self)
{
  g_return_val_if_fail (COG_IS_LICENCE_BUTTON (self), NULL);
  return self->licence;
}

void
cog_licence_button_set_unstated (CogLicenceButton *self, const char *words)
{
  g_autofree char *licence = NULL;

  g_return_if_fail (COG_IS_LICENCE_BUTTON (self));

  g_free (self->unstated);
  self->unstated = g_strdup (words);
  licence = g_strdup (self->licence);
  cog_licence_button_set_licence (self, licence);
}
