/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folder for temporary files that only this person can read. While it is used it is locked, so
 * that what a crash left behind can be told from it. */
typedef struct
{
  char *path;
  int lock; /* file descriptor; -1: the file system has no locks */
} CogPreviewFolder;

CogPreviewFolder *cog_preview_folder_new (GError **error);
/* Removes it, with all that is in it; links are removed, never followed. */
void cog_preview_folder_free (CogPreviewFolder *self);

/* Removes what a crash left in a folder such as g_get_tmp_dir(): only folders that were made here,
 * by this person, that nobody uses, and that did not change for a day before now (seconds since
 * 1970). Returns how many. Not for the main thread. */
guint cog_preview_folder_clear_old (const char *parent, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPreviewFolder, cog_preview_folder_free)

G_END_DECLS
