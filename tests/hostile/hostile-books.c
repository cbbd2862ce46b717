/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-file.h"
#include "hostile-zip.h"

#include <string.h>

/* EPUBs whose parts are made to do harm. */

#define PAGE(body)                                                                                 \
  "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>P</title></head><body>" body            \
  "</body></html>"

#define LAUGHS                                                                                     \
  "<!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"                   \
  "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"       \
  "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"       \
  "<!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'><!ENTITY h '&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;'>]>"

static void
write_page (const char *path, const char *page)
{
  HostileZip *zip = hostile_zip_new_epub ("");

  hostile_zip_add (zip, "OPS/p.xhtml", page);
  hostile_zip_write (zip, path);
}

static void
write_body (const char *path, const char *body)
{
  HostileZip *zip = hostile_zip_new_epub ("");

  hostile_zip_add_page (zip, body);
  hostile_zip_write (zip, path);
}

static void
build_laughs (const char *path, guint port)
{
  write_page (path, LAUGHS PAGE ("<p>Text &h;</p>"));
}

static void
build_laughs_package (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new ();

  hostile_zip_add (zip, "mimetype", "application/epub+zip");
  hostile_zip_add (zip, "META-INF/container.xml",
                   LAUGHS "<container version='1.0' "
                          "xmlns='urn:oasis:names:tc:opendocument:xmlns:container'>&h;<rootfiles>"
                          "<rootfile full-path='OPS/b.opf' "
                          "media-type='application/oebps-package+xml'/></rootfiles></container>");
  hostile_zip_add (zip, "OPS/b.opf",
                   LAUGHS "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'>"
                          "<metadata xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                          "<dc:title>&h;</dc:title></metadata>"
                          "<manifest><item id='p' href='p.xhtml' "
                          "media-type='application/xhtml+xml'/></manifest>"
                          "<spine><itemref idref='p'/></spine></package>");
  hostile_zip_add_page (zip, "<p>Text.</p>");
  hostile_zip_write (zip, path);
}

/* Entities and a DTD from outside: from a file, and from the network. */
static void
build_external (const char *path, guint port)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *secret = g_build_filename (folder, "..", "secret.txt", NULL);
  g_autofree char *page = g_strdup_printf (
      "<!DOCTYPE html SYSTEM 'http://127.0.0.1:%u/x.dtd' [<!ENTITY s SYSTEM 'file://%s'>"
      "<!ENTITY %% p SYSTEM 'http://127.0.0.1:%u/p'> %%p;]>" PAGE (
          "<p>Text &s;</p>"
          "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file://%s' parse='text'/>"),
      port, secret, port, secret);

  write_page (path, page);
}

/* Contents that nest a hundred thousand deep. */
static void
build_deep_contents (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new_epub (
      "<item id='n' href='n.xhtml' properties='nav' media-type='application/xhtml+xml'/>");
  g_autofree char *deep = hostile_repeat (
      "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'>"
      "<body><nav epub:type='toc'>",
      "<ol><li><a href='p.xhtml'>x</a>", 100000, "</nav></body></html>");

  hostile_zip_add (zip, "OPS/n.xhtml", deep);
  hostile_zip_add_page (zip, "<p>Text.</p>");
  hostile_zip_write (zip, path);
}

/* Contents in which every entry means the same page, fifty thousand times. */
static void
build_same_contents (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new_epub (
      "<item id='n' href='n.xhtml' properties='nav' media-type='application/xhtml+xml'/>");
  g_autofree char *many = hostile_repeat (
      "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'>"
      "<body><nav epub:type='toc'><ol>",
      "<li><a href='p.xhtml'>x</a></li>", 50000, "</ol></nav></body></html>");

  hostile_zip_add (zip, "OPS/n.xhtml", many);
  hostile_zip_add_page (zip, "<p>Text.</p>");
  hostile_zip_write (zip, path);
}

/* Items that stand in for each other in a ring, and a page that is its own contents and cover. */
static void
build_fallback_ring (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new ();

  hostile_zip_add (zip, "mimetype", "application/epub+zip");
  hostile_zip_add (zip, "META-INF/container.xml",
                   "<container version='1.0' "
                   "xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
                   "<rootfile full-path='OPS/b.opf' media-type='application/oebps-package+xml'/>"
                   "</rootfiles></container>");
  hostile_zip_add (zip, "OPS/b.opf",
                   "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'>"
                   "<metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>B</dc:title>"
                   "<meta refines='#a' id='a' property='title-type'>main</meta></metadata>"
                   "<manifest><item id='x' href='x.foo' media-type='x/x' fallback='y'/>"
                   "<item id='y' href='y.foo' media-type='x/y' fallback='x'/>"
                   "<item id='p' href='p.xhtml' properties='nav cover-image' "
                   "media-type='application/xhtml+xml' fallback='p'/></manifest>"
                   "<spine><itemref idref='x'/><itemref idref='p'/><itemref idref='p'/>"
                   "</spine></package>");
  hostile_zip_add (zip, "OPS/x.foo", "x");
  hostile_zip_add (zip, "OPS/y.foo", "y");
  hostile_zip_add_page (zip, "<p>Text.</p><nav><ol><li><a href='p.xhtml'>p</a></li></ol></nav>");
  hostile_zip_write (zip, path);
}

/* The container names itself as the package. */
static void
build_self_package (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new ();

  hostile_zip_add (zip, "mimetype", "application/epub+zip");
  hostile_zip_add (zip, "META-INF/container.xml",
                   "<container version='1.0' "
                   "xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
                   "<rootfile full-path='META-INF/container.xml' "
                   "media-type='application/oebps-package+xml'/></rootfiles></container>");
  hostile_zip_write (zip, path);
}

/* Copy protection, by its two best known marks. */
static void
build_protected (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new_epub ("");

  hostile_zip_add (zip, "META-INF/rights.xml",
                   "<rights xmlns='http://ns.adobe.com/adept'><licenseToken/></rights>");
  hostile_zip_add (zip, "META-INF/encryption.xml",
                   "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container'>"
                   "<EncryptedData xmlns='http://www.w3.org/2001/04/xmlenc#'><EncryptionMethod "
                   "Algorithm='http://www.w3.org/2001/04/xmlenc#aes128-cbc'/><CipherData>"
                   "<CipherReference URI='OPS/p.xhtml'/></CipherData></EncryptedData>"
                   "</encryption>");
  hostile_zip_add (zip, "OPS/p.xhtml", "\x9d\x8a\x17garbage");
  hostile_zip_write (zip, path);
}

static void
build_deep_elements (const char *path, guint port)
{
  g_autofree char *body = hostile_repeat ("<p>Text.</p>", "<div>", 100000, "");

  write_body (path, body);
}

/* Each closed: a tree that deep, if one is made. */
static void
build_deep_closed (const char *path, guint port)
{
  g_autofree char *open = hostile_repeat ("<p>Text.</p>", "<div>", 50000, "x");
  g_autofree char *body = hostile_repeat (open, "</div>", 50000, "");

  write_body (path, body);
}

/* Sizes that do not fit any number, and tables that do not fit any memory. */
static void
build_sizes (const char *path, guint port)
{
  write_body (
      path, "<p>Text.</p><table><tr><td colspan='1000000000' rowspan='1000000000'>a</td>"
            "<td colspan='-5'>b</td><th colspan='99999999999999999999999'>c</th></tr>"
            "<tr><td colspan='10000' rowspan='65534'>d</td></tr></table>"
            "<table><colgroup span='1000000000'/><tr><td rowspan='10000'>e</td></tr></table>"
            "<ol start='999999999999999999999'><li value='-2147483648'>f</li></ol>"
            "<img src='x.png' width='99999999999' height='1e400' alt='g'/>"
            "<math xmlns='http://www.w3.org/1998/Math/MathML'><mtable columnspacing='1e99em'><mtr>"
            "<mtd columnspan='1000000000'><mspace width='1e30em' height='-1e30em'/><mi>h</mi></mtd>"
            "</mtr></mtable></math>");
}

/* Rows and columns within all limits, ten thousand by ten thousand together. */
static void
build_wide_table (const char *path, guint port)
{
  g_autofree char *rows = hostile_repeat (
      "<p>Text.</p><table>", "<tr><td colspan='1000' rowspan='1000'>x</td></tr>", 1000, "</table>");

  write_body (path, rows);
}

static void
build_deep_math (const char *path, guint port)
{
  g_autofree char *open =
      hostile_repeat ("<p>Text <math xmlns='http://www.w3.org/1998/Math/MathML'>", "<msqrt><mrow>",
                      20000, "<mi>x</mi>");
  g_autofree char *body = hostile_repeat (open, "</mrow></msqrt>", 20000, "</math></p>");

  write_body (path, body);
}

/* Pictures whose headers promise more pixels than there is memory. */
static void
build_huge_picture (const char *path, guint port)
{
  static const guint8 png[] =
      "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\x7F\xFF\xFF\xFF\x7F\xFF\xFF\xFF\x08\x06"
      "\0\0\0\x12\x34\x56\x78\0\0\0\0IDAT\0\0\0\0\0\0\0\0IEND\xAE\x42\x60\x82";
  static const guint8 gif[] = "GIF89a\xFF\xFF\xFF\xFF\x80\0\0\0\0\0\xFF\xFF\xFF,\0\0\0\0\xFF\xFF"
                              "\xFF\xFF\0\x02\x02\x44\x01\0;";
  HostileZip *zip = hostile_zip_new_epub ("<item id='a' href='a.png' media-type='image/png'/>"
                                          "<item id='b' href='b.gif' media-type='image/gif'/>"
                                          "<item id='c' href='c.svg' media-type='image/svg+xml'/>");

  hostile_zip_add_page (zip, "<p>Text.</p><img src='a.png' alt='a'/><img src='b.gif' alt='b'/>"
                             "<img src='c.svg' alt='c'/>");
  hostile_zip_add_packed (zip, "OPS/a.png", png, sizeof png - 1);
  hostile_zip_add_packed (zip, "OPS/b.gif", gif, sizeof gif - 1);
  hostile_zip_add (zip, "OPS/c.svg",
                   "<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1e9' "
                   "viewBox='0 0 1e9 1e9'><filter id='f' x='-1e9' width='1e12'>"
                   "<feGaussianBlur stdDeviation='1e7'/></filter>"
                   "<rect width='1e9' height='1e9' filter='url(#f)'/></svg>");
  hostile_zip_write (zip, path);
}

/* What would run or load, in the page and in a drawing. */
static void
build_active (const char *path, guint port)
{
  HostileZip *zip = hostile_zip_new_epub ("<item id='s' href='s.svg' media-type='image/svg+xml'/>");
  g_autofree char *body = g_strdup_printf (
      "<p onclick='canaryrun()'>Text.</p><script>canaryrun()</script>"
      "<style>@import 'http://127.0.0.1:%u/a.css'; p { background: url(http://127.0.0.1:%u/b) }"
      "</style><link rel='stylesheet' href='http://127.0.0.1:%u/c.css'/>"
      "<img src='http://127.0.0.1:%u/d.png' alt='d'/><iframe src='http://127.0.0.1:%u/e'/>"
      "<object data='http://127.0.0.1:%u/f'/><form action='http://127.0.0.1:%u/g'><input/></form>"
      "<a href='javascript:canaryrun()'>run</a><a href='data:text/html,canaryrun'>data</a>"
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink' "
      "onload='canaryrun()'><script>canaryrun()</script>"
      "<image x:href='http://127.0.0.1:%u/h.png'/><foreignObject><p onload='canaryrun()'/>"
      "</foreignObject><text style='background:url(http://127.0.0.1:%u/i)'>t</text></svg>",
      port, port, port, port, port, port, port, port, port);

  hostile_zip_add_page (zip, body);
  hostile_zip_write (zip, path);
}

/* A drawing that draws itself, and one that uses itself ten times, ten levels deep. */
static void
build_drawing_bomb (const char *path, guint port)
{
  g_autofree char *levels = hostile_number (
      "<p>Text.</p><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
      "<g id='g'><use href='#g'/></g><g id='l'><rect width='1' height='1'/></g>",
      "<g id='l%u'><use href='#l'/><use href='#l'/><use href='#l%u'/></g>", 20, "</svg>");
  GString *body = g_string_new (levels);
  g_autofree char *whole = NULL;

  g_string_append (body, "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><defs>"
                         "<g id='u0'><rect width='1' height='1'/></g>");
  for (guint i = 1; i < 12; i++)
    {
      g_autofree char *use = g_strdup_printf ("<use href='#u%u'/>", i - 1);
      g_autofree char *ten = hostile_repeat ("", use, 10, "");

      g_string_append_printf (body, "<g id='u%u'>%s</g>", i, ten);
    }
  g_string_append (body, "</defs><use href='#u11'/></svg>");
  whole = g_string_free (body, FALSE);
  write_body (path, whole);
}

/* Thirty thousand elements with one id, and as many links to it. */
static void
build_same_ids (const char *path, guint port)
{
  g_autofree char *body = hostile_repeat ("", "<p id='a'>x <a href='#a'>y</a></p>", 30000, "");

  write_body (path, body);
}

/* A note whose text refers to itself, and notes in a ring. */
static void
build_note_ring (const char *path, guint port)
{
  write_body (path,
              "<p>Text<a epub:type='noteref' href='#n1'>1</a></p>"
              "<aside epub:type='footnote' id='n1'><p>One<a epub:type='noteref' href='#n2'>2</a>"
              "<a epub:type='noteref' href='#n1'>1</a></p></aside>"
              "<aside epub:type='footnote' id='n2'><p>Two<a epub:type='noteref' href='#n1'>1</a>"
              "</p><aside epub:type='footnote' id='n3'><p>In<a epub:type='noteref' href='#n3'>3"
              "</a></p></aside></aside>");
}

/* One attribute of eight megabytes, one name of one, ten thousand attributes. */
static void
build_long_tokens (const char *path, guint port)
{
  g_autofree char *value = g_strnfill (8u << 20, 'v');
  g_autofree char *name = g_strnfill (1u << 20, 'n');
  g_autofree char *attributes = hostile_number ("", " a%u='x'", 10000, "");
  g_autofree char *body = g_strdup_printf ("<p>Text.</p><p title='%s'>a</p><%s>b</%s><p%s>c</p>",
                                           value, name, name, attributes);

  write_body (path, body);
}

const HostileFile hostile_books[] = {
  { "billion-laughs.epub", HOSTILE_EITHER, NULL, build_laughs },
  { "billion-laughs-package.epub", HOSTILE_EITHER, NULL, build_laughs_package },
  { "external-entities.epub", HOSTILE_EITHER, HOSTILE_SECRET, build_external },
  { "deep-contents.epub", HOSTILE_EITHER, NULL, build_deep_contents },
  { "same-contents.epub", HOSTILE_READS, NULL, build_same_contents },
  { "fallback-ring.epub", HOSTILE_READS, NULL, build_fallback_ring },
  { "self-package.epub", HOSTILE_REFUSED, NULL, build_self_package },
  { "protected.epub", HOSTILE_REFUSED, "protect", build_protected },
  { "deep-elements.epub", HOSTILE_EITHER, NULL, build_deep_elements },
  { "deep-closed.epub", HOSTILE_EITHER, NULL, build_deep_closed },
  { "sizes.epub", HOSTILE_READS, NULL, build_sizes },
  { "wide-table.epub", HOSTILE_READS, NULL, build_wide_table },
  { "deep-math.epub", HOSTILE_EITHER, NULL, build_deep_math },
  { "huge-picture.epub", HOSTILE_READS, NULL, build_huge_picture },
  { "active.epub", HOSTILE_READS, "canaryrun", build_active },
  { "drawing-bomb.epub", HOSTILE_READS, NULL, build_drawing_bomb },
  { "same-ids.epub", HOSTILE_READS, NULL, build_same_ids },
  { "note-ring.epub", HOSTILE_READS, NULL, build_note_ring },
  { "long-tokens.epub", HOSTILE_EITHER, NULL, build_long_tokens },
  { NULL },
};
