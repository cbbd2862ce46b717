/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-container.h"
#include "cog-reading-options.h"
#include "cog-report.h"

G_BEGIN_DECLS

/**
 * CogSource:
 *
 * What a reader is given: a file or a folder, read once, under limits (512 MiB a file).
 */
typedef struct _CogSource CogSource;

/* Errors: G_IO_ERROR where it cannot be read, COG_ERROR_TOO_LARGE. */
CogSource *cog_source_new_for_path (const char *path, GCancellable *cancellable, GError **error);
CogSource *cog_source_new_for_bytes (GBytes *bytes, const char *name);
/* A file that is open; path: (nullable): where it stands, for what it names beside it. The number
 * stays the caller's. */
CogSource *cog_source_new_for_fd (int fd, const char *path, const char *name, GError **error);
void cog_source_free (CogSource *source);

/* How it is to be read; copied. Before cog_reader_read(). */
void cog_source_set_options (CogSource *source, const CogReadingOptions *options);
const CogReadingOptions *cog_source_get_options (CogSource *source); /* never NULL */

const char *cog_source_get_name (CogSource *source);      /* last part of the path, for messages */
const char *cog_source_get_path (CogSource *source);      /* (nullable) */
const char *cog_source_get_extension (CogSource *source); /* lower case, no dot; "" */
gboolean cog_source_is_folder (CogSource *source);
/* The open file that the bytes are of, for another process; -1: a folder, or bytes of no file. */
int cog_source_get_fd (CogSource *source);
/* The file's bytes; NULL for a folder. (transfer none) */
GBytes *cog_source_get_bytes (CogSource *source);
/* What was read of a file's bytes leaves the memory; it comes back where it is read again. For who
 * goes through a large file once. */
void cog_source_let_go (CogSource *source);
gboolean cog_source_is_zip (CogSource *source); /* by its first bytes, or by an end record */
gboolean cog_source_is_tar (CogSource *source); /* the same, packed with gzip or not */
/* The files in a zip, tar or folder; for a single file that is neither, the folder that it stands
 * in (pictures beside a page), with only the files that the page names being read. The container is
 * made once. (transfer none) */
CogContainer *cog_source_get_container (CogSource *source,
                                        CogReport *report,
                                        GCancellable *cancellable,
                                        GError **error);
/* Names in a zip without unpacking anything, or the first ones in a tar, for bids; NULL if it is
 * neither. (transfer none) */
const char *const *cog_source_peek_names (CogSource *source);
/* The same, or those of a folder; NULL for a file that stands alone. (transfer none) (nullable) */
const char *const *cog_source_list_names (CogSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogSource, cog_source_free)

G_END_DECLS
