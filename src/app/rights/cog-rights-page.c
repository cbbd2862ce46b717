/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-page.h"

#include "cog-column.h"
#include "cog-columns.h"
#include "cog-credit-texts.h"
#include "cog-credit-window.h"
#include "cog-guide-view.h"
#include "cog-letter-window.h"
#include "cog-picture-chooser.h"
#include "cog-rights-overview.h"
#include "cog-rights-part-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Rows that are made at first and at a time: a book may have hundreds of pictures by others, and
 * the page does not wait for those that are below its end. When it is first opened they come a few
 * a turn of the main loop: laying out all at once takes as long as several frames. */
#define FIRST_BATCH 12
#define BATCH 30
#define A_TURN 3

/* Pixels of a picture in a row: twice its size, for fine screens. */
#define PICTURE_WIDTH 96

struct _CogRightsPage
{
  GtkWidget parent_instance;
  CogProject *project;
  GCancellable *looking; /* (nullable) */
  gboolean is_stale;     /* what is shown is of before an edit */
  GPtrArray *parts;      /* (element-type CogRightsPart) */
  CogPictures *pictures;
  guint n_shown; /* rows: the rest is folded */
  guint filling; /* idle source that makes the rest of the first rows */
  char *focused; /* component that had the keyboard before the rows were made anew (nullable) */
  guint focus_idle;
  char *wanted; /* component to show when it is there (nullable) */
  GtkWidget *root;
  GtkStack *stack;
  GtkLabel *count, *rest, *left_out;
  GtkListBox *list;
  CogGuideView *guide;
  CogCreditTexts *credit;
};

G_DEFINE_FINAL_TYPE (CogRightsPage, cog_rights_page, GTK_TYPE_WIDGET)

/* --- the list of parts
 * ------------------------------------------------------------------------------ */

static void
add_more_row (CogRightsPage *self)
{
  guint left = self->parts->len - self->n_shown;
  GtkWidget *row;
  g_autofree char *words = NULL;

  if (left == 0)
    return;
  words = g_strdup_printf (ngettext ("and %'u more", "and %'u more", left), left);
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("view-more-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

/* The rows up to that number, and one for the rest. */
static void
show_rows (CogRightsPage *self, guint n)
{
  GtkListBoxRow *more = gtk_list_box_get_row_at_index (self->list, (int)self->n_shown);

  if (more != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (more));
  for (; self->n_shown < MIN (n, self->parts->len); self->n_shown++)
    gtk_list_box_append (self->list,
                         cog_rights_part_row_new (g_ptr_array_index (self->parts, self->n_shown),
                                                  self->n_shown, self->pictures));
  add_more_row (self);
}

static CogRightsPart *
get_part (CogRightsPage *self, guint position)
{
  return position < self->parts->len ? g_ptr_array_index (self->parts, position) : NULL;
}

/* The number of the part; of none: the number of parts. */
static guint
find_part (CogRightsPage *self, const char *id)
{
  guint i = 0;

  while (i < self->parts->len && g_strcmp0 (cog_rights_part_get (get_part (self, i))->id, id) != 0)
    i++;
  return i;
}

static void
focus_part (CogRightsPage *self, const char *id)
{
  guint position = find_part (self, id);
  GtkListBoxRow *row;

  if (position == self->parts->len)
    return;
  if (position >= self->n_shown)
    show_rows (self, position + 1);
  row = gtk_list_box_get_row_at_index (self->list, (int)position);
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
show_wanted (CogRightsPage *self)
{
  if (self->wanted == NULL || find_part (self, self->wanted) == self->parts->len)
    return;
  focus_part (self, self->wanted);
  g_clear_pointer (&self->wanted, g_free);
}

/* The part that has the keyboard: rows are made anew when the book changes. (nullable) */
static char *
dup_focused (CogRightsPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, COG_TYPE_RIGHTS_PART_ROW) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self->list)))
    return NULL;
  return g_strdup (
      cog_rights_part_get (cog_rights_part_row_get_part (COG_RIGHTS_PART_ROW (row)))->id);
}

/* Once the new rows have their place. */
static gboolean
focus_cb (gpointer user_data)
{
  CogRightsPage *self = user_data;
  g_autofree char *id = g_steal_pointer (&self->focused);

  self->focus_idle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus_part (self, id);
  return G_SOURCE_REMOVE;
}

static gboolean
fill_cb (gpointer user_data)
{
  CogRightsPage *self = user_data;
  guint first = MIN (FIRST_BATCH, self->parts->len);

  if (self->n_shown < first)
    show_rows (self, MIN (first, self->n_shown + A_TURN));
  if (self->n_shown < first)
    return G_SOURCE_CONTINUE;
  self->filling = 0;
  return G_SOURCE_REMOVE;
}

/* A list that is there keeps its length: where it is scrolled to must not move. */
static void
set_parts (CogRightsPage *self, GPtrArray *parts)
{
  g_autofree char *focused = dup_focused (self);
  gboolean is_first = self->n_shown == 0;
  guint n = is_first ? A_TURN : MAX (self->n_shown, FIRST_BATCH);
  g_autofree char *count =
      g_strdup_printf (ngettext ("%'u part", "%'u parts", parts->len), parts->len);
  GtkWidget *row;

  gtk_label_set_label (self->count, count);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_ptr_array_unref (self->parts);
  self->parts = g_ptr_array_ref (parts);
  self->n_shown = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->list), parts->len > 0);
  show_rows (self, n);
  if (is_first && self->filling == 0)
    self->filling = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
  if (focused == NULL)
    return;
  g_free (self->focused);
  self->focused = g_steal_pointer (&focused);
  if (self->focus_idle == 0)
    self->focus_idle = g_idle_add_full (G_PRIORITY_LOW, focus_cb, self, NULL);
}

/* --- looking at the book
 * ---------------------------------------------------------------------------- */

static void
look_in_thread (GTask *task, gpointer source, gpointer project, GCancellable *cancellable)
{
  GError *error = NULL;
  CogRightsOverview *overview;

  if (g_task_return_error_if_cancelled (task))
    return;
  overview = cog_rights_overview_new (project, &error);
  if (overview != NULL)
    g_task_return_pointer (task, overview, (GDestroyNotify)cog_rights_overview_free);
  else
    g_task_return_error (task, error);
}

static void
show_line (GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogRightsPage *self = COG_RIGHTS_PAGE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogRightsOverview) overview = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *language = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->project == NULL)
    return;
  g_clear_object (&self->looking);
  self->is_stale = FALSE;
  if (overview == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
      return;
    }
  language = cog_project_dup_language (self->project);
  set_parts (self, overview->parts);
  show_line (self->rest, overview->rest);
  show_line (self->left_out, overview->left_out);
  cog_credit_texts_set (self->credit, g_steal_pointer (&overview->credits), language);
  gtk_stack_set_visible_child_name (self->stack, "found");
  cog_guide_view_set_overview (self->guide, overview);
  show_wanted (self);
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
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look_again (self);
}

/* --- what can be done with a part
 * ------------------------------------------------------------------- */

static void
edit_part (CogRightsPage *self, CogRightsPart *part)
{
  if (part != NULL && cog_rights_part_get (part)->credit != NULL)
    cog_credit_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->project,
                               part);
}

/* A piece of the book is looked at where it stands; what stands nowhere, as it is. */
static void
show_part (CogRightsPage *self, CogRightsPart *part)
{
  const CogRightsPartData *data = cog_rights_part_get (part);

  if (data->unit != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", data->unit);
  else
    edit_part (self, part);
}

static gboolean
unfold_cb (gpointer user_data)
{
  CogRightsPage *self = user_data;
  guint first = self->n_shown;

  if (self->project != NULL)
    {
      show_rows (self, self->n_shown + BATCH);
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int)first)));
    }
  return G_SOURCE_REMOVE;
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, CogRightsPage *self)
{
  /* Later: the row must not go while it is pressed. */
  if (!COG_IS_RIGHTS_PART_ROW (row))
    g_idle_add_full (G_PRIORITY_DEFAULT, unfold_cb, g_object_ref (self), g_object_unref);
  else
    show_part (self, cog_rights_part_row_get_part (COG_RIGHTS_PART_ROW (row)));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *position)
{
  CogRightsPage *self = COG_RIGHTS_PAGE (widget);

  edit_part (self, get_part (self, g_variant_get_uint32 (position)));
}

static void
ask_action (GtkWidget *widget, const char *name, GVariant *position)
{
  CogRightsPage *self = COG_RIGHTS_PAGE (widget);
  CogRightsPart *part = get_part (self, g_variant_get_uint32 (position));

  if (part != NULL && cog_rights_part_get (part)->credit != NULL)
    cog_letter_window_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->project, part,
                               NULL);
}

static void
replace_action (GtkWidget *widget, const char *name, GVariant *position)
{
  CogRightsPage *self = COG_RIGHTS_PAGE (widget);
  CogRightsPart *part = get_part (self, g_variant_get_uint32 (position));
  const char *unit = part != NULL ? cog_rights_part_get (part)->unit : NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (unit == NULL)
    return;
  gtk_widget_activate_action (widget, "win.go-to", "s", unit);
  cog_picture_chooser_ask (GTK_WINDOW (root), self->project, unit);
}

/* Does something to a part that can be undone, and says what; done: a sentence with %s for it. */
static void
change_part (GtkWidget *widget,
             GVariant *position,
             gboolean (*change) (CogRightsPart *part, CogProject *project, GError **error),
             const char *done)
{
  CogRightsPage *self = COG_RIGHTS_PAGE (widget);
  CogRightsPart *found = get_part (self, g_variant_get_uint32 (position));
  g_autoptr (CogRightsPart) part = found != NULL ? g_object_ref (found) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (done);

  if (part == NULL)
    return;
  if (!change (part, self->project, &error))
    {
      gtk_widget_activate_action (widget, "win.show-error", "s", error->message);
      return;
    }
  g_string_replace (text, "%s", cog_rights_part_get (part)->title, 1);
  gtk_widget_activate_action (widget, "win.toast-with", "(sss)", text->str, _ ("_Undo"),
                              "win.undo");
}

/* One at a time: the words of many drawings are not thrown away by one press. */
static void
put_back_action (GtkWidget *widget, const char *name, GVariant *position)
{
  /* Translators: %s is a picture of the book: "Figure 4.11 Crash test". */
  change_part (widget, position, cog_rights_part_put_back, _ ("“%s” is as the source has it"));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *position)
{
  /* Translators: %s is a part of the book: "Figure 4.11 Crash test". */
  change_part (widget, position, cog_rights_part_leave_out, _ ("“%s” is left out"));
}

/* --- the widget
 * ------------------------------------------------------------------------------------- */

static void
cog_rights_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cog_rights_page_parent_class)->map (widget);
  if (COG_RIGHTS_PAGE (widget)->is_stale)
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
  g_clear_object (&self->pictures);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_handle_id (&self->focus_idle, g_source_remove);
  g_clear_handle_id (&self->filling, g_source_remove);
  g_clear_pointer (&self->focused, g_free);
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
  gtk_widget_class_install_action (widget_class, "rights.ask", "u", ask_action);
  gtk_widget_class_install_action (widget_class, "rights.replace", "u", replace_action);
  gtk_widget_class_install_action (widget_class, "rights.put-back", "u", put_back_action);
  gtk_widget_class_install_action (widget_class, "rights.remove", "u", remove_action);
  g_type_ensure (COG_TYPE_COLUMN);
  g_type_ensure (COG_TYPE_COLUMNS);
  g_type_ensure (COG_TYPE_CREDIT_TEXTS);
  g_type_ensure (COG_TYPE_GUIDE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/rights/cog-rights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, root);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, count);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, rest);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, left_out);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, list);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, guide);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPage, credit);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
cog_rights_page_init (CogRightsPage *self)
{
  self->is_stale = TRUE;
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cog_rights_page_new (CogProject *project)
{
  CogRightsPage *self = g_object_new (COG_TYPE_RIGHTS_PAGE, NULL);

  self->project = g_object_ref (project);
  self->pictures = cog_pictures_new_small (project, PICTURE_WIDTH);
  cog_guide_view_set_project (self->guide, project);
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
