/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-suggest.h"

#include "cog-memory-repair.h"
#include "cog-segment-text.h"
#include "cog-text-segments.h"

#include <math.h>
#include <string.h>

typedef struct
{
  CogMemory *memory;
  const char *from;
  const char *to;
} Asking;

void
cog_memory_suggestion_free (CogMemorySuggestion *self)
{
  if (self == NULL)
    return;
  g_free (self->source);
  g_free (self->target);
  g_free (self->plain);
  g_free (self->origin);
  g_free (self->licence);
  g_free (self);
}

static GPtrArray *
look_up (const Asking *asking, const char *text, guint64 previous, guint n, GError **error)
{
  const CogMemoryQuery query = { .text = text,
                                 .from = asking->from,
                                 .to = asking->to,
                                 .previous = previous,
                                 .threshold = COG_MEMORY_SUGGEST_THRESHOLD,
                                 .n = n };

  return cog_memory_lookup (asking->memory, &query, error);
}

static void
set_target (CogMemorySuggestion *suggestion, const CogText *target)
{
  suggestion->target = cog_text_to_xhtml (target);
  suggestion->plain = g_strdup (target->plain);
}

static CogMemorySuggestion *
new_of_match (const CogText *segment, const CogMemoryMatch *match)
{
  CogMemorySuggestion *suggestion = g_new0 (CogMemorySuggestion, 1);
  g_autoptr (CogText) target = cog_memory_repair (segment, match, NULL);

  suggestion->score = match->score;
  suggestion->is_adjusted = match->kind == COG_MATCH_ADJUSTED;
  suggestion->n_sentences = suggestion->n_found = 1;
  suggestion->source = g_strdup (match->entry->source);
  suggestion->origin = g_strdup (match->entry->origin);
  suggestion->licence = g_strdup (match->entry->licence);
  suggestion->date = match->entry->date;
  set_target (suggestion, target);
  return suggestion;
}

/* A sentence's translation, or itself; with the space that was behind it. */
static CogText *
dup_part (const CogText *segment, const CogText *trimmed, const CogMemoryMatch *match)
{
  g_autoptr (CogText) target = match != NULL ? cog_memory_repair (trimmed, match, NULL) : NULL;
  g_autoptr (CogText) space = NULL;
  gsize n = strlen (segment->plain);

  if (target == NULL)
    return cog_text_copy (segment);
  if (n == 0 || !g_ascii_isspace (segment->plain[n - 1]))
    return g_steal_pointer (&target);
  space = cog_text_new (" ");
  return cog_text_join (target, space, "");
}

static void
take_sentence (CogMemorySuggestion *joined, GString *source, const CogMemoryMatch *match)
{
  joined->n_found++;
  joined->is_adjusted = joined->is_adjusted || match->kind == COG_MATCH_ADJUSTED;
  joined->date = MAX (joined->date, match->entry->date);
  if (joined->n_found == 1)
    {
      joined->origin = g_strdup (match->entry->origin);
      joined->licence = g_strdup (match->entry->licence);
    }
  else
    {
      /* Of several works it says none. */
      if (g_strcmp0 (joined->origin, match->entry->origin) != 0)
        g_clear_pointer (&joined->origin, g_free);
      if (g_strcmp0 (joined->licence, match->entry->licence) != 0)
        g_clear_pointer (&joined->licence, g_free);
    }
  g_string_append_printf (source, "%s%s", source->len > 0 ? " " : "", match->entry->source);
}

/* The best of each sentence. parts: (out) their translations. FALSE with an error. */
static gboolean
join_sentences (const Asking *asking,
                GPtrArray *segments,
                CogMemorySuggestion *joined,
                GPtrArray *parts,
                GError **error)
{
  g_autoptr (GString) source = g_string_new (NULL);
  double length = 0, score = 0;
  guint64 previous = 0;

  for (guint i = 0; i < segments->len; i++)
    {
      const CogText *segment = segments->pdata[i];
      g_autoptr (CogText) trimmed = cog_segment_trim (segment);
      g_autoptr (GPtrArray) matches = look_up (asking, trimmed->plain, previous, 1, error);
      const CogMemoryMatch *match;

      if (matches == NULL)
        return FALSE;
      match = matches->len > 0 ? matches->pdata[0] : NULL;
      if (match != NULL)
        take_sentence (joined, source, match);
      g_ptr_array_add (parts, dup_part (segment, trimmed, match));
      previous = cog_memory_hash_context (trimmed->plain);
      length += (double)g_utf8_strlen (trimmed->plain, -1);
      score += match != NULL ? match->score * (double)g_utf8_strlen (trimmed->plain, -1) : 0;
    }
  joined->n_sentences = segments->len;
  joined->score = length > 0 ? score / length : 0;
  joined->source = g_strdup (source->str);
  return TRUE;
}

static gboolean
add_joined (const Asking *asking, const CogText *text, GPtrArray *suggestions, GError **error)
{
  g_autoptr (GPtrArray) segments = cog_text_list_segments (text, asking->from);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_text_free);
  CogMemorySuggestion *joined;

  if (segments->len < 2)
    return TRUE;
  joined = g_new0 (CogMemorySuggestion, 1);
  if (!join_sentences (asking, segments, joined, parts, error) || joined->n_found == 0)
    {
      cog_memory_suggestion_free (joined);
      return *error == NULL;
    }
  {
    g_autoptr (CogText) whole = cog_text_join_segments (parts);

    set_target (joined, whole);
  }
  g_ptr_array_add (suggestions, joined);
  return TRUE;
}

static int
compare_suggestions (gconstpointer a, gconstpointer b)
{
  const CogMemorySuggestion *left = *(const CogMemorySuggestion *const *)a;
  const CogMemorySuggestion *right = *(const CogMemorySuggestion *const *)b;

  return left->score > right->score ? -1 : left->score < right->score;
}

GPtrArray *
cog_memory_suggest (
    CogMemory *memory, const CogUnit *unit, const char *from, const char *to, GError **error)
{
  const Asking asking = { memory, from, to };
  g_autoptr (GPtrArray) suggestions =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_memory_suggestion_free);
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (CogText) text = NULL;
  g_autoptr (CogText) trimmed = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (memory != NULL && unit != NULL && from != NULL && to != NULL, NULL);

  text = unit->source != NULL ? cog_text_new_from_xhtml (unit->source, NULL) : NULL;
  if (text == NULL || !cog_segment_has_words (text))
    return g_steal_pointer (&suggestions);
  trimmed = cog_segment_trim (text);
  matches = look_up (&asking, trimmed->plain, 0, COG_MEMORY_SUGGESTIONS, error);
  if (matches == NULL)
    return NULL;
  if (!add_joined (&asking, trimmed, suggestions, &fault))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  for (guint i = 0; i < matches->len; i++)
    g_ptr_array_add (suggestions, new_of_match (trimmed, matches->pdata[i]));
  g_ptr_array_sort (suggestions, compare_suggestions);
  if (suggestions->len > COG_MEMORY_SUGGESTIONS)
    g_ptr_array_set_size (suggestions, COG_MEMORY_SUGGESTIONS);
  return g_steal_pointer (&suggestions);
}
