/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-drawing.h"

#include <string.h>

#define SVG(inside)                                                                                \
  "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>" inside     \
  "</svg>"

static char *
clean (const char *svg, guint *n_removed)
{
  g_autoptr (GBytes) bytes = g_bytes_new (svg, strlen (svg));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) cleaned = cog_drawing_clean (bytes, "a.svg", n_removed, NULL, &error);
  gsize size;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (cleaned, &size);
  return g_strndup (data, size);
}

/* Each holds something that runs or loads; "kept" must stand after, "EVIL" must not. */
static void
test_active (void)
{
  static const char *const drawings[] = {
    SVG ("<rect id='kept'/><script>EVIL</script>"),
    SVG ("<rect id='kept' onclick='EVIL'/>"),
    SVG ("<rect id='kept' OnLoad='EVIL'/>"),
    SVG ("<g id='kept'><foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>EVIL</body>"
         "</foreignObject></g>"),
    SVG ("<image id='kept' xlink:href='https://EVIL.example/a.png'/>"),
    SVG ("<image id='kept' href='//EVIL.example/a.png'/>"),
    SVG ("<image id='kept' href='file:///EVIL'/>"),
    SVG ("<a id='kept' href=' javascript:EVIL'/>"),
    SVG ("<use id='kept' href='other.svg#EVIL'/>"),
    SVG ("<rect id='kept' fill='url(http://EVIL.example/p)'/>"),
    SVG ("<rect id='kept' style='fill: URL( \"http://EVIL.example/p\")'/>"),
    SVG ("<rect id='kept'/><style>@import 'EVIL.css';</style>"),
    SVG ("<rect id='kept'/><style>rect { fill: u\\72l(//EVIL) }</style>"),
    SVG ("<a id='kept'><set attributeName='xlink:href' to='javascript:EVIL'/></a>"),
    "<?xml-stylesheet href='EVIL.css'?>" SVG ("<rect id='kept'/>"),
    "<svg xmlns='http://www.w3.org/2000/svg' onload='EVIL'><rect id='kept'/></svg>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    {
      guint n_removed = 0;
      g_autofree char *text = clean (drawings[i], &n_removed);

      if (n_removed == 0 || strstr (text, "EVIL") != NULL || strstr (text, "kept") == NULL)
        g_error ("%s: %u, %s", drawings[i], n_removed, text);
    }
}

/* What honest drawings hold stays, byte for byte. */
static void
test_harmless (void)
{
  static const char *const drawings[] = {
    SVG ("<defs><linearGradient id='g'/></defs><rect fill='url(#g)' style='stroke: url(#g)'/>"),
    SVG ("<style>rect { fill: red }</style><use xlink:href='#g'/>"),
    SVG ("<image href='data:image/png;base64,AAAA'/>"),
    SVG ("<animate attributeName='x' to='3'/>"),
    SVG ("<metadata><r xmlns='urn:r' about='https://example.org/'>C:\\a</r></metadata>"),
    "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
    "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">" SVG ("<text>© ع</text>"),
    SVG ("<path d='M0 0' name='C:\\x.svg'/>"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    {
      guint n_removed = 0;
      g_autofree char *text = clean (drawings[i], &n_removed);

      g_assert_cmpuint (n_removed, ==, 0);
      g_assert_cmpstr (text, ==, drawings[i]);
    }
}

/* As Illustrator writes; and what would multiply. */
static void
test_entities (void)
{
  guint n_removed = 0;
  g_autofree char *text = clean ("<!DOCTYPE svg [<!ENTITY ns \"http://www.w3.org/2000/svg\">]>"
                                 "<svg xmlns='&ns;'><rect id='kept'/></svg>",
                                 &n_removed);
  g_autofree char *bomb = clean (
      "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>" SVG ("<text>&b;&b;</text>"),
      &n_removed);

  g_assert_cmpuint (n_removed, ==, 0);
  g_assert_null (strstr (text, "ENTITY"));
  g_assert_nonnull (strstr (text, "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect id=\"kept\""));
  g_assert_null (strstr (bomb, "ENTITY"));
  g_assert_null (strstr (bomb, "aaaaaaaa"));
}

static void
test_broken (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<svg><rect", 10);
  g_autoptr (GError) error = NULL;

  g_assert_null (cog_drawing_clean (bytes, "a.svg", NULL, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/active", test_active);
  g_test_add_func ("/drawing/harmless", test_harmless);
  g_test_add_func ("/drawing/entities", test_entities);
  g_test_add_func ("/drawing/broken", test_broken);
  return g_test_run ();
}
