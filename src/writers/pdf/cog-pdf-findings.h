/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

G_BEGIN_DECLS

extern const CogFindingKind cog_finding_picture_unusable;
extern const CogFindingKind cog_finding_picture_too_large;
extern const CogFindingKind cog_finding_media_not_printed;
extern const CogFindingKind cog_finding_character_without_font;
extern const CogFindingKind cog_finding_set_horizontally;
extern const CogFindingKind cog_finding_booklet;
extern const CogFindingKind cog_finding_picture_coarse;
extern const CogFindingKind cog_finding_formula_element_unknown;
extern const CogFindingKind cog_finding_formula_too_large;
extern const CogFindingKind cog_finding_formula_small;

G_END_DECLS
