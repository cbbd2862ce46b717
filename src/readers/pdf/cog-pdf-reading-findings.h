/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

G_BEGIN_DECLS

/* What is told of PDFs alone. */
extern const CogFindingKind cog_finding_pages_scanned;
extern const CogFindingKind cog_finding_pages_unreadable;
extern const CogFindingKind cog_finding_contents_pages;

G_END_DECLS
