/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  COG_UNIT_TITLE, /* of a section that has no heading of its own, id: section id + "@title" */
  COG_UNIT_HEADING,
  COG_UNIT_PARAGRAPH,
  COG_UNIT_ITEM,
  COG_UNIT_TERM,
  COG_UNIT_DESCRIPTION,
  COG_UNIT_CELL,
  COG_UNIT_HEADER_CELL,
  COG_UNIT_CAPTION, /* of a figure or table */
  COG_UNIT_SUMMARY,
  COG_UNIT_PREFORMATTED,
  COG_UNIT_EQUATION, /* display math: kept unless replaced */
  COG_UNIT_ALT,      /* alternative text, id: img id + "@alt" */
  COG_UNIT_DRAWING,  /* svg with text in it */
} CogUnitKind;
const char *cog_unit_kind_to_nick (CogUnitKind kind); /* "heading", "header-cell", … */
gboolean cog_unit_kind_from_nick (const char *nick, CogUnitKind *kind);

/* XLIFF 2 */
typedef enum
{
  COG_STATE_INITIAL,
  COG_STATE_TRANSLATED,
  COG_STATE_REVIEWED,
  COG_STATE_FINAL,
} CogState;
const char *cog_state_to_nick (CogState state);
gboolean cog_state_from_nick (const char *nick, CogState *state);

/* What the adapter did with the unit; NONE: nothing was decided yet. */
typedef enum
{
  COG_DECISION_NONE,
  COG_DECISION_KEPT,
  COG_DECISION_TRANSLATED,
  COG_DECISION_ADAPTED,
  COG_DECISION_REPLACED,
  COG_DECISION_OMITTED,
  COG_DECISION_ADDED,
} CogDecision;
const char *cog_decision_to_nick (CogDecision decision);
gboolean cog_decision_from_nick (const char *nick, CogDecision *decision);

/**
 * CogUnit:
 *
 * A unit with its origin and what was done with it: a row of the workbench. A plain value.
 * source and target are inline XHTML (the children of the unit's element, serialised, without
 * namespace declarations of XHTML; MathML and epub declared where used); plain escaped text for
 * TITLE and ALT; a whole math element for EQUATION.
 */
typedef struct
{
  char *id;
  char *section; /* id */
  CogUnitKind kind;
  char *element; /* "h2", "td", "p": the element in the target's skeleton */
  char *source;  /* NULL: added, it has no origin */
  char *target;  /* NULL: not translated yet */
  CogState state;
  CogDecision decision;
  char *reason;  /* (nullable) */
  char *note;    /* (nullable) */
  guint n_words; /* of the source (of the target, when added) */
  /* Where it came from, whatever was done with it since: ids of units of the source, separated by
   * spaces. NULL: its own id's. One that was divided or joined has others beside it. */
  char *origins;
  char *works; /* ids of the sources themselves, "s1"; two where units of two were joined; NULL: it
                  is the adapter's own */
  /* Who wrote the target, while it is as it was written and nobody confirmed it: "apertium",
   * "memory" (cog-project-engines.h). NULL: a person. */
  char *engine;
  /* What the source said when the target was made, where a new edition says something else and
   * nobody has looked at it since (cog-project-update.h). NULL: the same. */
  char *former_source;
} CogUnit;

CogUnit *cog_unit_new (const char *id, const char *section, CogUnitKind kind);
CogUnit *cog_unit_copy (const CogUnit *unit);
void cog_unit_free (CogUnit *unit);
/* Whether it is the later half of a unit whose source stands whole beside the first half. */
gboolean cog_unit_continues (const CogUnit *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogUnit, cog_unit_free)

G_END_DECLS
