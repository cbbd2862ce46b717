/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-spread.h"

#include "cog-calm-pointer.h"
#include "cog-long-list.h"
#include "cog-page-head.h"
#include "cog-row-model.h"
#include "cog-spread-layout.h"
#include "cog-text-size-actions.h"
#include "cog-type.h"
#include "cog-unit-row.h"

#include <glib/gi18n-lib.h>

struct _CogSpread
{
  GtkWidget parent_instance;
  CogProject *project;
  CogPlace *place;
  CogPictures *pictures;
  CogMarks *marks;
  CogSide *source, *target;
  CogRowModel *rows;
  char *section;            /* that is shown, or is coming */
  char *wanted;             /* unit to go to when it is there (nullable) */
  gboolean wants_writing;   /* … and to open */
  gboolean is_other;        /* the section that is coming is another one */
  CogWorkbenchRow *in_hand; /* being written (nullable) */
  CogWorkbenchRow *here;    /* of the place's unit (nullable) */
  gboolean is_stacked;
  guint stack_idle;
  GtkWidget *pages;
  GtkWidget *gutter;
  GtkLabel *source_head, *target_head;
  GtkWidget *left_out; /* the slip that says so */
  CogLongList *list;
};

G_DEFINE_FINAL_TYPE (CogSpread, cog_spread, GTK_TYPE_WIDGET)

void
cog_spread_flush (CogSpread *self)
{
  g_return_if_fail (COG_IS_SPREAD (self));

  if (self->in_hand != NULL)
    cog_workbench_row_flush (self->in_hand);
}

gboolean
cog_spread_is_writing (CogSpread *self, const char *unit)
{
  int index;

  g_return_val_if_fail (COG_IS_SPREAD (self) && unit != NULL, FALSE);

  index = self->in_hand != NULL ? cog_workbench_row_get_writing (self->in_hand) : -1;
  return index >= 0 &&
         g_str_equal (cog_workbench_row_get_unit (self->in_hand, (guint)index)->id, unit);
}

/* The only place where a row opens or closes: one is in hand at a time. */
static void
take_in_hand (CogSpread *self, CogWorkbenchRow *row, int index)
{
  g_autoptr (CogWorkbenchRow) before = g_steal_pointer (&self->in_hand);

  if (before != NULL && before != row)
    cog_workbench_row_set_writing (before, -1);
  if (row == NULL)
    return;
  self->in_hand = g_object_ref (row);
  cog_place_set_unit (self->place, cog_workbench_row_get_unit (row, (guint)index)->id);
  cog_workbench_row_set_writing (row, index);
}

/* The row that the panel speaks of, open or not. */
static void
show_here (CogSpread *self)
{
  const char *unit = self->project != NULL ? cog_place_get_unit (self->place) : NULL;
  g_autoptr (CogWorkbenchRow) row = unit != NULL ? cog_row_model_find (self->rows, unit) : NULL;
  g_autoptr (CogWorkbenchRow) before = g_steal_pointer (&self->here);

  self->here = row != NULL ? g_object_ref (row) : NULL;
  if (before == row)
    return;
  if (before != NULL)
    cog_workbench_row_set_here (before, FALSE);
  if (row != NULL)
    cog_workbench_row_set_here (row, TRUE);
}

static void
section_cb (CogPlace *place, GParamSpec *pspec, CogSpread *self)
{
  const char *section = cog_place_get_section (place);

  if (section == NULL || g_strcmp0 (section, self->section) == 0)
    return;
  take_in_hand (self, NULL, -1);
  cog_place_set_unit (place, NULL);
  g_free (self->section);
  self->section = g_strdup (section);
  self->is_other = TRUE;
  cog_row_model_load (self->rows, section);
}

/* --- going somewhere ----------------------------------------------------------------------- */

/* Brings a row into sight; writing in it starts with what the editor needs. */
static void
show_row (CogSpread *self, CogWorkbenchRow *row)
{
  guint position;

  cog_row_model_reveal (self->rows, row);
  position = cog_row_model_find_position (self->rows, row);
  if (position != GTK_INVALID_LIST_POSITION)
    cog_long_list_show (self->list, position);
}

/* What cannot be written is the place all the same: who goes on goes on from there. */
static void
visit (CogSpread *self, CogWorkbenchRow *row, guint index)
{
  guint position;
  GtkWidget *widget;

  take_in_hand (self, NULL, -1);
  show_row (self, row);
  if (index < cog_workbench_row_get_n_units (row))
    cog_place_set_unit (self->place, cog_workbench_row_get_unit (row, index)->id);
  position = cog_row_model_find_position (self->rows, row);
  widget =
      position != GTK_INVALID_LIST_POSITION ? cog_long_list_get_row (self->list, position) : NULL;
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
}

/* A row in sight stays where it is; its editor may still lie below the edge. */
static void
write_in (CogSpread *self, CogWorkbenchRow *row, guint index)
{
  guint position;
  GtkWidget *widget, *focus;

  if (!cog_workbench_row_can_write (row, index))
    {
      visit (self, row, index);
      return;
    }
  cog_row_model_reveal (self->rows, row);
  position = cog_row_model_find_position (self->rows, row);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!cog_long_list_is_in_sight (self->list, position))
    cog_long_list_show (self->list, position);
  widget = cog_long_list_get_row (self->list, position);
  take_in_hand (self, row, (int)index);
  focus = widget != NULL ? gtk_root_get_focus (gtk_widget_get_root (widget)) : NULL;
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    cog_long_list_show_widget (self->list, focus);
}

static void
go (CogSpread *self, const char *id, gboolean writing)
{
  g_autoptr (CogWorkbenchRow) row = cog_row_model_find (self->rows, id);

  if (row == NULL || cog_row_model_is_loading (self->rows))
    return;
  if (writing)
    write_in (self, row, (guint)cog_row_find_unit (cog_workbench_row_get_row (row), id));
  else
    {
      show_row (self, row);
      if (self->in_hand == NULL)
        cog_place_set_unit (self->place, id);
    }
}

static void
go_or_wait (CogSpread *self, const char *id, gboolean writing)
{
  g_autoptr (CogUnit) unit = cog_project_dup_unit (self->project, id, NULL);

  if (unit == NULL)
    return;
  cog_place_set_section (self->place, unit->section);
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  self->wants_writing = writing;
  if (cog_row_model_is_loading (self->rows))
    return;
  go (self, id, writing);
  g_clear_pointer (&self->wanted, g_free);
}

void
cog_spread_go_to (CogSpread *self, const char *id)
{
  g_return_if_fail (COG_IS_SPREAD (self) && id != NULL);
  go_or_wait (self, id, TRUE);
}

void
cog_spread_show (CogSpread *self, const char *id)
{
  g_return_if_fail (COG_IS_SPREAD (self) && id != NULL);
  go_or_wait (self, id, FALSE);
}

static void
loaded_cb (CogRowModel *rows, CogSpread *self)
{
  g_autofree char *wanted = g_steal_pointer (&self->wanted);

  self->source->credits = cog_row_model_get_credits (rows, TRUE);
  self->target->credits = cog_row_model_get_credits (rows, FALSE);
  if (self->is_other)
    cog_long_list_rewind (self->list);
  else
    cog_row_model_tell_credits (rows);
  self->is_other = FALSE;
  /* The row in hand may be gone. */
  if (self->in_hand != NULL &&
      cog_row_model_find_position (rows, self->in_hand) == GTK_INVALID_LIST_POSITION)
    take_in_hand (self, NULL, -1);
  if (wanted != NULL)
    go (self, wanted, self->wants_writing);
  show_here (self);
  /* The keyboard may have come to a row of the section before while this one was read. */
  if (self->here == NULL)
    cog_place_set_unit (self->place, NULL);
}

static void
failed_cb (CogRowModel *rows, const char *message, CogSpread *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", message);
}

/* --- actions ------------------------------------------------------------------------------- */

static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (COG_SPREAD (widget), g_variant_get_string (parameter, NULL), TRUE);
}

/* The first unit of a row in which one can write; -1: none. */
static int
find_writable (CogWorkbenchRow *row)
{
  for (guint i = 0; i < cog_workbench_row_get_n_units (row); i++)
    if (cog_workbench_row_can_write (row, i))
      return (int)i;
  return -1;
}

/* The next row in which one can write, and its first such unit; NULL: there is none. step: 1 or -1.
 * (transfer full) */
static CogWorkbenchRow *
find_beside (CogSpread *self, const char *unit, int step, guint *index)
{
  g_autoptr (CogWorkbenchRow) row = cog_row_model_find (self->rows, unit);
  GListModel *list = cog_row_model_get_list (self->rows);
  guint position =
      row != NULL ? cog_row_model_find_position (self->rows, row) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return NULL;
  for (gint64 at = (gint64)position + step; at >= 0 && at < g_list_model_get_n_items (list);
       at += step)
    {
      g_autoptr (CogWorkbenchRow) beside = g_list_model_get_item (list, (guint)at);
      int found = find_writable (beside);

      if (found < 0)
        continue;
      *index = (guint)found;
      return g_steal_pointer (&beside);
    }
  return NULL;
}

static void
write_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogSpread *self = COG_SPREAD (widget);
  guint index;
  g_autoptr (CogWorkbenchRow) next =
      find_beside (self, g_variant_get_string (parameter, NULL), 1, &index);

  if (next != NULL)
    write_in (self, next, index);
  else
    take_in_hand (self, NULL, -1);
}

static void
write_previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogSpread *self = COG_SPREAD (widget);
  guint index;
  g_autoptr (CogWorkbenchRow) previous =
      find_beside (self, g_variant_get_string (parameter, NULL), -1, &index);

  if (previous != NULL)
    write_in (self, previous, index);
  else
    gtk_widget_error_bell (widget);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogSpread *self = COG_SPREAD (widget);
  guint position = self->in_hand != NULL ? cog_row_model_find_position (self->rows, self->in_hand)
                                         : GTK_INVALID_LIST_POSITION;
  GtkWidget *row;

  take_in_hand (self, NULL, -1);
  row = position != GTK_INVALID_LIST_POSITION ? cog_long_list_get_row (self->list, position) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (row);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Edits come from this window, in this thread. What was marked in a text that is another one now is
 * marked no more. */
static void
changed_cb (CogProject *project, char **ids, CogSpread *self)
{
  for (char **id = ids; id != NULL && *id != NULL; id++)
    cog_marks_forget (self->marks, *id, FALSE);
  cog_row_model_update (self->rows, (const char *const *)ids);
}

/* --- filter and marks ---------------------------------------------------------------------- */

void
cog_spread_set_filter (CogSpread *self, CogRowFilter filter)
{
  g_return_if_fail (COG_IS_SPREAD (self));
  cog_row_model_set_filter (self->rows, filter);
}

void
cog_spread_mark (CogSpread *self,
                 const char *unit,
                 gboolean in_source,
                 CogMarkKind kind,
                 const CogMark *marks,
                 gsize n)
{
  g_return_if_fail (COG_IS_SPREAD (self) && unit != NULL && (n == 0 || marks != NULL));

  cog_marks_set (self->marks, unit, in_source, kind, marks, n);
  cog_row_model_tell_marks (self->rows, unit);
}

void
cog_spread_clear_marks (CogSpread *self)
{
  g_return_if_fail (COG_IS_SPREAD (self));

  cog_marks_clear (self->marks);
  cog_row_model_tell_marks (self->rows, NULL);
}

static const CogMark *
find_marks (const char *unit, gboolean in_source, gsize *n, gpointer user_data)
{
  return cog_marks_find (COG_SPREAD (user_data)->marks, unit, in_source, n);
}

/* --- rows ---------------------------------------------------------------------------------- */

static GtkWidget *
create_row (gpointer user_data)
{
  CogSpread *self = user_data;

  return cog_unit_row_new (self->project, self->source, self->target);
}

static void
bind_row (GtkWidget *row, gpointer item, gpointer user_data)
{
  cog_unit_row_set_item (COG_UNIT_ROW (row), item);
}

/* By its characters: about as many stand on a line as the page is wide. */
static int
estimate_row (guint position, int width, gpointer user_data)
{
  const CogRow *row = cog_row_model_peek (COG_SPREAD (user_data)->rows, position);
  gboolean is_stacked = cog_spread_layout_is_stacked (width);
  int page = is_stacked ? width : (width - COG_SPREAD_FOLD) / 2;
  double scale = cog_type_get_scale ();
  int a_line = MAX ((int)((page - 24) / (7.2 * scale)), 8);
  int lines = (int)MIN (row->n_characters, 100000) / a_line + 1;
  int height = (int)(lines * 25 * scale) + 16;

  if (row->kind == COG_ROW_TABLE)
    return (int)(row->table->n_lines * 32 * scale) + 24;
  if (row->kind == COG_ROW_FIGURE)
    height += 220 * (int)row->pictures->len;
  return is_stacked ? height * 2 : height;
}

static void
activate_row (guint position, gpointer user_data)
{
  CogSpread *self = user_data;
  GtkWidget *row = cog_long_list_get_row (self->list, position);

  if (row != NULL)
    gtk_widget_activate_action (row, "row.write", NULL);
}

/* A row that has the keyboard is the place, too, without being open. */
static void
focused_row (guint position, gpointer user_data)
{
  CogSpread *self = user_data;
  g_autoptr (CogWorkbenchRow) row =
      g_list_model_get_item (cog_row_model_get_list (self->rows), position);
  const CogUnit *unit = row != NULL ? cog_workbench_row_get_main_unit (row) : NULL;

  if (unit != NULL && row != self->in_hand)
    cog_place_set_unit (self->place, unit->id);
}

static gboolean
stack_cb (gpointer user_data)
{
  CogSpread *self = user_data;

  self->stack_idle = 0;
  if (self->is_stacked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stacked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stacked");
  gtk_widget_set_visible (self->gutter, !self->is_stacked);
  return G_SOURCE_REMOVE;
}

/* Pages that lie above each other have no fold between them. */
static void
resized (int width, gpointer user_data)
{
  CogSpread *self = user_data;
  gboolean is_stacked = cog_spread_layout_is_stacked (width);

  if (self->is_stacked == is_stacked)
    return;
  self->is_stacked = is_stacked;
  if (self->stack_idle == 0)
    self->stack_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, stack_cb, self, NULL);
}

static const CogLongListRows row_funcs = { create_row,   bind_row,    estimate_row,
                                           activate_row, focused_row, resized };

void
cog_spread_set_left_out (CogSpread *self, gboolean is_left_out)
{
  g_return_if_fail (COG_IS_SPREAD (self));

  gtk_widget_set_visible (self->left_out, is_left_out);
  if (is_left_out)
    gtk_widget_add_css_class (GTK_WIDGET (self->list), "left-out");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->list), "left-out");
}

static void
take_back_cb (CogSpread *self)
{
  if (self->section != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "structure.section-omit", "s", self->section);
}

/* --- life ---------------------------------------------------------------------------------- */

static void
cog_spread_dispose (GObject *object)
{
  CogSpread *self = COG_SPREAD (object);

  if (self->project != NULL)
    {
      take_in_hand (self, NULL, -1);
      g_signal_handlers_disconnect_by_data (self->project, self);
    }
  if (self->place != NULL)
    g_signal_handlers_disconnect_by_data (self->place, self);
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_handle_id (&self->stack_idle, g_source_remove);
  g_clear_pointer (&self->pages, gtk_widget_unparent);
  g_clear_object (&self->here);
  g_clear_object (&self->project);
  g_clear_object (&self->place);
  g_clear_object (&self->rows);
  g_clear_object (&self->pictures);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (cog_spread_parent_class)->dispose (object);
}

static void
cog_spread_finalize (GObject *object)
{
  CogSpread *self = COG_SPREAD (object);

  cog_side_free (self->source);
  cog_side_free (self->target);
  cog_marks_free (self->marks);
  G_OBJECT_CLASS (cog_spread_parent_class)->finalize (object);
}

static void
cog_spread_class_init (CogSpreadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_spread_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_spread_finalize;
  gtk_widget_class_install_action (widget_class, "workbench.write", "s", write_action);
  gtk_widget_class_install_action (widget_class, "workbench.write-next", "s", write_next_action);
  gtk_widget_class_install_action (widget_class, "workbench.write-previous", "s",
                                   write_previous_action);
  gtk_widget_class_install_action (widget_class, "workbench.close", NULL, close_action);
  cog_text_size_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (COG_TYPE_SPREAD_LAYOUT);
  g_type_ensure (COG_TYPE_LONG_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-spread.ui");
  gtk_widget_class_bind_template_child (widget_class, CogSpread, pages);
  gtk_widget_class_bind_template_child (widget_class, CogSpread, gutter);
  gtk_widget_class_bind_template_child (widget_class, CogSpread, source_head);
  gtk_widget_class_bind_template_child (widget_class, CogSpread, target_head);
  gtk_widget_class_bind_template_child (widget_class, CogSpread, left_out);
  gtk_widget_class_bind_template_child (widget_class, CogSpread, list);
  gtk_widget_class_bind_template_callback (widget_class, take_back_cb);
}

static void
cog_spread_init (CogSpread *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->marks = cog_marks_new ();
  cog_long_list_set_rows (self->list, &row_funcs, self);
  cog_calm_pointer_watch (GTK_WIDGET (self->list));
  cog_text_size_add_shortcuts (GTK_WIDGET (self));
}

static void
make_sides (CogSpread *self)
{
  g_autofree char *source = cog_project_dup_source_language (self->project);
  g_autofree char *target = cog_project_dup_language (self->project);
  g_autofree char *edition = cog_page_head_dup_edition (self->project);

  self->pictures = cog_pictures_new (self->project);
  self->source = cog_side_new (source != NULL ? source : "und", TRUE, self->pictures);
  self->target = cog_side_new (target, FALSE, self->pictures);
  self->source->find_marks = self->target->find_marks = find_marks;
  self->source->user_data = self->target->user_data = self;
  cog_page_head_show (self->source_head, self->source->language, edition);
  cog_page_head_show (self->target_head, self->target->language, NULL);
}

void
cog_spread_set_project (CogSpread *self, CogProject *project, CogPlace *place)
{
  g_return_if_fail (COG_IS_SPREAD (self) && self->project == NULL);
  g_return_if_fail (COG_IS_PROJECT (project) && COG_IS_PLACE (place));

  self->project = g_object_ref (project);
  self->place = g_object_ref (place);
  make_sides (self);
  self->rows = cog_row_model_new (project, self->marks);
  g_signal_connect (self->rows, "loaded", G_CALLBACK (loaded_cb), self);
  g_signal_connect (self->rows, "failed", G_CALLBACK (failed_cb), self);
  cog_long_list_set_model (self->list, cog_row_model_get_list (self->rows));
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (place, "notify::section", G_CALLBACK (section_cb), self);
  g_signal_connect_swapped (place, "notify::unit", G_CALLBACK (show_here), self);
}
