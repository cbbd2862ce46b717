/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-join.h"
#include "cog-pdf-xhtml.h"
#include "cog-xml.h"
#include "layout-pages.h"

#define ICON "\xee\xa7\x99" /* U+E9D9, as the badge of ORCID is set */
#define ORCID "https://orcid.org/0000-0000-0000-0001"

/* A line at 100 with a link over a part of it; what is written of it. (transfer full) */
static char *
write_line (LayoutPages *f, const char *text, const CogPdfBox *linked)
{
  CogPdfPage *page = layout_pages_add_page (f);
  CogPdfLink link = { .box = *linked, .uri = g_strdup (ORCID) };
  g_autoptr (CogBook) book = cog_book_new ();
  g_autoptr (CogPdfXhtml) xhtml = NULL;
  g_autoptr (GArray) pieces = g_array_new (FALSE, TRUE, sizeof (CogPdfPiece));
  xmlNode *paragraph;

  g_array_append_val (page->links, link);
  layout_pages_add_line (page, 40, 100, 10, 0, text);
  for (guint i = 0; i < page->words->len; i++)
    {
      CogPdfPiece piece = { .word = &g_array_index (page->words, CogPdfWord, i),
                            .page = page->number,
                            .space_before = i > 0 };

      g_array_append_val (pieces, piece);
    }
  xhtml = cog_pdf_xhtml_new (f->file, book, f->pages);
  paragraph = cog_pdf_xhtml_add (xhtml, NULL, "p");
  cog_pdf_xhtml_append (xhtml, paragraph, pieces, COG_PDF_PLAIN_NONE);
  g_assert_cmpuint (xmlChildElementCount (paragraph), ==, 1);
  g_assert_cmpstr ((const char *)xmlFirstElementChild (paragraph)->name, ==, "a");
  return cog_xml_dup_text (paragraph);
}

/* Before a name that leads to the same place it says nothing. */
static void
test_beside_words (LayoutPages *f, gconstpointer data)
{
  const CogPdfBox linked = { 38, 90, 50, 14 };
  g_autofree char *text = write_line (f, ICON " Amina Okello", &linked);

  g_assert_cmpstr (text, ==, "Amina Okello");
}

/* By itself it is the only way to that place. */
static void
test_by_itself (LayoutPages *f, gconstpointer data)
{
  const CogPdfBox linked = { 38, 90, 8, 14 };
  g_autofree char *text = write_line (f, ICON " Amina Okello", &linked);

  g_assert_cmpstr (text, ==, "orcid.org/0000-0000-0000-0001 Amina Okello");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/pdf-icon/" name, LayoutPages, NULL, layout_pages_set_up, function,                 \
              layout_pages_tear_down)
  ADD ("beside-words", test_beside_words);
  ADD ("by-itself", test_by_itself);
  return g_test_run ();
}
