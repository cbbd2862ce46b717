/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogReplacement:
 *
 * A file, or a folder, that is made beside its target and takes its place in one step when all is
 * well. Until then, and on any fault, what stood there stays as it was and nothing is left behind.
 * What is left by a program that was ended, a hidden file beside the target, is cleared by the next
 * replacement of the same target, after a minute.
 */
typedef struct _CogReplacement CogReplacement;

CogReplacement *cog_replacement_new_file (const char *target, GError **error);
CogReplacement *cog_replacement_new_folder (const char *target, GError **error);
/* Where to write: a file that exists and is empty, or an empty folder. */
const char *cog_replacement_get_path (CogReplacement *self);
/* Syncs to disk and renames. After TRUE the target is whole. */
gboolean cog_replacement_commit (CogReplacement *self, GError **error);
/* Without a commit before it: removes what was written. */
void cog_replacement_free (CogReplacement *self);

/* All at once. */
gboolean cog_replacement_write (const char *target, const void *data, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogReplacement, cog_replacement_free)

G_END_DECLS
