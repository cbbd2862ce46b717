/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  COG_SEVERITY_INFO,    /* worth knowing */
  COG_SEVERITY_WARNING, /* should be looked at */
  COG_SEVERITY_ERROR,   /* must be solved before publishing */
} CogSeverity;

/* "info", "warning", "error": the words of the command line and of JSON. */
const char *cog_severity_to_nick (CogSeverity severity);

/**
 * CogFindingKind:
 *
 * One row of a folder's table of findings. Code, tests, JSON and help compare the id, never the
 * sentence. The sentence is translated when it is shown (mark it with N_()); "%1" and "%2" in it
 * stand for the finding's arguments.
 */
typedef struct
{
  const char *id; /* "epub-script-dropped": stable */
  CogSeverity severity;
  gboolean is_loss;     /* something of the source is not in the result: listed as "dropped" */
  const char *sentence; /* N_("Scripts were left out.") */
} CogFindingKind;

/* An imperfection, or something left out, at a place of a file. The run went on. */
typedef struct
{
  const CogFindingKind *kind; /* borrowed from a static table */
  char *place;                /* file and line, or unit id; "" when there is none */
  char *arguments[2];         /* (nullable) */
  guint count;                /* how often the same kind with the same arguments was met */
} CogFinding;

/* The finding as one translated sentence, without its place. (transfer full) */
char *cog_finding_dup_sentence (const CogFinding *finding);

typedef struct _CogReport CogReport;

CogReport *cog_report_new (void);
void cog_report_free (CogReport *report);

/* Adds a finding; one of the same kind and the same arguments is counted, and keeps the place
 * where it was met first. report may be NULL: nobody listens. */
void cog_report_add (CogReport *report,
                     const CogFindingKind *kind,
                     const char *place,
                     const char *argument1,
                     const char *argument2);

/* (transfer none) (element-type CogFinding): in the order in which they were met. */
GPtrArray *cog_report_get_findings (CogReport *report);
gboolean cog_report_has (CogReport *report, const char *kind_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogReport, cog_report_free)

G_END_DECLS
