/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gram-run-private.h"

#include "cog-replacement.h"
#include "cog-segment-fold.h"

#include <gio/gio.h>
#include <string.h>

#define MAGIC "CgnGram1"
/* Read as it was written: a file of a machine of the other byte order is not this one. */
#define ORDER 0x01020304

#define LEAST_BITS 10
#define MOST_BITS 18

typedef struct
{
  char magic[8];
  guint32 order;
  guint32 n;
  CogGramRunName name;
  guint64 n_text_bytes;
  guint64 n_list_bytes;
  guint64 mask;  /* of the hashes */
  guint64 parts; /* check of all but texts and lists: some per cent of the whole */
  guint64 check; /* of what stands before */
} Head;

struct _CogGramRun
{
  GBytes *image;
  const Head *head;
  const gint64 *ids;
  const guint64 *list_starts; /* mask + 2 */
  const guint32 *checks;      /* mask + 1, of the lists */
  const guint32 *starts;      /* n + 1 */
  const guint16 *lengths;
  const char *texts;
  const guint8 *lists;
  gboolean is_foreign; /* from a file */
  gboolean is_damaged;
};

/* Where each part begins, in bytes, and how long the whole is. */
typedef struct
{
  gsize ids, list_starts, checks, starts, lengths, texts, lists, size;
} Layout;

static gsize
place (gsize *end, gsize size)
{
  gsize begin = *end;

  *end = (begin + size + 7) & ~(gsize)7;
  return begin;
}

static Layout
lay_out (const Head *head)
{
  gsize end = sizeof (Head);
  Layout layout;

  layout.ids = place (&end, head->n * sizeof (gint64));
  layout.list_starts = place (&end, (head->mask + 2) * sizeof (guint64));
  layout.checks = place (&end, (head->mask + 1) * sizeof (guint32));
  layout.starts = place (&end, ((gsize)head->n + 1) * sizeof (guint32));
  layout.lengths = place (&end, head->n * sizeof (guint16));
  layout.texts = place (&end, head->n_text_bytes);
  layout.lists = place (&end, head->n_list_bytes);
  layout.size = end;
  return layout;
}

/* Eight bytes a step, for some megabytes a search. */
static guint32
check_bytes (const guint8 *bytes, gsize n_bytes)
{
  guint64 sum = n_bytes;

  for (; n_bytes > 0; bytes += MIN (n_bytes, 8), n_bytes -= MIN (n_bytes, 8))
    {
      guint64 word = 0;

      memcpy (&word, bytes, MIN (n_bytes, 8));
      sum = (sum ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
      sum ^= sum >> 29;
    }
  return (guint32)(sum ^ (sum >> 32));
}

static guint32
check_parts (const Head *head, const char *data)
{
  return check_bytes ((const guint8 *)data + sizeof *head, lay_out (head).texts - sizeof *head);
}

static guint64
compute_check (const Head *head)
{
  g_autofree char *words = g_strdup_printf (
      "%u %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT
      " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT,
      head->n, head->name.stamp, head->name.after, head->name.upto, head->n_text_bytes,
      head->n_list_bytes, head->mask, head->parts);

  return cog_segment_hash (words);
}

static CogGramRun *
new_of_image (GBytes *image, gboolean is_foreign)
{
  CogGramRun *self = g_new0 (CogGramRun, 1);
  const char *data = g_bytes_get_data (image, NULL);
  Layout layout;

  self->image = image;
  self->head = (const Head *)(gconstpointer)data;
  layout = lay_out (self->head);
  self->ids = (const gint64 *)(gconstpointer)(data + layout.ids);
  self->list_starts = (const guint64 *)(gconstpointer)(data + layout.list_starts);
  self->checks = (const guint32 *)(gconstpointer)(data + layout.checks);
  self->starts = (const guint32 *)(gconstpointer)(data + layout.starts);
  self->lengths = (const guint16 *)(gconstpointer)(data + layout.lengths);
  self->texts = data + layout.texts;
  self->lists = (const guint8 *)data + layout.lists;
  self->is_foreign = is_foreign;
  return self;
}

static guint
choose_mask (guint n)
{
  guint bits = LEAST_BITS;

  while (bits < MOST_BITS && (1u << bits) < n)
    bits++;
  return (1u << bits) - 1;
}

static gsize
get_width (guint32 value)
{
  gsize width = 1;

  for (; value >= 0x80; value >>= 7)
    width++;
  return width;
}

static guint8 *
write_number (guint8 *at, guint32 value)
{
  for (; value >= 0x80; value >>= 7)
    *at++ = (guint8)(value | 0x80);
  *at++ = (guint8)value;
  return at;
}

/* Goes over all texts: first to learn how long each list becomes (ends is NULL), then to write. */
static void
walk (const CogGramTexts *texts, guint32 mask, guint64 *sizes, guint8 **ends)
{
  g_autofree guint32 *last = g_new0 (guint32, (gsize)mask + 1);
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  const guint32 *starts = (const guint32 *)(gpointer)texts->starts->data;

  for (guint i = 0; i < texts->ids->len; i++)
    {
      cog_gram_hash (texts->bytes + starts[i], starts[i + 1] - starts[i], hashes);
      for (guint k = 0; k < hashes->len; k++)
        {
          guint32 list = g_array_index (hashes, guint32, k) & mask;

          /* Numbers begin with 1, so that a difference of 0 says: this text has it already. */
          if (last[list] == i + 1)
            continue;
          if (ends != NULL)
            ends[list] = write_number (ends[list], i + 1 - last[list]);
          else
            sizes[list] += get_width (i + 1 - last[list]);
          last[list] = i + 1;
        }
    }
}

static void
write_lists (const CogGramTexts *texts, const Head *head, char *data, const guint64 *starts)
{
  g_autofree guint8 **ends = g_new (guint8 *, head->mask + 1);
  const Layout layout = lay_out (head);

  for (gsize i = 0; i <= head->mask; i++)
    ends[i] = (guint8 *)data + layout.lists + starts[i];
  walk (texts, (guint32)head->mask, NULL, ends);
  for (gsize i = 0; i <= head->mask; i++)
    ((guint32 *)(gpointer)(data + layout.checks))[i] =
        check_bytes ((guint8 *)data + layout.lists + starts[i], starts[i + 1] - starts[i]);
}

static void
write_part (char *data, gsize at, gconstpointer part, gsize size)
{
  if (size > 0)
    memcpy (data + at, part, size);
}

CogGramRun *
cog_gram_run_new (const CogGramTexts *texts, const CogGramRunName *name)
{
  Head head = { MAGIC, ORDER, texts->ids->len, *name, texts->size, 0, 0, 0, 0 };
  g_autofree guint64 *starts = NULL;
  guint64 total = 0;
  Layout layout;
  char *data;

  head.mask = choose_mask (head.n);
  starts = g_new0 (guint64, head.mask + 2);
  walk (texts, (guint32)head.mask, starts, NULL);
  for (gsize i = 0; i <= head.mask + 1; i++)
    {
      guint64 size = i <= head.mask ? starts[i] : 0;

      starts[i] = total;
      total += size;
    }
  head.n_list_bytes = total;
  layout = lay_out (&head);
  data = g_malloc0 (layout.size);
  write_part (data, layout.ids, texts->ids->data, head.n * sizeof (gint64));
  write_part (data, layout.list_starts, starts, (head.mask + 2) * sizeof (guint64));
  write_part (data, layout.starts, texts->starts->data, ((gsize)head.n + 1) * sizeof (guint32));
  write_part (data, layout.lengths, texts->lengths->data, head.n * sizeof (guint16));
  write_part (data, layout.texts, texts->bytes, texts->size);
  write_lists (texts, &head, data, starts);
  head.parts = check_parts (&head, data);
  head.check = compute_check (&head);
  write_part (data, 0, &head, sizeof head);
  return new_of_image (g_bytes_new_take (data, layout.size), FALSE);
}

static gboolean
is_sound (const Head *head, gsize size, const CogGramRunName *name)
{
  return size >= sizeof *head && memcmp (head->magic, MAGIC, sizeof head->magic) == 0 &&
         head->order == ORDER && head->check == compute_check (head) &&
         head->name.stamp == name->stamp && head->name.after == name->after &&
         head->name.upto == name->upto && head->mask < (1u << MOST_BITS) &&
         head->n_text_bytes <= G_MAXUINT32 && head->n_list_bytes <= size &&
         lay_out (head).size == size &&
         head->parts == check_parts (head, (const char *)(gconstpointer)head);
}

CogGramRun *
cog_gram_run_open (const char *path, const CogGramRunName *name)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) image = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  const Head *head = image != NULL ? g_bytes_get_data (image, NULL) : NULL;

  if (head == NULL || !is_sound (head, g_bytes_get_size (image), name))
    return NULL;
  return new_of_image (g_steal_pointer (&image), TRUE);
}

gboolean
cog_gram_run_save (const CogGramRun *self, const char *path, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (self->image, &size);

  return cog_replacement_write (path, data, size, error);
}

void
cog_gram_run_free (CogGramRun *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->image);
  g_free (self);
}

const CogGramRunName *
cog_gram_run_get_name (const CogGramRun *self)
{
  return &self->head->name;
}

guint
cog_gram_run_get_count (const CogGramRun *self)
{
  return self->head->n;
}

gsize
cog_gram_run_get_size (const CogGramRun *self)
{
  return g_bytes_get_size (self->image);
}

gsize
cog_gram_run_get_text_size (const CogGramRun *self)
{
  return self->head->n_text_bytes;
}

gint64
cog_gram_run_get_id (const CogGramRun *self, guint slot)
{
  return self->ids[slot];
}

guint
cog_gram_run_get_length (const CogGramRun *self, guint slot)
{
  return self->lengths[slot];
}

gboolean
cog_gram_run_is_damaged (const CogGramRun *self)
{
  return self->is_damaged;
}

const char *
cog_gram_run_get_text (CogGramRun *self, guint slot, gsize *n_bytes)
{
  guint32 start = self->starts[slot], end = self->starts[slot + 1];

  if (start <= end && end <= self->head->n_text_bytes)
    {
      *n_bytes = end - start;
      if (!self->is_foreign || g_utf8_validate_len (self->texts + start, *n_bytes, NULL))
        return self->texts + start;
    }
  self->is_damaged = TRUE;
  return NULL;
}

const guint8 *
cog_gram_run_get_list (CogGramRun *self, guint32 hash, gsize *n_bytes)
{
  gsize at = hash & self->head->mask;
  guint64 start = self->list_starts[at], end = self->list_starts[at + 1];
  gboolean is_sound =
      start <= end && end <= self->head->n_list_bytes &&
      (!self->is_foreign || check_bytes (self->lists + start, end - start) == self->checks[at]);

  self->is_damaged = self->is_damaged || !is_sound;
  *n_bytes = is_sound ? end - start : 0;
  return self->lists + (is_sound ? start : 0);
}
