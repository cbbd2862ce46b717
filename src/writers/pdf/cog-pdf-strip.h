/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-hyphenator.h"
#include "cog-pdf-breaks.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* A text of which nothing is broken yet: one line, as long as it comes. */
typedef struct
{
  const char *text; /* of the layout, which must live as long */
  const PangoLogAttr *attributes;
  GPtrArray *runs;  /* (element-type PangoGlyphItem): in the order of reading */
  guint start, end; /* bytes */
} CogPdfStrip;

/* The hyphenator for an item's text, or NULL where words are to stay whole. */
typedef const CogHyphenator *(*CogPdfHyphenate) (const PangoItem *item, gpointer data);

/* Where a strip may be broken besides at the places between words. */
typedef struct
{
  double width;              /* of the line */
  gboolean is_filled;        /* lines end at one edge */
  CogPdfHyphenate hyphenate; /* (nullable): words are not divided */
  gpointer data;
  gboolean
      is_emergency; /* what has no other place and is longer than the line, between any letters */
} CogPdfBreaking;

/* Takes the glyphs out of a line of a layout that has no width. */
void cog_pdf_strip_init (CogPdfStrip *strip, PangoLayoutLine *line);
void cog_pdf_strip_clear (CogPdfStrip *strip);
/* (transfer full) (element-type CogPdfBreak): never empty; the last is the end. */
GArray *cog_pdf_strip_list_breaks (const CogPdfStrip *strip, const CogPdfBreaking *breaking);
/* The glyphs up to a break, which the strip then begins after. ratio: by how much the glue is
 * widened (cog_pdf_breaks_get_ratio()). In the order of sight; hyphen: the glyph that is set at the
 * end, one of them (nullable). (transfer full) (element-type PangoGlyphItem) */
GPtrArray *cog_pdf_strip_cut (CogPdfStrip *strip,
                              const CogPdfBreak *at,
                              double ratio,
                              gboolean is_filled,
                              PangoGlyphItem **hyphen);

G_END_DECLS
