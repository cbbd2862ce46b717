/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-go-to.h"

#include "cog-jump-item.h"

#include <glib/gi18n-lib.h>

#define MAX_SHOWN 60

struct _CogGoTo
{
  AdwWindow parent_instance;
  CogUnitIndex *index;
  GtkSearchEntry *entry;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkStack *stack;
  GListStore *jumps;
  GCancellable *cancellable;
  char *looked;        /* what was looked for last (nullable) */
  gboolean is_looking; /* and is not found yet */
  gboolean goes;       /* to the first, once it is found */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (CogGoTo, cog_go_to, ADW_TYPE_WINDOW)

static void
show_jumps (CogGoTo *self, GPtrArray *jumps)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  while (jumps->len > 0)
    g_ptr_array_add (items, cog_jump_item_new (g_ptr_array_steal_index (jumps, 0)));
  g_list_store_splice (self->jumps, 0, g_list_model_get_n_items (G_LIST_MODEL (self->jumps)),
                       items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "found" : "none");
  if (items->len == 0)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

static void go (CogGoTo *self);

static void
look_in_thread (GTask *task, gpointer source, gpointer typed, GCancellable *cancellable)
{
  CogGoTo *self = source;
  GError *error = NULL;
  GPtrArray *jumps = cog_search_places (self->index, typed, MAX_SHOWN, cancellable, &error);

  if (jumps != NULL)
    g_task_return_pointer (task, jumps, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogGoTo *self = COG_GO_TO (object);
  g_autoptr (GPtrArray) jumps = g_task_propagate_pointer (G_TASK (result), NULL);

  if (jumps == NULL || self->stack == NULL)
    return;
  self->is_looking = FALSE;
  show_jumps (self, jumps);
  if (self->goes)
    go (self);
}

static void
look (CogGoTo *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_looking = TRUE;
  self->goes = FALSE;
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_free (self->looked);
  self->looked = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_task_set_task_data (task, g_strdup (self->looked), g_free);
  g_task_run_in_thread (task, look_in_thread);
}

/* The entry says so a while after the last key: what was entered before is looked for already. */
static void
changed_cb (CogGoTo *self)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->looked) != 0)
    look (self);
}

/* Who types fast presses Enter before what was typed is found: the list is that of less. */
static void
entered_cb (CogGoTo *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (!self->is_looking && g_strcmp0 (typed, self->looked) == 0)
    {
      go (self);
      return;
    }
  look (self);
  self->goes = TRUE;
}

static void
go (CogGoTo *self)
{
  CogJumpItem *item = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *section = NULL;
  g_autofree char *unit = NULL;
  g_autoptr (CogGoTo) kept G_GNUC_UNUSED = g_object_ref (self);

  if (item == NULL)
    return;
  section = g_strdup (cog_jump_item_get_jump (item)->section);
  unit = g_strdup (cog_jump_item_get_jump (item)->unit);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, chosen_signal, 0, section, unit);
}

static void
activate_cb (GtkListView *list, guint position, CogGoTo *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  go (self);
}

static void
move (CogGoTo *self, int by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->jumps));
  gint64 at = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;
  at = CLAMP (at + by, 0, (gint64)n - 1);
  gtk_single_selection_set_selected (self->selection, (guint)at);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", (guint)at);
}

/* The entry keeps the keyboard while the list is walked. */
static gboolean
key_cb (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, CogGoTo *self)
{
  switch (key)
    {
    case GDK_KEY_Down:
      move (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      move (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
      move (self, 8);
      return TRUE;
    case GDK_KEY_Page_Up:
      move (self, -8);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
stop_cb (CogGoTo *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* The entry has the keyboard: what is chosen is said as its description. */
static void
selected_cb (CogGoTo *self)
{
  CogJumpItem *item = gtk_single_selection_get_selected_item (self->selection);
  const CogJump *jump = item != NULL ? cog_jump_item_get_jump (item) : NULL;
  g_autofree char *text = jump == NULL ? g_strdup (_ ("Nothing found"))
                                       : g_strjoin (", ", jump->title, jump->label, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogGoTo *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, "dim");
  gtk_widget_add_css_class (label, "small");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogGoTo *self)
{
  const CogJump *jump = cog_jump_item_get_jump (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  GtkWidget *row = gtk_widget_get_parent (box);
  g_autofree char *name = g_strjoin (", ", jump->title, jump->label, NULL);

  gtk_label_set_label (GTK_LABEL (title), jump->title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)),
                       jump->label != NULL ? jump->label : "");
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
cog_go_to_dispose (GObject *object)
{
  CogGoTo *self = COG_GO_TO (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->stack = NULL;
  G_OBJECT_CLASS (cog_go_to_parent_class)->dispose (object);
}

/* A thread may look into the index until the last reference is gone. */
static void
cog_go_to_finalize (GObject *object)
{
  CogGoTo *self = COG_GO_TO (object);

  g_clear_object (&self->index);
  g_clear_object (&self->jumps);
  g_free (self->looked);
  G_OBJECT_CLASS (cog_go_to_parent_class)->finalize (object);
}

static void
cog_go_to_class_init (CogGoToClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_go_to_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_go_to_finalize;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-go-to.ui");
  gtk_widget_class_bind_template_child (widget_class, CogGoTo, entry);
  gtk_widget_class_bind_template_child (widget_class, CogGoTo, list);
  gtk_widget_class_bind_template_child (widget_class, CogGoTo, selection);
  gtk_widget_class_bind_template_child (widget_class, CogGoTo, stack);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
cog_go_to_init (CogGoTo *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->jumps = g_list_store_new (COG_TYPE_JUMP_ITEM);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->jumps));
}

GtkWidget *
cog_go_to_new (GtkWindow *parent, CogUnitIndex *index)
{
  CogGoTo *self;

  g_return_val_if_fail (COG_IS_UNIT_INDEX (index), NULL);

  self = g_object_new (COG_TYPE_GO_TO, "transient-for", parent, NULL);
  self->index = g_object_ref (index);
  look (self);
  return GTK_WIDGET (self);
}
