/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "corpus.h"

#include "cog-reader.h"
#include "cog-rich-buffer.h"

#include <string.h>

/* Every unit of real books, opened in the editor and read back: nothing is lost, and nothing else
 * is there. */

typedef struct
{
  CogRichBuffer *buffer;
  guint n, n_lines;
} Trip;

static void
unit_cb (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  Trip *trip = user_data;
  g_autoptr (CogText) text = NULL, back = NULL;
  g_autofree char *before = NULL, *after = NULL;

  if (unit->kind == COG_UNIT_ALT || unit->kind == COG_UNIT_TITLE || unit->source == NULL)
    return;
  text = cog_text_new_from_xhtml (unit->source, NULL);
  g_assert_nonnull (text);
  cog_rich_buffer_load (trip->buffer, text);
  back = cog_rich_buffer_read (trip->buffer);
  before = cog_text_to_xhtml (text);
  after = cog_text_to_xhtml (back);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (back->codes->len, ==, text->codes->len);
  for (guint i = 0; i < text->codes->len; i++)
    {
      const CogCode *a = g_ptr_array_index (text->codes, i);
      const CogCode *b = g_ptr_array_index (back->codes, i);

      g_assert_cmpuint (a->number, ==, b->number);
      g_assert_cmpstr (a->markup, ==, b->markup);
      g_assert_cmpstr (a->label, ==, b->label);
      g_assert_cmpuint (a->start, ==, b->start);
      g_assert_cmpuint (a->end, ==, b->end);
    }
  trip->n++;
  if (unit->kind != COG_UNIT_PREFORMATTED && strchr (text->plain, '\n') != NULL)
    trip->n_lines++;
}

static void
test_corpus (gconstpointer name)
{
  g_autofree char *path = corpus_dup_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  Trip trip = { NULL, 0, 0 };

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the corpus is not there");
      return;
    }
  source = cog_source_new_for_path (path, NULL, &error);
  g_assert_no_error (error);
  book = cog_reader_read (source, report, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  trip.buffer = cog_rich_buffer_new ();
  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    cog_section_foreach_unit (g_ptr_array_index (sections, i), unit_cb, &trip);
  g_test_message ("%s: %u units, %u with line feeds", (const char *)name, trip.n, trip.n_lines);
  g_object_unref (trip.buffer);
}

int
main (int argc, char *argv[])
{
  static const char *const books[] = {
    "openstax/university-physics-en",
    "openstax/microeconomics-pl",
    "epub/linear-algebra.epub",
    "epub/regime-anticancer-arabic.epub",
    "epub/kusamakura-japanese-vertical-writing.epub",
    "epub/childrens-literature.epub",
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *path = g_strdup_printf ("/corpus-rich-text/%s", books[i]);

      g_test_add_data_func (path, books[i], test_corpus);
    }
  return g_test_run ();
}
