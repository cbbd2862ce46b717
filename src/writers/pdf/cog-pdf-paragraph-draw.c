/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-paragraph-private.h"

#include "cog-pdf-text.h"

/* What divides a word at the end of a line. ISO 32000-1, 14.8.2.2.3, has U+00AD for it, but
 * programs that copy and search put words together again at this one alone; who listens gets the
 * paragraph's ActualText. */
#define HYPHEN "-"

typedef struct
{
  CogPdfParagraph *paragraph;
  CogPdfCanvas *canvas;
  double baseline;
  gboolean is_artifact;
  /* The part of a link on this line, grown while its runs follow one another. */
  gint link;
  guint link_key;
  cairo_rectangle_t area;
} Pen;

static void
mark (Pen *pen, CogPdfTag *tag, guint key)
{
  cog_pdf_canvas_mark (pen->canvas, pen->is_artifact ? NULL : tag, key);
}

static void
draw_layout (Pen *pen, PangoLayout *layout, double x, double y)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  for (GSList *l = line->runs; l != NULL; l = l->next)
    x += cog_pdf_text_draw (pen->canvas->cr, pango_layout_get_text (layout), l->data, x, y);
}

static double
get_layout_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double)PANGO_SCALE;
}

static void
draw_object (Pen *pen, CogPdfObject *object, const CogPdfRun *run, double x)
{
  cairo_t *cr = pen->canvas->cr;
  double y = pen->baseline - run->rise;

  switch (object->kind)
    {
    case COG_PDF_OBJECT_MATH:
      mark (pen, run->tag, run->key);
      cog_pdf_math_draw (object->math, cr, x, y);
      break;
    case COG_PDF_OBJECT_PICTURE:
      mark (pen, run->tag, run->key);
      cog_pdf_picture_draw (object->picture, cr, x, y - object->ascent, object->width,
                            object->ascent + object->descent);
      break;
    case COG_PDF_OBJECT_RUBY:
      mark (pen, object->base_tag, 0);
      draw_layout (pen, object->base, x + (object->width - get_layout_width (object->base)) / 2, y);
      mark (pen, object->above_tag, 1);
      draw_layout (pen, object->above, x + (object->width - get_layout_width (object->above)) / 2,
                   y - run->size * .98);
      break;
    case COG_PDF_OBJECT_NONE:
      break;
    }
}

static void
end_link (Pen *pen)
{
  const CogPdfLink *link;

  if (pen->link < 0)
    return;
  link = &g_array_index (pen->paragraph->links, CogPdfLink, (guint)pen->link);
  if (!pen->is_artifact && link->tag != NULL && pen->area.width > 0)
    cog_pdf_canvas_add_link (pen->canvas, link->tag, pen->link_key, link->href, link->contents,
                             &pen->area);
  pen->link = -1;
}

static void
grow_link (Pen *pen, const CogPdfRun *run, double x, double width, double ascent, double height)
{
  if (run->link != pen->link)
    {
      end_link (pen);
      pen->link = run->link;
      pen->link_key = run->key;
      pen->area = (cairo_rectangle_t){ x, pen->baseline - ascent, 0, height };
    }
  if (pen->link >= 0)
    pen->area.width = x + width - pen->area.x;
}

static void
set_colour (Pen *pen, const CogPdfRun *run)
{
  double grey = pen->paragraph->style.grey;

  /* Dark enough to print black on a grey printer. */
  if (run->link >= 0 && !pen->paragraph->is_quiet)
    cairo_set_source_rgb (pen->canvas->cr, .07, .25, .52);
  else
    cairo_set_source_rgb (pen->canvas->cr, grey, grey, grey);
}

static double
draw_run (Pen *pen, const char *text, PangoGlyphItem *item, const CogPdfRun *run, double x)
{
  double width = cog_pdf_text_measure (item), y = pen->baseline - run->rise;

  set_colour (pen, run);
  if (run->object >= 0)
    {
      draw_object (pen, g_ptr_array_index (pen->paragraph->objects, (guint)run->object), run, x);
      return width;
    }
  mark (pen, run->tag, run->key);
  if (run->is_highlighted)
    {
      cairo_set_source_rgb (pen->canvas->cr, .98, .93, .7);
      cog_pdf_canvas_fill_rectangle (pen->canvas, x, y - run->size * .95, width, run->size * 1.25);
      set_colour (pen, run);
    }
  cog_pdf_text_draw (pen->canvas->cr, text, item, x, y);
  if (run->is_underlined)
    cog_pdf_canvas_fill_rectangle (pen->canvas, x, y + run->size * .12, width, run->size * .05);
  if (run->is_struck)
    cog_pdf_canvas_fill_rectangle (pen->canvas, x, y - run->size * .28, width, run->size * .05);
  return width;
}

static double
get_start (const CogPdfParagraph *paragraph, const CogPdfLine *line)
{
  double free_space = MAX (0, paragraph->setting.width - line->width);

  switch (paragraph->setting.align)
    {
    case COG_PDF_ALIGN_CENTER:
      return free_space / 2;
    case COG_PDF_ALIGN_END:
      return paragraph->setting.is_rtl ? 0 : free_space;
    case COG_PDF_ALIGN_START:
      break;
    }
  return paragraph->setting.is_rtl ? free_space : 0;
}

void
cog_pdf_paragraph_draw (CogPdfParagraph *paragraph,
                        CogPdfCanvas *canvas,
                        guint index,
                        double x,
                        double y,
                        gboolean is_artifact)
{
  const CogPdfLine *line = &g_array_index (paragraph->lines, CogPdfLine, index);
  Pen pen = { .paragraph = paragraph,
              .canvas = canvas,
              .baseline = y + line->ascent,
              .is_artifact = is_artifact,
              .link = -1 };

  x += get_start (paragraph, line);
  for (guint i = 0; i < line->runs->len; i++)
    {
      PangoGlyphItem *item = g_ptr_array_index (line->runs, i);
      const char *text = item == line->hyphen ? HYPHEN : line->text;
      const CogPdfRun *run = cog_pdf_paragraph_get_run (paragraph, item->item);
      double width = cog_pdf_text_measure (item);

      grow_link (&pen, run, x, width, line->ascent, line->height);
      x += draw_run (&pen, text, item, run, x);
    }
  end_link (&pen);
}
