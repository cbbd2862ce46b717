/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-container-private.h"

#include "cog-error.h"
#include "cog-findings.h"
#include "cog-path.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct archive Archive;

static void
free_archive (Archive *archive)
{
  archive_read_free (archive);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)

#define END_RECORD_SIZE 22
#define SMALL_ENOUGH (16u << 20) /* below this a high ratio of compression harms nobody */

static gboolean
set_damaged (CogContainer *self, const char *words, GError **error)
{
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               /* Translators: file name, and the zip library's own English words. */
               _ ("%s: the file is damaged or cut off (%s)."), self->display_name,
               words != NULL ? words : "archive");
  return FALSE;
}

static gboolean
set_too_large (CogContainer *self, GError **error)
{
  g_set_error (
      error, COG_ERROR, COG_ERROR_TOO_LARGE,
      _ ("%s: would unpack to more than a book can hold; it may have been made to do harm."),
      self->display_name);
  return FALSE;
}

/* The number of entries that the end record promises (APPNOTE 4.3.16), or -1 where there is none
 * near the end, or where it is zip64's. */
static int
read_promised_count (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize lowest = size > 65557 ? size - 65557 : 0;

  if (size < END_RECORD_SIZE)
    return -1;
  for (gsize at = size - END_RECORD_SIZE;; at--)
    {
      if (memcmp (data + at, "PK\005\006", 4) == 0)
        {
          int here = data[at + 8] | data[at + 9] << 8;
          int count = data[at + 10] | data[at + 11] << 8;

          if (count == 0xFFFF && here == 0xFFFF && at >= 20 &&
              memcmp (data + at - 20, "PK\006\007", 4) == 0)
            return -1;
          return here == count ? count : G_MAXINT;
        }
      if (at == lowest)
        return -1;
    }
}

static char *
dup_entry_name (struct archive_entry *entry)
{
  const char *raw = archive_entry_pathname_utf8 (entry);

  if (raw != NULL && g_utf8_validate (raw, -1, NULL))
    return g_strdup (raw);
  raw = archive_entry_pathname (entry);
  if (raw == NULL)
    return NULL;
  if (g_utf8_validate (raw, -1, NULL))
    return g_strdup (raw);
  /* APPNOTE, appendix D: without the UTF-8 flag a name is in CP437. */
  return g_convert (raw, -1, "UTF-8", "CP437", NULL, NULL, NULL);
}

/* Reads what is really there, whatever the header says of its size. */
static GBytes *
read_entry (CogContainer *self, Archive *archive, gsize packed, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();

  for (;;)
    {
      const void *block;
      size_t length;
      la_int64_t offset;
      int status = archive_read_data_block (archive, &block, &length, &offset);

      if (status == ARCHIVE_EOF)
        break;
      if (status != ARCHIVE_OK)
        {
          set_damaged (self, archive_error_string (archive), error);
          return NULL;
        }
      self->total += length;
      if (data->len + length > COG_CONTAINER_MAX_ENTRY || self->total > COG_CONTAINER_MAX_TOTAL ||
          (self->total > SMALL_ENOUGH && self->total / COG_CONTAINER_MAX_RATIO > packed))
        {
          set_too_large (self, error);
          return NULL;
        }
      g_byte_array_append (data, block, length);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static gboolean
take_entry (CogContainer *self,
            Archive *archive,
            struct archive_entry *entry,
            gsize packed,
            CogReport *report,
            GError **error)
{
  g_autofree char *raw = dup_entry_name (entry);
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length = raw != NULL ? strlen (raw) : 0;

  if (archive_entry_is_encrypted (entry))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_ENCRYPTED,
                   _ ("%s: is locked with a password. Ask for a copy that is not."),
                   self->display_name);
      return FALSE;
    }
  if (length > 0 && raw[length - 1] == '/')
    return TRUE;
  if (archive_entry_filetype (entry) != AE_IFREG || archive_entry_hardlink (entry) != NULL)
    {
      if (archive_entry_filetype (entry) != AE_IFDIR)
        cog_report_add (report, &cog_finding_entry_link, self->display_name, raw, NULL);
      return TRUE;
    }
  name = raw != NULL ? cog_path_clean (raw) : NULL;
  if (name == NULL)
    {
      g_autofree char *shown = g_utf8_make_valid (raw != NULL ? raw : "?", MIN (length, 80));

      cog_report_add (report, &cog_finding_entry_ignored, self->display_name, shown, NULL);
      return TRUE;
    }
  bytes = read_entry (self, archive, packed, error);
  if (bytes == NULL)
    return FALSE;
  cog_container_take (self, g_steal_pointer (&name), bytes, report);
  return TRUE;
}

/* libarchive turns the names in a zip into the locale's characters, and where the locale is "C" it
 * has none for them: the thread reads as if in UTF-8, whatever the person's environment says. */
static locale_t
enter_utf8 (locale_t *utf8)
{
  *utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  return *utf8 != (locale_t)0 ? uselocale (*utf8) : (locale_t)0;
}

static void
leave_utf8 (locale_t utf8, locale_t before)
{
  if (utf8 == (locale_t)0)
    return;
  uselocale (before);
  freelocale (utf8);
}

typedef enum
{
  FORMAT_ZIP,
  FORMAT_TAR, /* packed with gzip, or as it stands */
} Format;

static void
support_format (Archive *archive, Format format)
{
  if (format == FORMAT_ZIP)
    archive_read_support_format_zip (archive);
  else
    {
      archive_read_support_filter_gzip (archive);
      archive_read_support_format_tar (archive);
    }
}

static gboolean
read_entries (CogContainer *self,
              GBytes *bytes,
              Format format,
              CogReport *report,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  int promised = format == FORMAT_ZIP ? read_promised_count (bytes) : -1;
  int met = 0;
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  support_format (archive, format);
  if (archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    return set_damaged (self, archive_error_string (archive), error);
  for (;;)
    {
      struct archive_entry *entry;
      int status = archive_read_next_header (archive, &entry);

      if (status == ARCHIVE_EOF)
        break;
      if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
        return set_damaged (self, archive_error_string (archive), error);
      if (++met > COG_CONTAINER_MAX_ENTRIES)
        return set_too_large (self, error);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !take_entry (self, archive, entry, size, report, error))
        return FALSE;
    }
  if (promised >= 0 && promised != met)
    return set_damaged (self, _ ("its table of contents does not fit"), error);
  if (self->names->len == 0)
    return set_damaged (self, _ ("nothing in it"), error);
  return TRUE;
}

static CogContainer *
open_archive (GBytes *bytes,
              Format format,
              const char *display_name,
              CogReport *report,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (CogContainer) self = NULL;
  locale_t utf8, before;
  gboolean ok;

  self = cog_container_new_empty (display_name);
  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: is empty."), display_name);
      return NULL;
    }
  before = enter_utf8 (&utf8);
  ok = read_entries (self, bytes, format, report, cancellable, error);
  leave_utf8 (utf8, before);
  if (!ok)
    return NULL;
  cog_container_seal (self);
  return g_steal_pointer (&self);
}

CogContainer *
cog_container_new_for_zip (GBytes *bytes,
                           const char *display_name,
                           gpointer report,
                           GCancellable *cancellable,
                           GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (display_name != NULL, NULL);
  return open_archive (bytes, FORMAT_ZIP, display_name, report, cancellable, error);
}

CogContainer *
cog_container_new_for_tar (GBytes *bytes,
                           const char *display_name,
                           gpointer report,
                           GCancellable *cancellable,
                           GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (display_name != NULL, NULL);
  return open_archive (bytes, FORMAT_TAR, display_name, report, cancellable, error);
}
