/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "docx-reading.h"

#define R(text) "<m:r><m:t>" text "</m:t></m:r>"
#define E(what) "<m:e>" what "</m:e>"

static char *
read_formula (const char *omml, CogReport *report)
{
  g_autofree char *body = g_strconcat ("<w:p><w:r><w:t>So </w:t></w:r><m:oMath>", omml,
                                       "</m:oMath><w:r><w:t> holds.</w:t></w:r></w:p>", NULL);

  return docx_read_content (docx_maker_new (body), report);
}

/* Each element of Office Math, and the MathML that it is. */
static void
test_elements (void)
{
  static const char *const samples[][2] = {
    { "<m:f><m:num>" R ("1") "</m:num><m:den>" R ("2x") "</m:den></m:f>",
      "<mfrac><mn>1</mn><mrow><mn>2</mn><mi>x</mi></mrow></mfrac>" },
    { "<m:f><m:fPr><m:type m:val='noBar'/></m:fPr><m:num>" R ("n") "</m:num><m:den>" R (
          "k") "</m:den></m:f>",
      "<mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac>" },
    { "<m:rad><m:radPr><m:degHide m:val='1'/></m:radPr><m:deg/>" E (R ("2")) "</m:rad>",
      "<msqrt><mn>2</mn></msqrt>" },
    { "<m:rad><m:deg>" R ("3") "</m:deg>" E (R ("2")) "</m:rad>",
      "<mroot><mn>2</mn><mn>3</mn></mroot>" },
    { "<m:sSup>" E (R ("x")) "<m:sup>" R ("2") "</m:sup></m:sSup>",
      "<msup><mi>x</mi><mn>2</mn></msup>" },
    { "<m:sSubSup>" E (R ("x")) "<m:sub>" R ("i") "</m:sub><m:sup>" R ("2") "</m:sup></m:sSubSup>",
      "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>" },
    { "<m:sPre><m:sub>" R ("6") "</m:sub><m:sup>" R ("14") "</m:sup>" E (R ("C")) "</m:sPre>",
      "<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>" },
    { "<m:nary><m:naryPr><m:chr m:val='∑'/><m:limLoc m:val='undOvr'/></m:naryPr><m:sub>" R (
          "i") "</m:sub><m:sup>" R ("n") "</m:sup>" E (R ("i")) "</m:nary>",
      "<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>i</mi>" },
    { "<m:nary><m:naryPr><m:supHide m:val='1'/></m:naryPr><m:sub>" R ("C") "</m:sub><m:sup/>" E (
          R ("f")) "</m:nary>",
      "<msub><mo>∫</mo><mi>C</mi></msub><mi>f</mi>" },
    { "<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=''/></m:dPr>" E (R ("a"))
          E (R ("b")) "</m:d>",
      "<mo fence=\"true\">[</mo><mrow><mi>a</mi></mrow><mo separator=\"true\">|</mo>"
      "<mrow><mi>b</mi></mrow></mrow>" },
    { "<m:m><m:mr>" E (R ("a")) E (R ("b")) "</m:mr></m:m>",
      "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>" },
    { "<m:eqArr>" E (R ("x&amp;=1")) E (R ("y&amp;=2")) "</m:eqArr>",
      "<mtr><mtd><mi>x</mi></mtd><mtd><mo>=</mo><mn>1</mn></mtd></mtr>" },
    { "<m:acc><m:accPr><m:chr m:val='&#x20D7;'/></m:accPr>" E (R ("v")) "</m:acc>",
      "<mover accent=\"true\"><mi>v</mi><mo>→</mo></mover>" },
    { "<m:bar><m:barPr><m:pos m:val='top'/></m:barPr>" E (R ("z")) "</m:bar>",
      "<mover><mi>z</mi><mo>¯</mo></mover>" },
    { "<m:func><m:fName><m:r><m:rPr><m:sty m:val='p'/></m:rPr><m:t>sin</m:t></m:r></m:fName>" E (
          R ("x")) "</m:func>",
      "<mi>sin</mi><mo>\xE2\x81\xA1</mo><mi>x</mi>" },
    { "<m:limLow>" E (R ("u")) "<m:lim>" R ("0") "</m:lim></m:limLow>",
      "<munder><mi>u</mi><mn>0</mn></munder>" },
    { "<m:groupChr>" E (R ("u")) "</m:groupChr>", "<munder><mi>u</mi><mo>⏟</mo></munder>" },
    { "<m:borderBox>" E (R ("u")) "</m:borderBox>",
      "<menclose notation=\"box\"><mi>u</mi></menclose>" },
    { "<m:phant><m:phantPr><m:show m:val='0'/></m:phantPr>" E (R ("u")) "</m:phant>",
      "<mphantom><mi>u</mi></mphantom>" },
    { "<m:r><m:rPr><m:scr m:val='double-struck'/></m:rPr><m:t>R</m:t></m:r>",
      "<mi mathvariant=\"double-struck\">R</mi>" },
    { "<m:r><m:rPr><m:nor/></m:rPr><m:t>if so</m:t></m:r>", "<mtext>if so</mtext>" },
    { R ("3.14"), "<mn>3.14</mn>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *content = read_formula (samples[i][0], NULL);

      docx_assert_has (content, samples[i][1]);
    }
}

static void
test_unknown (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *content = read_formula ("<m:wave>" E (R ("u")) "</m:wave>", report);

  docx_assert_has (content, "<mi>u</mi>");
  g_assert_true (cog_report_has (report, "formula-part"));
}

/* A formula of its own paragraph stands on a line of its own. */
static void
test_block (void)
{
  g_autofree char *content = docx_read_content (
      docx_maker_new ("<w:p><w:r><w:t>Before.</w:t></w:r></w:p><w:p><m:oMathPara><m:oMath>" R (
          "x") "</m:oMath></m:oMathPara></w:p>"),
      NULL);

  docx_assert_has (content, "display=\"block\"");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-docx-math/elements", test_elements);
  g_test_add_func ("/reader-docx-math/unknown", test_unknown);
  g_test_add_func ("/reader-docx-math/block", test_block);
  return g_test_run ();
}
