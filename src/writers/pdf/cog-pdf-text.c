/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-text.h"

/*
 * pango_cairo_show_layout_line() hands a right-to-left run to cairo in logical order, moving left;
 * programs that copy text from the file then tear Arabic words at each lam-alef. In visual order,
 * with each cluster's letters beside it, they put the words together again.
 */

typedef struct
{
  GArray *glyphs, *clusters;
  GString *utf8;
} Pieces;

double
cog_pdf_text_measure (PangoGlyphItem *run)
{
  return pango_glyph_string_get_width (run->glyphs) / (double)PANGO_SCALE;
}

/* Glyphs from first up to next form one cluster: its text runs to where the cluster that follows
 * logically begins, which for an odd level stands before it. */
static void
add_cluster (Pieces *pieces, const char *text, PangoGlyphItem *run, int first, int next, int n)
{
  const PangoGlyphString *glyphs = run->glyphs;
  int start = glyphs->log_clusters[first], end = run->item->length;
  cairo_text_cluster_t cluster = { .num_glyphs = n };

  if ((run->item->analysis.level & 1) != 0)
    end = first > 0 ? glyphs->log_clusters[first - 1] : run->item->length;
  else if (next < glyphs->num_glyphs)
    end = glyphs->log_clusters[next];
  cluster.num_bytes = MAX (end - start, 0);
  if (cluster.num_bytes == 0 && n == 0)
    return;
  g_string_append_len (pieces->utf8, text + run->item->offset + start, cluster.num_bytes);
  g_array_append_val (pieces->clusters, cluster);
}

static double
collect (Pieces *pieces, const char *text, PangoGlyphItem *run, double x, double y)
{
  const PangoGlyphString *glyphs = run->glyphs;
  int advance = 0, i = 0;

  while (i < glyphs->num_glyphs)
    {
      int first = i, n = 0;

      for (; i < glyphs->num_glyphs && glyphs->log_clusters[i] == glyphs->log_clusters[first]; i++)
        {
          const PangoGlyphInfo *info = &glyphs->glyphs[i];

          if (info->glyph != PANGO_GLYPH_EMPTY && (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
            {
              cairo_glyph_t glyph = {
                .index = info->glyph,
                .x = x + (advance + info->geometry.x_offset) / (double)PANGO_SCALE,
                .y = y + info->geometry.y_offset / (double)PANGO_SCALE,
              };
              g_array_append_val (pieces->glyphs, glyph);
              n++;
            }
          advance += info->geometry.width;
        }
      if (n > 0)
        add_cluster (pieces, text, run, first, i, n);
    }
  return advance / (double)PANGO_SCALE;
}

/* A character that no font on this computer has: an empty box, as everywhere. */
static void
draw_unknown (cairo_t *cr, PangoGlyphItem *run, double x, double y)
{
  int advance = 0;

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
      double width = info->geometry.width / (double)PANGO_SCALE;

      if (info->glyph != PANGO_GLYPH_EMPTY && (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 &&
          width > 2)
        {
          cairo_rectangle (cr, x + advance / (double)PANGO_SCALE + .7, y - width, width - 1.4,
                           width);
          cairo_set_line_width (cr, .4);
          cairo_stroke (cr);
        }
      advance += info->geometry.width;
    }
}

double
cog_pdf_text_draw (cairo_t *cr, const char *text, PangoGlyphItem *run, double x, double y)
{
  Pieces pieces = { g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)),
                    g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t)),
                    g_string_new (NULL) };
  double advance = collect (&pieces, text, run, x, y);
  cairo_scaled_font_t *font =
      run->item->analysis.font != NULL
          ? pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font))
          : NULL;

  if (font != NULL && pieces.glyphs->len > 0)
    {
      cairo_set_scaled_font (cr, font);
      cairo_show_text_glyphs (
          cr, pieces.utf8->str, (int)pieces.utf8->len,
          (cairo_glyph_t *)(gpointer)pieces.glyphs->data, (int)pieces.glyphs->len,
          (cairo_text_cluster_t *)(gpointer)pieces.clusters->data, (int)pieces.clusters->len, 0);
    }
  draw_unknown (cr, run, x, y);
  g_array_unref (pieces.glyphs);
  g_array_unref (pieces.clusters);
  g_string_free (pieces.utf8, TRUE);
  return advance;
}
