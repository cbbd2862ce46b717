/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-front.h"

#include "cog-attribution.h"
#include "cog-language.h"
#include "cog-markup.h"
#include "cog-pdf-builder.h"
#include "cog-pdf-entries.h"
#include "cog-pdf-pages.h"

#include <string.h>

#define FOLIO_WIDTH 44
#define FEW_LINES 6

/* A title that a somewhat smaller size brings to one line gets it; a very long one is set small. */
static double
find_title_scale (CogPdfBuilder *builder, const char *text, CogPdfSetting setting)
{
  static const double scales[] = { 1, .85, .72 };

  setting.tag = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (CogPdfParagraph) paragraph = NULL;
      setting.scale = scales[i];
      paragraph = cog_pdf_paragraph_new_for_text (builder->composer, text, &setting);
      if (paragraph != NULL && cog_pdf_paragraph_get_n_lines (paragraph) == 1)
        return scales[i];
    }
  return g_utf8_strlen (text, -1) > 120 ? .5 : g_utf8_strlen (text, -1) > 60 ? .72 : 1;
}

static void
add_text (CogPdfBuilder *builder, const char *text, CogPdfText kind)
{
  CogPdfTextStyle style = cog_pdf_style_get_text (builder->composer->style, kind);
  CogPdfSetting setting;

  if (text == NULL || *text == '\0')
    return;
  setting =
      cog_pdf_builder_get_setting (builder, kind, cog_pdf_builder_add_tag (builder, "P", NULL));
  if (kind == COG_PDF_TEXT_TITLE)
    setting.scale = find_title_scale (builder, text, setting);
  cog_pdf_builder_add_lines (builder,
                             cog_pdf_paragraph_new_for_text (builder->composer, text, &setting),
                             style.before, style.after, FALSE);
}

static void
add_space (CogPdfBuilder *builder, double height)
{
  CogPdfItem *item = cog_pdf_item_new (COG_PDF_ITEM_RULE);

  item->height = height;
  cog_pdf_builder_add_item (builder, item);
}

static void
add_rule (CogPdfBuilder *builder)
{
  const CogPdfStyle *style = builder->composer->style;
  CogPdfItem *item = cog_pdf_item_new (COG_PDF_ITEM_RULE);

  item->width = style->text_width * .2;
  item->x = style->is_rtl ? style->text_width - item->width : 0;
  item->height = style->base * 2.4;
  cog_pdf_builder_add_item (builder, item);
}

static gboolean
is_full_stop (gunichar c)
{
  return c == '.' || c == 0x3002 || c == 0x0964 || c == 0x06d4;
}

/* "Translated by N. N." where there is a sentence for it, without its full stop: the title page is
 * no place for sentences. */
static char *
dup_people_line (const char *language, CogRole role, const char *names)
{
  const char *key = role == COG_ROLE_TRANSLATOR ? "translator"
                    : role == COG_ROLE_ADAPTER  ? "adapter"
                                                : NULL;
  GString *line = g_string_new (key != NULL ? cog_attribution_get_word (language, key) : "{names}");
  const char *last = g_utf8_find_prev_char (line->str, line->str + line->len);

  if (last != NULL && is_full_stop (g_utf8_get_char (last)))
    g_string_truncate (line, (gsize)(last - line->str));
  g_string_replace (line, "{names}", names, 1);
  return g_string_free (line, FALSE);
}

static void
add_people (CogPdfBuilder *builder, const CogCredit *credit)
{
  static const CogRole roles[] = { COG_ROLE_AUTHOR, COG_ROLE_EDITOR, COG_ROLE_TRANSLATOR,
                                   COG_ROLE_ADAPTER, COG_ROLE_ILLUSTRATOR };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *names = cog_credit_dup_names (credit, roles[i]);
      g_autofree char *line =
          names != NULL && *names != '\0'
              ? dup_people_line (builder->composer->style->language, roles[i], names)
              : NULL;
      add_text (builder, line, COG_PDF_TEXT_AUTHOR);
    }
}

CogPdfFlow *
cog_pdf_front_new_title (CogPdfComposer *composer)
{
  const CogCredit *credit = composer->book->credit;
  CogPdfBuilder builder;
  CogPdfLevel *level;

  cog_pdf_builder_begin (&builder, composer, composer->tags->root);
  level = cog_pdf_builder_get_level (&builder);
  level->tag = cog_pdf_builder_add_tag (&builder, "Sect", NULL);
  level->tag->id = g_strdup (COG_PDF_ADDED "title-page");
  add_space (&builder, composer->style->text_height * .22);
  add_text (&builder, cog_book_get_title (composer->book), COG_PDF_TEXT_TITLE);
  if (credit != NULL)
    {
      add_text (&builder, credit->subtitle, COG_PDF_TEXT_SUBTITLE);
      add_rule (&builder);
      add_people (&builder, credit);
      add_space (&builder, composer->style->base * 2);
      add_text (&builder, credit->edition, COG_PDF_TEXT_SMALL);
      add_text (&builder, cog_book_get_imprint (composer->book), COG_PDF_TEXT_SMALL);
      add_text (&builder, credit->year, COG_PDF_TEXT_SMALL);
    }
  return cog_pdf_builder_end (&builder);
}

static void
add_heading (CogPdfBuilder *builder)
{
  CogPdfComposer *composer = builder->composer;
  CogPdfTextStyle style = cog_pdf_style_get_text (composer->style, COG_PDF_TEXT_CHAPTER);
  CogPdfSetting setting = cog_pdf_builder_get_setting (
      builder, COG_PDF_TEXT_CHAPTER,
      cog_pdf_tags_add_heading (composer->tags, cog_pdf_builder_get_level (builder)->tag, 1));

  cog_pdf_builder_add_lines (
      builder,
      cog_pdf_paragraph_new_for_text (
          composer, cog_markup_get_word (composer->style->language, "contents"), &setting),
      0, style.after, TRUE);
}

static void
add_entry (CogPdfBuilder *builder,
           const CogPdfEntry *entry,
           guint depth,
           double scale,
           CogPdfTag *toc,
           CogPdfTag **toci)
{
  CogPdfComposer *composer = builder->composer;
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  double base = composer->style->base, indent = depth * base * 1.6;
  g_autofree char *href = g_strconcat ("#", entry->id, NULL);
  CogPdfSetting setting;
  CogPdfItem *last;
  CogPdfTag *reference;

  *toci = cog_pdf_tags_add (composer->tags, toc, "TOCI", 0);
  reference = cog_pdf_tags_add (composer->tags, *toci, "Reference", 0);
  level->left = composer->style->is_rtl ? FOLIO_WIDTH : indent;
  level->width = composer->style->text_width - indent - FOLIO_WIDTH;
  setting = cog_pdf_builder_get_setting (builder, COG_PDF_TEXT_BODY,
                                         cog_pdf_tags_add (composer->tags, reference, "Link", 0));
  setting.is_bold = depth == 0;
  setting.scale = scale;
  setting.href = href;
  if (!cog_pdf_builder_add_lines (builder,
                                  cog_pdf_paragraph_new_for_text (composer, entry->title, &setting),
                                  depth == 0 ? base * scale * .7 : 0, base * .12, FALSE))
    return;
  last = g_ptr_array_index (level->items, level->items->len - 1);
  last->contents = entry;
  last->tag = reference;
}

static gboolean
is_listed (const CogPdfComposer *composer, const CogPdfEntry *entry, guint depth)
{
  return entry->depth <= depth && !cog_pdf_entry_is_added (entry) &&
         !g_str_equal (entry->id, "cognate-copyright") &&
         (composer->cover == NULL || g_strcmp0 (entry->id, composer->cover->id) != 0);
}

static guint
count_listed (const CogPdfComposer *composer, GArray *entries, guint depth)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += is_listed (composer, &g_array_index (entries, CogPdfEntry, i), depth);
  return n;
}

static CogPdfFlow *
make_contents (CogPdfComposer *composer, GArray *entries, guint depth, double scale)
{
  CogPdfBuilder builder;
  CogPdfTag *tocs[8] = { NULL }, *toci = NULL;
  CogPdfTag *section;
  guint last = 0;

  cog_pdf_builder_begin (&builder, composer, composer->tags->root);
  section = cog_pdf_builder_add_tag (&builder, "Sect", NULL);
  section->id = g_strdup (COG_PDF_ADDED "contents");
  cog_pdf_builder_get_level (&builder)->tag = section;
  add_heading (&builder);
  tocs[0] = cog_pdf_tags_add (composer->tags, section, "TOC", 0);
  for (guint i = 0; i < entries->len; i++)
    {
      const CogPdfEntry *entry = &g_array_index (entries, CogPdfEntry, i);
      guint at;

      if (!is_listed (composer, entry, depth))
        continue;
      at = toci != NULL ? MIN (entry->depth, last + 1) : 0;
      if (toci != NULL && at > last)
        tocs[at] = cog_pdf_tags_add (composer->tags, toci, "TOC", 1);
      add_entry (&builder, entry, at, scale, tocs[at], &toci);
      last = at;
    }
  return cog_pdf_builder_end (&builder);
}

CogPdfFlow *
cog_pdf_front_new_contents (CogPdfComposer *composer, GArray *entries, GPtrArray **pages)
{
  guint depth = cog_pdf_entries_get_contents_depth (entries);
  CogPdfFlow *flow = NULL;

  if (count_listed (composer, entries, depth) < 2)
    return NULL;
  /* A last page with a few lines on it: somewhat smaller, they find room on the others. What is
   * thrown away leaves elements without content, which are not written. */
  for (double scale = 1; scale > .9; scale -= .04)
    {
      const CogPdfPage *last;

      g_clear_pointer (pages, g_ptr_array_unref);
      g_clear_pointer (&flow, cog_pdf_flow_free);
      flow = make_contents (composer, entries, depth, scale);
      *pages = cog_pdf_pages_new (composer, flow);
      last = g_ptr_array_index (*pages, (*pages)->len - 1);
      if ((*pages)->len == 1 || last->placed->len > FEW_LINES)
        break;
    }
  return flow;
}

void
cog_pdf_front_number_contents (CogPdfComposer *composer,
                               CogPdfFlow *flow,
                               const CogPdfCanvas *canvas,
                               guint n_front,
                               guint offset)
{
  const CogPdfStyle *style = composer->style;

  for (guint i = 0; i < flow->items->len; i++)
    {
      CogPdfItem *item = g_ptr_array_index (flow->items, i);
      const CogPdfPlace *place =
          item->contents != NULL ? g_hash_table_lookup (canvas->places, item->contents->id) : NULL;
      CogPdfSetting setting = { .text = COG_PDF_TEXT_BODY,
                                .language = style->language,
                                .is_rtl = style->is_rtl,
                                .align = COG_PDF_ALIGN_END,
                                .width = style->text_width,
                                .tag = item->tag };
      g_autofree char *number = NULL;

      if (place == NULL)
        continue;
      number = cog_language_format_number (
          style->language, place->sheet + 1 + (place->sheet >= n_front ? offset : 0));
      item->folio = cog_pdf_paragraph_new_for_text (composer, number, &setting);
      g_ptr_array_add (flow->paragraphs, item->folio);
    }
}
