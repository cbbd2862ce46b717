/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-help-window.h"

#include "cog-help-blocks.h"
#include "cog-help-topics.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CogHelpWindow
{
  AdwWindow parent_instance;
  CogHelpManual *manual;
  GtkScrolledWindow *scroller;
  GtkViewport *viewport;
  GtkWidget *anchor; /* weak (nullable): what to scroll to, once it has its place */
  char *place;       /* "PAGE#SECTION" */
  GPtrArray *before; /* (element-type utf8): where one was, the last at the end */
};

G_DEFINE_FINAL_TYPE (CogHelpWindow, cog_help_window, ADW_TYPE_WINDOW)

/* --- a page -------------------------------------------------------------------------------- */

static gboolean
scroll_cb (gpointer user_data)
{
  CogHelpWindow *self = user_data;
  GtkWidget *page = gtk_viewport_get_child (self->viewport);
  graphene_point_t place;

  if (self->anchor == NULL || page == NULL)
    return G_SOURCE_REMOVE;
  /* It has its place in the page only after the page has its own. */
  if (gtk_widget_get_height (self->anchor) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_compute_point (self->anchor, page, &GRAPHENE_POINT_INIT (0, 0), &place))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), place.y - 12);
  g_clear_weak_pointer (&self->anchor);
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  return scroll_cb (widget);
}

static void
scroll_to (CogHelpWindow *self, GtkWidget *anchor)
{
  gboolean is_waiting = self->anchor != NULL;

  g_set_weak_pointer (&self->anchor, anchor);
  if (anchor == NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  else if (!is_waiting)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
add_see_also (CogHelpBlocks *blocks, GtkBox *box)
{
  const CogHelpNode *info = cog_help_node_get_child (blocks->page->root, "info");
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  GtkWidget *heading;

  for (guint i = 0; i < info->children->len; i++)
    {
      const CogHelpNode *link = g_ptr_array_index (info->children, i);
      const char *xref = cog_help_node_get_attribute (link, "xref");
      const CogHelpPage *page = NULL;

      if (xref != NULL && g_strcmp0 (cog_help_node_get_attribute (link, "type"), "seealso") == 0)
        page = cog_help_manual_get_page (blocks->manual, xref);
      if (page != NULL)
        g_ptr_array_add (pages, (gpointer)page);
    }
  if (pages->len == 0)
    return;
  heading = gtk_label_new (_ ("See Also"));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "title-3");
  gtk_widget_set_margin_top (heading, 24);
  gtk_box_append (box, heading);
  cog_help_blocks_add_pages (blocks, box, pages);
}

static GtkWidget *
new_page (CogHelpBlocks *blocks)
{
  GtkWidget *clamp = adw_clamp_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (blocks->page->title);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "title-1");
  gtk_widget_add_css_class (box, "help-page");
  gtk_widget_set_focusable (box, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  cog_help_blocks_add (blocks, GTK_BOX (box), blocks->page->root);
  add_see_also (blocks, GTK_BOX (box));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}

/* The page itself, so that its keys turn it, and Tab goes on to its first link; from the window
 * that scrolls it, Tab would leave the page. */
static void
focus_page (CogHelpWindow *self)
{
  GtkWidget *clamp = gtk_viewport_get_child (self->viewport);

  gtk_widget_grab_focus (adw_clamp_get_child (ADW_CLAMP (clamp)));
}

static void
show_place (CogHelpWindow *self, const char *place)
{
  const char *section = strchr (place, '#');
  g_autofree char *id = g_strndup (place, strcspn (place, "#"));
  g_autoptr (GHashTable) anchors = g_hash_table_new (g_str_hash, g_str_equal);
  CogHelpBlocks blocks = { self->manual, cog_help_manual_get_page (self->manual, id), anchors };

  if (blocks.page == NULL)
    return;
  gtk_viewport_set_child (self->viewport, new_page (&blocks));
  gtk_window_set_title (GTK_WINDOW (self), blocks.page->title);
  /* Not before: GTK 4.8 makes the accessible object of the window at once for what has the
   * keyboard, and a window that is not shown is none for a screen reader. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus_page (self);
  scroll_to (self, section != NULL ? g_hash_table_lookup (anchors, section + 1) : NULL);
  g_free (self->place);
  self->place = g_strdup (place);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", self->before->len > 0);
}

static void
go (CogHelpWindow *self, const char *place)
{
  g_autofree char *to = g_strdup (place);

  if (self->place != NULL && strcmp (self->place, to) != 0)
    g_ptr_array_add (self->before, g_strdup (self->place));
  show_place (self, to);
}

/* --- actions ------------------------------------------------------------------------------- */

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (COG_HELP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogHelpWindow *self = COG_HELP_WINDOW (widget);
  g_autofree char *place = NULL;

  if (self->before->len == 0)
    return;
  place = g_ptr_array_steal_index (self->before, self->before->len - 1);
  show_place (self, place);
}

/* --- the window ---------------------------------------------------------------------------- */

static void
cog_help_window_dispose (GObject *object)
{
  g_clear_weak_pointer (&COG_HELP_WINDOW (object)->anchor);
  G_OBJECT_CLASS (cog_help_window_parent_class)->dispose (object);
}

static void
cog_help_window_finalize (GObject *object)
{
  CogHelpWindow *self = COG_HELP_WINDOW (object);

  cog_help_manual_free (self->manual);
  g_free (self->place);
  g_ptr_array_unref (self->before);
  G_OBJECT_CLASS (cog_help_window_parent_class)->finalize (object);
}

static void
cog_help_window_class_init (CogHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_help_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_help_window_finalize;
  gtk_widget_class_install_action (widget_class, "help.go", "s", go_action);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/help/cog-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogHelpWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, CogHelpWindow, viewport);
}

static void
cog_help_window_init (CogHelpWindow *self)
{
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  self->manual = cog_help_manual_load ();
  self->before = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A dialog stops the windows of its own group only: the manual is needed most beside one. */
  gtk_window_group_add_window (group, GTK_WINDOW (self));
}

static CogHelpWindow *
find_open (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (COG_IS_HELP_WINDOW (window))
        return COG_HELP_WINDOW (window);
    }
  return NULL;
}

void
cog_help_window_show (GtkWindow *window)
{
  CogHelpWindow *self = find_open ();
  const char *topic;

  g_return_if_fail (GTK_IS_WINDOW (window));

  topic = COG_IS_HELP_WINDOW (window) ? "index" : cog_help_topics_find (window);
  /* Not of the dialog, with which it would close. */
  while (gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  if (self == NULL)
    self = g_object_new (COG_TYPE_HELP_WINDOW, "transient-for", window, NULL);
  go (self, topic);
  gtk_window_present (GTK_WINDOW (self));
  focus_page (self);
}

/* --- F1 ------------------------------------------------------------------------------------ */

static gboolean
help_cb (GtkWidget *window, GVariant *args, gpointer user_data)
{
  cog_help_window_show (GTK_WINDOW (window));
  return TRUE;
}

static void
windows_cb (GListModel *windows, guint position, guint n_removed, guint n_added, gpointer user_data)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkEventController *controller = gtk_shortcut_controller_new ();

      gtk_shortcut_controller_add_shortcut (
          GTK_SHORTCUT_CONTROLLER (controller),
          gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                            gtk_callback_action_new (help_cb, NULL, NULL)));
      gtk_widget_add_controller (window, controller);
    }
}

void
cog_help_window_start (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_cb), NULL);
}
