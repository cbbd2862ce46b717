/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens.h"

G_BEGIN_DECLS

/* All lenses, in the order in which a person reads of them. */
const CogLens *const *cog_lens_list (guint *n_lenses);
/* NULL: there is none of that id. */
const CogLens *cog_lens_find (const char *id);

/* What all lenses, or those of the ids (nullable), find in one text. Where two findings overlap,
 * the one of higher confidence, then the longer one stays. By place. (transfer full) (element-type
 * CogLensFinding) */
GPtrArray *
cog_lens_scan (const CogLensContext *context, const CogLensText *text, const char *const *ids);
/* The same for a section's texts as a whole (element-type CogLensText). */
GPtrArray *
cog_lens_scan_section (const CogLensContext *context, GPtrArray *texts, const char *const *ids);

G_END_DECLS
