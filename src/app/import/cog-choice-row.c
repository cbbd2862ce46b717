/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-choice-row.h"

#include "cog-language-list.h"
#include "cog-language.h"
#include "cog-tab-back.h"

#include <glib/gi18n-lib.h>

/* Choices that are added to the list at a time. */
#define STEP 30
/* Pixels from the end of the list at which more are added. */
#define NEAR 300

#define COG_TYPE_CHOICE_ITEM (cog_choice_item_get_type ())
G_DECLARE_FINAL_TYPE (CogChoiceItem, cog_choice_item, COG, CHOICE_ITEM, GObject)

/* A choice in a list model. */
struct _CogChoiceItem
{
  GObject parent_instance;
  CogLanguageChoice *choice;
};

G_DEFINE_FINAL_TYPE (CogChoiceItem, cog_choice_item, G_TYPE_OBJECT)

static void
cog_choice_item_finalize (GObject *object)
{
  cog_language_choice_free (COG_CHOICE_ITEM (object)->choice);
  G_OBJECT_CLASS (cog_choice_item_parent_class)->finalize (object);
}

static void
cog_choice_item_class_init (CogChoiceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_choice_item_finalize;
}

static void
cog_choice_item_init (CogChoiceItem *self)
{
}

/* Takes choice. */
static CogChoiceItem *
choice_item_new (CogLanguageChoice *choice)
{
  CogChoiceItem *item = g_object_new (COG_TYPE_CHOICE_ITEM, NULL);

  item->choice = choice;
  return item;
}

struct _CogChoiceRow
{
  AdwActionRow parent_instance;
  GListStore *items;
  GtkCustomFilter *filter;
  GtkCustomSorter *sorter;
  GtkSortListModel *found;
  GtkSliceListModel *shown; /* its beginning, growing */
  char *tag, *none, *query;
  gboolean takes_tags;
  CogChoiceItem *typed; /* a tag that is in no list (nullable) */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkSearchEntry *search;
  GtkListView *list;
  GtkWidget *nothing;
};

enum
{
  PROP_SEARCHES = 1
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (CogChoiceRow, cog_choice_row, ADW_TYPE_ACTION_ROW)

static const char *
get_shown_name (CogChoiceRow *self, const CogLanguageChoice *choice)
{
  return choice->tag[0] != '\0' ? choice->name : self->none != NULL ? self->none : "";
}

/* --- the list --------------------------------------------------------------------------------- */

static GtkWidget *
append_label (GtkWidget *box, const char *class_name, gboolean grows)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), grows ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, grows);
  if (class_name != NULL)
    {
      gtk_widget_add_css_class (label, "small");
      gtk_widget_add_css_class (label, class_name);
    }
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, CogChoiceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  append_label (names, NULL, TRUE);
  append_label (names, "dim", TRUE);
  gtk_box_append (GTK_BOX (box), names);
  append_label (box, "dim", FALSE);
  gtk_list_item_set_child (cell, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, CogChoiceRow *self)
{
  const CogLanguageChoice *choice = COG_CHOICE_ITEM (gtk_list_item_get_item (cell))->choice;
  GtkWidget *names = gtk_widget_get_first_child (gtk_list_item_get_child (cell));
  GtkWidget *name = gtk_widget_get_first_child (names);
  GtkWidget *own = gtk_widget_get_next_sibling (name);

  gtk_label_set_label (GTK_LABEL (name), get_shown_name (self, choice));
  gtk_label_set_label (GTK_LABEL (own), choice->own_name);
  gtk_widget_set_visible (own, choice->own_name[0] != '\0' &&
                                   !g_str_equal (choice->own_name, choice->name));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (names)), choice->tag);
}

static gboolean
filter_cb (gpointer item, gpointer user_data)
{
  CogChoiceRow *self = user_data;
  const CogLanguageChoice *choice = COG_CHOICE_ITEM (item)->choice;

  if (item == (gpointer)self->typed)
    return TRUE;
  return self->query == NULL ||
         (choice->tag[0] != '\0' && cog_language_choice_matches (choice, self->query));
}

/* What was meant comes first: "pl" is Polish, and not what has "pl" in its name. Among equals the
 * order of the list stays. */
static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  CogChoiceRow *self = user_data;

  if (self->query == NULL)
    return GTK_ORDERING_EQUAL;
  return gtk_ordering_from_cmpfunc (
      cog_language_choice_rank (COG_CHOICE_ITEM ((gpointer)a)->choice, self->query) -
      cog_language_choice_rank (COG_CHOICE_ITEM ((gpointer)b)->choice, self->query));
}

/* GtkListView makes two hundred rows at once, though ten are seen, and takes them away as slowly:
 * more come when the end is near. */
static void
scrolled_cb (GtkAdjustment *adjustment, CogChoiceRow *self)
{
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) -
                gtk_adjustment_get_page_size (adjustment);
  guint size = gtk_slice_list_model_get_size (self->shown);

  if (left < NEAR && size < g_list_model_get_n_items (G_LIST_MODEL (self->found)))
    gtk_slice_list_model_set_size (self->shown, size + STEP);
}

/* "kk-Arab" or "ar-EG": known to nobody's list, and a language all the same. */
static void
offer_typed (CogChoiceRow *self)
{
  g_autofree char *tag = NULL;
  CogLanguageChoice *choice;
  guint position;

  if (self->typed != NULL && g_list_store_find (self->items, self->typed, &position))
    g_list_store_remove (self->items, position);
  g_clear_object (&self->typed);
  if (!self->takes_tags || self->query == NULL ||
      g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0)
    return;
  tag = cog_language_canonicalise (self->query);
  if (tag == NULL)
    return;
  choice = g_new0 (CogLanguageChoice, 1);
  choice->name = cog_language_dup_name (tag, cog_language_get_interface ());
  choice->own_name = cog_language_dup_own_name (tag);
  choice->tag = g_steal_pointer (&tag);
  self->typed = choice_item_new (choice);
  g_list_store_append (self->items, self->typed);
}

static void
search_cb (CogChoiceRow *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  g_strstrip (typed);
  g_free (self->query);
  self->query = typed[0] != '\0' ? g_steal_pointer (&typed) : NULL;
  gtk_slice_list_model_set_size (self->shown, STEP);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  offer_typed (self);
  gtk_widget_set_visible (self->nothing,
                          g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0);
}

static void
show_choice (CogChoiceRow *self, const CogLanguageChoice *choice)
{
  /* Translators: a question and its answer, such as "Language: Arabic". */
  g_autofree char *label =
      g_strdup_printf (_ ("%s: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                       get_shown_name (self, choice));

  g_free (self->tag);
  self->tag = g_strdup (choice->tag);
  gtk_menu_button_set_label (self->button, get_shown_name (self, choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
pick (CogChoiceRow *self, guint position)
{
  g_autoptr (CogChoiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (item == NULL)
    return;
  show_choice (self, item->choice);
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, chosen_signal, 0);
}

static void
activate_cb (GtkListView *list, guint position, CogChoiceRow *self)
{
  pick (self, position);
}

static void
search_activate_cb (CogChoiceRow *self)
{
  /* What was typed last may not have been looked for yet. */
  search_cb (self);
  pick (self, 0);
}

/* Down from the entry into the list. */
static gboolean
key_cb (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, CogChoiceRow *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return FALSE;
  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
activated_cb (CogChoiceRow *self)
{
  gtk_menu_button_popup (self->button);
}

static void
popover_cb (CogChoiceRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
cog_choice_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CogChoiceRow *self = COG_CHOICE_ROW (object);
  const char *text = g_value_get_string (value);

  g_object_set (self->search, "placeholder-text", text, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
cog_choice_row_dispose (GObject *object)
{
  CogChoiceRow *self = COG_CHOICE_ROW (object);

  g_clear_object (&self->typed);
  g_clear_object (&self->items);
  g_clear_pointer (&self->tag, g_free);
  g_clear_pointer (&self->none, g_free);
  g_clear_pointer (&self->query, g_free);
  G_OBJECT_CLASS (cog_choice_row_parent_class)->dispose (object);
}

static void
cog_choice_row_class_init (CogChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cog_choice_row_dispose;
  object_class->set_property = cog_choice_row_set_property;
  g_object_class_install_property (object_class, PROP_SEARCHES,
                                   g_param_spec_string ("searches", NULL, NULL, NULL,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/import/cog-choice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CogChoiceRow, button);
  gtk_widget_class_bind_template_child (widget_class, CogChoiceRow, popover);
  gtk_widget_class_bind_template_child (widget_class, CogChoiceRow, search);
  gtk_widget_class_bind_template_child (widget_class, CogChoiceRow, list);
  gtk_widget_class_bind_template_child (widget_class, CogChoiceRow, nothing);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
}

static void
cog_choice_row_init (CogChoiceRow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection;
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->tag = g_strdup ("");
  self->items = g_list_store_new (COG_TYPE_CHOICE_ITEM);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->sorter = gtk_custom_sorter_new (compare_cb, self, NULL);
  self->found = gtk_sort_list_model_new (
      G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                               GTK_FILTER (self->filter))),
      GTK_SORTER (self->sorter));
  /* Owned by the selection, as found is by it. */
  self->shown = gtk_slice_list_model_new (G_LIST_MODEL (self->found), 0, STEP);
  selection = gtk_single_selection_new (G_LIST_MODEL (self->shown));
  gtk_single_selection_set_autoselect (selection, FALSE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)),
                           "value-changed", G_CALLBACK (scrolled_cb), self, 0);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  cog_tab_back_add (GTK_WIDGET (self->list), GTK_WIDGET (self->search));
}

void
cog_choice_row_set_choices (CogChoiceRow *self, GPtrArray *choices, const char *none)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *tag = NULL;

  g_return_if_fail (COG_IS_CHOICE_ROW (self) && choices != NULL);

  tag = g_strdup (self->tag);
  g_free (self->none);
  self->none = g_strdup (none);
  g_clear_object (&self->typed);
  g_ptr_array_set_free_func (choices, NULL);
  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (items, choice_item_new (g_ptr_array_index (choices, i)));
  g_ptr_array_unref (choices);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  if (!cog_choice_row_choose (self, tag) && items->len > 0)
    show_choice (self, COG_CHOICE_ITEM (g_ptr_array_index (items, 0))->choice);
}

void
cog_choice_row_set_takes_tags (CogChoiceRow *self, gboolean takes_tags)
{
  g_return_if_fail (COG_IS_CHOICE_ROW (self));
  self->takes_tags = takes_tags;
}

gboolean
cog_choice_row_choose (CogChoiceRow *self, const char *tag)
{
  g_return_val_if_fail (COG_IS_CHOICE_ROW (self) && tag != NULL, FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (CogChoiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (g_str_equal (item->choice->tag, tag))
        {
          show_choice (self, item->choice);
          return TRUE;
        }
    }
  return FALSE;
}

const char *
cog_choice_row_get_tag (CogChoiceRow *self)
{
  g_return_val_if_fail (COG_IS_CHOICE_ROW (self), "");
  return self->tag;
}
