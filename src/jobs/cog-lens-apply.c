/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-apply.h"
#include "cog-placed-finding-private.h"

#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A unit with what is done in it. */
typedef struct
{
  CogUnit *unit;
  GPtrArray *actions; /* (element-type CogLensAction), borrowed */
  GPtrArray *done;    /* those that hold */
  char *after;        /* (nullable): the text stays */
  char *reason;       /* (nullable) */
  char *note;         /* (nullable) */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  cog_unit_free (work->unit);
  g_ptr_array_unref (work->actions);
  g_ptr_array_unref (work->done);
  g_free (work->after);
  g_free (work->reason);
  g_free (work->note);
  g_free (work);
}

/* Whether the words go into the source, which becomes the adaptation's first text. */
static gboolean
begins_with_source (CogProject *project, const CogUnit *unit)
{
  g_autofree char *source = cog_project_dup_source_language (project);
  g_autofree char *target = cog_project_dup_language (project);

  return unit->target == NULL && source != NULL && cog_language_equal (source, target);
}

static void
get_place (const CogLensAction *action, gboolean in_source, guint *start, guint *end)
{
  const CogPlacedFinding *placed = action->placed;

  *start = in_source ? placed->finding->start : placed->start;
  *end = in_source ? placed->finding->end : placed->end;
}

/* The later places first: what is put there moves none of the earlier ones. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer in_source)
{
  guint first, second, end;

  get_place (*(const CogLensAction *const *)a, GPOINTER_TO_INT (in_source), &first, &end);
  get_place (*(const CogLensAction *const *)b, GPOINTER_TO_INT (in_source), &second, &end);
  return first > second ? -1 : first < second;
}

static CogCode *
find_piece (const CogText *text, guint start)
{
  for (guint i = 0; i < text->codes->len; i++)
    {
      CogCode *code = g_ptr_array_index (text->codes, i);

      if (code->type == COG_CODE_PIECE && code->start == start)
        return code;
    }
  return NULL;
}

/* The one equation in those characters. (nullable) */
static CogCode *
find_equation (const CogText *text, guint start, guint end)
{
  CogCode *found = NULL;

  for (guint at = start; at < end; at++)
    {
      CogCode *code = find_piece (text, at);

      if (code != NULL && found != NULL)
        return NULL;
      if (code != NULL)
        found = code;
    }
  return found;
}

/* Of what stands partly in an equation, the equation becomes another, and so does the text before
 * and behind it. */
static gboolean
put_around (CogText *text, const char *math, guint start, guint end)
{
  g_autoptr (CogText) own = cog_text_new_from_xhtml (math, NULL);
  const CogCode *equation;
  CogCode *piece = find_equation (text, start, end);
  g_autofree char *before = NULL;
  g_autofree char *behind = NULL;
  guint length;

  if (own == NULL || piece == NULL)
    return FALSE;
  length = (guint)g_utf8_strlen (own->plain, -1);
  equation = find_equation (own, 0, length);
  if (equation == NULL)
    return FALSE;
  before = g_utf8_substring (own->plain, 0, equation->start);
  behind = g_utf8_substring (own->plain, equation->start + 1, length);
  g_free (piece->markup);
  piece->markup = g_strdup (equation->markup);
  /* The later place first: it moves none of the earlier ones. */
  return (piece->start + 1 == end || cog_text_replace (text, piece->start + 1, end, behind)) &&
         (piece->start == start || cog_text_replace (text, start, piece->start, before));
}

/* An abbreviation at the end of a sentence has one full stop for both: what stands behind the place
 * is there already. Marks of direction do not count. */
static char *
dup_without_stop (const CogText *text, guint end, const char *words)
{
  const char *stop = words + strlen (words);
  g_autofree char *before = NULL;

  if ((glong)end >= g_utf8_strlen (text->plain, -1) ||
      *g_utf8_offset_to_pointer (text->plain, (glong)end) != '.')
    return g_strdup (words);
  do
    stop = g_utf8_find_prev_char (words, stop);
  while (stop != NULL && g_unichar_type (g_utf8_get_char (stop)) == G_UNICODE_FORMAT);
  if (stop == NULL || *stop != '.')
    return g_strdup (words);
  before = g_strndup (words, (gsize)(stop - words));
  return g_strconcat (before, stop + 1, NULL);
}

static gboolean
put_words (CogText *text, const CogLensAction *action, guint start, guint end)
{
  CogCode *piece = end == start + 1 ? find_piece (text, start) : NULL;
  g_autofree char *words = NULL;

  if (piece == NULL && action->math != NULL)
    return put_around (text, action->math, start, end);
  if (piece == NULL)
    {
      words = dup_without_stop (text, end, action->words);
      return cog_text_replace (text, start, end, words);
    }
  if (action->math == NULL)
    return FALSE;
  g_free (piece->markup);
  piece->markup = g_strdup (action->math);
  return TRUE;
}

/* Words that stand where they stood when the finding was shown. */
static gboolean
is_in_place (const CogText *text, const CogLensAction *action, gboolean in_source)
{
  g_autofree char *there = NULL;
  guint start, end;

  get_place (action, in_source, &start, &end);
  if (end == 0)
    return FALSE;
  there = cog_lens_dup_stretch (text, start, end);
  return in_source || g_strcmp0 (there, action->placed->there) == 0;
}

static gboolean
is_changing (const CogLensAction *action)
{
  return cog_choice_changes_text (action->choice) && action->words != NULL;
}

/* Whether the text has what is to stand there: whoever translated it wrote so already. What is
 * explained once in a passage need not be again, wherever in it that is. */
static gboolean
is_said (CogProject *project, const Work *work, const CogText *text, const CogLensAction *action)
{
  g_autofree char *language = NULL;
  g_autofree char *there = NULL;
  g_autoptr (CogLensText) target = NULL;
  guint start, end;

  if (action->words == NULL || action->words[0] == '\0' || work->unit->target == NULL)
    return FALSE;
  get_place (action, FALSE, &start, &end);
  there = cog_lens_dup_stretch (text, start, end);
  if (g_strcmp0 (there, action->words) == 0)
    return TRUE;
  if (action->choice != COG_CHOICE_EXPLAIN)
    return FALSE;
  language = cog_project_dup_language (project);
  target = cog_lens_text_new (work->unit, FALSE, language);
  return target != NULL && cog_lens_text_says (target, action->words);
}

/* "Measures: 75 mph → 120 km/h", as a reason of the unit. */
static void
add_reason (Work *work, const CogLensAction *action)
{
  const CogLensFinding *finding = action->placed->finding;
  const CogLens *lens = cog_lens_find (finding->lens);
  g_autofree char *line = NULL;
  g_autofree char *old = NULL;

  if (action->reason != NULL && action->reason[0] != '\0')
    line = g_strdup (action->reason);
  else
    line = g_strdup_printf ("%s: %s → %s", lens != NULL ? _ (lens->name) : finding->lens,
                            finding->text, action->words[0] != '\0' ? action->words : "–");
  old = work->reason != NULL ? g_steal_pointer (&work->reason) : g_strdup (work->unit->reason);
  if (old != NULL && strstr (old, line) != NULL)
    work->reason = g_steal_pointer (&old);
  else
    work->reason = old != NULL && old[0] != '\0' ? g_strconcat (old, "; ", line, NULL)
                                                 : g_steal_pointer (&line);
}

static void
add_note (Work *work, const CogLensAction *action)
{
  const char *words = action->reason != NULL ? action->reason : action->placed->finding->why;
  g_autofree char *line = g_strdup_printf ("%s: %s", action->placed->finding->text, words);
  g_autofree char *old =
      work->note != NULL ? g_steal_pointer (&work->note) : g_strdup (work->unit->note);

  work->note =
      old != NULL && old[0] != '\0' ? g_strconcat (old, "\n", line, NULL) : g_steal_pointer (&line);
}

static void
do_actions (CogProject *project, Work *work)
{
  gboolean in_source = begins_with_source (project, work->unit);
  const char *xhtml = in_source ? work->unit->source : work->unit->target;
  g_autoptr (CogText) text = xhtml != NULL ? cog_text_new_from_xhtml (xhtml, NULL) : NULL;
  gboolean is_changed = FALSE;

  g_ptr_array_sort_with_data (work->actions, compare_places, GINT_TO_POINTER (in_source));
  for (guint i = 0; i < work->actions->len; i++)
    {
      const CogLensAction *action = g_ptr_array_index (work->actions, i);
      guint start, end;

      get_place (action, in_source, &start, &end);
      if (action->choice == COG_CHOICE_NOTE)
        add_note (work, action);
      if (text != NULL && is_changing (action) && end > 0 && !is_said (project, work, text, action))
        {
          if (!is_in_place (text, action, in_source) || !put_words (text, action, start, end))
            continue;
          is_changed = TRUE;
          add_reason (work, action);
        }
      g_ptr_array_add (work->done, (gpointer)action);
    }
  if (is_changed)
    work->after = cog_text_to_xhtml (text);
}

/* (element-type Work), in the order of the actions */
static GPtrArray *
collect (CogProject *project, const CogLensAction *actions, gsize n_actions, GError **error)
{
  g_autoptr (GPtrArray) works = g_ptr_array_new_with_free_func (work_free);
  g_autoptr (GHashTable) by_unit = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < n_actions; i++)
    {
      const char *id = actions[i].placed->finding->unit;
      Work *work = g_hash_table_lookup (by_unit, id);

      if (work == NULL)
        {
          CogUnit *unit = cog_project_dup_unit (project, id, error);

          if (unit == NULL)
            return NULL;
          work = g_new0 (Work, 1);
          work->unit = unit;
          work->actions = g_ptr_array_new ();
          work->done = g_ptr_array_new ();
          g_ptr_array_add (works, work);
          g_hash_table_insert (by_unit, unit->id, work);
        }
      g_ptr_array_add (work->actions, (gpointer)&actions[i]);
    }
  for (guint i = 0; i < works->len; i++)
    do_actions (project, g_ptr_array_index (works, i));
  return g_steal_pointer (&works);
}

/* ── The step ────────────────────────────────────────────────────────────────────────────────── */

static void
add_edit (GArray *edits, const Work *work)
{
  CogUnitEdit edit = { .unit = work->unit->id };

  if (work->after != NULL)
    {
      edit.set |= COG_UNIT_SET_TARGET | COG_UNIT_SET_DECISION | COG_UNIT_SET_REASON;
      edit.target = work->after;
      edit.decision =
          work->unit->decision == COG_DECISION_ADDED ? COG_DECISION_ADDED : COG_DECISION_ADAPTED;
      edit.reason = work->reason;
    }
  if (work->note != NULL)
    {
      edit.set |= COG_UNIT_SET_NOTE;
      edit.note = work->note;
    }
  if (edit.set != 0)
    g_array_append_val (edits, edit);
}

static void
add_answer (GArray *answers, const CogLensAction *action)
{
  const CogLensFinding *finding = action->placed->finding;
  CogLensAnswer answer = {
    .unit = finding->unit,
    .lens = (char *)finding->lens,
    .text = finding->text,
    .nth = finding->nth,
    .choice = action->choice,
    .words = (char *)(cog_choice_changes_text (action->choice) ? action->words : NULL),
    .reason = (char *)action->reason,
  };

  g_array_append_val (answers, answer);
}

/* Of which kind what a lens finds is agreed on for the book; NULL: it is decided place by place. */
static const char *
get_agreement_kind (const CogLensAction *action)
{
  const CogLensFinding *finding = action->placed->finding;

  if (action->choice != COG_CHOICE_SWAP || action->words == NULL || action->words[0] == '\0')
    return NULL;
  if (strcmp (finding->lens, "people") == 0)
    return "name";
  if (strcmp (finding->lens, "places") == 0)
    return "place";
  return NULL;
}

static gboolean
is_agreed (GPtrArray *agreements, const GArray *added, const char *kind, const char *original)
{
  for (guint i = 0; i < agreements->len; i++)
    {
      const CogAgreement *agreement = g_ptr_array_index (agreements, i);

      if (strcmp (agreement->kind, kind) == 0 && strcmp (agreement->original, original) == 0)
        return TRUE;
    }
  for (guint i = 0; i < added->len; i++)
    if (strcmp (g_array_index (added, CogAgreement, i).original, original) == 0)
      return TRUE;
  return FALSE;
}

static void
add_agreement (GArray *added, GPtrArray *agreements, const CogLensAction *action)
{
  const char *kind = get_agreement_kind (action);
  CogAgreement agreement = {
    .kind = (char *)kind,
    .original = action->placed->finding->text,
    .words = (char *)action->words,
  };

  if (kind != NULL && !is_agreed (agreements, added, kind, agreement.original))
    g_array_append_val (added, agreement);
}

gboolean
cog_lens_apply (CogProject *project,
                const CogLensAction *actions,
                gsize n_actions,
                guint *n_done,
                GError **error)
{
  g_autoptr (GPtrArray) works = NULL;
  g_autoptr (GPtrArray) agreements = NULL;
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (CogUnitEdit));
  g_autoptr (GArray) answers = g_array_new (FALSE, TRUE, sizeof (CogLensAnswer));
  g_autoptr (GArray) added = g_array_new (FALSE, TRUE, sizeof (CogAgreement));
  g_autofree char *label = NULL;
  CogAnswerEdit edit;

  g_return_val_if_fail (COG_IS_PROJECT (project) && (actions != NULL || n_actions == 0), FALSE);

  works = collect (project, actions, n_actions, error);
  agreements = works != NULL ? cog_project_list_agreements (project, error) : NULL;
  if (agreements == NULL)
    return FALSE;
  for (guint i = 0; i < works->len; i++)
    {
      const Work *work = g_ptr_array_index (works, i);

      add_edit (edits, work);
      for (guint k = 0; k < work->done->len; k++)
        {
          add_answer (answers, g_ptr_array_index (work->done, k));
          add_agreement (added, agreements, g_ptr_array_index (work->done, k));
        }
    }
  edit = (CogAnswerEdit){
    .edits = (const CogUnitEdit *)(gpointer)edits->data,
    .n_edits = edits->len,
    .answers = (const CogLensAnswer *)(gpointer)answers->data,
    .n_answers = answers->len,
    .agreements = (const CogAgreement *)(gpointer)added->data,
    .n_agreements = added->len,
  };
  /* Translators: a step of the history. */
  label = g_strdup_printf (ngettext ("Adapted %u place", "Adapted %u places", answers->len),
                           answers->len);
  if (!cog_project_edit_answers (project, &edit, label, error))
    return FALSE;
  if (n_done != NULL)
    *n_done = answers->len;
  return TRUE;
}
