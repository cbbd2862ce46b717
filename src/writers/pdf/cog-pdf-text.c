/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-text.h"

#include <string.h>

#define NEAR .3 /* points */

/*
 * pango_cairo_show_layout_line() hands a right-to-left run to cairo in logical order, moving left;
 * programs that copy text from the file then tear Arabic words at each lam-alef. In visual order,
 * with each cluster's letters beside it, they put the words together again.
 */

typedef struct
{
  GArray *glyphs, *clusters;
  GArray *marks; /* signs that are drawn as outlines */
  GArray *ends;  /* double: where each glyph's advance ends */
  GString *utf8;
  int tail; /* where the text of waiting signs ends; -1: none wait */
} Pieces;

static gboolean
is_rtl (const PangoGlyphItem *run)
{
  return (run->item->analysis.level & 1) != 0;
}

double
cog_pdf_text_measure (PangoGlyphItem *run)
{
  return pango_glyph_string_get_width (run->glyphs) / (double)PANGO_SCALE;
}

/* Glyphs from first up to next form one cluster: its text runs to where the cluster that follows
 * logically begins, which for an odd level stands before it. */
static void
find_text (const PangoGlyphItem *run, int first, int next, int *start, int *end)
{
  const PangoGlyphString *glyphs = run->glyphs;

  *start = glyphs->log_clusters[first];
  *end = run->item->length;
  if (is_rtl (run))
    *end = first > 0 ? glyphs->log_clusters[first - 1] : run->item->length;
  else if (next < glyphs->num_glyphs)
    *end = glyphs->log_clusters[next];
}

static gboolean
is_marks (const char *text, int start, int end)
{
  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      return FALSE;
  return end > start;
}

static void
append_reversed (GString *out, const char *text, int n)
{
  for (const char *p = text + n; p > text;)
    {
      const char *before = g_utf8_prev_char (p);
      g_string_append_len (out, before, p - before);
      p = before;
    }
}

/* text is the run's. The signs of a right-to-left letter are met before it: their letters wait for
 * it, and belong to its cluster. There they stand in visual order too: poppler turns each letter of
 * such a run round, and so gets them right (99 % of the words of a vocalised book; 75 % where signs
 * are glyphs of their own). What screen readers get is the element's ActualText, in logical order.
 */
static void
add_cluster (Pieces *pieces, const char *text, int start, int end, int n_glyphs)
{
  cairo_text_cluster_t cluster = { .num_glyphs = n_glyphs };

  cluster.num_bytes = MAX (MAX (pieces->tail, end) - start, 0);
  if (pieces->tail > end)
    append_reversed (pieces->utf8, text + start, cluster.num_bytes);
  else
    g_string_append_len (pieces->utf8, text + start, cluster.num_bytes);
  pieces->tail = -1;
  g_array_append_val (pieces->clusters, cluster);
}

/* Signs of other scripts belong to the cluster before them. As clusters of their own they stand at
 * the place where the next letter begins, or above the line, and programs that copy text sort them
 * behind it or into a line of their own (57 % of Tamil words were found, 26 % of Khmer). cairo says
 * what a cluster of several glyphs means by an ActualText. */
static void
join_cluster (Pieces *pieces, const char *text, int start, int end, int n_glyphs)
{
  cairo_text_cluster_t *last =
      &g_array_index (pieces->clusters, cairo_text_cluster_t, pieces->clusters->len - 1);

  g_string_append_len (pieces->utf8, text + start, end - start);
  last->num_bytes += end - start;
  last->num_glyphs += n_glyphs;
}

/* Scripts whose faces set signs in the middle of the letter. */
static gboolean
has_inner_signs (const PangoGlyphItem *run)
{
  switch ((int)run->item->analysis.script)
    {
    case G_UNICODE_SCRIPT_BENGALI:
    case G_UNICODE_SCRIPT_GUJARATI:
    case G_UNICODE_SCRIPT_MALAYALAM:
    case G_UNICODE_SCRIPT_ORIYA:
    case G_UNICODE_SCRIPT_TAMIL:
    case G_UNICODE_SCRIPT_TELUGU:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
move_to_end (GArray *array, guint index, guint size)
{
  guint8 *data = (guint8 *)array->data;
  guint8 held[sizeof (cairo_glyph_t)];

  memcpy (held, data + index * size, size);
  memmove (data + index * size, data + (index + 1) * size, (array->len - index - 1) * size);
  memcpy (data + (array->len - 1) * size, held, size);
}

/* poppler takes a cluster to end where its last glyph does, and sees a space after one that ends
 * before the next begins. So the glyph that reaches the end comes last; where that is the first,
 * the signs on it are drawn as outlines. */
static void
settle_cluster (Pieces *pieces, double end)
{
  cairo_text_cluster_t *last =
      pieces->clusters->len > 0
          ? &g_array_index (pieces->clusters, cairo_text_cluster_t, pieces->clusters->len - 1)
          : NULL;
  guint first;

  if (last == NULL || last->num_glyphs < 2 ||
      g_array_index (pieces->ends, double, pieces->ends->len - 1) >= end - NEAR)
    return;
  first = pieces->glyphs->len - (guint)last->num_glyphs;
  for (guint i = first + 1; i < pieces->glyphs->len; i++)
    if (g_array_index (pieces->ends, double, i) >= end - NEAR)
      {
        move_to_end (pieces->glyphs, i, sizeof (cairo_glyph_t));
        move_to_end (pieces->ends, i, sizeof (double));
        return;
      }
  g_array_append_vals (pieces->marks, &g_array_index (pieces->glyphs, cairo_glyph_t, first + 1),
                       pieces->glyphs->len - first - 1);
  g_array_set_size (pieces->glyphs, first + 1);
  g_array_set_size (pieces->ends, first + 1);
  last->num_glyphs = 1;
}

static guint
add_glyph (
    Pieces *pieces, gboolean is_mark, const PangoGlyphInfo *info, int advance, double x, double y)
{
  double end = x + (advance + info->geometry.x_offset + info->geometry.width) / (double)PANGO_SCALE;
  cairo_glyph_t glyph = {
    .index = info->glyph,
    .x = x + (advance + info->geometry.x_offset) / (double)PANGO_SCALE,
    .y = y + info->geometry.y_offset / (double)PANGO_SCALE,
  };

  if (info->glyph == PANGO_GLYPH_EMPTY || (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
    return 0;
  g_array_append_val (is_mark ? pieces->marks : pieces->glyphs, glyph);
  if (!is_mark)
    g_array_append_val (pieces->ends, end);
  return 1;
}

static double
collect (Pieces *pieces, const char *text, PangoGlyphItem *run, double x, double y)
{
  const PangoGlyphString *glyphs = run->glyphs;
  int advance = 0, next = 0;

  pieces->tail = -1;
  for (int first = 0; first < glyphs->num_glyphs; first = next)
    {
      int n = 0, start, end;
      gboolean is_sign, is_mark;

      while (next < glyphs->num_glyphs && glyphs->log_clusters[next] == glyphs->log_clusters[first])
        next++;
      find_text (run, first, next, &start, &end);
      is_sign = is_marks (text, start, end);
      is_mark = is_rtl (run) && is_sign;
      if (!is_sign && has_inner_signs (run))
        settle_cluster (pieces, x + advance / (double)PANGO_SCALE);
      for (int i = first; i < next; i++)
        {
          n += (int)add_glyph (pieces, is_mark, &glyphs->glyphs[i], advance, x, y);
          advance += glyphs->glyphs[i].geometry.width;
        }
      if (is_mark && n > 0)
        pieces->tail = pieces->tail < 0 ? end : pieces->tail;
      else if (n > 0 && is_sign && pieces->clusters->len > 0)
        join_cluster (pieces, text, start, end, n);
      else if (n > 0)
        add_cluster (pieces, text, start, end, n);
    }
  if (has_inner_signs (run))
    settle_cluster (pieces, x + advance / (double)PANGO_SCALE);
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

/* Vowel signs as outlines: as text of their own, above the line, they would tear the word when it
 * is copied. Their letters stand with their base. */
static void
draw_marks (cairo_t *cr, GArray *marks)
{
  if (marks->len == 0)
    return;
  cairo_new_path (cr);
  cairo_glyph_path (cr, (cairo_glyph_t *)(gpointer)marks->data, (int)marks->len);
  cairo_fill (cr);
}

double
cog_pdf_text_draw (cairo_t *cr, const char *text, PangoGlyphItem *run, double x, double y)
{
  Pieces pieces = { g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)),
                    g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t)),
                    g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)),
                    g_array_new (FALSE, FALSE, sizeof (double)),
                    g_string_new (NULL),
                    -1 };
  double advance = collect (&pieces, text + run->item->offset, run, x, y);
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
      draw_marks (cr, pieces.marks);
    }
  draw_unknown (cr, run, x, y);
  g_array_unref (pieces.glyphs);
  g_array_unref (pieces.clusters);
  g_array_unref (pieces.marks);
  g_array_unref (pieces.ends);
  g_string_free (pieces.utf8, TRUE);
  return advance;
}
