/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "docx-reading.h"

#include <string.h>

CogBook *
docx_try_read (DocxMaker *maker, CogReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = docx_maker_end (maker);
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "made.bin");
  const CogReader *used = NULL;
  CogBook *book = cog_reader_read (source, report, NULL, NULL, &used, error);

  if (book == NULL)
    return NULL;
  g_assert_cmpstr (used->id, ==, "docx");
  g_assert_true (cog_book_validate (book, report));
  return book;
}

char *
docx_read_content (DocxMaker *maker, CogReport *report)
{
  g_autoptr (CogReport) own = report == NULL ? cog_report_new () : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = docx_try_read (maker, report != NULL ? report : own, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < book->sections->len; i++)
    {
      g_autofree char *part = cog_section_serialise (g_ptr_array_index (book->sections, i));

      g_string_append (text, part);
    }
  return g_string_free (text, FALSE);
}

void
docx_assert_has (const char *content, const char *words)
{
  if (strstr (content, words) == NULL)
    g_test_message ("no %s in %s", words, content);
  g_assert_nonnull (strstr (content, words));
}

void
docx_assert_lacks (const char *content, const char *words)
{
  if (strstr (content, words) != NULL)
    g_test_message ("%s in %s", words, content);
  g_assert_null (strstr (content, words));
}
