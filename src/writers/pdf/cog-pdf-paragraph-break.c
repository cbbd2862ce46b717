/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-paragraph-private.h"
#include "cog-pdf-strip.h"

#include "cog-language.h"

#include <math.h>
#include <string.h>

#define RAG 2.2          /* em by which lines that are not filled differ */
#define NARROW 15        /* em: lines that are shorter are not filled */
#define MOST 4           /* times its stretch that a space may be widened by; then it is a hole */
#define FEW_LINES_RAG .2 /* of a narrow column */

typedef struct
{
  const CogPdfParagraph *paragraph;
  const CogPdfComposer *composer;
} Words;

/* Scripts without spaces between words have nothing that could be widened evenly, but for those
 * whose characters all are as wide. */
static gboolean
has_glue (const char *language)
{
  static const char *const without[] = { "thai", "laoo", "khmr", "mymr", "tibt", NULL };
  g_autofree char *script = cog_language_dup_script (language);

  return script == NULL || !g_strv_contains (without, script);
}

static gboolean
is_filled (const CogPdfParagraph *paragraph)
{
  const CogPdfSetting *setting = &paragraph->setting;

  /* Gaps of many widths make lines hard to follow for those who see few words at a time. */
  if (paragraph->style.is_large)
    return FALSE;
  return (setting->text == COG_PDF_TEXT_BODY || setting->text == COG_PDF_TEXT_NOTE) &&
         !setting->is_pre && !paragraph->is_quiet && setting->align == COG_PDF_ALIGN_START &&
         setting->width > NARROW * paragraph->style.size && has_glue (setting->language);
}

/* Words of headings and of code stay whole. */
static gboolean
is_divisible (const CogPdfParagraph *paragraph)
{
  switch ((int)paragraph->setting.text)
    {
    case COG_PDF_TEXT_BODY:
    case COG_PDF_TEXT_CAPTION:
    case COG_PDF_TEXT_CELL:
    case COG_PDF_TEXT_NOTE:
    case COG_PDF_TEXT_SMALL:
    case COG_PDF_TEXT_CREDIT:
      return !paragraph->setting.is_pre && !paragraph->is_quiet && !paragraph->style.is_large;
    default:
      return FALSE;
    }
}

static const CogHyphenator *
get_hyphenator (const PangoItem *item, gpointer data)
{
  const Words *words = data;
  const CogPdfRun *run = cog_pdf_paragraph_get_run (words->paragraph, item);

  if (run == NULL || run->is_mono || run->object >= 0)
    return NULL;
  return cog_pdf_style_get_hyphenator (words->composer->style,
                                       pango_language_to_string (run->language));
}

static GArray *
try_breaks (const CogPdfStrip *strip,
            const CogPdfBreaking *breaking,
            const CogPdfMeasure *measure,
            GArray **chosen)
{
  GArray *breaks = cog_pdf_strip_list_breaks (strip, breaking);

  *chosen = cog_pdf_breaks_choose ((CogPdfBreak *)(gpointer)breaks->data, breaks->len, measure);
  if (*chosen == NULL)
    g_clear_pointer (&breaks, g_array_unref);
  return breaks;
}

/* Whole words where that gives even lines; else words are divided; else whatever there is. */
static GArray *
choose_breaks (const CogPdfStrip *strip,
               Words *words,
               CogPdfMeasure *measure,
               CogPdfBreaking *breaking,
               GArray **chosen)
{
  const CogPdfParagraph *paragraph = words->paragraph;
  GArray *breaks;

  measure->tolerance = paragraph->setting.is_pre ? INFINITY : breaking->is_filled ? 1.2 : 2.5;
  breaking->is_emergency = paragraph->setting.is_pre;
  breaks = try_breaks (strip, breaking, measure, chosen);
  if (breaks == NULL && is_divisible (paragraph))
    {
      breaking->hyphenate = get_hyphenator;
      breaking->data = words;
      measure->tolerance = breaking->is_filled ? 1.8 : 4;
      breaks = try_breaks (strip, breaking, measure, chosen);
    }
  if (breaks != NULL)
    return breaks;
  breaking->is_emergency = TRUE;
  measure->tolerance = INFINITY;
  return try_breaks (strip, breaking, measure, chosen);
}

static void
measure_line (const CogPdfParagraph *paragraph, CogPdfLine *line)
{
  double ascent = paragraph->leading * .73, descent = paragraph->leading * .27;

  for (guint i = 0; i < line->runs->len; i++)
    {
      PangoGlyphItem *item = g_ptr_array_index (line->runs, i);
      const CogPdfRun *run = cog_pdf_paragraph_get_run (paragraph, item->item);

      line->width += pango_glyph_string_get_width (item->glyphs) / (double)PANGO_SCALE;
      if (run != NULL && run->object >= 0)
        {
          const CogPdfObject *object = g_ptr_array_index (paragraph->objects, (guint)run->object);
          ascent = MAX (ascent, object->ascent + run->rise + 2);
          descent = MAX (descent, object->descent - run->rise + 2);
        }
    }
  line->ascent = ascent;
  line->height = ascent + descent;
}

static void
add_line (CogPdfParagraph *paragraph,
          CogPdfStrip *strip,
          const CogPdfBreak *at,
          double ratio,
          gboolean is_line_filled,
          guint offset)
{
  CogPdfLine line = { .start = offset + strip->start,
                      .length = at->position - strip->start,
                      .text = strip->text };
  PangoGlyphItem *hyphen;

  line.runs = cog_pdf_strip_cut (strip, at, MIN (ratio, MOST), is_line_filled, &hyphen);
  line.hyphen = hyphen;
  measure_line (paragraph, &line);
  g_array_append_val (paragraph->lines, line);
}

guint
cog_pdf_paragraph_break (CogPdfParagraph *paragraph,
                         const CogPdfComposer *composer,
                         PangoLayoutLine *layout_line,
                         guint offset,
                         gboolean is_open)
{
  double em = paragraph->style.size, width = MAX (paragraph->setting.width, 4);
  gboolean is_para_filled = is_filled (paragraph);
  CogPdfBreaking breaking = { .width = width, .is_filled = is_para_filled };
  CogPdfMeasure measure = { .width = width,
                            .rag = is_para_filled ? 0 : MIN (RAG * em, width * FEW_LINES_RAG) };
  Words words = { paragraph, composer };
  CogPdfStrip strip;
  GArray *breaks, *chosen;
  guint n;

  cog_pdf_strip_init (&strip, layout_line);
  breaks = choose_breaks (&strip, &words, &measure, &breaking, &chosen);
  n = chosen->len - (is_open && chosen->len > 1 ? 1 : 0);
  for (guint i = 0; i < n; i++)
    {
      const CogPdfBreak *first =
          i > 0 ? &g_array_index (breaks, CogPdfBreak, g_array_index (chosen, guint, i - 1)) : NULL;
      const CogPdfBreak *last =
          &g_array_index (breaks, CogPdfBreak, g_array_index (chosen, guint, i));
      double ratio = cog_pdf_breaks_get_ratio (first, last, width, 0);

      if (i + 1 == chosen->len && ratio > 0)
        ratio = 0;
      add_line (paragraph, &strip, last, ratio, is_para_filled, offset);
    }
  n = offset + strip.start;
  g_array_unref (breaks);
  g_array_unref (chosen);
  cog_pdf_strip_clear (&strip);
  return n;
}
