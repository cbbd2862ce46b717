/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "epub-reading.h"

CogBook *
epub_read_bytes (GBytes *bytes, CogReport *report, GError **error)
{
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "tides.epub");
  const CogReader *used = NULL;
  CogBook *book = cog_reader_read (source, report, NULL, NULL, &used, error);

  if (book != NULL)
    {
      g_assert_cmpstr (used->id, ==, "epub");
      g_assert_true (cog_book_validate (book, report));
    }
  return book;
}

CogBook *
epub_try_read (EpubMaker *maker, CogReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = epub_maker_end (maker);

  return epub_read_bytes (bytes, report, error);
}

CogBook *
epub_read_made (EpubMaker *maker, CogReport *report)
{
  g_autoptr (GError) error = NULL;
  CogBook *book = epub_try_read (maker, report, &error);

  g_assert_no_error (error);
  return book;
}
