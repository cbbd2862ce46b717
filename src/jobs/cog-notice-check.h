/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-attribution.h"
#include "cog-project.h"

G_BEGIN_DECLS

/**
 * CogNoticeCheck:
 *
 * Which sentences of publishers an adaptation needs that nobody has confirmed yet: what is done
 * with each source is counted from the units that a check looks at anyway.
 */
typedef struct _CogNoticeCheck CogNoticeCheck;

CogNoticeCheck *cog_notice_check_new (CogProject *project);
void cog_notice_check_free (CogNoticeCheck *self);

void cog_notice_check_take_unit (CogNoticeCheck *self, const CogUnit *unit);
/* Findings "notice-proposed", at the source. */
void cog_notice_check_finish (CogNoticeCheck *self, CogReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogNoticeCheck, cog_notice_check_free)

G_END_DECLS
