/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-entry.h"

#include "cog-segment-fold.h"

CogMemoryEntry *
cog_memory_entry_new (void)
{
  return g_new0 (CogMemoryEntry, 1);
}

void
cog_memory_entry_free (CogMemoryEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->source);
  g_free (self->target);
  g_free (self->source_inline);
  g_free (self->target_inline);
  g_free (self->source_language);
  g_free (self->target_language);
  g_free (self->origin);
  g_free (self->project);
  g_free (self->place);
  g_free (self->creator);
  g_free (self->licence);
  g_free (self);
}

static void
swap (char **a, char **b)
{
  char *kept = *a;

  *a = *b;
  *b = kept;
}

void
cog_memory_entry_turn (CogMemoryEntry *self)
{
  g_return_if_fail (self != NULL);

  swap (&self->source, &self->target);
  swap (&self->source_inline, &self->target_inline);
  swap (&self->source_language, &self->target_language);
  /* They are hashes of the other language's segments. */
  self->previous = 0;
  self->next = 0;
}

guint64
cog_memory_hash_context (const char *text)
{
  g_autofree char *folded = text != NULL ? cog_segment_fold (text) : NULL;

  return folded != NULL && folded[0] != '\0' ? cog_segment_hash (folded) : 0;
}

void
cog_memory_match_free (CogMemoryMatch *match)
{
  if (match == NULL)
    return;
  cog_memory_entry_free (match->entry);
  g_free (match);
}
