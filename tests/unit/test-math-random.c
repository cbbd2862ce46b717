/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "formula.h"

#include "cog-math-speech.h"
#include "cog-xml.h"

#include <math.h>
#include <stdlib.h>

/* Trees of any shape, from a seed that is told: what a file may hold has no end, and each of its
 * combinations must be laid out and drawn, or refused. */

static const char *const names[] = {
  "mrow",        "mfrac",  "msqrt",      "mroot",    "msub",          "msup",       "msubsup",
  "munder",      "mover",  "munderover", "mtable",   "mtr",           "mtd",        "mlabeledtr",
  "mfenced",     "mstyle", "mpadded",    "mphantom", "menclose",      "maction",    "semantics",
  "mprescripts", "none",   "mspace",     "merror",   "mmultiscripts", "annotation", "ms",
  "mi",          "mn",     "mo",         "mtext",    "math",          "odd",
};
static const char *const texts[] = { "x",  "12",    "(", ")", "∑",      "∫",      "→",   "^",
                                     "¯",  "⏞",     "|", "−", ",",      "",       "=",   "سرعة",
                                     "速", "f",     "√", "{", "\u2061", "\u2062", "sin", "-",
                                     "′",  "(2.3)", "𝑥", "i", "ﬁ",      "e\u0301" };
static const char *const attributes[] = {
  "width",   "height",   "depth",        "lspace",        "rspace",    "columnspan",
  "rowspan", "mathsize", "scriptlevel",  "linethickness", "minsize",   "maxsize",
  "voffset", "stretchy", "largeop",      "accent",        "notation",  "columnalign",
  "align",   "dir",      "displaystyle", "linebreak",     "mathcolor", "columnlines",
  "frame",   "bevelled", "selection",    "mathvariant",
};
static const char *const values[] = {
  "true",       "false",   "2em",     "-1em",       "1e300em",    "nan",        "0",
  "50%",        "newline", "rtl",     "left right", "box circle", "solid",      "axis -1",
  "baseline 3", "+3",      "-99",     "bold",       "script",     "#f00",       "3",
  "",           "thick",   "radical", "longdiv",    "1.5height",  "4000000000",
};

static const char *
pick (GRand *rand, const char *const *list, gsize n)
{
  return list[g_rand_int_range (rand, 0, (gint)n)];
}

static void
grow (GRand *rand, xmlNode *node, guint depth)
{
  guint n = (guint)g_rand_int_range (rand, 0, depth > 0 ? 5 : 1);

  while (g_rand_int_range (rand, 0, 3) == 0)
    cog_xml_set (node, pick (rand, attributes, G_N_ELEMENTS (attributes)),
                 pick (rand, values, G_N_ELEMENTS (values)));
  if (n == 0 || g_rand_int_range (rand, 0, 6) == 0)
    xmlNodeAddContent (node, BAD_CAST pick (rand, texts, G_N_ELEMENTS (texts)));
  for (guint i = 0; i < n; i++)
    grow (rand, xmlNewChild (node, NULL, BAD_CAST pick (rand, names, G_N_ELEMENTS (names)), NULL),
          depth - 1);
}

static void
check (const CogMathBox *box, guint seed)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 40);
  cairo_t *cr = cairo_create (surface);

  if (!isfinite (cog_math_box_get_width (box)) || !isfinite (cog_math_box_get_ascent (box)) ||
      !isfinite (cog_math_box_get_descent (box)))
    g_error ("seed %u: no size", seed);
  cog_math_box_draw (box, cr, 5, 20, NULL);
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    g_error ("seed %u: %s", seed, cairo_status_to_string (cairo_status (cr)));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
try_seed (CogMathFont *font, guint seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  g_autoptr (xmlDoc) doc = xmlNewDoc (BAD_CAST "1.0");
  CogMathSetting setting = { 10, 0, seed % 2 == 0, seed % 3 == 0 };
  g_autoptr (CogMathBox) box = NULL;
  g_autoptr (GPtrArray) pieces = NULL;
  g_autofree char *said = NULL;

  xmlDocSetRootElement (doc, xmlNewNode (NULL, BAD_CAST "math"));
  grow (rand, xmlDocGetRootElement (doc), 6);
  setting.width = g_rand_double_range (rand, -10, 300);
  box = cog_math_lay_out (font, xmlDocGetRootElement (doc), &setting);
  if (box != NULL)
    check (box, seed);
  pieces = cog_math_lay_out_pieces (font, xmlDocGetRootElement (doc), &setting);
  for (guint i = 0; pieces != NULL && i < pieces->len; i++)
    check (g_ptr_array_index (pieces, i), seed);
  said = cog_math_speech_dup (xmlDocGetRootElement (doc), seed % 2 == 0 ? "en" : "ar");
  g_assert_true (said == NULL || (g_utf8_validate (said, -1, NULL) &&
                                  g_utf8_strlen (said, -1) <= COG_MATH_SPEECH_MAX));
  for (const xmlNode *n = NULL;
       (n = cog_math_next_unknown (xmlDocGetRootElement (doc), n)) != NULL;)
    g_assert_cmpstr ((const char *)n->name, ==, "odd");
  g_rand_free (rand);
}

static void
test_random (void)
{
  g_autoptr (CogMathFont) font = formula_make_font ();
  const char *given = g_getenv ("COGNATE_SEEDS");
  guint n = given != NULL ? (guint)atoi (given) : 400;

  for (guint seed = 0; seed < n; seed++)
    try_seed (font, seed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/math/random", test_random);
  return g_test_run ();
}
