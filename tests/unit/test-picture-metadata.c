/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-hint.h"
#include "cog-picture-metadata.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gexiv2/gexiv2.h>
#include <string.h>

#define NS_CC "http://creativecommons.org/ns#"

static GBytes *
new_picture (const char *type, const char *key, const char *value)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 16, 12);
  g_autoptr (GError) error = NULL;
  char *keys[] = { (char *)key, NULL };
  char *values[] = { (char *)value, NULL };
  char *data;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  gdk_pixbuf_save_to_bufferv (pixbuf, &data, &size, type, key != NULL ? keys : NULL,
                              key != NULL ? values : NULL, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

/* A file of that type with tags: pairs of name and value, NULL at the end. */
static GBytes *
new_tagged (const char *type, const char *const *pairs)
{
  g_autoptr (GBytes) bare = new_picture (type, NULL, NULL);
  g_autoptr (GExiv2Metadata) metadata = gexiv2_metadata_new ();
  g_autofree char *path = g_strconcat ("picture.", type, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_set_contents (path, g_bytes_get_data (bare, NULL), (gssize)g_bytes_get_size (bare), NULL);
  gexiv2_metadata_open_path (metadata, path, &error);
  g_assert_no_error (error);
  for (; pairs[0] != NULL; pairs += 2)
    {
      gexiv2_metadata_try_set_tag_string (metadata, pairs[0], pairs[1], &error);
      g_assert_no_error (error);
    }
  gexiv2_metadata_save_file (metadata, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

static CogPictureMetadata *
read_picture (GBytes *bytes)
{
  CogMediaInfo info;
  CogPictureMetadata *metadata;

  g_assert_true (cog_media_identify (bytes, "picture", &info));
  metadata = cog_picture_metadata_read (bytes, &info, "picture");
  /* No file that says something is passed over unread. */
  if (metadata->credit->licence != NULL || metadata->credit->agents->len > 0 ||
      metadata->credit->copyright != NULL)
    g_assert_true (cog_picture_hint_has_metadata (bytes, &info));
  return metadata;
}

static void
assert_author (const CogCredit *credit, const char *expected)
{
  g_autofree char *names = cog_credit_dup_names (credit, COG_ROLE_AUTHOR);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_xmp (void)
{
  static const char *const pairs[] = { "Xmp.cc.license",
                                       "https://creativecommons.org/licenses/by-sa/4.0/",
                                       "Xmp.dc.title",
                                       "lang=\"x-default\" Desert road",
                                       "Xmp.dc.creator",
                                       "Omar Zayed",
                                       "Xmp.cc.attributionURL",
                                       "https://example.org/road",
                                       "Xmp.photoshop.Credit",
                                       "Commons",
                                       NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CogPictureMetadata) found = NULL;
  const CogStatement *statement;

  gexiv2_metadata_try_register_xmp_namespace (NS_CC, "cc", NULL);
  bytes = new_tagged ("jpeg", pairs);
  found = read_picture (bytes);
  g_assert_cmpstr (found->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpstr (found->credit->title, ==, "Desert road");
  assert_author (found->credit, "Omar Zayed");
  g_assert_cmpstr (found->credit->source_url, ==, "https://example.org/road");
  g_assert_cmpstr (found->credit->source_name, ==, "Commons");
  g_assert_cmpuint (found->credit->statements->len, ==, 1);
  g_assert_cmpuint (found->names->len, ==, 1);
  statement = g_ptr_array_index (found->credit->statements, 0);
  g_assert_cmpstr (statement->place, ==, "XMP cc:license");
  g_assert_cmpstr (statement->file, ==, "picture");
  g_assert_cmpint (statement->kind, ==, COG_EVIDENCE_LINK);
}

static void
test_exif (void)
{
  static const char *const pairs[] = { "Exif.Image.Artist", "Ann Lee", "Exif.Image.Copyright",
                                       "© 2020 Ann Lee, CC BY-NC-ND 2.0", NULL };
  g_autoptr (GBytes) bytes = new_tagged ("jpeg", pairs);
  g_autoptr (CogPictureMetadata) found = read_picture (bytes);

  assert_author (found->credit, "Ann Lee");
  g_assert_cmpstr (found->credit->licence, ==, "CC-BY-NC-ND-2.0");
  g_assert_cmpstr (found->credit->copyright, ==, "© 2020 Ann Lee, CC BY-NC-ND 2.0");
}

/* Who says two things is believed the stricter. */
static void
test_disagree (void)
{
  static const char *const pairs[] = { "Iptc.Application2.Byline",
                                       "Ann",
                                       "Iptc.Application2.Copyright",
                                       "Licensed under CC BY-NC 4.0",
                                       "Xmp.xmpRights.WebStatement",
                                       "http://creativecommons.org/licenses/by/4.0/",
                                       NULL };
  g_autoptr (GBytes) bytes = new_tagged ("jpeg", pairs);
  g_autoptr (CogPictureMetadata) found = read_picture (bytes);

  assert_author (found->credit, "Ann");
  g_assert_cmpstr (found->credit->licence, ==, "CC-BY-NC-4.0");
  g_assert_cmpuint (found->credit->statements->len, ==, 2);
}

/* A notice alone names no licence: unknown stays unknown. */
static void
test_notice (void)
{
  static const char *const pairs[] = { "Xmp.dc.rights", "lang=\"x-default\" © 2019 Photo Agency",
                                       NULL };
  g_autoptr (GBytes) bytes = new_tagged ("jpeg", pairs);
  g_autoptr (CogPictureMetadata) found = read_picture (bytes);

  g_assert_null (found->credit->licence);
  g_assert_cmpstr (found->credit->copyright, ==, "© 2019 Photo Agency");
}

static void
test_silent (void)
{
  g_autoptr (GBytes) bytes = new_picture ("png", NULL, NULL);
  g_autoptr (CogPictureMetadata) found = read_picture (bytes);

  g_assert_null (found->credit->licence);
  g_assert_null (found->credit->title);
  g_assert_cmpuint (found->credit->agents->len, ==, 0);
  g_assert_null (found->alt);
}

static void
test_png (void)
{
  g_autoptr (GBytes) author = new_picture ("png", "tEXt::Author", "Zoë Grün");
  g_autoptr (GBytes) licence = new_picture ("png", "tEXt::License", "CC0 1.0");
  g_autoptr (GBytes) copyright = new_picture ("png", "tEXt::Copyright", "CC BY 3.0");
  g_autoptr (CogPictureMetadata) first = read_picture (author);
  g_autoptr (CogPictureMetadata) second = read_picture (licence);
  g_autoptr (CogPictureMetadata) third = read_picture (copyright);

  assert_author (first->credit, "Zoë Grün");
  g_assert_cmpstr (second->credit->licence, ==, "CC0-1.0");
  g_assert_cmpstr (third->credit->licence, ==, "CC-BY-3.0");
}

/* Each byte of the head broken once, and each length of the file: nothing ends, nothing grows. */
static void
test_damaged (void)
{
  static const char *const types[] = { "png", "jpeg" };
  static const char *const pairs[] = { "Exif.Image.Artist", "Ann", "Xmp.dc.rights",
                                       "lang=\"x-default\" CC BY 4.0", NULL };

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (GBytes) whole = new_tagged (types[t], pairs);
      gsize size = g_bytes_get_size (whole);

      for (gsize i = 0; i < MIN (size, 400); i++)
        {
          g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), size);
          g_autoptr (GBytes) broken = NULL;
          g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, i * size / 400);
          g_autoptr (CogPictureMetadata) first = NULL;
          g_autoptr (CogPictureMetadata) second = NULL;
          CogMediaInfo info = { .media_type = "image/png", .extension = t == 0 ? "png" : "jpg" };

          data[i] ^= 0xFF;
          broken = g_bytes_new (data, size);
          first = cog_picture_metadata_read (broken, &info, "x");
          second = cog_picture_metadata_read (cut, &info, "x");
          g_assert_nonnull (first->credit);
          g_assert_nonnull (second->credit);
        }
    }
}

static const char drawing[] =
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:cc='http://creativecommons.org/ns#'"
    " xmlns:dc='http://purl.org/dc/elements/1.1/'"
    " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
    "<title>drawing1</title><desc>Three bars</desc>"
    "<metadata><rdf:RDF><cc:Work rdf:about=''><dc:format>image/svg+xml</dc:format>"
    "<dc:title>Braking</dc:title>"
    "<dc:creator><cc:Agent><dc:title>David Okoro</dc:title></cc:Agent></dc:creator>"
    "<dc:source>https://example.org/b</dc:source>"
    "<cc:license rdf:resource='http://creativecommons.org/licenses/by/4.0/'/></cc:Work>"
    "</rdf:RDF></metadata><rect width='9' height='9'/></svg>";

static void
test_svg (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (drawing, sizeof drawing - 1);
  g_autoptr (CogPictureMetadata) found = read_picture (bytes);

  g_assert_cmpstr (found->credit->title, ==, "Braking");
  assert_author (found->credit, "David Okoro");
  g_assert_cmpstr (found->credit->source_url, ==, "https://example.org/b");
  g_assert_cmpstr (found->credit->licence, ==, "CC-BY-4.0");
  g_assert_cmpstr (found->alt, ==, "Three bars");
}

static gpointer
read_many (gpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (CogPictureMetadata) found = read_picture (data);

      g_assert_cmpstr (found->credit->licence, ==, "CC-BY-4.0");
    }
  return NULL;
}

static void
test_threads (void)
{
  static const char *const pairs[] = { "Xmp.dc.rights", "lang=\"x-default\" CC BY 4.0", NULL };
  g_autoptr (GBytes) bytes = new_tagged ("jpeg", pairs);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_many, bytes);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gexiv2_initialize ();
  g_test_add_func ("/picture-metadata/xmp", test_xmp);
  g_test_add_func ("/picture-metadata/exif", test_exif);
  g_test_add_func ("/picture-metadata/disagree", test_disagree);
  g_test_add_func ("/picture-metadata/notice", test_notice);
  g_test_add_func ("/picture-metadata/silent", test_silent);
  g_test_add_func ("/picture-metadata/png", test_png);
  g_test_add_func ("/picture-metadata/svg", test_svg);
  g_test_add_func ("/picture-metadata/damaged", test_damaged);
  g_test_add_func ("/picture-metadata/threads", test_threads);
  return g_test_run ();
}
