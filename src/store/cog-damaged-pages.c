/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-damaged-pages.h"

#include "cog-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define USUAL_SIZE 4096
#define BLOCK (256 * USUAL_SIZE)
#define LARGEST (G_MAXUINT / 2) /* what a GByteArray holds */
#define LOG_HEADER 32
#define FRAME_HEADER 24

/* What a failing disk does not give is left as zeros: not a mapping, for that would end us. */
static void
read_block (int fd, guint8 *data, gsize length, goffset offset)
{
  gsize step = USUAL_SIZE;
  ssize_t got = pread (fd, data, length, offset);

  if (got == (ssize_t)length)
    return;
  for (gsize at = 0; at < length; at += step)
    if (pread (fd, data + at, MIN (step, length - at), offset + (goffset)at) < 0)
      g_debug ("damaged: nothing at %" G_GOFFSET_FORMAT, offset + (goffset)at);
}

/* (transfer full) (nullable) */
static GByteArray *
read_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  struct stat about;
  guint8 *data = NULL;

  if (fd < 0 || fstat (fd, &about) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path,
                   g_strerror (errno));
    }
  else if (about.st_size > LARGEST || (data = g_try_malloc0 ((gsize)about.st_size + 65536)) == NULL)
    g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE, _ ("%s: is too large to be recovered."),
                 path);
  for (goffset at = 0; data != NULL && at < about.st_size; at += BLOCK)
    read_block (fd, data + at, (gsize)MIN (BLOCK, about.st_size - at), at);
  if (fd >= 0)
    close (fd);
  return data != NULL ? g_byte_array_new_take (data, (gsize)about.st_size) : NULL;
}

static gboolean
is_page_size (guint size)
{
  return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

/* SQLite file format, 1.3; where the header is lost, pages are as long as they usually are. */
static void
read_header (CogDamagedPages *self, const guint8 *head, gsize length)
{
  guint size = 0;
  guint reserved = 0;

  if (length >= 100 && memcmp (head, "SQLite format 3", 16) == 0)
    {
      size = cog_damaged_16 (head + 16);
      size = size == 1 ? 65536 : size;
      reserved = head[20];
    }
  self->size = is_page_size (size) ? size : USUAL_SIZE;
  self->used = self->size - (self->size - reserved >= 480 ? reserved : 0);
}

static guint32
read_word (const guint8 *at, gboolean is_big)
{
  return is_big ? cog_damaged_32 (at)
                : (guint32)at[3] << 24 | (guint32)at[2] << 16 | (guint32)at[1] << 8 | at[0];
}

/* SQLite file format, 4.2. */
static void
add_to_sum (guint32 sum[2], const guint8 *data, gsize length, gboolean is_big)
{
  for (gsize i = 0; i + 8 <= length; i += 8)
    {
      sum[0] += read_word (data + i, is_big) + sum[1];
      sum[1] += read_word (data + i + 4, is_big) + sum[0];
    }
}

static void
take_newer (CogDamagedPages *self, GHashTable *begun, guint32 n_pages)
{
  GHashTableIter iter;
  gpointer number, offset;

  g_hash_table_iter_init (&iter, begun);
  while (g_hash_table_iter_next (&iter, &number, &offset))
    {
      g_hash_table_replace (self->newer, number, offset);
      g_hash_table_iter_remove (&iter);
    }
  self->n = MIN (n_pages, G_MAXINT / 2);
}

/* What a log holds up to its last transaction that is whole. */
static void
read_log (CogDamagedPages *self)
{
  const guint8 *log = self->log->data;
  gsize length = self->log->len;
  g_autoptr (GHashTable) begun = g_hash_table_new (NULL, NULL);
  gboolean is_big;
  guint32 sum[2] = { 0, 0 };

  if (length < LOG_HEADER || (cog_damaged_32 (log) | 1) != 0x377f0683 ||
      cog_damaged_32 (log + 8) != self->size)
    return;
  is_big = (log[3] & 1) != 0;
  add_to_sum (sum, log, 24, is_big);
  if (sum[0] != cog_damaged_32 (log + 24) || sum[1] != cog_damaged_32 (log + 28))
    return;
  for (gsize at = LOG_HEADER; at + FRAME_HEADER + self->size <= length;
       at += FRAME_HEADER + self->size)
    {
      guint32 n_pages = cog_damaged_32 (log + at + 4);

      add_to_sum (sum, log + at, 8, is_big);
      add_to_sum (sum, log + at + FRAME_HEADER, self->size, is_big);
      if (memcmp (log + at + 8, log + 16, 8) != 0 || sum[0] != cog_damaged_32 (log + at + 16) ||
          sum[1] != cog_damaged_32 (log + at + 20))
        return;
      g_hash_table_replace (begun, GUINT_TO_POINTER (cog_damaged_32 (log + at)),
                            GSIZE_TO_POINTER (at + FRAME_HEADER));
      if (n_pages != 0)
        take_newer (self, begun, n_pages);
    }
}

/* SQLite file format, 1.5. */
static void
read_free_list (CogDamagedPages *self)
{
  const guint8 *head = cog_damaged_pages_get (self, 1);
  guint32 trunk;

  if (head == NULL || memcmp (head, "SQLite format 3", 16) != 0)
    return;
  trunk = cog_damaged_32 (head + 32);
  while (trunk > 1 && trunk <= self->n && g_hash_table_add (self->freed, GUINT_TO_POINTER (trunk)))
    {
      const guint8 *page = cog_damaged_pages_get (self, trunk);
      guint32 n = page != NULL ? MIN (cog_damaged_32 (page + 4), self->used / 4 - 2) : 0;

      for (guint i = 0; i < n; i++)
        g_hash_table_add (self->freed, GUINT_TO_POINTER (cog_damaged_32 (page + 8 + 4 * i)));
      trunk = page != NULL ? cog_damaged_32 (page) : 0;
    }
}

gboolean
cog_damaged_pages_open (CogDamagedPages *self, const char *path, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  memset (self, 0, sizeof *self);
  self->file = read_file (path, error);
  if (self->file == NULL)
    return FALSE;
  self->newer = g_hash_table_new (NULL, NULL);
  self->freed = g_hash_table_new (NULL, NULL);
  read_header (self, self->file->data, self->file->len);
  self->n = (self->file->len + self->size - 1) / self->size;
  self->log = read_file (log, NULL);
  if (self->log != NULL)
    read_log (self);
  read_free_list (self);
  return TRUE;
}

void
cog_damaged_pages_clear (CogDamagedPages *self)
{
  g_clear_pointer (&self->file, g_byte_array_unref);
  g_clear_pointer (&self->log, g_byte_array_unref);
  g_clear_pointer (&self->newer, g_hash_table_unref);
  g_clear_pointer (&self->freed, g_hash_table_unref);
}

const guint8 *
cog_damaged_pages_get (CogDamagedPages *self, guint number)
{
  gpointer newer;

  if (number == 0 || number > self->n)
    return NULL;
  if (g_hash_table_lookup_extended (self->newer, GUINT_TO_POINTER (number), NULL, &newer))
    return self->log->data + GPOINTER_TO_SIZE (newer);
  return (gsize)(number - 1) * self->size < self->file->len
             ? self->file->data + (gsize)(number - 1) * self->size
             : NULL;
}
