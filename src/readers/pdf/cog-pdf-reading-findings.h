/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

G_BEGIN_DECLS

/* What is told of PDFs alone. */
extern const CogFindingKind cog_finding_pages_scanned;
extern const CogFindingKind cog_finding_pages_unreadable;
extern const CogFindingKind cog_finding_contents_pages;
extern const CogFindingKind cog_finding_formulas_drawn;
extern const CogFindingKind cog_finding_formulas_in_line;

/* Of text recognition. */
extern const CogFindingKind cog_finding_pages_recognized;
extern const CogFindingKind cog_finding_pages_recognized_badly;
extern const CogFindingKind cog_finding_pages_not_recognized;
extern const CogFindingKind cog_finding_recognition_missing;
extern const CogFindingKind cog_finding_recognition_data_missing;

/* Tells a kind whose first argument is pages: each run of them as a finding with its place, or all
 * as one where there are many runs. numbers: (element-type guint): rising. */
void cog_pdf_report_pages (CogReport *report, const CogFindingKind *kind, const GArray *numbers);

/* Tells of pages that may have been read wrongly, by what makes one doubt it. doubts: (element-type
 * CogLayoutDoubt): by page */
void cog_pdf_report_doubts (CogReport *report, const GArray *doubts);

G_END_DECLS
