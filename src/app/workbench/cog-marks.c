/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-marks.h"

struct _CogMarks
{
  GHashTable *sides[2]; /* adaptation, source: unit → GArray of CogMark */
};

CogMarks *
cog_marks_new (void)
{
  CogMarks *self = g_new0 (CogMarks, 1);

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    self->sides[i] =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  return self;
}

void
cog_marks_free (CogMarks *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    g_hash_table_unref (self->sides[i]);
  g_free (self);
}

static GHashTable *
get_side (CogMarks *self, gboolean in_source)
{
  return self->sides[in_source ? 1 : 0];
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const CogMark *first = a;
  const CogMark *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

void
cog_marks_set (CogMarks *self,
               const char *unit,
               gboolean in_source,
               CogMarkKind kind,
               const CogMark *marks,
               gsize n)
{
  GHashTable *side;
  const GArray *old;
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (CogMark));

  g_return_if_fail (self != NULL && unit != NULL && (n == 0 || marks != NULL));

  side = get_side (self, in_source);
  old = g_hash_table_lookup (side, unit);
  for (guint i = 0; old != NULL && i < old->len; i++)
    if (g_array_index (old, CogMark, i).kind != kind)
      g_array_append_val (array, g_array_index (old, CogMark, i));
  for (gsize i = 0; i < n; i++)
    {
      CogMark mark = { marks[i].start, marks[i].end, kind };

      g_array_append_val (array, mark);
    }
  g_array_sort (array, compare_starts);
  if (array->len > 0)
    g_hash_table_insert (side, g_strdup (unit), g_steal_pointer (&array));
  else
    g_hash_table_remove (side, unit);
}

void
cog_marks_forget (CogMarks *self, const char *unit, gboolean in_source)
{
  g_return_if_fail (self != NULL && unit != NULL);
  g_hash_table_remove (get_side (self, in_source), unit);
}

const CogMark *
cog_marks_find (CogMarks *self, const char *unit, gboolean in_source, gsize *n)
{
  const GArray *array;

  g_return_val_if_fail (self != NULL && unit != NULL && n != NULL, NULL);

  array = g_hash_table_lookup (get_side (self, in_source), unit);
  *n = array != NULL ? array->len : 0;
  return array != NULL ? (const CogMark *)(gpointer)array->data : NULL;
}

gboolean
cog_marks_has_finding (CogMarks *self, const char *unit)
{
  g_return_val_if_fail (self != NULL && unit != NULL, FALSE);

  for (guint side = 0; side < G_N_ELEMENTS (self->sides); side++)
    {
      gsize n = 0;
      const CogMark *marks = cog_marks_find (self, unit, side == 1, &n);

      for (gsize i = 0; i < n; i++)
        if (marks[i].kind == COG_MARK_FINDING)
          return TRUE;
    }
  return FALSE;
}

void
cog_marks_clear (CogMarks *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    g_hash_table_remove_all (self->sides[i]);
}
