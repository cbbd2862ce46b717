/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-file.h"
#include "hostile-zip.h"

#include <string.h>

/* Containers that leave their folder, unpack without end, or are not what they say. */

#define BODY "<p>Plain text of a page.</p>"

static HostileZip *
new_plain (void)
{
  HostileZip *zip = hostile_zip_new_epub ("");

  hostile_zip_add_page (zip, BODY);
  return zip;
}

/* Names that leave the folder, with both kinds of slash, and absolute ones. */
static void
build_slip (const char *path, guint port)
{
  HostileZip *zip = new_plain ();

  hostile_zip_add (zip, "../slipped.txt", "x");
  hostile_zip_add (zip, "OPS/../../slipped.txt", "x");
  hostile_zip_add (zip, "..\\..\\slipped.txt", "x");
  hostile_zip_add (zip, "/tmp/slipped.txt", "x");
  hostile_zip_add (zip, "C:\\slipped.txt", "x");
  hostile_zip_write (zip, path);
}

/* The page of the spine is a link to a file outside. */
static void
build_link_page (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new_epub ("");

  hostile_zip_add_link (zip, "OPS/p.xhtml", "../../secret.txt");
  hostile_zip_write (zip, path);
}

/* A picture is one. */
static void
build_link_picture (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new_epub ("<item id='i' href='i.png' media-type='image/png'/>");

  hostile_zip_add_page (zip, BODY "<img src='i.png' alt='x'/>");
  hostile_zip_add_link (zip, "OPS/i.png", "../../secret.txt");
  hostile_zip_write (zip, path);
}

/* A page that names files outside: with dots, percent-encoded dots, absolute, and by file: */
static void
build_outside (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new_epub (
      "<item id='o' href='../../secret.txt' media-type='application/xhtml+xml'/>");

  hostile_zip_add_page (zip, BODY "<img src='../../secret.txt' alt='a'/>"
                                  "<img src='%2e%2e/%2e%2e/secret.txt' alt='b'/>"
                                  "<img src='/etc/passwd' alt='c'/>"
                                  "<img src='file:///etc/passwd' alt='d'/>");
  hostile_zip_write (zip, path);
}

/* 300 MiB of nothing in 300 kB. */
static void
build_bomb (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new_epub ("");
  gsize length = 300u << 20;
  g_autofree char *zeros = g_malloc0 (length);

  hostile_zip_add_packed (zip, "OPS/p.xhtml", zeros, length);
  hostile_zip_write (zip, path);
}

/* One megabyte that 5,000 names share. */
static void
build_overlap (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new_epub ("");
  gsize length = 1u << 20;
  g_autofree char *zeros = g_malloc0 (length);

  hostile_zip_add_packed (zip, "OPS/p.xhtml", zeros, length);
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("OPS/%u", i);

      hostile_zip_add_again (zip, name);
    }
  hostile_zip_write (zip, path);
}

/* More entries than a book has files. */
static void
build_count (const char *path, guint port)
{
  HostileZip *zip = new_plain ();

  for (guint i = 0; i < 70000; i++)
    {
      g_autofree char *name = g_strdup_printf ("OPS/%u", i);

      hostile_zip_add (zip, name, "");
    }
  hostile_zip_write (zip, path);
}

/* A zip in a zip in a zip: nothing here unpacks the inner ones. */
static void
build_nested (const char *path, guint port)
{
  g_autoptr (GBytes) inner = NULL;

  for (guint i = 0; i < 20; i++)
    {
      HostileZip *zip = hostile_zip_new ();

      if (inner == NULL)
        hostile_zip_add (zip, "a.txt", "a");
      else
        hostile_zip_add_packed (zip, "a.zip", g_bytes_get_data (inner, NULL),
                                g_bytes_get_size (inner));
      g_clear_pointer (&inner, g_bytes_unref);
      inner = hostile_zip_end (zip);
    }
  hostile_write_bytes (path, inner);
}

static void
build_locked (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new ();

  hostile_zip_set_flags (zip, 1);
  hostile_zip_add (zip, "mimetype", "application/epub+zip");
  hostile_zip_add (zip, "META-INF/container.xml", "????????????");
  hostile_zip_write (zip, path);
}

/* Names of 60,000 bytes, and 2,000 folders deep. */
static void
build_long_names (const char *path, guint port)
{
  HostileZip *zip = new_plain ();
  g_autofree char *longest = g_strnfill (60000, 'n');
  g_autofree char *deep = hostile_repeat ("", "d/", 2000, "x");

  hostile_zip_add (zip, longest, "x");
  hostile_zip_add (zip, deep, "x");
  hostile_zip_write (zip, path);
}

/* The same name twice: which one is meant is not for chance to decide. */
static void
build_twice (const char *path, guint port)
{
  HostileZip *zip = new_plain ();

  hostile_zip_add_page (zip, "<p>Another page under the same name.</p>");
  hostile_zip_add (zip, "ops/P.XHTML", "<p/>");
  hostile_zip_write (zip, path);
}

static void
build_trailer (const char *path, guint port)
{
  g_autoptr (GBytes) zip = hostile_zip_end (new_plain ());
  GString *bytes = g_string_new_len (g_bytes_get_data (zip, NULL), (gssize)g_bytes_get_size (zip));
  g_autofree char *tail = g_strnfill (70000, '!');
  g_autoptr (GBytes) whole = NULL;

  g_string_append (bytes, tail);
  whole = g_string_free_to_bytes (bytes);
  hostile_write_bytes (path, whole);
}

static void
build_only_end_record (const char *path, guint port)
{
  g_autoptr (GBytes) bytes =
      g_bytes_new_static ("PK\005\006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);

  hostile_write_bytes (path, bytes);
}

const HostileFile hostile_zips[] = {
  { "slip.epub", HOSTILE_READS, NULL, build_slip },
  { "link-page.epub", HOSTILE_EITHER, HOSTILE_SECRET, build_link_page },
  { "link-picture.epub", HOSTILE_READS, HOSTILE_SECRET, build_link_picture },
  { "names-outside.epub", HOSTILE_READS, "root:", build_outside },
  { "bomb-ratio.epub", HOSTILE_REFUSED, "unpack", build_bomb },
  { "bomb-overlap.epub", HOSTILE_REFUSED, NULL, build_overlap },
  { "bomb-count.epub", HOSTILE_REFUSED, NULL, build_count },
  { "bomb-nested.zip", HOSTILE_REFUSED, NULL, build_nested },
  { "locked.epub", HOSTILE_REFUSED, "password", build_locked },
  { "long-names.epub", HOSTILE_READS, NULL, build_long_names },
  { "same-name-twice.epub", HOSTILE_EITHER, NULL, build_twice },
  { "trailer.epub", HOSTILE_EITHER, NULL, build_trailer },
  { "only-end-record.zip", HOSTILE_REFUSED, NULL, build_only_end_record },
  { NULL },
};
