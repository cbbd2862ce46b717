/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

G_BEGIN_DECLS

/* What is found in files that a memory is filled from. */
extern const CogFindingKind cog_finding_tmx_unit_damaged;
extern const CogFindingKind cog_finding_tmx_more_damaged;
extern const CogFindingKind cog_finding_tmx_truncated;
extern const CogFindingKind cog_finding_tmx_no_pair;
extern const CogFindingKind cog_finding_tmx_bad_encoding;
extern const CogFindingKind cog_finding_tmx_strange_code;

G_END_DECLS
