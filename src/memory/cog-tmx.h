/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-memory.h"
#include "cog-progress.h"
#include "cog-report.h"

G_BEGIN_DECLS

/* Translation Memory eXchange 1.4b (LISA OSCAR, 2005). */

/* Adds all pairs of a file: from its source language to each other. What is damaged is left out and
 * told by line. On an error, or when it is cancelled, the memory stays as it was. n: (out) pairs
 * taken. origin: (nullable) what the entries say they are from; the file's name otherwise. */
gboolean cog_tmx_import (CogMemory *memory,
                         const char *path,
                         const char *origin,
                         CogReport *report,
                         const CogProgress *progress,
                         GCancellable *cancellable,
                         gint64 *n,
                         GError **error);

/* Writes the whole memory. What stood there stays until all is written. */
gboolean cog_tmx_export (CogMemory *memory, const char *path, gint64 *n, GError **error);

G_END_DECLS
