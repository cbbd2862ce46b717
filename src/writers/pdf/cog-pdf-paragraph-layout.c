/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-paragraph-private.h"

#include "cog-language.h"
#include "cog-pdf-findings.h"

#include <string.h>

/* Where some lines have readings above them, all stand as far apart. */
static void
even_out (CogPdfParagraph *paragraph)
{
  CogPdfLine tallest = { 0 };
  gboolean has_ruby = FALSE;

  for (guint i = 0; i < paragraph->objects->len; i++)
    has_ruby |= ((const CogPdfObject *)g_ptr_array_index (paragraph->objects, i))->kind ==
                COG_PDF_OBJECT_RUBY;
  for (guint i = 0; has_ruby && i < paragraph->lines->len; i++)
    {
      const CogPdfLine *line = &g_array_index (paragraph->lines, CogPdfLine, i);
      if (line->height > tallest.height)
        tallest = *line;
    }
  for (guint i = 0; has_ruby && i < paragraph->lines->len; i++)
    {
      CogPdfLine *line = &g_array_index (paragraph->lines, CogPdfLine, i);
      line->ascent = tallest.ascent;
      line->height = tallest.height;
    }
}

static void
report_unknown (const CogPdfComposer *composer, gunichar c)
{
  char letter[8] = "";
  g_autofree char *name = NULL;

  if (!g_hash_table_add (composer->unknown, GUINT_TO_POINTER (c)))
    return;
  g_unichar_to_utf8 (c, letter);
  name = g_strdup_printf ("%s (U+%04X)", letter, c);
  cog_report_add (composer->report, &cog_finding_character_without_font, letter, name, NULL);
}

/* Each character once that no font draws. */
static void
find_unknown (PangoLayout *layout, const CogPdfComposer *composer)
{
  if (composer->report == NULL || pango_layout_get_unknown_glyphs_count (layout) == 0)
    return;
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    for (GSList *r = ((PangoLayoutLine *)l->data)->runs; r != NULL; r = r->next)
      {
        const PangoGlyphItem *item = r->data;

        for (int i = 0; i < item->glyphs->num_glyphs; i++)
          if ((item->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
            report_unknown (composer,
                            item->glyphs->glyphs[i].glyph & ~(guint)PANGO_GLYPH_UNKNOWN_FLAG);
      }
}

static gboolean
has_rtl (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c >= 0x590 && (c <= 0x8ff || (c >= 0xfb1d && c <= 0xfefc) ||
                         (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff)))
        return TRUE;
    }
  return FALSE;
}

/* A text of a right-to-left book that is all in another script has its full stop at its own end. */
static gboolean
is_rtl (const CogPdfSetting *setting, const char *text)
{
  gboolean is_found_rtl = TRUE;

  cog_text_guess_rtl (text, &is_found_rtl);
  return setting->is_rtl && (has_rtl (text) || is_found_rtl);
}

/* What one layout may hold. Pango's time grows with the square of what has no place for a break,
 * and of the attributes: a long text is laid out in slices. No more than a page, so that the few
 * lines that are laid out twice weigh little; more than nearly all paragraphs have. */
#define MAX_CHARACTERS 4000
#define MAX_PIECES 500

/* Where a slice that begins at start ends, and how many pieces are in it from first. */
static guint
find_slice_end (const char *text, guint length, guint start, const GArray *pieces, guint first)
{
  const char *p = text + start;
  guint last = first + MAX_PIECES;
  guint end = last < pieces->len ? g_array_index (pieces, CogPdfPiece, last).start : length;

  for (guint n = 0; n < MAX_CHARACTERS && p < text + end; n++)
    p = g_utf8_next_char (p);
  return (guint)(p - text);
}

static PangoAttrList *
make_attributes (
    const CogPdfParagraph *paragraph, guint start, guint end, const GArray *pieces, guint first)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = first; i < pieces->len; i++)
    {
      const CogPdfPiece *piece = &g_array_index (pieces, CogPdfPiece, i);

      if (piece->start >= end)
        break;
      cog_pdf_paragraph_insert_attributes (
          paragraph, list, piece, MAX (piece->start, start) - start, MIN (piece->end, end) - start);
    }
  return list;
}

static PangoLayout *
add_layout (CogPdfParagraph *paragraph,
            PangoContext *context,
            const char *text,
            guint length,
            PangoAttrList *attributes)
{
  PangoLayout *layout = pango_layout_new (context);

  g_ptr_array_add (paragraph->layouts, layout);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text, (int)length);
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* Takes the lines of a slice, of one that is not the last all but its last, which the cut may have
 * made shorter. Returns where the next slice begins. */
static guint
take_lines (CogPdfParagraph *paragraph,
            const CogPdfComposer *composer,
            PangoLayout *layout,
            guint start,
            gboolean is_last)
{
  guint end = start;

  for (GSList *l = pango_layout_get_lines (layout); l != NULL; l = l->next)
    end =
        cog_pdf_paragraph_break (paragraph, composer, l->data, start, l->next == NULL && !is_last);
  return end;
}

void
cog_pdf_paragraph_lay_out (CogPdfParagraph *paragraph,
                           const CogPdfComposer *composer,
                           const char *text)
{
  const CogPdfSetting *setting = &paragraph->setting;
  PangoContext *context = composer->style->contexts[is_rtl (setting, text) ? 1 : 0];
  g_autoptr (GArray) pieces = cog_pdf_paragraph_split (paragraph, text);
  guint length = (guint)strlen (text), first = 0;

  for (guint start = 0; start < length;)
    {
      guint end = find_slice_end (text, length, start, pieces, first);
      PangoAttrList *list = make_attributes (paragraph, start, end, pieces, first);
      PangoLayout *layout = add_layout (paragraph, context, text + start, end - start, list);

      pango_attr_list_unref (list);
      find_unknown (layout, composer);
      start = end == length ? (take_lines (paragraph, composer, layout, start, TRUE), length)
                            : take_lines (paragraph, composer, layout, start, FALSE);
      while (first < pieces->len && g_array_index (pieces, CogPdfPiece, first).end <= start)
        first++;
    }
  even_out (paragraph);
}

PangoLayout *
cog_pdf_paragraph_make_piece (const CogPdfComposer *composer,
                              const char *text,
                              const char *language,
                              double size)
{
  PangoLayout *layout = pango_layout_new (composer->style->contexts[0]);
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *list = pango_attr_list_new ();
  g_autofree char *families =
      cog_pdf_style_dup_families (language, FALSE, composer->style->is_large);

  pango_font_description_set_family (font, families);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_attr_list_insert (list, pango_attr_language_new (pango_language_from_string (language)));
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static char *
dup_clean (const char *text, guint start, guint end)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      /* Isolates order what is drawn, joiners hold it together; whoever searches or copies does not
         type them. */
      if (c != 0x2068 && c != 0x2069 && c != 0x2060 && c != 0xad)
        g_string_append_unichar (clean, c == 0x2028 ? ' ' : c);
    }
  return g_string_free (clean, FALSE);
}

/* Whether a word is divided in a stretch of the text. */
static gboolean
has_hyphen (const CogPdfParagraph *paragraph, guint start, guint end)
{
  for (guint i = 0; i < paragraph->lines->len; i++)
    {
      const CogPdfLine *line = &g_array_index (paragraph->lines, CogPdfLine, i);
      guint at = line->start + line->length;

      if (line->hyphen != NULL && at > start && at <= end)
        return TRUE;
    }
  return FALSE;
}

/* Runs of one structure element that follow on each other. */
static guint
find_stretch_end (const CogPdfParagraph *paragraph, guint first)
{
  const CogPdfTag *tag = g_array_index (paragraph->runs, CogPdfRun, first).tag;
  guint next = first + 1;

  for (; next < paragraph->runs->len; next++)
    {
      const CogPdfRun *run = &g_array_index (paragraph->runs, CogPdfRun, next);
      if (run->tag != tag || run->object >= 0)
        break;
    }
  return next;
}

void
cog_pdf_paragraph_add_actual_text (CogPdfParagraph *paragraph, CogPdfTags *tags, const char *text)
{
  gboolean is_all = has_rtl (text);

  for (guint i = 0, next; i < paragraph->runs->len; i = next)
    {
      const CogPdfRun *first = &g_array_index (paragraph->runs, CogPdfRun, i);
      CogPdfTag *holder;
      guint end;

      next = i + 1;
      if (first->tag == NULL || first->object >= 0)
        continue;
      next = find_stretch_end (paragraph, i);
      end = g_array_index (paragraph->runs, CogPdfRun, next - 1).end;
      if (!is_all && !has_hyphen (paragraph, first->start, end))
        continue;
      holder = cog_pdf_tags_add (tags, first->tag, "Span", first->start);
      holder->actual = dup_clean (text, first->start, end);
      for (guint k = i; k < next; k++)
        g_array_index (paragraph->runs, CogPdfRun, k).tag = holder;
    }
}
