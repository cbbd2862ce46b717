/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

G_BEGIN_DECLS

/* What must be looked at before the licence of a credit is believed (rules.md §1.6). */
typedef enum
{
  COG_DOUBT_NONE = 0,
  COG_DOUBT_DIFFER = 1 << 0,  /* statements, or words and link of one, name different licences */
  COG_DOUBT_SEVERAL = 1 << 2, /* several licences stand together, and which piece is under which is
                                 not said */
  COG_DOUBT_UNKNOWN = 1 << 3, /* a version or a port is named that never was */
  COG_DOUBT_TERMS = 1 << 1,   /* terms were added to a licence: it may not be what its name says */
} CogDoubts;

/* Reads licence and odd from the words and the address of a statement. */
void cog_statement_recognise (CogStatement *statement);

/* What its statements leave in doubt; nothing once a person has decided. */
CogDoubts cog_credit_get_doubts (const CogCredit *credit);

/* Whether two expressions differ only in how much they say: "CC-BY" is no contradiction to
 * "CC-BY-4.0". */
gboolean cog_licence_is_same_but_vaguer (const char *a, const char *b);

G_END_DECLS
