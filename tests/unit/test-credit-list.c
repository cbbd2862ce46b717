/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-list.h"

/* Figures with these labels, each with the credit "T – NAME, public domain". */
static CogBook *
make_book (const char *const (*rows)[2])
{
  CogBook *book = cog_book_new ();
  CogSection *section = cog_section_new ("one", "One");
  g_autoptr (GString) xml = g_string_new ("<section xmlns='" COG_NS_XHTML "'>");

  for (guint i = 0; rows[i][0] != NULL; i++)
    {
      CogCredit *credit = cog_credit_new ();

      g_string_append_printf (xml,
                              "<figure id='f%u'><figcaption><span class='number'>%s</span>"
                              "</figcaption></figure>",
                              i, rows[i][0]);
      credit->item = g_strdup_printf ("f%u", i);
      credit->title = g_strdup ("T");
      credit->licence = g_strdup ("LicenseRef-PublicDomain");
      g_ptr_array_add (credit->agents, cog_agent_new (rows[i][1], COG_ROLE_AUTHOR));
      g_ptr_array_add (book->credits, credit);
    }
  g_string_append (xml, "</section>");
  section->content = cog_xml_parse_own (xml->str, -1, NULL);
  g_ptr_array_add (book->sections, section);
  return book;
}

static char *
write_list (const char *const (*rows)[2], const char *language)
{
  g_autoptr (CogBook) book = make_book (rows);
  g_autoptr (GHashTable) items = cog_book_index_elements (book);
  g_autoptr (GPtrArray) list = cog_credit_list_new (book, items, language, TRUE);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *plain = cog_credit_text_to_plain (g_ptr_array_index (list, i), "en", TRUE);

      g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", plain);
    }
  return g_string_free (all, FALSE);
}

static void
test_groups (void)
{
  static const char *const alike[][2] = {
    { "Figure 2.1", "Ann" }, { "Figure 2.2", "Ann" }, { "Figure 2.3", "Ann" },
    { "Figure 2.4", "Ann" }, { "Figure 2.5", "Bob" }, { "Figure 3.5", "Ann" },
    { "Figure 3.6", "Ann" }, { "Table 1", "Ann" },    { NULL, NULL },
  };
  static const char *const single[][2] = { { "Figure 10", "Ann" },
                                           { "Plate", "Bob" },
                                           { "Plate", "Bob" },
                                           { "Figure 99999999999999", "Bob" },
                                           { NULL, NULL } };
  static const char *const polish[][2] = {
    { "Rysunek 1.9", "Ann" }, { "Rysunek 1.10", "Ann" }, { "Rysunek 1.11", "Ann" }, { NULL, NULL }
  };
  static const char *const arabic[][2] = {
    { "شكل ٩", "Ann" }, { "شكل ١٠", "Ann" }, { "شكل ١١", "Ann" }, { NULL, NULL }
  };
  g_autofree char *list = write_list (alike, "en");
  g_autofree char *few = write_list (single, "en");
  g_autofree char *pl = write_list (polish, "pl");
  g_autofree char *ar = write_list (arabic, "ar");

  g_assert_cmpstr (list, ==,
                   "Figures 2.1–2.4, 3.5, 3.6, Table 1: T – Ann, public domain|"
                   "Figure 2.5: T – Bob, public domain");
  g_assert_cmpstr (few, ==,
                   "Figure 10: T – Ann, public domain|"
                   "Plate, Plate, Figure 99999999999999: T – Bob, public domain");
  g_assert_cmpstr (pl, ==, "Rysunki 1.9–1.11: T – Ann, domena publiczna");
  g_assert_cmpstr (ar, ==, "الأشكال ٩–١١: T – Ann، ملك عام");
}

/* Each label leads to its item, the ends of a range too. */
static void
test_links (void)
{
  static const char *const rows[][2] = {
    { "Figure 1", "Ann" }, { "Figure 2", "Ann" }, { "Figure 3", "Ann" }, { NULL, NULL }
  };
  g_autoptr (CogBook) book = make_book (rows);
  g_autoptr (GHashTable) items = cog_book_index_elements (book);
  g_autoptr (GPtrArray) list = cog_credit_list_new (book, items, "en", TRUE);
  g_autoptr (GPtrArray) bare = cog_credit_list_new (book, items, "en", FALSE);
  g_autofree char *linked = cog_credit_text_to_xhtml (g_ptr_array_index (list, 0));
  g_autofree char *plain = cog_credit_text_to_xhtml (g_ptr_array_index (bare, 0));

  g_assert_cmpstr (linked, ==,
                   "Figures <a href=\"#f0\"><bdi>1</bdi></a>–<a href=\"#f2\"><bdi>3</bdi></a>: "
                   "<bdi>T</bdi> – <bdi>Ann</bdi>, public domain");
  g_assert_cmpstr (
      plain, ==, "Figures <bdi>1</bdi>–<bdi>3</bdi>: <bdi>T</bdi> – <bdi>Ann</bdi>, public domain");
}

/* What has no number is found by the section that it stands in; one without a title goes by that
 * above it. */
static void
test_places (void)
{
  static const char *const items[] = { "a", "b", "c" };
  g_autoptr (CogBook) book = cog_book_new ();
  CogSection *one = cog_section_new ("one", "Rivers");
  CogSection *two = cog_section_new ("two", NULL);
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GPtrArray) list = NULL;

  one->content = cog_xml_parse_own ("<section xmlns='" COG_NS_XHTML "'><p><img id='a' "
                                    "src='x.png'/></p></section>",
                                    -1, NULL);
  two->content = cog_xml_parse_own ("<section xmlns='" COG_NS_XHTML "'><table id='b'/>"
                                    "<blockquote id='c'/></section>",
                                    -1, NULL);
  g_ptr_array_add (book->sections, one);
  g_ptr_array_add (one->children, two);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      CogCredit *credit = cog_credit_new ();

      credit->item = g_strdup (items[i]);
      credit->licence = g_strdup ("CC-BY-4.0");
      g_ptr_array_add (credit->agents, cog_agent_new ("Ann", COG_ROLE_AUTHOR));
      g_ptr_array_add (book->credits, credit);
    }
  index = cog_book_index_elements (book);
  list = cog_credit_list_new (book, index, "en", FALSE);
  g_assert_cmpuint (list->len, ==, 1);
  {
    g_autofree char *plain = cog_credit_text_to_plain (g_ptr_array_index (list, 0), "en", FALSE);

    g_assert_cmpstr (plain, ==,
                     "Figure (Rivers), Table (Rivers), Quotation (Rivers): Ann, CC BY 4.0");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/credit-list/groups", test_groups);
  g_test_add_func ("/credit-list/links", test_links);
  g_test_add_func ("/credit-list/places", test_places);
  return g_test_run ();
}
