/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-alignment-entries.h"
#include "cog-memory.h"
#include "cog-report.h"

G_BEGIN_DECLS

/**
 * cog_align_job_run:
 * @source: file or folder of a book
 * @target: of its translation
 * @report: (nullable): what their readers found
 * @counts: (out)
 *
 * Fills a memory from two editions of a book. On a fault, or when it is cancelled, the memory is as
 * it was. Errors: COG_ERROR_INPUT where an edition says no language, or both are in the same one.
 */
gboolean cog_align_job_run (CogMemory *memory,
                            const char *source,
                            const char *target,
                            const CogAlignmentOptions *options,
                            CogReport *report,
                            CogAlignmentCounts *counts,
                            const CogProgress *progress,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
