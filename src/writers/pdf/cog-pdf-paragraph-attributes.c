/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-paragraph-private.h"

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
insert_font (PangoAttrList *list,
             const CogPdfRun *run,
             gboolean is_large,
             double scale,
             guint start,
             guint end)
{
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *families =
      cog_pdf_style_dup_families (pango_language_to_string (run->language), run->is_mono, is_large);

  pango_font_description_set_family (font, families);
  pango_font_description_set_absolute_size (font, run->size * scale * PANGO_SCALE);
  pango_font_description_set_weight (font, run->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, run->is_italic && !run->is_upright ? PANGO_STYLE_ITALIC
                                                                             : PANGO_STYLE_NORMAL);
  insert (list, pango_attr_font_desc_new (font), start, end);
  pango_font_description_free (font);
}

static void
insert_shape (PangoAttrList *list, const CogPdfObject *object, guint start, guint end)
{
  PangoRectangle area = { 0, (int)(-object->ascent * PANGO_SCALE),
                          (int)(object->width * PANGO_SCALE),
                          (int)((object->ascent + object->descent) * PANGO_SCALE) };

  insert (list, pango_attr_shape_new (&area, &area), start, end);
}

/* A run in pieces of one script size; signs that all scripts share go with what stands before. */
static void
split_run (GArray *pieces, const CogPdfRun *run, guint index, const char *text, double *scale)
{
  CogPdfPiece piece = { run->start, run->end, index, *scale };

  for (const char *p = text + run->start; p < text + run->end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      /* European digits are as large as the Latin words that they stand beside. */
      GUnicodeScript script = g_ascii_isdigit (c < 128 ? (char)c : ' ') ? G_UNICODE_SCRIPT_LATIN
                                                                        : g_unichar_get_script (c);
      double wanted = cog_pdf_style_get_script_scale (script);

      if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED ||
          wanted == *scale)
        continue;
      piece.end = (guint)(p - text);
      if (piece.end > piece.start)
        g_array_append_val (pieces, piece);
      *scale = wanted;
      piece = (CogPdfPiece){ piece.end, run->end, index, wanted };
    }
  if (piece.end > piece.start)
    g_array_append_val (pieces, piece);
}

GArray *
cog_pdf_paragraph_split (const CogPdfParagraph *paragraph, const char *text)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (CogPdfPiece));
  double scale = paragraph->setting.is_rtl &&
                         cog_pdf_style_get_script_leading (paragraph->setting.language) > 1
                     ? cog_pdf_style_get_script_scale (G_UNICODE_SCRIPT_ARABIC)
                     : 1;

  for (guint i = 0; i < paragraph->runs->len; i++)
    split_run (pieces, &g_array_index (paragraph->runs, CogPdfRun, i), i, text, &scale);
  return pieces;
}

void
cog_pdf_paragraph_insert_attributes (const CogPdfParagraph *paragraph,
                                     PangoAttrList *list,
                                     const CogPdfPiece *piece,
                                     guint start,
                                     guint end)
{
  const CogPdfRun *run = &g_array_index (paragraph->runs, CogPdfRun, piece->run);
  PangoAttrInt *index = g_new (PangoAttrInt, 1);

  pango_attribute_init (&index->attr, get_run_class ());
  index->value = (int)piece->run;
  insert (list, &index->attr, start, end);
  insert_font (list, run, paragraph->style.is_large, piece->scale, start, end);
  insert (list, pango_attr_language_new (run->language), start, end);
  if (run->is_small_caps)
    insert (list, pango_attr_variant_new (PANGO_VARIANT_SMALL_CAPS), start, end);
  if (run->object >= 0)
    insert_shape (list, g_ptr_array_index (paragraph->objects, (guint)run->object), start, end);
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
