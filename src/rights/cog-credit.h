/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-leave.h"

#include <glib.h>

G_BEGIN_DECLS

/* What somebody did for a work: MARC relators, which EPUB metadata use too. */
typedef enum
{
  COG_ROLE_AUTHOR,       /* aut */
  COG_ROLE_TRANSLATOR,   /* trl */
  COG_ROLE_ADAPTER,      /* adp */
  COG_ROLE_EDITOR,       /* edt */
  COG_ROLE_ILLUSTRATOR,  /* ill */
  COG_ROLE_PHOTOGRAPHER, /* pht */
  COG_ROLE_CONTRIBUTOR,  /* ctb */
  COG_ROLE_PUBLISHER,    /* pbl */
  COG_ROLE_HOLDER,       /* cph: the copyright holder */
} CogRole;

const char *cog_role_to_relator (CogRole role);      /* "aut" */
CogRole cog_role_from_relator (const char *relator); /* unknown ones are contributors */

typedef struct
{
  char *name; /* as it is to be printed; never translated */
  CogRole role;
  char *url;     /* (nullable) */
  char *file_as; /* (nullable): for sorting */
} CogAgent;

CogAgent *cog_agent_new (const char *name, CogRole role);
CogAgent *cog_agent_copy (const CogAgent *agent);
void cog_agent_free (CogAgent *agent);

/* How a statement was made; decides how far it is believed. */
typedef enum
{
  COG_EVIDENCE_LINK,     /* rel="license", an element made for it, a known licence URL */
  COG_EVIDENCE_METADATA, /* a field of prose: dc:rights, front matter */
  COG_EVIDENCE_TEXT,     /* words in the running text */
  COG_EVIDENCE_BESIDE,   /* a LICENSE file beside the book */
  COG_EVIDENCE_PERSON,   /* somebody decided */
} CogEvidenceKind;
const char *cog_evidence_kind_to_nick (CogEvidenceKind kind);

/**
 * CogStatement:
 *
 * One statement about rights as it was found: evidence, never a conclusion. Several in one file may
 * disagree; all are kept.
 */
typedef struct
{
  CogEvidenceKind kind;
  char *file;    /* entry or file name */
  char *place;   /* element, or line, or unit id */
  char *words;   /* verbatim (nullable) */
  char *url;     /* as found (nullable) */
  char *licence; /* an expression of catalogue ids that words and url were read as; (nullable) */
  char *odd; /* what is odd about it, words between spaces: "disagree", "no-version", "modified",
                "several", "unknown-version", "unknown-port", "denied" (nullable); cog-doubt.h */
} CogStatement;

CogStatement *cog_statement_new (
    CogEvidenceKind kind, const char *file, const char *place, const char *words, const char *url);
CogStatement *cog_statement_copy (const CogStatement *statement);
void cog_statement_free (CogStatement *statement);
/* Its fields with their keys in JSON, in one order. (transfer none) (nullable) */
gsize cog_statement_get_n_fields (void);
const char *cog_statement_get_field (const CogStatement *statement, gsize i, const char **key);

/**
 * CogCredit:
 *
 * Title, author, source and licence (TASL) of a source as a whole, or of one item in it: rules.md
 * §3.2. Everything verbatim as found; sentences are made from it at each export, never kept.
 */
typedef struct
{
  char *item;            /* id of the figure, table, quotation…; NULL: the whole source */
  char *part;            /* "a", "left", "planes": which part of the item (nullable) */
  char *title;           /* (nullable) */
  char *subtitle;        /* (nullable) */
  GPtrArray *agents;     /* (element-type CogAgent) */
  char *source_name;     /* "Flickr": where it came from, in words (nullable) */
  char *source_url;      /* (nullable) */
  char *licence;         /* expression of catalogue ids: "CC-BY-2.0", "A OR B"; NULL: none stated */
  char *licence_url;     /* as found (nullable) */
  char *own_licence;     /* what it is under where it was changed, or stands in a collection: an id;
                            NULL: as licence says */
  char *copyright;       /* the notice, verbatim (nullable) */
  char *year;            /* (nullable) */
  char *publisher;       /* (nullable) */
  char *edition;         /* (nullable) */
  char *language;        /* BCP 47 (nullable) */
  char *changes;         /* what upstream says it changed: "modification of work by" (nullable) */
  char *requested;       /* attribution or citation that was asked for, verbatim (nullable) */
  char *words;           /* the credit line as it stood (nullable) */
  char *place;           /* where it stood */
  char *retrieved;       /* the day it was fetched from source_url: "2026-11-22" (nullable) */
  GPtrArray *notices;    /* (element-type CogNotice): that must be kept */
  GPtrArray *upstream;   /* (element-type CogCredit): sources of this source, the whole chain */
  GPtrArray *statements; /* (element-type CogStatement): the evidence for the licence */
  CogLeave *leave;       /* why it may be used without a licence (nullable): nobody recorded any */
} CogCredit;

/* How a notice came here. */
typedef enum
{
  COG_NOTICE_FOUND,     /* the source's own words */
  COG_NOTICE_PROPOSED,  /* its publisher is known to ask for it (cog-publisher.h) */
  COG_NOTICE_CONFIRMED, /* somebody said that it stands, as it is or in other words */
  COG_NOTICE_DROPPED,   /* somebody said that it does not; kept, so that it is not proposed again */
} CogNoticeOrigin;
const char *cog_notice_origin_to_nick (CogNoticeOrigin origin);
CogNoticeOrigin cog_notice_origin_from_nick (const char *nick); /* unknown ones were found */

/* A publisher's sentence that must go along: rules.md §4. Verbatim. */
typedef struct
{
  char *kind; /* "translation", "adaptation", "derivative", "always" */
  char *text;
  char *language; /* of the text (nullable) */
  CogNoticeOrigin origin;
  char *publisher; /* id of data/rights/publishers.json, where its words are known (nullable) */
} CogNotice;

CogNotice *cog_notice_new (const char *kind, const char *text, const char *language);
CogNotice *cog_notice_copy (const CogNotice *notice);
void cog_notice_free (CogNotice *notice);

CogCredit *cog_credit_new (void); /* arrays empty, strings NULL */
CogCredit *cog_credit_copy (const CogCredit *credit);
void cog_credit_free (CogCredit *credit);
/* The names of those with that role, joined by ", "; NULL where there is none. (transfer full) */
char *cog_credit_dup_names (const CogCredit *credit, CogRole role);
/* As JSON and back, for the project file: stable key names. Defined in this layer so that store
 * and cli agree. (transfer full) */
char *cog_credit_to_json (const CogCredit *credit);
CogCredit *cog_credit_from_json (const char *json, GError **error);
/* Whether both say the same of one work, but for the item that it stands at and what that is under
 * in an edition. */
gboolean cog_credit_is_same_work (const CogCredit *a, const CogCredit *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogAgent, cog_agent_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogStatement, cog_statement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogNotice, cog_notice_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogCredit, cog_credit_free)

G_END_DECLS
