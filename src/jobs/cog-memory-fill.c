/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-fill.h"

#include "cog-segment-fold.h"
#include "cog-segment-text.h"
#include "cog-text-segments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A unit has so many sentences at most; what is beyond is one with the last. */
#define MOST_PLACES 1000
/* Units of one transaction: another program waits no longer than for these. */
#define BATCH 200

typedef struct
{
  CogProject *project;
  CogMemory *memory;
  char *from;
  char *to;
  char *title;
  char *translator; /* (nullable) */
  char *licence;    /* (nullable) */
  guint64 identity; /* of the project */
  gint64 date;
  CogMemoryFilled told;
} Filling;

gboolean
cog_memory_fill_is_confirmed (CogProject *project, const CogUnit *unit)
{
  g_return_val_if_fail (unit != NULL, FALSE);

  return unit->engine == NULL && unit->state != COG_STATE_INITIAL && unit->source != NULL &&
         unit->target != NULL && unit->target[0] != '\0' &&
         (unit->decision == COG_DECISION_TRANSLATED || unit->decision == COG_DECISION_ADAPTED) &&
         unit->kind != COG_UNIT_EQUATION && unit->kind != COG_UNIT_DRAWING;
}

/* Sentences with words in them, trimmed. (element-type CogText) (nullable) */
static GPtrArray *
list_sentences (const char *xhtml, const char *language)
{
  g_autoptr (CogText) text = cog_text_new_from_xhtml (xhtml, NULL);
  g_autoptr (GPtrArray) segments = text != NULL ? cog_text_list_segments (text, language) : NULL;
  GPtrArray *sentences;

  if (segments == NULL)
    return NULL;
  sentences = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_text_free);
  for (guint i = 0; i < segments->len; i++)
    if (cog_segment_has_words (segments->pdata[i]))
      g_ptr_array_add (sentences, cog_segment_trim (segments->pdata[i]));
  return sentences;
}

static GPtrArray *
list_whole (const char *xhtml)
{
  GPtrArray *whole = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_text_free);
  g_autoptr (CogText) text = cog_text_new_from_xhtml (xhtml, NULL);

  if (text != NULL && cog_segment_has_words (text))
    g_ptr_array_add (whole, cog_segment_trim (text));
  return whole;
}

static char *
dup_place (const Filling *filling, const CogUnit *unit, guint number)
{
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x/%s/%u", filling->identity, unit->id, number);
}

/* The hash of the source's last (or first) sentence. */
static guint64
hash_neighbour (const Filling *filling, const CogUnit *unit, gboolean is_last)
{
  g_autoptr (GPtrArray) sentences =
      unit != NULL && unit->source != NULL ? list_sentences (unit->source, filling->from) : NULL;
  const CogText *sentence = sentences != NULL && sentences->len > 0
                                ? sentences->pdata[is_last ? sentences->len - 1 : 0]
                                : NULL;

  return sentence != NULL ? cog_memory_hash_context (sentence->plain) : 0;
}

/* Those from number on that were there before. */
static gboolean
withdraw_from (Filling *filling, const CogUnit *unit, guint number, GError **error)
{
  gboolean was_there = TRUE;

  for (; was_there && number <= MOST_PLACES; number++)
    {
      g_autofree char *place = dup_place (filling, unit, number);

      if (!cog_memory_withdraw (filling->memory, filling->from, filling->to, place, &was_there,
                                error))
        return FALSE;
      filling->told.n_withdrawn += was_there;
    }
  return TRUE;
}

static gboolean
add_sentence (Filling *filling,
              const CogUnit *unit,
              guint number,
              const CogText *source,
              const CogText *target,
              const guint64 *around,
              GError **error)
{
  g_autoptr (CogMemoryEntry) entry = cog_memory_entry_new ();

  cog_memory_entry_set_texts (entry, source, target);
  entry->source_language = g_strdup (filling->from);
  entry->target_language = g_strdup (filling->to);
  entry->previous = around[0];
  entry->next = around[2];
  entry->origin = g_strdup (filling->title);
  entry->project = g_strdup (filling->title);
  entry->place = dup_place (filling, unit, number);
  entry->creator = g_strdup (filling->translator);
  entry->licence = g_strdup (filling->licence);
  entry->date = filling->date;
  filling->told.n_entries++;
  return cog_memory_add (filling->memory, entry, error);
}

/* before, after: the units beside it in its section (nullable). */
static gboolean
add_unit (Filling *filling,
          const CogUnit *before,
          const CogUnit *unit,
          const CogUnit *after,
          GError **error)
{
  g_autoptr (GPtrArray) source = list_sentences (unit->source, filling->from);
  g_autoptr (GPtrArray) target = list_sentences (unit->target, filling->to);
  g_autofree guint64 *hashes = NULL;

  if (source == NULL || target == NULL || source->len != target->len || source->len > MOST_PLACES)
    {
      g_clear_pointer (&source, g_ptr_array_unref);
      g_clear_pointer (&target, g_ptr_array_unref);
      source = list_whole (unit->source);
      target = list_whole (unit->target);
      if (source->len != target->len)
        g_ptr_array_set_size (source, 0);
    }
  hashes = g_new0 (guint64, source->len + 2);
  hashes[0] = hash_neighbour (filling, before, TRUE);
  for (guint i = 0; i < source->len; i++)
    hashes[i + 1] = cog_memory_hash_context (((CogText *)source->pdata[i])->plain);
  hashes[source->len + 1] = hash_neighbour (filling, after, FALSE);
  filling->told.n_units++;
  for (guint i = 0; i < source->len; i++)
    if (!add_sentence (filling, unit, i + 1, source->pdata[i], target->pdata[i], hashes + i, error))
      return FALSE;
  return withdraw_from (filling, unit, source->len + 1, error);
}

static gboolean
take_unit (Filling *filling, GPtrArray *units, guint at, GError **error)
{
  const CogUnit *unit = units->pdata[at];
  const CogUnit *before = at > 0 ? units->pdata[at - 1] : NULL;
  const CogUnit *after = at + 1 < units->len ? units->pdata[at + 1] : NULL;

  if (!cog_memory_fill_is_confirmed (filling->project, unit))
    return withdraw_from (filling, unit, 1, error);
  return add_unit (
      filling, before != NULL && g_strcmp0 (before->section, unit->section) == 0 ? before : NULL,
      unit, after != NULL && g_strcmp0 (after->section, unit->section) == 0 ? after : NULL, error);
}

/* From at on; returns where it ended, which stands then. G_MAXUINT with an error. */
static guint
take_batch (Filling *filling, GPtrArray *units, GHashTable *wanted, guint at, GError **error)
{
  guint n = 0;

  if (!cog_memory_begin (filling->memory, error))
    return G_MAXUINT;
  for (; at < units->len && n < BATCH; at++)
    {
      const CogUnit *unit = units->pdata[at];

      if (wanted != NULL && !g_hash_table_contains (wanted, unit->id))
        continue;
      n++;
      if (!take_unit (filling, units, at, error))
        {
          cog_memory_roll_back (filling->memory);
          return G_MAXUINT;
        }
    }
  return cog_memory_commit (filling->memory, error) ? at : G_MAXUINT;
}

static gboolean
take_units (Filling *filling,
            GPtrArray *units,
            GHashTable *wanted,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  guint at = 0;

  while (at < units->len)
    {
      cog_progress_tell (progress, (double)at / units->len, _ ("Remembering what is translated…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      at = take_batch (filling, units, wanted, at, error);
      if (at == G_MAXUINT)
        return FALSE;
    }
  return TRUE;
}

/* The sections of those units. What units gave that are no more, as those that were joined to
 * others, is taken back. (element-type utf8) (nullable) */
static GHashTable *
list_sections (Filling *filling, const char *const *units, GError **error)
{
  g_autoptr (GHashTable) sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; units[i] != NULL; i++)
    {
      g_autoptr (CogUnit) unit = cog_project_dup_unit (filling->project, units[i], NULL);
      const CogUnit gone = { .id = (char *)units[i] };

      if (unit != NULL)
        g_hash_table_add (sections, g_strdup (unit->section));
      else if (cog_project_is_closed (filling->project) ||
               !withdraw_from (filling, &gone, 1, error))
        return NULL;
    }
  return g_steal_pointer (&sections);
}

static gboolean
take_some (Filling *filling, const char *const *ids, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) sections = list_sections (filling, ids, error);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer section;

  /* Closed meanwhile: there is nothing more to learn from it. */
  if (sections == NULL)
    return *error == NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (wanted, (gpointer)ids[i]);
  g_hash_table_iter_init (&iter, sections);
  while (g_hash_table_iter_next (&iter, &section, NULL))
    {
      g_autoptr (GPtrArray) units = cog_project_list_units (filling->project, section, error);

      if (units == NULL || !take_units (filling, units, wanted, NULL, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_all (Filling *filling, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (filling->project, NULL, error);

  return units != NULL && take_units (filling, units, NULL, progress, cancellable, error);
}

/* A project is told from others by where it is: one that is copied is another. */
static guint64
get_identity (CogProject *project)
{
  g_autofree char *path = g_canonicalize_filename (cog_project_get_path (project), NULL);

  return cog_segment_hash (path);
}

gboolean
cog_memory_fill (CogProject *project,
                 CogMemory *memory,
                 const char *const *units,
                 const CogProgress *progress,
                 GCancellable *cancellable,
                 CogMemoryFilled *told,
                 GError **error)
{
  g_autoptr (GError) fault = NULL;
  Filling filling = { project, memory };
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (project) && memory != NULL, FALSE);

  filling.from = cog_project_dup_source_language (project);
  filling.to = cog_project_dup_language (project);
  filling.title = cog_project_dup_title (project);
  filling.translator = cog_project_dup_field (project, "translator");
  filling.licence = cog_project_dup_licence (project);
  filling.identity = get_identity (project);
  filling.date = g_get_real_time () / G_USEC_PER_SEC;
  /* Without languages nothing can be found again. */
  ok = filling.from == NULL || filling.to == NULL ||
       (units != NULL ? take_some (&filling, units, cancellable, &fault)
                      : take_all (&filling, progress, cancellable, &fault));
  g_free (filling.from);
  g_free (filling.to);
  g_free (filling.title);
  g_free (filling.translator);
  g_free (filling.licence);
  if (ok && told != NULL)
    *told = filling.told;
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return ok;
}
