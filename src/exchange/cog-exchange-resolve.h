/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-unit.h"
#include "cog-report.h"

G_BEGIN_DECLS

/* What became of the codes of a text that came back. */
typedef struct
{
  const CogFindingKind *refusal; /* NULL: it can be taken */
  const CogFindingKind *remark;  /* (nullable): taken, but… */
  char *what;                    /* which code (nullable) */
} CogExchangeCodes;

/* Gives the codes of theirs, which have numbers, what the project's unit has under these. theirs:
 * source or target of what was read; is changed. is_target: what the translation must have is
 * looked after. what: to be freed. */
CogExchangeCodes
cog_exchange_resolve (const CogExchangeUnit *mine, CogText *theirs, gboolean is_target);

G_END_DECLS
