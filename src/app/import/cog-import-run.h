/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-run.h"

G_BEGIN_DECLS

/* What reading a file found. */
typedef struct
{
  CogBook *book;
  CogReport *report;
} CogImportFound;

void cog_import_found_free (CogImportFound *found);

/* Reads a file in a thread. _finish: (transfer full). */
void
cog_import_run_read (const char *file, CogRun *run, gpointer source, GAsyncReadyCallback callback);
CogImportFound *cog_import_run_read_finish (GAsyncResult *result, GError **error);

/* Makes the project in a thread, in folder under the title's name. _finish: its path (transfer
 * full). */
void cog_import_run_make (const char *file,
                          const char *folder,
                          const char *title,
                          const char *language,
                          CogRun *run,
                          gpointer source,
                          GAsyncReadyCallback callback);
char *cog_import_run_make_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogImportFound, cog_import_found_free)

G_END_DECLS
