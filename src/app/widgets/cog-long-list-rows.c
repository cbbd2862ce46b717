/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-long-list-private.h"

/* Rows without an item that are kept for the next ones. */
#define MAX_SPARE 24

guint
cog_long_list_get_n (CogLongList *self)
{
  return cog_heights_get_n (self->heights);
}

/* Index of the first row at or after a position. */
guint
cog_long_list_find_index (CogLongList *self, guint position)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (((CogLongListRow *)g_ptr_array_index (self->rows, middle))->position < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

CogLongListRow *
cog_long_list_find_row (CogLongList *self, guint position)
{
  guint index = cog_long_list_find_index (self, position);
  CogLongListRow *row = index < self->rows->len ? g_ptr_array_index (self->rows, index) : NULL;

  return row != NULL && row->position == position ? row : NULL;
}

static GtkWidget *
take_spare (CogLongList *self)
{
  if (self->spare->len > 0)
    return g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
  return self->funcs->create (self->user_data);
}

static void
describe_place (CogLongList *self, const CogLongListRow *row)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row->widget), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                  (int)row->position + 1, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                  (int)cog_long_list_get_n (self), -1);
}

/* The row of a position, built where it is not. Children stand in the order of the list: Tab and
 * screen readers follow it. */
CogLongListRow *
cog_long_list_ensure_row (CogLongList *self, guint position)
{
  guint index = cog_long_list_find_index (self, position);
  CogLongListRow *row = index < self->rows->len ? g_ptr_array_index (self->rows, index) : NULL;
  GtkWidget *after;
  g_autoptr (GObject) item = NULL;

  if (row != NULL && row->position == position)
    return row;
  after = row != NULL ? row->widget : NULL;
  row = g_new0 (CogLongListRow, 1);
  row->position = position;
  row->y = OUT_OF_SIGHT;
  row->widget = take_spare (self);
  item = g_list_model_get_item (self->model, position);
  gtk_widget_insert_before (row->widget, GTK_WIDGET (self), after);
  self->funcs->bind (row->widget, item, self->user_data);
  gtk_widget_set_visible (row->widget, TRUE);
  g_ptr_array_insert (self->rows, (gint)index, row);
  describe_place (self, row);
  return row;
}

gboolean
cog_long_list_row_has_focus (const CogLongListRow *row)
{
  GtkRoot *root = gtk_widget_get_root (row->widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == row->widget || gtk_widget_is_ancestor (focus, row->widget));
}

void
cog_long_list_release (CogLongList *self, CogLongListRow *row)
{
  gtk_widget_set_visible (row->widget, FALSE);
  self->funcs->bind (row->widget, NULL, self->user_data);
  /* GTK 4.8 leaves the mark of the keyboard on what it takes the keyboard from by hiding it. */
  gtk_widget_unset_state_flags (row->widget, GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE |
                                                 GTK_STATE_FLAG_FOCUS_WITHIN |
                                                 GTK_STATE_FLAG_PRELIGHT);
  if (self->spare->len < MAX_SPARE)
    g_ptr_array_add (self->spare, row->widget);
  else
    gtk_widget_unparent (row->widget);
  g_free (row);
}

void
cog_long_list_release_range (CogLongList *self, guint from, guint to)
{
  guint index = cog_long_list_find_index (self, from);

  while (index < self->rows->len)
    {
      CogLongListRow *row = g_ptr_array_index (self->rows, index);

      if (row->position >= to)
        return;
      g_ptr_array_remove_index (self->rows, index);
      cog_long_list_release (self, row);
    }
}

int
cog_long_list_measure_row (CogLongList *self, CogLongListRow *row)
{
  int height = 0;

  gtk_widget_measure (row->widget, GTK_ORIENTATION_VERTICAL, self->width, NULL, &height, NULL,
                      NULL);
  cog_heights_set (self->heights, row->position, height);
  return height;
}

int
cog_long_list_measure_at (CogLongList *self, guint position)
{
  CogLongListRow *row = cog_long_list_ensure_row (self, position);

  row->is_needed = TRUE;
  return cog_long_list_measure_row (self, row);
}

void
cog_long_list_estimate_range (CogLongList *self, guint from, guint n)
{
  for (guint i = from; i < from + n; i++)
    cog_heights_set (self->heights, i,
                     MAX (self->funcs->estimate (i, self->width, self->user_data), 1));
}
