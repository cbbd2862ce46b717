/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-compound.h"
#include "cog-mtef.h"
#include "docx-reading.h"
#include "odt-reading.h"

#include <string.h>

/* Records of version 5. Typefaces: 83 a variable, 86 a symbol, 88 a number, 82 a function. */
#define HEAD "\5\1\0\6\7DSMT6\0\1"
#define DEFINITIONS                                                                                \
  "\x13WinAllBasicCodePages\0\x11\5Times New Roman\0\x12\0\2\x21\x2F\x45\x8F\1\x41\xF0\2\1\0\0\xA"
#define OPEN "\1\0"
#define SLOT(inside) OPEN inside "\0"
#define NONE "\1\1"
#define VARIABLE(letter) "\2\0\x83" letter "\0"
#define NUMBER(digit) "\2\0\x88" digit "\0"
#define FUNCTION(letter) "\2\0\x82" letter "\0"
#define SIGN(low, high, place) "\2\4\x86" low high place
#define TEMPLATE(selector, variation, inside) "\3\0" selector variation "\0" inside "\0"

static char *
convert (const char *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (xmlDoc) doc = xmlNewDoc ((const xmlChar *)"1.0");
  xmlNode *math = cog_mtef_to_mathml (bytes, doc);
  xmlBuffer *buffer;
  char *text;

  if (math == NULL)
    return NULL;
  xmlDocSetRootElement (doc, math);
  buffer = xmlBufferCreate ();
  xmlNodeDump (buffer, doc, math, 0, 0);
  text = g_strdup ((const char *)xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  return text;
}

#define assert_math(mtef, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    static const char data[] = mtef;                                                               \
    g_autofree char *math = convert (data, sizeof data - 1);                                       \
    g_assert_cmpstr (math, ==,                                                                     \
                     "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mrow>" expected          \
                     "</mrow></math>");                                                            \
  }                                                                                                \
  G_STMT_END

#define FORMULA(inside) HEAD DEFINITIONS SLOT (inside) "\0"

static void
test_letters (void)
{
  assert_math (FORMULA (VARIABLE ("x") SIGN ("=", "\0", "=") NUMBER ("1") NUMBER ("2") NUMBER (".")
                            NUMBER ("5")),
               "<mrow><mi>x</mi><mo>=</mo><mn>12.5</mn></mrow>");
  assert_math (FORMULA (FUNCTION ("s") FUNCTION ("i") FUNCTION ("n") VARIABLE ("x")),
               "<mrow><mi mathvariant=\"normal\">sin</mi><mi>x</mi></mrow>");
  /* A dot above, a prime. */
  assert_math (FORMULA ("\2\1\x83x\0\6\0\2\0"
                        "\2\1\x83y\0\6\0\5\0"),
               "<mrow><mover accent=\"true\"><mi>x</mi><mo>\u02D9</mo></mover><msup><mi>y</mi>"
               "<mo>\u2032</mo></msup></mrow>");
}

static void
test_templates (void)
{
  assert_math (FORMULA (TEMPLATE ("\xB", "\0", SLOT (VARIABLE ("a")) SLOT (NUMBER ("2")))),
               "<mrow><mfrac><mi>a</mi><mn>2</mn></mfrac></mrow>");
  assert_math (FORMULA (TEMPLATE ("\xA", "\1", SLOT (VARIABLE ("a")) SLOT (NUMBER ("3")))
                            TEMPLATE ("\xA", "\0", SLOT (VARIABLE ("b")) NONE)),
               "<mrow><mroot><mi>a</mi><mn>3</mn></mroot><msqrt><mi>b</mi></msqrt></mrow>");
  assert_math (FORMULA (VARIABLE ("x") TEMPLATE ("\x1D", "\0",
                                                 "\xB" SLOT (VARIABLE ("i")) SLOT (NUMBER ("2")))),
               "<mrow><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></mrow>");
  assert_math (FORMULA (TEMPLATE (
                   "\1", "\3", SLOT (VARIABLE ("x")) SIGN ("(", "\0", "(") SIGN (")", "\0", ")"))),
               "<mrow><mrow><mo fence=\"true\" form=\"prefix\" stretchy=\"true\">(</mo><mi>x</mi>"
               "<mo fence=\"true\" form=\"postfix\" stretchy=\"true\">)</mo></mrow></mrow>");
  assert_math (
      FORMULA (TEMPLATE ("\x10", "\x70",
                         SLOT (VARIABLE ("a")) "\xB" SLOT (VARIABLE ("i"))
                             SLOT (VARIABLE ("n")) "\xD" SIGN ("\x11", "\x22", "\xE5"))),
      "<mrow><mrow><munderover><mo>\u2211</mo><mi>i</mi><mi>n</mi></munderover><mi>a</mi></mrow>"
      "</mrow>");
  assert_math (FORMULA (TEMPLATE ("\xF", "\x31",
                                  SLOT (VARIABLE ("f")) SLOT (NUMBER ("0")) SLOT (NUMBER ("1")))),
               "<mrow><mrow><msubsup><mo>\u222B</mo><mn>0</mn><mn>1</mn></msubsup><mi>f</mi></mrow>"
               "</mrow>");
  /* An arrow over a letter, and scripts before one. */
  assert_math (FORMULA (TEMPLATE ("\x1F", "\2", SLOT (VARIABLE ("v")))
                            TEMPLATE ("\x1C", "\1", NONE SLOT (NUMBER ("3")))),
               "<mrow><mover accent=\"true\"><mi>v</mi><mo stretchy=\"true\">\u2192</mo></mover>"
               "<msup><mrow/><mn>3</mn></msup></mrow>");
}

static void
test_tables (void)
{
  assert_math (FORMULA ("\5\0\1\2\1\2\2\0\0" SLOT (VARIABLE ("a")) SLOT (VARIABLE ("b"))
                            SLOT (VARIABLE ("c")) SLOT (VARIABLE ("d")) "\0"),
               "<mrow><mtable columnalign=\"center\"><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi>"
               "</mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable></mrow>");
  /* Lines below each other stand for the one line. */
  assert_math (HEAD "\4\0\1\1" SLOT (VARIABLE ("a")) SLOT (VARIABLE ("b")) "\0\0",
               "<mtable columnalign=\"left\"><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi>"
               "</mtd></mtr></mtable>");
}

/* Of the equation editor: options in the tag, and other numbers. */
static void
test_old (void)
{
  assert_math (
      "\3\1\1\3\0"
      "\xA\1\2\x83x\0\3\xF\0\0\xB\x11\1\2\x88"
      "2\0\0\0\xA\2\x86=\0\3\xE\0\0\1\2\x83"
      "a\0\0\1\2\x83"
      "b\0\0\0\0\0",
      "<mrow><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mfrac><mi>a</mi><mi>b</mi></mfrac>"
      "</mrow>");
}

/* Cut short anywhere, changed anywhere, or endlessly deep: no formula, or another, and no harm. */
static void
test_damaged (void)
{
  static const char good[] = FORMULA (
      VARIABLE ("x") TEMPLATE ("\x1D", "\0", "\xB" SLOT (VARIABLE ("i")) SLOT (NUMBER ("2")))
          TEMPLATE ("\x10", "\x70",
                    SLOT (VARIABLE ("a")) SLOT (VARIABLE ("i")) SLOT (VARIABLE ("n")) SIGN (
                        "\x11", "\x22", "\xE5")) "\5\0\1\2\1\2\2\0\0" SLOT (VARIABLE ("a")) "\0");
  g_autoptr (GByteArray) deep = g_byte_array_new ();
  g_autofree char *whole = convert (good, sizeof good - 1);

  g_assert_nonnull (whole);
  for (gsize i = 0; i < sizeof good - 1; i++)
    {
      g_autofree char *cut = convert (good, i);

      g_assert_null (cut);
      for (guint change = 1; change < 256; change++)
        {
          g_autofree char *data = g_memdup2 (good, sizeof good - 1);
          g_autofree char *other = NULL;

          data[i] = (char)(data[i] ^ change);
          other = convert (data, sizeof good - 1);
        }
    }
  g_byte_array_append (deep, (const guint8 *)HEAD, sizeof HEAD - 1);
  for (guint i = 0; i < 100000; i++)
    g_byte_array_append (deep, (const guint8 *)OPEN, 2);
  g_assert_null (convert ((const char *)deep->data, deep->len));
}

static void
put_16 (guint8 *data, guint number)
{
  data[0] = (guint8)number;
  data[1] = (guint8)(number >> 8);
}

/* A compound file with one small stream: the header, a table of sectors, the directory, the table
 * of small sectors, and what these stand in. */
static GBytes *
make_object (const char *stream, gsize size)
{
  static const char *const names[] = { "Root Entry", "Equation Native" };
  g_autofree guint8 *data = g_malloc0 (512 * 5);
  guint8 *fat = data + 512, *directory = data + 1024, *mini_fat = data + 1536;
  const guint32 next[] = { 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE, 0xFFFFFFFE };

  g_assert_cmpuint (size, <=, 128);
  memcpy (data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  put_16 (data + 30, 9);
  put_16 (data + 32, 6);
  put_16 (data + 44, 1);
  put_16 (data + 48, 1);
  put_16 (data + 56, 4096);
  put_16 (data + 60, 2);
  memset (data + 68, 0xFE, 1);
  memset (data + 69, 0xFF, 3);
  memset (data + 76, 0xFF, 436);
  memset (data + 76, 0, 4);
  memcpy (fat, next, sizeof next);
  for (guint i = 0; i < 2; i++)
    {
      guint8 *entry = directory + 128 * i;

      for (gsize c = 0; c < strlen (names[i]); c++)
        entry[2 * c] = (guint8)names[i][c];
      put_16 (entry + 64, 2 * ((guint)strlen (names[i]) + 1));
      entry[66] = i == 0 ? 5 : 2;
      put_16 (entry + 116, i == 0 ? 3 : 0);
      put_16 (entry + 120, i == 0 ? 128 : (guint)size);
    }
  put_16 (mini_fat, 1);
  memset (mini_fat + 4, 0xFE, 1);
  memset (mini_fat + 5, 0xFF, 3);
  memcpy (data + 2048, stream, size);
  return g_bytes_new (data, 512 * 5);
}

/* "x" as the object of an equation. */
static GBytes *
make_formula (void)
{
  static const char mtef[] = HEAD SLOT (VARIABLE ("x")) "\0";
  g_autofree char *stream = g_malloc0 (28 + sizeof mtef - 1);

  stream[0] = 28;
  memcpy (stream + 28, mtef, sizeof mtef - 1);
  return make_object (stream, 28 + sizeof mtef - 1);
}

/* In a Word document it stands in place of its picture; one that cannot be read leaves that. */
static void
test_document (void)
{
#define OBJECT(id)                                                                                 \
  "<w:r><w:object><v:shape><v:imagedata r:id='p1'/></v:shape><o:OLEObject xmlns:o='o' "            \
  "ProgID='Equation.DSMT4' r:id='" id "'/></w:object></w:r>"
  DocxMaker *maker = docx_maker_new ("<w:p><w:r><w:t>Let </w:t></w:r>" OBJECT (
      "o1") "<w:r><w:t> be.</w:t></w:r></w:p>"
            "<w:p>" OBJECT ("o1") "</w:p><w:p><w:r><w:t>Bad: </w:t></w:r>" OBJECT ("o2") "</w:p>");
  g_autoptr (GBytes) object = make_formula ();
  g_autoptr (GBytes) bad = g_bytes_new_static ("nothing", 7);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *content = NULL;

  docx_maker_add_picture (maker, "p1", "x.gif");
  docx_maker_add_object (maker, "o1", "o1.bin", object);
  docx_maker_add_object (maker, "o2", "o2.bin", bad);
  content = docx_read_content (maker, report);
  docx_assert_has (content, "Let <math xmlns=\"http://www.w3.org/1998/Math/MathML\"");
  docx_assert_has (content, "<mi>x</mi>");
  docx_assert_has (content, "display=\"block\"");
  docx_assert_has (content, "Bad: <img");
  g_assert_true (cog_report_has (report, "formula-picture"));
}

static void
test_opendocument (void)
{
  OdtMaker *maker =
      odt_maker_new ("<text:p>Let <draw:frame><draw:object-ole xlink:href='./Object "
                     "1'/><draw:image xlink:href='x.wmf'/></draw:frame> be.</text:p>");
  g_autoptr (GBytes) object = make_formula ();
  g_autofree char *content = NULL;

  odt_maker_add_file (maker, "Object 1", object);
  content = odt_read_content (maker, NULL);
  docx_assert_has (content, "<mi>x</mi>");
}

static void
test_object (void)
{
  g_autoptr (GBytes) object = make_formula ();
  g_autoptr (GBytes) none = NULL;
  g_autoptr (xmlDoc) doc = xmlNewDoc ((const xmlChar *)"1.0");
  xmlNode *math;
  gsize size;
  const guint8 *data;

  math = cog_mtef_read_object (object, doc);
  g_assert_nonnull (math);
  xmlFreeNode (math);
  none = cog_compound_read (object, "Contents");
  g_assert_null (none);
  data = g_bytes_get_data (object, &size);
  for (gsize i = 0; i < 2048; i++)
    for (guint change = 1; change < 256; change += 13)
      {
        g_autofree guint8 *copy = g_memdup2 (data, size);
        g_autoptr (GBytes) bytes = NULL;

        copy[i] = (guint8)(copy[i] ^ change);
        bytes = g_bytes_new_take (g_steal_pointer (&copy), size);
        math = cog_mtef_read_object (bytes, doc);
        if (math != NULL)
          xmlFreeNode (math);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mtef/letters", test_letters);
  g_test_add_func ("/mtef/templates", test_templates);
  g_test_add_func ("/mtef/tables", test_tables);
  g_test_add_func ("/mtef/old", test_old);
  g_test_add_func ("/mtef/damaged", test_damaged);
  g_test_add_func ("/mtef/object", test_object);
  g_test_add_func ("/mtef/document", test_document);
  g_test_add_func ("/mtef/opendocument", test_opendocument);
  return g_test_run ();
}
