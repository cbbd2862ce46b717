/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-oai.h"
#include "cog-xml.h"

G_BEGIN_DECLS

/* The metadata of a record in Dublin Core, or in LOM. host: the place of the evidence. */
void cog_oai_read_dc (CogOaiRecord *record, const xmlNode *metadata, const char *host);
void cog_oai_read_lom (CogOaiRecord *record, const xmlNode *lom, const char *host);

/* What both share: each takes what it is given, where it is something. */
void cog_oai_add_agent (CogOaiRecord *record, const char *name, CogRole role);
void
cog_oai_add_rights (CogOaiRecord *record, const char *host, const char *field, const char *words);
void cog_oai_add_address (CogOaiRecord *record, const char *text, const char *media_type);
void cog_oai_take_language (CogOaiRecord *record, const char *tag);

G_END_DECLS
