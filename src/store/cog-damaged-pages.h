/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The pages of a damaged SQLite file, and of the log beside it, which has newer ones. For this
 * folder only. */
typedef struct
{
  GByteArray *file;  /* the last page, too, is whole: what was cut off is zeros */
  GByteArray *log;   /* (nullable) */
  GHashTable *newer; /* number of a page → where it stands in the log, bytes */
  GHashTable *freed; /* numbers of pages that are not in use */
  guint size;        /* of a page, bytes */
  guint used;        /* of it, without what is reserved at its end */
  guint n;
} CogDamagedPages;

gboolean cog_damaged_pages_open (CogDamagedPages *self, const char *path, GError **error);
void cog_damaged_pages_clear (CogDamagedPages *self);
/* From 1. NULL: it is not there. (transfer none) (nullable) */
const guint8 *cog_damaged_pages_get (CogDamagedPages *self, guint number);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CogDamagedPages, cog_damaged_pages_clear)

static inline guint
cog_damaged_16 (const guint8 *at)
{
  return (guint)at[0] << 8 | at[1];
}

static inline guint32
cog_damaged_32 (const guint8 *at)
{
  return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

G_END_DECLS
