/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

/* An equation is not longer in another language. */
static guint
count_read (const CogCheckText *text)
{
  guint n = 0;

  for (guint i = 0; i < text->length; i++)
    n += text->chars[i] != COG_CHECK_OBJECT && !cog_check_is_invisible (text->chars[i]) &&
         !cog_check_is_space (text->chars[i]);
  return n;
}

CogCheckPair *
cog_check_pair_new (const CogCheckUnit *unit)
{
  CogCheckPair *self;

  g_return_val_if_fail (unit != NULL && unit->target != NULL, NULL);

  if (unit->source == NULL)
    return NULL;
  self = g_new0 (CogCheckPair, 1);
  self->unit = g_strdup (unit->id);
  self->kind = unit->kind;
  self->source = g_strdup (unit->source->text->plain);
  self->target = g_strdup (unit->target->text->plain);
  self->n_source = count_read (unit->source);
  self->n_target = count_read (unit->target);
  self->has_codes = unit->target->text->codes->len > 0;
  return self;
}

void
cog_check_pair_free (CogCheckPair *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->source);
  g_free (self->target);
  g_free (self);
}

char *
cog_check_dup_character (gunichar c)
{
  return g_ucs4_to_utf8 (&c, 1, NULL, NULL, NULL);
}

CogCheckFinding *
cog_check_add (const CogCheck *check,
               const CogFindingKind *kind,
               const CogCheckUnit *unit,
               guint start,
               guint end,
               const char *argument1,
               const char *argument2,
               GPtrArray *findings)
{
  CogCheckFinding *finding;

  g_return_val_if_fail (check != NULL && kind != NULL && unit != NULL && findings != NULL, NULL);
  g_return_val_if_fail (start <= end && end <= unit->target->length, NULL);

  finding = g_new0 (CogCheckFinding, 1);
  finding->unit = g_strdup (unit->id);
  finding->check = check->id;
  finding->kind = kind;
  finding->start = start;
  finding->end = end;
  finding->text = cog_check_text_dup (unit->target, start, end);
  finding->arguments[0] = g_strdup (argument1);
  finding->arguments[1] = g_strdup (argument2);
  g_ptr_array_add (findings, finding);
  return finding;
}

CogCheckFinding *
cog_check_add_whole (const CogCheck *check,
                     const CogFindingKind *kind,
                     const CogCheckPair *pair,
                     const char *argument1,
                     const char *argument2,
                     GPtrArray *findings)
{
  CogCheckFinding *finding;

  g_return_val_if_fail (check != NULL && kind != NULL && pair != NULL && findings != NULL, NULL);

  finding = g_new0 (CogCheckFinding, 1);
  finding->unit = g_strdup (pair->unit);
  finding->check = check->id;
  finding->kind = kind;
  finding->end = (guint)g_utf8_strlen (pair->target, -1);
  finding->text = g_strdup (pair->target);
  finding->arguments[0] = g_strdup (argument1);
  finding->arguments[1] = g_strdup (argument2);
  g_ptr_array_add (findings, finding);
  return finding;
}

CogCheckFinding *
cog_check_add_fixed (const CogCheck *check,
                     const CogFindingKind *kind,
                     const CogCheckUnit *unit,
                     guint start,
                     guint end,
                     const char *words,
                     GPtrArray *findings)
{
  g_autofree char *old = cog_check_text_dup (unit->target, start, end);
  CogCheckFinding *finding = cog_check_add (check, kind, unit, start, end, old, words, findings);

  cog_check_finding_add_fix (finding, start, end, words);
  finding->is_safe = TRUE;
  return finding;
}

void
cog_check_set_source (CogCheckFinding *finding, const CogCheckUnit *unit, guint start, guint end)
{
  g_return_if_fail (finding != NULL && unit->source != NULL && end <= unit->source->length);

  finding->source_start = start;
  finding->source_end = end;
  if (finding->start < finding->end)
    return;
  g_free (finding->text);
  finding->text = cog_check_text_dup (unit->source, start, end);
}
