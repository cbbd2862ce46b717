/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-seen-private.h"

#include <string.h>

typedef struct
{
  char *image;
  CogLensFinding *finding; /* (nullable): no words */
} Seen;

struct _CogLensSeen
{
  GMutex mutex;      /* of all below */
  GHashTable *units; /* unit → GPtrArray of Seen */
  GHashTable *homes; /* image → unit */
};

static void
seen_free (gpointer data)
{
  Seen *seen = data;

  g_free (seen->image);
  g_clear_pointer (&seen->finding, cog_lens_finding_free);
  g_free (seen);
}

CogLensSeen *
cog_lens_seen_new (void)
{
  CogLensSeen *self = g_new0 (CogLensSeen, 1);

  g_mutex_init (&self->mutex);
  self->units =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->homes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
cog_lens_seen_free (CogLensSeen *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->units);
  g_hash_table_unref (self->homes);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* Under the lock. A picture that got a description since is told of there, and nowhere else. */
static void
settle (CogLensSeen *self, const char *unit, const char *image)
{
  const char *home = g_hash_table_lookup (self->homes, image);
  GPtrArray *list = home != NULL ? g_hash_table_lookup (self->units, home) : NULL;

  if (g_strcmp0 (home, unit) == 0)
    return;
  for (guint i = list != NULL ? list->len : 0; i > 0; i--)
    if (strcmp (((Seen *)g_ptr_array_index (list, i - 1))->image, image) == 0)
      g_ptr_array_remove_index (list, i - 1);
  g_hash_table_replace (self->homes, g_strdup (image), g_strdup (unit));
}

/* Under the lock. */
static Seen *
find_or_add (CogLensSeen *self, const char *unit, const char *image)
{
  GPtrArray *list = g_hash_table_lookup (self->units, unit);
  Seen *seen;

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (seen_free);
      g_hash_table_insert (self->units, g_strdup (unit), list);
    }
  for (guint i = 0; i < list->len; i++)
    {
      seen = g_ptr_array_index (list, i);
      if (strcmp (seen->image, image) == 0)
        return seen;
    }
  seen = g_new0 (Seen, 1);
  seen->image = g_strdup (image);
  g_ptr_array_add (list, seen);
  return seen;
}

static gboolean
is_same (const CogLensFinding *one, const CogLensFinding *other)
{
  return one == NULL || other == NULL ? one == other : strcmp (one->why, other->why) == 0;
}

gboolean
cog_lens_seen_set (CogLensSeen *self, const char *unit, const char *image, CogLensFinding *finding)
{
  g_autoptr (CogLensFinding) own = finding;
  Seen *seen;
  gboolean is_news;

  g_return_val_if_fail (self != NULL && unit != NULL && image != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  settle (self, unit, image);
  seen = find_or_add (self, unit, image);
  is_news = !is_same (seen->finding, own);
  if (is_news)
    {
      g_clear_pointer (&seen->finding, cog_lens_finding_free);
      seen->finding = g_steal_pointer (&own);
    }
  g_mutex_unlock (&self->mutex);
  return is_news;
}

static guint
count_same (GPtrArray *findings, const CogLensFinding *finding)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += strcmp (((CogLensFinding *)g_ptr_array_index (findings, i))->text, finding->text) == 0;
  return n;
}

GPtrArray *
cog_lens_seen_dup (CogLensSeen *self, const char *unit)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_lens_finding_free);
  GPtrArray *list;

  g_return_val_if_fail (self != NULL && unit != NULL, findings);

  g_mutex_lock (&self->mutex);
  list = g_hash_table_lookup (self->units, unit);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Seen *seen = g_ptr_array_index (list, i);
      CogLensFinding *finding =
          seen->finding != NULL ? cog_lens_finding_copy (seen->finding) : NULL;

      if (finding == NULL)
        continue;
      finding->nth = count_same (findings, finding);
      g_ptr_array_add (findings, finding);
    }
  g_mutex_unlock (&self->mutex);
  return findings;
}
