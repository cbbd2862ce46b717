/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-file.h"
#include "hostile-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* H5P contents, Bloom books, exports of WordPress, ZIM archives. */

static const char h5p_head[] = "{\"title\":\"T\",\"mainLibrary\":\"H5P.Column\",\"license\":\"U\"}";

static void
write_h5p (const char *path, const char *content)
{
  HostileZip *zip = hostile_zip_new ();

  hostile_zip_add (zip, "h5p.json", h5p_head);
  hostile_zip_add_packed (zip, "content/content.json", content, strlen (content));
  hostile_zip_write (zip, path);
}

/* Pictures and films that stand outside, or on the web. */
static void
build_h5p_outside (const char *path, guint port)
{
  g_autofree char *content = g_strdup_printf (
      "{\"content\":[{\"content\":{\"library\":\"H5P.Image 1.1\",\"params\":{\"file\":{\"path\":"
      "\"../../secret.txt\"}}}},{\"content\":{\"library\":\"H5P.Video "
      "1.5\",\"params\":{\"sources\":"
      "[{\"path\":\"file:///etc/passwd\"},{\"path\":\"http://127.0.0.1:%u/"
      "a.mp4\"}]}}},{\"content\":"
      "{\"library\":\"H5P.Text 1.1\",\"params\":{\"text\":\"<p>Words</p><img "
      "src='http://127.0.0.1:%u/a.png'><script src='http://127.0.0.1:%u/a.js'></script>\"}}}]}",
      port, port, port);

  write_h5p (path, content);
}

/* Contents in contents, as deep as JSON may be. */
static void
build_h5p_deep (const char *path, guint port)
{
  static const char open[] =
      "{\"content\":[{\"content\":{\"library\":\"H5P.Column 1.1\",\"params\":";
  g_autofree char *ends = hostile_repeat ("{}", "}}]}", 20000, "");
  g_autofree char *content = hostile_repeat ("", open, 20000, ends);

  write_h5p (path, content);
}

/* Each text is a page to the parser. */
static void
build_h5p_many (const char *path, guint port)
{
  g_autofree char *content =
      hostile_repeat ("{\"content\":[",
                      "{\"content\":{\"library\":\"H5P.Blanks 1.1\",\"params\":{\"questions\":"
                      "[\"<p>*a*\"]}}},",
                      3000, "{}]}");

  write_h5p (path, content);
}

static void
build_bloom_outside (const char *path, guint port)
{
  g_autofree char *page = g_strdup_printf (
      "<html><body><div id=\"bloomDataDiv\"><div data-book=\"coverImage\" lang=\"*\" "
      "src=\"../secret.txt\"></div></div><div class=\"bloom-page numberedPage\"><img "
      "src=\"file:///etc/passwd\"/><img src=\"http://127.0.0.1:%u/a.png\"/><div "
      "class=\"bloom-translationGroup\"><div class=\"bloom-editable\" lang=\"en\"><p>Words<script>x"
      "</script></p></div></div></div></body></html>",
      port);
  HostileZip *zip = hostile_zip_new ();

  hostile_zip_add (zip, "book.htm", page);
  hostile_zip_add (zip, "meta.json", "[[[");
  hostile_zip_write (zip, path);
}

/* Each picture looks for its description among all that stand beside it. */
static void
build_bloom_wide (const char *path, guint port)
{
  g_autofree char *page = hostile_repeat (
      "<html><body><div id=\"bloomDataDiv\"></div><div class=\"bloom-page numberedPage\"><p>x</p>"
      "<div class=\"bloom-canvas\">",
      "<img src=\"a.png\"/>", 50000, "</div></div></body></html>");
  HostileZip *zip = hostile_zip_new ();

  hostile_zip_add_packed (zip, "book.htm", page, strlen (page));
  hostile_zip_add (zip, "meta.json", "{}");
  hostile_zip_write (zip, path);
}

#define WXR                                                                                        \
  "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/' "                                 \
  "xmlns:wp='http://wordpress.org/export/1.2/'><channel>"
#define POST                                                                                       \
  "<item><title>T</title><wp:post_id>1</wp:post_id><wp:post_type>chapter</wp:post_type>"           \
  "<content:encoded>"

static void
build_wxr_entity (const char *path, guint port)
{
  hostile_write (path, "<!DOCTYPE rss [<!ENTITY x SYSTEM '../secret.txt'>]>" WXR POST
                       "Words &x;</content:encoded></item></channel></rss>");
}

/* Codes that open and never end. */
static void
build_wxr_codes (const char *path, guint port)
{
  g_autofree char *text =
      hostile_repeat (WXR POST, "[caption [footnote] $latex x [a [pb_glossary id=1] &lt;p &lt;!-- ",
                      15000, "</content:encoded></item></channel></rss>");

  hostile_write (path, text);
}

static void
add_number (GString *out, guint64 number, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++, number >>= 8)
    g_string_append_c (out, (char)(number & 0xFF));
}

/* What zstd makes of many zeros. (transfer full) */
static GString *
pack_zeros (gsize length)
{
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();
  GString *out = g_string_new (NULL);
  g_autofree char *zeros = g_malloc0 (1 << 20);
  g_autofree char *buffer = g_malloc (1 << 20);
  size_t used = 0;

  archive_write_add_filter_zstd (archive);
  archive_write_set_format_raw (archive);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_write_open_memory (archive, buffer, 1 << 20, &used);
  archive_write_header (archive, entry);
  for (gsize done = 0; done < length; done += 1 << 20)
    archive_write_data (archive, zeros, 1 << 20);
  archive_write_close (archive);
  g_string_append_len (out, buffer, (gssize)used);
  archive_write_free (archive);
  archive_entry_free (entry);
  return out;
}

/* One page in one cluster; a second entry leads to itself. */
static void
write_zim (const char *path, char compression, const GString *cluster)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  guint entries = 80 + 11, clusters = entries + 16, first = clusters + 8, second = first + 20;

  add_number (out, 72173914, 4);
  add_number (out, 5, 4);
  add_number (out, 0, 16);
  add_number (out, 2, 4);
  add_number (out, 1, 4);
  add_number (out, entries, 8);
  add_number (out, 0, 8);
  add_number (out, clusters, 8);
  add_number (out, 80, 8);
  add_number (out, 1, 4);
  add_number (out, 0, 4);
  add_number (out, second + 16 + cluster->len + 1, 8);
  g_string_append_len (out, "text/html\0\0", 11);
  add_number (out, first, 8);
  add_number (out, second, 8);
  add_number (out, second + 16, 8);
  g_string_append_len (out, "\0\0\0A\0\0\0\0\0\0\0\0\0\0\0\0a\0a\0", 20);
  g_string_append_len (out, "\xFF\xFF\0A\0\0\0\0\1\0\0\0b\0b\0", 16);
  g_string_append_c (out, compression);
  g_string_append_len (out, cluster->str, (gssize)cluster->len);
  bytes = g_bytes_new (out->str, out->len);
  hostile_write_bytes (path, bytes);
}

static void
build_zim_bomb (const char *path, guint port)
{
  g_autoptr (GString) cluster = pack_zeros (160u << 20);

  write_zim (path, 5, cluster);
}

/* A main page that leads to itself, and a picture outside. */
static void
build_zim_circle (const char *path, guint port)
{
  static const char page[] = "<p>Words <a href='../A/b'>b</a> <img src='../../secret.txt'></p>";
  g_autoptr (GString) cluster = g_string_new (NULL);

  add_number (cluster, 8, 4);
  add_number (cluster, 8 + strlen (page), 4);
  g_string_append (cluster, page);
  write_zim (path, 1, cluster);
}

const HostileFile hostile_packages[] = {
  { "outside.h5p", HOSTILE_READS, HOSTILE_SECRET, build_h5p_outside },
  { "deep.h5p", HOSTILE_REFUSED, NULL, build_h5p_deep },
  { "many.h5p", HOSTILE_EITHER, NULL, build_h5p_many },
  { "outside.bloompub", HOSTILE_READS, HOSTILE_SECRET, build_bloom_outside },
  { "wide.bloompub", HOSTILE_EITHER, NULL, build_bloom_wide },
  { "entity.xml", HOSTILE_READS, HOSTILE_SECRET, build_wxr_entity },
  { "codes.xml", HOSTILE_EITHER, NULL, build_wxr_codes },
  { "bomb.zim", HOSTILE_REFUSED, "unpack", build_zim_bomb },
  { "circle.zim", HOSTILE_READS, HOSTILE_SECRET, build_zim_circle },
  { NULL },
};
