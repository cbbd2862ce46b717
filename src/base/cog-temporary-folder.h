/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a temporary folder is for; its name says it, so that somebody who finds one knows. */
typedef enum
{
  COG_TEMPORARY_CONVERTED, /* what another program makes of a file */
  COG_TEMPORARY_FETCHED,   /* what comes from the web */
  COG_TEMPORARY_MEMORY,    /* a translation memory of its own */
  COG_TEMPORARY_PREVIEW,   /* an edition to look at */
  COG_TEMPORARY_READER,    /* where programs that a reader starts may write */
  COG_TEMPORARY_SCANNED,   /* a project that is made only to be looked through */
} CogTemporaryUse;

/* A folder for temporary files that only this person can read. While it is used it is locked, so
 * that what a crash left behind can be told from it. */
typedef struct
{
  char *path;
  int lock; /* file descriptor; -1: the file system has no locks */
} CogTemporaryFolder;

/* In g_get_tmp_dir(). */
CogTemporaryFolder *cog_temporary_folder_new (CogTemporaryUse use, GError **error);
/* Removes it, with all that is in it; links are removed, never followed. */
void cog_temporary_folder_free (CogTemporaryFolder *self);

/* Removes what a crash left in a folder such as g_get_tmp_dir(): only folders that were made here,
 * by this person, that nobody uses, and in which nothing came or went for ten minutes before now
 * (seconds since 1970). Returns how many. Not for the main thread of the window. */
guint cog_temporary_folder_clear_old (const char *parent, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogTemporaryFolder, cog_temporary_folder_free)

G_END_DECLS
