/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-format.h"
#include "cog-progress.h"
#include "cog-project.h"

G_BEGIN_DECLS

/* What helps those who translate; may be empty. All are borrowed. */
typedef struct
{
  CogMemory *memory;            /* (nullable) */
  const CogExchangeTerm *terms; /* (nullable) */
  gsize n_terms;
} CogExchangeHelp;

/* What was written. */
typedef struct
{
  guint n_units;
  guint n_own; /* units without an origin, the adapter's own words: they stay here */
} CogExchangeCount;

/* The text of a project as one file. Sections that are left out stay out. What stood there stays
 * until all is written. help, progress, cancellable: (nullable). */
gboolean cog_exchange_export (CogProject *project,
                              const char *path,
                              const CogExchangeFormat *format,
                              const CogExchangeHelp *help,
                              const CogProgress *progress,
                              GCancellable *cancellable,
                              CogExchangeCount *count,
                              GError **error);

/* For what writes files of its own: a project's languages and titles, valid while head lives. */
typedef struct
{
  CogExchangeHead head;
  char *strings[4];
} CogExchangeHeadData;
CogExchangeHeadData *cog_exchange_head_new (CogProject *project, const CogExchangeHelp *help);
void cog_exchange_head_free (CogExchangeHeadData *data);
/* The units of a section that leave. (transfer full) (element-type CogExchangeUnit) (nullable) */
GPtrArray *cog_exchange_list_section (CogProject *project,
                                      const char *section,
                                      CogExchangeCount *count,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogExchangeHeadData, cog_exchange_head_free)

G_END_DECLS
