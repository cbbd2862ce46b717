/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-command.h"

#include "cog-project-report.h"

G_BEGIN_DECLS

/* What became of what a file holds: "kept" with counts, "simplified", "dropped", "unsure". */

/* Members of the object that is being built. */
void cog_json_counts (JsonBuilder *builder, const CogBookCounts *counts);
/* A member "report" with them all: kept{sections, …, findings[]}, simplified[], dropped[],
 * unsure[]. */
void cog_json_report (JsonBuilder *builder, const CogBookCounts *counts, CogReport *report);
/* The same of a report that a project keeps. */
void cog_json_import_report (JsonBuilder *builder, const CogImportReport *report);

void cog_print_counts (const CogBookCounts *counts);
/* Under a heading each, with the place of each before it. */
void cog_print_effects (CogReport *report);
void cog_print_import_report (const CogImportReport *report);

G_END_DECLS
