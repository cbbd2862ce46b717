/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-text.h"

G_BEGIN_DECLS

typedef enum
{
  COG_FIRM_NONE,
  COG_FIRM_FIRM, /* "Acme Widgets Inc.", "la Compañía Minera del Sur", "شركة النور للتجارة" */
  COG_FIRM_INSTITUTION, /* "Greenfield Community College", "Université de Provence", "وزارة الري" */
} CogFirmSort;

/* Names that no list can hold, since books make them up: found by what firms and institutions put
 * into their names. Whether one begins with the token first; sets last (its last token). English,
 * French, Spanish, Arabic. */
CogFirmSort cog_firm_name_find (const CogLensText *text, guint first, guint *last);

G_END_DECLS
