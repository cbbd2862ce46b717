/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Web pages, Markdown, OpenStax modules, and folders of them. */

static void
write_repeated (const char *path, const char *head, const char *part, guint n, const char *tail)
{
  g_autofree char *text = hostile_repeat (head, part, n, tail);

  hostile_write (path, text);
}

static void
build_empty (const char *path, guint port)
{
  hostile_write (path, "");
}

static void
build_mark_only (const char *path, guint port)
{
  hostile_write (path, "\xEF\xBB\xBF");
}

static void
build_nuls (const char *path, guint port)
{
  static const char text[] = "<html><body><h1>A\0B</h1><p>Te\0xt \0</p></body></html>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);

  hostile_write_bytes (path, bytes);
}

static void
build_nuls_markdown (const char *path, guint port)
{
  static const char text[] = "# A\0B\n\nTe\0xt \0\n\n- \0\n\n![\0](\0)\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);

  hostile_write_bytes (path, bytes);
}

/* Overlong forms, surrogates, lone continuation bytes, a sequence that the end cuts off. */
static void
build_bad_utf8 (const char *path, guint port)
{
  hostile_write (path,
                 "<html><head><meta charset='utf-8'><title>\xC0\xAF</title></head><body>"
                 "<p id='\xFF'>a\x80z \xED\xA0\x80 \xF8\x88\x80\x80\x80 \xE2\x82</p>\xF0\x9F");
}

static void
build_bad_utf8_markdown (const char *path, guint port)
{
  hostile_write (path,
                 "# \xC0\xAF\n\na\x80z [x](\xED\xA0\x80) \xF8\x88\x80\x80\x80\n\n| \xFF |\n|-|\n");
}

static void
write_wide (const char *path, const char *text, const char *charset, gsize cut)
{
  gsize length = 0;
  g_autofree char *wide = g_convert (text, -1, charset, "UTF-8", NULL, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (wide, length - cut);

  hostile_write_bytes (path, bytes);
}

static void
build_utf16 (const char *path, guint port)
{
  write_wide (path, "<html><body><p>Sechzehn ä</p></body></html>", "UTF-16", 0);
}

static void
build_utf16_odd (const char *path, guint port)
{
  write_wide (path, "<html><body><p>Sechzehn ä</p></body></html>", "UTF-16BE", 1);
}

static void
build_utf32 (const char *path, guint port)
{
  write_wide (path, "<html><body><p>Zweiunddreissig</p></body></html>", "UTF-32", 2);
}

static void
build_utf7 (const char *path, guint port)
{
  hostile_write (path, "<html><head><meta charset='utf-7'></head><body><p>+ADw-script+AD4-canaryrun"
                       "+ADw-/script+AD4- text</p></body></html>");
}

static void
build_deep_html (const char *path, guint port)
{
  write_repeated (path, "<html><body><p>Text.</p>", "<div>", 100000, "");
}

/* Formatting elements that HTML5 opens again in each paragraph. */
static void
build_reopened (const char *path, guint port)
{
  g_autofree char *open = hostile_number ("<body><p>Text.", "<b class='x%u'>", 2000, "");

  write_repeated (path, open, "<p>x", 2000, "");
}

static void
build_unclosed_table (const char *path, guint port)
{
  write_repeated (path, "<body><p>Text.</p>", "<table><tr><td>x", 20000, "");
}

/* Comments, attributes and scripts without an end. */
static void
build_endless (const char *path, guint port)
{
  write_repeated (path, "<body><p>Text.</p><p title='", "<!--<a b=", 300000, "");
}

static void
build_data_address (const char *path, guint port)
{
  write_repeated (path, "<body><p>Text.</p><img alt='x' src='data:image/png;base64,", "AAAA",
                  1000000,
                  "'><img alt='y' src='data:image/svg+xml,%3Csvg%20onload=canaryrun()%3E'>");
}

static void
build_quotes (const char *path, guint port)
{
  write_repeated (path, "Text.\n\n", "> ", 50000, "deep\n");
}

static void
build_lists (const char *path, guint port)
{
  GString *text = g_string_new ("Text.\n\n");

  for (guint i = 0; i < 3000; i++)
    {
      for (guint s = 0; s < i; s++)
        g_string_append (text, "  ");
      g_string_append (text, "- x\n");
    }
  hostile_write (path, text->str);
  g_string_free (text, TRUE);
}

static void
build_brackets (const char *path, guint port)
{
  write_repeated (path, "Text.\n\n", "[", 20000, "\n");
}

static void
build_emphasis (const char *path, guint port)
{
  write_repeated (path, "Text.\n\n", "*a **a ", 20000, "\n");
}

static void
build_backticks (const char *path, guint port)
{
  GString *text = g_string_new ("Text.\n\n");

  for (guint i = 1; i < 300; i++)
    {
      g_autofree char *ticks = g_strnfill (i, '`');

      g_string_append_printf (text, "e%s", ticks);
    }
  hostile_write (path, text->str);
  g_string_free (text, TRUE);
}

static void
build_wide_row (const char *path, guint port)
{
  g_autofree char *head = hostile_repeat ("Text.\n\n|", "a|", 20000, "\n|");
  g_autofree char *rule = hostile_repeat (head, "-|", 20000, "\n");

  write_repeated (path, rule, "|x|\n", 20000, "");
}

static void
build_front_matter (const char *path, guint port)
{
  write_repeated (path, "---\ntitle: &a [x]\n", "b: *a\nc: [*a,*a,*a]\n", 20000, "# Text\n");
}

static void
build_raw_html (const char *path, guint port)
{
  hostile_write (path,
                 "# Text\n\n<script>canaryrun()</script>\n\n<img src=x onerror=canaryrun()>\n\n"
                 "[a](javascript:canaryrun()) ![b](file:///etc/passwd)\n"
                 "<svg onload=canaryrun()></svg>\n");
}

static void
build_note_markdown (const char *path, guint port)
{
  g_autofree char *text = hostile_number ("Text.[^0]\n\n", "[^%u]: [^%u] again [^0]\n\n", 5000, "");

  hostile_write (path, text);
}

static void
build_binary (const char *path, guint port)
{
  GByteArray *bytes = g_byte_array_new ();
  guint32 state = 1;
  g_autoptr (GBytes) whole = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      guint8 byte;

      state = state * 1103515245u + 12345u;
      byte = (guint8)(state >> 16);
      g_byte_array_append (bytes, &byte, 1);
    }
  whole = g_byte_array_free_to_bytes (bytes);
  hostile_write_bytes (path, whole);
}

#define MODULE(body)                                                                               \
  "<document xmlns='http://cnx.rice.edu/cnxml' id='m'><title>M</title>"                            \
  "<metadata xmlns:md='http://cnx.rice.edu/mdml'><md:content-id>m1</md:content-id></metadata>"     \
  "<content>" body "</content></document>"

static void
build_laughs_module (const char *path, guint port)
{
  hostile_write (path,
                 "<!DOCTYPE document [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                 "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;'>"
                 "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;'>"
                 "<!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;'>]>" MODULE ("<para id='p'>x &g;</para>"));
}

static void
build_deep_module (const char *path, guint port)
{
  write_repeated (path,
                  "<document xmlns='http://cnx.rice.edu/cnxml' id='m'><title>M</title><content>"
                  "<para id='p'>Text.</para>",
                  "<section><title>s</title>", 50000, "</content></document>");
}

static void
build_pipe (const char *path, guint port)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
build_device (const char *path, guint port)
{
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
}

const HostileFile hostile_pages[] = {
  { "empty.html", HOSTILE_REFUSED, NULL, build_empty },
  { "empty.md", HOSTILE_REFUSED, NULL, build_empty },
  { "empty.epub", HOSTILE_REFUSED, NULL, build_empty },
  { "mark-only.html", HOSTILE_REFUSED, NULL, build_mark_only },
  { "nuls.html", HOSTILE_EITHER, NULL, build_nuls },
  { "nuls.xhtml", HOSTILE_EITHER, NULL, build_nuls },
  { "nuls.md", HOSTILE_EITHER, NULL, build_nuls_markdown },
  { "bad-utf8.html", HOSTILE_READS, NULL, build_bad_utf8 },
  { "bad-utf8.xhtml", HOSTILE_EITHER, NULL, build_bad_utf8 },
  { "bad-utf8.md", HOSTILE_EITHER, NULL, build_bad_utf8_markdown },
  { "utf16.html", HOSTILE_READS, NULL, build_utf16 },
  { "utf16-odd.html", HOSTILE_EITHER, NULL, build_utf16_odd },
  { "utf32-cut.html", HOSTILE_EITHER, NULL, build_utf32 },
  { "utf7.html", HOSTILE_EITHER, "<script>canaryrun", build_utf7 },
  { "deep.html", HOSTILE_EITHER, NULL, build_deep_html },
  { "reopened.html", HOSTILE_EITHER, NULL, build_reopened },
  { "unclosed-table.html", HOSTILE_EITHER, NULL, build_unclosed_table },
  { "endless.html", HOSTILE_EITHER, NULL, build_endless },
  { "data-address.html", HOSTILE_READS, NULL, build_data_address },
  { "quotes.md", HOSTILE_EITHER, NULL, build_quotes },
  { "lists.md", HOSTILE_EITHER, NULL, build_lists },
  { "brackets.md", HOSTILE_READS, NULL, build_brackets },
  { "emphasis.md", HOSTILE_READS, NULL, build_emphasis },
  { "backticks.md", HOSTILE_READS, NULL, build_backticks },
  { "wide-row.md", HOSTILE_EITHER, NULL, build_wide_row },
  { "front-matter.md", HOSTILE_EITHER, NULL, build_front_matter },
  { "raw-html.md", HOSTILE_READS, "onload", build_raw_html },
  { "notes.md", HOSTILE_READS, NULL, build_note_markdown },
  { "binary.md", HOSTILE_REFUSED, NULL, build_binary },
  { "binary.epub", HOSTILE_REFUSED, NULL, build_binary },
  { "binary.html", HOSTILE_EITHER, NULL, build_binary },
  { "billion-laughs.cnxml", HOSTILE_EITHER, NULL, build_laughs_module },
  { "deep.cnxml", HOSTILE_EITHER, NULL, build_deep_module },
  { "pipe.html", HOSTILE_REFUSED, NULL, build_pipe },
  { "device.md", HOSTILE_REFUSED, NULL, build_device },
  { NULL },
};

static char *
make_folder (const char *path, const char *name)
{
  char *folder = g_build_filename (path, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return folder;
}

static void
write_in (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  hostile_write (path, text);
}

/* A saved page whose pictures are links out, a pipe that nobody writes to, a device, a loop. */
static void
build_links (const char *path, guint port)
{
  g_autofree char *folder = make_folder (path, "pics");
  g_autofree char *secret = g_build_filename (folder, "secret.png", NULL);
  g_autofree char *second = g_build_filename (path, "second.html", NULL);
  g_autofree char *pipe_path = g_build_filename (folder, "pipe.png", NULL);
  g_autofree char *device = g_build_filename (folder, "zero.png", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop", NULL);

  write_in (path, "index.html",
            "<html><head><title>T</title></head><body><h1>Text</h1><p>Text.</p>"
            "<a href='second.html'>second</a><img alt='a' src='pics/secret.png'>"
            "<img alt='b' src='pics/pipe.png'><img alt='c' src='pics/zero.png'>"
            "<img alt='d' src='pics/loop/loop/loop/secret.png'>"
            "<img alt='e' src='../../secret.txt'></body></html>");
  g_assert_cmpint (symlink ("../../../secret.txt", secret), ==, 0);
  g_assert_cmpint (symlink ("../../secret.txt", second), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", device), ==, 0);
  g_assert_cmpint (symlink (".", loop), ==, 0);
}

/* A collection that names itself, a module outside, one that is missing, and one without end. */
static void
build_collection (const char *path, guint port)
{
  g_autofree char *collections = make_folder (path, "collections");
  g_autofree char *meta = make_folder (path, "META-INF");
  g_autofree char *module = make_folder (path, "modules/m1");
  g_autofree char *deep = hostile_repeat (
      "<col:collection xmlns:col='http://cnx.rice.edu/collxml' "
      "xmlns:md='http://cnx.rice.edu/mdml'><col:metadata><md:title>C</md:title></col:metadata>"
      "<col:content><col:module document='m1'/><col:module document='m1'/>"
      "<col:module document='../../../secret.txt'/><col:module document='/etc'/>"
      "<col:module document='missing'/>",
      "<col:subcollection><md:title>s</md:title><col:content><col:module document='m1'/>", 200, "");
  g_autofree char *whole = hostile_repeat (deep, "</col:content></col:subcollection>", 200,
                                           "</col:content></col:collection>");

  write_in (collections, "c.collection.xml", whole);
  write_in (meta, "books.xml",
            "<container xmlns='https://openstax.org/namespaces/book-container' version='1'>"
            "<book slug='c' href='../collections/c.collection.xml'/>"
            "<book slug='c' href='../collections/c.collection.xml'/>"
            "<book slug='d' href='../../../secret.txt'/></container>");
  write_in (module, "index.cnxml",
            MODULE ("<para id='p'>Text <link document='m1'>me</link> "
                    "<link document='m1' target-id='p'/></para>"
                    "<figure id='f'><media alt='x'><image src='../../../../secret.txt' "
                    "mime-type='image/png'/></media></figure><section id='p'><title>s</title>"
                    "<include xmlns='http://www.w3.org/2001/XInclude' href='index.cnxml'/>"
                    "</section>"));
}

static void
build_empty_folder (const char *path, guint port)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

/* A folder of ten thousand files none of which is a page. */
static void
build_crowd (const char *path, guint port)
{
  g_autofree char *folder = make_folder (path, "a");

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);

      write_in (folder, name, "");
    }
}

static void
build_deep_folders (const char *path, guint port)
{
  g_autofree char *deep = hostile_repeat ("", "d/", 300, "");
  g_autofree char *folder = make_folder (path, deep);

  write_in (folder, "index.html", "<p>Too deep.</p>");
  write_in (path, "index.html", "<html><body><h1>Top</h1><p>Text.</p></body></html>");
}

const HostileFile hostile_folders[] = {
  { "links", HOSTILE_READS, HOSTILE_SECRET, build_links },
  { "collection", HOSTILE_EITHER, HOSTILE_SECRET, build_collection },
  { "nothing", HOSTILE_REFUSED, NULL, build_empty_folder },
  { "crowd", HOSTILE_REFUSED, NULL, build_crowd },
  { "deep-folders", HOSTILE_EITHER, NULL, build_deep_folders },
  { NULL },
};
