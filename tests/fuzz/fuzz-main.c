/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-target.h"
#include "fuzz-zip.h"

#include <stdlib.h>
#include <string.h>

/* libFuzzer's side (https://llvm.org/docs/LibFuzzer.html): one program for all targets, for each
 * would hold the same libraries. Its first argument is --target=ID: libFuzzer leaves two dashes
 * alone. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
gsize LLVMFuzzerMutate (guint8 *data, gsize size, gsize max_size);
gsize LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize max_size, guint seed);
gsize LLVMFuzzerCustomCrossOver (const guint8 *data1,
                                 gsize size1,
                                 const guint8 *data2,
                                 gsize size2,
                                 guint8 *out,
                                 gsize max_size,
                                 guint seed);

static const char *target;
static FuzzFunc func;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  for (int i = 1; i < *argc; i++)
    if (g_str_has_prefix ((*argv)[i], "--target="))
      target = (*argv)[i] + strlen ("--target=");
  fuzz_target_prepare ();
  func = target != NULL ? fuzz_target_find (target) : NULL;
  if (func != NULL)
    return 0;
  g_printerr ("There is no target %s.\n", target != NULL ? target : "given");
  exit (77);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  func (target, data, size);
  return 0;
}

static gboolean
is_zip (const guint8 *data, gsize size)
{
  return size > 4 && memcmp (data, "PK\003\004", 4) == 0;
}

static guint
pick (GRand *random, guint n)
{
  return (guint)g_rand_int_range (random, 0, (gint32)n);
}

static void
change_bytes (FuzzEntry *entry, gsize max_size)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (entry->bytes, &size);
  gsize room = MIN (size + 4096, max_size);
  guint8 *changed = g_malloc0 (MAX (room, size) + 1);

  if (size > 0)
    memcpy (changed, data, size);
  size = LLVMFuzzerMutate (changed, MIN (size, room), room);
  g_bytes_unref (entry->bytes);
  entry->bytes = g_bytes_new_take (changed, size);
}

static void
change_name (FuzzEntry *entry)
{
  gsize size = strlen (entry->name);
  guint8 *changed = g_malloc0 (size + 65);

  memcpy (changed, entry->name, size);
  size = LLVMFuzzerMutate (changed, size, size + 64);
  g_free (entry->name);
  entry->name = g_strndup ((const char *)changed, size);
  g_free (changed);
}

/* Mostly what is in one of the files: of a zip changed as it stands only the checksum would be
 * tried. */
static void
change_zip (GPtrArray *entries, gsize max_size, GRand *random)
{
  FuzzEntry *entry = g_ptr_array_index (entries, pick (random, entries->len));
  const FuzzEntry *other = g_ptr_array_index (entries, pick (random, entries->len));

  switch (pick (random, 24))
    {
    case 0:
      change_name (entry);
      break;
    case 1:
      if (entries->len > 1)
        g_ptr_array_remove (entries, entry);
      break;
    case 2:
      g_ptr_array_add (entries, fuzz_entry_new (entry->name, other->bytes));
      break;
    default:
      change_bytes (entry, max_size);
    }
}

/* 0: it does not fit. */
static gsize
put_zip (GPtrArray *entries, guint8 *out, gsize max_size)
{
  g_autoptr (GBytes) zip = fuzz_zip_write (entries);
  gsize size;
  const guint8 *data = g_bytes_get_data (zip, &size);

  if (size > max_size)
    return 0;
  memcpy (out, data, size);
  return size;
}

gsize
LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize max_size, guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) entries = NULL;
  gsize changed = 0;

  if (is_zip (data, size) && pick (random, 16) > 0)
    entries = fuzz_zip_read (data, size);
  if (entries != NULL)
    {
      change_zip (entries, max_size, random);
      changed = put_zip (entries, data, max_size);
    }
  return changed > 0 ? changed : LLVMFuzzerMutate (data, size, max_size);
}

/* A file of the second in the place of one of the first, or beside them. */
gsize
LLVMFuzzerCustomCrossOver (const guint8 *data1,
                           gsize size1,
                           const guint8 *data2,
                           gsize size2,
                           guint8 *out,
                           gsize max_size,
                           guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) entries = is_zip (data1, size1) ? fuzz_zip_read (data1, size1) : NULL;
  g_autoptr (GPtrArray) others = is_zip (data2, size2) ? fuzz_zip_read (data2, size2) : NULL;
  FuzzEntry *entry;
  const FuzzEntry *other;

  if (entries == NULL || others == NULL)
    {
      /* The head of one and the tail of the other. */
      gsize head = size1 > 0 ? pick (random, (guint)MIN (size1, max_size)) : 0;
      gsize from = size2 > 0 ? pick (random, (guint)size2) : 0;
      gsize tail = MIN (size2 - from, max_size - head);

      if (head > 0)
        memcpy (out, data1, head);
      if (tail > 0)
        memcpy (out + head, data2 + from, tail);
      return head + tail;
    }
  entry = g_ptr_array_index (entries, pick (random, entries->len));
  other = g_ptr_array_index (others, pick (random, others->len));
  if (pick (random, 4) == 0)
    g_ptr_array_add (entries, fuzz_entry_new (other->name, other->bytes));
  else
    {
      g_bytes_unref (entry->bytes);
      entry->bytes = g_bytes_ref (other->bytes);
    }
  return put_zip (entries, out, max_size);
}
