/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-export.h"
#include "cog-exchange-plan.h"

G_BEGIN_DECLS

/**
 * A folder that a team shares, as under Git: XLIFF 2.1, a file a section, named by its place, title
 * and id, always in the same bytes. What the units were when this project and the folder were the
 * same stands beside, in ".cognate", which Git is told to leave out: it is each person's own.
 */

/* Writes what differs. Files of sections that are gone are removed where nobody has changed them.
 * COG_ERROR_REFUSED where the folder holds changes that were not taken in yet: they would be lost.
 */
gboolean cog_exchange_folder_export (CogProject *project,
                                     const char *path,
                                     const CogProgress *progress,
                                     GCancellable *cancellable,
                                     CogExchangeCount *count,
                                     GError **error);
/* Reads all files of a folder into a plan. What is between the marks of a merge that Git could not
 * make is told, and nothing is taken of that file. */
gboolean cog_exchange_folder_read (CogExchangePlan *plan,
                                   CogProject *project,
                                   const char *path,
                                   const CogProgress *progress,
                                   GCancellable *cancellable,
                                   GError **error);
/* After a plan of it was applied: notes what is the same on both sides now. keeps_ours: conflicts
 * were settled for ours, and are none any more. */
gboolean cog_exchange_folder_agree (CogExchangePlan *plan,
                                    CogProject *project,
                                    const char *path,
                                    gboolean keeps_ours,
                                    GError **error);

G_END_DECLS
