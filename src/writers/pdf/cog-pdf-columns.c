/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-columns.h"

#include "cog-language.h"
#include "cog-xml.h"

#define GUTTER 1.9 /* of the size of the running text */

static gboolean
has_originals (const CogSection *section)
{
  const xmlNode *root = cog_section_get_root (section);

  for (const xmlNode *node = root; node != NULL; node = cog_xml_next_in (root, node))
    if (cog_xml_is (node, COG_NS_XHTML, "p") && cog_xml_has_word (node, "class", "original"))
      return TRUE;
  return FALSE;
}

/* In the section or below it. */
static gboolean
is_bilingual (const CogSection *section)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  g_ptr_array_add (waiting, (gpointer)section);
  while (waiting->len > 0)
    {
      const CogSection *next = g_ptr_array_steal_index_fast (waiting, waiting->len - 1);

      if (has_originals (next))
        return TRUE;
      for (guint i = 0; i < next->children->len; i++)
        g_ptr_array_add (waiting, g_ptr_array_index (next->children, i));
    }
  return FALSE;
}

CogPdfColumns
cog_pdf_columns_find (const CogBook *book, const CogSection *section, const CogPdfStyle *style)
{
  CogPdfColumns columns = { .sides = COG_SIDES_BELOW, .width = style->text_width };
  double gutter = style->base * GUTTER;
  gboolean is_main_left;

  if (book->second_language == NULL || style->sides == COG_SIDES_BELOW || !is_bilingual (section))
    return columns;
  columns.sides = style->sides;
  columns.is_other_rtl = cog_language_is_rtl (book->second_language);
  columns.is_mirrored = columns.is_other_rtl != style->is_rtl;
  is_main_left = columns.is_mirrored ? !style->is_rtl : style->is_rtl;
  columns.is_main_first = is_main_left == !style->is_rtl;
  if (style->sides == COG_SIDES_PAGES)
    return columns;
  columns.width = (style->text_width - gutter) / 2;
  columns.main_left = is_main_left ? 0 : columns.width + gutter;
  columns.other_left = is_main_left ? columns.width + gutter : 0;
  return columns;
}

double
cog_pdf_columns_map (const CogPdfColumns *columns, double left, double width)
{
  double from = left - columns->main_left;

  return columns->other_left + (columns->is_mirrored ? columns->width - from - width : from);
}
