/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-file.h"

#include "cog-pdf-paragraph-private.h"

#include <locale.h>
#include <string.h>

#define SIZE 500000 /* bytes */

typedef struct
{
  CogBook *book;
  CogPdfStyle *style;
  CogPdfTags *tags;
  CogPdfComposer composer;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const chapters[] = { "<h1>One</h1><p>Text.</p>", NULL };
  CogWriterOptions options = { COG_PAPER_A4 };

  (void)data;
  fixture->book = pdf_file_make_book ("en", "T", chapters);
  fixture->style = cog_pdf_style_new (fixture->book, &options);
  fixture->tags = cog_pdf_tags_new ();
  cog_pdf_composer_init (&fixture->composer, fixture->book, fixture->style, fixture->tags, NULL,
                         NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void)data;
  cog_pdf_composer_clear (&fixture->composer);
  cog_pdf_tags_free (fixture->tags);
  cog_pdf_style_free (fixture->style);
  cog_book_free (fixture->book);
}

static char *
repeat (const char *piece, gsize size)
{
  GString *text = g_string_new (NULL);

  while (text->len < size)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

static CogPdfSetting
get_setting (const Fixture *fixture)
{
  return (CogPdfSetting){
    .text = COG_PDF_TEXT_BODY, .scale = 1, .language = "en", .width = fixture->style->text_width
  };
}

/* Pango's time grows with the square of what one layout holds: none holds much, and together they
 * hold little more than the text. */
static void
assert_bounded (CogPdfParagraph *paragraph, gsize size)
{
  gsize sum = 0;

  for (guint i = 0; i < paragraph->layouts->len; i++)
    {
      PangoLayout *layout = g_ptr_array_index (paragraph->layouts, i);
      const char *text = pango_layout_get_text (layout);
      GSList *attributes = pango_attr_list_get_attributes (pango_layout_get_attributes (layout));

      g_assert_cmpint (g_utf8_strlen (text, -1), <=, 4000);
      g_assert_cmpuint (g_slist_length (attributes), <=, 3000);
      g_slist_free_full (attributes, (GDestroyNotify)pango_attribute_destroy);
      sum += strlen (text);
    }
  g_assert_cmpuint (sum, >=, size);
  g_assert_cmpuint (sum, <, size + size / 4);
}

/* All of the text is in lines, once. */
static void
assert_whole (CogPdfParagraph *paragraph, gsize size)
{
  guint at = 0;

  for (guint i = 0; i < paragraph->lines->len; i++)
    {
      const CogPdfLine *line = &g_array_index (paragraph->lines, CogPdfLine, i);

      g_assert_cmpuint (line->start, ==, at);
      g_assert_cmpuint (cog_pdf_paragraph_find_line (paragraph, at), ==, i);
      at += line->length;
    }
  g_assert_cmpuint (at, ==, size);
}

static void
test_solid (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = repeat (data, SIZE);
  CogPdfSetting setting = get_setting (fixture);
  g_autoptr (CogPdfParagraph) paragraph =
      cog_pdf_paragraph_new_for_text (&fixture->composer, text, &setting);

  assert_bounded (paragraph, strlen (text));
  assert_whole (paragraph, strlen (text));
}

/* All lines but the last end at one edge, those before a cut too. */
static void
test_filled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = repeat (data, 20000);
  CogPdfSetting setting = get_setting (fixture);
  g_autoptr (CogPdfParagraph) paragraph =
      cog_pdf_paragraph_new_for_text (&fixture->composer, g_strchomp (text), &setting);

  g_assert_cmpuint (paragraph->layouts->len, >, 1);
  for (guint i = 0; i + 1 < paragraph->lines->len; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (paragraph->lines, CogPdfLine, i).width,
                                    setting.width, .5);
}

static const PangoItem *
get_item (const CogPdfLine *line, guint run)
{
  return ((PangoGlyphItem *)g_ptr_array_index (line->runs, run))->item;
}

/* Each line has all its text, and stands as Pango orders it. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text =
      repeat ("في عام 2019 اعتمدت منظمة UNESCO (Paris, 25 November) توصية بشأن Open Educational "
              "Resources للجميع 12–15 ",
              4000);
  CogPdfSetting setting = get_setting (fixture);
  g_autoptr (CogPdfParagraph) paragraph = NULL;

  setting.is_rtl = TRUE;
  setting.language = "ar";
  paragraph = cog_pdf_paragraph_new_for_text (&fixture->composer, g_strchomp (text), &setting);
  for (guint i = 0; i < paragraph->lines->len; i++)
    {
      const CogPdfLine *line = &g_array_index (paragraph->lines, CogPdfLine, i);
      g_autoptr (PangoLayout) layout = pango_layout_new (fixture->style->contexts[1]);
      int first = G_MAXINT, last_x = G_MININT;
      guint length = 0;

      for (guint k = 0; k < line->runs->len; k++)
        first = MIN (first, get_item (line, k)->offset);
      pango_layout_set_auto_dir (layout, FALSE);
      pango_layout_set_text (layout, line->text + first, (int)line->length);
      for (guint k = 0; k < line->runs->len; k++)
        {
          PangoRectangle area;

          length += (guint)get_item (line, k)->length;
          pango_layout_index_to_pos (layout, get_item (line, k)->offset - first, &area);
          g_assert_cmpint (MIN (area.x, area.x + area.width), >=, last_x);
          last_x = MIN (area.x, area.x + area.width);
        }
      g_assert_cmpuint (length, ==, line->length);
    }
}

/* In a narrow column they do not, and none is longer. */
static void
test_ragged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = repeat (data, 5000);
  CogPdfSetting setting = get_setting (fixture);
  g_autoptr (CogPdfParagraph) paragraph = NULL;
  gboolean is_ragged = FALSE;

  setting.width = 90;
  paragraph = cog_pdf_paragraph_new_for_text (&fixture->composer, g_strchomp (text), &setting);
  for (guint i = 0; i + 1 < paragraph->lines->len; i++)
    {
      double width = g_array_index (paragraph->lines, CogPdfLine, i).width;

      g_assert_cmpfloat (width, <=, 90.01);
      is_ragged |= width < 88;
    }
  g_assert_true (is_ragged);
}

/* Many small elements in one paragraph. */
static void
test_inlines (Fixture *fixture, gconstpointer data)
{
  GString *xml = g_string_new ("<p xmlns=\"" COG_NS_XHTML "\">");
  CogPdfSetting setting = get_setting (fixture);
  xmlDoc *doc;
  CogPdfParagraph *paragraph;

  (void)data;
  for (guint i = 0; i < 20000; i++)
    g_string_append (xml, "<i>a</i><b>b</b>");
  g_string_append (xml, "</p>");
  doc = cog_xml_parse_own (xml->str, (gssize)xml->len, NULL);
  paragraph = cog_pdf_paragraph_new (&fixture->composer, xmlDocGetRootElement (doc), &setting);
  assert_bounded (paragraph, 40000);
  assert_whole (paragraph, 40000);
  cog_pdf_paragraph_free (paragraph);
  xmlFreeDoc (doc);
  g_string_free (xml, TRUE);
}

/* How far from the left the run of a word stands in the first line. */
static guint
find_run (const CogPdfParagraph *paragraph, const char *word)
{
  const CogPdfLine *line = &g_array_index (paragraph->lines, CogPdfLine, 0);

  for (guint i = 0; i < line->runs->len; i++)
    if (g_strstr_len (line->text + get_item (line, i)->offset, get_item (line, i)->length, word) !=
        NULL)
      return i;
  g_assert_not_reached ();
}

/* Names in another script follow each other in the direction of the line. */
static void
test_isolates (Fixture *fixture, gconstpointer data)
{
  static const char xml[] = "<p xmlns=\"" COG_NS_XHTML "\">من <bdi>Ann</bdi>، <bdi>Bob</bdi>.</p>";
  CogPdfSetting setting = get_setting (fixture);
  xmlDoc *doc = cog_xml_parse_own (xml, -1, NULL);
  g_autoptr (CogPdfParagraph) paragraph = NULL;

  (void)data;
  setting.is_rtl = TRUE;
  setting.language = "ar";
  paragraph = cog_pdf_paragraph_new (&fixture->composer, xmlDocGetRootElement (doc), &setting);
  g_assert_cmpuint (find_run (paragraph, "Bob"), <, find_run (paragraph, "Ann"));
  xmlFreeDoc (doc);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/pdf-paragraph/solid-latin", Fixture, "learning", set_up, test_solid, tear_down);
  g_test_add ("/pdf-paragraph/solid-han", Fixture, "人人生而自由", set_up, test_solid, tear_down);
  g_test_add ("/pdf-paragraph/solid-arabic", Fixture, "الكرامة", set_up, test_solid, tear_down);
  g_test_add ("/pdf-paragraph/filled-latin", Fixture,
              "Learning together in the garden, one measures rivers; ", set_up, test_filled,
              tear_down);
  g_test_add ("/pdf-paragraph/filled-arabic", Fixture,
              "يولد جميع الناس أحرارًا ومتساوين في الكرامة والحقوق، ", set_up, test_filled,
              tear_down);
  g_test_add ("/pdf-paragraph/filled-han", Fixture, "人人生而自由，在尊严和权利上一律平等。",
              set_up, test_filled, tear_down);
  g_test_add ("/pdf-paragraph/ragged", Fixture,
              "Learning together in the garden, one measures rivers; ", set_up, test_ragged,
              tear_down);
  g_test_add ("/pdf-paragraph/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/pdf-paragraph/isolates", Fixture, NULL, set_up, test_isolates, tear_down);
  g_test_add ("/pdf-paragraph/inlines", Fixture, NULL, set_up, test_inlines, tear_down);
  return g_test_run ();
}
