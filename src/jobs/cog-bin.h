/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogBinned:
 *
 * A project that was put away, and how to bring it back: in the desktop's bin, where the person
 * finds it too; where that has none for the folder's disk, in a folder ".bin" beside it.
 */
typedef struct _CogBinned CogBinned;

/* COG_ERROR_BUSY while the project is open somewhere. (transfer full) */
CogBinned *cog_bin_put (const char *path, GError **error);
/* To where it was, or, where something stands by now, to a free name beside that. (transfer full):
 * its path. COG_ERROR_NOT_FOUND: the bin was emptied. */
char *cog_bin_restore (CogBinned *binned, GError **error);
void cog_binned_free (CogBinned *binned);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogBinned, cog_binned_free)

G_END_DECLS
