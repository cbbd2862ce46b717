/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *name;
  GBytes *bytes;
} FuzzEntry;

FuzzEntry *fuzz_entry_new (const char *name, GBytes *bytes);

/* The files of a zip that can be read, at most a hundred; NULL: it is none. (transfer full)
 * (element-type FuzzEntry) */
GPtrArray *fuzz_zip_read (const guint8 *data, gsize size);
/* The same of a folder, "mimetype" first, the others by name. */
GPtrArray *fuzz_zip_read_folder (const char *path);
/* A zip of stored files, with their checksums right (APPNOTE 4.3). (transfer full) */
GBytes *fuzz_zip_write (GPtrArray *entries);

G_END_DECLS
