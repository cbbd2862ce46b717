/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The glyphs that one or more letters became together: what is never torn. */
typedef struct
{
  PangoGlyphItem *run;
  int first, end; /* glyphs of the run, from the left */
  guint byte;     /* in the text of the layout */
  gunichar c;     /* the first letter */
} CogPdfCluster;

/* Goes through the clusters of a run in the order of reading. Begin with a cluster that is zero but
 * for its run. */
gboolean cog_pdf_cluster_next (CogPdfCluster *cluster, const char *text);
/* Pango units. */
int cog_pdf_cluster_get_width (const CogPdfCluster *cluster);
void cog_pdf_cluster_set_width (CogPdfCluster *cluster, int width);

gboolean cog_pdf_is_space (gunichar c);
/* What may grow or shrink after a cluster where lines are filled (Pango units): the space between
 * words; and beside a character that is as wide as it is high, the gap between two
 * (JLReq 3.8.4). next: the letter that follows, 0 at the end. */
void
cog_pdf_cluster_get_glue (const CogPdfCluster *cluster, gunichar next, int *stretch, int *shrink);

G_END_DECLS
