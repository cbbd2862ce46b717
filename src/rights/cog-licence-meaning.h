/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-licence.h"

G_BEGIN_DECLS

/* What a licence lets others do with the edition, in a sentence; translated. (transfer none) */
const char *cog_licence_meaning_describe (const CogLicence *licence);
/* What a source's licence (an expression; nullable) means for who wants to adapt it. Of a choice
 * ("A OR B") the freest counts, of several pieces ("A AND B") the strictest. (transfer none) */
const char *cog_licence_meaning_describe_source (const char *expression);

typedef enum
{
  COG_ADAPTABILITY_FREE,      /* may be adapted, on its terms */
  COG_ADAPTABILITY_FORBIDDEN, /* no derivatives, or all rights reserved */
  COG_ADAPTABILITY_UNKNOWN,   /* nobody said, or it must be asked */
} CogAdaptability;

CogAdaptability cog_licence_meaning_get_adaptability (const char *expression);
/* Where a source may not be adapted, or nobody knows: what a person can lawfully do, untranslated
 * (for _()); NULL where nothing is in the way. (transfer none) (nullable) */
const char *const *cog_licence_meaning_list_ways_on (const char *expression);

/* Where in a statement the licence is named, in bytes. FALSE: it names none. */
gboolean cog_licence_meaning_find_words (const char *statement, gsize *start, gsize *end);

G_END_DECLS
