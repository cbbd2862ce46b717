/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"
#include "cog-unit.h"

G_BEGIN_DECLS

/**
 * CogExchangeUnit:
 *
 * A unit as it leaves for other tools and as it comes back, whatever the format: what the writers
 * write and the readers read. A plain value.
 *
 * The codes of source have the numbers 1…n in their order; a code of target that is the same as
 * one of source has its number, the others have numbers after n. In what was read, a code's markup
 * and element are NULL where the file does not say them: the number tells which one it is.
 */
typedef struct
{
  char *id; /* as the project knows it; in what was read: as the file has it */
  CogUnitKind kind;
  CogText *source;
  CogText *target; /* (nullable): not translated */
  CogState state;
  CogDecision decision;
  char *reason; /* (nullable) */
  char *note;   /* (nullable) */
  char *base;   /* cog_exchange_record_dup() when it left (nullable): not known */
  /* What a format cannot say is not known, and stays as the project has it. */
  gboolean has_state, has_decision, has_note;
  gboolean is_fixed;   /* nothing to translate: a formula by itself, or what is omitted */
  gboolean is_partial; /* read: some of its sentences are translated and some are not */
  gboolean is_broken;  /* read: the codes of its target do not pair, or have no number */
  guint line;          /* read: from 1 */
} CogExchangeUnit;

CogExchangeUnit *cog_exchange_unit_new (const char *id);
void cog_exchange_unit_free (CogExchangeUnit *self);

/* A unit of a project. NULL without an error: it does not leave, as it has no origin (the adapter's
 * own words). (transfer full) (nullable) */
CogExchangeUnit *cog_exchange_unit_new_from_unit (const CogUnit *unit, GError **error);

/* Ids as NMTOKEN (XML Schema), which XLIFF 2 asks for: "i3@alt" is "i3_x40_alt". Different ids stay
 * different. (transfer full) */
char *cog_exchange_dup_token (const char *id);

/* What a code is to a person who translates: "[equation: E = mc²]". Not in the interface's
 * language: the same project gives the same bytes on each computer of a team. (transfer full) */
char *cog_exchange_dup_code_label (const CogCode *code);
/* Whether a translation without it would lose something: a formula, a picture, a note's mark. */
gboolean cog_exchange_code_must_stay (const CogCode *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogExchangeUnit, cog_exchange_unit_free)

G_END_DECLS
