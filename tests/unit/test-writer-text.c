/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edition-fixture.h"
#include "folder.h"
#include "office-book.h"

#include <locale.h>

static char *
write_book (const CogBook *book)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  edition_fixture_write (book, "book.txt");
  g_file_get_contents ("book.txt", &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_text (void)
{
  g_autoptr (CogBook) book = office_book_new ("en", office_book_text);
  g_autofree char *text = write_book (book);

  office_book_assert_has (text, "Water & more\n============\n\nAda Example\n");
  office_book_assert_has (text, "\nContents\n--------\nRivers & lakes\n");
  office_book_assert_has (text, "\nRivers & lakes\n==============\n");
  office_book_assert_has (text, "\nLists\n-----\n");
  office_book_assert_has (text, "Water[1] flows, fast, H2O, x; see the table and more "
                                "<https://example.org/?a=1&b=2>. L’eau. a/2\n");
  office_book_assert_has (text, "\n3. First.\n\n  Still first.\n    • Inner.\n4. Second.\n");
  office_book_assert_has (text, "\na. Letter.\n");
  office_book_assert_has (text, "\n    Quoted.\n");
  office_book_assert_has (text, "\na\n  b\n");
  office_book_assert_has (text, "\n[Picture: A \"wide\" river.]\n");
  office_book_assert_has (text, "\nSpeeds\n\nRiver\tSpeed\nNile\t3\t4\n\t5\t6\n");
  /* The note is said once, behind its section. */
  office_book_assert_has (text, "So.\n\n[1] A note.\n");
}

static void
test_credits (void)
{
  g_autoptr (CogBook) book = edition_fixture_new ("en");
  g_autofree char *text = write_book (book);

  office_book_assert_has (text, "\nCopyright and licence\n=====================\n");
  office_book_assert_has (text, "Mara Lindqvist");
  office_book_assert_has (text, "https://creativecommons.org/licenses/by/4.0/");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/writer-text/text", test_text);
  g_test_add_func ("/writer-text/credits", test_credits);
  return g_test_run ();
}
