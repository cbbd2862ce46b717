/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "made-reading.h"

#include <string.h>

#define FOOT                                                                                       \
  "<div><div>From <a href='https://en.wikibooks.org/wiki/Tides?oldid=5'>Wikibooks</a>, under <a "  \
  "href='https://creativecommons.org/licenses/by-sa/4.0/'>CC</a>.</div></div>"

typedef struct
{
  char name_space;
  const char *path, *title;
  int type;         /* of media; -1: leads to target */
  const char *text; /* what it holds */
  guint target;
} Part;

static const Part parts[] = {
  { 'A', "Home", "Home", 0,
    "<html><body><h1>Home</h1><p>Go to <a href='Waves'>waves</a> and "
    "<a href='Ebb'>ebb</a>.</p></body></html>",
    0 },
  { 'A', "Ebb", "Ebb", -1, NULL, 2 },
  { 'A', "Tides", "Tides", 0,
    "<html><body><p>Tides <img src='../I/moon.svg' alt='moon'></p>" FOOT "</body></html>", 0 },
  { 'A', "Tides_10", "Tides/10", 0, "<html><body><p>Ten words</p></body></html>", 0 },
  { 'A', "Tides_2", "Tides/2", 0, "<html><body><p>Two words</p></body></html>", 0 },
  { 'A', "Waves", "Waves", 0, "<html><body><p>Waves</p></body></html>", 0 },
  { 'I', "moon.svg", "", 2,
    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path "
    "d='M0 0'/></svg>",
    0 },
  { 'M', "Creator", "", 1, "Wikibooks", 0 },
  { 'M', "Language", "", 1, "eng,fra", 0 },
  { 'M', "Title", "", 1, "Sea book", 0 },
};

static void
add_number (GByteArray *out, guint64 number, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++, number >>= 8)
    {
      guint8 byte = number & 0xFF;

      g_byte_array_append (out, &byte, 1);
    }
}

static void
put_number (GByteArray *out, gsize at, guint64 number)
{
  for (guint i = 0; i < 8; i++, number >>= 8)
    out->data[at + i] = number & 0xFF;
}

static void
add_text (GByteArray *out, const char *text)
{
  g_byte_array_append (out, (const guint8 *)text, (guint)strlen (text) + 1);
}

static void
add_entry (GByteArray *out, const Part *part, guint blob)
{
  add_number (out, part->type < 0 ? 0xFFFF : (guint)part->type, 2);
  add_number (out, 0, 1);
  g_byte_array_append (out, (const guint8 *)&part->name_space, 1);
  add_number (out, 0, 4);
  if (part->type < 0)
    add_number (out, part->target, 4);
  else
    {
      add_number (out, 0, 4);
      add_number (out, blob, 4);
    }
  add_text (out, part->path);
  add_text (out, part->title);
}

/* One cluster, not compressed, with all blobs. */
static void
add_cluster (GByteArray *out)
{
  guint n = G_N_ELEMENTS (parts);
  guint at = 4 * (n + 1);

  add_number (out, 1, 1);
  for (guint i = 0; i < n; i++)
    {
      add_number (out, at, 4);
      at += parts[i].text != NULL ? (guint)strlen (parts[i].text) : 0;
    }
  add_number (out, at, 4);
  for (guint i = 0; i < n; i++)
    if (parts[i].text != NULL)
      g_byte_array_append (out, (const guint8 *)parts[i].text, (guint)strlen (parts[i].text));
}

static GByteArray *
make (void)
{
  guint n = G_N_ELEMENTS (parts);
  GByteArray *out = g_byte_array_new ();
  gsize list, clusters;

  add_number (out, 72173914, 4);
  add_number (out, 5, 2);
  add_number (out, 0, 2 + 16);
  add_number (out, n, 4);
  add_number (out, 1, 4);
  add_number (out, 0, 4 * 8);
  add_number (out, 0, 4);
  add_number (out, 0xFFFFFFFF, 4);
  add_number (out, 0, 8);
  put_number (out, 56, out->len);
  add_text (out, "text/html");
  add_text (out, "text/plain");
  add_text (out, "image/svg+xml");
  add_text (out, "");
  list = out->len;
  put_number (out, 32, list);
  add_number (out, 0, 8);
  for (guint i = 1; i < n; i++)
    add_number (out, 0, 8);
  clusters = out->len;
  put_number (out, 48, clusters);
  add_number (out, 0, 8);
  for (guint i = 0; i < n; i++)
    {
      put_number (out, list + 8 * i, out->len);
      add_entry (out, &parts[i], i);
    }
  put_number (out, clusters, out->len);
  add_cluster (out);
  put_number (out, 72, out->len);
  return out;
}

static void
test_read (void)
{
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (make ());
  g_autoptr (CogBook) book = made_read (bytes, "zim", NULL);
  g_autofree char *content = made_dup_content (book);
  const CogCredit *tides = g_ptr_array_index (book->credits, 0);

  g_assert_cmpstr (book->credit->title, ==, "Sea book");
  g_assert_cmpstr (book->language, ==, "en");
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-SA-4.0");
  /* The main page, those that it leads to in its order (one by another name), the others. */
  g_assert_true (
      g_regex_match_simple ("\\[Home\\].*\\[Waves\\].*\\[Tides\\].*\\[2\\].*Two.*\\[10\\].*Ten",
                            content, G_REGEX_DOTALL, 0));
  g_assert_cmpuint (book->sections->len, ==, 3);
  made_assert_has (content, "alt=\"moon\"");
  made_assert_has (content, "href=\"#page-3\"");
  made_assert_lacks (content, "under");
  g_assert_cmpuint (book->credits->len, ==, 1);
  g_assert_cmpstr (tides->item, ==, "page-3");
  g_assert_cmpstr (tides->source_url, ==, "https://en.wikibooks.org/wiki/Tides?oldid=5");
}

/* Wherever a byte is changed or the file ends: an error or a book, never a crash. */
static void
test_damaged (void)
{
  g_autoptr (GByteArray) whole = make ();

  for (guint i = 4; i < whole->len; i += i < 400 ? 1 : 13)
    {
      g_autoptr (GByteArray) copy = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (CogSource) source = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (CogBook) book = NULL;

      g_byte_array_append (copy, whole->data, i % 2 == 0 ? whole->len : i);
      if (i % 2 == 0)
        copy->data[i] ^= 0xFF;
      bytes = g_bytes_new (copy->data, copy->len);
      source = cog_source_new_for_bytes (bytes, "made.bin");
      book = cog_reader_read (source, NULL, NULL, NULL, NULL, &error);
      g_assert_true ((book != NULL) != (error != NULL));
    }
}

static void
test_refused (void)
{
  static const char head[] = "ZIM\004rest";
  g_autoptr (GBytes) bytes = g_bytes_new_static (head, sizeof head);

  made_assert_refused (bytes, "zim");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-zim/read", test_read);
  g_test_add_func ("/reader-zim/damaged", test_damaged);
  g_test_add_func ("/reader-zim/refused", test_refused);
  return g_test_run ();
}
