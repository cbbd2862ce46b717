/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-private.h"

#include "cog-pandoc-page.h"
#include "cog-prose-findings.h"
#include "cog-reader-html.h"
#include "cog-reader.h"
#include "cog-remove.h"
#include "cog-tex-folder.h"
#include "cog-tex-mend.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const CogReader *
find_reader (const char *id)
{
  const CogReader *const *readers = cog_reader_table_get ();

  for (guint i = 0; readers[i] != NULL; i++)
    if (g_str_equal (readers[i]->id, id))
      return readers[i];
  return NULL;
}

static char *folder;
static guint n_read;

static void
remove_folder (void)
{
  cog_remove_tree (folder);
}

/* A real file, in a folder where nothing else is: a page alone asks for itself, and for the files
 * that it names. */
static CogSource *
make_source (const CogReader *reader, const guint8 *data, gsize size)
{
  static char *path;
  int fd;

  if (path == NULL)
    {
      g_autofree char *name = g_strconcat ("book.", reader->extensions[0], NULL);
      g_autofree char *inner = NULL;

      folder = g_dir_make_tmp ("cognate-fuzz-XXXXXX", NULL);
      atexit (remove_folder);
      inner = g_build_filename (folder, "a", "b", NULL);
      g_mkdir_with_parents (inner, 0700);
      path = g_build_filename (inner, name, NULL);
    }
  fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (fd < 0 || write (fd, data, size) != (gssize)size || close (fd) != 0)
    g_error ("%s: cannot be written.", path);
  return cog_source_new_for_path (path, NULL, NULL);
}

guint
fuzz_target_count_read (void)
{
  return n_read;
}

void
fuzz_check_book (CogBook *book)
{
  g_autoptr (CogReport) breaches = cog_report_new ();
  const CogFinding *breach;
  g_autofree char *sentence = NULL;

  if (cog_book_validate (book, breaches))
    return;
  breach = g_ptr_array_index (cog_report_get_findings (breaches), 0);
  sentence = cog_finding_dup_sentence (breach);
  g_error ("Not in normal form: %s: %s", breach->place, sentence);
}

void
fuzz_reader (const char *id, const guint8 *data, gsize size)
{
  const CogReader *reader = find_reader (id);
  CogSource *source = size > 0 ? make_source (reader, data, size) : NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  int bid;

  if (source == NULL)
    return;
  bid = reader->bid (source);
  g_assert_true (bid >= 0 && bid <= 100);
  book = cog_reader_read_as (reader, source, report, NULL, NULL, &error);
  g_assert_true ((book == NULL) == (error != NULL));
  g_debug ("%s", error != NULL ? error->message : "read");
  if (book != NULL)
    {
      n_read++;
      fuzz_check_book (book);
    }
  cog_source_free (source);
}

gboolean
fuzz_target_is_reader (const char *id)
{
  const CogReader *reader = find_reader (id);

  return reader != NULL && !reader->needs_programs;
}

/* Every reader looks at every file that is opened. */
void
fuzz_bids (const char *id, const guint8 *data, gsize size)
{
  const CogReader *const *readers = cog_reader_table_get ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "book");

  for (guint i = 0; size > 0 && readers[i] != NULL; i++)
    {
      int bid = readers[i]->bid (source);

      g_assert_true (bid >= 0 && bid <= 100);
    }
}

void
fuzz_pandoc_page (const char *id, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = cog_book_new ();
  g_autoptr (CogNormalizer) normalizer = cog_normalizer_new (book, NULL, report);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogPandocPage) page = cog_pandoc_page_new (bytes, "book.tex", NULL, report, &error);

  if (page == NULL || !cog_pandoc_page_take (page, book, normalizer, NULL, NULL, &error))
    {
      g_assert_nonnull (error);
      return;
    }
  cog_prose_settle_title (book, "book.tex");
  cog_reader_html_finish (book, normalizer, report, NULL);
  if (cog_book_has_units (book))
    fuzz_check_book (book);
}

/* A folder of texts in LaTeX, packed: the one text that is made of it. */
static void
expand_folder (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "book.zip");
  CogContainer *container = cog_source_get_container (source, report, NULL, NULL);
  const char *file = container != NULL ? cog_tex_folder_find_main (container) : NULL;
  g_autofree char *text = file != NULL ? cog_tex_folder_expand (container, file, report) : NULL;
}

/* What is done with a text in LaTeX before pandoc sees it, and for its rights. */
void
fuzz_latex_text (const char *id, const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = cog_book_new ();
  g_autofree char *named = cog_tex_name_headings (text);
  guint mended = 0;
  g_autofree char *balanced = cog_tex_balance (named, &mended);
  guint again = 0;
  g_autofree char *twice = cog_tex_balance (balanced, &again);

  /* What was mended is whole. */
  g_assert_cmpuint (again, ==, 0);
  cog_pandoc_read_tex_rights (book, report, "book.tex", text, strlen (text));
  if (size > 4 && memcmp (data, "PK\003\004", 4) == 0)
    expand_folder (data, size);
}
