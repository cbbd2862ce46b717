/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project-answers.h"

G_BEGIN_DECLS

/* All answers of a project by their units. (transfer full) (element-type utf8 GPtrArray of
 * CogLensAnswer) */
GHashTable *cog_lens_answers_read (CogProject *project, GError **error);

G_END_DECLS
