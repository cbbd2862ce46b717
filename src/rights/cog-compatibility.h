/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-licence.h"

G_BEGIN_DECLS

/* May what was made from these sources be under that licence? CC's adapter's licence chart, the
 * ShareAlike clauses of each version and port, and the table for collections. */
typedef enum
{
  COG_VERDICT_ALLOWED,
  COG_VERDICT_DISCOURAGED, /* lawful, not recommended: the result carries several licences */
  COG_VERDICT_FORBIDDEN,
} CogVerdict;
const char *cog_verdict_to_nick (CogVerdict verdict);

typedef enum
{
  COG_WORK_ADAPTATION, /* all sources are adapted into one piece */
  COG_WORK_COLLECTION, /* complete unmodified works side by side */
} CogWork;

/* Why; a sentence for a teacher in English, to be translated when it is shown. */
typedef struct
{
  const char *id;     /* "no-derivatives": stable */
  char *source;       /* the source's licence that causes it */
  CogVerdict verdict; /* what it leads to */
} CogReason;
void cog_reason_free (CogReason *reason);
/* Translated. (transfer full) */
char *cog_reason_dup_sentence (const CogReason *reason);

/* reasons: (nullable) (element-type CogReason): gets what decided. sources are expressions; OR
 * takes the best, AND the worst. All must be in the catalogue: check with cog_licence_lookup()
 * before. */
CogVerdict cog_compatibility_check (CogWork work,
                                    const CogLicence *target,
                                    const char *const *sources,
                                    GPtrArray *reasons);

G_END_DECLS
