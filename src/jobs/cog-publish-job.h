/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-edition-job.h"
#include "cog-reading-options.h"
#include "cog-writer.h"

G_BEGIN_DECLS

typedef struct
{
  CogEditionOptions edition; /* a draft goes out in spite of errors */
  CogWriterOptions writer;
} CogPublishOptions;

/* Checks, completes the edition, and writes it to target. COG_ERROR_REFUSED where the check finds
 * errors and no draft is wanted; report has them. */
gboolean cog_publish_project (CogProject *project,
                              const char *target,
                              const CogPublishOptions *options,
                              CogReport *report,
                              const CogProgress *progress,
                              GCancellable *cancellable,
                              GError **error);

/* What became of one of several files. */
typedef struct
{
  char *target;
  guint64 size;  /* bytes; of a folder, of all in it */
  GError *error; /* NULL: it was written */
} CogPublished;
void cog_published_free (CogPublished *published);

/* One edition in several formats, put together once: a fault in one of the files leaves the others.
 * NULL where nothing could be begun (as cog_publish_project()); cancelled, those that are whole
 * stay, and the others say so. (transfer full) (element-type CogPublished) */
GPtrArray *cog_publish_project_as (CogProject *project,
                                   const char *const *targets,
                                   const CogPublishOptions *options,
                                   CogReport *report,
                                   const CogProgress *progress,
                                   GCancellable *cancellable,
                                   GError **error);

/* Why a file could not be written, in plain words and with a way out. (transfer full) */
char *cog_publish_dup_fault (const GError *error, const char *target);

/* A change of format: reads in, writes out, nothing adapted. reading (nullable): as usual. */
gboolean cog_publish_converted (const char *in,
                                const CogReadingOptions *reading,
                                const char *out,
                                const CogWriterOptions *options,
                                CogReport *report,
                                const CogProgress *progress,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
