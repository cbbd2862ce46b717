/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"
#include "cog-reader.h"

G_BEGIN_DECLS

/* A project from one or more files: all are read before anything is written; on a fault nothing is
 * left. title NULL: the first source's. The original files are kept in the project, a folder is
 * not. reading (nullable): as usual. */
CogProject *cog_import_new_project (const char *path,
                                    const char *const *files,
                                    const CogReadingOptions *reading,
                                    const char *language,
                                    const char *title,
                                    CogReport *report,
                                    const CogProgress *progress,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
