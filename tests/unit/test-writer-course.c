/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "book-reading.h"
#include "edition-fixture.h"
#include "folder.h"
#include "office-book.h"
#include "written.h"

#include <locale.h>

#define MANIFEST "imsmanifest.xml"
/* Each dialect has namespaces of its own. */
#define NAMED(name) "*[local-name()='" name "']"

static Written *
write_edition (const char *target)
{
  g_autoptr (CogBook) book = edition_fixture_new ("en");

  edition_fixture_write (book, target);
  return written_open (target);
}

static void
assert_says (Written *file, const char *path, const char *text)
{
  g_autofree char *found = written_dup (file, MANIFEST, path);

  g_assert_cmpstr (found, ==, text);
}

static void
assert_count (Written *file, const char *path, guint n)
{
  guint found = written_count (file, MANIFEST, path);

  if (found != n)
    g_error ("%s: %u, not %u", path, found, n);
}

/* What both dialects must hold. */
static void
assert_whole (Written *file)
{
  /* Chapters with sections are folders, and only what holds no others leads to a page. */
  assert_count (file, "//" NAMED ("item") "[" NAMED ("item") " and @identifierref]", 0);
  assert_count (file,
                "//" NAMED ("item") "[@identifierref and not(@identifierref = //" NAMED (
                    "resource") "/@identifier)]",
                0);
  assert_count (file, "//" NAMED ("item") "[@identifierref='page-one']", 1);
  assert_count (file, "//" NAMED ("resource") "[@identifier='page-one' and @href='text-one.html']",
                1);
  assert_count (file, "//" NAMED ("file") "[@href='media/a.png']", 1);
  assert_says (file, "string(//" NAMED ("general") "/" NAMED ("title") ")",
               "Water </script> \"& more\"");
  assert_says (file, "string(//" NAMED ("general") "/" NAMED ("language") ")", "en");
  assert_count (file, "//" NAMED ("contribute") "[contains(., 'FN:Ada Example')]", 1);
  assert_count (file,
                "//" NAMED ("rights") "/" NAMED (
                    "description") "[contains(., 'https://creativecommons.org/licenses/by/4.0/')]",
                1);
}

static void
assert_files (Written *file)
{
  guint n = written_count (file, MANIFEST, "//" NAMED ("file"));

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *path = g_strdup_printf ("string((//" NAMED ("file") ")[%u]/@href)", i);
      g_autofree char *name = written_dup (file, MANIFEST, path);

      if (!cog_container_has (file->container, name))
        g_error ("the manifest names %s, which is not there", name);
    }
}

static void
test_cartridge (void)
{
  g_autoptr (Written) file = write_edition ("book.imscc");

  assert_whole (file);
  assert_files (file);
  assert_says (file, "string(//" NAMED ("schemaversion") ")", "1.3.0");
  assert_count (file, "//" NAMED ("organization") "[@structure='rooted-hierarchy']", 1);
  written_assert_sound (file, "text-one.html");
}

static void
test_scorm (void)
{
  g_autoptr (Written) file = write_edition ("book.scorm.zip");

  assert_whole (file);
  assert_files (file);
  assert_says (file, "string(//" NAMED ("schemaversion") ")", "1.2");
  assert_count (file,
                "//" NAMED ("resource") "[@identifier='page-one' and @*[local-name()="
                                        "'scormtype'] = 'sco']",
                1);
  g_assert_cmpuint (written_count (file, "text-one.html", "//h:script[@src='scorm.js']"), ==, 1);
}

static void
read_again (const char *target)
{
  g_autoptr (CogBook) book = office_book_new ("ar", office_book_text);
  g_autoptr (CogBook) again = office_book_read_back (book, target);
  g_autofree char *content = office_book_dup_content (again);

  office_book_assert_has (content, "<mfrac><mi>a</mi><mn>2</mn></mfrac>");
  office_book_assert_has (content, "colspan=\"2\"");
  office_book_assert_has (content, "<figcaption");
  g_assert_cmpstr (again->language, ==, "ar");
  g_assert_cmpstr (again->credit->title, ==, "Water & more");
  g_assert_cmpstr (again->credit->licence, ==, "CC-BY-4.0");
  g_assert_cmpuint (again->credit->agents->len, ==, 1);
}

static void
test_again (void)
{
  read_again ("again.imscc");
  read_again ("again.scorm.zip");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/writer-course/cartridge", test_cartridge);
  g_test_add_func ("/writer-course/scorm", test_scorm);
  g_test_add_func ("/writer-course/again", test_again);
  return g_test_run ();
}
