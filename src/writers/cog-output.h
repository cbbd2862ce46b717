/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-picture-stamps.h"
#include "cog-zip.h"

G_BEGIN_DECLS

/**
 * CogOutput:
 *
 * Where an edition of several files goes: a folder that is there, or a zip.
 */
typedef struct _CogOutput CogOutput;

/* NULL with an error where the zip cannot be begun. */
CogOutput *cog_output_new (const char *path, gboolean is_zip, GError **error);
void cog_output_free (CogOutput *self);

/* name: with "/" between its parts. stored: not compressed, for what is compressed already. */
gboolean cog_output_add (CogOutput *self,
                         const char *name,
                         const void *data,
                         gsize length,
                         gboolean stored,
                         GError **error);
gboolean
cog_output_add_text (CogOutput *self, const char *name, const GString *text, GError **error);
/* All files of the book under their names below prefix (may be ""), pictures with their credits in
 * them. */
gboolean cog_output_add_assets (
    CogOutput *self, const CogBook *book, const char *prefix, CogReport *report, GError **error);
/* After the last. */
gboolean cog_output_close (CogOutput *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogOutput, cog_output_free)

G_END_DECLS
