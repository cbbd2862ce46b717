/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odf-private.h"

#include "cog-attribution.h"
#include "cog-language.h"
#include "cog-xml-write.h"

#define CM (2.54 / 72)

/* A paragraph style; sizes in points, spaces in centimetres. */
typedef struct
{
  const char *name, *shown, *parent;
  double size; /* 0: as the parent has it */
  gboolean is_bold, is_italic;
  const char *colour; /* (nullable) */
  double before, after;
  const char *more; /* attributes of the paragraph (nullable) */
} Style;

#define CENTRED " fo:text-align=\"center\""
#define KEPT " fo:keep-with-next=\"always\""
#define LIGHT "#595959"
#define INK "#1f3a4a"

static const Style styles[] = {
  { "Text_20_body", "Text body", "Standard", 0, FALSE, FALSE, NULL, 0, .21, NULL },
  { "Title", "Title", "Standard", 28, TRUE, FALSE, INK, 4, .4, CENTRED },
  { "Subtitle", "Subtitle", "Standard", 15, FALSE, FALSE, LIGHT, 0, .4, NULL },
  { "Author", "Author", "Standard", 13, FALSE, FALSE, NULL, .1, .1, CENTRED },
  { "Draft", "Draft", "Standard", 11, TRUE, FALSE, "#a0281e", 0, .2, CENTRED },
  { "Quotations", "Quotations", "Standard", 0, FALSE, TRUE, NULL, .1, .2, NULL },
  { "Preformatted_20_Text", "Preformatted Text", "Standard", 9.5, FALSE, FALSE, NULL, .1, .2,
    " fo:text-align=\"left\" style:writing-mode=\"lr-tb\"" },
  { "Caption", "Caption", "Standard", 10, TRUE, FALSE, LIGHT, .1, .2, NULL },
  { "Illustration", "Illustration", "Caption", 0, TRUE, FALSE, NULL, .1, .2, NULL },
  { "Table", "Table", "Caption", 0, TRUE, FALSE, NULL, .1, .1, KEPT },
  { "Credit_20_Line", "Credit Line", "Standard", 8.5, FALSE, FALSE, LIGHT, 0, .28, NULL },
  { "List_20_Heading", "List Heading", "Standard", 0, TRUE, FALSE, NULL, .2, .04, KEPT },
  { "Summary", "Summary", "Standard", 0, TRUE, FALSE, NULL, .2, .04, KEPT },
  { "List_20_Contents", "List Contents", "Standard", 0, FALSE, FALSE, NULL, 0, .14, NULL },
  { "Picture", "Picture", "Standard", 0, FALSE, FALSE, NULL, .2, .14, CENTRED KEPT },
  { "Equation", "Equation", "Standard", 0, FALSE, FALSE, NULL, .14, .21, CENTRED },
  { "Exercise", "Exercise", "Standard", 0, FALSE, FALSE, NULL, .1, .1, NULL },
  { "Answer", "Answer", "Standard", 10, FALSE, FALSE, NULL, .07, .1, NULL },
  { "Original", "Original", "Standard", 10, FALSE, FALSE, LIGHT, 0, .21, NULL },
  { "Table_20_Contents", "Table Contents", "Standard", 10, FALSE, FALSE, NULL, .03, .03, NULL },
  { "Table_20_Heading", "Table Heading", "Table_20_Contents", 0, TRUE, FALSE, NULL, .03, .03,
    NULL },
  { "Footnote", "Footnote", "Standard", 9, FALSE, FALSE, NULL, 0, .03, NULL },
  { "Footer", "Footer", "Standard", 9, FALSE, FALSE, LIGHT, 0, 0, CENTRED },
  { "Header", "Header", "Standard", 9, FALSE, FALSE, LIGHT, 0, 0, CENTRED },
  { "Contents_20_Heading", "Contents Heading", "Standard", 16, TRUE, FALSE, INK, 0, .35, KEPT },
  { "Contents_20_1", "Contents 1", "Standard", 0, FALSE, FALSE, NULL, 0, .1, NULL },
  { "Contents_20_2", "Contents 2", "Standard", 0, FALSE, FALSE, NULL, 0, .1,
    " fo:margin-left=\"0.5cm\" fo:margin-right=\"0.5cm\"" },
  { "Contents_20_3", "Contents 3", "Standard", 0, FALSE, FALSE, NULL, 0, .1,
    " fo:margin-left=\"1cm\" fo:margin-right=\"1cm\"" },
  { "Gap", "Gap", "Standard", 3, FALSE, FALSE, NULL, 0, 0, NULL },
  { "Horizontal_20_Line", "Horizontal Line", "Standard", 6, FALSE, FALSE, NULL, 0, .4,
    " fo:border-bottom=\"0.75pt solid #7f8c8d\"" },
};

static void
append_size (GString *out, const char *name, double size)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, " %s=\"%spt\"", name,
                          g_ascii_formatd (buffer, sizeof buffer, "%.1f", size));
}

static void
append_sizes (GString *out, double size)
{
  append_size (out, "fo:font-size", size);
  append_size (out, "style:font-size-asian", size);
  append_size (out, "style:font-size-complex", size);
}

static void
append_letters (GString *out, double size, gboolean is_bold, gboolean is_italic, const char *colour)
{
  g_string_append (out, "<style:text-properties");
  if (size > 0)
    append_sizes (out, size);
  if (is_bold)
    g_string_append (out, " fo:font-weight=\"bold\" style:font-weight-asian=\"bold\" "
                          "style:font-weight-complex=\"bold\"");
  if (is_italic)
    g_string_append (out, " fo:font-style=\"italic\" style:font-style-asian=\"italic\" "
                          "style:font-style-complex=\"italic\"");
  if (colour != NULL)
    g_string_append_printf (out, " fo:color=\"%s\"", colour);
}

static void
append_style (GString *out, const Style *style)
{
  g_string_append_printf (out,
                          "<style:style style:name=\"%s\" style:display-name=\"%s\" "
                          "style:family=\"paragraph\" style:parent-style-name=\"%s\">"
                          "<style:paragraph-properties",
                          style->name, style->shown, style->parent);
  cog_odf_append_cm (out, "fo:margin-top", style->before);
  cog_odf_append_cm (out, "fo:margin-bottom", style->after);
  g_string_append_printf (out, "%s/>", style->more != NULL ? style->more : "");
  append_letters (out, style->size, style->is_bold, style->is_italic, style->colour);
  if (g_str_equal (style->name, "Preformatted_20_Text"))
    g_string_append (out, " style:font-name=\"Mono\" style:font-name-asian=\"Mono\" "
                          "style:font-name-complex=\"Mono\"");
  g_string_append (out, "/></style:style>\n");
}

static void
append_headings (GString *out)
{
  static const double sizes[] = { 18, 15, 13, 12, 11, 11, 11, 11, 11, 11 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_string_append_printf (out,
                              "<style:style style:name=\"Heading_20_%u\" "
                              "style:display-name=\"Heading %u\" style:family=\"paragraph\" "
                              "style:parent-style-name=\"Standard\" "
                              "style:next-style-name=\"Text_20_body\" "
                              "style:default-outline-level=\"%u\" style:class=\"text\">"
                              "<style:paragraph-properties" KEPT,
                              i + 1, i + 1, i + 1);
      cog_odf_append_cm (out, "fo:margin-top", i == 0 ? .85 : .5);
      cog_odf_append_cm (out, "fo:margin-bottom", .21);
      g_string_append (out, "/>");
      append_letters (out, sizes[i], TRUE, FALSE, INK);
      g_string_append (out, "/></style:style>\n");
    }
}

const char *
cog_odf_get_side (gboolean is_rtl)
{
  return is_rtl ? "right" : "left";
}

/* What each text has that says nothing else. */
static void
append_defaults (const CogOdfWriting *odf, GString *out)
{
  g_string_append_printf (out,
                          "<style:default-style style:family=\"paragraph\">"
                          "<style:paragraph-properties style:writing-mode=\"%s\" "
                          "fo:text-align=\"%s\" fo:line-height=\"115%%\" "
                          "style:tab-stop-distance=\"1.25cm\"/><style:text-properties "
                          "style:font-name=\"Text\" style:font-name-asian=\"Text\" "
                          "style:font-name-complex=\"Complex\" fo:font-size=\"11pt\" "
                          "style:font-size-asian=\"11pt\" style:font-size-complex=\"12pt\"",
                          odf->is_rtl ? "rl-tb" : "lr-tb", cog_odf_get_side (odf->is_rtl));
  if (odf->is_rtl)
    g_string_append (out, " fo:language=\"en\" fo:country=\"none\"");
  cog_odf_append_language (out, odf->language);
  g_string_append (out, "/></style:default-style>\n"
                        "<style:style style:name=\"Standard\" style:family=\"paragraph\" "
                        "style:class=\"text\"/>\n");
}

static void
append_others (GString *out)
{
  g_string_append (
      out, "<style:style style:name=\"Source_20_Text\" style:display-name=\"Source Text\" "
           "style:family=\"text\"><style:text-properties style:font-name=\"Mono\" "
           "style:font-name-asian=\"Mono\" style:font-name-complex=\"Mono\"/></style:style>\n"
           "<style:style style:name=\"Internet_20_link\" style:display-name=\"Internet link\" "
           "style:family=\"text\"><style:text-properties fo:color=\"#0b5394\" "
           "style:text-underline-style=\"solid\"/></style:style>\n"
           "<style:style style:name=\"Graphics\" style:family=\"graphic\">"
           "<style:graphic-properties style:vertical-pos=\"top\" "
           "style:vertical-rel=\"baseline\"/></style:style>\n"
           "<style:style style:name=\"TableFrame\" style:family=\"graphic\">"
           "<style:graphic-properties style:vertical-pos=\"top\" "
           "style:vertical-rel=\"baseline\" fo:border=\"none\" fo:padding=\"0cm\"/></style:style>\n"
           "<style:style style:name=\"Formula\" style:family=\"graphic\">"
           "<style:graphic-properties style:vertical-pos=\"middle\" "
           "style:vertical-rel=\"text\"/></style:style>\n"
           "<text:notes-configuration text:note-class=\"footnote\" style:num-format=\"1\" "
           "text:start-value=\"0\" text:footnotes-position=\"page\" "
           "text:start-numbering-at=\"document\"/>\n"
           "<text:notes-configuration text:note-class=\"endnote\" style:num-format=\"1\" "
           "text:start-value=\"0\"/>\n");
}

static void
append_page (const CogOdfWriting *odf, GString *out)
{
  g_string_append (out, "<office:automatic-styles><style:page-layout style:name=\"Page\">"
                        "<style:page-layout-properties");
  cog_odf_append_cm (out, "fo:page-width", odf->width * CM);
  cog_odf_append_cm (out, "fo:page-height", odf->height * CM);
  cog_odf_append_cm (out, "fo:margin", odf->margin * CM);
  g_string_append_printf (out,
                          " style:print-orientation=\"portrait\" style:writing-mode=\"%s\"/>"
                          "<style:header-style><style:header-footer-properties "
                          "fo:min-height=\"0.6cm\" fo:margin-bottom=\"0.3cm\"/>"
                          "</style:header-style><style:footer-style>"
                          "<style:header-footer-properties fo:min-height=\"0.6cm\" "
                          "fo:margin-top=\"0.3cm\"/></style:footer-style></style:page-layout>"
                          "</office:automatic-styles>\n<office:master-styles>"
                          "<style:master-page style:name=\"Standard\" "
                          "style:page-layout-name=\"Page\">",
                          odf->is_rtl ? "rl-tb" : "lr-tb");
  /* Each page says it where the edition is a draft. */
  if (odf->book->is_draft)
    g_string_append_printf (out,
                            "<style:header><text:p text:style-name=\"Header\">%s</text:p>"
                            "</style:header>",
                            cog_attribution_get_word (odf->book->language, "draft"));
  g_string_append (out, "<style:footer><text:p text:style-name=\"Footer\"><text:page-number "
                        "text:select-page=\"current\">1</text:page-number></text:p>"
                        "</style:footer></style:master-page></office:master-styles>\n");
}

void
cog_odf_append_styles (const CogOdfWriting *odf, GString *out)
{
  g_string_append (
      out, COG_ODF_XML
      "<office:document-styles" COG_ODF_NAMESPACES ">\n<office:font-face-decls>"
      "<style:font-face style:name=\"Text\" svg:font-family=\"'Liberation Serif', 'Noto Serif'\" "
      "style:font-family-generic=\"roman\"/>"
      "<style:font-face style:name=\"Complex\" svg:font-family=\"'Noto Naskh Arabic'\" "
      "style:font-family-generic=\"roman\"/>"
      "<style:font-face style:name=\"Mono\" svg:font-family=\"'Liberation Mono', 'Noto Sans "
      "Mono'\" style:font-family-generic=\"modern\" style:font-pitch=\"fixed\"/>"
      "</office:font-face-decls>\n<office:styles>\n");
  append_defaults (odf, out);
  append_headings (out);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    append_style (out, &styles[i]);
  append_others (out);
  cog_odf_append_list_styles (odf, out);
  g_string_append (out, "</office:styles>\n");
  append_page (odf, out);
  g_string_append (out, "</office:document-styles>\n");
}
