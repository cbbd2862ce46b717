/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-file.h"
#include "hostile-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* Packages of courses that name what is not theirs, lead in circles, or go deep. */

#define HEAD                                                                                       \
  "<manifest xmlns='http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1'><metadata><schema>IMS "     \
  "Common Cartridge</schema></metadata>"
#define ONE                                                                                        \
  HEAD "<organizations><organization identifier='o'><item identifier='r'><item identifier='i' "    \
       "identifierref='a'><title>Page</title></item></item></organization></organizations>"        \
       "<resources><resource identifier='a' type='webcontent' href='a.html'/>"
#define END "</resources></manifest>"

/* A resource outside, and a page whose tokens lead there. */
static void
build_outside (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new ();

  hostile_zip_add (zip, "imsmanifest.xml",
                   ONE
                   "<resource identifier='b' type='webcontent' href='../../secret.txt'/>"
                   "<resource identifier='c' type='imswl_xmlv1p1' href='file:///etc/passwd'/>" END);
  hostile_zip_add (zip, "a.html",
                   "<p>Text.</p><img src='$IMS-CC-FILEBASE$/../../secret.txt' alt='a'>"
                   "<img src='%24IMS-CC-FILEBASE%24/%2e%2e/%2e%2e/secret.txt' alt='b'>"
                   "<a href='$CANVAS_OBJECT_REFERENCE$/../../../secret.txt'>c</a>"
                   "<iframe src='../../secret.txt'></iframe>");
  hostile_zip_write (zip, path);
}

/* 4,000 pages, each of which leads only to the next, and the last to the first. */
static void
build_chain (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new ();

  hostile_zip_add (zip, "imsmanifest.xml", ONE END);
  hostile_zip_add (zip, "a.html", "<p>Start: <a href='p0.html'>on</a>.</p>");
  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *name = g_strdup_printf ("p%u.html", i);
      g_autofree char *page =
          g_strdup_printf ("<p>Page %u: <a href='p%u.html'>on</a>.</p>", i, (i + 1) % 4000);

      hostile_zip_add (zip, name, page);
    }
  hostile_zip_write (zip, path);
}

/* The manifest's document type calls the network. */
static void
build_call (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new ();
  g_autofree char *manifest = g_strdup_printf (
      "<?xml version='1.0'?><!DOCTYPE manifest [<!ENTITY %% p SYSTEM 'http://127.0.0.1:%u/x.dtd'>"
      "%%p;]>" ONE END,
      port);

  hostile_zip_add (zip, "imsmanifest.xml", manifest);
  hostile_zip_add (zip, "a.html", "<p>Text.</p>");
  hostile_zip_write (zip, path);
}

/* Each page of eXeLearning is below the one before it. */
static void
build_deep_pages (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new ();
  GString *text = g_string_new ("<ode><odeNavStructures>");

  for (guint i = 1; i <= 4000; i++)
    g_string_append_printf (text,
                            "<odeNavStructure><odePageId>%u</odePageId><odeParentPageId>%u"
                            "</odeParentPageId><pageName>Page</pageName></odeNavStructure>",
                            i, i - 1);
  g_string_append (text, "</odeNavStructures></ode>");
  hostile_zip_add (zip, "content.xml", text->str);
  g_string_free (text, TRUE);
  hostile_zip_write (zip, path);
}

/* All of them in one circle, and objects that refer to themselves. */
static void
build_circle (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new ();

  hostile_zip_add (
      zip, "contentv3.xml",
      "<instance class='exe.engine.package.Package' reference='1'><dictionary>"
      "<string role='key' value='_root'/><instance class='exe.engine.node.Node' reference='2'>"
      "<dictionary><string role='key' value='_title'/><unicode value='One'/>"
      "<string role='key' value='children'/><list><instance class='exe.engine.node.Node' "
      "reference='3'><dictionary><string role='key' value='_title'/><unicode value='Two'/>"
      "<string role='key' value='children'/><list><reference key='2'/><reference key='3'/>"
      "<reference key='99'/></list><string role='key' value='idevices'/><list><reference key='3'/>"
      "</list></dictionary></instance></list></dictionary></instance></dictionary></instance>");
  hostile_zip_write (zip, path);
}

static void
add_entry (
    struct archive *archive, const char *name, const char *link, const char *text, gsize size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, link != NULL ? AE_IFLNK : AE_IFREG);
  if (link != NULL)
    archive_entry_set_symlink (entry, link);
  archive_entry_set_size (entry, (la_int64_t)(link != NULL ? 0 : size));
  archive_entry_set_perm (entry, 0644);
  archive_write_header (archive, entry);
  if (link == NULL)
    archive_write_data (archive, text, size);
  archive_entry_free (entry);
}

#define BACKUP                                                                                     \
  "<moodle_backup><information><original_course_fullname>C</original_course_fullname><contents>"   \
  "<activities><activity><moduleid>1</moduleid><modulename>page</modulename><directory>"           \
  "activities/page_1</directory></activity></activities></contents></information></moodle_backup>"
#define PAGE                                                                                       \
  "<activity contextid='3'><page><name>P</name><content>&lt;p&gt;Text &lt;img "                    \
  "src='@@PLUGINFILE@@/../../secret.txt'&gt;&lt;/p&gt;</content></page></activity>"

static struct archive *
open_tar (const char *path)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_pax_restricted (archive);
  archive_write_add_filter_gzip (archive);
  archive_write_open_filename (archive, path);
  add_entry (archive, "moodle_backup.xml", NULL, BACKUP, strlen (BACKUP));
  add_entry (archive, "activities/page_1/page.xml", NULL, PAGE, strlen (PAGE));
  return archive;
}

/* Names that leave the folder, and links to what is outside. */
static void
build_tar_slip (const char *path, guint port)
{
  struct archive *archive = open_tar (path);

  add_entry (archive, "../slipped.txt", NULL, "x", 1);
  add_entry (archive, "/tmp/slipped.txt", NULL, "x", 1);
  add_entry (archive, "files.xml", "../../secret.txt", NULL, 0);
  add_entry (archive, "course/course.xml", "/etc/passwd", NULL, 0);
  archive_write_free (archive);
}

/* 300 MiB of nothing in 300 kB. */
static void
build_tar_bomb (const char *path, guint port)
{
  struct archive *archive = open_tar (path);
  gsize length = 300u << 20;
  g_autofree char *zeros = g_malloc0 (length);

  add_entry (archive, "files/00/00", NULL, zeros, length);
  archive_write_free (archive);
}

const HostileFile hostile_courses[] = {
  { "outside.imscc", HOSTILE_READS, HOSTILE_SECRET, build_outside },
  { "chain.imscc", HOSTILE_READS, NULL, build_chain },
  { "calls.imscc", HOSTILE_READS, NULL, build_call },
  { "deep-pages.elpx", HOSTILE_READS, NULL, build_deep_pages },
  { "circle.elp", HOSTILE_READS, NULL, build_circle },
  { "slip.mbz", HOSTILE_READS, "root:", build_tar_slip },
  { "bomb.mbz", HOSTILE_REFUSED, "unpack", build_tar_bomb },
  { NULL },
};
