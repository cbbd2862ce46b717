/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"

G_BEGIN_DECLS

/* What was recognized in a picture (its id), told of at that unit (CogProjectPicture); NULL: no
 * words. Tells "changed" where that is news. finding: (transfer full) (nullable). Any thread. */
void cog_lens_index_see (CogLensIndex *self,
                         const char *unit,
                         const char *image,
                         CogLensFinding *finding);

G_END_DECLS
