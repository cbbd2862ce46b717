/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-chapters.h"
#include "cog-project.h"
#include "cog-reader.h"

G_BEGIN_DECLS

/* A file that was read, so that a person can see what is in it and decide; what is decided is then
 * made from this, and the file is not read again. Belongs to one thread at a time. */
typedef struct
{
  char *path;
  CogSource *source;
  const CogReader *reader;
  CogBook *book;
  CogReport *report;
  CogChapter *chapters; /* what of it is wanted */
  CogBookCounts counts;
  GBytes *cover;       /* a small PNG (nullable) */
  GPtrArray *pictures; /* (element-type GBytes): small PNGs of what the first credits are about;
                          each (nullable) */
  GPtrArray *names; /* (element-type utf8): of the same, caption or description; (nullable) each */
} CogFoundSource;

/* options (nullable): as is usual. */
CogFoundSource *cog_found_source_read (const char *path,
                                       const CogReadingOptions *options,
                                       const CogProgress *progress,
                                       GCancellable *cancellable,
                                       GError **error);
void cog_found_source_free (CogFoundSource *found);

typedef struct
{
  const char *language; /* with its place: "ar-JO" */
  const char *title;    /* (nullable): the first source's */
  const char *audience; /* for whom: "Pupils, grade 9" (nullable) */
} CogAdaptationPlan;

/* A new project at path from what was read; chapters that are not wanted are left out in it, each
 * one click from coming back. On a fault nothing is left. sources: (element-type CogFoundSource),
 * at least one. (transfer full) */
CogProject *cog_adaptation_begin (const char *path,
                                  GPtrArray *sources,
                                  const CogAdaptationPlan *plan,
                                  const CogProgress *progress,
                                  GCancellable *cancellable,
                                  GError **error);

/* A fault of reading or making, for a person: what it is called, and the way on. Translated.
 * is_making: it happened while the project was written. */
void cog_adaptation_describe_fault (const GError *error,
                                    gboolean is_making,
                                    const char **heading,
                                    const char **way_on);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogFoundSource, cog_found_source_free)

G_END_DECLS
