/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The sentences that a source's publisher wants to see printed: in what words each stands, or that
 * it does not. Not shown where there are none. */
#define COG_TYPE_NOTICE_LIST (cog_notice_list_get_type ())
G_DECLARE_FINAL_TYPE (CogNoticeList, cog_notice_list, COG, NOTICE_LIST, AdwPreferencesGroup)

/* Once. */
void cog_notice_list_set (CogNoticeList *self, const CogCredit *credit);
/* What was changed, into a copy of the same credit. What was not touched stays as it came. */
void cog_notice_list_apply (CogNoticeList *self, CogCredit *credit);

G_END_DECLS
