/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-address.h"

/* What paper needs of an address. */
static void
test_printed (void)
{
  static const char *const rows[][2] = {
    { "https://example.org/work", "https://example.org/work" },
    { "https://example.org/?title=File:A_b.jpg&oldid=3",
      "https://example.org/?title=File:A_b.jpg&oldid=3" },
    { "https://example.org/a?utm_source=x&id=7&fbclid=abc", "https://example.org/a?id=7" },
    { "https://example.org/a?utm_source=x#part", "https://example.org/a#part" },
    { "https://example.org/a#:~:text=some%20words", "https://example.org/a" },
    { "https://example.org/a#top:~:text=some", "https://example.org/a#top" },
    { "https://example.org/a?", "https://example.org/a" },
    { "#?x", "#?x" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *printed = cog_address_dup_printed (rows[i][0]);

      g_assert_cmpstr (printed, ==, rows[i][1]);
    }
}

static void
test_long (void)
{
  g_autofree char *many = g_strnfill (300, 'x');
  g_autofree char *query = g_strconcat ("https://example.org/a/b?q=", many, "#end", NULL);
  g_autofree char *path = g_strconcat ("https://example.org/", many, NULL);
  g_autofree char *short_query = cog_address_dup_printed (query);
  g_autofree char *long_path = cog_address_dup_printed (path);

  g_assert_cmpstr (short_query, ==, "https://example.org/a/b?…");
  g_assert_cmpstr (long_path, ==, path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/printed", test_printed);
  g_test_add_func ("/address/long", test_long);
  return g_test_run ();
}
