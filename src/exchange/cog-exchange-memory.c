/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-memory.h"

#include "cog-exchange-plan-private.h"
#include "cog-exchange-segments.h"
#include "cog-temporary-folder.h"
#include "cog-tmx.h"

#include <glib/gstdio.h>

/* The words of a sentence that stands in the memory; NULL: it does not. */
static char *
dup_translation (const CogExchangePlan *self, CogMemory *memory, const char *words, GError **error)
{
  const CogMemoryQuery query = { .text = words,
                                 .from = self->source_language,
                                 .to = self->target_language,
                                 .threshold = 100,
                                 .n = 1 };
  g_autoptr (GPtrArray) matches = cog_memory_lookup (memory, &query, error);

  if (matches == NULL || matches->len == 0)
    return NULL;
  return g_strdup (((CogMemoryMatch *)g_ptr_array_index (matches, 0))->entry->target);
}

/* Plain words only: where codes go, nobody says. FALSE: not each sentence is there. */
static gboolean
fill (const CogExchangePlan *self,
      CogMemory *memory,
      const CogExchangeUnit *own,
      GString *target,
      GError **error)
{
  g_autoptr (GArray) segments =
      cog_exchange_segments_list (own, self->source_language, self->target_language);

  for (guint i = 0; i < segments->len; i++)
    {
      const CogExchangeSegment *segment = &g_array_index (segments, CogExchangeSegment, i);
      g_autofree char *words =
          g_utf8_substring (own->source->plain, segment->source_from, segment->source_to);
      g_autofree char *translation =
          segment->is_space ? g_strdup (words) : dup_translation (self, memory, words, error);

      if (translation == NULL)
        return FALSE;
      g_string_append (target, translation);
    }
  return TRUE;
}

static gboolean
take_unit (CogExchangePlan *self, CogMemory *memory, CogExchangeOwn *own, GError **error)
{
  const CogExchangeUnit *unit = own->unit;
  g_autoptr (GString) target = g_string_new (NULL);
  g_autoptr (GError) fault = NULL;
  g_autofree char *token = NULL;
  CogExchangeUnit *theirs;

  if (unit->target != NULL || unit->is_fixed || unit->source->codes->len > 0 ||
      unit->decision != COG_DECISION_NONE)
    return TRUE;
  if (!fill (self, memory, unit, target, &fault))
    {
      if (fault == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  token = cog_exchange_dup_token (unit->id);
  theirs = cog_exchange_unit_new (token);
  theirs->source = cog_text_copy (unit->source);
  theirs->target = cog_text_new (target->str);
  theirs->state = COG_STATE_INITIAL;
  theirs->has_state = TRUE;
  return cog_exchange_plan_take (self, theirs, error);
}

static int
compare_owns (gconstpointer a, gconstpointer b)
{
  const CogExchangeOwn *first = *(const CogExchangeOwn *const *)a;
  const CogExchangeOwn *second = *(const CogExchangeOwn *const *)b;

  return g_strcmp0 (first->unit->id, second->unit->id);
}

static gboolean
take_all (CogExchangePlan *self, CogMemory *memory, GError **error)
{
  g_autoptr (GPtrArray) owns = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer own;

  g_hash_table_iter_init (&iter, self->own);
  while (g_hash_table_iter_next (&iter, NULL, &own))
    g_ptr_array_add (owns, own);
  g_ptr_array_sort (owns, compare_owns);
  for (guint i = 0; i < owns->len; i++)
    if (!take_unit (self, memory, g_ptr_array_index (owns, i), error))
      return FALSE;
  return TRUE;
}

gboolean
cog_exchange_plan_read_memory (CogExchangePlan *self,
                               const char *path,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (CogTemporaryFolder) folder = cog_temporary_folder_new (COG_TEMPORARY_MEMORY, error);
  g_autofree char *file = folder != NULL ? g_build_filename (folder->path, "memory", NULL) : NULL;
  CogMemory *memory = file != NULL ? cog_memory_open (file, error) : NULL;
  gint64 n = 0;
  gboolean ok;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  /* A memory of its own: the person's is not asked, and learns nothing by it. */
  ok = memory != NULL &&
       cog_tmx_import (memory, path, NULL, self->report, NULL, cancellable, &n, error) &&
       take_all (self, memory, error);
  g_clear_pointer (&memory, cog_memory_close);
  return ok;
}
