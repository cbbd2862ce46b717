/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-normalizer.h"

G_BEGIN_DECLS

/* Makes a page ready for the normalizer: what its programs would have made of it is brought back
 * (cog-page-mend.h), its style sheet and address are told to the normalizer, the furniture goes.
 * After its metadata are read. (transfer none) (nullable): the element that holds its text */
xmlNode *cog_page_prepare (xmlDoc *document,
                           CogNormalizer *normalizer,
                           CogContainer *container,
                           const char *file,
                           CogReport *report);

G_END_DECLS
