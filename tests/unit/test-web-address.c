/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-web-address.h"
#include "cog-web-file.h"
#include "cog-web-name.h"

#include <string.h>

static void
test_clean (void)
{
  static const struct
  {
    const char *typed, *clean;
  } good[] = {
    { " https://example.org/a b.html#part ", "https://example.org/a%20b.html" },
    { "example.org/book.epub", "https://example.org/book.epub" },
    { "HTTP://Example.org/X", "http://Example.org/X" },
    { "localhost:8000/x", "https://localhost:8000/x" },
    { "https://مثال.إختبار/كتاب", "https://xn--mgbh0fb.xn--kgbechtv/%D9%83%D8%AA%D8%A7%D8%A8" },
    { "https://example.org/?q=a|b", "https://example.org/?q=a%7Cb" },
  };
  static const struct
  {
    const char *typed;
    int code;
  } bad[] = {
    { "file:///etc/passwd", COG_ERROR_UNSUPPORTED },
    { "ftp://example.org/x", COG_ERROR_UNSUPPORTED },
    { "javascript:alert(1)", COG_ERROR_UNSUPPORTED },
    { "", COG_ERROR_INPUT },
    { "https://", COG_ERROR_INPUT },
    { "two words", COG_ERROR_INPUT },
    { "https://unesco.org:secret@evil.example/", COG_ERROR_REFUSED },
    { "https://unesco.org@evil.example/", COG_ERROR_REFUSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *clean = cog_web_address_clean (good[i].typed, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (clean, ==, good[i].clean);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *clean = cog_web_address_clean (bad[i].typed, &error);

      g_test_message ("%s", bad[i].typed);
      g_assert_null (clean);
      g_assert_error (error, COG_ERROR, bad[i].code);
    }
}

static void
test_resolve (void)
{
  static const char base[] = "https://example.org/a/b.html?x=1";
  static const struct
  {
    const char *reference, *whole;
  } cases[] = {
    { "c.png", "https://example.org/a/c.png" },
    { "../c d.png", "https://example.org/c%20d.png" },
    { "//cdn.example/x", "https://cdn.example/x" },
    { "/صورة.png", "https://example.org/%D8%B5%D9%88%D8%B1%D8%A9.png" },
    { "?y=2", "https://example.org/a/b.html?y=2" },
    { "#part", "https://example.org/a/b.html?x=1#part" },
    { "data:image/png;base64,AAAA", NULL },
    { "mailto:ada@example.org", NULL },
    { "file:///etc/passwd", NULL },
    { "http://user@example.org/", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *whole = cog_web_address_resolve (base, cases[i].reference);

      g_assert_cmpstr (whole, ==, cases[i].whole);
    }
}

static void
test_host (void)
{
  g_autofree char *usual = cog_web_address_dup_host ("https://example.org:443/x");
  g_autofree char *other = cog_web_address_dup_host ("http://example.org:8080/x");
  g_autofree char *arabic = cog_web_address_dup_host ("https://xn--mgbh0fb.xn--kgbechtv/");
  g_autofree char *name = cog_web_address_dup_name ("https://example.org/a/%2E%2E%2Fx%20y.pdf?z=1");
  g_autofree char *none = cog_web_address_dup_name ("https://example.org/");

  g_assert_cmpstr (usual, ==, "example.org");
  g_assert_cmpstr (other, ==, "example.org:8080");
  g_assert_cmpstr (arabic, ==, "مثال.إختبار");
  g_assert_cmpstr (name, ==, "x y.pdf");
  g_assert_null (none);
}

static void
test_near (void)
{
  static const char *const near[] = { "http://localhost/",     "http://127.0.0.1:8000/",
                                      "http://10.1.2.3/",      "http://192.168.0.1/",
                                      "http://[::1]/",         "http://[fe80::1]/",
                                      "http://moodle.local/x", "http://school/" };
  static const char *const far[] = { "https://example.org/",      "https://8.8.8.8/",
                                     "http://[2606:4700::1111]/", "http://127.1/",
                                     "http://2130706433/",        "http://local.example.org/" };

  for (guint i = 0; i < G_N_ELEMENTS (near); i++)
    g_assert_true (cog_web_address_is_near (near[i]));
  for (guint i = 0; i < G_N_ELEMENTS (far); i++)
    g_assert_false (cog_web_address_is_near (far[i]));
}

static void
test_numbers (void)
{
  static const char *const closed[] = {
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.1.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.255.255",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "240.0.0.1",
    "::",
    "::1",
    "fe80::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "::ffff:10.0.0.1",
    "::10.0.0.1",
    "64:ff9b::a00:1",
    "2002:a00:1::",
    "2001:db8::1",
    "2001::1",
    "fec0::1",
    "192.0.0.8",
    "::ffff:169.254.1.1",
  };
  static const char *const open[] = { "8.8.8.8",          "100.128.0.1",     "172.32.0.1",
                                      "193.0.0.1",        "2606:4700::1111", "::ffff:8.8.8.8",
                                      "64:ff9b::808:808", "223.255.255.255" };

  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    {
      g_autoptr (GInetAddress) number = g_inet_address_new_from_string (closed[i]);

      g_test_message ("%s", closed[i]);
      g_assert_false (cog_web_address_is_public_number (number));
    }
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    {
      g_autoptr (GInetAddress) number = g_inet_address_new_from_string (open[i]);

      g_test_message ("%s", open[i]);
      g_assert_true (cog_web_address_is_public_number (number));
    }
}

static void
check_ending (const char *bytes, const char *type, const char *ending)
{
  g_autoptr (GBytes) data = g_bytes_new_static (bytes, strlen (bytes));

  g_assert_cmpstr (cog_web_name_find_ending (data, type), ==, ending);
}

static void
check_name (const char *given, const char *ending, const char *name)
{
  g_autofree char *got = cog_web_name_dup (given, ending);

  g_assert_cmpstr (got, ==, name);
}

/* What the server says counts less than what it sends. */
static void
test_names (void)
{
  check_ending ("%PDF-1.7\n", "text/html", "pdf");
  check_ending ("\xEF\xBB\xBF<!DOCTYPE html><p>", "application/octet-stream", "html");
  check_ending ("<p>A piece", "text/html", "html");
  check_ending ("<?xml version='1.0'?><article/>", "text/html", "xml");
  check_ending ("# Title", "text/plain", NULL);
  check_ending ("# Title", "text/markdown", "md");
  check_name ("item.php", "html", "item.html");
  check_name ("Vol. 2", "pdf", "Vol. 2.pdf");
  check_name ("10665.2", "html", "10665.html");
  check_name ("book.EPUB", "epub", "book.EPUB");
  check_name (NULL, "html", "document.html");
  check_name ("notes.md", NULL, "notes.md");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/web-address/clean", test_clean);
  g_test_add_func ("/web-address/resolve", test_resolve);
  g_test_add_func ("/web-address/host", test_host);
  g_test_add_func ("/web-address/near", test_near);
  g_test_add_func ("/web-address/numbers", test_numbers);
  g_test_add_func ("/web-address/names", test_names);
  return g_test_run ();
}
