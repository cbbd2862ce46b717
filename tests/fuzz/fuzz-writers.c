/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-private.h"

#include "cog-reader.h"
#include "cog-remove.h"
#include "cog-writer.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* What writers make of a book that nobody has looked at. An input is a web page, which its reader
 * makes a book of in normal form, whatever it was; before it stands a byte that says how the book
 * is to be written. */

static char *folder;

static void
remove_folder (void)
{
  cog_remove_tree (folder);
}

static const char *
get_folder (void)
{
  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("cognate-fuzz-write-XXXXXX", NULL);
      atexit (remove_folder);
    }
  return folder;
}

/* A page stands in a folder, for it may name files beside it. (transfer full) (nullable) */
static CogBook *
read_page (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autofree char *page = g_strconcat ("<!DOCTYPE html>", text, NULL);
  g_autofree char *path = g_build_filename (get_folder (), "page.html", NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSource) source = NULL;
  CogBook *book = NULL;

  if (!g_file_set_contents_full (path, page, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    g_error ("%s: cannot be written.", path);
  source = cog_source_new_for_path (path, NULL, &error);
  if (source != NULL)
    book = cog_reader_read (source, report, NULL, NULL, NULL, &error);
  g_debug ("%s", error != NULL ? error->message : "read");
  return book;
}

/* All that the byte can choose; the two that need a book of their own are left to it, too. */
static CogWriterOptions
choose (guint8 byte)
{
  return (CogWriterOptions){
    .paper = byte % 4,
    .purpose = byte / 4 % 4,
    .is_grey = (byte & 16) != 0,
    .is_archive = (byte & 32) != 0,
    .no_index = (byte & 64) != 0,
  };
}

/* Of an edition in two languages each unit may stand twice; and times, covers and rights come from
 * elsewhere. */
static void
dress (CogBook *book, guint8 byte)
{
  book->modified = g_strdup ("2024-01-01T00:00:00Z");
  book->is_draft = (byte & 64) != 0;
  if ((byte & 128) != 0)
    book->rights = g_strdup ("© Ann <Lee> & “others”\n\nCC BY 4.0");
  if ((byte & 128) != 0 && book->assets->len > 0)
    book->cover = g_strdup (((CogAsset *)book->assets->pdata[0])->name);
}

static const CogWriter *
find_writer (const char *id)
{
  const CogWriter *const *writers = cog_writer_table_get ();

  for (guint i = 0; writers[i] != NULL; i++)
    if (g_str_has_suffix (id, writers[i]->id))
      return writers[i];
  return NULL;
}

/* What was written is a book again. */
static void
read_back (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSource) source = cog_source_new_for_path (path, NULL, &error);
  g_autoptr (CogBook) book =
      source != NULL ? cog_reader_read (source, NULL, NULL, NULL, NULL, &error) : NULL;

  if (book == NULL)
    g_error ("What was written cannot be read: %s", error->message);
  fuzz_check_book (book);
}

void
fuzz_writer (const char *id, const guint8 *data, gsize size)
{
  const CogWriter *writer = find_writer (id);
  g_autofree char *name = NULL, *path = NULL;
  g_autoptr (CogBook) book = size > 1 ? read_page (data + 1, size - 1) : NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  CogWriterOptions options;

  if (book == NULL)
    return;
  options = choose (data[0]);
  dress (book, data[0]);
  name = g_strconcat (writer->id, ".", writer->extension, NULL);
  path = g_build_filename (get_folder (), writer->is_folder ? "site" : name, NULL);
  /* An archive wants all typefaces. */
  if (!cog_writer_write (writer, book, &options, path, report, NULL, NULL, &error) &&
      !options.is_archive)
    g_error ("A good book was not written: %s", error->message);
  if (g_str_equal (writer->id, "epub") || g_str_equal (writer->id, "html"))
    read_back (path);
  if (writer->is_folder)
    cog_remove_tree (path);
}
