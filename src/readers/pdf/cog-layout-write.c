/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-write.h"

#include "cog-xml.h"

#include <math.h>
#include <string.h>

#define MAX_LISTS 8

/* A list that is open: where its labels stand, and what its items are told apart by. */
typedef struct
{
  xmlNode *list, *item;
  double start;
  CogLayoutLabel last;
} List;

typedef struct
{
  CogPdfXhtml *xhtml;
  xmlNode *parent;
  const CogLayoutBody *body;
  GHashTable *hyphenated;
  List lists[MAX_LISTS];
  guint n_lists;
} Writing;

static void
append_lines (Writing *w, xmlNode *node, const GPtrArray *lines, guint skip, CogPdfPlain plain)
{
  g_autoptr (GArray) pieces = cog_layout_pieces_new (lines, skip, w->hyphenated);

  if (w->body->is_bold)
    plain |= COG_PDF_PLAIN_BOLD;
  if (w->body->is_fixed)
    plain |= COG_PDF_PLAIN_FIXED;
  cog_pdf_xhtml_append (w->xhtml, node, pieces, plain);
}

static void
set_direction (Writing *w, xmlNode *node, const CogLayoutBlock *block)
{
  if (block->is_rtl != w->body->is_rtl)
    cog_xml_set (node, "dir", block->is_rtl ? "rtl" : "ltr");
}

static double
get_start (const CogLayoutBlock *block)
{
  const CogLayoutLine *line = block->lines->pdata[0];

  return line->start;
}

static const char *
get_list_type (const CogLayoutLabel *label)
{
  static const char *const types[] = { NULL, NULL, "a", "A", "i", "I" };

  return types[label->numbering];
}

static void
open_list (Writing *w, const CogLayoutBlock *block)
{
  const CogLayoutLabel *label = &block->label;
  xmlNode *parent = w->n_lists > 0 ? w->lists[w->n_lists - 1].item : w->parent;
  List *list = &w->lists[w->n_lists++];

  list->list =
      cog_pdf_xhtml_add (w->xhtml, parent, label->numbering == COG_LAYOUT_BULLET ? "ul" : "ol");
  list->start = get_start (block);
  cog_xml_set (list->list, "type", get_list_type (label));
  if (label->number > 1)
    {
      g_autofree char *start = g_strdup_printf ("%u", label->number);

      cog_xml_set (list->list, "start", start);
    }
}

/* The list that an item belongs to, the innermost whose labels stand where its own does; one that
 * stands further in begins a list in the item before. */
static List *
find_list (Writing *w, const CogLayoutBlock *block)
{
  double start = get_start (block), em = w->body->size;

  while (w->n_lists > 0 && start < w->lists[w->n_lists - 1].start - 0.6 * em)
    w->n_lists--;
  if (w->n_lists > 0)
    {
      List *list = &w->lists[w->n_lists - 1];

      if (start <= list->start + 0.9 * em &&
          (list->last.numbering == block->label.numbering ||
           cog_layout_label_follows (&list->last, &block->label)))
        return list;
      if (start <= list->start + 0.9 * em)
        w->n_lists--;
      if (w->n_lists > 0 && start <= list->start + 0.9 * em &&
          cog_layout_label_follows (&w->lists[w->n_lists - 1].last, &block->label))
        return &w->lists[w->n_lists - 1];
    }
  if (w->n_lists < MAX_LISTS)
    open_list (w, block);
  return &w->lists[w->n_lists - 1];
}

static void
write_item (Writing *w, CogLayoutBlock *block)
{
  List *list = find_list (w, block);

  list->item = cog_pdf_xhtml_add_block (w->xhtml, list->list, "li", block->page, &block->box);
  list->last = block->label;
  set_direction (w, list->item, block);
  append_lines (w, list->item, block->lines, block->label.n_letters, COG_PDF_PLAIN_NONE);
}

static void
write_heading (Writing *w, CogLayoutBlock *block)
{
  char name[] = { 'h', (char)('0' + CLAMP (block->level, 1, 6)), '\0' };
  xmlNode *heading = cog_pdf_xhtml_add_block (w->xhtml, w->parent, name, block->page, &block->box);

  set_direction (w, heading, block);
  append_lines (w, heading, block->lines, 0, COG_PDF_PLAIN_BOLD | COG_PDF_PLAIN_ITALIC);
}

/* Lines of code keep their ends and their indents, which the gaps before them tell. */
static void
write_code (Writing *w, CogLayoutBlock *block)
{
  xmlNode *pre = cog_pdf_xhtml_add_block (w->xhtml, w->parent, "pre", block->page, &block->box);
  g_autoptr (GString) text = g_string_new (NULL);
  double left = G_MAXDOUBLE;

  for (guint i = 0; i < block->lines->len; i++)
    left = MIN (left, ((CogLayoutLine *)block->lines->pdata[i])->box.x);
  for (guint i = 0; i < block->lines->len; i++)
    {
      const CogLayoutLine *line = block->lines->pdata[i];
      double letter = line->n_letters > 0 ? line->size * 0.6 : 1, x = left;

      if (i > 0)
        g_string_append_c (text, '\n');
      for (guint k = 0; k < line->words->len; k++)
        {
          const CogPdfWord *word = line->words->pdata[k];
          glong n = lround ((word->x - x) / letter);

          if (g_utf8_strlen (word->text, -1) > 1)
            letter = word->width / g_utf8_strlen (word->text, -1);
          n = MAX (n, k > 0 && word->space_before ? 1 : 0);
          for (glong s = 0; s < MIN (n, 60); s++)
            g_string_append_c (text, ' ');
          g_string_append (text, word->text);
          x = word->x + word->width;
        }
    }
  xmlAddChild (pre, xmlNewText (BAD_CAST text->str));
}

static void
set_span (xmlNode *cell, const char *name, guint span)
{
  g_autofree char *value = span > 1 ? g_strdup_printf ("%u", span) : NULL;

  cog_xml_set (cell, name, value);
}

static void
write_captions (Writing *w, xmlNode *parent, const char *name, CogLayoutBlock *block)
{
  xmlNode *caption;

  if (block->inner == NULL || block->inner->len == 0)
    return;
  caption = cog_pdf_xhtml_add (w->xhtml, parent, name);
  for (guint i = 0; i < block->inner->len; i++)
    {
      CogLayoutBlock *inner = block->inner->pdata[i];

      if (i == 0)
        g_free (cog_pdf_xhtml_set_place (w->xhtml, caption, inner->page, &inner->box));
      else
        xmlAddChild (caption, xmlNewText (BAD_CAST " "));
      append_lines (w, caption, inner->lines, 0, COG_PDF_PLAIN_NONE);
    }
}

static void
write_table (Writing *w, CogLayoutBlock *block)
{
  xmlNode *table = cog_pdf_xhtml_add_block (w->xhtml, w->parent, "table", block->page, &block->box);
  xmlNode *part = NULL, *row = NULL;
  guint last = G_MAXUINT;

  set_direction (w, table, block);
  write_captions (w, table, "caption", block);
  for (guint i = 0; i < block->cells->len; i++)
    {
      const CogLayoutTableCell *cell = block->cells->pdata[i];
      const char *part_name =
          cell->is_header && cell->column == 0 && last == G_MAXUINT ? "thead" : "tbody";
      xmlNode *node;

      if (cell->row != last)
        {
          gboolean is_head = TRUE;

          for (guint k = i; k < block->cells->len &&
                            ((CogLayoutTableCell *)block->cells->pdata[k])->row == cell->row;
               k++)
            is_head = is_head && ((CogLayoutTableCell *)block->cells->pdata[k])->is_header;
          part_name = is_head ? "thead" : "tbody";
          if (part == NULL || (!cog_xml_is (part, NULL, part_name) && !is_head))
            part = cog_pdf_xhtml_add (w->xhtml, table, part_name);
          row = cog_pdf_xhtml_add (w->xhtml, part, "tr");
          last = cell->row;
        }
      node = cog_pdf_xhtml_add (w->xhtml, row, cell->is_header ? "th" : "td");
      set_span (node, "rowspan", cell->row_span);
      set_span (node, "colspan", cell->column_span);
      if (cell->lines->len > 0)
        {
          const CogLayoutLine *line = cell->lines->pdata[0];
          CogPdfBox box = line->box;

          for (guint k = 1; k < cell->lines->len; k++)
            box = cog_pdf_box_join (&box, &((CogLayoutLine *)cell->lines->pdata[k])->box);
          g_free (cog_pdf_xhtml_set_place (w->xhtml, node, line->page, &box));
          append_lines (w, node, cell->lines, 0,
                        cell->is_header ? COG_PDF_PLAIN_BOLD : COG_PDF_PLAIN_NONE);
        }
    }
}

/* A formula that stands alone. */
static void
write_equation (Writing *w, const CogLayoutBlock *block)
{
  xmlNode *line = cog_pdf_xhtml_add_block (w->xhtml, w->parent, "p", block->page, &block->box);
  xmlNode *picture;

  cog_xml_set (line, "class", "equation");
  picture = cog_pdf_xhtml_add (w->xhtml, line, "img");
  cog_xml_set (picture, "class", "math");
  cog_xml_set (picture, "src", block->id);
  cog_xml_set (picture, "alt", block->alt);
}

static void
write_figure (Writing *w, CogLayoutBlock *block)
{
  xmlNode *figure =
      cog_pdf_xhtml_add_block (w->xhtml, w->parent, "figure", block->page, &block->box);
  xmlNode *picture;

  if (block->caption_above)
    write_captions (w, figure, "figcaption", block);
  if (block->id != NULL)
    {
      picture = cog_pdf_xhtml_add (w->xhtml, figure, "img");
      /* Without alt: it waits for a description. An empty one would say that it needs none. */
      cog_xml_set (picture, "src", block->id);
    }
  if (!block->caption_above)
    write_captions (w, figure, "figcaption", block);
}

static void
write_note (Writing *w, CogLayoutBlock *block)
{
  xmlNode *aside = cog_pdf_xhtml_add (w->xhtml, w->parent, "aside");
  xmlNode *text;

  if (block->id != NULL)
    cog_xml_set (aside, "id", block->id);
  xmlSetNsProp (aside, w->xhtml->epub, BAD_CAST "type", BAD_CAST "footnote");
  cog_xml_set (aside, "role", "doc-footnote");
  text = cog_pdf_xhtml_add_block (w->xhtml, aside, "p", block->page, &block->box);
  set_direction (w, text, block);
  append_lines (w, text, block->lines, block->label.n_letters, COG_PDF_PLAIN_NONE);
}

static void
write_paragraph (Writing *w, CogLayoutBlock *block)
{
  xmlNode *parent = w->parent;
  xmlNode *paragraph;

  /* What goes on at the indent of an item's text belongs to the item. */
  if (block->level > 0 && w->n_lists > 0)
    parent = w->lists[w->n_lists - 1].item;
  else
    w->n_lists = 0;
  paragraph = cog_pdf_xhtml_add_block (w->xhtml, parent, "p", block->page, &block->box);
  set_direction (w, paragraph, block);
  append_lines (w, paragraph, block->lines, 0, COG_PDF_PLAIN_NONE);
}

void
cog_layout_write (CogPdfXhtml *xhtml,
                  xmlNode *parent,
                  GPtrArray *blocks,
                  guint first,
                  guint end,
                  const CogLayoutBody *body,
                  GHashTable *hyphenated)
{
  Writing w = { xhtml, parent, body, hyphenated };

  g_return_if_fail (xhtml != NULL && parent != NULL && blocks != NULL && end <= blocks->len);

  for (guint i = first; i < end; i++)
    {
      CogLayoutBlock *block = blocks->pdata[i];

      if (block->kind != COG_LAYOUT_ITEM && block->kind != COG_LAYOUT_PARAGRAPH &&
          block->kind != COG_LAYOUT_NOTE)
        w.n_lists = 0;
      switch (block->kind)
        {
        case COG_LAYOUT_PARAGRAPH:
          write_paragraph (&w, block);
          break;
        case COG_LAYOUT_HEADING:
          write_heading (&w, block);
          break;
        case COG_LAYOUT_ITEM:
          write_item (&w, block);
          break;
        case COG_LAYOUT_TABLE:
          write_table (&w, block);
          break;
        case COG_LAYOUT_FIGURE:
          if (block->alt != NULL && block->id != NULL)
            write_equation (&w, block);
          else
            write_figure (&w, block);
          break;
        case COG_LAYOUT_NOTE:
          write_note (&w, block);
          break;
        case COG_LAYOUT_CODE:
          write_code (&w, block);
          break;
        }
    }
}
