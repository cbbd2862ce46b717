/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-progress.h"
#include "cog-project.h"

G_BEGIN_DECLS

/* A project as a file among files. */

/* Writes what the project holds now as one whole file, also while somebody else writes to it.
 * replaces: a file there gives way in one step, unless it is a project that is open
 * (COG_ERROR_BUSY); else it stays (G_IO_ERROR_EXISTS). On a fault nothing is left. */
gboolean cog_project_write_copy (CogProject *self,
                                 const char *path,
                                 gboolean replaces,
                                 const CogProgress *progress,
                                 GCancellable *cancellable,
                                 GError **error);

/* Gives a project's file, whole or damaged, another name in the same file system, with what a crash
 * may have left beside it. COG_ERROR_BUSY while somebody has it open; G_IO_ERROR_EXISTS where
 * something stands there. */
gboolean cog_project_move_file (const char *from, const char *to, GError **error);

/* Removes a project's file that nobody has open, with what lies beside it. One that is open stays.
 */
void cog_project_remove_file (const char *path);

/* Whether nobody has it open: COG_ERROR_BUSY with who has. The file may be damaged. */
gboolean cog_project_check_free (const char *path, GError **error);

/* The name of the picture that the first source with one has on its cover. (transfer full)
 * (nullable) */
char *cog_project_dup_cover (CogProject *self);

G_END_DECLS
