/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "book-reading.h"

#include "cog-text-segments.h"

#define MATH "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math>"
#define NOTE "<a epub:type=\"noteref\" role=\"doc-noteref\" href=\"#n\">1</a>"

static void
assert_segments (const char *language, const char *xhtml, const char *const *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogText) text = cog_text_new_from_xhtml (xhtml, &error);
  g_autoptr (GPtrArray) segments = NULL;
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  segments = cog_text_list_segments (text, language);
  for (guint i = 0; i < segments->len; i++)
    g_ptr_array_add (written, cog_text_to_xhtml (g_ptr_array_index (segments, i)));
  g_ptr_array_add (written, NULL);
  g_assert_cmpstrv (written->pdata, expected);
}

static void
test_spans (void)
{
  assert_segments ("en", "One <em>two. Three</em> four.",
                   (const char *const[]){ "One <em>two. </em>", "<em>Three</em> four.", NULL });
  assert_segments ("en", "<b>Dr.</b> Smith came. <a href=\"#x\" id=\"i\">He sat. He went.</a>",
                   (const char *const[]){ "<b>Dr.</b> Smith came. ",
                                          "<a href=\"#x\" id=\"i\">He sat. </a>",
                                          "<a href=\"#x\">He went.</a>", NULL });
  assert_segments ("en", "", (const char *const[]){ "", NULL });
}

static void
test_pieces (void)
{
  assert_segments ("en", "It is so." NOTE " The rest.",
                   (const char *const[]){ "It is so." NOTE " ", "The rest.", NULL });
  assert_segments ("zh", "光。" NOTE "波。", (const char *const[]){ "光。" NOTE, "波。", NULL });
  assert_segments ("en", "One.<br/>Two<br/>three.",
                   (const char *const[]){ "One.<br/>", "Two<br/>three.", NULL });
  assert_segments ("en", "Let it be " MATH ". " MATH " is a root.",
                   (const char *const[]){ "Let it be " MATH ". ", MATH " is a root.", NULL });
}

static void
assert_same (const CogText *a, const CogText *b)
{
  g_assert_cmpstr (a->plain, ==, b->plain);
  g_assert_cmpuint (a->codes->len, ==, b->codes->len);
  for (guint i = 0; i < a->codes->len; i++)
    {
      const CogCode *first = g_ptr_array_index (a->codes, i);
      const CogCode *second = g_ptr_array_index (b->codes, i);

      g_assert_cmpuint (first->number, ==, second->number);
      g_assert_cmpuint (first->start, ==, second->start);
      g_assert_cmpuint (first->end, ==, second->end);
      g_assert_cmpstr (first->markup, ==, second->markup);
    }
}

static guint
assert_whole_again (const char *xhtml, const char *language)
{
  g_autoptr (CogText) text = cog_text_new_from_xhtml (xhtml, NULL);
  g_autoptr (GPtrArray) segments = NULL;
  g_autoptr (CogText) joined = NULL;

  g_assert_nonnull (text);
  segments = cog_text_list_segments (text, language);
  g_assert_cmpuint (segments->len, >, 0);
  joined = cog_text_join_segments (segments);
  assert_same (joined, text);
  return segments->len;
}

static void
test_round_trip (void)
{
  static const char *const units[] = {
    "",
    " ",
    "A <em>b. C <b>d. E</b> f.</em> G.",
    "<a id=\"x\"></a>A. <a id=\"y\"></a>B.<a id=\"z\"></a>",
    "<em>A. </em><em>B.</em>",
    "A. " MATH MATH " B. " NOTE,
    "<em>" NOTE "</em>. <b>" MATH ".</b> C",
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    assert_whole_again (units[i], "en");
}

static void
unit_cb (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  guint *n = user_data;

  if (unit->source != NULL && unit->kind != COG_UNIT_ALT && unit->kind != COG_UNIT_TITLE)
    *n += assert_whole_again (unit->source, NULL);
}

static void
test_books (void)
{
  static const char *const books[] = { "fixtures/pond.html",      "fixtures/road.html",
                                       "fidelity/texts/ar.xhtml", "fidelity/texts/en.xhtml",
                                       "fidelity/texts/he.xhtml", "fidelity/texts/ru.xhtml",
                                       "fidelity/texts/zh.xhtml" };

  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *path =
          g_build_filename (g_getenv ("COGNATE_SOURCE_ROOT"), "tests", books[i], NULL);
      g_autoptr (CogBook) book = book_read (path);
      g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
      guint n = 0;

      for (guint k = 0; k < sections->len; k++)
        cog_section_foreach_unit (g_ptr_array_index (sections, k), unit_cb, &n);
      g_test_message ("%s: %u segments", books[i], n);
      g_assert_cmpuint (n, >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-segments/spans", test_spans);
  g_test_add_func ("/text-segments/pieces", test_pieces);
  g_test_add_func ("/text-segments/round-trip", test_round_trip);
  g_test_add_func ("/text-segments/books", test_books);
  return g_test_run ();
}
