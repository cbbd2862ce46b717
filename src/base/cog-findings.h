/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

G_BEGIN_DECLS

/* What base itself finds in files. */
extern const CogFindingKind cog_finding_entry_ignored;
extern const CogFindingKind cog_finding_entry_duplicate;
extern const CogFindingKind cog_finding_entry_link;
extern const CogFindingKind cog_finding_unknown_entity;
extern const CogFindingKind cog_finding_bad_encoding;

G_END_DECLS
