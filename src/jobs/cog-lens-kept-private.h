/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit.h"

G_BEGIN_DECLS

/* The findings of sections as they are now, until one of their units changes, and in what the whole
 * book does not agree with itself, until anything does. Locks itself. */
typedef struct _CogLensKept CogLensKept;

CogLensKept *cog_lens_kept_new (void);
void cog_lens_kept_free (CogLensKept *self);
/* generation: (out) (optional): counts changes; what was looked at across one is not kept.
 * (transfer full) (nullable) (element-type CogPlacedFinding) */
GPtrArray *cog_lens_kept_dup (CogLensKept *self, const char *section, guint *generation);
void cog_lens_kept_add (
    CogLensKept *self, const char *section, GPtrArray *units, GPtrArray *placed, guint generation);
/* The same, of the book. (element-type CogLensConflict) */
GPtrArray *cog_lens_kept_dup_conflicts (CogLensKept *self, guint *generation);
void cog_lens_kept_set_conflicts (CogLensKept *self, GPtrArray *conflicts, guint generation);
/* units: NULL: anything may have changed */
void cog_lens_kept_forget (CogLensKept *self, char **units);

G_END_DECLS
