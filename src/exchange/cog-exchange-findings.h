/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

G_BEGIN_DECLS

/* What is found when a text comes back from other tools. Arguments: 1 the line, 2 as told. */
extern const CogFindingKind cog_finding_exchange_unknown_unit;
extern const CogFindingKind cog_finding_exchange_twice;
extern const CogFindingKind cog_finding_exchange_damaged;
extern const CogFindingKind cog_finding_exchange_truncated;
extern const CogFindingKind cog_finding_exchange_more;
extern const CogFindingKind cog_finding_exchange_missing;   /* 1: how many */
extern const CogFindingKind cog_finding_exchange_languages; /* 2: "en → fr" */
extern const CogFindingKind cog_finding_exchange_codes_unpaired;
extern const CogFindingKind cog_finding_exchange_code_unknown;
extern const CogFindingKind cog_finding_exchange_code_lost;     /* 2: which */
extern const CogFindingKind cog_finding_exchange_code_repaired; /* 2: which */
extern const CogFindingKind cog_finding_exchange_span_lost;     /* 2: which */
extern const CogFindingKind cog_finding_exchange_markup;
extern const CogFindingKind cog_finding_exchange_partial;
extern const CogFindingKind cog_finding_exchange_source_differs;
extern const CogFindingKind cog_finding_exchange_both_changed;
extern const CogFindingKind cog_finding_exchange_note_kept;

G_END_DECLS
