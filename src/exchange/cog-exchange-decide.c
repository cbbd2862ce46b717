/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-plan-private.h"

#include "cog-book.h"
#include "cog-exchange-findings.h"
#include "cog-exchange-record.h"
#include "cog-exchange-resolve.h"
#include "cog-project-unit-history.h"

#include <string.h>

#define MOST_STEPS 200
#define MOST_ASKED 5 /* units of a file */

/* A unit that came back, and all that is compared of it. */
typedef struct
{
  CogExchangePlan *plan;
  CogExchangeOwn *own;
  CogExchangeUnit *theirs;
  const char *mine;   /* records */
  const char *base;   /* (nullable) */
  char *record;       /* of theirs */
  gboolean same_text; /* of the targets */
} Case;

static char *
dup_xhtml (const CogText *text)
{
  return text != NULL ? cog_text_to_xhtml (text) : NULL;
}

static CogExchangeItem *
add_item (Case *c, CogExchangeOutcome outcome, const CogFindingKind *why)
{
  CogExchangeItem *item = g_new0 (CogExchangeItem, 1);
  const CogExchangeUnit *mine = c->own->unit;

  item->outcome = outcome;
  item->unit = g_strdup (mine->id);
  item->section = g_strdup (c->own->section);
  item->place = cog_exchange_plan_dup_place (c->plan, c->theirs->line);
  item->why = why;
  item->source = dup_xhtml (mine->source);
  item->mine = dup_xhtml (mine->target);
  item->my_state = mine->state;
  item->my_record = g_strdup (mine->base);
  g_ptr_array_add (c->plan->items, item);
  return item;
}

static void
refuse (Case *c, const CogFindingKind *why, const char *what)
{
  CogExchangeItem *item = add_item (c, COG_EXCHANGE_REFUSED, why);

  item->theirs = c->theirs->target != NULL ? g_strdup (c->theirs->target->plain) : NULL;
  cog_exchange_plan_tell (c->plan, why, c->theirs->line, what);
}

static gboolean
is_plain_kind (CogUnitKind kind)
{
  return kind == COG_UNIT_ALT || kind == COG_UNIT_TITLE;
}

/* Whether the project may hold it. */
static gboolean
may_stand (const CogExchangeUnit *mine, const CogText *target)
{
  g_autofree char *xhtml = cog_text_to_xhtml (target);

  if (is_plain_kind (mine->kind))
    return target->codes->len == 0;
  return cog_inline_check (xhtml, NULL);
}

/* The codes of the target; FALSE: it was refused. */
static gboolean
resolve_target (Case *c)
{
  CogExchangeCodes codes;
  const CogFindingKind *refusal;

  if (c->theirs->target == NULL)
    return TRUE;
  if (c->theirs->is_broken)
    {
      refuse (c, &cog_finding_exchange_codes_unpaired, NULL);
      return FALSE;
    }
  codes = cog_exchange_resolve (c->own->unit, c->theirs->target, TRUE);
  refusal = codes.refusal;
  if (refusal == NULL && !may_stand (c->own->unit, c->theirs->target))
    refusal = &cog_finding_exchange_markup;
  if (refusal != NULL)
    refuse (c, refusal, codes.what);
  else if (codes.remark != NULL)
    cog_exchange_plan_tell (c->plan, codes.remark, c->theirs->line, codes.what);
  g_free (codes.what);
  return refusal == NULL;
}

/* Whether a text says nothing: spaces a tool has left. */
static gboolean
is_empty (const CogText *text)
{
  const char *c = text->plain;

  while (*c != '\0' && g_unichar_isspace (g_utf8_get_char (c)))
    c = g_utf8_next_char (c);
  return *c == '\0' && text->codes->len == 0;
}

static gboolean
is_sources_text (const Case *c)
{
  g_autofree char *source = dup_xhtml (c->own->unit->source);
  g_autofree char *target = dup_xhtml (c->theirs->target);

  return g_strcmp0 (source, target) == 0;
}

static gboolean
is_own_decision (CogDecision decision)
{
  return decision == COG_DECISION_NONE || decision == COG_DECISION_KEPT ||
         decision == COG_DECISION_TRANSLATED;
}

/* What the format, or the tool, does not say: as the project would have it after such an edit. */
static void
fill_unknown (Case *c)
{
  const CogExchangeUnit *mine = c->own->unit;
  CogExchangeUnit *theirs = c->theirs;

  if (!theirs->has_state && c->same_text)
    theirs->state = mine->state == COG_STATE_INITIAL && theirs->target != NULL
                        ? COG_STATE_TRANSLATED
                        : mine->state;
  else if (!theirs->has_state)
    theirs->state = theirs->target != NULL ? COG_STATE_TRANSLATED : COG_STATE_INITIAL;
  if (theirs->decision == COG_DECISION_ADDED)
    theirs->has_decision = FALSE;
  if (!theirs->has_decision)
    theirs->decision = mine->decision;
  if (!theirs->has_decision && !c->same_text && is_own_decision (mine->decision))
    theirs->decision = is_sources_text (c) ? COG_DECISION_KEPT : COG_DECISION_TRANSLATED;
  if (theirs->reason == NULL)
    theirs->reason = g_strdup (mine->reason);
  if (!theirs->has_note)
    theirs->note = g_strdup (mine->note);
}

/* What the project has under a text's words: the same original, or another. */
static gboolean
has_other_source (Case *c)
{
  g_autofree char *record = NULL;
  CogExchangeCodes codes;

  if (c->theirs->source == NULL)
    return FALSE;
  codes = cog_exchange_resolve (c->own->unit, c->theirs->source, FALSE);
  g_free (codes.what);
  if (codes.refusal != NULL)
    return TRUE;
  record = cog_exchange_record_dup (c->theirs);
  return !cog_exchange_record_same_source (record, c->mine);
}

static gboolean
had_target (const CogUnit *unit, const CogExchangeUnit *mine, const char *base)
{
  g_autoptr (CogExchangeUnit) then = cog_exchange_unit_new (mine->id);
  g_autofree char *record = NULL;

  if (unit == NULL || unit->target == NULL)
    return FALSE;
  then->target = cog_text_new_from_xhtml (unit->target, NULL);
  record = cog_exchange_record_dup (then);
  return then->target != NULL && cog_exchange_record_same_target (record, base);
}

/* Whether this project ever had what the file says that the unit was when it left. */
static gboolean
was_here (const Case *c)
{
  g_autoptr (GPtrArray) steps =
      cog_project_list_unit_history (c->plan->project, c->own->unit->id, MOST_STEPS, NULL);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const CogUnitStep *step = g_ptr_array_index (steps, i);

      if (had_target (step->before, c->own->unit, c->base) ||
          had_target (step->after, c->own->unit, c->base))
        return TRUE;
    }
  return FALSE;
}

/* A file may have left from a colleague's project of the same book: what was not touched since is
 * news here. A few units tell it of the whole file. */
static gboolean
left_from_here (const Case *c)
{
  CogExchangePlan *plan = c->plan;

  if (!plan->is_of_here && plan->n_asked < MOST_ASKED)
    {
      plan->n_asked++;
      plan->is_of_here = was_here (c);
    }
  return plan->is_of_here;
}

/* Whether the other side has left it as it was when it left. */
static gboolean
is_untouched (Case *c)
{
  if (c->base == NULL)
    return FALSE;
  /* It is not what is here, and never was: then the other side is another project. */
  if (c->theirs->target != NULL && !cog_exchange_record_same_target (c->base, c->mine) &&
      cog_exchange_record_same_target (c->record, c->base) && !left_from_here (c))
    {
      c->base = NULL;
      return FALSE;
    }
  if (cog_exchange_record_same_work (c->record, c->base))
    return TRUE;
  return !c->theirs->has_state && cog_exchange_record_same_target (c->record, c->base) &&
         !(c->same_text && c->own->unit->state == COG_STATE_INITIAL);
}

static gboolean
is_pristine (const CogExchangeUnit *mine)
{
  return mine->target == NULL && mine->state == COG_STATE_INITIAL &&
         mine->decision == COG_DECISION_NONE;
}

static void
set_work (const Case *c, CogExchangeItem *item)
{
  const CogExchangeUnit *theirs = c->theirs;

  item->theirs = dup_xhtml (theirs->target);
  item->their_state = theirs->state;
  item->decision = theirs->decision;
  item->reason = g_strdup (theirs->reason);
  item->record = g_strdup (c->record);
  if (!c->same_text)
    item->set |= COG_UNIT_SET_TARGET;
  item->set |= COG_UNIT_SET_STATE | COG_UNIT_SET_DECISION;
  if (g_strcmp0 (theirs->reason, c->own->unit->reason) != 0)
    item->set |= COG_UNIT_SET_REASON;
}

/* Whether the note of the other side is to be taken. */
static gboolean
takes_note (Case *c)
{
  const char *mine = c->own->unit->note;
  const char *theirs = c->theirs->note;

  if (!c->theirs->has_note || theirs == NULL ||
      cog_exchange_record_same_note (c->record, c->mine) ||
      (c->base != NULL && cog_exchange_record_same_note (c->record, c->base)))
    return FALSE;
  if (mine == NULL || mine[0] == '\0' || strstr (theirs, mine) != NULL ||
      (c->base != NULL && cog_exchange_record_same_note (c->mine, c->base)))
    return TRUE;
  cog_exchange_plan_tell (c->plan, &cog_finding_exchange_note_kept, c->theirs->line, theirs);
  return FALSE;
}

/* The work of the other side: nothing to take, to be taken, or a conflict (why). */
static gboolean
takes_work (Case *c, const CogFindingKind **why)
{
  const CogExchangeUnit *mine = c->own->unit;

  *why = NULL;
  /* What is empty there takes no translation away here. */
  if (c->theirs->target == NULL && mine->target != NULL)
    return FALSE;
  if (cog_exchange_record_same_work (c->record, c->mine) || is_untouched (c))
    return FALSE;
  if (has_other_source (c))
    *why = &cog_finding_exchange_source_differs;
  else if (c->base != NULL)
    *why = cog_exchange_record_same_work (c->mine, c->base) ? NULL
                                                            : &cog_finding_exchange_both_changed;
  else if (c->same_text)
    /* The same words, further on: nothing is lost. */
    return c->theirs->state > mine->state;
  else if (!is_pristine (mine))
    *why = &cog_finding_exchange_both_changed;
  return TRUE;
}

static void
agree (Case *c)
{
  /* Only what is whole in the file: a format that cannot say the state says what is here. */
  g_hash_table_replace (c->plan->agreed, g_strdup (c->own->unit->id), g_strdup (c->record));
}

static void
decide (Case *c)
{
  const CogFindingKind *why;
  gboolean takes = takes_work (c, &why);
  gboolean note = takes_note (c);
  CogExchangeItem *item;

  if (!takes && !note)
    {
      c->plan->n_left++;
      if (cog_exchange_record_same_work (c->record, c->mine))
        agree (c);
      return;
    }
  item = add_item (c, why != NULL ? COG_EXCHANGE_CONFLICT : COG_EXCHANGE_CHANGED, why);
  if (takes)
    set_work (c, item);
  else
    {
      item->theirs = g_strdup (item->mine);
      item->their_state = item->my_state;
      item->record = g_strdup (c->record);
    }
  if (note)
    {
      item->note = g_strdup (c->theirs->note);
      item->set |= COG_UNIT_SET_NOTE;
    }
  if (why != NULL)
    cog_exchange_plan_tell (c->plan, why, c->theirs->line, NULL);
}

void
cog_exchange_plan_decide (CogExchangePlan *self, CogExchangeOwn *own, CogExchangeUnit *theirs)
{
  Case c = { .plan = self, .own = own, .theirs = theirs };
  g_autofree char *record = NULL;

  c.mine = own->unit->base;
  c.base = theirs->base;
  if (theirs->is_partial)
    {
      self->n_left++;
      cog_exchange_plan_tell (self, &cog_finding_exchange_partial, theirs->line, NULL);
      return;
    }
  if (theirs->target != NULL && is_empty (theirs->target))
    g_clear_pointer (&theirs->target, cog_text_free);
  if (!resolve_target (&c))
    return;
  /* A first record for the words alone: what is not said follows from whether they are the same.
   * The codes of the source are looked after where it matters. */
  {
    g_autoptr (CogExchangeUnit) words = cog_exchange_unit_new (theirs->id);

    words->target = theirs->target != NULL ? cog_text_copy (theirs->target) : NULL;
    record = cog_exchange_record_dup (words);
    c.same_text = cog_exchange_record_same_target (record, c.mine);
  }
  fill_unknown (&c);
  {
    CogText *source = theirs->source;

    theirs->source = own->unit->source;
    c.record = cog_exchange_record_dup (theirs);
    theirs->source = source;
  }
  decide (&c);
  g_free (c.record);
}
