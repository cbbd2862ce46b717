/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/**
 * CogLogoCheck:
 *
 * Whether pictures that look like a publisher's logo or emblem stand in an adaptation. The units
 * that a check looks at anyway are shown to it; only sections in which something is suspected are
 * then looked at whole.
 */
typedef struct _CogLogoCheck CogLogoCheck;

/* sections: of the project (element-type CogSectionInfo). */
CogLogoCheck *cog_logo_check_new (CogProject *project, GPtrArray *sections);
void cog_logo_check_free (CogLogoCheck *self);

void cog_logo_check_take_unit (CogLogoCheck *self, const CogUnit *unit);
/* Findings "publisher-logo", at the unit that leaves the picture out. */
gboolean
cog_logo_check_finish (CogLogoCheck *self, CogProject *project, CogReport *report, GError **error);

/* All of it for a project by itself. */
gboolean cog_logo_check_project (CogProject *project, CogReport *report, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogLogoCheck, cog_logo_check_free)

G_END_DECLS
