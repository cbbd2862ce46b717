/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-evaluation.h"

G_BEGIN_DECLS

/* For the eye: that the edition is a collection, and what each of its texts and changed pieces is
 * under, a line each. (transfer full) (nullable): NULL where all of it is under the licence of the
 * edition */
char *cog_rights_collection_dup_words (const CogEvaluation *evaluation,
                                       GPtrArray *components,
                                       const CogLicence *licence);

G_END_DECLS
