/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-row-store.h"

struct _CogRowStore
{
  GObject parent_instance;
  GPtrArray *rows;     /* of CogRow; those of a live object too */
  GArray *shown;       /* guint: their indices (nullable: all) */
  GHashTable *by_unit; /* id → CogRow, both borrowed from rows */
  GHashTable *live;    /* CogRow → CogWorkbenchRow, weak */
  CogRowMatch match;
  gpointer user_data;
};

static guint
get_n (CogRowStore *self)
{
  return self->shown != NULL ? self->shown->len : self->rows->len;
}

static guint
get_index (CogRowStore *self, guint position)
{
  return self->shown != NULL ? g_array_index (self->shown, guint, position) : position;
}

/* --- objects ------------------------------------------------------------------------------- */

static gboolean
is_value (gpointer key, gpointer value, gpointer object)
{
  return value == object;
}

static void
gone_cb (gpointer self, GObject *object)
{
  g_hash_table_foreach_remove (COG_ROW_STORE (self)->live, is_value, object);
}

static CogWorkbenchRow *
make_live (CogRowStore *self, CogRow *row)
{
  CogWorkbenchRow *object = g_hash_table_lookup (self->live, row);

  if (object != NULL)
    return g_object_ref (object);
  object = cog_workbench_row_new (row);
  g_object_weak_ref (G_OBJECT (object), gone_cb, self);
  g_hash_table_insert (self->live, row, object);
  return object;
}

/* Who still holds the object has its row, too. */
static void
let_go (CogRowStore *self, guint index)
{
  CogRow *row = g_ptr_array_index (self->rows, index);
  CogWorkbenchRow *object = g_hash_table_lookup (self->live, row);

  if (object == NULL)
    return;
  g_object_weak_unref (G_OBJECT (object), gone_cb, self);
  g_hash_table_remove (self->live, row);
  cog_workbench_row_keep (object);
  g_ptr_array_index (self->rows, index) = NULL;
}

static void
free_thread (GTask *task, gpointer source, gpointer rows, GCancellable *cancellable)
{
  g_ptr_array_unref (rows);
}

/* A hundred thousand strings are not freed between two frames. */
static void
free_later (GPtrArray *rows)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, rows, NULL);
  g_task_run_in_thread (task, free_thread);
}

/* --- the list ------------------------------------------------------------------------------ */

static GType
get_item_type (GListModel *model)
{
  return COG_TYPE_WORKBENCH_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return get_n (COG_ROW_STORE (model));
}

static gpointer
get_item (GListModel *model, guint position)
{
  CogRowStore *self = COG_ROW_STORE (model);

  if (position >= get_n (self))
    return NULL;
  return make_live (self, g_ptr_array_index (self->rows, get_index (self, position)));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CogRowStore,
                               cog_row_store,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* How many that are shown stand before an index. */
static guint
count_shown_before (CogRowStore *self, guint index)
{
  guint low = 0, high = get_n (self);

  if (self->shown == NULL)
    return MIN (index, high);
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->shown, guint, middle) < index)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_matches (CogRowStore *self, GArray *shown, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (self->match (g_ptr_array_index (self->rows, i), self->user_data))
      g_array_append_val (shown, i);
}

void
cog_row_store_filter (CogRowStore *self, gboolean is_filtered)
{
  g_autoptr (GArray) before = NULL;
  guint n_before, head = 0, tail = 0, n;

  g_return_if_fail (COG_IS_ROW_STORE (self));

  if (!is_filtered && self->shown == NULL)
    return;
  n_before = get_n (self);
  before = g_steal_pointer (&self->shown);
  if (is_filtered)
    {
      GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

      add_matches (self, shown, 0, self->rows->len);
      self->shown = shown;
    }
  n = get_n (self);
#define BEFORE(i) (before != NULL ? g_array_index (before, guint, i) : (i))
  while (head < MIN (n, n_before) && BEFORE (head) == get_index (self, head))
    head++;
  while (tail < MIN (n, n_before) - head &&
         BEFORE (n_before - 1 - tail) == get_index (self, n - 1 - tail))
    tail++;
#undef BEFORE
  if (n_before > head + tail || n > head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_before - head - tail, n - head - tail);
}

/* --- other rows ---------------------------------------------------------------------------- */

static gboolean
has_same_pictures (const CogRow *a, const CogRow *b)
{
  guint n = a->pictures != NULL ? a->pictures->len : 0;

  if (n != (b->pictures != NULL ? b->pictures->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const CogRowPicture *x = g_ptr_array_index (a->pictures, i);
      const CogRowPicture *y = g_ptr_array_index (b->pictures, i);

      if (g_strcmp0 (x->asset, y->asset) != 0 || g_strcmp0 (x->drawing, y->drawing) != 0 ||
          g_strcmp0 (x->before, y->before) != 0 || x->is_decorative != y->is_decorative)
        return FALSE;
    }
  return TRUE;
}

/* Whether both are the same block, apart from what its units say. */
static gboolean
is_same_block (const CogRow *a, const CogRow *b)
{
  if (!g_str_equal (a->id, b->id) || a->kind != b->kind || a->units->len != b->units->len ||
      a->indent != b->indent || a->marker != b->marker || a->number != b->number ||
      a->level != b->level || a->context != b->context || a->is_first != b->is_first ||
      a->is_last != b->is_last || !has_same_pictures (a, b) ||
      (a->table != NULL &&
       (a->table->cells->len != b->table->cells->len || a->table->n_lines != b->table->n_lines)))
    return FALSE;
  for (guint i = 0; i < a->units->len; i++)
    {
      const CogUnit *x = g_ptr_array_index (a->units, i);
      const CogUnit *y = g_ptr_array_index (b->units, i);

      if (!g_str_equal (x->id, y->id) || g_strcmp0 (x->element, y->element) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
index_row (CogRowStore *self, CogRow *row)
{
  for (guint i = 0; i < row->units->len; i++)
    g_hash_table_replace (self->by_unit, ((CogUnit *)g_ptr_array_index (row->units, i))->id, row);
}

/* The row of a live object takes the place of the one that is the same block: widgets point into
 * it. The other one goes to the old rows, and to newer: its units are to be taken. */
static void
keep_live (CogRowStore *self, GPtrArray *old, guint at, guint now, GPtrArray *newer)
{
  CogRow *row = g_ptr_array_index (old, at);

  if (!g_hash_table_contains (self->live, row))
    return;
  g_ptr_array_index (old, at) = g_ptr_array_index (self->rows, now);
  g_ptr_array_index (self->rows, now) = row;
  index_row (self, row);
  g_ptr_array_add (newer, g_ptr_array_index (old, at));
}

static void
count_same (GPtrArray *a, GPtrArray *b, guint *head, guint *tail)
{
  guint n = MIN (a->len, b->len);

  for (*head = 0; *head < n; (*head)++)
    if (!is_same_block (g_ptr_array_index (a, *head), g_ptr_array_index (b, *head)))
      break;
  for (*tail = 0; *tail < n - *head; (*tail)++)
    if (!is_same_block (g_ptr_array_index (a, a->len - 1 - *tail),
                        g_ptr_array_index (b, b->len - 1 - *tail)))
      break;
}

/* What is shown of the new rows: the same in what did not move, the rest by the filter. */
static void
show_again (CogRowStore *self, guint n_before, guint head, guint tail)
{
  guint from = count_shown_before (self, head);
  guint to = count_shown_before (self, n_before - tail);
  GArray *shown;

  if (self->shown == NULL)
    return;
  shown = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (shown, self->shown->data, from);
  add_matches (self, shown, head, self->rows->len - tail);
  for (guint i = to; i < self->shown->len; i++)
    {
      guint index = g_array_index (self->shown, guint, i) + self->rows->len - n_before;

      g_array_append_val (shown, index);
    }
  g_array_unref (self->shown);
  self->shown = shown;
}

void
cog_row_store_take (CogRowStore *self, GPtrArray *rows, GHashTable *by_unit)
{
  g_autoptr (GPtrArray) newer = g_ptr_array_new ();
  GPtrArray *old;
  guint head, tail, from, removed, n_before;

  g_return_if_fail (COG_IS_ROW_STORE (self) && rows != NULL && by_unit != NULL);

  count_same (self->rows, rows, &head, &tail);
  n_before = self->rows->len;
  for (guint i = head; i < n_before - tail; i++)
    let_go (self, i);
  g_hash_table_unref (self->by_unit);
  self->by_unit = by_unit;
  old = self->rows;
  self->rows = rows;
  for (guint i = 0; i < head; i++)
    keep_live (self, old, i, i, newer);
  for (guint i = 1; i <= tail; i++)
    keep_live (self, old, n_before - i, rows->len - i, newer);
  from = self->shown != NULL ? count_shown_before (self, head) : head;
  removed = self->shown != NULL ? count_shown_before (self, n_before - tail) - from
                                : n_before - tail - head;
  show_again (self, n_before, head, tail);
  if (removed > 0 || rows->len > head + tail)
    {
      guint end =
          self->shown != NULL ? count_shown_before (self, rows->len - tail) : rows->len - tail;

      if (removed > 0 || end > from)
        g_list_model_items_changed (G_LIST_MODEL (self), from, removed, end - from);
    }
  for (guint i = 0; i < newer->len; i++)
    {
      const CogRow *row = g_ptr_array_index (newer, i);

      for (guint k = 0; k < row->units->len; k++)
        cog_row_store_set_unit (self, cog_unit_copy (g_ptr_array_index (row->units, k)));
    }
  free_later (old);
}

void
cog_row_store_set_unit (CogRowStore *self, CogUnit *unit)
{
  CogRow *row;
  CogWorkbenchRow *object;
  int index;

  g_return_if_fail (COG_IS_ROW_STORE (self) && unit != NULL);

  row = g_hash_table_lookup (self->by_unit, unit->id);
  index = row != NULL ? cog_row_find_unit (row, unit->id) : -1;
  if (index < 0)
    {
      cog_unit_free (unit);
      return;
    }
  /* Its id is the key of the index, and goes with the old value. */
  g_hash_table_remove (self->by_unit, unit->id);
  object = g_hash_table_lookup (self->live, row);
  if (object != NULL)
    {
      g_autoptr (CogWorkbenchRow) held = g_object_ref (object);

      cog_workbench_row_set_unit (held, unit);
      cog_unit_free (unit);
    }
  else
    {
      cog_unit_free (g_ptr_array_index (row->units, index));
      g_ptr_array_index (row->units, index) = unit;
    }
  index_row (self, row);
}

/* --- finding ------------------------------------------------------------------------------- */

const CogRow *
cog_row_store_peek (CogRowStore *self, guint position)
{
  g_return_val_if_fail (COG_IS_ROW_STORE (self) && position < get_n (self), NULL);
  return g_ptr_array_index (self->rows, get_index (self, position));
}

CogWorkbenchRow *
cog_row_store_find (CogRowStore *self, const char *unit)
{
  CogRow *row;

  g_return_val_if_fail (COG_IS_ROW_STORE (self) && unit != NULL, NULL);

  row = g_hash_table_lookup (self->by_unit, unit);
  return row != NULL ? make_live (self, row) : NULL;
}

CogWorkbenchRow *
cog_row_store_find_live (CogRowStore *self, const char *unit)
{
  CogRow *row;
  CogWorkbenchRow *object;

  g_return_val_if_fail (COG_IS_ROW_STORE (self) && unit != NULL, NULL);

  row = g_hash_table_lookup (self->by_unit, unit);
  object = row != NULL ? g_hash_table_lookup (self->live, row) : NULL;
  return object != NULL ? g_object_ref (object) : NULL;
}

guint
cog_row_store_find_position (CogRowStore *self, CogWorkbenchRow *row)
{
  guint index, position;

  g_return_val_if_fail (COG_IS_ROW_STORE (self) && row != NULL, G_MAXUINT);

  if (!g_ptr_array_find (self->rows, cog_workbench_row_get_row (row), &index))
    return G_MAXUINT;
  position = count_shown_before (self, index);
  return position < get_n (self) && get_index (self, position) == index ? position : G_MAXUINT;
}

GPtrArray *
cog_row_store_list_live (CogRowStore *self)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer object;

  g_return_val_if_fail (COG_IS_ROW_STORE (self), NULL);

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &object))
    g_ptr_array_add (list, g_object_ref (object));
  return g_steal_pointer (&list);
}

/* --- life ---------------------------------------------------------------------------------- */

static void
cog_row_store_finalize (GObject *object)
{
  CogRowStore *self = COG_ROW_STORE (object);

  for (guint i = 0; i < self->rows->len && g_hash_table_size (self->live) > 0; i++)
    let_go (self, i);
  g_hash_table_unref (self->by_unit);
  g_hash_table_unref (self->live);
  g_clear_pointer (&self->shown, g_array_unref);
  free_later (self->rows);
  G_OBJECT_CLASS (cog_row_store_parent_class)->finalize (object);
}

static void
cog_row_store_class_init (CogRowStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_row_store_finalize;
}

static void
cog_row_store_init (CogRowStore *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_row_free);
  self->by_unit = g_hash_table_new (g_str_hash, g_str_equal);
  self->live = g_hash_table_new (NULL, NULL);
}

CogRowStore *
cog_row_store_new (CogRowMatch match, gpointer user_data)
{
  CogRowStore *self = g_object_new (COG_TYPE_ROW_STORE, NULL);

  self->match = match;
  self->user_data = user_data;
  return self;
}
