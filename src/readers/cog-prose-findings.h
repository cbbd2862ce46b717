/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

G_BEGIN_DECLS

/* What is told of documents of word processors alone. */
extern const CogFindingKind cog_finding_changes_accepted;
extern const CogFindingKind cog_finding_changes_rejected;
extern const CogFindingKind cog_finding_comment_dropped;
extern const CogFindingKind cog_finding_index_dropped;
extern const CogFindingKind cog_finding_capitals_as_typed;
extern const CogFindingKind cog_finding_repeated_cells;
extern const CogFindingKind cog_finding_formula_picture;
extern const CogFindingKind cog_finding_converted_by;
extern const CogFindingKind cog_finding_contents_field;
extern const CogFindingKind cog_finding_picture_cropped;
extern const CogFindingKind cog_finding_symbol_unknown;
extern const CogFindingKind cog_finding_formula_part;
extern const CogFindingKind cog_finding_running_heads;

G_END_DECLS
