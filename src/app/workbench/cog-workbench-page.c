/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-workbench-page.h"

#include "cog-language.h"
#include "cog-unit-row.h"

#include <glib/gi18n-lib.h>

struct _CogWorkbenchPage
{
  GtkBox parent_instance;
  CogProject *project;
  GtkWidget *outline;
  GtkWidget *progress;
  GtkWidget *heads;
  GtkStringList *sections; /* ids, in order */
  GPtrArray *infos;        /* CogSectionInfo */
  GListStore *units;
  char *section;           /* id of the one in hand */
  gboolean source_rtl, target_rtl;
};

G_DEFINE_FINAL_TYPE (CogWorkbenchPage, cog_workbench_page, GTK_TYPE_BOX)

static void
show_section (CogWorkbenchPage *self, const char *id)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (self->project, id, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_free (self->section);
  self->section = g_strdup (id);
  for (guint i = 0; units != NULL && i < units->len; i++)
    g_ptr_array_add (items, cog_workbench_unit_new (g_ptr_array_index (units, i)));
  g_list_store_splice (self->units,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->units)),
                       items->pdata,
                       items->len);
}

static void
selected_cb (GtkListBox *box, GtkListBoxRow *row, CogWorkbenchPage *self)
{
  const char *id = row != NULL ? g_object_get_data (G_OBJECT (row), "section") : NULL;

  if (id != NULL && g_strcmp0 (id, self->section) != 0)
    show_section (self, id);
}

static GtkWidget *
new_outline_row (const CogSectionInfo *info)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *title = info->target_title != NULL ? info->target_title
                      : info->title != NULL      ? info->title
                                                 : info->id;
  GtkWidget *label = gtk_label_new (title);
  guint share = info->n_words > 0 ? 100 * info->n_words_done / info->n_words : 100;
  g_autofree char *percent = g_strdup_printf ("%u%%", share);
  GtkWidget *done = gtk_label_new (info->n_units > 0 ? (share == 100 ? "✓" : percent) : "");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, 12 * (int) info->depth);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_add_css_class (done, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), done);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "section", g_strdup (info->id), g_free);
  return row;
}

static void
show_progress (CogWorkbenchPage *self)
{
  guint words = 0, done = 0;

  for (guint i = 0; i < self->infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (self->infos, i);

      words += info->n_words;
      done += info->n_words_done;
    }
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), words > 0 ? (double) done / words : 0);
  {
    /* Translators: %u is a share of the book in percent. */
    g_autofree char *text = g_strdup_printf (_ ("%u%% done"), words > 0 ? 100 * done / words : 0);

    gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->progress), text);
  }
}

void
cog_workbench_page_reload (CogWorkbenchPage *self)
{
  g_autofree char *section = g_strdup (self->section);
  GtkWidget *child;
  GtkListBoxRow *selected = NULL;

  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self));

  g_clear_pointer (&self->infos, g_ptr_array_unref);
  self->infos = cog_project_list_sections (self->project);
  while ((child = gtk_widget_get_first_child (self->outline)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->outline), child);
  for (guint i = 0; i < self->infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (self->infos, i);
      GtkWidget *row = new_outline_row (info);

      gtk_list_box_append (GTK_LIST_BOX (self->outline), row);
      if (section != NULL ? g_str_equal (section, info->id) : (selected == NULL && info->n_units > 1))
        selected = GTK_LIST_BOX_ROW (row);
    }
  show_progress (self);
  g_clear_pointer (&self->section, g_free);
  if (selected != NULL)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (self->outline), selected);
      selected_cb (NULL, selected, self);
    }
}

void
cog_workbench_page_go_to (CogWorkbenchPage *self, const char *unit)
{
  g_autoptr (CogUnit) there = cog_project_dup_unit (self->project, unit, NULL);

  if (there == NULL)
    return;
  for (GtkWidget *row = gtk_widget_get_first_child (self->outline); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "section"), there->section) == 0)
      gtk_list_box_select_row (GTK_LIST_BOX (self->outline), GTK_LIST_BOX_ROW (row));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogWorkbenchPage *self)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, cog_unit_row_new (self->project, self->source_rtl, self->target_rtl));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogWorkbenchPage *self)
{
  cog_unit_row_set_item (COG_UNIT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogWorkbenchPage *self)
{
  cog_unit_row_set_item (COG_UNIT_ROW (gtk_list_item_get_child (item)), NULL);
}

static GtkWidget *
build_outline (CogWorkbenchPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->progress = gtk_progress_bar_new ();
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (self->progress), TRUE);
  self->outline = gtk_list_box_new ();
  gtk_widget_add_css_class (self->outline, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->outline), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Outline"), -1);
  g_signal_connect (self->outline, "row-selected", G_CALLBACK (selected_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), self->outline);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_widget_set_size_request (box, 224, -1);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_box_append (GTK_BOX (box), self->progress);
  gtk_box_append (GTK_BOX (box), scroll);
  return box;
}

static GtkWidget *
new_head (const char *language, gboolean rtl)
{
  g_autofree char *name = cog_language_dup_own_name (language != NULL ? language : "und");
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), rtl ? 1 : 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, 26);
  gtk_widget_set_margin_end (label, 26);
  return label;
}

static GtkWidget *
build_pages (CogWorkbenchPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->units)))),
                            factory);
  gtk_widget_add_css_class (list, "pages");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Source and adaptation"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_widget_set_hexpand (scroll, TRUE);
  self->heads = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->heads), TRUE);
  gtk_widget_set_margin_top (self->heads, 12);
  gtk_box_append (GTK_BOX (box), self->heads);
  gtk_box_append (GTK_BOX (box), scroll);
  return box;
}

static void
cog_workbench_page_dispose (GObject *object)
{
  CogWorkbenchPage *self = COG_WORKBENCH_PAGE (object);

  g_clear_object (&self->project);
  g_clear_object (&self->units);
  g_clear_pointer (&self->infos, g_ptr_array_unref);
  g_clear_pointer (&self->section, g_free);
  G_OBJECT_CLASS (cog_workbench_page_parent_class)->dispose (object);
}

static void
cog_workbench_page_class_init (CogWorkbenchPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_workbench_page_dispose;
}

static void
cog_workbench_page_init (CogWorkbenchPage *self)
{
  self->units = g_list_store_new (COG_TYPE_WORKBENCH_UNIT);
}

GtkWidget *
cog_workbench_page_new (CogProject *project)
{
  CogWorkbenchPage *self = g_object_new (COG_TYPE_WORKBENCH_PAGE, NULL);
  g_autofree char *source = cog_project_dup_source_language (project);
  g_autofree char *target = cog_project_dup_language (project);

  self->project = g_object_ref (project);
  self->source_rtl = cog_language_is_rtl (source);
  self->target_rtl = cog_language_is_rtl (target);
  gtk_box_append (GTK_BOX (self), build_outline (self));
  gtk_box_append (GTK_BOX (self), build_pages (self));
  gtk_box_append (GTK_BOX (self->heads), new_head (source, self->source_rtl));
  gtk_box_append (GTK_BOX (self->heads), new_head (target, self->target_rtl));
  cog_workbench_page_reload (self);
  return GTK_WIDGET (self);
}
