/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-apply.h"
#include "cog-picture-scan.h"
#include "cog-project-figures.h"
#include "project-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* The words of each picture are known already: no text recognition is needed. */
static CogAsset *
make_picture (const char *folder, const char *name, const char *sample)
{
  g_autoptr (GBytes) bytes = g_bytes_new (name, strlen (name));
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *file = g_strdup_printf ("%s/%s.en", folder, sum);
  g_autofree char *kept = g_strdup_printf ("1\n3\n.05\n%s", sample);

  g_assert_true (g_file_set_contents (file, kept, -1, NULL));
  return cog_asset_new (name, "image/png", bytes);
}

/* A chapter that is only a title, and in it a section with pictures: described, and as decoration
 * in a figure, in a paragraph, and between paragraphs. */
static CogProject *
create (ProjectFixture *f)
{
  g_autoptr (CogBook) book = cog_book_new ();
  CogSection *chapter = cog_section_new ("chapter", "Water");
  CogSection *section = cog_section_new ("section", "Rain");
  CogProject *project = cog_project_create (f->path, "ar-EG", NULL, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  section->content = cog_xml_parse_own (
      "<section xmlns='" COG_NS_XHTML "'><h1>Rain</h1>"
      "<figure id='f1'><img id='i1' src='a.png' alt='Rain'/></figure>"
      "<figure id='f2'><img id='i2' src='b.png' alt=''/>"
      "<figcaption id='c2'>Where it comes from</figcaption></figure>"
      "<p id='p1'>Look: <img id='i3' src='c.png' alt=''/> and <img id='i4' src='d.png' alt=''/></p>"
      "<p id='p2'>It rains.</p><figure id='f5'><img id='i5' src='e.png' "
      "alt=''/></figure></section>",
      -1, NULL);
  g_ptr_array_add (book->sections, chapter);
  g_ptr_array_add (chapter->children, section);
  cog_book_add_asset (book, make_picture (f->dir, "a.png", "Cloud over a hill"));
  cog_book_add_asset (book, make_picture (f->dir, "b.png", "Sea air rising"));
  cog_book_add_asset (book, make_picture (f->dir, "c.png", "Stop here now"));
  cog_book_add_asset (book, make_picture (f->dir, "d.png", "Stop here now"));
  cog_book_add_asset (book, make_picture (f->dir, "e.png", "Keep off grass"));
  book->language = g_strdup ("en");
  cog_book_identify (book, NULL);
  id = cog_project_add_source (project, book, "html", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return project;
}

/* "c2: Sea air rising" for each, in the order of the book */
static char *
dup_seen (CogLensIndex *index)
{
  g_autoptr (GPtrArray) found = cog_lens_index_dup_findings (index, NULL, NULL, NULL);
  GString *seen = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (found, i);

      if (g_str_equal (placed->finding->kind, "bitmap"))
        g_string_append_printf (seen, "%s%s: %s%s", seen->len > 0 ? "; " : "",
                                placed->finding->unit, placed->finding->text,
                                placed->is_open ? "" : " (done)");
    }
  return g_string_free (seen, FALSE);
}

static void
scan (CogLensIndex *index, const char *folder, const char *unit)
{
  const CogPictureScan scan = { .unit = unit, .folder = folder, .only_known = TRUE };
  g_autoptr (GError) error = NULL;

  cog_picture_scan_run (index, &scan, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Every picture of the book, those without a description by the passage that they stand at: a
 * chapter that has no text is no fault. */
static void
test_book (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f);
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autofree char *seen = NULL;

  scan (index, f->dir, NULL);
  seen = dup_seen (index);
  g_assert_cmpstr (seen, ==,
                   "i1@alt: Cloud over a hill; c2: Sea air rising; p1: Stop here now; "
                   "p1: Stop here now; p2: Keep off grass");
}

/* The passage in hand: its pictures, once however often they are looked at. */
static void
test_passage (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f);
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autofree char *seen = NULL;
  g_autofree char *again = NULL;

  scan (index, f->dir, "p1");
  scan (index, f->dir, "c2");
  seen = dup_seen (index);
  g_assert_cmpstr (seen, ==, "c2: Sea air rising; p1: Stop here now; p1: Stop here now");
  scan (index, f->dir, "p1");
  again = dup_seen (index);
  g_assert_cmpstr (again, ==, seen);
}

/* Two pictures with the same words are decided about one by one. */
static void
test_decided (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f);
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *seen = NULL;

  scan (index, f->dir, "p1");
  found = cog_lens_index_dup_unit (index, "p1", NULL);
  g_assert_cmpuint (found->len, ==, 2);
  CogLensAction action = { .placed = g_ptr_array_index (found, 1), .choice = COG_CHOICE_KEEP };
  g_assert_true (cog_lens_apply (project, &action, 1, NULL, NULL));
  seen = dup_seen (index);
  g_assert_cmpstr (seen, ==, "p1: Stop here now; p1: Stop here now (done)");
}

/* A description that it gets makes it a place of its own. */
static void
test_described (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f);
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autofree char *seen = NULL;

  scan (index, f->dir, "p1");
  g_assert_true (cog_project_describe_picture (project, "i3", NULL));
  scan (index, f->dir, NULL);
  seen = dup_seen (index);
  g_assert_cmpstr (seen, ==,
                   "i1@alt: Cloud over a hill; c2: Sea air rising; p1: Stop here now; "
                   "p2: Keep off grass; i3@alt: Stop here now");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/picture-scan/book", test_book);
  PROJECT_FIXTURE_ADD ("/picture-scan/passage", test_passage);
  PROJECT_FIXTURE_ADD ("/picture-scan/decided", test_decided);
  PROJECT_FIXTURE_ADD ("/picture-scan/described", test_described);
  return g_test_run ();
}
