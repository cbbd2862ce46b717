/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-logo-words.h"
#include "cog-logo.h"

#include <string.h>

static GPtrArray *
list_publishers (const char *copyright)
{
  g_autoptr (CogCredit) credit = cog_credit_new ();

  credit->copyright = g_strdup (copyright);
  return cog_publisher_match (credit);
}

static void
test_words (void)
{
  static const struct
  {
    const char *file, *alternative, *title;
    gboolean at_front, is_logo;
  } rows[] = {
    { "images/logo.png", NULL, NULL, TRUE, TRUE },
    { "logoUNESCO_2x.png", "", NULL, FALSE, TRUE },
    { "p1.png", "Logo of the World Health Organization", NULL, FALSE, TRUE },
    { "p1.png", "UNESCO emblem", NULL, FALSE, TRUE },
    { "p1.png", "World Health Organization (WHO)", NULL, TRUE, TRUE },
    { "p1.png", "World Health Organization", NULL, FALSE, FALSE },
    { "p1.png", NULL, "Logo", TRUE, TRUE },
    { "p1.png", "شعار منظمة الصحة العالمية", NULL, TRUE, TRUE },
    { "p1.png", "Эмблема ВОЗ", NULL, FALSE, TRUE },
    { "p1.png", "логотипы партнёров", NULL, TRUE, TRUE },
    { "p1.png", "世界卫生组织会徽", NULL, FALSE, TRUE },
    { "p1.png", "Emblème de l’OMS", NULL, TRUE, TRUE },
    { "p1.png", "Logotipo", NULL, TRUE, TRUE },
    /* somebody else's within a text, a licence's button, words that sound alike */
    { "firefox-logo.png", "The Firefox logo", NULL, FALSE, FALSE },
    { "p1.png", "Creative Commons logo", NULL, TRUE, FALSE },
    { "cc-by-logo.png", "", NULL, TRUE, FALSE },
    { "by-nc-sa.png", "Logo CC BY", NULL, TRUE, FALSE },
    { "catalogo.png", "Diálogo", NULL, TRUE, FALSE },
    { "logos/map.png", "Map of the WHO regions", NULL, TRUE, FALSE },
    { "logarithm.png", "A logarithm", NULL, TRUE, FALSE },
    { NULL, NULL, NULL, TRUE, FALSE },
  };
  g_autoptr (GPtrArray) publishers = list_publishers ("© World Health Organization 2020");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CogLogoClues clues = { rows[i].file, rows[i].alternative, rows[i].title, rows[i].at_front };

      g_test_message ("%s, %s", rows[i].file, rows[i].alternative);
      g_assert_cmpint (cog_logo_is (&clues, publishers), ==, rows[i].is_logo);
    }
}

static void
test_places (void)
{
  static const struct
  {
    const char *type;
    guint index, n_sections, n_words;
    gboolean is_front;
  } rows[] = {
    { "cover", 5, 90, 9000, TRUE }, { "frontmatter copyright-page", 5, 90, 9000, TRUE },
    { NULL, 0, 90, 100, TRUE },     { NULL, 1, 90, 100, TRUE },
    { NULL, 89, 90, 100, TRUE },    { NULL, 0, 90, 5000, FALSE },
    { NULL, 2, 90, 100, FALSE },    { "chapter", 40, 90, 100, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (
        cog_logo_is_front (rows[i].type, rows[i].index, rows[i].n_sections, rows[i].n_words), ==,
        rows[i].is_front);
}

static void
add_picture (CogBook *book, const char *section_id, const char *type, const char *file)
{
  CogSection *section = cog_section_new (section_id, "Title");
  xmlNode *root = cog_section_make_content (section);
  xmlNode *figure = xmlNewChild (root, NULL, (const xmlChar *)"figure", NULL);
  xmlNode *image = xmlNewChild (figure, NULL, (const xmlChar *)"img", NULL);
  g_autofree char *id = g_strconcat (section_id, "-i", NULL);
  g_autofree char *name = g_strconcat (section_id, ".png", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  CogAsset *asset = cog_asset_new (name, "image/png", bytes);

  section->type = g_strdup (type);
  asset->origin = g_strdup (file);
  cog_xml_set (image, "id", id);
  cog_xml_set (image, "src", name);
  cog_book_add_asset (book, asset);
  g_ptr_array_add (book->sections, section);
}

/* Some publishers keep their covers; a picture on another's is one like others. */
static void
test_covers (void)
{
  static const struct
  {
    const char *copyright;
    guint n;
  } rows[] = { { "© OECD 2024", 1 },
               { "© 2021 Rice University", 1 },
               { "© World Health Organization 2020", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CogBook) book = cog_book_new ();
      g_autoptr (CogReport) report = cog_report_new ();

      book->credit->copyright = g_strdup (rows[i].copyright);
      add_picture (book, "a", "cover", "img/front.png");
      add_picture (book, "b", "chapter", "img/pond.png");
      cog_logo_report (book, report);
      g_assert_cmpuint (cog_report_get_findings (report)->len, ==, rows[i].n);
    }
}

/* What a reader reports: the picture, by its file where it has no description. */
static void
test_report (void)
{
  g_autoptr (CogBook) book = cog_book_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  const CogFinding *finding;

  add_picture (book, "a", "copyright-page", "img/emblem.png");
  add_picture (book, "b", NULL, "img/pond.png");
  add_picture (book, "c", "chapter", "img/firefox-logo.png");
  add_picture (book, "d", "chapter", "img/leaf.png");
  cog_logo_report (book, report);
  g_assert_cmpuint (cog_report_get_findings (report)->len, ==, 1);
  finding = g_ptr_array_index (cog_report_get_findings (report), 0);
  g_assert_cmpstr (finding->kind->id, ==, "publisher-logo");
  g_assert_cmpstr (finding->place, ==, "a-i");
  g_assert_cmpstr (finding->arguments[0], ==, "emblem.png");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/logo/words", test_words);
  g_test_add_func ("/logo/places", test_places);
  g_test_add_func ("/logo/covers", test_covers);
  g_test_add_func ("/logo/report", test_report);
  return g_test_run ();
}
