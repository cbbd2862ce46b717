/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-asset-rights.h"
#include "cog-doubt.h"

#include <string.h>

/* A drawing that states rights in its metadata element. */
static CogAsset *
new_drawing (const char *name, const char *statements)
{
  g_autofree char *text = g_strdup_printf (
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><metadata>"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
      " xmlns:cc=\"http://creativecommons.org/ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      "<cc:Work>%s</cc:Work></rdf:RDF></metadata><rect width=\"9\" height=\"9\"/></svg>",
      statements);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  CogAsset *asset = cog_asset_new (name, "image/svg+xml", bytes);

  asset->origin = g_strconcat ("pictures/", name, NULL);
  return asset;
}

static CogBook *
new_book (const char *statements)
{
  CogBook *book = cog_book_new ();
  CogSection *section = cog_section_new ("s", "One");
  xmlNode *root = cog_section_make_content (section);
  xmlNode *figure = xmlNewChild (root, NULL, (const xmlChar *)"figure", NULL);
  xmlNode *picture = xmlNewChild (figure, NULL, (const xmlChar *)"img", NULL);

  cog_xml_set (figure, "id", "fig");
  cog_xml_set (picture, "id", "pic");
  cog_xml_set (picture, "src", "p.svg");
  g_ptr_array_add (book->sections, section);
  cog_book_add_asset (book, new_drawing ("p.svg", statements));
  return book;
}

static CogCredit *
add_caption_credit (CogBook *book, const char *licence, const char *author)
{
  CogCredit *credit = cog_credit_new ();

  credit->item = g_strdup ("fig");
  credit->licence = g_strdup (licence);
  if (author != NULL)
    g_ptr_array_add (credit->agents, cog_agent_new (author, COG_ROLE_AUTHOR));
  g_ptr_array_add (book->credits, credit);
  return credit;
}

#define BY_SA "<cc:license rdf:resource=\"https://creativecommons.org/licenses/by-sa/3.0/\"/>"
#define JANE "<dc:creator><cc:Agent><dc:title>Jane Doe</dc:title></cc:Agent></dc:creator>"

static void
test_alone (void)
{
  g_autoptr (CogBook) book = new_book (BY_SA JANE);
  const CogCredit *credit;
  const CogStatement *statement;

  cog_asset_rights_read (book, NULL);
  g_assert_cmpuint (book->credits->len, ==, 1);
  credit = g_ptr_array_index (book->credits, 0);
  g_assert_cmpstr (credit->item, ==, "fig");
  g_assert_cmpstr (credit->licence, ==, "CC-BY-SA-3.0");
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (credit->agents, 0))->name, ==, "Jane Doe");
  g_assert_cmpuint (credit->statements->len, ==, 2);
  statement = g_ptr_array_index (credit->statements, 0);
  g_assert_cmpstr (statement->file, ==, "pictures/p.svg");
  g_assert_cmpstr (statement->place, ==, "SVG cc:license");
}

/* What the caption leaves out is filled in, what it says stays. */
static void
test_joined (void)
{
  g_autoptr (CogBook) book = new_book (BY_SA JANE);
  CogCredit *credit = add_caption_credit (book, NULL, "J. Doe");

  cog_asset_rights_read (book, NULL);
  g_assert_cmpuint (book->credits->len, ==, 1);
  g_assert_cmpstr (credit->licence, ==, "CC-BY-SA-3.0");
  g_assert_cmpuint (credit->agents->len, ==, 1);
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (credit->agents, 0))->name, ==, "J. Doe");
  g_assert_cmpuint (cog_credit_get_doubts (credit), ==, COG_DOUBT_NONE);
}

static void
test_contradiction (void)
{
  g_autoptr (CogBook) book = new_book (BY_SA JANE);
  CogCredit *credit = add_caption_credit (book, "CC-BY-4.0", "Jane Doe");

  cog_asset_rights_read (book, NULL);
  g_assert_cmpuint (book->credits->len, ==, 1);
  g_assert_cmpstr (credit->licence, ==, "CC-BY-4.0");
  g_assert_cmpuint (cog_credit_get_doubts (credit), ==, COG_DOUBT_DIFFER);
}

/* What says the same adds nothing, so that a book that is imported again has the same record. */
static void
test_agreement (void)
{
  g_autoptr (CogBook) book = new_book (BY_SA JANE);
  CogCredit *credit = add_caption_credit (book, "CC-BY-SA-3.0", "Jane Doe");

  cog_asset_rights_read (book, NULL);
  cog_asset_rights_read (book, NULL);
  g_assert_cmpuint (book->credits->len, ==, 1);
  g_assert_cmpuint (credit->statements->len, ==, 0);
}

/* The book's own people made it, and its licence covers it; a title alone says nothing of rights;
 * neither does what cannot be read. */
static void
test_nothing_new (void)
{
  static const char *const cases[] = {
    "<dc:rights>© Copyright 2012 Rice University</dc:rights>",
    "<dc:title>A road</dc:title>",
    "<dc:title>A road</dc:titel>",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CogBook) book = new_book (cases[i]);

      g_ptr_array_add (book->credit->agents, cog_agent_new ("Rice University", COG_ROLE_PUBLISHER));
      book->credit->copyright = g_strdup ("© Copyright 2012 Rice University");
      cog_asset_rights_read (book, NULL);
      g_assert_cmpuint (book->credits->len, ==, 0);
    }
}

/* An edition writes into each of its pictures what is said of the work: that is no credit of the
 * picture's own when it is read again. */
static void
test_of_work (void)
{
  static const struct
  {
    const char *said;
    guint n_credits;
  } cases[] = {
    { BY_SA JANE, 0 },
    { BY_SA JANE "<dc:source>Biology, https://example.org/biology</dc:source>", 0 },
    /* An address that the record of the work does not have. */
    { BY_SA JANE "<dc:source>Biology, https://example.org/biology</dc:source>"
                 "<cc:attributionURL rdf:resource=\"https://example.org/biology\"/>",
      0 },
    { BY_SA JANE "<cc:attributionURL rdf:resource=\"https://example.org/roads\"/>", 1 },
    { BY_SA JANE "<dc:title>A road</dc:title>", 1 },
    { BY_SA JANE "<dc:title>A road</dc:title><dc:source>Biology</dc:source>", 0 },
    { BY_SA "<dc:creator><cc:Agent><dc:title>A. Adams</dc:title></cc:Agent></dc:creator>", 1 },
    { BY_SA JANE "<dc:rights>© 2001 A. Adams</dc:rights>", 1 },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CogBook) book = new_book (cases[i / 2].said);
      CogCredit *work = book->credit;

      /* Or of the work that the book was made from. */
      if (i % 2 == 1)
        {
          work = cog_credit_new ();
          g_ptr_array_add (book->credit->upstream, work);
        }
      work->title = g_strdup ("Biology");
      work->licence = g_strdup ("CC-BY-SA-3.0");
      g_ptr_array_add (work->agents, cog_agent_new ("Jane Doe", COG_ROLE_AUTHOR));
      cog_asset_rights_read (book, NULL);
      g_assert_cmpuint (book->credits->len, ==, cases[i / 2].n_credits);
    }
}

/* A foreign notice is no licence, and is not covered by the book's. */
static void
test_notice (void)
{
  g_autoptr (CogBook) book = new_book ("<dc:rights>© 2001 A. Adams</dc:rights>");
  const CogCredit *credit;

  cog_asset_rights_read (book, NULL);
  g_assert_cmpuint (book->credits->len, ==, 1);
  credit = g_ptr_array_index (book->credits, 0);
  g_assert_null (credit->licence);
  g_assert_cmpstr (credit->copyright, ==, "© 2001 A. Adams");
}

/* Of several pieces nobody can tell which one the file is. */
static void
test_pieces (void)
{
  g_autoptr (CogBook) book = new_book (BY_SA);

  add_caption_credit (book, "CC-BY-4.0", "A")->part = g_strdup ("a");
  add_caption_credit (book, NULL, "B")->part = g_strdup ("b");
  cog_asset_rights_read (book, NULL);
  g_assert_cmpuint (book->credits->len, ==, 2);
  g_assert_null (((CogCredit *)g_ptr_array_index (book->credits, 1))->licence);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asset-rights/alone", test_alone);
  g_test_add_func ("/asset-rights/joined", test_joined);
  g_test_add_func ("/asset-rights/contradiction", test_contradiction);
  g_test_add_func ("/asset-rights/agreement", test_agreement);
  g_test_add_func ("/asset-rights/nothing-new", test_nothing_new);
  g_test_add_func ("/asset-rights/of-work", test_of_work);
  g_test_add_func ("/asset-rights/notice", test_notice);
  g_test_add_func ("/asset-rights/pieces", test_pieces);
  return g_test_run ();
}
