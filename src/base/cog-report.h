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

/* What became of that which a finding is about: the lines of an import report stand under these. */
typedef enum
{
  COG_EFFECT_DERIVED,    /* as cog_finding_kind_get_effect() tells it from the rest of the kind */
  COG_EFFECT_KEPT,       /* taken over whole, in another way than one might expect */
  COG_EFFECT_SIMPLIFIED, /* what it says is there, in a plainer form */
  COG_EFFECT_DROPPED,    /* not there */
  COG_EFFECT_UNSURE,     /* taken over, perhaps wrongly: a person should compare */
} CogEffect;

/* "kept", "simplified", "dropped", "unsure": the words of the command line and of JSON. */
const char *cog_effect_to_nick (CogEffect effect);
gboolean cog_effect_from_nick (const char *nick, CogEffect *effect);

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
  CogEffect effect;     /* where it is not what severity and is_loss say */
} CogFindingKind;

/* Never DERIVED: what is a loss was dropped; what else should be looked at is unsure; what is worth
 * knowing was simplified. */
CogEffect cog_finding_kind_get_effect (const CogFindingKind *kind);

/* An imperfection, or something left out, at a place of a file. The run went on. */
typedef struct
{
  const CogFindingKind *kind; /* borrowed from a static table */
  /* Where in the source, "" when nobody knows: a file of it, with or without a line
   * ("text/two.xhtml:12"), the id of an element or section of the book ("s2-p4"), or a page
   * ("page 12", from 1, as cog_report_dup_page() writes it). */
  char *place;
  char *arguments[2]; /* (nullable) */
  guint count;        /* how often the same kind with the same arguments was met */
} CogFinding;

/* The finding as one translated sentence, without its place. (transfer full) */
char *cog_finding_dup_sentence (const CogFinding *finding);
/* The same of a kind's sentence that was kept elsewhere: untranslated, with its arguments
 * (nullable) beside it. (transfer full) */
char *
cog_finding_fill_sentence (const char *sentence, const char *argument1, const char *argument2);

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

/* The place of what stands on a page, from 1. (transfer full) */
char *cog_report_dup_page (guint page);
/* The page that a place names; 0: none. */
guint cog_report_parse_page (const char *place);

/* Adds what another report found, as if it had been met here. */
void cog_report_join (CogReport *report, CogReport *other);

/* (transfer none) (element-type CogFinding): in the order in which they were met. */
GPtrArray *cog_report_get_findings (CogReport *report);
gboolean cog_report_has (CogReport *report, const char *kind_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogReport, cog_report_free)

G_END_DECLS
