/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pretranslate-job.h"

#include "cog-engine-texts.h"
#include "cog-language.h"
#include "cog-memory-repair.h"
#include "cog-open-units.h"
#include "cog-project-engines.h"
#include "cog-segment-fold.h"
#include "cog-text-segments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MEMORY_ENGINE "memory"
/* A translation whose codes could not all be placed is looked at, however well it is known. */
#define NOT_QUITE 99

typedef struct
{
  CogProject *project;
  const CogPretranslateOptions *options;
  CogPretranslation *report;
  char *from;
  char *to;
  GHashTable *met;   /* folded segments of the book until now */
  GHashTable *known; /* sources of the book that are translated → their target */
  GArray *scores;    /* (element-type guint): of the report's units */
  GPtrArray *open;   /* (element-type CogFilledUnit): what is left for the engine; borrowed */
} Run;

static const char *const nicks[] = { "context", "100", "95-99", "85-94", "75-84", "none" };

void
cog_filled_unit_free (CogFilledUnit *unit)
{
  if (unit == NULL)
    return;
  g_free (unit->unit);
  g_free (unit->source);
  g_free (unit->target);
  g_free (unit);
}

void
cog_pretranslation_clear (CogPretranslation *report)
{
  g_return_if_fail (report != NULL);
  g_clear_pointer (&report->units, g_ptr_array_unref);
}

const char *
cog_band_to_nick (CogBand band)
{
  g_return_val_if_fail (band < COG_N_BANDS, NULL);
  return nicks[band];
}

static CogBand
get_band (const CogMemoryMatch *match)
{
  if (match == NULL)
    return COG_BAND_NONE;
  if (match->score >= 100)
    return match->kind == COG_MATCH_CONTEXT ? COG_BAND_CONTEXT : COG_BAND_EXACT;
  return match->score >= 95   ? COG_BAND_95
         : match->score >= 85 ? COG_BAND_85
         : match->score >= 75 ? COG_BAND_75
                              : COG_BAND_NONE;
}

/* "a. 5 m/s" has words; "a. " and an equation has none: any other equation would be as good. */
static gboolean
has_words (const CogText *segment)
{
  guint n_letters = 0;

  for (const char *c = segment->plain; *c != '\0'; c = g_utf8_next_char (c))
    n_letters += g_unichar_isalpha (g_utf8_get_char (c)) ? 1 : 0;
  return n_letters >= (strstr (segment->plain, "\357\277\274") != NULL ? 3 : 1);
}

/* The space behind a sentence is not looked for, and put behind its translation again. */
static CogText *
trim (const CogText *segment, char **space)
{
  const char *end = segment->plain + strlen (segment->plain);
  const char *at = end;

  while (at > segment->plain && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (at))))
    at = g_utf8_prev_char (at);
  *space = g_strdup (at);
  return cog_text_slice (segment, 0, (guint)g_utf8_strlen (segment->plain, at - segment->plain));
}

/* ── A unit from the memory ──────────────────────────────────────────────────────────────────── */

typedef struct
{
  GPtrArray *targets; /* (element-type CogText) */
  CogBand band;
  guint score;
  gboolean is_repeat;
  gboolean is_counted; /* a segment of it has words */
} Filling;

static guint64
hash_neighbour (GPtrArray *segments, guint at)
{
  g_autofree char *space = NULL;
  g_autoptr (CogText) text =
      at < segments->len ? trim (g_ptr_array_index (segments, at), &space) : NULL;

  return cog_memory_hash_context (text != NULL ? text->plain : NULL);
}

static CogMemoryMatch *
look_up (Run *run, GPtrArray *segments, guint at, const char *plain, GError **error)
{
  g_autoptr (GPtrArray) matches = NULL;
  CogMemoryQuery query = { .text = plain,
                           .from = run->from,
                           .to = run->to,
                           .threshold = MAX (run->options->threshold, 50),
                           .n = 1 };

  query.previous = hash_neighbour (segments, at - 1);
  query.next = hash_neighbour (segments, at + 1);
  matches = cog_memory_lookup (run->options->memory, &query, error);
  if (matches == NULL || matches->len == 0)
    return NULL;
  return g_ptr_array_steal_index (matches, 0);
}

static void
count_segment (Run *run, Filling *filling, const CogText *segment, CogBand band)
{
  g_autofree char *folded = cog_segment_fold (segment->plain);
  guint words = cog_text_count_words (segment->plain, run->from);

  run->report->bands[band].segments++;
  run->report->bands[band].words += words;
  filling->band = MAX (filling->band, band);
  filling->is_counted = TRUE;
  if (g_hash_table_contains (run->met, folded))
    {
      run->report->repeats.segments++;
      run->report->repeats.words += words;
    }
  else
    {
      filling->is_repeat = FALSE;
      g_hash_table_add (run->met, g_steal_pointer (&folded));
    }
}

static void
add_target (Filling *filling,
            const CogText *segment,
            const CogMemoryMatch *match,
            const char *space)
{
  CogMemoryRepair told = { 0 };
  g_autoptr (CogText) target = cog_memory_repair (segment, match, &told);
  g_autoptr (CogText) empty = cog_text_new ("");
  guint score = (guint)MIN (match->score, 100);

  if (told.n_missing > 0 || told.n_placed > 0)
    score = MIN (score, NOT_QUITE);
  filling->score = MIN (filling->score, score);
  g_ptr_array_add (filling->targets, cog_text_join (target, empty, space));
}

static gboolean
is_enough (const CogPretranslateOptions *options, const CogMemoryMatch *match)
{
  return match->score >= options->threshold &&
         (!options->in_context || get_band (match) == COG_BAND_CONTEXT);
}

/* A segment without words is taken as it is. */
static gboolean
fill_segment (Run *run, Filling *filling, GPtrArray *segments, guint at, GError **error)
{
  g_autofree char *space = NULL;
  g_autoptr (CogText) segment = trim (g_ptr_array_index (segments, at), &space);
  g_autoptr (GError) fault = NULL;
  CogMemoryMatch *match = NULL;

  if (!has_words (segment))
    {
      g_ptr_array_add (filling->targets, cog_text_copy (g_ptr_array_index (segments, at)));
      return TRUE;
    }
  if (run->options->memory != NULL)
    match = look_up (run, segments, at, segment->plain, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (match != NULL && !is_enough (run->options, match))
    g_clear_pointer (&match, cog_memory_match_free);
  count_segment (run, filling, segment, get_band (match));
  if (match != NULL)
    add_target (filling, segment, match, space);
  g_clear_pointer (&match, cog_memory_match_free);
  return TRUE;
}

/* The text of a unit that is known, and where it is from. (transfer full) (nullable) */
static char *
dup_known (Run *run, const CogUnit *unit, const Filling *filling, gboolean is_whole, CogFilled *how)
{
  const char *known = g_hash_table_lookup (run->known, unit->source);
  g_autoptr (CogText) joined = NULL;

  if (run->options->repeats && known != NULL)
    {
      *how = COG_FILLED_REPEAT;
      return g_strdup (known);
    }
  if (!is_whole || run->options->memory == NULL)
    return NULL;
  *how = !filling->is_counted                ? COG_FILLED_AS_IS
         : filling->score < 100              ? COG_FILLED_ALIKE
         : filling->band == COG_BAND_CONTEXT ? COG_FILLED_CONTEXT
                                             : COG_FILLED_EXACT;
  joined = cog_text_join_segments (filling->targets);
  return cog_text_to_xhtml (joined);
}

static gboolean
fill_unit (Run *run, const CogUnit *unit, GError **error)
{
  g_autoptr (CogText) text = cog_text_new_from_xhtml (unit->source, NULL);
  g_autoptr (GPtrArray) segments = text != NULL ? cog_text_list_segments (text, run->from) : NULL;
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_text_free);
  Filling filling = { targets, COG_BAND_CONTEXT, 100, TRUE, FALSE };
  CogFilledUnit *filled = g_new0 (CogFilledUnit, 1);

  filled->unit = g_strdup (unit->id);
  filled->source = g_strdup (unit->source);
  filled->filled = COG_FILLED_NOT;
  g_ptr_array_add (run->report->units, filled);
  for (guint i = 0; segments != NULL && i < segments->len; i++)
    if (!fill_segment (run, &filling, segments, i, error))
      return FALSE;
  g_array_append_val (run->scores, filling.score);
  if (segments == NULL)
    return TRUE;
  run->report->bands[filling.band].units += filling.is_counted;
  run->report->repeats.units += filling.is_counted && filling.is_repeat;
  filled->target = dup_known (run, unit, &filling, targets->len == segments->len, &filled->filled);
  if (filled->target == NULL)
    g_ptr_array_add (run->open, filled);
  return TRUE;
}

/* ── By an engine ────────────────────────────────────────────────────────────────────────────── */

static gboolean
ask_engine (Run *run, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GPtrArray) answers = NULL;

  if (run->options->engine == NULL || run->open->len == 0)
    return TRUE;
  for (guint i = 0; i < run->open->len; i++)
    g_ptr_array_add (sources, ((CogFilledUnit *)g_ptr_array_index (run->open, i))->source);
  answers = cog_engine_translate_xhtml (run->options->engine, sources, run->from, run->to, NULL,
                                        progress, cancellable, error);
  if (answers == NULL)
    return FALSE;
  for (guint i = 0; i < answers->len; i++)
    {
      CogFilledUnit *filled = g_ptr_array_index (run->open, i);
      const char *answer = g_ptr_array_index (answers, i);

      if (answer == NULL || answer[0] == '\0')
        continue;
      filled->target = g_strdup (answer);
      filled->filled = COG_FILLED_ENGINE;
    }
  return TRUE;
}

/* ── Into the book ───────────────────────────────────────────────────────────────────────────── */

/* A server answers when it likes: what a person wrote in the meantime is not written over. */
static gboolean
drop_taken (Run *run, GError **error)
{
  g_autoptr (GPtrArray) open =
      cog_open_units_list (run->project, run->options->sections, NULL, error);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (open == NULL)
    return FALSE;
  for (guint i = 0; i < open->len; i++)
    g_hash_table_add (ids, ((CogUnit *)g_ptr_array_index (open, i))->id);
  for (guint i = 0; i < run->report->units->len; i++)
    {
      CogFilledUnit *filled = g_ptr_array_index (run->report->units, i);

      if (g_hash_table_contains (ids, filled->unit))
        continue;
      g_clear_pointer (&filled->target, g_free);
      filled->filled = COG_FILLED_NOT;
    }
  return TRUE;
}

static void
add_edit (Run *run, const CogFilledUnit *filled, guint score, GArray *edits)
{
  gboolean is_engine = filled->filled == COG_FILLED_ENGINE;
  gboolean is_checked = !is_engine && filled->filled != COG_FILLED_ALIKE;
  CogEngineEdit edit = { .edit = { .unit = filled->unit,
                                   .set = COG_UNIT_SET_TARGET | COG_UNIT_SET_STATE |
                                          COG_UNIT_SET_DECISION,
                                   .target = filled->target,
                                   .state = is_checked ? COG_STATE_TRANSLATED : COG_STATE_INITIAL,
                                   .decision = g_strcmp0 (filled->target, filled->source) == 0
                                                   ? COG_DECISION_KEPT
                                                   : COG_DECISION_TRANSLATED },
                         .engine = is_checked  ? NULL
                                   : is_engine ? cog_engine_get_id (run->options->engine)
                                               : MEMORY_ENGINE,
                         .score = is_checked || is_engine ? 0 : score };

  g_array_append_val (edits, edit);
  run->report->n_filled++;
  run->report->n_repeated += filled->filled == COG_FILLED_REPEAT;
  run->report->n_by_engine += is_engine;
  run->report->n_as_is += filled->filled == COG_FILLED_AS_IS;
  run->report->n_to_check += !is_checked;
}

static gboolean
write_all (Run *run, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (CogEngineEdit));

  if (!drop_taken (run, error))
    return FALSE;
  for (guint i = 0; i < run->report->units->len; i++)
    {
      const CogFilledUnit *filled = g_ptr_array_index (run->report->units, i);

      if (filled->filled != COG_FILLED_NOT)
        add_edit (run, filled, g_array_index (run->scores, guint, i), edits);
    }
  run->report->n_left = run->report->units->len - run->report->n_filled;
  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         cog_project_edit_by_engine (run->project, (const CogEngineEdit *)(gpointer)edits->data,
                                     edits->len,
                                     /* Translators: a step of the history: passages were filled
                                      * from the translation memory or by a machine. */
                                     _ ("Pretranslated"), error);
}

/* ── All of it ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
fill_units (Run *run,
            GPtrArray *units,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  for (guint i = 0; i < units->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !fill_unit (run, g_ptr_array_index (units, i), error))
        return FALSE;
      if (i % 16 == 0)
        cog_progress_tell (progress, (double)i / units->len, _ ("Looking in the memory…"));
    }
  return TRUE;
}

static gboolean
run_all (Run *run,
         GPtrArray *units,
         const CogProgress *progress,
         GCancellable *cancellable,
         GError **error)
{
  CogProgress first = cog_progress_part (progress, 0, run->options->engine != NULL ? 0.4 : 0.95);
  CogProgress second = cog_progress_part (progress, 0.4, 0.95);

  if (!fill_units (run, units, &first, cancellable, error) ||
      !ask_engine (run, &second, cancellable, error))
    return FALSE;
  return write_all (run, cancellable, error);
}

gboolean
cog_pretranslate_job_run (CogProject *project,
                          const CogPretranslateOptions *options,
                          CogPretranslation *report,
                          const CogProgress *progress,
                          GCancellable *cancellable,
                          GError **error)
{
  Run run = { .project = project, .options = options, .report = report };
  g_autoptr (GPtrArray) units = NULL;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (project) && options != NULL && report != NULL, FALSE);

  memset (report, 0, sizeof *report);
  report->units = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_filled_unit_free);
  units = cog_open_units_list (project, options->sections, &run.known, error);
  if (units == NULL)
    return FALSE;
  run.from = cog_project_dup_source_language (project);
  run.to = cog_project_dup_language (project);
  run.met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run.scores = g_array_new (FALSE, TRUE, sizeof (guint));
  run.open = g_ptr_array_new ();
  ok = run_all (&run, units, progress, cancellable, error);
  g_free (run.from);
  g_free (run.to);
  g_hash_table_unref (run.met);
  g_hash_table_unref (run.known);
  g_array_unref (run.scores);
  g_ptr_array_unref (run.open);
  return ok;
}
