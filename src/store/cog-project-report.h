/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/**
 * CogImportReport:
 *
 * What became of a source when it was imported: how much of what was kept, and each finding with
 * what it leads to in the adaptation as it stands now.
 */
typedef struct
{
  CogEffect effect;
  CogSeverity severity;
  char *id;       /* of the kind: "script-dropped" */
  char *sentence; /* translated */
  char *place;    /* as CogFinding has it; "" when there is none */
  guint page;     /* of the source; 0: it is on none */
  guint count;    /* how often it was met */
  char *unit;     /* where it leads (nullable) … */
  char *section;  /* … at least (nullable): NULL too, it leads nowhere */
} CogImportLine;

typedef struct
{
  char *source;     /* id */
  char *name;       /* title, else the file's name */
  gboolean is_kept; /* FALSE: it was imported before reports were kept */
  CogBookCounts counts;
  GPtrArray *lines; /* (element-type CogImportLine): as they were met */
} CogImportReport;
void cog_import_report_free (CogImportReport *report);

/* One a source, in their order. (transfer full) (element-type CogImportReport) */
GPtrArray *cog_project_list_import_reports (CogProject *self, GError **error);

G_END_DECLS
