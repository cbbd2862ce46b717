/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"
#include "cog-lens-kept-private.h"

G_BEGIN_DECLS

/* What was recognized in a picture (its id), told of at that unit (CogProjectPicture); NULL: no
 * words. Tells "changed" where that is news. finding: (transfer full) (nullable). Any thread. */
void cog_lens_index_see (CogLensIndex *self,
                         const char *unit,
                         const char *image,
                         CogLensFinding *finding);

/* What is kept of looks at the project. (transfer none) */
CogLensKept *cog_lens_index_get_kept (CogLensIndex *self);

G_END_DECLS
