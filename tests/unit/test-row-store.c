/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-row-store.h"

/* The list of the workbench: objects for the rows that somebody holds, and as little movement as
 * possible when the rows come anew. */

typedef struct
{
  CogRowStore *store;
  guint n_signals;
  guint position, removed, added; /* of the last one */
  guint n_now;                    /* what the list says, by the signals */
} Fixture;

/* Shown by the filter: what begins with "x". */
static gboolean
match (const CogRow *row, gpointer user_data)
{
  const CogUnit *unit = g_ptr_array_index (row->units, 0);

  return unit->target != NULL && unit->target[0] == 'x';
}

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *f)
{
  f->n_signals++;
  f->position = position;
  f->removed = removed;
  f->added = added;
  g_assert_cmpuint (position + removed, <=, f->n_now);
  f->n_now += added - removed;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, f->n_now);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->store = cog_row_store_new (match, NULL);
  g_signal_connect (f->store, "items-changed", G_CALLBACK (changed_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->store);
}

static CogUnit *
new_unit (const char *id, const char *target)
{
  CogUnit *unit = g_new0 (CogUnit, 1);

  unit->id = g_strdup (id);
  unit->section = g_strdup ("s");
  unit->kind = COG_UNIT_PARAGRAPH;
  unit->target = g_strdup (target);
  return unit;
}

/* "a b=xy c": rows of one unit each, with their targets. */
static void
take (Fixture *f, const char *words)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_row_free);
  GHashTable *by_unit = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL && list[i][0] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (list[i], "=", 2);
      CogRow *row = cog_row_new (COG_ROW_TEXT, pair[0]);
      CogUnit *unit = new_unit (pair[0], pair[1]);

      g_ptr_array_add (row->units, unit);
      g_ptr_array_add (rows, row);
      g_hash_table_insert (by_unit, unit->id, row);
    }
  cog_row_store_take (f->store, rows, by_unit);
}

static void
assert_shown (Fixture *f, const char *words)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->store)); i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", cog_row_store_peek (f->store, i)->id);
  g_assert_cmpstr (found->str, ==, words);
  g_assert_cmpuint (f->n_now, ==, g_list_model_get_n_items (G_LIST_MODEL (f->store)));
}

static void
assert_moved (Fixture *f, guint n_signals, guint position, guint removed, guint added)
{
  g_assert_cmpuint (f->n_signals, ==, n_signals);
  g_assert_cmpuint (f->position, ==, position);
  g_assert_cmpuint (f->removed, ==, removed);
  g_assert_cmpuint (f->added, ==, added);
}

static const char *
get_target (CogWorkbenchRow *row)
{
  return cog_workbench_row_get_unit (row, 0)->target;
}

/* An object for a row is made when it is asked for, is the same while somebody holds it, and goes.
 */
static void
test_objects (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) live = NULL;
  CogWorkbenchRow *b, *again;

  take (f, "a b c");
  assert_moved (f, 1, 0, 0, 3);
  g_assert_null (cog_row_store_find_live (f->store, "b"));
  b = g_list_model_get_item (G_LIST_MODEL (f->store), 1);
  again = cog_row_store_find (f->store, "b");
  g_assert_true (b == again);
  g_object_unref (again);
  live = cog_row_store_list_live (f->store);
  g_assert_cmpuint (live->len, ==, 1);
  g_clear_pointer (&live, g_ptr_array_unref);
  g_assert_cmpuint (cog_row_store_find_position (f->store, b), ==, 1);
  g_assert_finalize_object (b);
  g_assert_null (cog_row_store_find_live (f->store, "b"));
  g_assert_null (cog_row_store_find (f->store, "nowhere"));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (f->store), 3));
}

/* The list moves only between the first and the last row that differ. */
static void
test_take (Fixture *f, gconstpointer data)
{
  take (f, "a b c d e");
  take (f, "a b c d e");
  assert_moved (f, 1, 0, 0, 5);
  take (f, "a b new c d e");
  assert_moved (f, 2, 2, 0, 1);
  take (f, "a b d e");
  assert_moved (f, 3, 2, 2, 0);
  take (f, "a d b e");
  assert_moved (f, 4, 1, 2, 2);
  take (f, "");
  assert_moved (f, 5, 0, 4, 0);
  take (f, "a a2");
  take (f, "a a2 a3");
  assert_moved (f, 7, 2, 0, 1);
  assert_shown (f, "a a2 a3");
}

static void
count_cb (CogWorkbenchRow *row, guint *n)
{
  (*n)++;
}

/* Who holds a row has the same object afterwards, with the text as it is now. */
static void
test_kept (Fixture *f, gconstpointer data)
{
  g_autoptr (CogWorkbenchRow) b = NULL;
  g_autoptr (CogWorkbenchRow) d = NULL;
  g_autoptr (CogWorkbenchRow) same = NULL;
  guint n_changed = 0;

  take (f, "a b=old c d=old e");
  b = cog_row_store_find (f->store, "b");
  d = cog_row_store_find (f->store, "d");
  g_signal_connect (b, "changed", G_CALLBACK (count_cb), &n_changed);
  take (f, "a b=new d=new e");
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (get_target (b), ==, "new");
  g_assert_cmpstr (get_target (d), ==, "new");
  g_assert_cmpuint (cog_row_store_find_position (f->store, d), ==, 2);
  same = cog_row_store_find (f->store, "d");
  g_assert_true (same == d);
  take (f, "a b=new d=new e");
  g_assert_cmpuint (n_changed, ==, 1);
}

/* A row that is gone from the section lives on with who holds it, also without the store. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  g_autoptr (CogWorkbenchRow) b = NULL;
  g_autoptr (CogWorkbenchRow) c = NULL;

  take (f, "a b=text c=more");
  b = cog_row_store_find (f->store, "b");
  c = cog_row_store_find (f->store, "c");
  take (f, "a c=more");
  g_assert_cmpstr (get_target (b), ==, "text");
  g_assert_cmpuint (cog_row_store_find_position (f->store, b), ==, G_MAXUINT);
  g_assert_null (cog_row_store_find (f->store, "b"));
  g_assert_finalize_object (f->store);
  g_assert_cmpstr (get_target (c), ==, "more");
  f->store = cog_row_store_new (match, NULL);
}

static void
test_unit (Fixture *f, gconstpointer data)
{
  g_autoptr (CogWorkbenchRow) a = NULL;

  take (f, "a b");
  a = cog_row_store_find (f->store, "a");
  cog_row_store_set_unit (f->store, new_unit ("a", "one"));
  cog_row_store_set_unit (f->store, new_unit ("b", "two"));
  cog_row_store_set_unit (f->store, new_unit ("nowhere", "three"));
  g_assert_cmpstr (get_target (a), ==, "one");
  g_assert_cmpstr (
      ((CogUnit *)g_ptr_array_index (cog_row_store_peek (f->store, 1)->units, 0))->target, ==,
      "two");
  /* It is found by its id as before. */
  cog_row_store_set_unit (f->store, new_unit ("b", "four"));
  g_assert_cmpstr (
      ((CogUnit *)g_ptr_array_index (cog_row_store_peek (f->store, 1)->units, 0))->target, ==,
      "four");
  g_assert_cmpuint (f->n_signals, ==, 1);
}

/* What is shown changes when it is filtered anew, not under the hands of who writes. */
static void
test_filter (Fixture *f, gconstpointer data)
{
  g_autoptr (CogWorkbenchRow) b = NULL;

  take (f, "a=x b c=x d e=x");
  cog_row_store_filter (f->store, TRUE);
  assert_shown (f, "a c e");
  b = cog_row_store_find (f->store, "b");
  g_assert_nonnull (b);
  g_assert_cmpuint (cog_row_store_find_position (f->store, b), ==, G_MAXUINT);
  cog_row_store_set_unit (f->store, new_unit ("c", "no more"));
  assert_shown (f, "a c e");
  cog_row_store_filter (f->store, TRUE);
  assert_shown (f, "a e");
  take (f, "a=x b c new=x d e=x");
  assert_shown (f, "a new e");
  assert_moved (f, 4, 1, 0, 1);
  cog_row_store_filter (f->store, FALSE);
  assert_shown (f, "a b c new d e");
  assert_moved (f, 5, 1, 1, 4);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/row-store/objects", test_objects);
  ADD ("/row-store/take", test_take);
  ADD ("/row-store/kept", test_kept);
  ADD ("/row-store/gone", test_gone);
  ADD ("/row-store/unit", test_unit);
  ADD ("/row-store/filter", test_filter);
  return g_test_run ();
}
