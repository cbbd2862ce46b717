/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "formula.h"

#include "cog-xml.h"

#include <string.h>

/* A tree of the kind that no parser would let through, made by hand. */
static xmlDoc *
make_nest (const char *name, guint depth, gboolean has_second)
{
  xmlDoc *doc = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *node = xmlNewNode (NULL, BAD_CAST "math");

  xmlDocSetRootElement (doc, node);
  for (guint i = 0; i < depth; i++)
    {
      xmlNode *inner = xmlNewChild (node, NULL, BAD_CAST name, NULL);

      if (has_second && i > 0)
        xmlNewChild (node, NULL, BAD_CAST "mo", BAD_CAST "⏞");
      node = inner;
    }
  xmlNewChild (node, NULL, BAD_CAST "mo", BAD_CAST "→");
  return doc;
}

static CogMathBox *
lay_out (const xmlDoc *doc)
{
  g_autoptr (CogMathFont) font = formula_make_font ();
  CogMathSetting setting = { 10, 200, TRUE, FALSE };

  return cog_math_lay_out (font, xmlDocGetRootElement ((xmlDoc *)doc), &setting);
}

static void
test_depth (void)
{
  static const char *const names[] = { "mrow",   "msqrt",   "mfrac",    "msup",     "mover",
                                       "mtable", "mfenced", "menclose", "mphantom", "nothing" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (xmlDoc) deep = make_nest (names[i], 100000, FALSE);
      g_autoptr (xmlDoc) usual = make_nest (names[i], 40, FALSE);
      g_autoptr (CogMathBox) none = lay_out (deep);
      g_autoptr (CogMathBox) some = lay_out (usual);

      g_assert_null (none);
      g_assert_nonnull (some);
      /* The tree is freed without recursion too deep only if it is taken apart. */
      while (xmlDocGetRootElement (deep)->children != NULL)
        {
          xmlNode *child = xmlDocGetRootElement (deep)->children, *rest;

          xmlUnlinkNode (child);
          while ((rest = child->children) != NULL)
            {
              xmlUnlinkNode (rest);
              xmlAddChild (xmlDocGetRootElement (deep), rest);
            }
          xmlFreeNode (child);
        }
    }
}

/* Each level measures its parts before it stretches them: that must not double the work. */
static void
test_stretchy_nest (void)
{
  g_autoptr (xmlDoc) doc = make_nest ("mover", 120, TRUE);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (CogMathBox) box = lay_out (doc);

  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
test_size (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (CogMathBox) box = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (many, "<mi>x</mi>");
  box = formula_lay_out (many->str, TRUE, 300);
  g_assert_null (box);
}

static void
test_numbers (void)
{
  static const char *const cases[] = {
    "<mspace width='1e300em' height='-1e300em'/><mi>x</mi>",
    "<mspace width='nan' height='inf'/><mi>x</mi>",
    "<mstyle mathsize='1e30'><mstyle mathsize='999%'><mi>x</mi></mstyle></mstyle>",
    "<mstyle scriptlevel='99999999999'><mi>x</mi></mstyle>",
    "<mstyle scriptlevel='-99999999999'><mi>x</mi></mstyle>",
    "<mpadded width='-1e9' height='1e300%' lspace='1e308em'><mi>x</mi></mpadded>",
    "<mfrac linethickness='1e300'><mi>x</mi><mi>y</mi></mfrac>",
    ("<mtable columnspacing='1e300em'><mtr><mtd columnspan='4000000000'><mi>x</mi></mtd><mtd "
     "rowspan='4000000000'/></mtr></mtable>"),
    "<mo minsize='1e300em'>(</mo><mi>x</mi>",
    "<mo maxsize='-5'>(</mo><mi>x</mi>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CogMathBox) box = formula_lay_out (cases[i], TRUE, 300);

      g_assert_nonnull (box);
      g_assert_cmpfloat (cog_math_box_get_width (box), <, 20000);
      g_assert_cmpfloat (cog_math_box_get_ascent (box), <, 20000);
      g_assert_cmpfloat (cog_math_box_get_descent (box), <, 20000);
    }
}

/* Elements of nobody are drawn as the text in them, in order, and can be told. */
static void
test_unknown (void)
{
  static const char inner[] =
      "<mi>x</mi><odd>pears <mn>7</mn><apply><ci>plum</ci></apply> and</odd><semantics><mi>y</mi>"
      "<annotation-xml><svg/></annotation-xml></semantics><mtext>a<b>bold</b></mtext>";
  g_autofree char *xml = g_strdup_printf ("<math xmlns='" COG_NS_MATHML "'>%s</math>", inner);
  g_autoptr (xmlDoc) doc = cog_xml_parse_own (xml, -1, NULL);
  g_autoptr (CogMathBox) box = formula_lay_out (inner, TRUE, 0);
  const xmlNode *math = xmlDocGetRootElement (doc), *found = NULL;
  static const char *const names[] = { "odd", "apply", "ci" };

  g_assert_cmpfloat (formula_find (box, "pears ", 0).x, >, formula_find (box, "x", 0).x);
  g_assert_cmpfloat (formula_find (box, "7", 0).x, >, formula_find (box, "pears ", 0).x);
  g_assert_cmpfloat (formula_find (box, "plum", 0).x, >, formula_find (box, "7", 0).x);
  g_assert_cmpfloat (formula_find (box, " and", 0).x, >, formula_find (box, "plum", 0).x);
  formula_find (box, "abold", 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      found = cog_math_next_unknown (math, found);
      g_assert_nonnull (found);
      g_assert_cmpstr ((const char *)found->name, ==, names[i]);
    }
  g_assert_null (cog_math_next_unknown (math, found));
}

/* What a file says that no specification knows, or says half. */
static void
test_odd_elements (void)
{
  static const char *const cases[] = {
    "<nonsense><mi>x</mi></nonsense>",
    "<mrow><mstack><mi>x</mi></mstack></mrow>",
    "<mi>x</mi><mfrac/>",
    "<mi>x</mi><mfrac><mi>a</mi></mfrac>",
    "<mi>x</mi><msup/><msubsup/><munderover/><mover/><mroot/><mmultiscripts/>",
    "<mi>x</mi><mmultiscripts><mprescripts/></mmultiscripts>",
    "<mi>x</mi><mtable/><mtable><mtr/></mtable><mtable><mlabeledtr/></mtable>",
    "<mtable><mi>x</mi></mtable>",
    "<mtable><mtr><mi>x</mi></mtr></mtable>",
    "<mi>x</mi><mo/><mi/><mtext/><mfenced/><msqrt/><menclose/><semantics/><maction/>",
    "<maction selection='7'><mi>x</mi></maction>",
    "<semantics><annotation>no</annotation><mi>x</mi></semantics>",
    "<mfenced open='|' close='|' separators=''><mi>x</mi><mi>y</mi></mfenced>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CogMathBox) box = formula_lay_out (cases[i], i % 2 == 0, 300);
      cairo_rectangle_t ink;

      g_assert_nonnull (box);
      g_assert_true (cog_math_box_find (box, "x", 0, &ink));
      g_assert_false (cog_math_box_find (box, "no", 0, &ink));
    }
}

/* Other scripts come from the text's typefaces: shaped, not boxes. */
static void
test_scripts_of_the_world (void)
{
  static const char *const words[] = { "السرعة", "速度", "скорость", "ความเร็ว", "מהירות" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *inner =
          g_strdup_printf ("<mfrac><mtext>%s</mtext><mi>%s</mi></mfrac>", words[i], words[i]);
      g_autoptr (CogMathBox) box = formula_lay_out (inner, TRUE, 0);

      g_assert_cmpfloat (formula_find (box, words[i], 0).width, >, 10);
      g_assert_cmpfloat (formula_find (box, words[i], 1).width, >, 10);
    }
}

static const char terms[] = "<mi>a</mi><mo>=</mo><mi>b</mi><mo>+</mo><mi>c</mi><mo>+</mo><mi>d</mi>"
                            "<mo>+</mo><mi>e</mi><mo>=</mo><mi>f</mi><mo>+</mo><mi>g</mi><mo>+</mo>"
                            "<mi>h</mi><mo>+</mo><mi>i</mi><mo>=</mo><mi>j</mi>";

static void
test_lines (void)
{
  g_autoptr (CogMathBox) whole = formula_lay_out (terms, TRUE, 0);
  g_autoptr (CogMathBox) broken = formula_lay_out (terms, TRUE, 70);
  cairo_rectangle_t a = formula_find (broken, "a", 0), f = formula_find (broken, "f", 0);

  g_assert_cmpfloat (cog_math_box_get_width (whole), >, 120);
  g_assert_cmpfloat (cog_math_box_get_width (broken), <=, 70);
  g_assert_cmpfloat (f.y, >, a.y + a.height);
  /* The relation begins the new line. */
  g_assert_cmpfloat (formula_find (broken, "=", 1).x, <, f.x);
  g_assert_cmpfloat (formula_find (broken, "=", 1).y, >, a.y + a.height);
}

static void
test_pieces (void)
{
  g_autoptr (CogMathFont) font = formula_make_font ();
  g_autofree char *xml = g_strdup_printf ("<math xmlns='" COG_NS_MATHML "'>%s</math>", terms);
  g_autoptr (xmlDoc) doc = cog_xml_parse_own (xml, -1, NULL);
  CogMathSetting narrow = { 10, 100 }, wide = { 10, 1000 };
  g_autoptr (CogMathBox) whole = cog_math_lay_out (font, xmlDocGetRootElement (doc), &wide);
  g_autoptr (GPtrArray) one = cog_math_lay_out_pieces (font, xmlDocGetRootElement (doc), &wide);
  g_autoptr (GPtrArray) many = cog_math_lay_out_pieces (font, xmlDocGetRootElement (doc), &narrow);
  double sum = 0;

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (many->len, >, 2);
  for (guint i = 0; i < many->len; i++)
    sum += cog_math_box_get_width (g_ptr_array_index (many, i));
  /* On one line they look as one. */
  g_assert_cmpfloat (sum, >, cog_math_box_get_width (whole) - 1.5);
  g_assert_cmpfloat (sum, <, cog_math_box_get_width (whole) + 1.5);
}

static const char *const drawn[] = {
  "<mfrac><mi>a</mi><mi>b</mi></mfrac>",
  "<msqrt><mfrac><mi>a</mi><mi>b</mi></mfrac></msqrt>",
  "<mroot><mi>x</mi><mn>3</mn></mroot>",
  "<munderover><mo>∑</mo><mi>k</mi><mi>n</mi></munderover>",
  "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup><mi>f</mi>",
  ("<mrow><mo>(</mo><mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr>"
   "</mtable><mo>)</mo></mrow>"),
  "<mover accent='true'><mi>F</mi><mo>→</mo></mover>",
  "<menclose notation='box'><mi>x</mi></menclose>",
  "<mtext>скорость</mtext>",
};

/* Nothing is drawn outside what the box says, up and down; and something is drawn. */
static void
test_drawing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
    {
      g_autoptr (CogMathBox) box = formula_lay_out (drawn[i], TRUE, 0);
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      cog_math_box_draw (box, cr, 0, 0, NULL);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (width, >, 3);
      g_assert_cmpfloat (height, >, 3);
      g_assert_cmpfloat (-y, <, cog_math_box_get_ascent (box) + 1.2);
      g_assert_cmpfloat (y + height, <, cog_math_box_get_descent (box) + 1.2);
      g_assert_cmpfloat (x, >, -1.2);
      g_assert_cmpfloat (x + width, <, cog_math_box_get_width (box) + 1.2);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/math-limits/depth", test_depth);
  g_test_add_func ("/math-limits/stretchy-nest", test_stretchy_nest);
  g_test_add_func ("/math-limits/size", test_size);
  g_test_add_func ("/math-limits/numbers", test_numbers);
  g_test_add_func ("/math-limits/odd-elements", test_odd_elements);
  g_test_add_func ("/math-limits/scripts-of-the-world", test_scripts_of_the_world);
  g_test_add_func ("/math-limits/lines", test_lines);
  g_test_add_func ("/math-limits/pieces", test_pieces);
  g_test_add_func ("/math-limits/drawing", test_drawing);
  g_test_add_func ("/math-limits/unknown", test_unknown);
  return g_test_run ();
}
