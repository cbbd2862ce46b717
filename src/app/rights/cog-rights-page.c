/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-page.h"

#include "cog-column.h"
#include "cog-credit-window.h"
#include "cog-edition-job.h"
#include "cog-guide-view.h"
#include "cog-language.h"
#include "cog-rights-part-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Paragraphs of the credit that the page shows: a thousand figures are for the book, not for the
 * eye. */
#define MAX_PARAGRAPHS 80

/* Pixels: the left column; the list of parts in it, which scrolls by itself, so that only rows in
 * sight are built. */
#define LEFT_WIDTH 400
#define PARTS_HEIGHT 640
#define PARTS_HEIGHT_NARROW 320

struct _CogRightsPage
{
  GtkWidget parent_instance;
  CogProject *project;
  GCancellable *looking; /* (nullable) */
  GListStore *parts;
  char *wanted; /* component to show when it is there (nullable) */
  GtkWidget *root;
  GtkStack *stack;
  GtkBox *columns;
  GtkWidget *left;
  GtkScrolledWindow *parts_scroll;
  GtkLabel *count, *credit;
  GtkListView *list;
  CogGuideView *guide;
};

G_DEFINE_FINAL_TYPE (CogRightsPage, cog_rights_page, GTK_TYPE_WIDGET)

/* What the thread finds out. */
typedef struct
{
  GPtrArray *parts;
  CogEvaluation *evaluation;
  char *credit;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_ptr_array_unref (look->parts);
  cog_evaluation_free (look->evaluation);
  g_free (look->credit);
  g_free (look);
}

static char *
dup_credit (CogProject *project)
{
  g_autoptr (GPtrArray) paragraphs = cog_edition_list_attribution (project, NULL, NULL);
  g_autofree char *language = cog_project_dup_language (project);
  GString *text = g_string_new (NULL);

  for (guint i = 0; paragraphs != NULL && i < MIN (paragraphs->len, MAX_PARAGRAPHS); i++)
    {
      g_autofree char *plain =
          cog_credit_text_to_plain (g_ptr_array_index (paragraphs, i), language, FALSE);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", plain);
    }
  if (paragraphs != NULL && paragraphs->len > MAX_PARAGRAPHS)
    g_string_append (text, "\n\n…");
  return g_string_free (text, FALSE);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer project, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) components = cog_project_list_components (project, &error);
  Look *look;

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  look = g_new0 (Look, 1);
  look->evaluation = cog_evaluation_new (components);
  look->parts = cog_rights_part_list (components, look->evaluation);
  look->credit = dup_credit (project);
  g_task_return_pointer (task, look, look_free);
}

static void
show_wanted (CogRightsPage *self)
{
  for (guint i = 0;
       self->wanted != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->parts)); i++)
    {
      g_autoptr (CogRightsPart) part = g_list_model_get_item (G_LIST_MODEL (self->parts), i);

      if (g_strcmp0 (cog_rights_part_get (part)->id, self->wanted) != 0)
        continue;
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.select-item", "(ubb)", i, FALSE,
                                  FALSE);
      g_clear_pointer (&self->wanted, g_free);
    }
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogRightsPage *self = COG_RIGHTS_PAGE (object);
  g_autoptr (GError) error = NULL;
  Look *look = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *count = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->looking);
  if (look == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
      return;
    }
  count = g_strdup_printf (ngettext ("%'u part", "%'u parts", look->parts->len), look->parts->len);
  gtk_label_set_label (self->count, count);
  g_list_store_splice (self->parts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->parts)),
                       look->parts->pdata, look->parts->len);
  gtk_label_set_label (self->credit, look->credit);
  gtk_stack_set_visible_child_name (self->stack, "found");
  cog_guide_view_set_evaluation (self->guide, g_steal_pointer (&look->evaluation));
  show_wanted (self);
  look_free (look);
}

static void
look_again (CogRightsPage *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, looked_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->project), g_object_unref);
  g_task_run_in_thread (task, look_in_thread);
}

static void
changed_cb (CogProject *project, char **units, CogRightsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look_again (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (COG_TYPE_RIGHTS_PART_ROW, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  CogRightsPart *part = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *parent = gtk_widget_get_parent (row);

  cog_rights_part_row_show (COG_RIGHTS_PART_ROW (row), part, gtk_list_item_get_position (item));
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    cog_rights_part_get (part)->title, -1);
}

static void
edit_part (CogRightsPage *self, guint position)
{
  g_autoptr (CogRightsPart) part = g_list_model_get_item (G_LIST_MODEL (self->parts), position);

  if (part != NULL && cog_rights_part_get (part)->credit != NULL)
    cog_credit_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->project,
                               part);
}

/* A piece of the book is looked at where it stands; what stands nowhere, as it is. */
static void
show_part (CogRightsPage *self, guint position)
{
  g_autoptr (CogRightsPart) part = g_list_model_get_item (G_LIST_MODEL (self->parts), position);
  const CogRightsPartData *data = part != NULL ? cog_rights_part_get (part) : NULL;
  g_autofree char *unit = data != NULL && !data->is_text
                              ? cog_project_dup_unit_of_item (self->project, data->id)
                              : NULL;

  if (unit != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", unit);
  else
    edit_part (self, position);
}

static void
activate_cb (GtkListView *list, guint position, CogRightsPage *self)
{
  show_part (self, position);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *position)
{
  edit_part (COG_RIGHTS_PAGE (widget), g_variant_get_uint32 (position));
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *position)
{
  show_part (COG_RIGHTS_PAGE (widget), g_variant_get_uint32 (position));
}

static void
cog_rights_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cog_rights_page_parent_class)->map (widget);
  look_again (COG_RIGHTS_PAGE (widget));
}

static void
cog_rights_page_dispose (GObject *object)
{
  CogRightsPage *self = COG_RIGHTS_PAGE (object);

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_pointer (&self->root, gtk_widget_unparent);
  g_clear_object (&self->parts);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (cog_rights_page_parent_class)->dispose (object);
}

static void
cog_rights_page_class_init (CogRightsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_rights_page_dispose;
  widget_class->map = cog_rights_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "rights.edit", "u", edit_action);
  gtk_widget_class_install_action (widget_class, "rights.show", "u", show_action);
  g_type_ensure (COG_TYPE_COLUMN);
  g_type_ensure (COG_TYPE_GUIDE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/rights/cog-rights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, root);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, columns);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, left);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, parts_scroll);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, count);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, credit);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, list);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, guide);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
cog_rights_page_init (CogRightsPage *self)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->parts = g_list_store_new (COG_TYPE_RIGHTS_PART);
  selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (self->parts));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

GtkWidget *
cog_rights_page_new (CogProject *project)
{
  CogRightsPage *self = g_object_new (COG_TYPE_RIGHTS_PAGE, NULL);
  g_autofree char *language = cog_project_dup_language (project);
  g_autofree char *script = cog_language_dup_script (language);

  self->project = g_object_ref (project);
  cog_guide_view_set_project (self->guide, project);
  gtk_widget_set_direction (GTK_WIDGET (self->credit),
                            cog_language_is_rtl (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  if (script != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->credit), script);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}

void
cog_rights_page_go_to (CogRightsPage *self, const char *component)
{
  g_return_if_fail (COG_IS_RIGHTS_PAGE (self));

  g_free (self->wanted);
  self->wanted = g_strdup (component);
  show_wanted (self);
}

void
cog_rights_page_set_narrow (CogRightsPage *self, gboolean narrow)
{
  g_return_if_fail (COG_IS_RIGHTS_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->left, narrow ? -1 : LEFT_WIDTH, -1);
  gtk_scrolled_window_set_max_content_height (self->parts_scroll,
                                              narrow ? PARTS_HEIGHT_NARROW : PARTS_HEIGHT);
}
