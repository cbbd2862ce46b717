/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "folder.h"

#include "cog-book.h"
#include "cog-pasted.h"

#include <string.h>

/* What browsers and word processors put on the clipboard, and what of it is text. */
static const struct
{
  const char *html;
  const char *text; /* NULL: none */
} samples[] = {
  { "<meta charset='utf-8'><b style=\"font-weight:normal\" id=\"docs-1\"><p>One <i>two</i></p></b>",
    "One <i>two</i>" },
  { "<html><body><!--StartFragment--><span style=\"color:red\">red</span> and "
    "<strong>bold</strong><!--EndFragment--></body></html>",
    "red and <strong>bold</strong>" },
  { "<p>one</p><p>two</p><ul><li>three</li></ul>", "one two three" },
  { "<p>see <a href=\"https://example.org/a?b=1&amp;c\" onclick=\"x()\">there</a> and <a "
    "href=\"#top\">up</a></p>",
    "see <a href=\"https://example.org/a?b=1&amp;c\">there</a> and up" },
  { "<p>a<script>alert(1)</script> <img src=\"https://example.org/x.png\" alt=\"x\">b</p>",
    "a <a href=\"https://example.org/x.png\">x</a>b" },
  { "<p id=\"x\">H<sub>2</sub>O</p>", "H<sub>2</sub>O" },
  { "<script>alert(1)</script>", NULL },
  { "", NULL },
};

static void
test_samples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (samples[i].html, strlen (samples[i].html));
      g_autoptr (CogText) text = cog_pasted_new_from_html (bytes);
      g_autofree char *xhtml = text != NULL ? cog_text_to_xhtml (text) : NULL;

      g_assert_cmpstr (xhtml, ==, samples[i].text);
      g_assert_true (xhtml == NULL || cog_inline_check (xhtml, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/pasted/samples", test_samples);
  return g_test_run ();
}
