/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "odt-reading.h"

CogBook *
odt_try_read_bytes (GBytes *bytes,
                    const CogReadingOptions *options,
                    CogReport *report,
                    GError **error)
{
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "made.bin");
  const CogReader *used = NULL;
  CogBook *book;

  if (options != NULL)
    cog_source_set_options (source, options);
  book = cog_reader_read (source, report, NULL, NULL, &used, error);
  if (book == NULL)
    return NULL;
  g_assert_cmpstr (used->id, ==, "odt");
  g_assert_true (cog_book_validate (book, report));
  return book;
}

CogBook *
odt_try_read (OdtMaker *maker, const CogReadingOptions *options, CogReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = odt_maker_end (maker);

  return odt_try_read_bytes (bytes, options, report, error);
}

char *
odt_dup_content (CogBook *book)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < book->sections->len; i++)
    {
      g_autofree char *part = cog_section_serialise (g_ptr_array_index (book->sections, i));

      g_string_append (text, part);
    }
  return g_string_free (text, FALSE);
}

char *
odt_read_content (OdtMaker *maker, CogReport *report)
{
  g_autoptr (CogReport) own = report == NULL ? cog_report_new () : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = odt_try_read (maker, NULL, report != NULL ? report : own, &error);

  g_assert_no_error (error);
  return odt_dup_content (book);
}
