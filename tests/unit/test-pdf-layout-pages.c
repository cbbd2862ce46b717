/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-pages.h"

#include <string.h>

/* What whole pages are like: columns, contents, initials, figures, notes that are linked. */

static const char *const first_lines[] = {
  "Every village has a story",     "about its water. In some of",  "them it tells of a spring that",
  "never dries, and in others of", "a well that had to be dug at",
};
static const char *const second_lines[] = {
  "least twice. The long walk",   "that children make is a part", "of many of these stories, and",
  "so is the question of who is", "first when the water is low.",
};

static void
assert_goes_on (const CogLayoutDocument *document, guint i)
{
  g_autofree char *text = layout_pages_dup_text (document, i);

  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "dug at least twice. The long"));
}

/* Lines of two columns that nearly touch are two all the same. */
static void
test_narrow_gutter (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (first_lines); i++)
    {
      double width = 5 * (double)strlen (first_lines[i]);

      /* They end where the gutter begins, ten points before the next column; one hangs out. */
      layout_pages_add_line (page, 205 - width + (i == 1 ? 2 : 0), 100 + 12 * i, 10, 0,
                             first_lines[i]);
      layout_pages_add_line (page, 215, 100 + 12 * i, 10, 0, second_lines[i]);
    }
  document = cog_layout_document_new (f->file, f->pages);
  assert_goes_on (document, document->blocks->len - 1);
}

/* Lines of three columns stand at one height, as in a newspaper: text all the same, and no table.
 */
static void
test_three_columns (LayoutPages *f, gconstpointer data)
{
  static const char *const third_lines[] = { "A pump is mended by those who",
                                             "have learnt it, and the rest of",
                                             "the village pays for the parts.",
                                             "In the dry months nobody waters",
                                             "a garden before the evening." };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  g_autofree char *text = NULL;

  layout_pages_add_lines (page, 40, 60, first_lines, G_N_ELEMENTS (first_lines));
  layout_pages_add_lines (page, 220, 60, second_lines, G_N_ELEMENTS (second_lines));
  layout_pages_add_lines (page, 400, 60, third_lines, G_N_ELEMENTS (third_lines));
  document = cog_layout_document_new (f->file, f->pages);
  for (guint i = 0; i < document->blocks->len; i++)
    g_assert_cmpint (((CogLayoutBlock *)document->blocks->pdata[i])->kind, ==,
                     COG_LAYOUT_PARAGRAPH);
  assert_goes_on (document, 0);
  text = layout_pages_dup_text (document, document->blocks->len - 1);
  g_assert_true (g_str_has_suffix (text, "waters a garden before the evening."));
}

/* The first column of a page from right to left is the right one; lines are not justified. */
static void
test_right_to_left (LayoutPages *f, gconstpointer data)
{
  static const char *const right[] = { "לכל כפר יש סיפור על המים", "שלו ובמקומות אחדים הוא",
                                       "סיפור על מעיין שלא מתייבש", "לעולם ובאחרים הוא על" };
  static const char *const left[] = { "באר שנחפרה שוב ושוב ועל", "הדרך הארוכה שהילדים",
                                      "עושים לפני תחילת יום של", "לימודים ושאלות רבות" };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    for (guint k = 0; k < 2; k++)
      {
        g_auto (GStrv) words = g_strsplit (k == 0 ? right[i] : left[i], " ", -1);
        double x = k == 0 ? 360 : 200;

        for (guint w = 0; words[w] != NULL; w++)
          {
            x -= 5 * (double)g_utf8_strlen (words[w], -1);
            layout_pages_add_line (page, x, 100 + 12 * i, 10, 0, words[w]);
            x -= 5;
          }
      }
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_true (document->body.is_rtl);
  text = layout_pages_dup_text (document, 0);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "הוא על באר שנחפרה"));
}

/* A title as wide as one column parts both, where nothing stands beside it. */
static void
test_title_between (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_lines (page, 40, 60, first_lines, G_N_ELEMENTS (first_lines));
  layout_pages_add_lines (page, 215, 60, second_lines, G_N_ELEMENTS (second_lines));
  layout_pages_add_line (page, 40, 160, 20, 1, "Water again");
  layout_pages_add_lines (page, 40, 200, first_lines, G_N_ELEMENTS (first_lines));
  layout_pages_add_lines (page, 215, 200, second_lines, G_N_ELEMENTS (second_lines));
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 3);
  assert_goes_on (document, 0);
  layout_pages_assert_block (document, 1, COG_LAYOUT_HEADING, "Water again");
  assert_goes_on (document, 2);
}

/* A typeface may be twice as high as its letters: its box reaches the text of the next column. */
static void
test_high_title (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  CogPdfWord *title;

  layout_pages_add_lines (page, 40, 60, first_lines, G_N_ELEMENTS (first_lines));
  layout_pages_add_lines (page, 215, 60, second_lines, G_N_ELEMENTS (second_lines));
  layout_pages_add_line (page, 40, 160, 20, 1, "Water");
  title = &g_array_index (page->words, CogPdfWord, page->words->len - 1);
  title->y -= 8;
  title->height = 40;
  layout_pages_add_lines (page, 40, 200, first_lines, G_N_ELEMENTS (first_lines));
  layout_pages_add_lines (page, 215, 190, second_lines, G_N_ELEMENTS (second_lines));
  document = cog_layout_document_new (f->file, f->pages);
  assert_goes_on (document, 0);
  layout_pages_assert_block (document, 1, COG_LAYOUT_HEADING, "Water");
}

/* Titles of both columns at one height are titles in their columns, and part neither. */
static void
test_titles_beside (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_lines (page, 40, 60, first_lines, G_N_ELEMENTS (first_lines));
  layout_pages_add_line (page, 40, 150, 20, 1, "Springs");
  layout_pages_add_lines (page, 40, 180, first_lines, G_N_ELEMENTS (first_lines));
  layout_pages_add_lines (page, 215, 60, second_lines, G_N_ELEMENTS (second_lines));
  layout_pages_add_line (page, 215, 154, 20, 1, "Wells");
  layout_pages_add_lines (page, 215, 184, second_lines, G_N_ELEMENTS (second_lines));
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 5);
  layout_pages_assert_block (document, 1, COG_LAYOUT_HEADING, "Springs");
  assert_goes_on (document, 2);
  layout_pages_assert_block (document, 3, COG_LAYOUT_HEADING, "Wells");
}

/* Short items in one column and text in the other are no rows of a table: they stand at other
 * heights. */
static void
test_items_beside_text (LayoutPages *f, gconstpointer data)
{
  static const char *const items[] = { "1. Dig a well.", "2. Line it.", "3. Wait.",
                                       "4. Cover it." };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_lines (page, 40, 60, first_lines, G_N_ELEMENTS (first_lines));
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    layout_pages_add_line (page, 215, 56 + 14 * i, 10, 0, items[i]);
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 1 + G_N_ELEMENTS (items));
  layout_pages_assert_block (document, 1, COG_LAYOUT_ITEM, "1. Dig a well.");
  layout_pages_assert_block (document, 4, COG_LAYOUT_ITEM, "4. Cover it.");
}

/* The same lines at one height are: a table, though its first column is full of text. */
static void
test_cells_beside_text (LayoutPages *f, gconstpointer data)
{
  static const char *const cells[] = { "a spring", "a well", "a river", "a lake", "the rain" };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      layout_pages_add_line (page, 40, 60 + 20 * i, 10, 0, first_lines[i]);
      layout_pages_add_line (page, 215, 60 + 20 * i, 10, 0, cells[i]);
    }
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 1);
  g_assert_cmpint (((CogLayoutBlock *)document->blocks->pdata[0])->kind, ==, COG_LAYOUT_TABLE);
}

static const CogLayoutBlock *
find_figure (const CogLayoutDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    if (((CogLayoutBlock *)document->blocks->pdata[i])->kind == COG_LAYOUT_FIGURE)
      return document->blocks->pdata[i];
  return NULL;
}

/* A picture ends its column, and its caption begins the next. */
static void
test_caption_over_break (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  CogPdfPicture picture = { .box = { 60, 140, 80, 60 }, .object = 5, .mcid = -1 };
  g_autoptr (CogLayoutDocument) document = NULL;
  const CogLayoutBlock *figure;

  layout_pages_add_lines (page, 40, 60, first_lines, G_N_ELEMENTS (first_lines));
  g_array_append_val (page->pictures, picture);
  layout_pages_add_line (page, 240, 60, 8, 0, "The old mill in the evening");
  layout_pages_add_lines (page, 215, 90, second_lines, G_N_ELEMENTS (second_lines));
  layout_pages_add_lines (page, 215, 150, second_lines, G_N_ELEMENTS (second_lines));
  document = cog_layout_document_new (f->file, f->pages);
  figure = find_figure (document);
  g_assert_nonnull (figure);
  g_assert_nonnull (figure->inner);
  g_assert_cmpuint (figure->inner->len, ==, 1);
}

/* A line of the text's size under the middle of a picture. */
static void
test_caption_centred (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  CogPdfPicture picture = { .box = { 40, 140, 160, 60 }, .object = 5, .mcid = -1 };
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_lines (page, 40, 60, first_lines, G_N_ELEMENTS (first_lines));
  g_array_append_val (page->pictures, picture);
  layout_pages_add_line (page, 82, 215, 10, 0, "An old mill here");
  layout_pages_add_lines (page, 40, 240, second_lines, G_N_ELEMENTS (second_lines));
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_nonnull (find_figure (document)->inner);
}

/* Wider than its picture, and as large as the text: italics set it off, unless what follows has
 * them as well. */
static void
test_caption_italic (LayoutPages *f, gconstpointer data)
{
  guint italic = cog_pdf_file_add_font (f->file, "Serif-Italic");

  for (guint i = 0; i < 3; i++)
    {
      CogPdfPage *page;
      CogPdfPicture picture = { .box = { 40, 140, 100, 60 }, .object = 5, .mcid = -1 };
      g_autoptr (CogLayoutDocument) document = NULL;

      g_ptr_array_set_size (f->pages, 0);
      page = layout_pages_add_page (f);
      layout_pages_add_lines (page, 40, 60, first_lines, G_N_ELEMENTS (first_lines));
      g_array_append_val (page->pictures, picture);
      layout_pages_add_line (page, 40, 215, 10, i == 0 ? 0 : italic,
                             "The old mill at the bridge, seen from the road.");
      layout_pages_add_line (page, 40, 240, 10, i == 2 ? italic : 0,
                             "It stood empty for forty years, until a school");
      layout_pages_add_lines (page, 40, 270, second_lines, G_N_ELEMENTS (second_lines));
      document = cog_layout_document_new (f->file, f->pages);
      g_test_message ("%u", i);
      g_assert_cmpint (find_figure (document)->inner != NULL, ==, i == 1);
    }
}

/* LibreOffice puts a picture and its caption in one paragraph: the words stand at its foot. */
static void
test_caption_at_foot (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  CogPdfPicture picture = { .box = { 40, 140, 100, 60 }, .object = 5, .mcid = -1 };
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_lines (page, 40, 60, first_lines, G_N_ELEMENTS (first_lines));
  g_array_append_val (page->pictures, picture);
  layout_pages_add_line (page, 140, 198, 10, 0, "The old mill at the bridge");
  layout_pages_add_lines (page, 40, 240, second_lines, G_N_ELEMENTS (second_lines));
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_nonnull (find_figure (document)->inner);
}

/* From page to page, where it says what it is. */
static void
test_caption_over_page (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  CogPdfPicture picture = { .box = { 60, 140, 80, 60 }, .object = 5, .mcid = -1 };
  g_autoptr (CogLayoutDocument) document = NULL;
  const CogLayoutBlock *figure;

  layout_pages_add_lines (page, 40, 60, first_lines, G_N_ELEMENTS (first_lines));
  g_array_append_val (page->pictures, picture);
  page = layout_pages_add_page (f);
  layout_pages_add_line (page, 40, 80, 10, 0, "Figure 1. A filter made of a bottle.");
  layout_pages_add_lines (page, 40, 110, second_lines, G_N_ELEMENTS (second_lines));
  document = cog_layout_document_new (f->file, f->pages);
  figure = find_figure (document);
  g_assert_nonnull (figure->inner);
  /* The paragraph goes on behind it. */
  g_assert_cmpuint (document->blocks->len, ==, 2);
  assert_goes_on (document, 0);
}

static void
add_entries (CogPdfPage *page, const char *name, gboolean is_rising)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %u . . . . . . . . . . %u", name, i + 1,
                                               is_rising ? 3 * i + 1 : 7 * i % 5 + 1);

      layout_pages_add_line (page, 40, 100 + 14 * i, 10, 0, text);
    }
}

/* A printed table of contents is left out; a list of prices is none. */
static void
test_contents (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  g_autofree char *text = NULL;

  layout_pages_add_line (page, 40, 50, 20, 1, "A school book");
  add_entries (page, "Chapter", TRUE);
  page = layout_pages_add_page (f);
  add_entries (page, "Bread for", FALSE);
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->n_contents, ==, 1);
  text = layout_pages_dup_text (document, 0);
  g_assert_cmpstr (text, ==, "A school book");
  g_assert_cmpuint (((CogLayoutBlock *)document->blocks->pdata[1])->page, ==, 2);
}

/* A large letter beside two lines begins a word, or is one. */
static void
test_initial (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  layout_pages_add_line (page, 40, 120, 28, 0, "T");
  layout_pages_add_line (page, 56, 108, 10, 0, "here was a river that ran past the village, and");
  layout_pages_add_line (page, 56, 120, 10, 0, "every morning a bird sang there, and all of the");
  layout_pages_add_line (page, 40, 132, 10, 0, "children heard it.");
  layout_pages_add_line (page, 40, 192, 28, 0, "A");
  layout_pages_add_line (page, 56, 180, 10, 0, "bird came down one morning and sat on the rim of");
  layout_pages_add_line (page, 56, 192, 10, 0, "the well, which had not been seen before, and it");
  layout_pages_add_line (page, 40, 204, 10, 0, "looked into the dark.");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 2);
  first = layout_pages_dup_text (document, 0);
  second = layout_pages_dup_text (document, 1);
  g_assert_true (g_str_has_prefix (first, "There was a river"));
  g_assert_true (g_str_has_prefix (second, "A bird came"));
}

/* Rectangles that belong to a drawing are in its picture, and its caption is near enough. */
static void
test_figure (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  const CogLayoutBlock *figure;

  layout_pages_add_line (page, 40, 50, 10, 0,
                         "A paragraph stands before the picture on this page.");
  g_array_append_vals (page->drawings, &(CogPdfBox){ 80, 80, 60, 60 }, 1);
  g_array_append_vals (page->boxes, &(CogPdfBox){ 60, 70, 120, 120 }, 1);
  layout_pages_add_line (page, 60, 205, 10, 0, "Figure 1. A filter made of a bottle.");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 2);
  figure = document->blocks->pdata[1];
  g_assert_cmpint (figure->kind, ==, COG_LAYOUT_FIGURE);
  g_assert_cmpfloat_with_epsilon (figure->box.height, 120, 0.1);
  g_assert_cmpuint (figure->inner->len, ==, 1);
}

/* Numbers in a table at the foot of the only page are no page numbers. */
static void
test_numbers_at_the_foot (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  g_autofree char *text = NULL;

  layout_pages_add_line (page, 40, 100, 10, 0,
                         "A paragraph stands on this page, and numbers below.");
  layout_pages_add_line (page, 40, 470, 10, 0, "12");
  layout_pages_add_line (page, 240, 484, 10, 0, "27");
  document = cog_layout_document_new (f->file, f->pages);
  text = layout_pages_dup_text (document, document->blocks->len - 1);
  g_assert_nonnull (strstr (text, "27"));
}

/* The link of a number leads to small text: a note, though nothing is raised. */
static void
test_linked_note (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  CogPdfLink link = { .page = 1, .x = 40, .y = 392 };
  g_autoptr (CogLayoutDocument) document = NULL;
  double x;

  layout_pages_add_line (page, 40, 80, 10, 0, "Another paragraph stands here, and it is as long.");
  x = layout_pages_add_line (page, 40, 120, 10, 0, "Rivers hold only a tiny part of it.");
  link.box = (CogPdfBox){ x, 110, 6, 12 };
  g_array_append_val (page->links, link);
  layout_pages_add_line (page, x, 120, 10, 0, "1");
  layout_pages_add_line (page, 40, 400, 8, 0, "The figures differ with the year.");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (g_hash_table_size (document->references), ==, 1);
  g_assert_cmpint (((CogLayoutBlock *)document->blocks->pdata[2])->kind, ==, COG_LAYOUT_NOTE);
}

/* Notes in the margin stand behind the paragraph that they stand beside, which stays whole, though
 * it goes on in the next page. */
static void
test_margin_notes (LayoutPages *f, gconstpointer data)
{
  static const char *const lines[] = {
    "The commands of this class are those of the others, and",
    "they can be used in the same places as those, though it is",
    "only here that a chapter can begin on a page at the left,",
    "which is what those who set two languages mostly want.",
    "Another thing that is new is the way in which all of them",
    "are given the names of the files that they are to read and",
    "the name of the one that they are to write, so that all of",
  };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_lines (page, 90, 40, lines, 4);
  layout_pages_add_lines (page, 90, 100, lines + 4, 3);
  layout_pages_add_line (page, 40, 52, 10, 0, "book,");
  layout_pages_add_line (page, 40, 64, 10, 0, "report");
  layout_pages_add_line (page, 40, 112, 10, 0, "letter");
  page = layout_pages_add_page (f);
  layout_pages_add_line (page, 90, 40, 10, 0, "them can be told apart.");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 4);
  layout_pages_assert_block (document, 0, COG_LAYOUT_PARAGRAPH,
                             "The commands of this class are those of the others, and they can be "
                             "used in the same places as those, though it is only here that a "
                             "chapter can begin on a page at the left, which is what those who set "
                             "two languages mostly want.");
  layout_pages_assert_block (document, 1, COG_LAYOUT_PARAGRAPH, "book, report");
  layout_pages_assert_block (document, 2, COG_LAYOUT_PARAGRAPH,
                             "Another thing that is new is the way in which all of them are given "
                             "the names of the files that they are to read and the name of the one "
                             "that they are to write, so that all of them can be told apart.");
  layout_pages_assert_block (document, 3, COG_LAYOUT_PARAGRAPH, "letter");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/pdf-layout-pages/" name, LayoutPages, NULL, layout_pages_set_up, func,             \
              layout_pages_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("narrow-gutter", test_narrow_gutter);
  ADD ("three-columns", test_three_columns);
  ADD ("right-to-left", test_right_to_left);
  ADD ("title-between", test_title_between);
  ADD ("high-title", test_high_title);
  ADD ("titles-beside", test_titles_beside);
  ADD ("items-beside-text", test_items_beside_text);
  ADD ("cells-beside-text", test_cells_beside_text);
  ADD ("caption-over-break", test_caption_over_break);
  ADD ("caption-centred", test_caption_centred);
  ADD ("caption-italic", test_caption_italic);
  ADD ("caption-at-foot", test_caption_at_foot);
  ADD ("caption-over-page", test_caption_over_page);
  ADD ("contents", test_contents);
  ADD ("initial", test_initial);
  ADD ("figure", test_figure);
  ADD ("numbers-at-the-foot", test_numbers_at_the_foot);
  ADD ("linked-note", test_linked_note);
  ADD ("margin-notes", test_margin_notes);
  return g_test_run ();
}
