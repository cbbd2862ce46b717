/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-quality-index.h"

#define KEY "cog-quality-index"

static GMutex lock;

static void
forget (gpointer data)
{
  GWeakRef *held = data;

  g_weak_ref_clear (held);
  g_free (held);
}

CogQualityIndex *
cog_quality_index_dup_shared (CogProject *project)
{
  CogQualityIndex *index;
  GWeakRef *held;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  g_mutex_lock (&lock);
  held = g_object_get_data (G_OBJECT (project), KEY);
  if (held == NULL)
    {
      held = g_new0 (GWeakRef, 1);
      g_weak_ref_init (held, NULL);
      g_object_set_data_full (G_OBJECT (project), KEY, held, forget);
    }
  index = g_weak_ref_get (held);
  if (index == NULL)
    {
      index = cog_quality_index_new (project, FALSE);
      g_weak_ref_set (held, index);
    }
  g_mutex_unlock (&lock);
  return index;
}
