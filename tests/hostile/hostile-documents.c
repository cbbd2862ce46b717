/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-file.h"
#include "hostile-zip.h"

/* Documents of word processors that are made to do harm. */

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define SPACES                                                                                     \
  "xmlns:office='" OASIS "office:1.0' xmlns:text='" OASIS "text:1.0' "                             \
  "xmlns:table='" OASIS "table:1.0' xmlns:draw='" OASIS "drawing:1.0' "                            \
  "xmlns:style='" OASIS "style:1.0' xmlns:xlink='http://www.w3.org/1999/xlink'"
#define CONTENT(styles, body)                                                                      \
  "<office:document-content " SPACES "><office:automatic-styles>" styles                           \
  "</office:automatic-styles><office:body><office:text>" body                                      \
  "</office:text></office:body></office:document-content>"

static void
write_content (const char *path, const char *content)
{
  HostileZip *zip = hostile_zip_new ();

  hostile_zip_add (zip, "mimetype", "application/vnd.oasis.opendocument.text");
  hostile_zip_add (zip, "content.xml", content);
  hostile_zip_write (zip, path);
}

static void
write_repeated (const char *path, const char *head, const char *part, guint n, const char *tail)
{
  g_autofree char *body = hostile_repeat (head, part, n, tail);
  g_autofree char *content = g_strconcat ("<office:document-content " SPACES "><office:body>"
                                          "<office:text>",
                                          body,
                                          "</office:text></office:body>"
                                          "</office:document-content>",
                                          NULL);

  write_content (path, content);
}

static void
build_repeated (const char *path, guint port)
{
  write_content (path, CONTENT ("", "<table:table><table:table-row "
                                    "table:number-rows-repeated='1048576'><table:table-cell "
                                    "table:number-columns-repeated='16384'><text:p>"
                                    "<text:s text:c='2000000000'/>x</text:p></table:table-cell>"
                                    "</table:table-row></table:table>"));
}

static void
build_entities (const char *path, guint port)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *secret = g_build_filename (folder, "..", "secret.txt", NULL);
  g_autofree char *content = g_strdup_printf (
      "<!DOCTYPE o SYSTEM 'http://127.0.0.1:%u/x.dtd' [<!ENTITY s SYSTEM 'file://%s'>]>" CONTENT (
          "", "<text:p>Text &s;</text:p><text:section><text:section-source "
              "xlink:href='file://%s'/></text:section><text:p><draw:frame><draw:image "
              "xlink:href='../secret.txt'/></draw:frame><draw:frame><draw:object "
              "xlink:href='http://127.0.0.1:%u/o'/></draw:frame></text:p>"),
      port, secret, secret, port);

  write_content (path, content);
}

/* Styles that are their own parents; changes that hold themselves; notes in notes. */
static void
build_rings (const char *path, guint port)
{
  write_content (
      path,
      CONTENT ("<style:style style:name='A' style:family='paragraph' style:parent-style-name='B'/>"
               "<style:style style:name='B' style:family='paragraph' style:parent-style-name='A'/>"
               "<style:style style:name='T' style:family='text' style:parent-style-name='T'/>",
               "<text:tracked-changes><text:changed-region text:id='d'><text:deletion><text:p>"
               "<text:change text:change-id='d'/>old</text:p></text:deletion>"
               "</text:changed-region></text:tracked-changes><text:p text:style-name='A'>Text "
               "<text:span text:style-name='T'>set</text:span><text:change text:change-id='d'/>"
               "<text:note><text:note-body><text:p>A<text:note><text:note-body><text:p>B</text:p>"
               "</text:note-body></text:note></text:p></text:note-body></text:note></text:p>"
               "<text:list xml:id='l' text:continue-list='l'><text:list-item><text:p>x</text:p>"
               "</text:list-item></text:list>"));
}

static void
build_deep_lists (const char *path, guint port)
{
  g_autofree char *head = hostile_repeat ("", "<text:list><text:list-item>", 120, "");
  g_autofree char *tail = hostile_repeat ("", "</text:list-item></text:list>", 120, "");

  g_autofree char *body = g_strconcat (head, "<text:p>Deep.</text:p>", tail, NULL);

  write_repeated (path, "<text:p>Text.</text:p>", body, 1, "");
}

static void
build_deep_tables (const char *path, guint port)
{
#define IN "<table:table><table:table-row><table:table-cell><text:p>a</text:p>"
#define OUT                                                                                        \
  "</table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>"   \
  "</table:table>"
  g_autofree char *head = hostile_repeat ("", IN, 80, "");
  g_autofree char *tail = hostile_repeat ("", OUT, 80, "");
  g_autofree char *body = g_strconcat (head, tail, NULL);

  write_repeated (path, "<text:p>Text.</text:p>", body, 1, "");
}

static void
build_many_spans (const char *path, guint port)
{
  write_repeated (path, "<text:p>", "<text:span text:style-name='x'>a </text:span>", 50000,
                  "</text:p>");
}

static void
build_locked (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new ();

  hostile_zip_add (zip, "mimetype", "application/vnd.oasis.opendocument.text");
  hostile_zip_add (zip, "content.xml", "\001\002\003 not XML");
  hostile_zip_add (zip, "META-INF/manifest.xml",
                   "<m:manifest xmlns:m='" OASIS "manifest:1.0'><m:file-entry m:full-path='"
                   "content.xml'><m:encryption-data m:checksum='x'/></m:file-entry></m:manifest>");
  hostile_zip_write (zip, path);
}

const HostileFile hostile_documents[] = {
  { "repeated-cells.odt", HOSTILE_READS, NULL, build_repeated },
  { "external-entities.odt", HOSTILE_EITHER, HOSTILE_SECRET, build_entities },
  { "rings.odt", HOSTILE_READS, NULL, build_rings },
  { "deep-lists.odt", HOSTILE_EITHER, NULL, build_deep_lists },
  { "deep-tables.odt", HOSTILE_EITHER, NULL, build_deep_tables },
  { "many-spans.odt", HOSTILE_READS, NULL, build_many_spans },
  { "locked.odt", HOSTILE_REFUSED, "password", build_locked },
  { NULL },
};
