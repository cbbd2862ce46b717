/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-progress.h"
#include "cog-project.h"

G_BEGIN_DECLS

/* What came out of a damaged project. */
typedef struct
{
  guint n_units;
  guint n_translated; /* of them, that have a text of the adapter's */
  guint n_blank;      /* whose translation is lost */
} CogRecovery;

/**
 * cog_project_recover:
 * @path: a project that is damaged: cut, or with wrong bytes in it; it stays as it is
 * @to: where the new project goes; it must not exist (G_IO_ERROR_EXISTS)
 * @report: (nullable): what could not be recovered, in sentences
 * @result: (out caller-allocates) (nullable)
 *
 * Makes a new project of all that can be read of a damaged one, with what the log beside it holds.
 * A section whose layout is lost has its passages one below the other; a passage that was lost
 * stands there untranslated; a lost picture leaves a blank one. The history begins anew. The new
 * project is whole and in normal form. COG_ERROR_INPUT where nothing of a project is found,
 * COG_ERROR_BUSY where somebody has it open. Takes seconds for a long book.
 */
gboolean cog_project_recover (const char *path,
                              const char *to,
                              CogReport *report,
                              CogRecovery *result,
                              const CogProgress *progress,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
