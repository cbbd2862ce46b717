/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-compatibility.h"

G_BEGIN_DECLS

/* Why a licence is not open to the edition, or what must be looked at, with the piece that causes
 * it. */
typedef struct
{
  const char *id; /* a reason's id, or "licence-unknown", "licence-assumed", "no-derivatives" … */
  CogVerdict verdict; /* FORBIDDEN: stops publishing; DISCOURAGED: should be looked at */
  char *component;    /* id of the piece (nullable) */
  char *label;        /* its name for people (nullable) */
  gboolean is_text;   /* the piece is the text of a source */
  char *source;       /* licence expression that binds */
  guint n_components; /* how many pieces have the same cause */
} CogRightsFinding;

void cog_rights_finding_free (CogRightsFinding *finding);
/* Translated, with the name of the piece. (transfer full) */
char *cog_rights_finding_dup_sentence (const CogRightsFinding *finding);
/* The same for where the piece stands beside it: without its name. (transfer full) */
char *cog_rights_finding_dup_reason (const CogRightsFinding *finding);
/* What a piece that closes a licence demands of the whole edition, in a few words: "No commercial
 * use of the whole book". Translated. (transfer full) (nullable): NULL where it demands nothing. */
char *cog_rights_finding_dup_demand (const CogRightsFinding *finding);

G_END_DECLS
