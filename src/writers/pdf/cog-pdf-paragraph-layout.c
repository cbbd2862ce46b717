/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-paragraph-private.h"

#include "cog-language.h"
#include "cog-pdf-findings.h"

/* An attribute that only says which run an item belongs to: Pango splits items at its borders. */
static PangoAttribute *
copy_run_attribute (const PangoAttribute *attribute)
{
  const PangoAttrInt *from = (const PangoAttrInt *)attribute;
  PangoAttrInt *to = g_new (PangoAttrInt, 1);

  pango_attribute_init (&to->attr, from->attr.klass);
  to->value = from->value;
  return &to->attr;
}

static void
free_run_attribute (PangoAttribute *attribute)
{
  g_free (attribute);
}

static gboolean
equal_run_attribute (const PangoAttribute *a, const PangoAttribute *b)
{
  return ((const PangoAttrInt *)a)->value == ((const PangoAttrInt *)b)->value;
}

static const PangoAttrClass *
get_run_class (void)
{
  static PangoAttrClass klass = { 0, copy_run_attribute, free_run_attribute, equal_run_attribute };
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      klass.type = pango_attr_type_register ("cog-pdf-run");
      g_once_init_leave (&once, 1);
    }
  return &klass;
}

static void
insert (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static void
insert_font (PangoAttrList *list, const CogPdfRun *run, double scale, guint start, guint end)
{
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *families =
      cog_pdf_style_dup_families (pango_language_to_string (run->language), run->is_mono);

  pango_font_description_set_family (font, families);
  pango_font_description_set_absolute_size (font, run->size * scale * PANGO_SCALE);
  pango_font_description_set_weight (font, run->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, run->is_italic && !run->is_upright ? PANGO_STYLE_ITALIC
                                                                             : PANGO_STYLE_NORMAL);
  insert (list, pango_attr_font_desc_new (font), start, end);
  pango_font_description_free (font);
}

/* A run in pieces of one script size; signs that all scripts share go with what stands before. */
static void
insert_fonts (PangoAttrList *list, const CogPdfRun *run, const char *text, double *scale)
{
  const char *start = text + run->start, *p = start;

  for (; p < text + run->end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      /* European digits are as large as the Latin words that they stand beside. */
      GUnicodeScript script = g_ascii_isdigit (c < 128 ? (char)c : ' ') ? G_UNICODE_SCRIPT_LATIN
                                                                        : g_unichar_get_script (c);
      double wanted = cog_pdf_style_get_script_scale (script);

      if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED ||
          wanted == *scale)
        continue;
      if (p > start)
        insert_font (list, run, *scale, (guint)(start - text), (guint)(p - text));
      start = p;
      *scale = wanted;
    }
  if (p > start)
    insert_font (list, run, *scale, (guint)(start - text), (guint)(p - text));
}

static void
insert_shape (PangoAttrList *list, const CogPdfObject *object, const CogPdfRun *run)
{
  PangoRectangle area = { 0, (int)(-object->ascent * PANGO_SCALE),
                          (int)(object->width * PANGO_SCALE),
                          (int)((object->ascent + object->descent) * PANGO_SCALE) };

  insert (list, pango_attr_shape_new (&area, &area), run->start, run->end);
}

static PangoAttrList *
make_attributes (CogPdfParagraph *paragraph, const char *text)
{
  PangoAttrList *list = pango_attr_list_new ();
  double scale = paragraph->setting.is_rtl &&
                         cog_pdf_style_get_script_leading (paragraph->setting.language) > 1
                     ? cog_pdf_style_get_script_scale (G_UNICODE_SCRIPT_ARABIC)
                     : 1;

  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const CogPdfRun *run = &g_array_index (paragraph->runs, CogPdfRun, i);
      PangoAttrInt *index;

      if (run->end <= run->start)
        continue;
      index = g_new (PangoAttrInt, 1);
      pango_attribute_init (&index->attr, get_run_class ());
      index->value = (int)i;
      insert (list, &index->attr, run->start, run->end);
      insert_fonts (list, run, text, &scale);
      insert (list, pango_attr_language_new (run->language), run->start, run->end);
      if (run->is_small_caps)
        insert (list, pango_attr_variant_new (PANGO_VARIANT_SMALL_CAPS), run->start, run->end);
      if (run->object >= 0)
        insert_shape (list, g_ptr_array_index (paragraph->objects, (guint)run->object), run);
    }
  return list;
}

const CogPdfRun *
cog_pdf_paragraph_get_run (const CogPdfParagraph *paragraph, const PangoItem *item)
{
  PangoAttrType type = get_run_class ()->type;

  for (GSList *l = item->analysis.extra_attrs; l != NULL; l = l->next)
    {
      const PangoAttrInt *attribute = l->data;
      if (attribute->attr.klass->type == type && (guint)attribute->value < paragraph->runs->len)
        return &g_array_index (paragraph->runs, CogPdfRun, (guint)attribute->value);
    }
  return paragraph->runs->len > 0 ? &g_array_index (paragraph->runs, CogPdfRun, 0) : NULL;
}

static CogPdfLine
measure_line (const CogPdfParagraph *paragraph, PangoLayoutLine *line, double leading)
{
  double ascent = leading * .73, descent = leading * .27, width = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *item = l->data;
      const CogPdfRun *run = cog_pdf_paragraph_get_run (paragraph, item->item);

      width += pango_glyph_string_get_width (item->glyphs) / (double)PANGO_SCALE;
      if (run != NULL && run->object >= 0)
        {
          const CogPdfObject *object = g_ptr_array_index (paragraph->objects, (guint)run->object);
          ascent = MAX (ascent, object->ascent + run->rise + 2);
          descent = MAX (descent, object->descent - run->rise + 2);
        }
    }
  return (CogPdfLine){ ascent, ascent + descent, width };
}

/* Where some lines have readings above them, all stand as far apart. */
static void
even_out (CogPdfParagraph *paragraph)
{
  CogPdfLine tallest = { 0 };
  gboolean has_ruby = FALSE;

  for (guint i = 0; i < paragraph->objects->len; i++)
    has_ruby |= ((const CogPdfObject *)g_ptr_array_index (paragraph->objects, i))->kind ==
                COG_PDF_OBJECT_RUBY;
  for (guint i = 0; has_ruby && i < paragraph->lines->len; i++)
    {
      const CogPdfLine *line = &g_array_index (paragraph->lines, CogPdfLine, i);
      if (line->height > tallest.height)
        tallest = *line;
    }
  for (guint i = 0; has_ruby && i < paragraph->lines->len; i++)
    {
      CogPdfLine *line = &g_array_index (paragraph->lines, CogPdfLine, i);
      line->ascent = tallest.ascent;
      line->height = tallest.height;
    }
}

static void
report_unknown (const CogPdfComposer *composer, gunichar c)
{
  char letter[8] = "";
  g_autofree char *name = NULL;

  if (!g_hash_table_add (composer->unknown, GUINT_TO_POINTER (c)))
    return;
  g_unichar_to_utf8 (c, letter);
  name = g_strdup_printf ("%s (U+%04X)", letter, c);
  cog_report_add (composer->report, &cog_finding_character_without_font, letter, name, NULL);
}

/* Each character once that no font draws. */
static void
find_unknown (const CogPdfParagraph *paragraph, const CogPdfComposer *composer)
{
  if (composer->report == NULL || pango_layout_get_unknown_glyphs_count (paragraph->layout) == 0)
    return;
  for (GSList *l = pango_layout_get_lines_readonly (paragraph->layout); l != NULL; l = l->next)
    for (GSList *r = ((PangoLayoutLine *)l->data)->runs; r != NULL; r = r->next)
      {
        const PangoGlyphItem *item = r->data;

        for (int i = 0; i < item->glyphs->num_glyphs; i++)
          if ((item->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
            report_unknown (composer,
                            item->glyphs->glyphs[i].glyph & ~(guint)PANGO_GLYPH_UNKNOWN_FLAG);
      }
}

static gboolean
has_rtl (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c >= 0x590 && (c <= 0x8ff || (c >= 0xfb1d && c <= 0xfefc) ||
                         (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff)))
        return TRUE;
    }
  return FALSE;
}

/* A text of a right-to-left book that is all in another script has its full stop at its own end. */
static gboolean
is_rtl (const CogPdfSetting *setting, const char *text)
{
  return setting->is_rtl &&
         (has_rtl (text) || pango_find_base_dir (text, -1) != PANGO_DIRECTION_LTR);
}

void
cog_pdf_paragraph_lay_out (CogPdfParagraph *paragraph,
                           const CogPdfComposer *composer,
                           const char *text)
{
  const CogPdfSetting *setting = &paragraph->setting;
  PangoAttrList *list = make_attributes (paragraph, text);
  double leading = paragraph->style.leading * cog_pdf_style_get_script_leading (setting->language);

  paragraph->layout = pango_layout_new (composer->style->contexts[is_rtl (setting, text) ? 1 : 0]);
  pango_layout_set_auto_dir (paragraph->layout, FALSE);
  pango_layout_set_width (paragraph->layout, (int)(MAX (setting->width, 4) * PANGO_SCALE));
  pango_layout_set_wrap (paragraph->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (paragraph->layout, text, -1);
  pango_layout_set_attributes (paragraph->layout, list);
  pango_attr_list_unref (list);
  cog_pdf_paragraph_justify (paragraph);
  for (GSList *l = pango_layout_get_lines_readonly (paragraph->layout); l != NULL; l = l->next)
    {
      CogPdfLine line = measure_line (paragraph, l->data, leading);
      g_array_append_val (paragraph->lines, line);
    }
  even_out (paragraph);
  find_unknown (paragraph, composer);
}

PangoLayout *
cog_pdf_paragraph_make_piece (const CogPdfComposer *composer,
                              const char *text,
                              const char *language,
                              double size)
{
  PangoLayout *layout = pango_layout_new (composer->style->contexts[0]);
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *list = pango_attr_list_new ();
  g_autofree char *families = cog_pdf_style_dup_families (language, FALSE);

  pango_font_description_set_family (font, families);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_attr_list_insert (list, pango_attr_language_new (pango_language_from_string (language)));
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static char *
dup_clean (const char *text, guint start, guint end)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_string_append_unichar (clean, c == 0x2028 ? ' ' : c);
    }
  return g_string_free (clean, FALSE);
}

void
cog_pdf_paragraph_add_actual_text (CogPdfParagraph *paragraph, CogPdfTags *tags, const char *text)
{
  guint n = paragraph->runs->len;

  if (!has_rtl (text))
    return;
  for (guint i = 0, next; i < n; i = next)
    {
      CogPdfRun *first = &g_array_index (paragraph->runs, CogPdfRun, i);
      CogPdfTag *tag = first->tag, *holder;
      guint end = first->end;

      for (next = i + 1; next < n; next++)
        {
          const CogPdfRun *run = &g_array_index (paragraph->runs, CogPdfRun, next);
          if (run->tag != tag || run->object >= 0 || first->object >= 0)
            break;
          end = run->end;
        }
      if (tag == NULL || first->object >= 0)
        continue;
      holder = cog_pdf_tags_add (tags, tag, "Span", first->start);
      holder->actual = dup_clean (text, first->start, end);
      for (guint k = i; k < next; k++)
        g_array_index (paragraph->runs, CogPdfRun, k).tag = holder;
    }
}
