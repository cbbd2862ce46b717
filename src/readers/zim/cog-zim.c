/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-zim-private.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAGIC 72173914u
#define HEADER 80
#define MAX_ENTRIES 2000000u
#define MAX_MEDIA_TYPES 2000u
#define MAX_STEPS 8                /* entries that lead to entries */
#define MAX_UNPACKED (1024u << 20) /* bytes, of all clusters together */
#define N_KEPT 16                  /* clusters kept unpacked */

/* In place of a number of a media type. */
#define IS_REDIRECT 0xFFFF
#define IS_LINK 0xFFFE
#define IS_DELETED 0xFFFD

struct _CogZim
{
  GBytes *bytes;
  const guint8 *data;
  gsize size;
  char *name;
  guint32 n_entries, n_clusters, main;
  guint64 entries, clusters; /* places of the lists of places */
  GPtrArray *media_types;
  GPtrArray *list;    /* CogZimEntry */
  GHashTable *index;  /* "A/path" → number + 1 */
  GArray *boundaries; /* guint64, sorted: where something begins */
  GHashTable *kept;   /* cluster + 1 → CogZimCluster */
  GQueue order;       /* of kept, the newest last */
  guint64 unpacked;
};

static void
free_entry (gpointer data)
{
  CogZimEntry *entry = data;

  g_free (entry->path);
  g_free (entry->title);
  g_free (entry);
}

gboolean
cog_zim_is_zim (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size >= 4 && cog_zim_number (data, 4) == MAGIC;
}

void
cog_zim_free (CogZim *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_ptr_array_unref (self->media_types);
  g_ptr_array_unref (self->list);
  g_hash_table_unref (self->index);
  g_array_unref (self->boundaries);
  g_hash_table_unref (self->kept);
  g_queue_clear (&self->order);
  g_free (self->name);
  g_free (self);
}

/* Text that ends with a zero. (transfer full) (nullable) */
static char *
read_text (CogZim *self, guint64 *at)
{
  const guint8 *end =
      *at < self->size ? memchr (self->data + *at, 0, self->size - (gsize)*at) : NULL;
  char *text;

  if (end == NULL)
    return NULL;
  text = g_utf8_make_valid ((const char *)self->data + *at, end - self->data - (gssize)*at);
  *at = (guint64)(end - self->data) + 1;
  return text;
}

static gboolean
read_media_types (CogZim *self, guint64 at)
{
  for (;;)
    {
      char *type = read_text (self, &at);

      if (type == NULL || self->media_types->len >= MAX_MEDIA_TYPES)
        {
          g_free (type);
          return FALSE;
        }
      if (type[0] == '\0')
        {
          g_free (type);
          return TRUE;
        }
      g_ptr_array_add (self->media_types, type);
    }
}

/* (transfer full) (nullable) */
static CogZimEntry *
read_entry (CogZim *self, guint64 at)
{
  CogZimEntry *entry;
  guint16 kind;

  if (at > self->size || self->size - at < 12)
    return NULL;
  kind = (guint16)cog_zim_number (self->data + at, 2);
  if (kind < IS_DELETED && (kind >= self->media_types->len || self->size - at < 16))
    return NULL;
  entry = g_new0 (CogZimEntry, 1);
  entry->name_space = (char)self->data[at + 3];
  entry->target = COG_ZIM_NONE;
  if (kind < IS_DELETED)
    {
      entry->media_type = g_ptr_array_index (self->media_types, kind);
      entry->cluster = (guint32)cog_zim_number (self->data + at + 8, 4);
      entry->blob = (guint32)cog_zim_number (self->data + at + 12, 4);
      at += 16;
    }
  else if (kind == IS_REDIRECT)
    {
      entry->target = (guint32)cog_zim_number (self->data + at + 8, 4);
      at += 12;
    }
  else
    at += 8;
  entry->path = read_text (self, &at);
  entry->title = entry->path != NULL ? read_text (self, &at) : NULL;
  if (entry->title == NULL)
    {
      free_entry (entry);
      return NULL;
    }
  if (entry->title[0] == '\0')
    {
      g_free (entry->title);
      entry->title = g_strdup (entry->path);
    }
  return entry;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint64 first = *(const guint64 *)a, second = *(const guint64 *)b;

  return (first > second) - (first < second);
}

static gboolean
read_lists (CogZim *self)
{
  for (guint32 i = 0; i < self->n_entries; i++)
    {
      CogZimEntry *entry =
          read_entry (self, cog_zim_number (self->data + self->entries + 8 * (guint64)i, 8));
      char *key;

      if (entry == NULL)
        return FALSE;
      g_ptr_array_add (self->list, entry);
      key = g_strdup_printf ("%c/%s", entry->name_space, entry->path);
      if (g_hash_table_contains (self->index, key))
        g_free (key);
      else
        g_hash_table_insert (self->index, key, GUINT_TO_POINTER (i + 1));
    }
  for (guint32 i = 0; i < self->n_clusters; i++)
    {
      guint64 place = cog_zim_number (self->data + self->clusters + 8 * (guint64)i, 8);

      g_array_append_val (self->boundaries, place);
    }
  g_array_sort (self->boundaries, compare_places);
  return TRUE;
}

static gboolean
fits (CogZim *self, guint64 place, guint64 count)
{
  return place <= self->size && count <= (self->size - place) / 8;
}

/* The header: 80 bytes (ZIM file format, "Header"). */
static gboolean
read_header (CogZim *self, GError **error)
{
  const guint8 *d = self->data;
  guint64 media, end;

  if (self->size < HEADER || cog_zim_number (d, 4) != MAGIC)
    {
      cog_zim_set_damaged (self->name, "header", error);
      return FALSE;
    }
  if (cog_zim_number (d + 4, 2) < 5 || cog_zim_number (d + 4, 2) > 6)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                   _ ("%s: is a ZIM file of a version that cannot be read."), self->name);
      return FALSE;
    }
  self->n_entries = (guint32)cog_zim_number (d + 24, 4);
  self->n_clusters = (guint32)cog_zim_number (d + 28, 4);
  self->entries = cog_zim_number (d + 32, 8);
  self->clusters = cog_zim_number (d + 48, 8);
  media = cog_zim_number (d + 56, 8);
  self->main = (guint32)cog_zim_number (d + 64, 4);
  end = cog_zim_number (d + 72, 8);
  if (self->n_entries > MAX_ENTRIES)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE, _ ("%s: is too large."), self->name);
      return FALSE;
    }
  if (!fits (self, self->entries, self->n_entries) ||
      !fits (self, self->clusters, self->n_clusters) || media < 72 ||
      !read_media_types (self, media))
    {
      cog_zim_set_damaged (self->name, "header", error);
      return FALSE;
    }
  /* Also what stands behind the last cluster bounds it. */
  g_array_append_val (self->boundaries, end);
  g_array_append_val (self->boundaries, self->entries);
  g_array_append_val (self->boundaries, self->clusters);
  return TRUE;
}

CogZim *
cog_zim_new (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (CogZim) self = g_new0 (CogZim, 1);

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  self->name = g_strdup (name);
  self->media_types = g_ptr_array_new_with_free_func (g_free);
  self->list = g_ptr_array_new_with_free_func (free_entry);
  self->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->boundaries = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->kept = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)cog_zim_cluster_free);
  g_queue_init (&self->order);
  if (!read_header (self, error))
    return NULL;
  if (!read_lists (self))
    {
      cog_zim_set_damaged (self->name, "entries", error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

guint
cog_zim_count (CogZim *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->list->len;
}

const CogZimEntry *
cog_zim_get (CogZim *self, guint32 index)
{
  g_return_val_if_fail (self != NULL, NULL);
  return index < self->list->len ? g_ptr_array_index (self->list, index) : NULL;
}

const CogZimEntry *
cog_zim_follow (CogZim *self, guint32 index)
{
  const CogZimEntry *entry = cog_zim_get (self, index);

  for (guint i = 0; i < MAX_STEPS && entry != NULL && entry->media_type == NULL; i++)
    entry = cog_zim_get (self, entry->target);
  return entry != NULL && entry->media_type != NULL ? entry : NULL;
}

guint32
cog_zim_find (CogZim *self, char name_space, const char *path)
{
  g_autofree char *key = g_strdup_printf ("%c/%s", name_space, path);
  guint found;

  g_return_val_if_fail (self != NULL && path != NULL, COG_ZIM_NONE);

  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, key));
  return found > 0 ? found - 1 : COG_ZIM_NONE;
}

guint32
cog_zim_get_main (CogZim *self)
{
  guint32 named = cog_zim_find (self, 'W', "mainPage");

  return named != COG_ZIM_NONE ? named : self->main;
}

/* The first boundary behind a place. */
static gsize
find_end (CogZim *self, guint64 start)
{
  guint low = 0, high = self->boundaries->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->boundaries, guint64, middle) <= start)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->boundaries->len
             ? (gsize)MIN (g_array_index (self->boundaries, guint64, low), self->size)
             : self->size;
}

static const CogZimCluster *
get_cluster (CogZim *self, guint32 number, GError **error)
{
  CogZimCluster *cluster = g_hash_table_lookup (self->kept, GUINT_TO_POINTER (number + 1));
  guint64 start;

  if (cluster != NULL)
    return cluster;
  if (number >= self->n_clusters)
    {
      cog_zim_set_damaged (self->name, "cluster", error);
      return NULL;
    }
  start = cog_zim_number (self->data + self->clusters + 8 * (guint64)number, 8);
  cluster = start < self->size ? cog_zim_cluster_new (self->bytes, (gsize)start,
                                                      find_end (self, start), self->name, error)
                               : NULL;
  if (cluster == NULL)
    {
      if (error != NULL && *error == NULL)
        cog_zim_set_damaged (self->name, "cluster", error);
      return NULL;
    }
  self->unpacked += g_bytes_get_size (cluster->data);
  if (self->unpacked > MAX_UNPACKED)
    {
      cog_zim_cluster_free (cluster);
      g_set_error (
          error, COG_ERROR, COG_ERROR_TOO_LARGE,
          _ ("%s: would unpack to more than a book can hold; it may have been made to do harm."),
          self->name);
      return NULL;
    }
  if (g_queue_get_length (&self->order) >= N_KEPT)
    g_hash_table_remove (self->kept, g_queue_pop_head (&self->order));
  g_hash_table_insert (self->kept, GUINT_TO_POINTER (number + 1), cluster);
  g_queue_push_tail (&self->order, GUINT_TO_POINTER (number + 1));
  return cluster;
}

GBytes *
cog_zim_read (CogZim *self, const CogZimEntry *entry, GError **error)
{
  const CogZimCluster *cluster;

  g_return_val_if_fail (self != NULL && entry != NULL && entry->media_type != NULL, NULL);

  cluster = get_cluster (self, entry->cluster, error);
  return cluster != NULL ? cog_zim_cluster_read (cluster, entry->blob, self->name, error) : NULL;
}

char *
cog_zim_dup_metadata (CogZim *self, const char *name)
{
  guint32 index = cog_zim_find (self, 'M', name);
  const CogZimEntry *entry = index != COG_ZIM_NONE ? cog_zim_follow (self, index) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *data;

  if (entry == NULL || !g_str_has_prefix (entry->media_type, "text/"))
    return NULL;
  bytes = cog_zim_read (self, entry, NULL);
  data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  if (data == NULL || size == 0 || size > 10000)
    return NULL;
  return g_strstrip (g_utf8_make_valid (data, (gssize)size));
}
