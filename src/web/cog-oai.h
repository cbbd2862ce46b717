/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"
#include "cog-web-file.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* OAI-PMH 2.0: what repositories answer. Dublin Core (oai_dc, qdc) and LOM (oai_lom) are read. */

/* A record of a catalogue. */
typedef struct
{
  char *identifier; /* "oai:iris.paho.org:10665.2/1234" */
  char *datestamp;  /* (nullable) */
  gboolean is_deleted;
  CogCredit *credit; /* with its rights as evidence */
  GPtrArray *files;  /* (element-type CogWebFile): documents that it names */
} CogOaiRecord;

typedef struct
{
  char *verb;         /* "GetRecord" (nullable) */
  char *repository;   /* its name, of Identify (nullable) */
  char *base;         /* its own address, as it says (nullable) */
  GPtrArray *formats; /* (element-type utf8): prefixes, of ListMetadataFormats */
  GPtrArray *records; /* (element-type CogOaiRecord) */
  char *token;        /* where the list goes on (nullable) */
  guint64 total;      /* records of the whole list; 0: not told */
} CogOaiAnswer;

void cog_oai_record_free (CogOaiRecord *record);
void cog_oai_answer_free (CogOaiAnswer *answer);

/* Whether it is an answer of OAI-PMH at all; cheap. */
gboolean cog_oai_is_answer (GBytes *bytes);
/* host: for messages and as the place of evidence. Where the repository says that something is
 * wrong: COG_ERROR_NOT_FOUND (noRecordsMatch, idDoesNotExist), COG_ERROR_INPUT; broken XML:
 * COG_ERROR_INPUT. (transfer full) */
CogOaiAnswer *cog_oai_parse (GBytes *bytes, const char *host, GError **error);

/* Where to ask for one record, or for a list: base without its query. set, from, until (nullable);
 * token: (nullable), alone where it is given. (transfer full) */
char *cog_oai_dup_record_address (const char *base, const char *identifier, const char *prefix);
char *cog_oai_dup_list_address (const char *base,
                                const char *prefix,
                                const char *set,
                                const char *from,
                                const char *until,
                                const char *token);
char *cog_oai_dup_verb_address (const char *base, const char *verb);

/* The record of a DSpace page ("…/handle/10665.2/1234"), where its catalogue is usually asked:
 * which: 0, 1…, until NULL. (transfer full) (nullable) */
char *cog_oai_dup_dspace_address (const char *page, guint which);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogOaiRecord, cog_oai_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogOaiAnswer, cog_oai_answer_free)

G_END_DECLS
