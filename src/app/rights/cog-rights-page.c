/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-page.h"

#include "cog-edition-job.h"
#include "cog-evaluation.h"
#include "cog-language.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  CogProject *project;
  GtkWidget *parts;   /* GtkBox */
  GtkWidget *options; /* GtkBox */
  GtkWidget *credit;  /* GtkLabel */
  gboolean is_filling;
} RightsPage;

static void show_all (RightsPage *page);

static void
page_free (RightsPage *page)
{
  g_object_unref (page->project);
  g_free (page);
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
new_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
show_parts (RightsPage *page, GPtrArray *components, const CogEvaluation *evaluation)
{
  GtkWidget *list = gtk_list_box_new ();

  clear (page->parts);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < components->len && i < 200; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);
      const CogCredit *credit = component->sources->len > 0 ? g_ptr_array_index (component->sources, 0) : NULL;
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *title = g_markup_escape_text (component->label, -1);
      g_autofree char *licence = credit != NULL && credit->licence != NULL
                                   ? cog_licence_dup_expression_name (credit->licence)
                                   : g_strdup (_ ("as the book"));
      GtkWidget *badge = gtk_label_new (licence);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      gtk_widget_add_css_class (badge, "licence");
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_box_append (GTK_BOX (page->parts), new_heading (_ ("What Is in Your Edition")));
  gtk_box_append (GTK_BOX (page->parts), list);
  for (guint i = 0; i < evaluation->problems->len; i++)
    {
      g_autofree char *sentence = cog_rights_finding_dup_sentence (g_ptr_array_index (evaluation->problems, i));

      gtk_box_append (GTK_BOX (page->parts), new_text (sentence));
    }
}

static void
chosen_cb (GtkCheckButton *button, RightsPage *page)
{
  const char *id = g_object_get_data (G_OBJECT (button), "licence");
  g_autoptr (GError) error = NULL;

  if (page->is_filling || !gtk_check_button_get_active (button))
    return;
  if (!cog_project_set_field (page->project, "licence", id, &error))
    gtk_widget_activate_action (GTK_WIDGET (button), "win.show-error", "s", error->message);
  show_all (page);
}

/* What a licence lets others do, in plain words. */
static const char *
describe (const CogLicence *licence)
{
  if (licence->klass == COG_CLASS_PD)
    return _ ("Anybody may do anything with it; no credit is asked for.");
  if (cog_licence_is_nd (licence))
    return cog_licence_is_nc (licence) ? _ ("Others may share it unchanged, as long as nobody earns money with it.")
                                       : _ ("Others may share it unchanged, also to earn money.");
  if (cog_licence_is_copyleft (licence))
    return cog_licence_is_nc (licence)
             ? _ ("Others may change and share it on the same terms, as long as nobody earns money with it.")
             : _ ("Others may change and share it on the same terms, also to earn money.");
  return cog_licence_is_nc (licence) ? _ ("Others may change and share it on any terms, as long as nobody earns money with it.")
                                     : _ ("Others may change and share it on any terms, also to earn money.");
}

static GtkWidget *
new_option (RightsPage *page, const CogRightsOption *option, const char *chosen, GtkCheckButton **group)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean closed = option->verdict == COG_VERDICT_FORBIDDEN;
  g_autofree char *why = NULL;
  g_autofree char *subtitle = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), option->licence->name);
  if (option->verdict != COG_VERDICT_ALLOWED && option->reasons->len > 0)
    why = cog_rights_finding_dup_sentence (g_ptr_array_index (option->reasons, 0));
  subtitle = g_markup_escape_text (why != NULL ? why : describe (option->licence), -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (closed)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  else
    {
      GtkWidget *check = gtk_check_button_new ();

      gtk_check_button_set_group (GTK_CHECK_BUTTON (check), *group);
      if (*group == NULL)
        *group = GTK_CHECK_BUTTON (check);
      g_object_set_data_full (G_OBJECT (check), "licence", g_strdup (option->licence->id), g_free);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, option->licence->name, -1);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strcmp0 (option->licence->id, chosen) == 0);
      g_signal_connect (check, "toggled", G_CALLBACK (chosen_cb), page);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
    }
  return row;
}

static void
show_options (RightsPage *page, const CogEvaluation *evaluation)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *chosen = cog_project_dup_licence (page->project);
  GtkCheckButton *group = NULL;

  clear (page->options);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  page->is_filling = TRUE;
  for (int pass = COG_VERDICT_ALLOWED; pass <= COG_VERDICT_FORBIDDEN; pass++)
    for (guint i = 0; i < evaluation->options->len; i++)
      {
        const CogRightsOption *option = g_ptr_array_index (evaluation->options, i);

        if ((int) option->verdict == pass)
          gtk_list_box_append (GTK_LIST_BOX (list), new_option (page, option, chosen, &group));
      }
  page->is_filling = FALSE;
  gtk_box_append (GTK_BOX (page->options), new_heading (_ ("Licence of Your Edition")));
  gtk_box_append (GTK_BOX (page->options), list);
}

static void
show_credit (RightsPage *page)
{
  g_autoptr (GPtrArray) paragraphs = cog_edition_list_attribution (page->project, NULL, NULL);
  g_autofree char *language = cog_project_dup_language (page->project);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean rtl = cog_language_is_rtl (language);

  for (guint i = 0; paragraphs != NULL && i < paragraphs->len && i < 60; i++)
    {
      g_autofree char *plain = cog_credit_text_to_plain (g_ptr_array_index (paragraphs, i), language, FALSE);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", plain);
    }
  gtk_label_set_text (GTK_LABEL (page->credit), text->str);
  gtk_widget_set_direction (page->credit, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

static void
show_all (RightsPage *page)
{
  g_autoptr (GPtrArray) components = cog_project_list_components (page->project, NULL);
  g_autoptr (CogEvaluation) evaluation = cog_evaluation_new (components);

  show_parts (page, components, evaluation);
  show_options (page, evaluation);
  show_credit (page);
}

static void
map_cb (GtkWidget *widget, RightsPage *page)
{
  show_all (page);
}

GtkWidget *
cog_rights_page_new (CogProject *project)
{
  RightsPage *page = g_new0 (RightsPage, 1);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  page->project = g_object_ref (project);
  page->parts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  page->options = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  page->credit = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (page->credit), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (page->credit), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (page->credit), 0);
  gtk_label_set_selectable (GTK_LABEL (page->credit), TRUE);
  gtk_widget_add_css_class (page->credit, "book");
  gtk_widget_add_css_class (frame, "card");
  gtk_widget_add_css_class (frame, "cell");
  gtk_box_append (GTK_BOX (frame), page->credit);
  gtk_box_append (GTK_BOX (right), page->options);
  gtk_box_append (GTK_BOX (right), new_heading (_ ("How the Credit Will Read")));
  gtk_box_append (GTK_BOX (right), frame);
  gtk_box_append (GTK_BOX (right), new_text (_ ("Written anew at every export. This informs you; it is not legal advice.")));
  gtk_widget_set_hexpand (right, TRUE);
  gtk_widget_set_size_request (page->parts, 380, -1);
  gtk_box_append (GTK_BOX (columns), page->parts);
  gtk_box_append (GTK_BOX (columns), right);
  gtk_widget_set_margin_start (columns, 24);
  gtk_widget_set_margin_end (columns, 24);
  gtk_widget_set_margin_top (columns, 18);
  gtk_widget_set_margin_bottom (columns, 24);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), columns);
  g_object_set_data_full (G_OBJECT (scroll), "page", page, (GDestroyNotify) page_free);
  g_signal_connect (scroll, "map", G_CALLBACK (map_cb), page);
  return scroll;
}
