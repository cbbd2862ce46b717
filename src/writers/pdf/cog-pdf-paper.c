/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-style.h"

#include "cog-large-print.h"

/* What a guillotine may miss by, and room for the marks that it goes by (ISO 15930-7 wants the
 * boxes one within the other; 3 mm are what printers in Europe ask for). */
#define BLEED (3 * 72 / 25.4)
#define SLUG 27
/* Of a side margin, what the binding gets from the outer one. */
#define BINDING .13

typedef struct
{
  double width, height, side, top, bottom, base;
} Format;

typedef enum
{
  FORMAT_A4,
  FORMAT_A5,
  FORMAT_A6,
  FORMAT_LETTER,
  FORMAT_HALF_LETTER,
  FORMAT_B5,
  FORMAT_B6,
} FormatName;

static const Format formats[] = {
  [FORMAT_A4] = { 595.276, 841.89, 80, 78, 84, 10.5 },
  [FORMAT_A5] = { 419.528, 595.276, 49, 54, 58, 9.5 },
  [FORMAT_A6] = { 297.638, 419.528, 31, 40, 42, 8.5 },
  [FORMAT_LETTER] = { 612, 792, 86, 76, 82, 10.5 },
  [FORMAT_HALF_LETTER] = { 396, 612, 46, 54, 58, 9.5 },
  [FORMAT_B5] = { 498.898, 708.661, 62, 64, 70, 10 },
  [FORMAT_B6] = { 354.331, 498.898, 38, 46, 48, 9 },
};

static const struct
{
  FormatName whole, half;
} papers[] = {
  [COG_PAPER_A4] = { FORMAT_A4, FORMAT_A5 },
  [COG_PAPER_A5] = { FORMAT_A5, FORMAT_A6 },
  [COG_PAPER_LETTER] = { FORMAT_LETTER, FORMAT_HALF_LETTER },
  [COG_PAPER_B5] = { FORMAT_B5, FORMAT_B6 },
};

void
cog_pdf_style_set_options (CogPdfStyle *style, const CogWriterOptions *options)
{
  CogPaper paper = options != NULL ? options->paper : COG_PAPER_A4;
  CogPurpose purpose = options != NULL ? options->purpose : COG_PURPOSE_SCREEN;
  gboolean is_folded = purpose == COG_PURPOSE_BOOKLET;
  const Format *sheet = &formats[papers[paper].whole];
  const Format *page = is_folded ? &formats[papers[paper].half] : sheet;
  double binding = purpose != COG_PURPOSE_SCREEN ? page->side * BINDING : 0;

  style->is_grey = options != NULL && options->is_grey;
  style->is_archive = options != NULL && options->is_archive;
  style->sides = options != NULL ? options->sides : COG_SIDES_COLUMNS;
  style->is_bound = purpose != COG_PURPOSE_SCREEN;
  style->width = page->width;
  style->height = page->height;
  style->fold_width = is_folded ? sheet->height : 0;
  style->fold_height = is_folded ? sheet->width : 0;
  style->inner = page->side + binding;
  style->outer = page->side - binding;
  style->top = page->top;
  style->text_width = page->width - 2 * page->side;
  style->text_height = page->height - page->top - page->bottom;
  style->is_large = options != NULL && options->is_large;
  style->base = style->is_large ? COG_LARGE_PRINT_SIZE : page->base;
  style->bleed = purpose == COG_PURPOSE_PRINT_SHOP ? BLEED : 0;
  style->slug = purpose == COG_PURPOSE_PRINT_SHOP ? SLUG : 0;
}

gboolean
cog_pdf_style_is_left_page (const CogPdfStyle *style, guint number)
{
  return (number % 2 == 0) != style->is_bound_right;
}

double
cog_pdf_style_get_left (const CogPdfStyle *style, guint number)
{
  return cog_pdf_style_is_left_page (style, number) ? style->outer : style->inner;
}
