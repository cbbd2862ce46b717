/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-progress.h"
#include "cog-project-recover.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a person does with the projects on a shelf: a folder with files NAME.cognate. Each of these
 * may take long: call it in a thread. */

/* A path in the folder that nothing has yet, for a title in any script or a file's name. (transfer
 * full) */
char *cog_shelf_dup_free_path (const char *folder, const char *title);

/* The projects in a folder. (transfer full) (element-type filename) */
GPtrArray *cog_shelf_list (const char *folder, GCancellable *cancellable);

/* A second project beside it that says in its title that it is a copy, also of one that is open.
 * Returns its path. (transfer full) */
char *cog_shelf_duplicate (const char *path,
                           const CogProgress *progress,
                           GCancellable *cancellable,
                           GError **error);

/* A copy to hand on, at a place that the person chose; a file there gives way. What is damaged is
 * copied as it is. */
gboolean cog_shelf_export (const char *path,
                           const char *to,
                           const CogProgress *progress,
                           GCancellable *cancellable,
                           GError **error);

/* A copy of a project from elsewhere on the shelf: what came on a stick or by mail stays as it was.
 * Returns its path. (transfer full) */
char *cog_shelf_import (const char *path,
                        const char *folder,
                        const CogProgress *progress,
                        GCancellable *cancellable,
                        GError **error);

/* A project of all that can be read of a damaged one, on the shelf; the damaged one stays as it is:
 * cog_project_recover(). report, result: (nullable). Returns its path. (transfer full) */
char *cog_shelf_recover (const char *path,
                         const char *folder,
                         CogReport *report,
                         CogRecovery *result,
                         GCancellable *cancellable,
                         GError **error);

/* COG_ERROR_BUSY while it is open. */
gboolean cog_shelf_rename (const char *path, const char *title, GError **error);

G_END_DECLS
