/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogContainer:
 *
 * Files that belong together, read from a zip, a tar or a folder that came from outside, behind one
 * set of limits: number of entries, size of each and of all, ratio of compression, depth and length
 * of names. Nothing is ever written; links and devices are never followed; a name that leaves the
 * container is not in it. Entries that were ignored are reported.
 *
 * Names are relative, with "/" between parts, in UTF-8 NFC, without "." and "..".
 * Immutable once made; may be used from several threads.
 */
#define COG_TYPE_CONTAINER (cog_container_get_type ())
G_DECLARE_FINAL_TYPE (CogContainer, cog_container, COG, CONTAINER, GObject)

#define COG_CONTAINER_MAX_ENTRIES 60000
#define COG_CONTAINER_MAX_ENTRY (256u << 20)  /* bytes */
#define COG_CONTAINER_MAX_TOTAL (1024u << 20) /* bytes */
#define COG_CONTAINER_MAX_RATIO 250           /* unpacked to packed, of a whole zip over 16 MiB */
#define COG_CONTAINER_MAX_DEPTH 32
#define COG_CONTAINER_MAX_NAME 1024 /* bytes */

/* A zip in memory. display_name is the file's name for messages. Errors: COG_ERROR_INPUT (damaged,
 * wrong checksum, no zip), COG_ERROR_ENCRYPTED, COG_ERROR_TOO_LARGE. report: a CogReport or NULL.
 */
CogContainer *cog_container_new_for_zip (GBytes *bytes,
                                         const char *display_name,
                                         gpointer report,
                                         GCancellable *cancellable,
                                         GError **error);
/* The same for a tar, packed with gzip or not. */
CogContainer *cog_container_new_for_tar (GBytes *bytes,
                                         const char *display_name,
                                         gpointer report,
                                         GCancellable *cancellable,
                                         GError **error);
/* A folder on disk, read lazily; no link in it is followed. */
CogContainer *cog_container_new_for_folder (const char *path,
                                            gpointer report,
                                            GCancellable *cancellable,
                                            GError **error);

/* The folder that a file stands in, or one so many levels above it, for the pictures beside a page.
 * Nothing is listed: names are looked up when they are resolved, so that it may be a whole home
 * folder. The only name listed is the file's own, relative to that folder. */
CogContainer *cog_container_new_for_neighbours (const char *file, guint levels);

const char *cog_container_get_display_name (CogContainer *self);
/* (transfer none): NULL-terminated, sorted. */
const char *const *cog_container_get_names (CogContainer *self);

/* Finds the entry that a reference means: exact, then percent-decoded, then NFC, then without
 * regard to case; duplicate slashes are one. reference is relative to the folder of base (an
 * entry's name, or NULL for the root); its #fragment and ?query are ignored. NULL where there is
 * none, or where the reference leaves the container or has a scheme. (transfer none) (nullable) */
const char *cog_container_resolve (CogContainer *self, const char *base, const char *reference);

/* The entry of that name at the root, or one folder down, as in a repository that was packed whole.
 * (transfer none) (nullable) */
const char *cog_container_find_shallow (CogContainer *self, const char *name);

/* The bytes of an entry, by its exact name. (transfer full) */
GBytes *cog_container_read (CogContainer *self, const char *name, GError **error);
gboolean cog_container_has (CogContainer *self, const char *name);
/* The first entry whose compressed data stands first in the zip; for EPUB's mimetype. */
const char *cog_container_get_first_name (CogContainer *self);

G_END_DECLS
