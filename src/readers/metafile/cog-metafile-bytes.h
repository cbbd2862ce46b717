/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* A record's bytes, little-endian, and how far they were read. What lies behind the end is 0, and
 * is_short says that it was asked for: nobody reads past it. Borrowed. */
typedef struct
{
  const guint8 *data;
  gsize size;
  gsize at;
  gboolean is_short;
} CogMetafileBytes;

static inline CogMetafileBytes
cog_metafile_bytes (const guint8 *data, gsize size)
{
  CogMetafileBytes bytes = { data, size, 0, FALSE };

  return bytes;
}

static inline gsize
cog_metafile_left (const CogMetafileBytes *self)
{
  return self->size - self->at;
}

/* The next length bytes, NULL where there are fewer. */
static inline const guint8 *
cog_metafile_take (CogMetafileBytes *self, gsize length)
{
  const guint8 *taken = self->data + self->at;

  if (length > cog_metafile_left (self))
    {
      self->at = self->size;
      self->is_short = TRUE;
      return NULL;
    }
  self->at += length;
  return taken;
}

static inline guint16
cog_metafile_u16 (CogMetafileBytes *self)
{
  const guint8 *b = cog_metafile_take (self, 2);

  return b != NULL ? (guint16)(b[0] | b[1] << 8) : 0;
}

static inline gint16
cog_metafile_i16 (CogMetafileBytes *self)
{
  return (gint16)cog_metafile_u16 (self);
}

static inline guint32
cog_metafile_u32 (CogMetafileBytes *self)
{
  const guint8 *b = cog_metafile_take (self, 4);

  return b != NULL ? (guint32)b[0] | (guint32)b[1] << 8 | (guint32)b[2] << 16 | (guint32)b[3] << 24
                   : 0;
}

static inline gint32
cog_metafile_i32 (CogMetafileBytes *self)
{
  return (gint32)cog_metafile_u32 (self);
}

static inline double
cog_metafile_f32 (CogMetafileBytes *self)
{
  guint32 bits = cog_metafile_u32 (self);
  float number;

  memcpy (&number, &bits, sizeof number);
  return (double)number;
}

static inline void
cog_metafile_skip (CogMetafileBytes *self, gsize length)
{
  (void)cog_metafile_take (self, length);
}

G_END_DECLS
