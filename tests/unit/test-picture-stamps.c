/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-doubt.h"
#include "cog-licence.h"
#include "cog-picture-credit.h"
#include "cog-picture-metadata.h"
#include "cog-picture-packet.h"
#include "cog-picture-stamps.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#define BY_SA "https://creativecommons.org/licenses/by-sa/3.0/"

/* One dot each: what gdk-pixbuf does not write. */
#define GIF "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
#define GIF_87 "R0lGODdhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUQAOw=="
#define WEBP_LOSSY "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"
#define WEBP_LOSSLESS "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
#define DRAWING                                                                                    \
  "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">"                            \
  "<title>drawing1</title><rect width=\"9\" height=\"9\"/></svg>"

typedef struct
{
  const char *type; /* of gdk-pixbuf; NULL: data */
  const char *data; /* base64; of a drawing, as it is */
  const char *media_type;
} Kind;

static const Kind kinds[] = {
  { "jpeg", NULL, "image/jpeg" },     { "png", NULL, "image/png" },
  { NULL, GIF, "image/gif" },         { NULL, GIF_87, "image/gif" },
  { NULL, WEBP_LOSSY, "image/webp" }, { NULL, WEBP_LOSSLESS, "image/webp" },
  { NULL, DRAWING, "image/svg+xml" },
};

static GBytes *
new_picture (const Kind *kind)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  if (kind->data != NULL && kind->data[0] == '<')
    return g_bytes_new_static (kind->data, strlen (kind->data));
  if (kind->data != NULL)
    {
      guchar *bytes = g_base64_decode (kind->data, &size);

      return g_bytes_new_take (bytes, size);
    }
  pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 16, 12);
  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, kind->type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

/* A figure with that picture. */
static CogBook *
new_book (GBytes *picture, const char *media_type)
{
  CogBook *book = cog_book_new ();
  CogSection *section = cog_section_new ("s", "One");
  xmlNode *figure =
      xmlNewChild (cog_section_make_content (section), NULL, (const xmlChar *)"figure", NULL);
  xmlNode *image = xmlNewChild (figure, NULL, (const xmlChar *)"img", NULL);

  book->language = g_strdup ("en");
  cog_xml_set (figure, "id", "fig");
  cog_xml_set (image, "id", "pic");
  cog_xml_set (image, "src", "p");
  g_ptr_array_add (book->sections, section);
  cog_book_add_asset (book, cog_asset_new ("p", media_type, picture));
  return book;
}

static CogCredit *
add_credit (CogBook *book, const char *licence, const char *author)
{
  CogCredit *credit = cog_credit_new ();

  credit->item = g_strdup ("fig");
  credit->licence = g_strdup (licence);
  if (author != NULL)
    g_ptr_array_add (credit->agents, cog_agent_new (author, COG_ROLE_AUTHOR));
  g_ptr_array_add (book->credits, credit);
  return credit;
}

static GBytes *
stamp (CogBook *book)
{
  g_autoptr (CogPictureStamps) stamps = cog_picture_stamps_new (book);

  return cog_picture_stamps_apply (stamps, cog_book_find_asset (book, "p"));
}

static CogPictureMetadata *
read_back (GBytes *bytes)
{
  CogMediaInfo info;

  g_assert_true (cog_media_identify (bytes, "p", &info));
  return cog_picture_metadata_read (bytes, &info, "p");
}

static void
assert_authors (const CogCredit *credit, const char *expected)
{
  g_autofree char *names = cog_credit_dup_names (credit, COG_ROLE_AUTHOR);

  g_assert_cmpstr (names, ==, expected);
}

static char *
dup_packet (GBytes *bytes)
{
  g_autoptr (GBytes) packet = cog_picture_packet_find (bytes);

  g_assert_nonnull (packet);
  return g_strndup (g_bytes_get_data (packet, NULL), g_bytes_get_size (packet));
}

static GdkPixbuf *
decode (GBytes *bytes)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf = NULL;

  if (gdk_pixbuf_loader_write_bytes (loader, bytes, NULL) && gdk_pixbuf_loader_close (loader, NULL))
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  else
    gdk_pixbuf_loader_close (loader, NULL);
  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

/* The dots are as they were. Formats that this machine cannot show are not looked at. */
static void
assert_same_picture (GBytes *before, GBytes *after)
{
  g_autoptr (GdkPixbuf) a = decode (before);
  g_autoptr (GdkPixbuf) b = decode (after);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  if (a == NULL)
    return;
  g_assert_nonnull (b);
  first = gdk_pixbuf_read_pixel_bytes (a);
  second = gdk_pixbuf_read_pixel_bytes (b);
  g_assert_true (g_bytes_equal (first, second));
}

/* Every format carries the credit, to the field, and is the same picture as before. */
static void
test_formats (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GBytes) picture = new_picture (&kinds[i]);
      g_autoptr (CogBook) book = new_book (picture, kinds[i].media_type);
      CogCredit *credit = add_credit (book, "CC-BY-SA-3.0", "Zoë “Zed” <Grün> & Ko");
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) second = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autoptr (CogPictureMetadata) found = NULL;

      credit->title = g_strdup ("عين الماء");
      credit->source_url = g_strdup ("https://example.org/eye?a=1&b=2");
      g_ptr_array_add (credit->agents, cog_agent_new ("Omar Zayed", COG_ROLE_PHOTOGRAPHER));
      g_ptr_array_add (credit->agents, cog_agent_new ("Lakeside School", COG_ROLE_HOLDER));
      first = stamp (book);
      second = stamp (book);
      g_assert_false (g_bytes_equal (first, picture));
      g_assert_true (g_bytes_equal (first, second));
      assert_same_picture (picture, first);
      found = read_back (first);
      g_assert_cmpstr (found->credit->title, ==, "عين الماء");
      g_assert_cmpstr (found->credit->licence, ==, "CC-BY-SA-3.0");
      g_assert_cmpstr (found->credit->licence_url, ==, BY_SA);
      g_assert_cmpstr (found->credit->source_url, ==, "https://example.org/eye?a=1&b=2");
      assert_authors (found->credit, "Zoë “Zed” <Grün> & Ko, Omar Zayed");
      g_assert_cmpuint (cog_credit_get_doubts (found->credit), ==, COG_DOUBT_NONE);

      g_bytes_unref (cog_book_find_asset (book, "p")->bytes);
      cog_book_find_asset (book, "p")->bytes = g_bytes_ref (first);
      again = stamp (book);
      g_assert_true (g_bytes_equal (first, again));
    }
}

/* Creative Commons' addresses are references, and what people see is there as well. */
static void
test_properties (void)
{
  static const char *const there[] = {
    "<cc:license rdf:resource=\"" BY_SA "\"/>",
    "<cc:attributionURL rdf:resource=\"https://example.org/eye\"/>",
    "<xmpRights:Marked>True</xmpRights:Marked>",
    "<xmpRights:WebStatement>" BY_SA "</xmpRights:WebStatement>",
    "<cc:attributionName>Ann</cc:attributionName>",
    "<dc:source>https://example.org/eye</dc:source>",
    "Attribution-ShareAlike 3.0",
    "© 2001 A. Adams",
  };
  g_autoptr (GBytes) picture = new_picture (&kinds[0]);
  g_autoptr (CogBook) book = new_book (picture, "image/jpeg");
  CogCredit *credit = add_credit (book, "CC-BY-SA-3.0", "Ann");
  g_autoptr (GBytes) stamped = NULL;
  g_autofree char *packet = NULL;

  credit->source_url = g_strdup ("https://example.org/eye");
  credit->copyright = g_strdup ("© 2001 A. Adams");
  stamped = stamp (book);
  packet = dup_packet (stamped);
  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    if (strstr (packet, there[i]) == NULL)
      g_error ("%s is not in %s", there[i], packet);
}

/* Puts what a file says of itself into it: attributes and elements of the description. */
static GBytes *
say (GBytes *picture, const char *statements)
{
  g_autofree char *packet = g_strdup_printf (
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
      " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:cc=\"http://creativecommons.org/ns#\""
      " xmlns:own=\"http://example.org/own/\""
      " xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\">%s</rdf:Description></rdf:RDF>"
      "</x:xmpmeta>",
      statements);

  return cog_picture_packet_put (picture, packet);
}

#define CREATORS(names) "<dc:creator><rdf:Seq>" names "</rdf:Seq></dc:creator>"
#define NAME(name) "<rdf:li>" name "</rdf:li>"
#define DEFAULT(words) "<rdf:Alt><rdf:li xml:lang=\"x-default\">" words "</rdf:li></rdf:Alt>"

static void
test_kept (void)
{
  static const struct
  {
    const char *said;
    const char *licence, *author;
    const char *authors, *becomes; /* what is read then */
  } cases[] = {
    /* The richer name stays, the poorer goes, another is beside it. */
    { CREATORS (NAME ("Jane Doe, NASA")), NULL, "Jane Doe", "Jane Doe, NASA", NULL },
    { CREATORS (NAME ("Doe")), NULL, "Jane Doe", "Jane Doe", NULL },
    { CREATORS (NAME ("A. Adams") NAME ("B. Brown")), NULL, "Jane Doe",
      "A. Adams, B. Brown, Jane Doe", NULL },
    /* Where nothing is stated, what the file says is not touched. */
    { "<cc:license rdf:resource=\"" BY_SA "\"/>", NULL, "Ann", "Ann", "CC-BY-SA-3.0" },
    { "<cc:license rdf:resource=\"" BY_SA "\"/>", "LicenseRef-Unknown", "Ann", "Ann",
      "CC-BY-SA-3.0" },
    /* What somebody has decided wins over every mark of another. */
    { "<cc:license rdf:resource=\"" BY_SA "\"/><xmpRights:WebStatement>" BY_SA
      "</xmpRights:WebStatement><xmpRights:UsageTerms>" DEFAULT (
          "CC BY-NC 2.0") "</xmpRights:"
                          "UsageTerms><dc:rights>" DEFAULT (
                              "Licensed under CC BY-NC 2.0") "</dc:rights>",
      "CC-BY-4.0", "Ann", "Ann", "CC-BY-4.0" },
    { "<cc:license>" BY_SA "</cc:license>", "LicenseRef-AllRightsReserved", "Ann", "Ann",
      "LicenseRef-AllRightsReserved" },
  };
  g_autoptr (GBytes) picture = new_picture (&kinds[1]);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) said = say (picture, cases[i].said);
      g_autoptr (CogBook) book = new_book (said, "image/png");
      g_autoptr (GBytes) stamped = NULL;
      g_autoptr (CogPictureMetadata) found = NULL;

      add_credit (book, cases[i].licence, cases[i].author);
      stamped = stamp (book);
      found = read_back (stamped);
      assert_authors (found->credit, cases[i].authors);
      g_assert_cmpstr (found->credit->licence, ==, cases[i].becomes);
      g_assert_cmpuint (cog_credit_get_doubts (found->credit), ==, COG_DOUBT_NONE);
    }
}

/* Until somebody has decided, what a file says stands against what the caption says. */
static void
test_doubt (void)
{
  g_autoptr (GBytes) picture = new_picture (&kinds[1]);
  g_autoptr (GBytes) said = say (picture, "<cc:license rdf:resource=\"" BY_SA "\"/>");
  g_autoptr (CogBook) book = new_book (said, "image/png");
  CogCredit *credit = add_credit (book, "CC-BY-4.0", "Ann");
  CogStatement *statement = cog_statement_new (COG_EVIDENCE_LINK, "p", "XMP", NULL, BY_SA);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (CogPictureMetadata) open = NULL;
  g_autoptr (CogPictureMetadata) decided = NULL;

  cog_statement_recognise (statement);
  g_ptr_array_add (credit->statements, statement);
  before = stamp (book);
  open = read_back (before);
  g_assert_cmpstr (open->credit->licence, ==, "CC-BY-SA-3.0");
  assert_authors (open->credit, "Ann");
  g_ptr_array_add (credit->statements,
                   cog_statement_new (COG_EVIDENCE_PERSON, NULL, NULL, "CC BY 4.0", NULL));
  after = stamp (book);
  decided = read_back (after);
  g_assert_cmpstr (decided->credit->licence, ==, "CC-BY-4.0");
}

/* A page that explains, a notice, languages, and what Cognate does not know. */
static void
test_others (void)
{
  static const char *const there[] = {
    "https://example.org/rights",
    "© 2020 Ann",
    "Der Weg",
    "<own:sheet>7</own:sheet>",
  };
  g_autoptr (GBytes) picture = new_picture (&kinds[1]);
  g_autoptr (GBytes) said =
      say (picture,
           "<xmpRights:WebStatement>https://example.org/rights</xmpRights:WebStatement>"
           "<dc:rights>" DEFAULT (
               "© 2020 Ann") "</dc:rights><own:sheet>7</own:sheet>"
                             "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">The road</rdf:li>"
                             "<rdf:li xml:lang=\"de\">Der Weg</rdf:li></rdf:Alt></dc:title>");
  g_autoptr (CogBook) book = new_book (said, "image/png");
  CogCredit *credit = add_credit (book, "CC-BY-4.0", "Ann");
  g_autoptr (GBytes) stamped = NULL;
  g_autofree char *packet = NULL;

  credit->title = g_strdup ("Road");
  stamped = stamp (book);
  packet = dup_packet (stamped);
  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    if (strstr (packet, there[i]) == NULL)
      g_error ("%s is not in %s", there[i], packet);
}

/* A prefix that somebody uses for something else stays theirs: what stands below it would become of
 * another vocabulary. */
static void
test_prefixes (void)
{
  g_autoptr (GBytes) picture = new_picture (&kinds[1]);
  g_autoptr (GBytes) said = cog_picture_packet_put (
      picture,
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
      " xmlns:cc=\"http://example.org/carbon/\" xmlns=\"http://purl.org/dc/elements/1.1/\">"
      "<rdf:Description rdf:about=\"\" cc:grams=\"7\"><cc:copy/></rdf:Description>"
      "</rdf:RDF>");
  g_autoptr (CogBook) book = new_book (said, "image/png");
  g_autoptr (GBytes) stamped = NULL;
  g_autofree char *packet = NULL;

  add_credit (book, "CC-BY-SA-3.0", "Ann");
  stamped = stamp (book);
  packet = dup_packet (stamped);
  g_assert_nonnull (strstr (packet, "cc:grams=\"7\""));
  g_assert_nonnull (strstr (packet, "<cc:copy/>"));
  g_assert_nonnull (strstr (packet, "<cc1:license "));
  g_assert_nonnull (strstr (packet, " xmlns:cc1=\"http://creativecommons.org/ns#\""));
  g_assert_nonnull (strstr (packet, "<dc:creator>"));
}

/* Of several parts none speaks for the whole, but where all say the same. */
static void
test_parts (void)
{
  g_autoptr (GBytes) picture = new_picture (&kinds[0]);
  g_autoptr (CogBook) book = new_book (picture, "image/jpeg");
  CogCredit *a = add_credit (book, "CC-BY-4.0", "Ann");
  CogCredit *c = add_credit (book, "CC-BY-NC-4.0", "Omar");
  g_autoptr (GBytes) differ = NULL;
  g_autoptr (GBytes) same = NULL;
  g_autoptr (CogPictureMetadata) found = NULL;
  g_autofree char *packet = NULL;

  a->part = g_strdup ("a");
  a->title = g_strdup ("Left bank");
  a->source_url = g_strdup ("https://example.org/left");
  c->part = g_strdup ("c");
  differ = stamp (book);
  packet = dup_packet (differ);
  g_assert_null (strstr (packet, "cc:license"));
  g_assert_null (strstr (packet, "UsageTerms"));
  g_assert_null (strstr (packet, "dc:title"));
  g_assert_null (strstr (packet, "example.org/left"));
  g_assert_nonnull (strstr (packet, "Ann, CC BY 4.0 | c: Omar, CC BY-NC 4.0"));
  g_free (c->licence);
  c->licence = g_strdup ("CC-BY-4.0");
  same = stamp (book);
  found = read_back (same);
  g_assert_cmpstr (found->credit->licence, ==, "CC-BY-4.0");
  assert_authors (found->credit, "Ann, Omar");
}

/* A picture that came with no work, and has no credit, is not the book's because nobody said
 * otherwise. */
static void
test_silent (void)
{
  g_autoptr (GBytes) picture = new_picture (&kinds[0]);
  g_autoptr (CogBook) book = new_book (picture, "image/jpeg");
  g_autoptr (CogPictureStamps) stamps = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GBytes) stamped = NULL;

  book->credit->licence = g_strdup ("CC-BY-4.0");
  stamps = cog_picture_stamps_new (book);
  stamped = cog_picture_stamps_apply (stamps, cog_book_find_asset (book, "p"));
  g_assert_true (stamped == picture);
  cog_picture_stamps_report (stamps, report);
  g_assert_true (cog_report_has (report, "picture-silent"));
}

/* The work that the book's picture came with. */
static CogCredit *
add_work (CogBook *book, const char *licence)
{
  CogCredit *work = cog_credit_new ();

  work->title = g_strdup ("Biology");
  work->source_url = g_strdup ("https://example.org/biology");
  work->licence = g_strdup (licence);
  g_ptr_array_add (work->agents, cog_agent_new ("Ines Kowalska", COG_ROLE_AUTHOR));
  g_ptr_array_add (work->agents, cog_agent_new ("T. Ranslator", COG_ROLE_TRANSLATOR));
  g_ptr_array_add (book->sources, work);
  cog_book_find_asset (book, "p")->work = work;
  return work;
}

/* It stands under what the work says, and is not called what the work is called. */
static void
test_of_work (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GBytes) picture = new_picture (&kinds[i]);
      g_autoptr (CogBook) book = new_book (picture, kinds[i].media_type);
      const CogCredit *work = add_work (book, "CC-BY-SA-3.0");
      g_autoptr (GBytes) first = stamp (book);
      g_autoptr (GBytes) again = NULL;
      g_autoptr (CogPictureMetadata) found = read_back (first);
      g_autofree char *words =
          g_str_equal (kinds[i].media_type, "image/svg+xml")
              ? g_strndup (g_bytes_get_data (first, NULL), g_bytes_get_size (first))
              : dup_packet (first);

      assert_same_picture (picture, first);
      g_assert_cmpstr (found->credit->licence, ==, "CC-BY-SA-3.0");
      g_assert_cmpstr (found->credit->source_url, ==, "https://example.org/biology");
      g_assert_cmpstr (found->credit->title, !=, "Biology");
      assert_authors (found->credit, "Ines Kowalska");
      g_assert_nonnull (strstr (words, ">Biology, https://example.org/biology<"));
      if (found->credit->title == NULL)
        g_assert_true (cog_picture_credit_is_of_work (found->credit, work));

      g_bytes_unref (cog_book_find_asset (book, "p")->bytes);
      cog_book_find_asset (book, "p")->bytes = g_bytes_ref (first);
      again = stamp (book);
      g_assert_true (g_bytes_equal (first, again));
    }
}

/* What is nobody's to say of a picture is not said, whatever the work says of itself. */
static void
test_not_of_work (void)
{
  g_autoptr (GBytes) picture = new_picture (&kinds[1]);
  g_autoptr (GBytes) others = say (picture, CREATORS (NAME ("Jane Doe")));

  g_autoptr (GBytes) elsewhere = say (picture, "<dc:source>NASA</dc:source>");

  for (guint i = 0; i < 11; i++)
    {
      g_autoptr (CogBook) book = new_book (i == 0    ? others
                                           : i == 10 ? elsewhere
                                                     : picture,
                                           "image/png");
      CogCredit *work = add_work (book, i == 1   ? NULL
                                        : i == 2 ? "LicenseRef-AllRightsReserved"
                                                 : "CC-BY-SA-3.0");
      CogSection *section = g_ptr_array_index (book->sections, 0);
      xmlNode *image = cog_xml_find_by_id (cog_section_get_root (section), "pic");
      g_autoptr (GBytes) stamped = NULL;

      if (i == 3)
        {
          CogCredit *upstream = cog_credit_new ();

          upstream->licence = g_strdup ("CC-BY-4.0");
          g_ptr_array_add (work->upstream, upstream);
        }
      else if (i == 4)
        g_ptr_array_add (
            work->notices,
            cog_notice_new ("always", "The photographs are not covered by the licence.", "en"));
      else if (i == 5)
        work->publisher = g_strdup ("UNESCO");
      else if (i == 6)
        cog_xml_set (image, "alt", "Logo of the school");
      else if (i == 7)
        book->cover = g_strdup ("p");
      else if (i == 8)
        {
          /* The chapter is another's. */
          CogCredit *chapter = cog_credit_new ();

          chapter->item = g_strdup ("s");
          chapter->title = g_strdup ("Another");
          g_ptr_array_add (book->credits, chapter);
        }
      else if (i == 9)
        g_ptr_array_add (work->statements,
                         cog_statement_new (COG_EVIDENCE_TEXT, "p", NULL,
                                            "Text is available under CC BY-SA 3.0", NULL));
      stamped = stamp (book);
      if (stamped != cog_book_find_asset (book, "p")->bytes)
        g_error ("case %u is stamped", i);
    }
}

/* Of a work that nobody has licensed, what is known is its notice. */
static void
test_notice_of_work (void)
{
  static const char *const licences[] = { NULL, "LicenseRef-AllRightsReserved",
                                          "LicenseRef-Permission", "LicenseRef-Unknown" };
  g_autoptr (GBytes) picture = new_picture (&kinds[1]);

  for (guint i = 0; i < G_N_ELEMENTS (licences); i++)
    {
      g_autoptr (CogBook) book = new_book (picture, "image/png");
      CogCredit *work = add_work (book, licences[i]);
      g_autoptr (GBytes) stamped = NULL;
      g_autofree char *packet = NULL;

      work->copyright = g_strdup ("© 2001 A. Adams");
      stamped = stamp (book);
      packet = dup_packet (stamped);
      g_assert_nonnull (strstr (packet, "© 2001 A. Adams"));
      g_assert_nonnull (strstr (packet, "<xmpRights:Marked>True</xmpRights:Marked>"));
      g_assert_null (strstr (packet, "Kowalska"));
      g_assert_null (strstr (packet, "UsageTerms"));
      g_assert_null (strstr (packet, "cc:license"));
    }
}

/* A picture that the adapter put in: under the edition's licence where it is the adapter's. */
static void
test_own (void)
{
  static const struct
  {
    const char *author, *licence; /* of the credit */
    const char *becomes;
  } cases[] = {
    { "Amina Yusuf", NULL, "CC-BY-SA-3.0" },
    { "Amina Yusuf", "CC0-1.0", "CC0-1.0" },
    { "Somebody Else", NULL, NULL },
    { NULL, NULL, NULL },
  };
  g_autoptr (GBytes) picture = new_picture (&kinds[1]);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CogBook) book = new_book (picture, "image/png");
      g_autoptr (CogPictureStamps) stamps = NULL;
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (GBytes) stamped = NULL;
      g_autoptr (CogPictureMetadata) found = NULL;

      book->credit->licence = g_strdup ("CC-BY-SA-3.0");
      g_ptr_array_add (book->credit->agents, cog_agent_new ("Amina Yusuf", COG_ROLE_TRANSLATOR));
      add_credit (book, cases[i].licence, cases[i].author);
      stamps = cog_picture_stamps_new (book);
      stamped = cog_picture_stamps_apply (stamps, cog_book_find_asset (book, "p"));
      found = read_back (stamped);
      g_assert_cmpstr (found->credit->licence, ==, cases[i].becomes);
      assert_authors (found->credit, cases[i].author);
      cog_picture_stamps_report (stamps, report);
      g_assert_cmpint (cog_report_has (report, "picture-silent"), ==, cases[i].becomes == NULL);
    }
}

static void
test_states (void)
{
  static const struct
  {
    const char *licence, *marked;
  } cases[] = {
    { "CC0-1.0", "<xmpRights:Marked>False</xmpRights:Marked>" },
    { "CC-PDM-1.0", "<xmpRights:Marked>False</xmpRights:Marked>" },
    { "LicenseRef-Permission", "<xmpRights:Marked>True</xmpRights:Marked>" },
    { "CC-BY-SA-3.0 OR GFDL-1.2-or-later", "<xmpRights:Marked>True</xmpRights:Marked>" },
  };
  g_autoptr (GBytes) picture = new_picture (&kinds[0]);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CogBook) book = new_book (picture, "image/jpeg");
      g_autoptr (GBytes) stamped = NULL;
      g_autofree char *packet = NULL;

      add_credit (book, cases[i].licence, "Ann");
      stamped = stamp (book);
      packet = dup_packet (stamped);
      if (strstr (packet, cases[i].marked) == NULL)
        g_error ("%s: %s", cases[i].licence, packet);
    }
}

/* Whatever the licence and the language of its name, no other is read from the picture. */
static void
test_licences (void)
{
  static const char *const languages[] = { "en", "ar", "zh", "ru", "pl", "kk" };
  g_autoptr (GBytes) picture = new_picture (&kinds[1]);
  GPtrArray *list = cog_licence_list ();

  for (guint i = 0; i < list->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (list, i);
      g_autoptr (CogBook) book = new_book (picture, "image/png");
      g_autoptr (GBytes) stamped = NULL;
      g_autoptr (CogPictureMetadata) found = NULL;

      g_free (book->language);
      book->language = g_strdup (languages[i % G_N_ELEMENTS (languages)]);
      add_credit (book, licence->id, "Ann");
      stamped = stamp (book);
      found = read_back (stamped);
      /* Of several with one address, the address names the first. */
      if ((found->credit->licence == NULL || g_str_equal (found->credit->licence, licence->id) ||
           cog_licence_is_same_but_vaguer (found->credit->licence, licence->id) ||
           cog_licence_lookup (found->credit->licence) == cog_licence_lookup_url (licence->url)) &&
          cog_credit_get_doubts (found->credit) == COG_DOUBT_NONE)
        continue;
      g_test_message ("%s is read as %s, doubts %u", licence->id, found->credit->licence,
                      cog_credit_get_doubts (found->credit));
      g_test_fail ();
    }
}

#define ILLUSTRATOR                                                                                \
  "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY ns_rdf "                                           \
  "'http://www.w3.org/1999/02/22-rdf-syntax-ns#'>]>"                                               \
  "<svg xmlns='http://www.w3.org/2000/svg' xmlns:rdf='&ns_rdf;'"                                   \
  " xmlns:cc='http://creativecommons.org/ns#' xmlns:dc='http://purl.org/dc/elements/1.1/'>"        \
  "<metadata><rdf:RDF><cc:Work rdf:about=''><dc:format>image/svg+xml</dc:format>"                  \
  "<dc:creator><cc:Agent><dc:title>Doe</dc:title></cc:Agent></dc:creator>"                         \
  "<cc:license rdf:resource='http://creativecommons.org/licenses/by-nc/4.0/'/></cc:Work>"          \
  "<cc:License rdf:about='http://creativecommons.org/licenses/by-nc/4.0/'>"                        \
  "<cc:permits rdf:resource='http://creativecommons.org/ns#Reproduction'/></cc:License>"           \
  "</rdf:RDF></metadata><text>&amp; so on</text></svg>"

/* What a drawing says is said once. */
static void
test_drawing (void)
{
  g_autoptr (GBytes) drawing = g_bytes_new_static (ILLUSTRATOR, strlen (ILLUSTRATOR));
  g_autoptr (CogBook) book = new_book (drawing, "image/svg+xml");
  g_autoptr (GBytes) stamped = NULL;
  g_autoptr (CogPictureMetadata) found = NULL;
  g_autofree char *text = NULL;

  add_credit (book, "CC-BY-4.0", "Jane Doe");
  stamped = stamp (book);
  text = g_strndup (g_bytes_get_data (stamped, NULL), g_bytes_get_size (stamped));
  found = read_back (stamped);
  g_assert_cmpstr (found->credit->licence, ==, "CC-BY-4.0");
  assert_authors (found->credit, "Jane Doe");
  g_assert_null (strstr (text, "by-nc"));
  g_assert_nonnull (strstr (text, "image/svg+xml"));
  g_assert_nonnull (strstr (text, "&amp; so on"));
  g_assert_true (strstr (text, "cc:Work ") == g_strrstr (text, "cc:Work "));
}

/* What was put into a file is found there, also where the file is broken. */
static void
assert_found_again (GBytes *picture)
{
  static const char words[] = "<x>packet</x>";
  g_autoptr (GBytes) out = cog_picture_packet_put (picture, words);
  g_autoptr (GBytes) found = out != NULL ? cog_picture_packet_find (out) : NULL;

  if (out == NULL)
    return;
  g_assert_nonnull (found);
  g_assert_cmpmem (g_bytes_get_data (found, NULL), g_bytes_get_size (found), words, strlen (words));
}

/* A chunk that is shorter than it was: behind it stands what is none. */
static void
test_rest (void)
{
  gsize size;
  g_autofree guchar *data = g_base64_decode (WEBP_LOSSY, &size);
  g_autoptr (GBytes) rest = NULL;

  data[16] -= 3;
  rest = g_bytes_new (data, size);
  assert_found_again (rest);
}

/* Each byte broken once, and each length of the file: it goes out as it is, or it is read. */
static void
test_damaged (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GBytes) whole = new_picture (&kinds[i]);
      gsize size = g_bytes_get_size (whole);

      for (gsize at = 0; at < MIN (size, 200); at++)
        {
          g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), size);
          g_autoptr (GBytes) broken = NULL;
          g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, at);
          g_autoptr (CogBook) first = NULL;
          g_autoptr (CogBook) second = NULL;
          g_autoptr (GBytes) first_out = NULL;
          g_autoptr (GBytes) second_out = NULL;

          data[at] ^= 0xFF;
          broken = g_bytes_new (data, size);
          first = new_book (broken, kinds[i].media_type);
          second = new_book (cut, kinds[i].media_type);
          add_credit (first, "CC-BY-4.0", "Ann");
          add_credit (second, "CC-BY-4.0", "Ann");
          first_out = stamp (first);
          second_out = stamp (second);
          g_assert_nonnull (first_out);
          assert_found_again (broken);
          g_assert_true (second_out == cut);
        }
    }
}

/* A packet that is none stays, and so does the picture. */
static void
test_no_packet (void)
{
  g_autoptr (GBytes) picture = new_picture (&kinds[1]);
  g_autoptr (GBytes) odd = cog_picture_packet_put (picture, "this is no packet");
  g_autoptr (CogBook) book = new_book (odd, "image/png");
  g_autoptr (GBytes) stamped = NULL;

  add_credit (book, "CC-BY-4.0", "Ann");
  stamped = stamp (book);
  g_assert_true (stamped == odd);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-stamps/formats", test_formats);
  g_test_add_func ("/picture-stamps/properties", test_properties);
  g_test_add_func ("/picture-stamps/kept", test_kept);
  g_test_add_func ("/picture-stamps/doubt", test_doubt);
  g_test_add_func ("/picture-stamps/others", test_others);
  g_test_add_func ("/picture-stamps/prefixes", test_prefixes);
  g_test_add_func ("/picture-stamps/parts", test_parts);
  g_test_add_func ("/picture-stamps/silent", test_silent);
  g_test_add_func ("/picture-stamps/of-work", test_of_work);
  g_test_add_func ("/picture-stamps/not-of-work", test_not_of_work);
  g_test_add_func ("/picture-stamps/notice-of-work", test_notice_of_work);
  g_test_add_func ("/picture-stamps/own", test_own);
  g_test_add_func ("/picture-stamps/states", test_states);
  g_test_add_func ("/picture-stamps/licences", test_licences);
  g_test_add_func ("/picture-stamps/drawing", test_drawing);
  g_test_add_func ("/picture-stamps/rest", test_rest);
  g_test_add_func ("/picture-stamps/damaged", test_damaged);
  g_test_add_func ("/picture-stamps/no-packet", test_no_packet);
  return g_test_run ();
}
