/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit.h"

G_BEGIN_DECLS

/* The findings of sections as they are now, until one of their units changes. Locks itself. */
typedef struct _CogLensKept CogLensKept;

CogLensKept *cog_lens_kept_new (void);
void cog_lens_kept_free (CogLensKept *self);
/* generation: (out) (optional): counts changes; what was looked at across one is not kept.
 * (transfer full) (nullable) (element-type CogPlacedFinding) */
GPtrArray *cog_lens_kept_dup (CogLensKept *self, const char *section, guint *generation);
void cog_lens_kept_add (
    CogLensKept *self, const char *section, GPtrArray *units, GPtrArray *placed, guint generation);
/* units: NULL: anything may have changed */
void cog_lens_kept_forget (CogLensKept *self, char **units);

G_END_DECLS
