/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit.h"

static const char *const kind_nicks[] = { "title",   "heading",     "paragraph",    "item",
                                          "term",    "description", "cell",         "header-cell",
                                          "caption", "summary",     "preformatted", "equation",
                                          "alt",     "drawing" };
static const char *const state_nicks[] = { "initial", "translated", "reviewed", "final" };
static const char *const decision_nicks[] = { "none",     "kept",    "translated", "adapted",
                                              "replaced", "omitted", "added" };

static int
find_nick (const char *const *nicks, gsize n_nicks, const char *nick)
{
  for (gsize i = 0; nick != NULL && i < n_nicks; i++)
    if (g_str_equal (nicks[i], nick))
      return (int)i;
  return -1;
}

const char *
cog_unit_kind_to_nick (CogUnitKind kind)
{
  g_return_val_if_fail ((gsize)kind < G_N_ELEMENTS (kind_nicks), NULL);
  return kind_nicks[kind];
}

gboolean
cog_unit_kind_from_nick (const char *nick, CogUnitKind *kind)
{
  int found = find_nick (kind_nicks, G_N_ELEMENTS (kind_nicks), nick);

  if (found >= 0 && kind != NULL)
    *kind = (CogUnitKind)found;
  return found >= 0;
}

const char *
cog_state_to_nick (CogState state)
{
  g_return_val_if_fail ((gsize)state < G_N_ELEMENTS (state_nicks), NULL);
  return state_nicks[state];
}

gboolean
cog_state_from_nick (const char *nick, CogState *state)
{
  int found = find_nick (state_nicks, G_N_ELEMENTS (state_nicks), nick);

  if (found >= 0 && state != NULL)
    *state = (CogState)found;
  return found >= 0;
}

const char *
cog_decision_to_nick (CogDecision decision)
{
  g_return_val_if_fail ((gsize)decision < G_N_ELEMENTS (decision_nicks), NULL);
  return decision_nicks[decision];
}

gboolean
cog_decision_from_nick (const char *nick, CogDecision *decision)
{
  int found = find_nick (decision_nicks, G_N_ELEMENTS (decision_nicks), nick);

  if (found >= 0 && decision != NULL)
    *decision = (CogDecision)found;
  return found >= 0;
}

CogUnit *
cog_unit_new (const char *id, const char *section, CogUnitKind kind)
{
  CogUnit *unit = g_new0 (CogUnit, 1);

  unit->id = g_strdup (id);
  unit->section = g_strdup (section);
  unit->kind = kind;
  return unit;
}

CogUnit *
cog_unit_copy (const CogUnit *unit)
{
  CogUnit *copy;

  g_return_val_if_fail (unit != NULL, NULL);

  copy = g_new0 (CogUnit, 1);
  *copy = *unit;
  copy->id = g_strdup (unit->id);
  copy->section = g_strdup (unit->section);
  copy->element = g_strdup (unit->element);
  copy->source = g_strdup (unit->source);
  copy->target = g_strdup (unit->target);
  copy->reason = g_strdup (unit->reason);
  copy->note = g_strdup (unit->note);
  copy->origins = g_strdup (unit->origins);
  copy->works = g_strdup (unit->works);
  copy->engine = g_strdup (unit->engine);
  copy->former_source = g_strdup (unit->former_source);
  return copy;
}

void
cog_unit_free (CogUnit *unit)
{
  if (unit == NULL)
    return;
  g_free (unit->id);
  g_free (unit->section);
  g_free (unit->element);
  g_free (unit->source);
  g_free (unit->target);
  g_free (unit->reason);
  g_free (unit->note);
  g_free (unit->origins);
  g_free (unit->works);
  g_free (unit->engine);
  g_free (unit->former_source);
  g_free (unit);
}

gboolean
cog_unit_continues (const CogUnit *unit)
{
  g_return_val_if_fail (unit != NULL, FALSE);
  return unit->kind != COG_UNIT_ALT && unit->source != NULL && unit->source[0] == '\0';
}
