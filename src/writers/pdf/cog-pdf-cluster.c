/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-cluster.h"

#define GAP_STRETCH .08 /* of a character's width */

static gboolean
is_rtl (const PangoGlyphItem *run)
{
  return (run->item->analysis.level & 1) != 0;
}

static void
find_end (CogPdfCluster *cluster)
{
  const PangoGlyphString *glyphs = cluster->run->glyphs;
  int log = glyphs->log_clusters[cluster->first];

  cluster->end = cluster->first + 1;
  while (cluster->end < glyphs->num_glyphs && glyphs->log_clusters[cluster->end] == log)
    cluster->end++;
}

static void
find_first (CogPdfCluster *cluster)
{
  const PangoGlyphString *glyphs = cluster->run->glyphs;
  int log = glyphs->log_clusters[cluster->end - 1];

  cluster->first = cluster->end - 1;
  while (cluster->first > 0 && glyphs->log_clusters[cluster->first - 1] == log)
    cluster->first--;
}

gboolean
cog_pdf_cluster_next (CogPdfCluster *cluster, const char *text)
{
  const PangoGlyphItem *run = cluster->run;
  gboolean is_first = cluster->end == 0;

  if (is_rtl (run))
    {
      cluster->end = is_first ? run->glyphs->num_glyphs : cluster->first;
      if (cluster->end <= 0)
        return FALSE;
      find_first (cluster);
    }
  else
    {
      cluster->first = is_first ? 0 : cluster->end;
      if (cluster->first >= run->glyphs->num_glyphs)
        return FALSE;
      find_end (cluster);
    }
  cluster->byte = (guint)(run->item->offset + run->glyphs->log_clusters[cluster->first]);
  cluster->c = g_utf8_get_char (text + cluster->byte);
  return TRUE;
}

int
cog_pdf_cluster_get_width (const CogPdfCluster *cluster)
{
  int width = 0;

  for (int i = cluster->first; i < cluster->end; i++)
    width += cluster->run->glyphs->glyphs[i].geometry.width;
  return width;
}

void
cog_pdf_cluster_set_width (CogPdfCluster *cluster, int width)
{
  cluster->run->glyphs->glyphs[cluster->end - 1].geometry.width +=
      width - cog_pdf_cluster_get_width (cluster);
}

gboolean
cog_pdf_is_space (gunichar c)
{
  return c == ' ' || c == 0xa0;
}

static gboolean
is_full_width (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA || (c >= 0x3000 && c <= 0x303f) ||
         (c >= 0xff00 && c <= 0xff60);
}

void
cog_pdf_cluster_get_glue (const CogPdfCluster *cluster, gunichar next, int *stretch, int *shrink)
{
  *stretch = *shrink = 0;
  if (cog_pdf_is_space (cluster->c))
    {
      int width = cog_pdf_cluster_get_width (cluster);

      *stretch = width / 2;
      *shrink = width / 3;
    }
  else if (next != 0 && !cog_pdf_is_space (next) &&
           (is_full_width (cluster->c) || is_full_width (next)))
    *stretch = (int)(GAP_STRETCH * (is_full_width (cluster->c) ? cog_pdf_cluster_get_width (cluster)
                                                               : 10 * PANGO_SCALE));
}
