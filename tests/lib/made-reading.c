/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "made-reading.h"

#include "cog-error.h"
#include "epub-maker.h"

#include <string.h>

CogBook *
made_read (GBytes *bytes, const char *reader, CogReport *report)
{
  const CogReadingOptions usual = { 0 };

  return made_read_as (bytes, reader, &usual, report);
}

CogBook *
made_read_as (GBytes *bytes,
              const char *reader,
              const CogReadingOptions *options,
              CogReport *report)
{
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "made.bin");
  g_autoptr (CogReport) own = cog_report_new ();
  g_autoptr (GError) error = NULL;
  const CogReader *used = NULL;
  CogBook *book;

  cog_source_set_options (source, options);
  book = cog_reader_read (source, report != NULL ? report : own, NULL, NULL, &used, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (used->id, ==, reader);
  g_assert_true (cog_book_validate (book, report != NULL ? report : own));
  return book;
}

void
made_assert_refused (GBytes *bytes, const char *reader)
{
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "made.bin");
  g_autoptr (GError) error = NULL;
  const CogReader *used = NULL;
  CogBook *book = cog_reader_read (source, NULL, NULL, NULL, &used, &error);

  g_assert_null (book);
  g_assert_nonnull (used);
  g_assert_cmpstr (used->id, ==, reader);
  g_assert_true (error->domain == COG_ERROR);
}

GBytes *
made_zip (const char *name, const char *text, ...)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) data = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  va_list rest;

  va_start (rest, text);
  for (; name != NULL; name = va_arg (rest, const char *))
    {
      const char *content = names->len == 0 ? text : va_arg (rest, const char *);

      g_ptr_array_add (names, (gpointer)name);
      g_ptr_array_add (data, g_bytes_new (content, strlen (content)));
    }
  va_end (rest);
  g_ptr_array_add (names, NULL);
  return epub_zip ((const char *const *)names->pdata, data);
}

char *
made_dup_content (const CogBook *book)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      g_autofree char *part =
          cog_section_get_root (section) != NULL ? cog_section_serialise (section) : NULL;

      g_string_append_printf (text, "[%s]%s", section->title, part != NULL ? part : "");
    }
  return g_string_free (text, FALSE);
}

const CogCredit *
made_find_credit (const CogBook *book, const char *id_end)
{
  for (guint i = 0; i < book->credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (book->credits, i);

      if (g_str_has_suffix (credit->item, id_end))
        return credit;
    }
  g_test_message ("no credit of %s", id_end);
  g_assert_not_reached ();
}

void
made_assert_has (const char *content, const char *words)
{
  if (strstr (content, words) == NULL)
    g_test_message ("no %s in %s", words, content);
  g_assert_nonnull (strstr (content, words));
}

void
made_assert_lacks (const char *content, const char *words)
{
  if (strstr (content, words) != NULL)
    g_test_message ("%s in %s", words, content);
  g_assert_null (strstr (content, words));
}
