/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-drawing-text.h"
#include "cog-error.h"

#include <string.h>

#define SVG(inner) "<svg xmlns='http://www.w3.org/2000/svg'>" inner "</svg>"

static void
assert_list (const char *svg, const char *const *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (svg, strlen (svg));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = cog_drawing_text_list (bytes, "a.svg", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < words->len; i++)
    g_assert_cmpstr (g_ptr_array_index (words, i), ==, expected[i]);
  g_assert_null (expected[words->len]);
}

/* A place is a piece: words that flow on are one, whatever their colours. */
static void
test_list (void)
{
  assert_list (
      SVG ("<text x='1' y='2'> thinking\n distance</text><g><text>a<tspan>b</tspan>c</text>"
           "</g><text> </text>"),
      (const char *[]){ "thinking distance", "abc", NULL });
  assert_list (SVG ("<text><tspan x='1' y='1'>30 mph</tspan><tspan x='1' dy='1em'>75 ft</tspan>"
                    "<tspan x='9'/></text>"),
               (const char *[]){ "30 mph", "75 ft", NULL });
  assert_list (
      SVG ("<defs><path id='p'/></defs><text><textPath href='#p'>on a line</textPath></text>"
           "<title>not drawn</title>"),
      (const char *[]){ "on a line", NULL });
  assert_list (SVG ("<rect/>"), (const char *[]){ NULL });
}

static char *
write_words (const char *svg, const char *first, const char *second, const char *language)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (svg, strlen (svg));
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = NULL;

  g_ptr_array_add (words, (gpointer)first);
  g_ptr_array_add (words, (gpointer)second);
  written = cog_drawing_text_write (bytes, "a.svg", words, language, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("no %s in %s", part, text);
}

static void
test_write (void)
{
  g_autofree char *text =
      write_words (SVG ("<text x='1' textLength='40'>speed</text><text x='2'>stays</text>"),
                   "prędkość & <co>", NULL, "pl");

  assert_has (text, "<text x=\"1\" xml:lang=\"pl\">prędkość &amp; &lt;co&gt;</text>");
  assert_has (text, "<text x=\"2\">stays</text>");
}

/* What began at a point still begins where it began on the drawing. */
static void
test_rtl (void)
{
  g_autofree char *text =
      write_words (SVG ("<text x='1'>speed</text><g style='text-anchor: middle; fill:red'>"
                        "<text x='2'>way</text></g>"),
                   "سرعة", "طريق", "ar");
  g_autofree char *end = write_words (
      SVG ("<text style='text-anchor:end;fill:red' x='1'>speed</text>"), "سرعة", NULL, "ar");
  g_autofree char *back =
      write_words (SVG ("<g direction='rtl' text-anchor='end'><text x='1'>سرعة</text></g>"),
                   "speed", NULL, "en");

  assert_has (text, "<text x=\"1\" xml:lang=\"ar\" direction=\"rtl\" text-anchor=\"end\">سرعة");
  assert_has (text, "<text x=\"2\" xml:lang=\"ar\" direction=\"rtl\" text-anchor=\"middle\">طريق");
  assert_has (end, "style=\"fill:red\"");
  assert_has (end, "text-anchor=\"start\"");
  assert_has (back, "direction=\"ltr\" text-anchor=\"start\"");
}

/* Letters placed one by one, an active part, entities. */
static void
test_hostile (void)
{
  g_autofree char *text = write_words (
      SVG ("<script>x</script><text x='1 2 3' onclick='y()'>abc</text>"), "xyz w", NULL, "en");
  g_autoptr (GBytes) html = g_bytes_new_static ("<html/>", 7);
  g_autoptr (GError) error = NULL;

  assert_has (text, "<text x=\"1\" xml:lang=\"en\">xyz w</text>");
  g_assert_null (strstr (text, "script"));
  g_assert_null (cog_drawing_text_list (html, "a.svg", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
}

/* What was written is listed again: a second translation goes on from the first. */
static void
test_again (void)
{
  g_autofree char *text = write_words (
      SVG ("<text><tspan x='1'>a</tspan><tspan x='2'>b</tspan></text>"), "one", "two", "en");

  assert_list (text, (const char *[]){ "one", "two", NULL });
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing-text/list", test_list);
  g_test_add_func ("/drawing-text/write", test_write);
  g_test_add_func ("/drawing-text/rtl", test_rtl);
  g_test_add_func ("/drawing-text/hostile", test_hostile);
  g_test_add_func ("/drawing-text/again", test_again);
  return g_test_run ();
}
