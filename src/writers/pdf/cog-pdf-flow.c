/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-builder.h"

#include "cog-language.h"

#include <string.h>

static gboolean
has_type (const xmlNode *node, const char *word)
{
  g_autofree char *types = cog_xml_dup_attribute_ns (node, COG_NS_EPUB, "type");
  g_auto (GStrv) words = types != NULL ? g_strsplit (types, " ", -1) : NULL;

  return words != NULL && g_strv_contains ((const char *const *)words, word);
}

static gboolean
has_class (const xmlNode *node, const char *word)
{
  return cog_xml_has_word (node, "class", word);
}

/* Language and direction of an element: its own, or what they are around it. */
static void
apply_language (CogPdfLevel *level, const xmlNode *node)
{
  g_autofree char *language = cog_xml_dup_attribute (node, "lang");
  g_autofree char *dir = cog_xml_dup_attribute (node, "dir");

  if (language != NULL && cog_language_is_valid (language))
    {
      g_autofree char *tag = cog_language_canonicalise (language);
      if (tag != NULL && !cog_language_equal (tag, level->language))
        level->is_rtl = cog_language_is_rtl (tag);
      if (tag != NULL)
        level->language = g_intern_string (tag);
    }
  if (dir == NULL)
    return;
  if (strcmp (dir, "rtl") == 0 || strcmp (dir, "ltr") == 0)
    level->is_rtl = dir[0] == 'r';
  else if (strcmp (dir, "auto") == 0)
    {
      g_autofree char *text = cog_xml_dup_folded_text (node);
      PangoDirection found = pango_find_base_dir (text, -1);
      if (found != PANGO_DIRECTION_NEUTRAL)
        level->is_rtl = found == PANGO_DIRECTION_RTL;
    }
}

static CogPdfLevel *
push (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel level = *cog_pdf_builder_get_level (builder);

  level.node = node;
  level.first = level.items->len;
  level.note = NULL;
  apply_language (&level, node);
  g_array_append_val (builder->levels, level);
  return cog_pdf_builder_get_level (builder);
}

/* A line that is one bold piece is a heading in all but name: it stays with what follows. */
static gboolean
is_run_in_heading (const xmlNode *node)
{
  const xmlNode *child = cog_xml_first_element (node);
  g_autofree char *all = NULL;
  g_autofree char *bold = NULL;

  if (child == NULL || cog_xml_next_element (child) != NULL ||
      (!cog_xml_is (child, COG_NS_XHTML, "strong") && !cog_xml_is (child, COG_NS_XHTML, "b")))
    return FALSE;
  all = cog_xml_dup_folded_text (node);
  bold = cog_xml_dup_folded_text (child);
  return strlen (all) < 200 && g_str_equal (all, bold);
}

static void
add_paragraph (CogPdfBuilder *builder, const xmlNode *node, CogPdfTag *tag, CogPdfText text)
{
  CogPdfSetting setting = cog_pdf_builder_get_setting (builder, text, tag);
  CogPdfTextStyle style = cog_pdf_style_get_text (builder->composer->style, text);
  gboolean is_caption = text == COG_PDF_TEXT_CAPTION || text == COG_PDF_TEXT_CREDIT;

  if (has_class (node, "centered") || has_class (node, "equation"))
    setting.align = COG_PDF_ALIGN_CENTER;
  cog_pdf_builder_add_lines (
      builder, cog_pdf_paragraph_new (builder->composer, node, &setting), style.before, style.after,
      is_caption && cog_xml_is (node, COG_NS_XHTML, "p") && is_run_in_heading (node));
}

static guint
get_heading_level (const CogPdfBuilder *builder, const xmlNode *node)
{
  return builder->depth + (guint)(node->name[1] - '0');
}

static CogPdfText
get_heading_text (const CogPdfBuilder *builder, const CogPdfLevel *level, guint heading)
{
  static const CogPdfText texts[] = { COG_PDF_TEXT_CHAPTER, COG_PDF_TEXT_HEADING_1,
                                      COG_PDF_TEXT_HEADING_2, COG_PDF_TEXT_HEADING_3,
                                      COG_PDF_TEXT_HEADING_4 };

  if (level->text == COG_PDF_TEXT_SMALL)
    return COG_PDF_TEXT_HEADING_2;
  heading = CLAMP (heading, level->frame != NULL ? 4 : 1, 5);
  return texts[heading - 1];
}

static void
add_heading (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  guint heading = get_heading_level (builder, node);
  CogPdfText text = get_heading_text (builder, level, heading);
  CogPdfTextStyle style = cog_pdf_style_get_text (builder->composer->style, text);
  CogPdfSetting setting = cog_pdf_builder_get_setting (builder, text, NULL);
  g_autofree char *words = cog_xml_dup_folded_text (node);
  g_autofree char *id = cog_xml_dup_attribute (node, "id");

  if (*words == '\0' && cog_xml_first_element (node) == NULL)
    return;
  if (level->tag != NULL)
    {
      setting.tag = cog_pdf_tags_add_heading (builder->composer->tags, level->tag, heading);
      setting.tag->language = g_strdup (level->language);
    }
  cog_pdf_builder_add_anchor (builder, id);
  cog_pdf_builder_add_lines (builder, cog_pdf_paragraph_new (builder->composer, node, &setting),
                             style.before, style.after, TRUE);
}

/* The heading of a part that only groups, which has no content of its own. */
static void
add_title (CogPdfBuilder *builder, const CogSection *section)
{
  CogPdfText text =
      get_heading_text (builder, cog_pdf_builder_get_level (builder), builder->depth + 1);
  CogPdfTextStyle style = cog_pdf_style_get_text (builder->composer->style, text);
  CogPdfSetting setting = cog_pdf_builder_get_setting (builder, text, NULL);

  if (section->title == NULL || *section->title == '\0')
    return;
  setting.tag = cog_pdf_tags_add_heading (
      builder->composer->tags, cog_pdf_builder_get_level (builder)->tag, builder->depth + 1);
  cog_pdf_builder_add_lines (
      builder, cog_pdf_paragraph_new_for_text (builder->composer, section->title, &setting),
      style.before, style.after, TRUE);
}

static gboolean
is_leaf (const xmlNode *node, const CogVocabularyRow *row)
{
  if (row->model == COG_MODEL_INLINES)
    return TRUE;
  if (row->model != COG_MODEL_EITHER)
    return FALSE;
  for (const xmlNode *child = cog_xml_first_element (node); child != NULL;
       child = cog_xml_next_element (child))
    if (cog_vocabulary_is_block_node (child))
      return FALSE;
  return TRUE;
}

static CogPdfText
get_paragraph_text (const CogPdfLevel *level, const xmlNode *node)
{
  if (has_class (node, "credit") || has_class (node, "attribution"))
    return COG_PDF_TEXT_CREDIT;
  if (cog_xml_has_word (node, "role", "doc-subtitle") || has_type (node, "subtitle"))
    return COG_PDF_TEXT_SUBTITLE;
  return level->text;
}

static void
open_aside (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  level->tag = cog_pdf_builder_add_tag (builder, "Sect", node);
  cog_pdf_builder_open_frame (builder, .955, 3, 13);
}

static void
add_note_label (CogPdfBuilder *builder, CogPdfTag *tag, const char *text, double indent)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfLabel *label = g_new0 (CogPdfLabel, 1);
  CogPdfSetting setting = cog_pdf_builder_get_setting (
      builder, COG_PDF_TEXT_NOTE, cog_pdf_tags_add (builder->composer->tags, tag, "Lbl", 0));

  setting.width = indent;
  label->x = level->is_rtl ? level->left + level->width - indent : level->left;
  label->paragraph = cog_pdf_paragraph_new_for_text (builder->composer, text, &setting);
  if (label->paragraph != NULL)
    g_ptr_array_add (builder->labels, label);
  else
    g_free (label);
  level->left += level->is_rtl ? 0 : indent;
  level->width -= indent;
}

static void
open_note (CogPdfBuilder *builder, const xmlNode *node, const char *id, const char *mark)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfNote *note = g_new0 (CogPdfNote, 1);

  note->id = g_strdup (id);
  note->items = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_item_free);
  g_hash_table_replace (builder->flow->notes, note->id, note);
  g_ptr_array_add (builder->flow->note_list, note);
  level->tag = cog_pdf_builder_add_tag (builder, "Note", node);
  level->tag->id = g_strdup (id);
  level->note = note;
  level->items = note->items;
  level->first = 0;
  level->frame = NULL;
  level->left = 0;
  level->width = builder->composer->style->text_width;
  level->text = COG_PDF_TEXT_NOTE;
  level->align = COG_PDF_ALIGN_START;
  level->scale = 1;
  level->list_depth = 0;
  level->table_depth = 3;
  cog_pdf_builder_add_anchor (builder, id);
  add_note_label (builder, level->tag, mark, builder->composer->style->base * 1.6);
}

static void
open_aside_or_note (CogPdfBuilder *builder, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  const char *mark = id != NULL ? g_hash_table_lookup (builder->composer->note_labels, id) : NULL;

  if (mark != NULL && cog_pdf_is_footnote (node) &&
      !g_hash_table_contains (builder->flow->notes, id))
    open_note (builder, node, id, mark);
  else
    open_aside (builder, node);
}

static void
open_section (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  level->tag = cog_pdf_builder_add_tag (builder, "Sect", node);
  if (has_type (node, "learning-objectives") || has_class (node, "objectives"))
    cog_pdf_builder_open_frame (builder, .955, 0, 13);
  else if (has_type (node, "answer") || has_class (node, "solution"))
    cog_pdf_builder_open_frame (builder, 1, 1.2, 12);
  else if (has_type (node, "practice") || has_class (node, "exercise"))
    builder->before = MAX (builder->before, builder->composer->style->base * 1);
}

static void
open_quote (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  double indent = builder->composer->style->base * 2;

  level->tag = cog_pdf_builder_add_tag (builder, "BlockQuote", node);
  if (level->width > 6 * indent)
    {
      level->left += indent;
      level->width -= 2 * indent;
    }
}

static void
add_preformatted (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = push (builder, node);
  CogPdfTextStyle style = cog_pdf_style_get_text (builder->composer->style, COG_PDF_TEXT_CODE);
  CogPdfSetting setting;
  CogPdfTag *tag = cog_pdf_builder_add_tag (builder, "P", node);

  /* Programs are written left to right in any language's book. */
  level->is_rtl = FALSE;
  cog_pdf_builder_open_frame (builder, .965, 0, 8);
  setting = cog_pdf_builder_get_setting (builder, COG_PDF_TEXT_CODE, tag);
  setting.is_pre = TRUE;
  cog_pdf_builder_add_lines (builder, cog_pdf_paragraph_new (builder->composer, node, &setting),
                             style.before, style.after + 7, FALSE);
  g_array_set_size (builder->levels, builder->levels->len - 1);
  builder->before = builder->composer->style->base + 7;
}

static void
add_rule (CogPdfBuilder *builder)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfItem *item = cog_pdf_item_new (COG_PDF_ITEM_RULE);

  item->width = level->width / 4;
  item->x = level->left + (level->width - item->width) / 2;
  item->height = builder->composer->style->base;
  item->before = item->after = builder->composer->style->base * .6;
  cog_pdf_builder_add_item (builder, item);
}

static void
note_anchor (CogPdfBuilder *builder, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");

  if (id != NULL && g_hash_table_contains (builder->composer->targets, id))
    cog_pdf_builder_add_anchor (builder, id);
}

/* A leaf's text; the level is the leaf's own. */
static void
add_leaf (CogPdfBuilder *builder, const xmlNode *node, const CogVocabularyRow *row)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  switch (row->element)
    {
    case COG_ELEMENT_HEADING:
      add_heading (builder, node);
      break;
    case COG_ELEMENT_ITEM:
    case COG_ELEMENT_TERM:
    case COG_ELEMENT_DESCRIPTION:
    case COG_ELEMENT_CELL:
    case COG_ELEMENT_HEADER_CELL:
      add_paragraph (builder, node, level->tag, level->text);
      break;
    case COG_ELEMENT_FIGURE_CAPTION:
    case COG_ELEMENT_CAPTION:
      add_paragraph (builder, node, level->tag, COG_PDF_TEXT_CAPTION);
      break;
    case COG_ELEMENT_SUMMARY:
      level->is_bold = TRUE;
      add_paragraph (builder, node, cog_pdf_builder_add_tag (builder, "P", node), level->text);
      break;
    case COG_ELEMENT_PARAGRAPH:
    case COG_ELEMENT_SECTION:
    case COG_ELEMENT_PREFORMATTED:
    case COG_ELEMENT_LIST:
    case COG_ELEMENT_DESCRIPTION_LIST:
    case COG_ELEMENT_TABLE:
    case COG_ELEMENT_ROW_GROUP:
    case COG_ELEMENT_ROW:
    case COG_ELEMENT_FIGURE:
    case COG_ELEMENT_IMAGE:
    case COG_ELEMENT_AUDIO:
    case COG_ELEMENT_VIDEO:
    case COG_ELEMENT_TRACK:
    case COG_ELEMENT_QUOTE:
    case COG_ELEMENT_ASIDE:
    case COG_ELEMENT_RULE:
    case COG_ELEMENT_DETAILS:
    case COG_ELEMENT_MATH:
    case COG_ELEMENT_SVG:
    case COG_ELEMENT_BREAK:
    case COG_ELEMENT_LINK:
    case COG_ELEMENT_SPAN:
      add_paragraph (builder, node, cog_pdf_builder_add_tag (builder, "P", node),
                     get_paragraph_text (level, node));
      break;
    }
}

/* Sets up the level of a container. FALSE: the element is dealt with. */
static gboolean
open_element (CogPdfBuilder *builder, const xmlNode *node, const CogVocabularyRow *row)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  switch (row->element)
    {
    case COG_ELEMENT_SECTION:
      open_section (builder, node);
      return TRUE;
    case COG_ELEMENT_ASIDE:
      open_aside_or_note (builder, node);
      return TRUE;
    case COG_ELEMENT_QUOTE:
      open_quote (builder, node);
      return TRUE;
    case COG_ELEMENT_LIST:
    case COG_ELEMENT_DESCRIPTION_LIST:
      cog_pdf_list_open (builder, node);
      return TRUE;
    case COG_ELEMENT_ITEM:
      cog_pdf_list_open_item (builder, node);
      return TRUE;
    case COG_ELEMENT_TERM:
    case COG_ELEMENT_DESCRIPTION:
      cog_pdf_list_open_description (builder, node, row->element == COG_ELEMENT_TERM);
      return TRUE;
    case COG_ELEMENT_TABLE:
      return cog_pdf_builder_open_table (builder, node);
    case COG_ELEMENT_ROW_GROUP:
    case COG_ELEMENT_ROW:
    case COG_ELEMENT_CELL:
    case COG_ELEMENT_HEADER_CELL:
      cog_pdf_builder_open_cell (builder, node);
      return TRUE;
    case COG_ELEMENT_CAPTION:
    case COG_ELEMENT_FIGURE_CAPTION:
      level->tag = cog_pdf_builder_add_tag (builder, "Caption", node);
      level->text = COG_PDF_TEXT_CAPTION;
      return TRUE;
    case COG_ELEMENT_FIGURE:
    case COG_ELEMENT_DETAILS:
      level->tag = cog_pdf_builder_add_tag (builder, "Div", node);
      return TRUE;
    case COG_ELEMENT_IMAGE:
    case COG_ELEMENT_SVG:
      cog_pdf_figure_add_picture (builder, node);
      return FALSE;
    case COG_ELEMENT_MATH:
      cog_pdf_figure_add_math (builder, node);
      return FALSE;
    case COG_ELEMENT_AUDIO:
    case COG_ELEMENT_VIDEO:
      cog_pdf_figure_add_media (builder, node);
      return FALSE;
    case COG_ELEMENT_RULE:
      add_rule (builder);
      return FALSE;
    case COG_ELEMENT_PREFORMATTED:
      add_preformatted (builder, node);
      return FALSE;
    case COG_ELEMENT_TRACK:
    case COG_ELEMENT_BREAK:
      return FALSE;
    case COG_ELEMENT_HEADING:
    case COG_ELEMENT_PARAGRAPH:
    case COG_ELEMENT_SUMMARY:
    case COG_ELEMENT_LINK:
    case COG_ELEMENT_SPAN:
      return TRUE;
    }
  return FALSE;
}

static void
close_note (CogPdfBuilder *builder, CogPdfLevel *level)
{
  CogPdfNote *note = level->note;

  note->height = cog_pdf_items_measure (note->items, 0, note->items->len);
}

static void
close_element (CogPdfBuilder *builder, const xmlNode *node)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup (node);
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfFrame *frame = level->frame;

  if (level->note != NULL)
    close_note (builder, level);
  else if (row->element == COG_ELEMENT_FIGURE)
    cog_pdf_figure_close (builder);
  else if (row->element == COG_ELEMENT_ITEM)
    cog_pdf_list_close_item (builder);
  else if (row->element == COG_ELEMENT_ROW)
    cog_pdf_builder_close_row (builder, node);
  else if (row->element == COG_ELEMENT_TABLE)
    cog_pdf_builder_close_table (builder);
  g_array_set_size (builder->levels, builder->levels->len - 1);
  if (frame != cog_pdf_builder_get_level (builder)->frame && frame != NULL)
    builder->before = MAX (builder->before, builder->composer->style->base + frame->pad);
}

/* Whether the walk goes into it: then its level is on the stack. */
static gboolean
enter (CogPdfBuilder *builder, const xmlNode *node)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup (node);

  if (row == NULL)
    return FALSE;
  push (builder, node);
  note_anchor (builder, node);
  if (!open_element (builder, node, row))
    {
      g_array_set_size (builder->levels, builder->levels->len - 1);
      return FALSE;
    }
  if (!is_leaf (node, row))
    {
      if (node->children != NULL)
        return TRUE;
      close_element (builder, node);
      return FALSE;
    }
  add_leaf (builder, node, row);
  close_element (builder, node);
  return FALSE;
}

static void
walk (CogPdfBuilder *builder, const xmlNode *root)
{
  const xmlNode *node = root;

  while (node != NULL)
    {
      if (enter (builder, node))
        {
          node = node->children;
          continue;
        }
      while (node != NULL && (node == root || node->next == NULL))
        {
          node = node == root ? NULL : node->parent;
          if (node != NULL)
            close_element (builder, node);
        }
      node = node != NULL ? node->next : NULL;
    }
}

/* Notes that nothing on these pages calls stand at the end, as text. */
static void
add_uncalled_notes (CogPdfFlow *flow)
{
  g_autoptr (GHashTable) called = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < flow->items->len; i++)
    {
      const CogPdfItem *item = g_ptr_array_index (flow->items, i);
      for (guint k = 0; item->notes != NULL && k < item->notes->len; k++)
        g_hash_table_add (called, g_ptr_array_index (item->notes, k));
    }
  for (guint k = 0; k < flow->note_list->len; k++)
    {
      CogPdfNote *note = g_ptr_array_index (flow->note_list, k);
      if (g_hash_table_contains (called, note->id))
        continue;
      g_ptr_array_set_free_func (note->items, NULL);
      for (guint i = 0; i < note->items->len; i++)
        g_ptr_array_add (flow->items, g_ptr_array_index (note->items, i));
      g_ptr_array_set_size (note->items, 0);
      note->height = 0;
    }
}

static gboolean
is_small (const CogSection *section)
{
  return g_strcmp0 (section->id, "cognate-copyright") == 0 ||
         g_strcmp0 (section->type, "copyright-page") == 0 ||
         g_strcmp0 (section->id, "cognate-credits") == 0;
}

/* Text that goes by its name in the contents but says it nowhere gets it as a heading: not covers
 * and the like, and not where the name is among the first words in some other dress. */
static gboolean
needs_title (const CogSection *section)
{
  const xmlNode *root = cog_section_get_root (section);
  g_autofree char *text = cog_xml_dup_folded_text (root);
  g_autofree char *start = NULL;
  g_autofree char *title = NULL;

  if (section->title == NULL || cog_xml_find_child (root, COG_NS_XHTML, "h1") != NULL ||
      g_utf8_strlen (text, -1) < 400)
    return FALSE;
  *g_utf8_offset_to_pointer (text, 400) = '\0';
  start = g_utf8_casefold (text, -1);
  title = g_utf8_casefold (section->title, -1);
  return strstr (start, title) == NULL;
}

/* A chapter begins a page, and so do its modules; the first of them follows the chapter's heading.
 */
static void
open_book_section (CogPdfBuilder *builder, const CogSection *section, guint depth)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  if (depth == 0 ||
      (depth == 1 && cog_section_get_root (section) != NULL && !builder->is_chapter_open))
    builder->is_page_start = TRUE;
  builder->depth = depth;
  if (depth <= 1 && section->title != NULL)
    builder->head = section->title;
  builder->is_chapter_open = cog_section_get_root (section) == NULL;
  level->text = is_small (section) ? COG_PDF_TEXT_SMALL : COG_PDF_TEXT_BODY;
  level->language =
      g_intern_string (section->language != NULL && cog_language_is_valid (section->language)
                           ? section->language
                           : builder->composer->style->language);
  level->is_rtl = cog_language_is_rtl (level->language);
  level->tag = builder->composer->tags->root;
  cog_pdf_builder_add_anchor (builder, section->id);
  if (cog_section_get_root (section) == NULL)
    add_title (builder, section);
  else
    {
      if (needs_title (section))
        add_title (builder, section);
      walk (builder, cog_section_get_root (section));
    }
}

typedef struct
{
  const CogSection *section;
  guint depth;
} Pending;

CogPdfFlow *
cog_pdf_builder_build (CogPdfComposer *composer, const CogSection *top)
{
  CogPdfBuilder builder;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Pending));
  Pending pending = { top, 0 };

  cog_pdf_builder_begin (&builder, composer, composer->tags->root);
  g_array_append_val (stack, pending);
  while (stack->len > 0)
    {
      pending = g_array_index (stack, Pending, stack->len - 1);
      g_array_set_size (stack, stack->len - 1);
      open_book_section (&builder, pending.section, pending.depth);
      for (guint i = pending.section->children->len; i-- > 0;)
        {
          Pending child = { g_ptr_array_index (pending.section->children, i), pending.depth + 1 };
          g_array_append_val (stack, child);
        }
    }
  add_uncalled_notes (builder.flow);
  return cog_pdf_builder_end (&builder);
}
