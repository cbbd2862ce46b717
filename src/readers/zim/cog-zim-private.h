/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-zim.h"

G_BEGIN_DECLS

/* One cluster, unpacked: the table of its blobs' places, then the blobs. */
typedef struct
{
  GBytes *data;     /* from the first offset on */
  gboolean is_wide; /* offsets of eight bytes */
} CogZimCluster;

CogZimCluster *
cog_zim_cluster_new (GBytes *bytes, gsize start, gsize end, const char *name, GError **error);
void cog_zim_cluster_free (CogZimCluster *self);
/* (transfer full) */
GBytes *
cog_zim_cluster_read (const CogZimCluster *self, guint32 blob, const char *name, GError **error);

guint64 cog_zim_number (const guint8 *data, guint n_bytes); /* little endian */
void cog_zim_set_damaged (const char *name, const char *what, GError **error);

G_END_DECLS
