/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-document.h"
#include "cog-layout-heading.h"
#include "cog-layout-join.h"
#include "cog-layout-parts.h"
#include "cog-pdf-letters.h"

#include "layout-pages.h"

#include <string.h>

/* The steps of the layout, over words that a test puts on pages itself. */

static void
test_labels (void)
{
  static const struct
  {
    const char *text;
    gboolean is_label;
    CogLayoutNumbering numbering;
    guint number, n_letters;
  } rows[] = {
    { "• Water", TRUE, COG_LAYOUT_BULLET, 0, 2 },
    { "12. Water", TRUE, COG_LAYOUT_DECIMAL, 12, 4 },
    { "(3) Water", TRUE, COG_LAYOUT_DECIMAL, 3, 4 },
    { "b) Water", TRUE, COG_LAYOUT_LOWER_LETTER, 2, 3 },
    { "iv. Water", TRUE, COG_LAYOUT_LOWER_ROMAN, 4, 4 },
    { "١٢. ماء", TRUE, COG_LAYOUT_DECIMAL, 12, 4 },
    { "1984. It was", FALSE, 0, 0, 0 },
    { "3.14 is", FALSE, 0, 0, 0 },
    { "A word", FALSE, 0, 0, 0 },
    { "Mix. Water", FALSE, 0, 0, 0 },
    { "•", FALSE, 0, 0, 0 },
    { "", FALSE, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CogLayoutLabel label;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (cog_layout_read_label (rows[i].text, &label), ==, rows[i].is_label);
      if (!rows[i].is_label)
        continue;
      g_assert_cmpint (label.numbering, ==, rows[i].numbering);
      g_assert_cmpuint (label.number, ==, rows[i].number);
      g_assert_cmpuint (label.n_letters, ==, rows[i].n_letters);
    }
}

static void
test_label_follows (void)
{
  CogLayoutLabel h, i, j, one;

  g_assert_true (cog_layout_read_label ("h. Water", &h));
  g_assert_true (cog_layout_read_label ("i. Water", &i));
  g_assert_true (cog_layout_read_label ("j. Water", &j));
  g_assert_true (cog_layout_read_label ("1. Water", &one));
  g_assert_true (cog_layout_label_follows (&h, &i));
  g_assert_true (cog_layout_label_follows (&i, &j));
  g_assert_false (cog_layout_label_follows (&h, &j));
  g_assert_false (cog_layout_label_follows (&h, &one));
}

static const char *const left_lines[] = {
  "Every village has a story",     "about its water. In some of",  "them it tells of a spring that",
  "never dries, and in others of", "a well that had to be dug at",
};
static const char *const right_lines[] = {
  "least twice. The long walk",   "that children make is a part", "of many of these stories, and",
  "so is the question of who is", "first when the water is low.",
};

/* What runs through two columns is one paragraph, read down the left one first. */
static void
test_columns (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  g_autofree char *text = NULL;

  layout_pages_add_line (page, 40, 70, 18, 1, "Water in the village");
  layout_pages_add_lines (page, 40, 100, left_lines, G_N_ELEMENTS (left_lines));
  layout_pages_add_lines (page, 215, 100, right_lines, G_N_ELEMENTS (right_lines));
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 2);
  layout_pages_assert_block (document, 0, COG_LAYOUT_HEADING, "Water in the village");
  text = layout_pages_dup_text (document, 1);
  g_assert_nonnull (strstr (text, "dug at least twice. The long"));
}

static void
test_paragraphs (LayoutPages *f, gconstpointer data)
{
  static const char *const lines[] = { "One line that is as long as the column is wide, or",
                                       "nearly.",
                                       "Another that begins after a line that was ended so",
                                       "that there was room for a word." };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_lines (page, 40, 100, lines, G_N_ELEMENTS (lines));
  layout_pages_add_line (page, 40, 172, 10, 0, "After a gap.");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 3);
  layout_pages_assert_block (document, 0, COG_LAYOUT_PARAGRAPH,
                             "One line that is as long as the column is wide, or nearly.");
  layout_pages_assert_block (document, 2, COG_LAYOUT_PARAGRAPH, "After a gap.");
}

/* A raised number or a lowered one makes a line stand lower: the sentence goes on all the same. */
static void
test_uneven_lines (LayoutPages *f, gconstpointer data)
{
  static const char *const lines[] = { "The water of the rivers is a small part of all that",
                                       "is fresh, and the lakes hold no more than a small" };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_lines (page, 40, 100, lines, G_N_ELEMENTS (lines));
  layout_pages_add_line (page, 40, 130, 10, 0,
                         "fraction of it, as the table shows to who reads it.");
  layout_pages_add_line (page, 40, 148, 10, 0,
                         "then a line that follows after the end of sentence.");
  layout_pages_add_lines (page, 40, 200, left_lines, G_N_ELEMENTS (left_lines));
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 3);
  layout_pages_assert_block (
      document, 0, COG_LAYOUT_PARAGRAPH,
      "The water of the rivers is a small part of all that is fresh, and the "
      "lakes hold no more than a small fraction of it, as the table shows to "
      "who reads it.");
}

/* Heads and folios are the page's; what goes on over the page is one. */
/* Boxes of typefaces for formulas are hardly higher than their signs, and their size is guessed
 * from them: an exponent stands high for it. */
static void
test_script (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  const CogPdfWord exponent = { .x = 71,
                                .width = 6,
                                .y = 97.5,
                                .height = 5.6,
                                .baseline = 101.4,
                                .size = 4.3,
                                .text = "H",
                                .mcid = -1 };
  g_autoptr (CogLayoutDocument) document = NULL;

  for (guint i = 0; i < 3; i++)
    {
      const CogPdfWord word = { .x = 40 + 11.5 * i,
                                .width = 8,
                                .y = 100.2,
                                .height = 8,
                                .baseline = 106,
                                .size = 6.2,
                                .text = i == 1 ? "=" : "A",
                                .mcid = -1,
                                .space_before = TRUE };

      cog_pdf_page_add_word (page, &word);
    }
  cog_pdf_page_add_word (page, &exponent);
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 1);
  layout_pages_assert_block (document, 0, COG_LAYOUT_PARAGRAPH, "A = AH");
}

static void
test_furniture (LayoutPages *f, gconstpointer data)
{
  static const char *const texts[] = { "The text of the first page goes on and it goes",
                                       "on over the second page to the third and goes on",
                                       "until the fourth, where it has a line that is its",
                                       "last." };
  g_autoptr (CogLayoutDocument) document = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folio = g_strdup_printf ("%u", i + 1);
      CogPdfPage *page = layout_pages_add_page (f);

      layout_pages_add_line (page, 40, 30, 9, 0, i % 2 == 0 ? "A school book" : "Water");
      layout_pages_add_line (page, 40, 100, 10, 0, texts[i]);
      layout_pages_add_line (page, 200, 480, 9, 0, folio);
    }
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 1);
  layout_pages_assert_block (
      document, 0, COG_LAYOUT_PARAGRAPH,
      "The text of the first page goes on and it goes on over the second page to the "
      "third and goes on until the fourth, where it has a line that is its last.");
}

static void
test_hyphens (LayoutPages *f, gconstpointer data)
{
  static const char *const lines[] = { "A well-known case of a di-", "vided word is a well-",
                                       "known one." };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (GHashTable) hyphenated = NULL;
  g_autoptr (GPtrArray) ordered = NULL;
  g_autoptr (GArray) pieces = NULL;

  layout_pages_add_lines (page, 40, 100, lines, G_N_ELEMENTS (lines));
  hyphenated = cog_layout_collect_hyphenated (f->pages);
  ordered = cog_layout_order (f->file, cog_layout_segments_new (f->file, page, FALSE), FALSE);
  pieces = cog_layout_pieces_new (ordered, 2, hyphenated);
  /* The label of two letters is gone. */
  g_assert_cmpstr (g_array_index (pieces, CogPdfPiece, 0).word->text, ==, "well-known");
  g_assert_cmpstr (g_array_index (pieces, CogPdfPiece, 4).word->text, ==, "di-");
  g_assert_true (g_array_index (pieces, CogPdfPiece, 4).drops_hyphen);
  g_assert_false (g_array_index (pieces, CogPdfPiece, 5).space_before);
  g_assert_cmpstr (g_array_index (pieces, CogPdfPiece, 9).word->text, ==, "well-");
  g_assert_false (g_array_index (pieces, CogPdfPiece, 9).drops_hyphen);
}

static void
test_ruled_table (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  const CogLayoutBlock *table;
  const CogLayoutTableCell *cell;

  /* Two rows of two; the first is one cell. */
  for (guint i = 0; i < 3; i++)
    layout_pages_add_rule (page, 40, 100 + 30 * i, 200, 0.5);
  layout_pages_add_rule (page, 40, 100, 0.5, 60);
  layout_pages_add_rule (page, 140, 130, 0.5, 30);
  layout_pages_add_rule (page, 239.5, 100, 0.5, 60);
  layout_pages_add_rule (page, 40, 190, 200, 0.5);
  layout_pages_add_rule (page, 40, 160, 0.5, 30);
  layout_pages_add_rule (page, 140, 160, 0.5, 30);
  layout_pages_add_rule (page, 239.5, 160, 0.5, 30);
  layout_pages_add_line (page, 50, 118, 10, 1, "Time until it is dry");
  layout_pages_add_line (page, 50, 142, 10, 0, "garden");
  layout_pages_add_line (page, 50, 154, 10, 0, "soil");
  layout_pages_add_line (page, 150, 148, 10, 0, "12");
  layout_pages_add_line (page, 50, 178, 10, 0, "clay");
  layout_pages_add_line (page, 150, 178, 10, 0, "27");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 1);
  table = document->blocks->pdata[0];
  g_assert_cmpint (table->kind, ==, COG_LAYOUT_TABLE);
  g_assert_cmpuint (table->cells->len, ==, 5);
  cell = table->cells->pdata[0];
  g_assert_cmpuint (cell->column_span, ==, 2);
  g_assert_true (cell->is_header);
  cell = table->cells->pdata[1];
  g_assert_cmpuint (cell->lines->len, ==, 2);
}

static void
test_unruled_table (LayoutPages *f, gconstpointer data)
{
  static const char *const rows[][3] = { { "Day", "Soil", "Minutes" },
                                         { "Monday", "sand", "4" },
                                         { "Tuesday", "clay", "27" } };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  const CogLayoutBlock *table;

  layout_pages_add_line (page, 40, 80, 10, 0, "Table 1. What a class has measured.");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0; k < 3; k++)
      layout_pages_add_line (page, 40 + 90 * k, 110 + 14 * i, 10, i == 0, rows[i][k]);
  layout_pages_add_line (page, 40, 180, 10, 0, "The text goes on below.");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 2);
  table = document->blocks->pdata[0];
  g_assert_cmpint (table->kind, ==, COG_LAYOUT_TABLE);
  g_assert_cmpuint (table->cells->len, ==, 9);
  g_assert_true (((CogLayoutTableCell *)table->cells->pdata[2])->is_header);
  g_assert_false (((CogLayoutTableCell *)table->cells->pdata[3])->is_header);
  g_assert_cmpuint (table->inner->len, ==, 1);
}

static void
test_notes (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_line (page, 40, 100, 10, 0, "Rivers hold only a tiny part of it.");
  layout_pages_add_line (page, 220, 96, 6, 0, "1");
  layout_pages_add_line (page, 40, 130, 10, 0, "Another paragraph stands here and is as long.");
  layout_pages_add_line (page, 40, 400, 8, 0, "1 The figures differ with the year.");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 3);
  g_assert_cmpint (((CogLayoutBlock *)document->blocks->pdata[2])->kind, ==, COG_LAYOUT_NOTE);
  g_assert_cmpuint (g_hash_table_size (document->references), ==, 1);
}

/* Poppler's order and what this makes of it. */
static void
test_letters (void)
{
  /* "word" from left to right within what runs from right to left, between controls. */
  g_autoptr (GArray) letters = cog_pdf_letters_new ("a\xe2\x80\xab\xd7\x90\xd7\x91\xe2\x80\xaa"
                                                    "12\xe2\x80\xac\xe2\x80\xac",
                                                    5);
  static const guint boxes[] = { 0, 4, 3, 1, 2 };

  g_assert_cmpuint (letters->len, ==, 5);
  for (guint i = 0; i < letters->len; i++)
    g_assert_cmpuint (g_array_index (letters, CogPdfLetter, i).box, ==, boxes[i]);
}

/* A lam-alef whose halves have one width that no alef has is written in order; the article is. */
static void
test_lam_alef (void)
{
  CogPdfLetter ligature[] = {
    { .letter = 0x0627, .box = 1, .width = 0.284, .is_rtl = 1, .is_in_rtl = 1 },
    { .letter = 0x0644, .box = 0, .width = 0.285, .is_rtl = 1, .is_in_rtl = 1 }
  };
  CogPdfLetter article[] = {
    { .letter = 0x0627, .box = 1, .width = 0.308, .is_rtl = 1, .is_in_rtl = 1 },
    { .letter = 0x0644, .box = 0, .width = 0.308, .is_rtl = 1, .is_in_rtl = 1 }
  };
  g_autoptr (GArray) page = g_array_new (FALSE, FALSE, sizeof (CogPdfLetter));
  g_autoptr (GHashTable) alefs = NULL;

  g_array_append_val (page, article[0]);
  alefs = cog_pdf_letters_collect_alefs (page);
  cog_pdf_letters_mend (ligature, 2, alefs, FALSE);
  cog_pdf_letters_mend (article, 2, alefs, FALSE);
  g_assert_cmpuint (ligature[0].letter, ==, 0x0644);
  g_assert_cmpuint (article[0].letter, ==, 0x0627);
}

/* Where the file tells its ligatures, their places decide: "la" and "al" may have one width. */
static void
test_told_lam_alef (void)
{
  static const PopplerRectangle boxes[] = {
    { 100, 10, 103, 20 }, { 103, 10, 106, 20 }, { 200, 10, 203, 20 }, { 203, 10, 206, 20 }
  };
  CogPdfLigature told[] = { { 300, 17, 0x0644, 2 },
                            { 100.1, 17, 0x0644, 2 },
                            { 200, 57, 0x0644, 2 } };
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (CogPdfLetter));
  g_autoptr (GArray) ligatures = g_array_new (FALSE, FALSE, sizeof (CogPdfLigature));

  g_array_append_vals (ligatures, told, G_N_ELEMENTS (told));
  for (guint i = 0; i < 4; i++)
    {
      CogPdfLetter letter = { .letter = i % 2 == 0 ? 0x0627 : 0x0644,
                              .box = i ^ 1,
                              .width = 0.3,
                              .is_rtl = 1,
                              .is_in_rtl = 1 };

      g_array_append_val (letters, letter);
    }
  cog_pdf_letters_turn_ligatures (letters, boxes, ligatures);
  cog_pdf_letters_mend (&g_array_index (letters, CogPdfLetter, 0), 4, NULL, FALSE);
  g_assert_cmpuint (g_array_index (letters, CogPdfLetter, 0).letter, ==, 0x0644);
  g_assert_cmpuint (g_array_index (letters, CogPdfLetter, 1).letter, ==, 0x0627);
  g_assert_cmpuint (g_array_index (letters, CogPdfLetter, 2).letter, ==, 0x0627);
  g_assert_cmpuint (g_array_index (letters, CogPdfLetter, 3).letter, ==, 0x0644);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/pdf-layout/" name, LayoutPages, NULL, layout_pages_set_up, func,                   \
              layout_pages_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-layout/labels", test_labels);
  g_test_add_func ("/pdf-layout/label-follows", test_label_follows);
  g_test_add_func ("/pdf-layout/letters", test_letters);
  g_test_add_func ("/pdf-layout/lam-alef", test_lam_alef);
  g_test_add_func ("/pdf-layout/told-lam-alef", test_told_lam_alef);
  ADD ("columns", test_columns);
  ADD ("paragraphs", test_paragraphs);
  ADD ("uneven-lines", test_uneven_lines);
  ADD ("script", test_script);
  ADD ("furniture", test_furniture);
  ADD ("hyphens", test_hyphens);
  ADD ("ruled-table", test_ruled_table);
  ADD ("unruled-table", test_unruled_table);
  ADD ("notes", test_notes);
  return g_test_run ();
}
