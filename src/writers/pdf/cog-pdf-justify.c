/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-paragraph-private.h"

/* Pango fills a line at its spaces alone, of which such text has few. JLReq 3.8.4: what a line
 * lacks is shared out among the spaces between its characters. */

#define MOST 2.5     /* em that a line may lack; more is a line that cannot be filled */
#define MOST_EACH .3 /* em between two characters */

static gboolean
is_flush (const char *language)
{
  return g_str_has_prefix (language, "zh") || g_str_has_prefix (language, "ja");
}

static gboolean
is_full_width (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA || (c >= 0x3000 && c <= 0x303f) ||
         (c >= 0xff00 && c <= 0xff60) || c == 0xfffc || c == ' ';
}

/* Calls for each cluster of a line that something full-width stands before or after; returns how
 * many, and widens them by add (Pango units). */
static guint
widen (const char *text, PangoLayoutLine *line, int add)
{
  guint n = 0;
  PangoGlyphInfo *last = NULL; /* of the cluster before */
  gboolean was_full = FALSE;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *item = l->data;
      const PangoGlyphString *glyphs = item->glyphs;

      for (int i = 0; i < glyphs->num_glyphs; i++)
        {
          gunichar c = g_utf8_get_char (text + item->item->offset + glyphs->log_clusters[i]);
          gboolean is_full = is_full_width (c);
          gboolean is_new = i == 0 || glyphs->log_clusters[i] != glyphs->log_clusters[i - 1];

          if (last != NULL && is_new && (is_full || was_full))
            {
              n++;
              last->geometry.width += add;
            }
          last = &glyphs->glyphs[i];
          was_full = is_full;
        }
    }
  return n;
}

static int
measure (const PangoLayoutLine *line, const char *text)
{
  int width = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *item = l->data;
      const char *last = text + item->item->offset + item->item->length - 1;

      width += pango_glyph_string_get_width (item->glyphs);
      /* A space at the end stands outside. */
      if (l->next == NULL && *last == ' ')
        width -= item->glyphs->glyphs[item->glyphs->num_glyphs - 1].geometry.width;
    }
  return width;
}

static gboolean
ends_early (const char *text, const PangoLayoutLine *line)
{
  const char *end = text + line->start_index + line->length;

  return *end == '\0' || g_utf8_get_char (end) == 0x2028 ||
         (line->length >= 3 && g_utf8_get_char (end - 3) == 0x2028);
}

void
cog_pdf_paragraph_justify (const CogPdfParagraph *paragraph, PangoLayout *layout)
{
  const CogPdfSetting *setting = &paragraph->setting;
  const char *text = pango_layout_get_text (layout);
  double em = paragraph->style.size * PANGO_SCALE;

  if (setting->text != COG_PDF_TEXT_BODY || setting->is_rtl ||
      setting->align != COG_PDF_ALIGN_START || !is_flush (setting->language))
    return;
  for (GSList *l = pango_layout_get_lines (layout); l != NULL; l = l->next)
    {
      PangoLayoutLine *line = l->data;
      double slack = setting->width * PANGO_SCALE - measure (line, text);
      guint n;

      if (slack <= 0 || slack > MOST * em || ends_early (text, line))
        continue;
      n = widen (text, line, 0);
      if (n > 0 && slack / n <= MOST_EACH * em)
        widen (text, line, (int)(slack / n));
    }
}
