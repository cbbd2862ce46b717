/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-shelf-page.h"

#include "cog-language.h"
#include "cog-licence.h"
#include "cog-project.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  char *folder;
  GtkWidget *stack;
  GtkWidget *covers;
} Shelf;

static void
shelf_free (Shelf *shelf)
{
  g_free (shelf->folder);
  g_free (shelf);
}

static void
open_cb (GtkButton *button, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (button),
                              "win.open-project",
                              "s",
                              (const char *) g_object_get_data (G_OBJECT (button), "path"));
}

static GtkWidget *
new_line (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  return label;
}

static guint
get_share (CogProject *project)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  guint words = 0, done = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      words += info->n_words;
      done += info->n_words_done;
    }
  return words > 0 ? 100 * done / words : 0;
}

static GtkWidget *
new_cover (const char *path)
{
  g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_READ, NULL);
  GtkWidget *button, *box, *badge, *space;
  g_autofree char *title = NULL;
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *languages = NULL;
  g_autofree char *share = NULL;
  g_autofree char *licence = NULL;

  if (project == NULL)
    return NULL;
  title = cog_project_dup_title (project);
  source = cog_project_dup_source_language (project);
  target = cog_project_dup_language (project);
  from = cog_language_dup_own_name (source != NULL ? source : "und");
  to = cog_language_dup_own_name (target);
  languages = g_strdup_printf ("%s → %s", from, to);
  share = g_strdup_printf (_ ("%u%% done"), get_share (project));
  licence = cog_project_dup_licence (project);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (box, "cover");
  gtk_box_append (GTK_BOX (box), new_line (title, "title-2"));
  gtk_box_append (GTK_BOX (box), new_line (languages, NULL));
  space = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_vexpand (space, TRUE);
  gtk_box_append (GTK_BOX (box), space);
  gtk_box_append (GTK_BOX (box), new_line (share, NULL));
  badge = new_line (licence != NULL ? cog_licence_lookup (licence)->name : _ ("No licence yet"), "licence");
  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  if (licence == NULL)
    gtk_widget_add_css_class (badge, "unchosen");
  gtk_box_append (GTK_BOX (box), badge);
  button = gtk_button_new ();
  gtk_widget_add_css_class (button, "flat");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (open_cb), NULL);
  return button;
}

void
cog_shelf_page_reload (GtkWidget *page)
{
  Shelf *shelf = g_object_get_data (G_OBJECT (page), "shelf");
  g_autoptr (GDir) dir = g_dir_open (shelf->folder, 0, NULL);
  const char *name;
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (shelf->covers)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (shelf->covers), child);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (shelf->folder, name, NULL);
      GtkWidget *cover = g_str_has_suffix (name, ".cognate") ? new_cover (path) : NULL;

      if (cover == NULL)
        continue;
      gtk_flow_box_append (GTK_FLOW_BOX (shelf->covers), cover);
      n++;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (shelf->stack), n > 0 ? "covers" : "empty");
}

static GtkWidget *
build_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *import = gtk_button_new_with_label (_ ("Import a Book…"));
  GtkWidget *sample = gtk_button_new_with_label (_ ("Try the Sample"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "view-dual-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Make a Book Your Own"));
  adw_status_page_set_description (
    ADW_STATUS_PAGE (page),
    _ ("Bring an open textbook, translate and adapt it side by side, and publish it with the credits right."));
  gtk_widget_add_css_class (import, "pill");
  gtk_widget_add_css_class (import, "suggested-action");
  gtk_widget_add_css_class (sample, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (import), "win.import");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (sample), "win.sample");
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), import);
  gtk_box_append (GTK_BOX (buttons), sample);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), buttons);
  return page;
}

GtkWidget *
cog_shelf_page_new (const char *folder)
{
  Shelf *shelf = g_new0 (Shelf, 1);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  shelf->folder = g_strdup (folder);
  shelf->stack = gtk_stack_new ();
  shelf->covers = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (shelf->covers), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (shelf->covers), 6);
  gtk_widget_set_valign (shelf->covers, GTK_ALIGN_START);
  gtk_widget_set_halign (shelf->covers, GTK_ALIGN_START);
  gtk_widget_set_margin_start (shelf->covers, 48);
  gtk_widget_set_margin_end (shelf->covers, 48);
  gtk_widget_set_margin_top (shelf->covers, 24);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), shelf->covers);
  gtk_stack_add_named (GTK_STACK (shelf->stack), build_empty (), "empty");
  gtk_stack_add_named (GTK_STACK (shelf->stack), scroll, "covers");
  g_object_set_data_full (G_OBJECT (shelf->stack), "shelf", shelf, (GDestroyNotify) shelf_free);
  cog_shelf_page_reload (shelf->stack);
  return shelf->stack;
}
