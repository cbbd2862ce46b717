/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-canvas.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gio/gio.h>

#define SIGHT 12 /* points above a place that are shown when one goes there */

static void
annotation_clear (gpointer data)
{
  CogPdfAnnotation *annotation = data;

  g_free (annotation->href);
  g_free (annotation->contents);
}

/* Cairo, writing by itself, does not say that the disk is full. */
static cairo_status_t
write_out (void *closure, const unsigned char *data, unsigned int length)
{
  CogPdfCanvas *canvas = closure;

  if (canvas->file != NULL && fwrite (data, 1, length, canvas->file) == length)
    return CAIRO_STATUS_SUCCESS;
  if (canvas->fault == 0)
    canvas->fault = errno;
  return CAIRO_STATUS_WRITE_ERROR;
}

CogPdfCanvas *
cog_pdf_canvas_new (const CogPdfStyle *style, const char *path)
{
  CogPdfCanvas *canvas = g_new0 (CogPdfCanvas, 1);

  canvas->style = style;
  canvas->file = g_fopen (path, "wbe");
  canvas->fault = canvas->file == NULL ? errno : 0;
  canvas->surface = cairo_pdf_surface_create_for_stream (
      write_out, canvas, style->width + 2 * style->slug, style->height + 2 * style->slug);
  canvas->cr = cairo_create (canvas->surface);
  canvas->seams = cairo_create (canvas->surface);
  canvas->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  canvas->annotations = g_array_new (FALSE, TRUE, sizeof (CogPdfAnnotation));
  g_array_set_clear_func (canvas->annotations, annotation_clear);
  canvas->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return canvas;
}

void
cog_pdf_canvas_free (CogPdfCanvas *canvas)
{
  if (canvas == NULL)
    return;
  g_clear_pointer (&canvas->cr, cairo_destroy);
  g_clear_pointer (&canvas->seams, cairo_destroy);
  g_clear_pointer (&canvas->surface, cairo_surface_destroy);
  g_clear_pointer (&canvas->file, fclose);
  g_ptr_array_unref (canvas->sheets);
  g_array_unref (canvas->annotations);
  g_hash_table_unref (canvas->places);
  g_free (canvas);
}

gboolean
cog_pdf_canvas_finish (CogPdfCanvas *canvas, GError **error)
{
  cairo_status_t status = cairo_status (canvas->cr);

  g_clear_pointer (&canvas->cr, cairo_destroy);
  g_clear_pointer (&canvas->seams, cairo_destroy);
  cairo_surface_finish (canvas->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (canvas->surface);
  if (canvas->file != NULL && fclose (g_steal_pointer (&canvas->file)) != 0 && canvas->fault == 0)
    canvas->fault = errno;
  if (canvas->fault != 0)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (canvas->fault),
                 _ ("The PDF could not be drawn: %s"), g_strerror (canvas->fault));
  else if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF could not be drawn: %s"),
                 cairo_status_to_string (status));
  return canvas->fault == 0 && status == CAIRO_STATUS_SUCCESS;
}

static void
set_matrix (CogPdfCanvas *canvas, gboolean is_sideways)
{
  double slug = canvas->style->slug;

  cairo_matrix_init_translate (&canvas->matrix, slug, slug);
  if (is_sideways)
    cairo_matrix_init (&canvas->matrix, 0, -1, 1, 0, slug, slug + canvas->style->height);
  cairo_set_matrix (canvas->cr, &canvas->matrix);
}

void
cog_pdf_canvas_begin_page (CogPdfCanvas *canvas, CogPdfTurn turn)
{
  double width = canvas->style->width + 2 * canvas->style->slug;
  double height = canvas->style->height + 2 * canvas->style->slug;
  gboolean is_wide = turn == COG_PDF_TURN_WIDE;

  if (is_wide || canvas->turn == COG_PDF_TURN_WIDE)
    cairo_pdf_surface_set_size (canvas->surface, is_wide ? height : width,
                                is_wide ? width : height);
  canvas->turn = turn;
  canvas->height = is_wide ? width : height;
  set_matrix (canvas, turn == COG_PDF_TURN_SIDEWAYS);
  g_ptr_array_add (canvas->sheets, g_array_new (FALSE, FALSE, sizeof (CogPdfMark)));
  canvas->n_tagged = 0;
}

void
cog_pdf_canvas_end_page (CogPdfCanvas *canvas)
{
  cog_pdf_canvas_unmark (canvas);
  cairo_show_page (canvas->cr);
}

void
cog_pdf_canvas_turn_back (CogPdfCanvas *canvas)
{
  if (canvas->turn == COG_PDF_TURN_SIDEWAYS)
    set_matrix (canvas, FALSE);
}

void
cog_pdf_canvas_draw_crop_marks (CogPdfCanvas *canvas)
{
  const CogPdfStyle *style = canvas->style;
  double near = style->bleed + 1.5, length = style->slug - near - 3, line = .25;

  if (style->slug <= 0)
    return;
  cog_pdf_canvas_mark (canvas, NULL, 0);
  cairo_set_source_rgb (canvas->cr, 0, 0, 0);
  for (guint corner = 0; corner < 4; corner++)
    {
      double x = corner & 1 ? style->width : 0, y = corner & 2 ? style->height : 0;

      cairo_rectangle (canvas->cr, corner & 1 ? x + near : x - near - length, y - line / 2, length,
                       line);
      cairo_rectangle (canvas->cr, x - line / 2, corner & 2 ? y + near : y - near - length, line,
                       length);
    }
  cairo_fill (canvas->cr);
}

guint
cog_pdf_canvas_get_sheet (const CogPdfCanvas *canvas)
{
  return canvas->sheets->len - 1;
}

static void
draw_seam (CogPdfCanvas *canvas, double width)
{
  cairo_rectangle (canvas->seams, 0, 0, width, COG_PDF_SEAM_HEIGHT);
  cairo_fill (canvas->seams);
}

void
cog_pdf_canvas_unmark (CogPdfCanvas *canvas)
{
  if (canvas->is_open)
    draw_seam (canvas, COG_PDF_SEAM_END);
  canvas->is_open = FALSE;
}

void
cog_pdf_canvas_mark (CogPdfCanvas *canvas, CogPdfTag *tag, guint key)
{
  CogPdfMark mark = { .tag = tag, .mcid = -1 };
  GArray *marks = g_ptr_array_index (canvas->sheets, canvas->sheets->len - 1);

  if (canvas->is_open && canvas->open == tag)
    return;
  cog_pdf_canvas_unmark (canvas);
  draw_seam (canvas, COG_PDF_SEAM_BEGIN);
  canvas->is_open = TRUE;
  canvas->open = tag;
  if (tag != NULL)
    {
      mark.mcid = (gint)canvas->n_tagged++;
      cog_pdf_tag_add_mark (tag, cog_pdf_canvas_get_sheet (canvas), (guint)mark.mcid, key);
    }
  g_array_append_val (marks, mark);
}

void
cog_pdf_canvas_add_link (CogPdfCanvas *canvas,
                         CogPdfTag *tag,
                         guint key,
                         const char *href,
                         const char *contents,
                         const cairo_rectangle_t *area)
{
  double x1 = area->x, y1 = area->y, x2 = area->x + area->width, y2 = area->y + area->height;
  CogPdfAnnotation annotation = { .sheet = cog_pdf_canvas_get_sheet (canvas),
                                  .href = g_strdup (href),
                                  .contents = g_strdup (contents),
                                  .tag = tag };

  cairo_matrix_transform_point (&canvas->matrix, &x1, &y1);
  cairo_matrix_transform_point (&canvas->matrix, &x2, &y2);
  annotation.left = MIN (x1, x2);
  annotation.right = MAX (x1, x2);
  annotation.bottom = canvas->height - MAX (y1, y2);
  annotation.top = canvas->height - MIN (y1, y2);
  cog_pdf_tag_add_annotation (tag, annotation.sheet, canvas->annotations->len, key);
  g_array_append_val (canvas->annotations, annotation);
}

void
cog_pdf_canvas_add_place (CogPdfCanvas *canvas, const char *id, double y)
{
  CogPdfPlace *place;
  double x = 0;

  if (g_hash_table_contains (canvas->places, id))
    return;
  place = g_new (CogPdfPlace, 1);
  cairo_matrix_transform_point (&canvas->matrix, &x, &y);
  if (canvas->turn == COG_PDF_TURN_SIDEWAYS)
    y = 0;
  *place = (CogPdfPlace){ cog_pdf_canvas_get_sheet (canvas),
                          MIN (canvas->height, canvas->height - y + SIGHT) };
  g_hash_table_insert (canvas->places, g_strdup (id), place);
}

void
cog_pdf_canvas_fill_rectangle (
    CogPdfCanvas *canvas, double x, double y, double width, double height)
{
  cairo_rectangle (canvas->cr, x, y, width, height);
  cairo_fill (canvas->cr);
}
