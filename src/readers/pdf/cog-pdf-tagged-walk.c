/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-own-edition.h"
#include "cog-pdf-tagged-private.h"

#include <math.h>
#include <string.h>

#define INLINE_HEIGHT 40 /* points: a picture in a text that is taller stands by itself */
#define IMPLICIT "data-implicit"

/* Blocks that are being written into a parent; text that stands in no block gets a p. */
typedef struct
{
  CogPdfTagged *tagged;
  xmlNode *parent;
  CogPdfRuns runs;
  const char *name;           /* of the block that the text is for */
  const CogPdfElement *block; /* whose text it is (nullable): stands between blocks */
  gboolean is_plain;
  gboolean skips_labels; /* of an item */
} Flow;

static void take_kids (Flow *flow, const CogPdfElement *element);

static void
flush (Flow *flow)
{
  xmlNode *node;

  if (cog_pdf_runs_is_empty (&flow->runs))
    return;
  node = cog_pdf_tagged_add_node (flow->tagged, flow->parent, flow->name, flow->block);
  if (flow->block == NULL || flow->block->type != COG_PDF_TYPE_PARAGRAPH)
    cog_xml_set (node, IMPLICIT, "1");
  cog_pdf_runs_write (&flow->runs, node, flow->is_plain);
  /* Nothing but spaces. */
  if (node->children == NULL)
    {
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
}

/* A leaf: its text, and what stands in it that is no text. */
static void
write_leaf (CogPdfTagged *self,
            const CogPdfElement *element,
            xmlNode *parent,
            const char *name,
            gboolean is_plain)
{
  Flow flow = { .tagged = self, .parent = parent, .name = name, .block = element };

  flow.is_plain = is_plain;
  cog_pdf_runs_init (&flow.runs, self);
  take_kids (&flow, element);
  flush (&flow);
  cog_pdf_runs_clear (&flow.runs);
}

static gboolean
has_block (const CogPdfElement *element)
{
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfElement *kid = g_array_index (element->kids, CogPdfKid, i).element;

      if (kid == NULL)
        continue;
      switch ((int)kid->type)
        {
        case COG_PDF_TYPE_PARAGRAPH:
        case COG_PDF_TYPE_HEADING:
        case COG_PDF_TYPE_TITLE:
        case COG_PDF_TYPE_LIST:
        case COG_PDF_TYPE_TABLE:
        case COG_PDF_TYPE_BLOCK_QUOTE:
        case COG_PDF_TYPE_ASIDE:
        case COG_PDF_TYPE_CAPTION:
        case COG_PDF_TYPE_NOTE:
        case COG_PDF_TYPE_CONTENTS:
          return TRUE;
        default:
          if (has_block (kid))
            return TRUE;
        }
    }
  return FALSE;
}

/* Our editions have an element with a title for each section. before: the last node before it
 * (nullable) */
static void
mark_section (Flow *flow, const CogPdfElement *element, const xmlNode *before)
{
  xmlNode *first = before != NULL ? before->next : flow->parent->children;
  g_autofree char *depth = NULL;
  guint n = 1;

  for (const CogPdfElement *up = element->parent; up != NULL; up = up->parent)
    n += up->type == COG_PDF_TYPE_SECTION && up->title != NULL;
  depth = g_strdup_printf ("%u", n);
  if (first == NULL || first->type != XML_ELEMENT_NODE ||
      xmlHasProp (first, BAD_CAST "data-section"))
    return;
  cog_xml_set (first, "data-section", depth);
  cog_xml_set (first, "data-title", element->title);
}

/* Elements in a line: what they say holds for the text in them. */
static void
take_inline (Flow *flow, const CogPdfElement *element)
{
  CogPdfTaggedRun outer = flow->runs.style;

  if (element->type == COG_PDF_TYPE_LABEL && flow->skips_labels)
    return;
  flow->runs.style.is_strong |= element->type == COG_PDF_TYPE_STRONG;
  flow->runs.style.is_emphasised |= element->type == COG_PDF_TYPE_EM;
  flow->runs.style.is_code |= element->type == COG_PDF_TYPE_CODE;
  flow->runs.style.is_quote |= element->type == COG_PDF_TYPE_QUOTE;
  flow->runs.style.is_call |= element->type == COG_PDF_TYPE_REFERENCE;
  if (cog_pdf_tagged_has_language (flow->tagged, element))
    flow->runs.style.language = element->language;
  take_kids (flow, element);
  flow->runs.style = outer;
}

/* Whether a group stands among the words of a text, though no element says that it is one: Chromium
 * has an item's words in a group beside its emphasised ones. */
static gboolean
is_among_words (const CogPdfElement *element)
{
  const CogPdfElement *parent = element->parent;

  if (element->type != COG_PDF_TYPE_NON_STRUCT || parent == NULL)
    return FALSE;
  for (guint i = 0; parent->kids != NULL && i < parent->kids->len; i++)
    {
      const CogPdfKid *kid = &g_array_index (parent->kids, CogPdfKid, i);

      if (kid->element == NULL ? kid->mcid >= 0
                               : cog_pdf_type_is_inline (kid->element->type) &&
                                     kid->element->type != COG_PDF_TYPE_LABEL)
        return TRUE;
    }
  return FALSE;
}

/* What only groups: in a text it is text, else its text is a block of its own. */
static void
take_group (Flow *flow, const CogPdfElement *element)
{
  gboolean is_section = element->type == COG_PDF_TYPE_SECTION;
  const xmlNode *before;

  if ((flow->block != NULL || is_among_words (element)) && !has_block (element))
    {
      take_inline (flow, element);
      return;
    }
  flush (flow);
  if (cog_pdf_tagged_is_figure (flow->tagged, element) &&
      cog_pdf_tagged_write_figure (flow->tagged, element, flow->parent))
    return;
  before = flow->parent->last;
  flow->tagged->section_depth += is_section ? 1 : 0;
  if (has_block (element))
    take_kids (flow, element);
  else if (!cog_pdf_tagged_write_code (flow->tagged, element, flow->parent))
    write_leaf (flow->tagged, element, flow->parent, "p", FALSE);
  flush (flow);
  if (is_section && element->title != NULL && flow->tagged->is_own)
    mark_section (flow, element, before);
  flow->tagged->section_depth -= is_section ? 1 : 0;
}

static void
take_heading (Flow *flow, const CogPdfElement *element)
{
  guint level = element->level != 0 ? element->level : MAX (flow->tagged->section_depth, 1);
  char name[3] = { 'h', (char)('0' + CLAMP (level, 1, 6)), '\0' };

  flush (flow);
  write_leaf (flow->tagged, element, flow->parent, name, TRUE);
}

/* A container of blocks: a quotation, a box. */
static void
take_container (Flow *flow, const CogPdfElement *element, const char *name)
{
  xmlNode *node;

  flush (flow);
  node = cog_pdf_tagged_add_node (flow->tagged, flow->parent, name, element);
  cog_pdf_tagged_write_blocks (flow->tagged, element, node);
  if (node->children != NULL)
    return;
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

static gboolean
is_low (CogPdfTagged *self, const CogPdfElement *element)
{
  CogPdfExtent extent = { 0 };

  cog_pdf_tagged_extend (self, element, FALSE, &extent);
  if (extent.page == 0)
    cog_pdf_tagged_extend (self, element, TRUE, &extent);
  return extent.box.height <= INLINE_HEIGHT;
}

/* Whether there is text in a block beside the picture. */
static gboolean
has_other_text (CogPdfTagged *self, const CogPdfElement *block, const CogPdfElement *picture)
{
  for (guint i = 0; block->kids != NULL && i < block->kids->len; i++)
    {
      const CogPdfKid *kid = &g_array_index (block->kids, CogPdfKid, i);
      guint n;

      if (kid->element == picture)
        continue;
      if (kid->element != NULL ? has_other_text (self, kid->element, picture)
                               : cog_pdf_tagged_find_words (self, kid, &n) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A picture or formula: in a line where it is low and a text stands around it. */
static void
take_figure (Flow *flow, const CogPdfElement *element)
{
  gboolean is_inline = flow->block != NULL && flow->block->type != COG_PDF_TYPE_FIGURE &&
                       g_strcmp0 (element->placement, "Block") != 0 &&
                       is_low (flow->tagged, element) &&
                       has_other_text (flow->tagged, flow->block, element);
  xmlNode *picture = is_inline ? cog_pdf_tagged_new_picture (flow->tagged, element) : NULL;

  if (picture != NULL)
    {
      cog_pdf_runs_add_object (&flow->runs, picture);
      return;
    }
  if (is_inline)
    {
      take_kids (flow, element);
      return;
    }
  flush (flow);
  if (!cog_pdf_tagged_write_figure (flow->tagged, element, flow->parent))
    write_leaf (flow->tagged, element, flow->parent, "p", FALSE);
  else if (flow->block != NULL && flow->block->type == COG_PDF_TYPE_PARAGRAPH)
    cog_xml_set (flow->parent->last, "data-in-text", "1");
}

/* A caption that was put into a paragraph stays; the credit below it goes. */
static gboolean
is_added (const CogPdfTagged *self, const CogPdfElement *element)
{
  return self->is_own && cog_own_edition_is_added (element->id) &&
         !g_str_has_prefix (element->id, "cognate-caption-");
}

/* In our editions, the picture that stands in no section. */
static void
take_cover (CogPdfTagged *self, const CogPdfElement *element)
{
  CogPdfExtent extent = { 0 };

  if (!self->is_own || self->cover != NULL || element->type != COG_PDF_TYPE_FIGURE ||
      element->parent == NULL || element->parent->type != COG_PDF_TYPE_DOCUMENT ||
      self->host->cut == NULL)
    return;
  cog_pdf_tagged_extend (self, element, FALSE, &extent);
  if (extent.page == 1)
    self->cover = self->host->cut (extent.page, &extent.box, self->host->user_data);
}

static void
take_element (Flow *flow, const CogPdfElement *element)
{
  take_cover (flow->tagged, element);
  if (is_added (flow->tagged, element))
    return;
  if (element->actual != NULL && cog_pdf_type_is_inline (element->type))
    {
      CogPdfTaggedRun outer = flow->runs.style;

      if (cog_pdf_tagged_has_language (flow->tagged, element))
        flow->runs.style.language = element->language;
      cog_pdf_runs_add_text (&flow->runs, element, element->actual);
      flow->runs.style = outer;
      return;
    }
  switch ((int)element->type)
    {
    case COG_PDF_TYPE_ARTIFACT:
      return;
    case COG_PDF_TYPE_PARAGRAPH:
      flush (flow);
      if (!cog_pdf_tagged_write_code (flow->tagged, element, flow->parent))
        write_leaf (flow->tagged, element, flow->parent, "p", FALSE);
      return;
    case COG_PDF_TYPE_HEADING:
    case COG_PDF_TYPE_TITLE:
      take_heading (flow, element);
      return;
    case COG_PDF_TYPE_LIST:
      flush (flow);
      cog_pdf_tagged_write_list (flow->tagged, element, flow->parent);
      return;
    case COG_PDF_TYPE_TABLE:
      flush (flow);
      cog_pdf_tagged_write_table (flow->tagged, element, flow->parent);
      return;
    case COG_PDF_TYPE_FIGURE:
    case COG_PDF_TYPE_FORMULA:
      take_figure (flow, element);
      return;
    case COG_PDF_TYPE_CAPTION:
      flush (flow);
      cog_pdf_tagged_write_caption (flow->tagged, element, flow->parent);
      return;
    case COG_PDF_TYPE_NOTE:
      /* In a text, where it is called: it stands after the block. */
      if (flow->block == NULL)
        flush (flow);
      cog_pdf_tagged_write_note (flow->tagged, element, flow->parent);
      return;
    case COG_PDF_TYPE_BLOCK_QUOTE:
      take_container (flow, element, "blockquote");
      return;
    case COG_PDF_TYPE_ASIDE:
      take_container (flow, element, "aside");
      return;
    case COG_PDF_TYPE_CONTENTS:
      /* Each edition gets a new one. */
      flow->tagged->has_contents = TRUE;
      return;
    default:
      if (cog_pdf_type_is_inline (element->type))
        take_inline (flow, element);
      else
        take_group (flow, element);
    }
}

static void
take_kids (Flow *flow, const CogPdfElement *element)
{
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfKid *kid = &g_array_index (element->kids, CogPdfKid, i);

      if (kid->element != NULL)
        take_element (flow, kid->element);
      else if (kid->mcid >= 0)
        cog_pdf_runs_add_kid (&flow->runs, element, kid);
    }
}

void
cog_pdf_tagged_write_blocks (CogPdfTagged *self, const CogPdfElement *element, xmlNode *parent)
{
  Flow flow = { .tagged = self, .parent = parent, .name = "p" };

  flow.skips_labels = element->type == COG_PDF_TYPE_NOTE || element->type == COG_PDF_TYPE_ITEM;
  cog_pdf_runs_init (&flow.runs, self);
  take_kids (&flow, element);
  flush (&flow);
  cog_pdf_runs_clear (&flow.runs);
}

/* The place of a block that goes into another is the other's. */
static void
rename_block (CogPdfTagged *self, const xmlNode *from, const xmlNode *to)
{
  g_autofree char *old = cog_xml_dup_attribute (from, "id");
  g_autofree char *id = cog_xml_dup_attribute (to, "id");

  for (guint i = self->blocks->len; i > 0 && i + 50 > self->blocks->len; i--)
    {
      CogPdfTaggedBlock *block = &g_array_index (self->blocks, CogPdfTaggedBlock, i - 1);

      if (g_strcmp0 (block->id, old) == 0)
        {
          g_free (block->id);
          block->id = g_strdup (id);
          return;
        }
    }
}

void
cog_pdf_tagged_write_either (CogPdfTagged *self,
                             const CogPdfElement *element,
                             xmlNode *node,
                             gboolean is_wrapped)
{
  xmlNode *only;

  cog_pdf_tagged_write_blocks (self, element, node);
  only = cog_xml_first_element (node);
  if (only == NULL || cog_xml_next_element (only) != NULL || !cog_xml_is (only, NULL, "p") ||
      (!is_wrapped && !xmlHasProp (only, BAD_CAST IMPLICIT)))
    return;
  rename_block (self, only, node);
  cog_xml_unwrap (only);
}
