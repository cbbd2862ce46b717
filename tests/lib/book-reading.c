/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-reading.h"

CogBook *
book_try_read (const char *path, GError **error)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogSource) source = cog_source_new_for_path (path, NULL, &fault);

  g_assert_no_error (fault);
  return cog_reader_read (source, report, NULL, NULL, NULL, error);
}

CogBook *
book_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  CogBook *book = book_try_read (path, &error);

  g_assert_no_error (error);
  return book;
}
