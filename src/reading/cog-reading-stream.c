/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reading-stream.h"

#include "cog-book-pack.h"
#include "cog-descriptor.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define TRIM_AFTER (32 << 20) /* bytes that were freed */

static gboolean
send_head (int fd, CogFrameKind kind, guint64 length)
{
  CogFrameHead head = { kind, 0, length };

  return cog_descriptor_write_all (fd, &head, sizeof head);
}

gboolean
cog_stream_send (int fd, CogFrameKind kind, const GByteArray *bytes)
{
  guint64 length = bytes != NULL ? bytes->len : 0;

  return send_head (fd, kind, length) &&
         (length == 0 || cog_descriptor_write_all (fd, bytes->data, length));
}

gboolean
cog_stream_send_with (int fd, CogFrameKind kind, const GByteArray *bytes, GBytes *behind)
{
  gsize size = 0;
  const void *data = behind != NULL ? g_bytes_get_data (behind, &size) : NULL;

  return send_head (fd, kind, bytes->len + size) &&
         cog_descriptor_write_all (fd, bytes->data, bytes->len) &&
         cog_descriptor_write_all (fd, data, size);
}

gboolean
cog_stream_send_hello (int fd, guint32 held)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  cog_pack_number (bytes, COG_STREAM_VERSION);
  cog_pack_text (bytes, COG_VERSION);
  cog_pack_number (bytes, held);
  return cog_stream_send (fd, COG_FRAME_HELLO, bytes);
}

gboolean
cog_stream_send_progress (int fd, double fraction, const char *sentence)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  cog_pack_real (bytes, fraction);
  cog_pack_text (bytes, sentence);
  return cog_stream_send (fd, COG_FRAME_PROGRESS, bytes);
}

gboolean
cog_stream_send_findings (int fd, CogReport *report)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GPtrArray *findings = cog_report_get_findings (report);

  cog_pack_number (bytes, findings->len);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);

      cog_pack_text (bytes, finding->kind->id);
      cog_pack_number (bytes, finding->kind->severity);
      cog_pack_number (bytes, finding->kind->is_loss != 0);
      cog_pack_number (bytes, finding->kind->effect);
      cog_pack_text (bytes, finding->kind->sentence);
      cog_pack_text (bytes, finding->place);
      cog_pack_text (bytes, finding->arguments[0]);
      cog_pack_text (bytes, finding->arguments[1]);
      cog_pack_number (bytes, finding->count);
    }
  return cog_stream_send (fd, COG_FRAME_FINDINGS, bytes);
}

gboolean
cog_stream_send_fault (int fd, const GError *error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  cog_pack_text (bytes, g_quark_to_string (error->domain));
  cog_pack_number (bytes, (guint32)error->code);
  cog_pack_text (bytes, error->message);
  return cog_stream_send (fd, COG_FRAME_FAULT, bytes);
}

static gboolean
send_sections (int fd, GPtrArray *sections, guint depth)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      cog_pack_section (bytes, section, depth);
      if (!cog_stream_send (fd, COG_FRAME_SECTION, bytes) ||
          !send_sections (fd, section->children, depth + 1))
        return FALSE;
    }
  return TRUE;
}

/* Whether the file of that name is the asset, byte by byte: then the other side can look at it
 * where it lies, and hundreds of pictures need not go through a pipe. */
static gboolean
lies_in (CogContainer *folder, const CogAsset *asset)
{
  g_autoptr (GBytes) bytes = NULL;

  if (folder == NULL || asset->origin == NULL || !cog_container_has (folder, asset->origin))
    return FALSE;
  bytes = cog_container_read (folder, asset->origin, NULL);
  return bytes != NULL && g_bytes_equal (bytes, asset->bytes);
}

static gboolean
send_file (int fd, const CogAsset *asset)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  cog_pack_text (bytes, asset->origin);
  cog_pack_number (bytes, (guint32)g_bytes_get_size (asset->bytes));
  cog_pack_asset (bytes, asset);
  return cog_stream_send (fd, COG_FRAME_FILE, bytes);
}

static gboolean
send_asset (int fd, const CogAsset *asset)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize size;
  const void *data = g_bytes_get_data (asset->bytes, &size);
  guint32 length;

  cog_pack_asset (bytes, asset);
  length = bytes->len;
  return send_head (fd, COG_FRAME_ASSET, sizeof length + length + size) &&
         cog_descriptor_write_all (fd, &length, sizeof length) &&
         cog_descriptor_write_all (fd, bytes->data, length) &&
         cog_descriptor_write_all (fd, data, size);
}

/* The other side has it now: both together would need twice the memory. */
static void
forget (CogAsset *asset, gsize *n_forgotten)
{
  *n_forgotten += g_bytes_get_size (asset->bytes);
  g_bytes_unref (asset->bytes);
  asset->bytes = g_bytes_new_static ("", 0);
#ifdef __GLIBC__
  if (*n_forgotten < TRIM_AFTER)
    return;
  malloc_trim (0);
  *n_forgotten = 0;
#endif
}

gboolean
cog_stream_give_book (int fd, CogBook *book, const CogReader *reader, CogContainer *folder)
{
  gsize n_forgotten = 0;

  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  cog_pack_text (bytes, reader->id);
  cog_pack_number (bytes, sections->len);
  cog_pack_number (bytes, book->assets->len);
  cog_pack_book (bytes, book);
  if (!cog_stream_send (fd, COG_FRAME_BOOK, bytes) || !send_sections (fd, book->sections, 0))
    return FALSE;
  for (guint i = 0; i < book->assets->len; i++)
    {
      CogAsset *asset = g_ptr_array_index (book->assets, i);

      if (!(lies_in (folder, asset) ? send_file (fd, asset) : send_asset (fd, asset)))
        return FALSE;
      forget (asset, &n_forgotten);
    }
  return cog_stream_send (fd, COG_FRAME_END, NULL);
}
