/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-edition-job.h"
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

/* A change of format: reads in, writes out, nothing adapted. */
gboolean cog_publish_converted (const char *in,
                                const char *out,
                                const CogWriterOptions *options,
                                CogReport *report,
                                const CogProgress *progress,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
