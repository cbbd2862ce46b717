/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-style.h"

#include "cog-language.h"
#include "cog-large-print.h"

#include <string.h>

/* Sizes as factors of the running text, so that all papers keep one look. */
static const struct
{
  double size, leading, before, after, grey;
  gboolean bold, italic, mono;
} texts[COG_PDF_N_TEXTS] = {
  [COG_PDF_TEXT_BODY] = { 1, 1.5, 0, .62, 0, FALSE, FALSE, FALSE },
  [COG_PDF_TEXT_CHAPTER] = { 2.3, 1.2, 2.6, 2.6, 0, TRUE, FALSE, FALSE },
  [COG_PDF_TEXT_HEADING_1] = { 1.6, 1.25, 2.2, .85, 0, TRUE, FALSE, FALSE },
  [COG_PDF_TEXT_HEADING_2] = { 1.3, 1.3, 1.8, .6, 0, TRUE, FALSE, FALSE },
  [COG_PDF_TEXT_HEADING_3] = { 1.1, 1.35, 1.4, .5, 0, TRUE, FALSE, FALSE },
  [COG_PDF_TEXT_HEADING_4] = { 1, 1.4, 1.1, .4, .2, TRUE, FALSE, FALSE },
  [COG_PDF_TEXT_CAPTION] = { .86, 1.4, .3, .35, .15, FALSE, FALSE, FALSE },
  [COG_PDF_TEXT_CREDIT] = { .74, 1.4, .1, .2, .35, FALSE, FALSE, FALSE },
  [COG_PDF_TEXT_CELL] = { .86, 1.38, 0, .3, 0, FALSE, FALSE, FALSE },
  [COG_PDF_TEXT_CODE] = { .8, 1.45, .5, .6, 0, FALSE, FALSE, TRUE },
  [COG_PDF_TEXT_NOTE] = { .82, 1.38, 0, .25, 0, FALSE, FALSE, FALSE },
  [COG_PDF_TEXT_SMALL] = { .82, 1.45, 0, .5, .1, FALSE, FALSE, FALSE },
  [COG_PDF_TEXT_FURNITURE] = { .78, 1.3, 0, 0, .35, FALSE, FALSE, FALSE },
  [COG_PDF_TEXT_TITLE] = { 3, 1.2, 0, 1, 0, TRUE, FALSE, FALSE },
  [COG_PDF_TEXT_SUBTITLE] = { 1.5, 1.35, 0, 1.4, .2, FALSE, FALSE, FALSE },
  [COG_PDF_TEXT_AUTHOR] = { 1.15, 1.5, 0, .4, .1, FALSE, FALSE, FALSE },
};

static PangoContext *
make_context (CogPdfStyle *style, gboolean is_rtl)
{
  PangoContext *context = pango_font_map_create_context (style->font_map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  /* Rounded positions tear words apart when text is copied: most of all in Arabic. */
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (style->language));
  return context;
}

static PangoLayout *
make_space (CogPdfStyle *style, const char *families)
{
  PangoLayout *layout = pango_layout_new (style->contexts[0]);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, families);
  pango_font_description_set_absolute_size (font, COG_PDF_SPACE_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, " ", -1);
  return layout;
}

CogPdfStyle *
cog_pdf_style_new (const CogBook *book, const CogWriterOptions *options)
{
  CogPdfStyle *style = g_new0 (CogPdfStyle, 1);
  g_autofree char *families = NULL;

  cog_pdf_style_set_options (style, options);
  style->language = book->language != NULL ? cog_language_canonicalise (book->language) : NULL;
  if (style->language == NULL)
    style->language = g_strdup ("und");
  style->is_rtl = cog_language_is_rtl (style->language);
  /* Vertical text, whose pages turn to the right, is set horizontally: then they turn as the lines
   * run. */
  style->is_bound_right = book->progression == COG_PROGRESSION_DEFAULT || book->is_vertical
                              ? style->is_rtl
                              : book->progression == COG_PROGRESSION_RTL;
  style->font_map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  style->contexts[0] = make_context (style, FALSE);
  style->contexts[1] = make_context (style, TRUE);
  families = cog_pdf_style_dup_families (style->language, FALSE, style->is_large);
  style->space = make_space (style, families);
  style->hyphenators =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)cog_hyphenator_free);
  style->math = cog_math_font_new (style->contexts[0], families);
  return style;
}

void
cog_pdf_style_free (CogPdfStyle *style)
{
  if (style == NULL)
    return;
  g_free (style->language);
  g_clear_object (&style->space);
  g_clear_pointer (&style->hyphenators, g_hash_table_unref);
  g_clear_pointer (&style->math, cog_math_font_unref);
  g_clear_object (&style->contexts[0]);
  g_clear_object (&style->contexts[1]);
  g_clear_object (&style->font_map);
  g_free (style);
}

CogPdfTextStyle
cog_pdf_style_get_text (const CogPdfStyle *style, CogPdfText text)
{
  double factor = texts[text].size, leading = texts[text].leading;
  double size;

  if (style->is_large)
    {
      /* Nothing is smaller than the text, and headings need not grow as much as it has. */
      factor = factor > 1 ? 1 + (factor - 1) / 2 : 1;
      leading = factor > 1 ? leading : MAX (leading, COG_LARGE_PRINT_LEADING);
    }
  size = style->base * factor;
  return (CogPdfTextStyle){ .size = size,
                            .leading = size * leading,
                            .before = style->base * texts[text].before,
                            .after = style->base * texts[text].after,
                            .grey = texts[text].grey,
                            .is_bold = texts[text].bold,
                            .is_italic = texts[text].italic,
                            .is_mono = texts[text].mono,
                            .is_large = style->is_large };
}

/* Families by script come first where the language asks for them, then all others: a word of
 * another script finds its face, and never one that copies badly (Nastaliq, Sans Arabic). */
static const struct
{
  const char *language, *families;
} preferred[] = {
  { "ar", "Noto Naskh Arabic," },
  { "fa", "Noto Naskh Arabic," },
  { "ur", "Noto Naskh Arabic," },
  { "ps", "Noto Naskh Arabic," },
  { "sd", "Noto Naskh Arabic," },
  { "ug", "Noto Naskh Arabic," },
  { "ckb", "Noto Naskh Arabic," },
  { "ja", "Noto Serif CJK JP,Noto Sans CJK JP," },
  { "ko", "Noto Serif CJK KR,Noto Sans CJK KR," },
  { "zh-tw", "Noto Serif CJK TC,Noto Sans CJK TC," },
  { "zh-hk", "Noto Serif CJK HK,Noto Serif CJK TC," },
  { "zh-mo", "Noto Serif CJK HK,Noto Serif CJK TC," },
  { "zh-hant", "Noto Serif CJK TC,Noto Sans CJK TC," },
  { "zh", "Noto Serif CJK SC,Noto Sans CJK SC," },
};

static const char *
find_preferred (const char *language)
{
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (preferred); i++)
    {
      gsize n = strlen (preferred[i].language);
      if (g_ascii_strncasecmp (language, preferred[i].language, n) == 0 &&
          !g_ascii_isalpha (language[n]))
        return preferred[i].families;
    }
  return "";
}

char *
cog_pdf_style_dup_families (const char *language, gboolean is_mono, gboolean is_large)
{
  const char *first = find_preferred (language);
  gboolean is_cjk = strstr (first, "CJK") != NULL;

  return g_strconcat (is_mono ? "Noto Sans Mono,DejaVu Sans Mono," : "",
                      is_large && !is_mono ? COG_LARGE_PRINT_FAMILIES : "",
                      is_cjk && !is_mono ? first : "", "Noto Serif,Noto Naskh Arabic,",
                      is_cjk ? first : "Noto Serif CJK SC,",
                      "Noto Serif Hebrew,Noto Serif Devanagari,Noto Serif Bengali,Noto Serif Thai,"
                      "Noto Serif Armenian,Noto Serif Georgian,Noto Serif Ethiopic,"
                      "Noto Serif Khmer,Noto Sans Myanmar,Noto Serif Tamil,DejaVu Serif,"
                      "Noto Sans Symbols2,Noto Sans Math,DejaVu Sans,serif",
                      NULL);
}

double
cog_pdf_style_get_script_scale (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_SYRIAC ? 1.17 : 1;
}

double
cog_pdf_style_get_script_leading (const char *language)
{
  static const char *const tall[] = { "arab", "deva", "beng", "thai", "laoo", "khmr",
                                      "mymr", "tibt", "taml", "telu", "knda", "mlym" };
  g_autofree char *script = cog_language_dup_script (language);

  for (guint i = 0; script != NULL && i < G_N_ELEMENTS (tall); i++)
    if (strcmp (script, tall[i]) == 0)
      return 1.18;
  return 1;
}

const CogHyphenator *
cog_pdf_style_get_hyphenator (const CogPdfStyle *style, const char *language)
{
  gpointer found = NULL;

  if (!g_hash_table_lookup_extended (style->hyphenators, language, NULL, &found))
    {
      found = cog_hyphenator_new (language);
      g_hash_table_insert (style->hyphenators, g_strdup (language), found);
    }
  return found;
}
