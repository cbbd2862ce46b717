/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader.h"

#include "cog-error.h"
#include "cog-logo.h"
#include "cog-picture-report.h"
#include "cog-publisher.h"
#include "cog-reader-bloom.h"
#include "cog-reader-docx.h"
#include "cog-reader-epub.h"
#include "cog-reader-exe.h"
#include "cog-reader-h5p.h"
#include "cog-reader-html.h"
#include "cog-reader-ims.h"
#include "cog-reader-jats.h"
#include "cog-reader-markdown.h"
#include "cog-reader-moodle.h"
#include "cog-reader-odt.h"
#include "cog-reader-openstax.h"
#include "cog-reader-pandoc.h"
#include "cog-reader-pdf.h"
#include "cog-reader-pressbooks.h"
#include "cog-reader-zim.h"
#include "cog-source-page.h"
#include "cog-web-record.h"

#include <glib/gi18n-lib.h>

/* A row each, so that a reader is one line more. */
/* clang-format off */
static const CogReader *const readers[] = {
  &cog_reader_epub,
  &cog_reader_docx,
  &cog_reader_odt,
  &cog_reader_openstax,
  &cog_reader_jats,
  &cog_reader_ims,
  &cog_reader_moodle,
  &cog_reader_exe,
  &cog_reader_h5p,
  &cog_reader_bloom,
  &cog_reader_zim,
  &cog_reader_pressbooks,
  &cog_reader_pdf,
  &cog_reader_html,
  &cog_reader_markdown,
  &cog_reader_latex,
  &cog_reader_mediawiki,
  &cog_reader_docbook,
  &cog_reader_rst,
  &cog_reader_org,
  &cog_reader_rtf,
  NULL,
};
/* clang-format on */

const CogReader *const *
cog_reader_table_get (void)
{
  return readers;
}

static void
set_unsupported (CogSource *source, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; readers[i] != NULL; i++)
    /* Translators: between the items of a list */
    g_string_append_printf (names, "%s%s", i > 0 ? _ (", ") : "", _ (readers[i]->name));
  /* Translators: 1 is a file's name, 2 a list of formats, "EPUB book, Web page…" */
  g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
               _ ("%1$s: is in a format that cannot be read yet. These can be read: %2$s."),
               cog_source_get_name (source), names->str);
}

const CogReader *
cog_reader_find (CogSource *source, GError **error)
{
  const CogReader *best = NULL;
  int best_bid = 0;

  g_return_val_if_fail (source != NULL, NULL);

  if (!cog_source_is_folder (source) && g_bytes_get_size (cog_source_get_bytes (source)) == 0)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: is empty."),
                   cog_source_get_name (source));
      return NULL;
    }
  for (guint i = 0; readers[i] != NULL; i++)
    {
      int bid = readers[i]->bid (source);

      if (bid > best_bid)
        {
          best = readers[i];
          best_bid = bid;
        }
    }
  if (best == NULL)
    set_unsupported (source, error);
  return best;
}

CogBook *
cog_reader_read_as (const CogReader *reader,
                    CogSource *source,
                    CogReport *report,
                    const CogProgress *progress,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (CogBook) book = NULL;

  g_return_val_if_fail (reader != NULL && source != NULL, NULL);

  cog_progress_tell (progress, 0, _ ("Reading…"));
  book = reader->read (source, report, progress, cancellable, error);
  if (book == NULL)
    return NULL;
  if (!cog_book_has_units (book))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: no text was found in it."),
                   cog_source_get_name (source));
      return NULL;
    }
  cog_web_record_apply (book, source, reader->id, report);
  cog_source_page_read (book);
  cog_publisher_propose (book->credit);
  cog_logo_report (book, report);
  cog_picture_report (book, report);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  /* Translators: the file has been read: past tense. */
  cog_progress_tell (progress, 1, _ ("Read"));
  return g_steal_pointer (&book);
}

CogBook *
cog_reader_read (CogSource *source,
                 CogReport *report,
                 const CogProgress *progress,
                 GCancellable *cancellable,
                 const CogReader **used,
                 GError **error)
{
  const CogReader *reader = cog_reader_find (source, error);

  if (reader == NULL)
    return NULL;
  if (used != NULL)
    *used = reader;
  return cog_reader_read_as (reader, source, report, progress, cancellable, error);
}
