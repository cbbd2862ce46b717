/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-pandoc.h"

#include "cog-error.h"
#include "cog-helper-run.h"
#include "cog-html.h"
#include "cog-pandoc-page.h"
#include "cog-pandoc-signs.h"
#include "cog-prose-findings.h"
#include "cog-reader-findings.h"
#include "cog-reader-html.h"
#include "cog-reader-odt.h"
#include "cog-temporary-folder.h"
#include "cog-tex-folder.h"
#include "cog-tex-mend.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define SECONDS 60         /* for pandoc; most books take one or two */
#define OFFICE_SECONDS 180 /* for LibreOffice, which first makes itself a profile */

/* pandoc refuses to read or fetch anything but what it is given (--sandbox); its memory is limited
 * by its own runtime, since it reserves more address space than any limit on that would leave. */
static GBytes *
run_pandoc (const char *format, GBytes *input, GCancellable *cancellable, GError **error)
{
  const char *argv[] = { "pandoc",   "--sandbox",   "-f",   format,   "-t",   "html5", "-s",
                         "--mathml", "--wrap=none", "+RTS", "-M512M", "-RTS", NULL };
  GBytes *output = NULL;

  return cog_helper_run (argv, input, SECONDS, NULL, &output, cancellable, error) ? output : NULL;
}

static void
prefix_error (GError **error, CogSource *source)
{
  g_prefix_error (error, "%s: ", cog_source_get_name (source));
}

/* Pictures stand beside the file, where there is such a place. */
static CogContainer *
get_container (CogSource *source, CogReport *report, GCancellable *cancellable)
{
  if (cog_source_get_path (source) == NULL && !cog_source_is_zip (source))
    return NULL;
  return cog_source_get_container (source, report, cancellable, NULL);
}

static CogBook *
read_page (const char *place,
           GBytes *page,
           CogSource *source,
           CogContainer *container,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  CogBook *book = cog_book_new ();
  g_autoptr (CogNormalizer) normalizer = cog_normalizer_new (book, container, report);
  g_autoptr (CogPandocPage) read = cog_pandoc_page_new (page, place, container, report, error);
  gboolean ok =
      read != NULL && cog_pandoc_page_take (read, book, normalizer, progress, cancellable, error);

  if (ok)
    {
      cog_prose_settle_title (book, cog_source_get_name (source));
      cog_reader_html_finish (book, normalizer, report, cancellable);
    }
  else
    g_clear_pointer (&book, cog_book_free);
  return book;
}

static CogBook *
read_text (const char *format,
           const char *place,
           GBytes *text,
           CogSource *source,
           CogContainer *container,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GBytes) page = run_pandoc (format, text, cancellable, error);

  if (page == NULL)
    {
      prefix_error (error, source);
      return NULL;
    }
  cog_report_add (report, &cog_finding_converted_by, place, "pandoc", NULL);
  return read_page (place, page, source, container, report, progress, cancellable, error);
}

static CogBook *
read_alone (const char *format,
            CogSource *source,
            CogReport *report,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  return read_text (format, cog_source_get_name (source), cog_source_get_bytes (source), source,
                    get_container (source, report, cancellable), report, progress, cancellable,
                    error);
}

/* A text that LaTeX itself would stop at is read as far as one can see what was meant. */
static CogBook *
read_tex (const char *tex,
          const char *file,
          CogSource *source,
          CogContainer *container,
          CogReport *report,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  g_autofree char *named = cog_tex_name_headings (tex);
  g_autoptr (GBytes) bytes = g_bytes_new (named, strlen (named));
  g_autoptr (GError) fault = NULL;
  g_autofree char *balanced = NULL;
  g_autoptr (GBytes) again = NULL;
  guint mended = 0;
  CogBook *book =
      read_text ("latex", file, bytes, source, container, report, progress, cancellable, &fault);

  if (book == NULL && g_error_matches (fault, COG_ERROR, COG_ERROR_INPUT))
    balanced = cog_tex_balance (named, &mended);
  if (book != NULL || mended == 0)
    {
      if (fault != NULL)
        g_propagate_error (error, g_steal_pointer (&fault));
      return book;
    }
  again = g_bytes_new (balanced, strlen (balanced));
  book = read_text ("latex", file, again, source, container, report, progress, cancellable, error);
  if (book != NULL)
    cog_report_add (report, &cog_finding_damaged, file, fault->message, NULL);
  return book;
}

static CogBook *
read_latex (CogSource *source,
            CogReport *report,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  CogContainer *container = get_container (source, report, cancellable);
  gboolean is_many = cog_source_is_folder (source) || cog_source_is_zip (source);
  const char *file = is_many && container != NULL ? cog_tex_folder_find_main (container)
                                                  : cog_source_get_name (source);
  g_autofree char *text = NULL;
  gsize length;
  CogBook *book;

  if (container != NULL && file != NULL && cog_container_has (container, file))
    text = cog_tex_folder_expand (container, file, report);
  if (text == NULL && is_many)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: there is no text in LaTeX in it."),
                   cog_source_get_name (source));
      return NULL;
    }
  if (text == NULL)
    text = cog_html_decode (cog_source_get_bytes (source), NULL, &length, NULL);
  book = read_tex (text, file, source, container, report, progress, cancellable, error);
  if (book != NULL)
    cog_pandoc_read_tex_rights (book, report, file, text, strlen (text));
  return book;
}

#define PANDOC_READER(name, format)                                                                \
  static CogBook *read_##name (CogSource *source, CogReport *report, const CogProgress *progress,  \
                               GCancellable *cancellable, GError **error)                          \
  {                                                                                                \
    return read_alone (format, source, report, progress, cancellable, error);                      \
  }

PANDOC_READER (mediawiki, "mediawiki")
PANDOC_READER (docbook, "docbook")
PANDOC_READER (rst, "rst")
PANDOC_READER (org, "org")

/* A profile of its own, so that no window of the person's LibreOffice is asked, and no macro or
 * setting of theirs counts. */
static gboolean
run_office (const char *folder, const char *profile, GCancellable *cancellable, GError **error)
{
  g_autofree char *in = g_build_filename (folder, "in.rtf", NULL);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autofree char *own = g_strconcat ("-env:UserInstallation=", uri, "/", profile, NULL);
  const char *argv[] = {
    "soffice",  own,    "--headless", "--norestore", "--convert-to", "odt:writer8",
    "--outdir", folder, in,           NULL
  };

  return cog_helper_run (argv, NULL, OFFICE_SECONDS, folder, NULL, cancellable, error);
}

/* It makes itself a profile and begins anew, which it cannot where it is held: the socket by which
 * it finds itself, named after the profile's path, is still there and not to be removed. The second
 * time it has a profile, of another name. */
static gboolean
run_office_twice (const char *folder, GCancellable *cancellable, GError **error)
{
  g_autofree char *out = g_build_filename (folder, "in.odt", NULL);
  g_autofree char *first = g_build_filename (folder, "first", NULL);
  g_autofree char *second = g_build_filename (folder, "second", NULL);

  if (run_office (folder, "first", cancellable, NULL) && g_file_test (out, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  g_rename (first, second);
  return run_office (folder, "second", cancellable, error);
}

/* (transfer full) */
static GBytes *
convert_rtf (const char *folder, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *in = g_build_filename (folder, "in.rtf", NULL);
  g_autofree char *out = g_build_filename (folder, "in.odt", NULL);
  g_autofree char *data = NULL;
  gsize length = 0;

  if (!g_file_set_contents (in, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                            error) ||
      !run_office_twice (folder, cancellable, error))
    return NULL;
  if (!g_file_get_contents (out, &data, &length, NULL))
    {
      /* Translators: 1 is the name of a program, 2 is what that program said. */
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%1$s could not read it: %2$s."),
                   "LibreOffice", "–");
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

static CogBook *
read_rtf (CogSource *source,
          CogReport *report,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (CogTemporaryFolder) folder = cog_temporary_folder_new (COG_TEMPORARY_CONVERTED, error);
  g_autoptr (GBytes) odt = NULL;
  g_autoptr (CogSource) made = NULL;

  if (folder == NULL)
    return NULL;
  odt = convert_rtf (folder->path, cog_source_get_bytes (source), cancellable, error);
  g_clear_pointer (&folder, cog_temporary_folder_free);
  if (odt == NULL)
    {
      prefix_error (error, source);
      return NULL;
    }
  cog_report_add (report, &cog_finding_converted_by, cog_source_get_name (source), "LibreOffice",
                  NULL);
  made = cog_source_new_for_bytes (odt, cog_source_get_name (source));
  cog_source_set_options (made, cog_source_get_options (source));
  return cog_reader_odt.read (made, report, progress, cancellable, error);
}

static const char *const no_types[] = { NULL };
static const char *const latex_extensions[] = { "tex", "ltx", NULL };
static const char *const latex_types[] = { "text/x-tex", "application/x-tex", NULL };
static const char *const mediawiki_extensions[] = { "wiki", "mediawiki", NULL };
static const char *const docbook_extensions[] = { "dbk", "docbook", NULL };
static const char *const docbook_types[] = { "application/docbook+xml", NULL };
static const char *const rst_extensions[] = { "rst", NULL };
static const char *const rst_types[] = { "text/x-rst", NULL };
static const char *const org_extensions[] = { "org", NULL };
static const char *const rtf_extensions[] = { "rtf", NULL };
static const char *const rtf_types[] = { "application/rtf", "text/rtf", NULL };

/* Translators: “pandoc” and “LibreOffice” are the names of programs. */
const CogReader cog_reader_latex = {
  .id = "latex",
  .name = N_ ("LaTeX text (with pandoc)"),
  .extensions = latex_extensions,
  .media_types = latex_types,
  .needs_programs = TRUE,
  .bid = cog_pandoc_bid_latex,
  .read = read_latex,
};
const CogReader cog_reader_mediawiki = {
  .id = "mediawiki",
  .name = N_ ("Wiki text (with pandoc)"),
  .extensions = mediawiki_extensions,
  .media_types = no_types,
  .needs_programs = TRUE,
  .bid = cog_pandoc_bid_mediawiki,
  .read = read_mediawiki,
};
const CogReader cog_reader_docbook = {
  .id = "docbook",
  .name = N_ ("DocBook (with pandoc)"),
  .extensions = docbook_extensions,
  .media_types = docbook_types,
  .needs_programs = TRUE,
  .bid = cog_pandoc_bid_docbook,
  .read = read_docbook,
};
const CogReader cog_reader_rst = {
  .id = "rst",
  .name = N_ ("reStructuredText (with pandoc)"),
  .extensions = rst_extensions,
  .media_types = rst_types,
  .needs_programs = TRUE,
  .bid = cog_pandoc_bid_rst,
  .read = read_rst,
};
const CogReader cog_reader_org = {
  .id = "org",
  .name = N_ ("Org text (with pandoc)"),
  .extensions = org_extensions,
  .media_types = no_types,
  .needs_programs = TRUE,
  .bid = cog_pandoc_bid_org,
  .read = read_org,
};
const CogReader cog_reader_rtf = {
  .id = "rtf",
  .name = N_ ("Rich text (with LibreOffice)"),
  .extensions = rtf_extensions,
  .media_types = rtf_types,
  .needs_programs = TRUE,
  .bid = cog_pandoc_bid_rtf,
  .read = read_rtf,
};
