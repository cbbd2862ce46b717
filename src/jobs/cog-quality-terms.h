/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-glossary-pair.h"
#include "cog-project.h"

G_BEGIN_DECLS

/**
 * CogQualityTerms:
 *
 * The glossary as the checks of a project use it: made again when it was changed, also by another
 * program. May be used in any thread, not in the main one.
 */
typedef struct _CogQualityTerms CogQualityTerms;

CogQualityTerms *cog_quality_terms_new (void);
void cog_quality_terms_free (CogQualityTerms *self);
/* Looks whether the glossary is what it was. The number is another after each change; 0: there is
 * no glossary, or it cannot be read, of which its own window tells. */
gint64 cog_quality_terms_refresh (CogQualityTerms *self, CogProject *project);
/* Until it is unlocked nobody else has it. (transfer none) (nullable): there is none */
CogGlossaryPair *cog_quality_terms_lock (CogQualityTerms *self);
void cog_quality_terms_unlock (CogQualityTerms *self);

G_END_DECLS
