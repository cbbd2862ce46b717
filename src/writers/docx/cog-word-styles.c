/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-private.h"

#include "cog-xml-write.h"

/* A paragraph style; sizes in half points, spaces in twips. */
typedef struct
{
  const char *id, *name, *base, *next;
  guint size; /* 0: as the base has it */
  gboolean is_bold, is_italic;
  const char *colour; /* (nullable) */
  guint before, after;
  const char *more;  /* of pPr, behind w:spacing in the schema's order (nullable) */
  const char *early; /* of pPr, before w:spacing (nullable) */
} Style;

#define CENTRED "<w:jc w:val=\"center\"/>"
#define KEPT "<w:keepNext/><w:keepLines/>"
#define LIGHT "595959"
#define INK "1F3A4A"

static const Style styles[] = {
  { "Title", "Title", "Normal", "Normal", 56, TRUE, FALSE, INK, 2400, 200, CENTRED, NULL },
  { "Subtitle", "Subtitle", "Normal", "Normal", 30, FALSE, FALSE, LIGHT, 0, 240, NULL, NULL },
  { "Author", "Author", "Normal", NULL, 26, FALSE, FALSE, NULL, 60, 60, CENTRED, NULL },
  { "Draft", "Draft", "Normal", NULL, 22, TRUE, FALSE, "A0281E", 0, 120, CENTRED, NULL },
  { "Quote", "Quote", "Normal", NULL, 0, FALSE, TRUE, NULL, 60, 120, NULL, NULL },
  { "HTMLPreformatted", "HTML Preformatted", "Normal", NULL, 19, FALSE, FALSE, NULL, 60, 120,
    "<w:jc w:val=\"left\"/>", NULL },
  { "Caption", "caption", "Normal", "Normal", 20, TRUE, FALSE, LIGHT, 60, 120, NULL, NULL },
  { "Credit", "Credit Line", "Normal", NULL, 17, FALSE, FALSE, LIGHT, 0, 160, NULL, NULL },
  { "Term", "Term", "Normal", "Definition", 0, TRUE, FALSE, NULL, 120, 20, NULL, "<w:keepNext/>" },
  { "Summary", "Summary", "Normal", NULL, 0, TRUE, FALSE, NULL, 120, 20, NULL, "<w:keepNext/>" },
  { "Definition", "Definition", "Normal", NULL, 0, FALSE, FALSE, NULL, 0, 80, NULL, NULL },
  { "ListParagraph", "List Paragraph", "Normal", NULL, 0, FALSE, FALSE, NULL, 0, 60, NULL, NULL },
  { "Picture", "Picture", "Normal", "Caption", 0, FALSE, FALSE, NULL, 120, 80, CENTRED, NULL },
  { "Equation", "Equation", "Normal", NULL, 0, FALSE, FALSE, NULL, 80, 120, NULL, NULL },
  { "Exercise", "Exercise", "Normal", NULL, 0, FALSE, FALSE, NULL, 60, 60, NULL, NULL },
  { "Answer", "Answer", "Normal", NULL, 20, FALSE, FALSE, NULL, 40, 60, NULL, NULL },
  { "Original", "Original", "Normal", NULL, 20, FALSE, FALSE, LIGHT, 0, 120, NULL, NULL },
  { "TableText", "Table Text", "Normal", NULL, 20, FALSE, FALSE, NULL, 20, 20, NULL, NULL },
  { "TableHeading", "Table Heading", "TableText", NULL, 0, TRUE, FALSE, NULL, 20, 20, NULL, NULL },
  { "FootnoteText", "footnote text", "Normal", NULL, 18, FALSE, FALSE, NULL, 0, 20, NULL, NULL },
  { "EndnoteText", "endnote text", "Normal", NULL, 18, FALSE, FALSE, NULL, 0, 20, NULL, NULL },
  { "Footer", "footer", "Normal", NULL, 18, FALSE, FALSE, LIGHT, 0, 0, CENTRED, NULL },
  { "Header", "header", "Normal", NULL, 18, FALSE, FALSE, LIGHT, 0, 0, CENTRED, NULL },
  { "TOCHeading", "TOC Heading", "Normal", NULL, 32, TRUE, FALSE, INK, 0, 200, NULL,
    "<w:pageBreakBefore/>" },
  { "Gap", "Gap", "Normal", NULL, 4, FALSE, FALSE, NULL, 0, 0, NULL, NULL },
};

static void
append_style (GString *out, const Style *style)
{
  g_string_append_printf (out,
                          "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/>"
                          "<w:basedOn w:val=\"%s\"/>",
                          style->id, style->name, style->base);
  if (style->next != NULL)
    g_string_append_printf (out, "<w:next w:val=\"%s\"/>", style->next);
  g_string_append_printf (out,
                          "<w:qFormat/><w:pPr>%s<w:spacing w:before=\"%u\" w:after=\"%u\"/>%s"
                          "</w:pPr><w:rPr>",
                          style->early != NULL ? style->early : "", style->before, style->after,
                          style->more != NULL ? style->more : "");
  if (g_str_equal (style->id, "HTMLPreformatted"))
    g_string_append (out, "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" "
                          "w:cs=\"Courier New\"/>");
  if (style->is_bold)
    g_string_append (out, "<w:b/><w:bCs/>");
  if (style->is_italic)
    g_string_append (out, "<w:i/><w:iCs/>");
  if (style->colour != NULL)
    g_string_append_printf (out, "<w:color w:val=\"%s\"/>", style->colour);
  if (style->size > 0)
    g_string_append_printf (out, "<w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/>", style->size,
                            style->size);
  g_string_append (out, "</w:rPr></w:style>\n");
}

static void
append_headings (GString *out)
{
  static const guint sizes[] = { 36, 30, 26, 24, 22, 22, 22, 22, 22 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_string_append_printf (
        out,
        "<w:style w:type=\"paragraph\" w:styleId=\"Heading%u\"><w:name w:val=\"heading %u\"/>"
        "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr>" KEPT
        "<w:spacing w:before=\"%u\" w:after=\"120\"/><w:outlineLvl w:val=\"%u\"/></w:pPr><w:rPr>"
        "<w:b/><w:bCs/><w:color w:val=\"" INK "\"/><w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/>"
        "</w:rPr></w:style>\n",
        i + 1, i + 1, i == 0 ? 480 : 280, i, sizes[i], sizes[i]);
}

/* Contents, with a number of a page at the margin. */
static void
append_contents (const CogWordWriting *word, GString *out)
{
  int width = COG_WORD_TWIPS (word->width - 2 * word->margin);

  for (guint i = 1; i <= 3; i++)
    g_string_append_printf (
        out,
        "<w:style w:type=\"paragraph\" w:styleId=\"TOC%u\"><w:name w:val=\"toc %u\"/>"
        "<w:basedOn w:val=\"Normal\"/><w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" "
        "w:pos=\"%d\"/></w:tabs><w:spacing w:before=\"0\" w:after=\"60\"/><w:ind "
        "w:left=\"%u\"/></w:pPr></w:style>\n",
        i, i, width, (i - 1) * 280);
}

static void
append_character_styles (GString *out)
{
  g_string_append (
      out,
      "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr>"
      "<w:color w:val=\"0B5394\"/><w:u w:val=\"single\"/></w:rPr></w:style>\n"
      "<w:style w:type=\"character\" w:styleId=\"HTMLCode\"><w:name w:val=\"HTML Code\"/><w:rPr>"
      "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/></w:rPr>"
      "</w:style>\n"
      "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote "
      "reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\n"
      "<w:style w:type=\"character\" w:styleId=\"EndnoteReference\"><w:name w:val=\"endnote "
      "reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\n");
}

static void
append_margins (GString *out)
{
  g_string_append (out, "<w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"90\" "
                        "w:type=\"dxa\"/><w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right "
                        "w:w=\"90\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\n");
}

static void
append_table_styles (GString *out)
{
  static const char *const sides[] = { "top", "left", "bottom", "right", "insideH", "insideV" };

  g_string_append (out, "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
                        "<w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" "
                        "w:type=\"dxa\"/>");
  append_margins (out);
  g_string_append (out, "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table "
                        "Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblInd w:w=\"0\" "
                        "w:type=\"dxa\"/><w:tblBorders>");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    g_string_append_printf (
        out, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"7F8C8D\"/>", sides[i]);
  g_string_append (out, "</w:tblBorders>");
  append_margins (out);
}

/* What each text has that says nothing else: the language in the place of its letters. */
static void
append_defaults (const CogWordWriting *word, GString *out)
{
  g_string_append (
      out, "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Liberation Serif\" "
           "w:hAnsi=\"Liberation Serif\" w:eastAsia=\"Noto Serif CJK SC\" w:cs=\"Noto Naskh "
           "Arabic\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"24\"/><w:lang");
  cog_xml_append_attribute (out, "w:val", word->is_rtl ? "en" : word->language);
  cog_xml_append_attribute (out, "w:eastAsia", word->language);
  cog_xml_append_attribute (out, "w:bidi", word->is_rtl ? word->language : "ar");
  g_string_append (out, "/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing "
                        "w:before=\"0\" w:after=\"120\" w:line=\"276\" "
                        "w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\n");
}

void
cog_word_append_styles (const CogWordWriting *word, GString *out)
{
  g_string_append (out, COG_WORD_XML "<w:styles" COG_WORD_NAMESPACES ">\n");
  append_defaults (word, out);
  g_string_append_printf (out,
                          "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
                          "<w:name w:val=\"Normal\"/><w:qFormat/><w:pPr>%s</w:pPr></w:style>\n",
                          word->is_rtl ? "<w:bidi/>" : "");
  append_headings (out);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    append_style (out, &styles[i]);
  g_string_append (out,
                   "<w:style w:type=\"paragraph\" w:styleId=\"Rule\"><w:name w:val=\"Rule\"/>"
                   "<w:basedOn w:val=\"Normal\"/><w:pPr><w:pBdr><w:bottom w:val=\"single\" "
                   "w:sz=\"6\" w:space=\"1\" w:color=\"7F8C8D\"/></w:pBdr></w:pPr></w:style>\n");
  append_contents (word, out);
  append_character_styles (out);
  append_table_styles (out);
  g_string_append (out, "</w:styles>\n");
}
