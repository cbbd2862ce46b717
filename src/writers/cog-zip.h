/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogZip:
 *
 * A zip that is written entry by entry. libarchive's writer gives each entry extra fields, which
 * EPUB's first entry must not have (OCF 3.3, 4.3), so the few records of APPNOTE are written here,
 * over zlib. The same entries give the same bytes: all times are 1980-01-01.
 */
typedef struct _CogZip CogZip;

CogZip *cog_zip_new (const char *path, GError **error);
/* stored: not compressed, for what is compressed already. */
gboolean cog_zip_add (
    CogZip *zip, const char *name, const void *data, gsize length, gboolean stored, GError **error);
/* Writes the central directory. */
gboolean cog_zip_close (CogZip *zip, GError **error);
void cog_zip_free (CogZip *zip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogZip, cog_zip_free)

G_END_DECLS
