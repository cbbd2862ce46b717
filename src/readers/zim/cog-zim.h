/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogZim:
 *
 * An archive of pages in the openZIM format (https://wiki.openzim.org/wiki/ZIM_file_format), major
 * versions 5 and 6. No number in it is trusted: every place is checked against the file's size, and
 * what is unpacked is limited as in a container.
 */
typedef struct _CogZim CogZim;

#define COG_ZIM_NONE G_MAXUINT32

typedef struct
{
  char name_space;        /* 'A', 'I', 'M', '-' of old; 'C', 'M', 'W', 'X' since 6.1 */
  char *path;             /* UTF-8 */
  char *title;            /* the path where it has none */
  const char *media_type; /* NULL: leads to another entry, or is gone */
  guint32 target;         /* of an entry that leads to another; else COG_ZIM_NONE */
  guint32 cluster, blob;
} CogZimEntry;

gboolean cog_zim_is_zim (GBytes *bytes);
/* Error: COG_ERROR_INPUT, COG_ERROR_TOO_LARGE. name: for messages. */
CogZim *cog_zim_new (GBytes *bytes, const char *name, GError **error);
void cog_zim_free (CogZim *self);

guint cog_zim_count (CogZim *self);
const CogZimEntry *cog_zim_get (CogZim *self, guint32 index);
/* Follows entries that lead to others, as far as people do. NULL: to nowhere. (nullable) */
const CogZimEntry *cog_zim_follow (CogZim *self, guint32 index);
/* COG_ZIM_NONE where there is none. */
guint32 cog_zim_find (CogZim *self, char name_space, const char *path);
guint32 cog_zim_get_main (CogZim *self);
/* (transfer full): shares the file's memory where the data lies there as it is. */
GBytes *cog_zim_read (CogZim *self, const CogZimEntry *entry, GError **error);
/* Metadata, "Title"; NULL where it is not there, or is no text. (transfer full) (nullable) */
char *cog_zim_dup_metadata (CogZim *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogZim, cog_zim_free)

G_END_DECLS
