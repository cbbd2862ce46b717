/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* Says of each credit of an edition what its piece is under there, where that is not the licence of
 * its source: a text that stands in a collection beside others, a figure whose labels were
 * translated (CogCredit.own_licence). book: as cog_project_dup_adaptation() gave it. */
void cog_own_licences_mark (CogBook *book, CogProject *project);

G_END_DECLS
