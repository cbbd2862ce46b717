/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-cluster.h"
#include "cog-pdf-strip.h"

/* Runs up to a byte of the text, the last of them split there. */
static GPtrArray *
take_runs (CogPdfStrip *strip, guint end)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify)pango_glyph_item_free);
  guint n = 0;

  for (; n < strip->runs->len; n++)
    {
      PangoGlyphItem *run = g_ptr_array_index (strip->runs, n);
      guint offset = (guint)run->item->offset;

      if (offset + (guint)run->item->length <= end)
        {
          g_ptr_array_add (runs, run);
          continue;
        }
      if (offset < end)
        g_ptr_array_add (runs, pango_glyph_item_split (run, strip->text, (int)(end - offset)));
      break;
    }
  for (guint i = 0; i < n; i++)
    strip->runs->pdata[i] = NULL;
  if (n > 0)
    g_ptr_array_remove_range (strip->runs, 0, n);
  return runs;
}

/* Spaces at the end of a line take no room; they stay, for whoever copies the text. */
static guint
close_end (GPtrArray *runs, const char *text)
{
  guint end = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      CogPdfCluster cluster = { .run = g_ptr_array_index (runs, i) };

      while (cog_pdf_cluster_next (&cluster, text))
        if (!cog_pdf_is_space (cluster.c))
          end = cluster.byte + 1;
    }
  for (guint i = 0; i < runs->len; i++)
    {
      CogPdfCluster cluster = { .run = g_ptr_array_index (runs, i) };

      while (cog_pdf_cluster_next (&cluster, text))
        if (cluster.byte >= end)
          cog_pdf_cluster_set_width (&cluster, 0);
    }
  return end;
}

static void
widen (CogPdfCluster *cluster, gunichar next, double ratio)
{
  int stretch, shrink;

  cog_pdf_cluster_get_glue (cluster, next, &stretch, &shrink);
  if (stretch > 0 || shrink > 0)
    cog_pdf_cluster_set_width (cluster, cog_pdf_cluster_get_width (cluster) +
                                            (int)(ratio * (ratio > 0 ? stretch : shrink)));
}

/* The glue of a line, up to what is drawn last. */
static void
fill (GPtrArray *runs, const char *text, guint end, double ratio)
{
  CogPdfCluster before = { 0 };

  for (guint i = 0; i < runs->len; i++)
    {
      CogPdfCluster cluster = { .run = g_ptr_array_index (runs, i) };

      while (cog_pdf_cluster_next (&cluster, text) && cluster.byte < end)
        {
          if (before.run != NULL)
            widen (&before, cluster.c, ratio);
          before = cluster;
        }
    }
}

static PangoGlyphItem *
make_hyphen (const PangoGlyphItem *last)
{
  PangoGlyphItem *hyphen = pango_glyph_item_copy ((PangoGlyphItem *)last);

  pango_glyph_string_free (hyphen->glyphs);
  hyphen->glyphs = pango_glyph_string_new ();
  hyphen->item->offset = 0;
  hyphen->item->length = (int)1;
  hyphen->item->num_chars = 1;
  pango_shape ("-", 1, &hyphen->item->analysis, hyphen->glyphs);
  return hyphen;
}

static void
reverse (GPtrArray *runs, guint from, guint end)
{
  for (; from + 1 < end; from++, end--)
    {
      gpointer run = runs->pdata[from];

      runs->pdata[from] = runs->pdata[end - 1];
      runs->pdata[end - 1] = run;
    }
}

static guint
get_level (GPtrArray *runs, guint i)
{
  return ((PangoGlyphItem *)g_ptr_array_index (runs, i))->item->analysis.level;
}

/* UAX #9, L2: from the highest level to the lowest odd one, what stands at it or above is turned
 * round. */
static void
reorder (GPtrArray *runs)
{
  guint highest = 0;

  for (guint i = 0; i < runs->len; i++)
    highest = MAX (highest, get_level (runs, i));
  for (guint level = highest; level > 0; level--)
    for (guint i = 0, next; i < runs->len; i = next + 1)
      {
        for (next = i; next < runs->len && get_level (runs, next) >= level;)
          next++;
        reverse (runs, i, next);
      }
}

GPtrArray *
cog_pdf_strip_cut (CogPdfStrip *strip,
                   const CogPdfBreak *at,
                   double ratio,
                   gboolean is_filled,
                   PangoGlyphItem **hyphen)
{
  GPtrArray *runs = take_runs (strip, at->position);
  guint end = close_end (runs, strip->text);

  *hyphen = NULL;
  strip->start = at->position;
  if (is_filled && ratio != 0)
    fill (runs, strip->text, end, ratio);
  if (at->hyphen > 0 && runs->len > 0)
    {
      *hyphen = make_hyphen (g_ptr_array_index (runs, runs->len - 1));
      g_ptr_array_add (runs, *hyphen);
    }
  reorder (runs);
  return runs;
}
