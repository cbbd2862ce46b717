/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* Where the book does not agree with itself: the same thing was changed in some places and waits in
 * others, or it was decided, or agreed on, and the text does not say so. Findings whose place is
 * the unit. Nothing is looked for where nothing was decided: what waits is then the adapter's
 * choice. */
gboolean
cog_lens_check (CogProject *project, CogReport *report, GCancellable *cancellable, GError **error);

G_END_DECLS
