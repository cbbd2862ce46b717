/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-structure-private.h"

#include "cog-language.h"
#include "cog-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, COG_ERROR, COG_ERROR_REFUSED, why);
  return FALSE;
}

static gboolean
is_said (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* The script of a language that puts nothing between its sentences. */
static const char *
get_separator (const char *language)
{
  static const char *const scripts[] = { "hans", "hant", "hani", "jpan", NULL };
  g_autofree char *script = language != NULL ? cog_language_dup_script (language) : NULL;

  return script != NULL && g_strv_contains (scripts, script) ? "" : " ";
}

static char *
join (const char *first, const char *second, const char *separator, GError **error)
{
  g_autoptr (CogText) a = NULL;
  g_autoptr (CogText) b = NULL;
  g_autoptr (CogText) joined = NULL;

  if (!is_said (first) || !is_said (second))
    return g_strdup (is_said (first) ? first : second != NULL ? second : first);
  a = cog_text_new_from_xhtml (first, error);
  b = a != NULL ? cog_text_new_from_xhtml (second, error) : NULL;
  joined = b != NULL ? cog_text_join (a, b, separator) : NULL;
  return joined != NULL ? cog_text_to_xhtml (joined) : NULL;
}

/* What stands next to it, over the notes that belong to it. */
static xmlNode *
find_next (const xmlNode *element)
{
  xmlNode *next = cog_xml_next_element (element);

  while (next != NULL && cog_block_is_note (next))
    next = cog_xml_next_element (next);
  return next != NULL && xmlStrEqual (next->name, element->name) ? next : NULL;
}

static CogUnit *
dup_next_unit (CogProject *project, const CogUnit *unit, const xmlNode *element, GError **error)
{
  xmlNode *next = find_next (element);
  g_autofree char *id = next != NULL ? cog_xml_dup_attribute (next, "id") : NULL;
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogUnit) other = id != NULL ? cog_project_dup_unit (project, id, &fault) : NULL;

  if (fault != NULL && !g_error_matches (fault, COG_ERROR, COG_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (other == NULL || other->kind != unit->kind ||
           !cog_structure_is_divisible (unit, element))
    refuse (error, _ ("Nothing of its kind stands next to it."));
  else
    return g_steal_pointer (&other);
  return NULL;
}

static CogDecision
join_decisions (CogDecision a, CogDecision b)
{
  if (a == b)
    return a;
  if (a == COG_DECISION_ADDED || b == COG_DECISION_ADDED)
    return COG_DECISION_ADAPTED;
  if (a == COG_DECISION_NONE || b == COG_DECISION_NONE)
    return COG_DECISION_NONE;
  if ((a == COG_DECISION_KEPT || a == COG_DECISION_TRANSLATED) &&
      (b == COG_DECISION_KEPT || b == COG_DECISION_TRANSLATED))
    return COG_DECISION_TRANSLATED;
  return COG_DECISION_ADAPTED;
}

static gboolean
is_open (const CogUnit *unit)
{
  return unit->target == NULL && is_said (unit->source) && unit->decision != COG_DECISION_KEPT;
}

/* Where one half is not translated, its source stands in for it: nothing is lost unseen. */
static gboolean
join_targets (CogUnit *unit, const CogUnit *other, const char *language, GError **error)
{
  const char *first = unit->target != NULL ? unit->target : unit->source;
  const char *second = other->target != NULL ? other->target : other->source;
  char *joined;

  if (unit->target == NULL && other->target == NULL)
    return TRUE;
  if (is_open (unit) || is_open (other))
    unit->state = COG_STATE_INITIAL;
  else
    unit->state = MIN (unit->target != NULL ? unit->state : other->state,
                       other->target != NULL ? other->state : unit->state);
  joined = join (first, second, get_separator (language), error);
  if (joined == NULL)
    return FALSE;
  g_free (unit->target);
  unit->target = joined;
  return TRUE;
}

static gboolean
join_sources (CogUnit *unit, const CogUnit *other, const char *language, GError **error)
{
  char *joined;

  if (unit->source == NULL && other->source == NULL)
    return TRUE;
  joined = join (unit->source, other->source, get_separator (language), error);
  if (joined == NULL)
    return FALSE;
  g_free (unit->source);
  unit->source = joined;
  return TRUE;
}

static void
join_words (char **text, const char *other)
{
  char *both;

  if (!is_said (other))
    return;
  both = is_said (*text) ? g_strdup_printf ("%s\n%s", *text, other) : g_strdup (other);
  g_free (*text);
  *text = both;
}

static gboolean
join_units (
    CogUnit *unit, const CogUnit *other, const char *language, const char *source, GError **error)
{
  const char *text;
  g_autofree char *plain = NULL;

  if (!join_targets (unit, other, language, error) || !join_sources (unit, other, source, error))
    return FALSE;
  cog_structure_join_origins (unit, other);
  /* What continues the first adds nothing to what was decided. */
  if (!cog_unit_continues (other) || other->decision != COG_DECISION_NONE)
    unit->decision = join_decisions (unit->decision, other->decision);
  join_words (&unit->note, other->note);
  if (!is_said (unit->reason))
    join_words (&unit->reason, other->reason);
  text = unit->source != NULL ? unit->source : unit->target;
  plain = cog_inline_to_plain (text != NULL ? text : "");
  unit->n_words = cog_text_count_words (plain, NULL);
  return TRUE;
}

/* The text of the sources, which the structure holds. */
static gboolean
join_elements (xmlNode *element, xmlNode *next, const char *language, GError **error)
{
  g_autofree char *first = cog_inline_serialise (element);
  g_autofree char *second = cog_inline_serialise (next);
  g_autofree char *joined = join (first, second, get_separator (language), error);

  if (joined == NULL || !cog_inline_set (element, joined, error))
    return FALSE;
  cog_xml_remove (next);
  return TRUE;
}

static char *
dup_language_of (CogProject *project, const CogUnit *unit)
{
  g_auto (GStrv) works = g_strsplit (unit->works != NULL ? unit->works : "", " ", 2);
  g_autoptr (CogQuery) query =
      cog_query_new (project->db, cog_project_fault (project),
                     "SELECT language FROM source WHERE id = ?1", "s", works[0]);

  return query != NULL && cog_query_step (query, cog_project_fault (project))
             ? cog_query_dup_text (query, 0)
             : NULL;
}

static gboolean
merge (CogStructure *structure, const char *id, GError **error)
{
  CogProject *project = structure->project;
  xmlNode *element = cog_structure_find (structure, id, NULL, error);
  g_autoptr (CogUnit) unit = element != NULL ? cog_project_dup_unit (project, id, error) : NULL;
  g_autoptr (CogUnit) other = NULL;
  g_autofree char *language = NULL;
  g_autofree char *source = NULL;

  if (unit == NULL)
    return FALSE;
  other = dup_next_unit (project, unit, element, error);
  if (other == NULL)
    return FALSE;
  if ((unit->decision == COG_DECISION_OMITTED) != (other->decision == COG_DECISION_OMITTED))
    return refuse (error, _ ("One of the two is left out. Take it back in first."));
  language = cog_project_dup_language (project);
  source = dup_language_of (project, unit->works != NULL ? unit : other);
  return cog_project_check_fault (project, error) &&
         join_units (unit, other, language, source, error) &&
         join_elements (element, find_next (element), source, error) &&
         cog_structure_delete_unit (structure, other->id, error) &&
         cog_structure_update_unit (structure, unit, error);
}

gboolean
cog_project_merge_unit (CogProject *self, const char *unit, GError **error)
{
  CogStructure structure;

  g_return_val_if_fail (COG_IS_PROJECT (self) && unit != NULL, FALSE);

  if (!cog_structure_begin (&structure, self, _ ("Joined two passages"), error))
    return FALSE;
  return cog_structure_end (&structure, merge (&structure, unit, error), error);
}

char *
cog_project_dup_mergeable (CogProject *self, const char *id)
{
  g_autoptr (CogUnit) unit = NULL;
  g_autoptr (CogUnit) other = NULL;
  g_autofree char *text = NULL;
  g_autoptr (xmlDoc) document = NULL;
  xmlNode *element = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self) && id != NULL, NULL);

  unit = cog_project_dup_unit (self, id, NULL);
  text = unit != NULL ? cog_project_dup_skeleton (self, unit->section, TRUE, NULL) : NULL;
  document = text != NULL && text[0] != '\0' ? cog_xml_parse_own (text, -1, NULL) : NULL;
  if (document != NULL)
    element = cog_xml_find_by_id (xmlDocGetRootElement (document), id);
  if (element != NULL)
    other = dup_next_unit (self, unit, element, NULL);
  return other != NULL ? g_strdup (other->id) : NULL;
}
