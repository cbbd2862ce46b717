/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-take.h"

#include "cog-reader-findings.h"

#include <string.h>

static gboolean
is_hidden (CogTake *take, const xmlNode *node, CogStyle style)
{
  static const char *const hidden[] = { "mw-editsection", "noprint", NULL };

  if (xmlHasProp ((xmlNode *)node, (const xmlChar *)"hidden") && !cog_take_is_note (node) &&
      strcmp ((const char *)node->name, "nav") != 0)
    return TRUE;
  if (cog_take_has_class (node, hidden))
    return TRUE;
  /* Reading systems hide notes to show them at their place. */
  if ((style & COG_STYLE_HIDDEN) && !cog_take_is_note (node) && !cog_take_holds (node, "math"))
    {
      cog_report_add (take->self->report, &cog_finding_hidden_dropped, take->file, NULL, NULL);
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_display (const xmlNode *math)
{
  g_autofree char *display = cog_xml_dup_attribute (math, "display");
  g_autofree char *mode = cog_xml_dup_attribute (math, "mode");

  return g_strcmp0 (display, "block") == 0 || g_strcmp0 (mode, "display") == 0;
}

static void
add_math (CogTake *take, const xmlNode *node)
{
  gboolean block = is_display (node);
  xmlNode *parent = block ? cog_builder_get_block_parent (take->builder)
                          : cog_builder_get_inline_parent (take->builder);
  xmlNode *math = cog_foreign_copy_math (take->self, take->file, node, parent, block);
  g_autofree char *id = cog_take_dup_id (take, node);

  if (math != NULL)
    cog_xml_set (math, "id", id);
}

static void
add_svg (CogTake *take, const xmlNode *node)
{
  gboolean block =
      !cog_builder_has_leaf (take->builder) && cog_builder_may_hold_block (take->builder);
  xmlNode *parent = block ? cog_builder_get_block_parent (take->builder)
                          : cog_builder_get_inline_parent (take->builder);

  cog_foreign_copy_svg (take->self, take->file, take->prefix, node, parent);
}

/* epub:switch: the case with MathML, else the default (EPUB 3.0, 2.1.3.4). Returns the case. */
static const xmlNode *
choose_case (const xmlNode *node)
{
  const xmlNode *fallback = NULL;

  for (const xmlNode *child = cog_xml_first_element (node); child != NULL;
       child = cog_xml_next_element (child))
    {
      g_autofree char *namespace = cog_xml_dup_attribute (child, "required-namespace");

      if (g_strcmp0 (namespace, COG_NS_MATHML) == 0)
        return child;
      if (strcmp ((const char *)child->name, "default") == 0)
        fallback = child;
    }
  return fallback;
}

static gboolean
is_unchosen_case (const xmlNode *node)
{
  return node->parent != NULL && node->parent->type == XML_ELEMENT_NODE &&
         strcmp ((const char *)node->parent->name, "switch") == 0 &&
         choose_case (node->parent) != node;
}

/* The picture that stands beside a formula for those who cannot show it. */
static gboolean
is_fallback_of_math (const xmlNode *node)
{
  static const char *const fallbacks[] = { "mwe-math-fallback-image-inline",
                                           "mwe-math-fallback-image-display", NULL };

  if (!cog_take_has_class (node, fallbacks))
    return FALSE;
  return node->parent != NULL && cog_take_holds (node->parent, "math");
}

static gboolean enter_mapped (CogTake *take, CogTakeFrame *frame, const xmlNode *node);

/* Returns whether the walk goes into the element. */
static gboolean
enter (CogTake *take, CogTakeFrame *frame, const xmlNode *node)
{
  const char *ns = node->ns != NULL ? (const char *)node->ns->href : NULL;

  if (is_unchosen_case (node))
    return FALSE;
  if (cog_xml_is (node, COG_NS_MATHML, "math") ||
      (ns == NULL && strcmp ((const char *)node->name, "math") == 0))
    {
      add_math (take, node);
      return FALSE;
    }
  if (cog_xml_is (node, COG_NS_SVG, "svg"))
    {
      add_svg (take, node);
      return FALSE;
    }
  return enter_mapped (take, frame, node);
}

/* "Figure 1.3", "(a)": written by us or by a reader as a thing of its own in the text. */
static gboolean
is_marked_number (const xmlNode *node)
{
  return cog_xml_has_word (node, "class", "number") || cog_xml_has_word (node, "class", "label");
}

static gboolean
enter_styled (CogTake *take,
              CogTakeFrame *frame,
              const xmlNode *node,
              CogStyle style,
              CogTakeAction action,
              const char *as)
{
  g_autofree char *id = NULL;

  /* A line's number in the margin does not belong to the line's last word. */
  if ((style & COG_STYLE_APART) && (action == COG_TAKE_UNWRAP || action == COG_TAKE_INLINE) &&
      cog_builder_has_leaf (take->builder))
    cog_builder_add_text (take->builder, " ");
  switch (action)
    {
    case COG_TAKE_UNWRAP:
      if (cog_take_is_page_break (node))
        {
          cog_take_add_page_break (take, node);
          return FALSE;
        }
      cog_take_open_styled (take, frame, node, style, NULL);
      if (strcmp ((const char *)node->name, "span") == 0 &&
          (xmlHasProp ((xmlNode *)node, (const xmlChar *)"lang") ||
           xmlHasProp ((xmlNode *)node, (const xmlChar *)"dir") ||
           xmlHasNsProp ((xmlNode *)node, (const xmlChar *)"lang", (const xmlChar *)COG_NS_XML) ||
           xmlHasNsProp ((xmlNode *)node, (const xmlChar *)"type", (const xmlChar *)COG_NS_EPUB) ||
           is_marked_number (node)))
        cog_take_open_inline (take, frame, node, "span");
      else if ((id = cog_take_dup_id (take, node)) != NULL)
        cog_builder_push_id (take->builder, id);
      return TRUE;
    case COG_TAKE_INLINE:
      if (cog_take_is_page_break (node))
        {
          cog_take_add_page_break (take, node);
          return FALSE;
        }
      cog_take_open_inline (take, frame, node, as);
      cog_take_open_styled (take, frame, node, style, as);
      return TRUE;
    case COG_TAKE_TRANSPARENT:
      if (cog_take_is_page_break (node))
        {
          cog_take_add_page_break (take, node);
          return FALSE;
        }
      cog_take_open_box (take, frame, node);
      return TRUE;
    case COG_TAKE_BLOCK:
      if (cog_take_is_page_break (node) && node->children == NULL)
        {
          cog_take_add_page_break (take, node);
          return FALSE;
        }
      cog_take_open_block (take, frame, node, as);
      return TRUE;
    case COG_TAKE_SKIP:
    case COG_TAKE_SCRIPT:
    case COG_TAKE_FORM:
    case COG_TAKE_BREAK:
    case COG_TAKE_RULE:
    case COG_TAKE_IMAGE:
    case COG_TAKE_MEDIA:
    case COG_TAKE_FRAME:
    case COG_TAKE_SWITCH:
      break;
    }
  return TRUE;
}

static gboolean
enter_mapped (CogTake *take, CogTakeFrame *frame, const xmlNode *node)
{
  CogTakeAction action;
  const char *as = cog_take_get_action (node, &action);
  CogStyle style = cog_style_lookup (take->self->styles, node);

  if (is_hidden (take, node, style))
    return FALSE;
  switch (action)
    {
    case COG_TAKE_SKIP:
      return FALSE;
    case COG_TAKE_SCRIPT:
      cog_report_add (take->self->report, &cog_finding_script_dropped, take->file, NULL, NULL);
      return strcmp ((const char *)node->name, "canvas") == 0;
    case COG_TAKE_FORM:
      cog_report_add (take->self->report, &cog_finding_form_dropped, take->file, NULL, NULL);
      return FALSE;
    case COG_TAKE_BREAK:
      if (cog_builder_has_leaf (take->builder))
        cog_take_add_child (cog_builder_get_inline_parent (take->builder), "br");
      return FALSE;
    case COG_TAKE_RULE:
      cog_take_add_child (cog_builder_get_block_parent (take->builder), "hr");
      return FALSE;
    case COG_TAKE_IMAGE:
      if (!is_fallback_of_math (node))
        cog_take_add_image (take, node);
      return FALSE;
    case COG_TAKE_MEDIA:
      cog_take_add_media (take, node, as);
      return FALSE;
    case COG_TAKE_FRAME:
      return cog_take_add_frame (take, node);
    case COG_TAKE_UNWRAP:
    case COG_TAKE_TRANSPARENT:
    case COG_TAKE_BLOCK:
    case COG_TAKE_INLINE:
    case COG_TAKE_SWITCH:
      return enter_styled (take, frame, node, style, action, as);
    }
  return TRUE;
}

static void
leave (CogTake *take, const CogTakeFrame *frame)
{
  for (guint i = 0; i < frame->n_inlines; i++)
    cog_builder_close_inline (take->builder);
  if (frame->block != NULL)
    cog_builder_close_block (take->builder, frame->block);
  else if (frame->breaks)
    cog_builder_break (take->builder);
  if (frame->is_pre)
    cog_builder_set_preformatted (take->builder, FALSE);
}

static void
walk (CogTake *take, const xmlNode *body)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, TRUE, sizeof (CogTakeFrame));
  const xmlNode *node = body->children;

  while (node != NULL)
    {
      gboolean inside = FALSE;

      if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
          node->content != NULL)
        cog_builder_add_text (take->builder, (const char *)node->content);
      else if (node->type == XML_ELEMENT_NODE)
        {
          CogTakeFrame frame = { node, NULL, 0, FALSE, FALSE };

          inside = enter (take, &frame, node);
          if (inside && node->children != NULL)
            {
              g_array_append_val (stack, frame);
              node = node->children;
              continue;
            }
          leave (take, &frame);
        }
      while (node != NULL && node->next == NULL && stack->len > 0)
        {
          CogTakeFrame frame = g_array_index (stack, CogTakeFrame, stack->len - 1);

          g_array_set_size (stack, stack->len - 1);
          leave (take, &frame);
          node = frame.source;
        }
      node = node->next;
    }
}

void
cog_normalizer_take (CogNormalizer *self,
                     const char *file,
                     const xmlNode *body,
                     CogSection *section)
{
  xmlNode *root;
  CogTake take = { self, NULL, file, NULL };

  g_return_if_fail (self != NULL && file != NULL && body != NULL && section != NULL);

  root = cog_section_get_root (section);
  if (root == NULL)
    root = cog_section_make_content (section);
  take.prefix = self->has_plain_ids ? g_strdup ("") : g_strconcat (section->id, "-", NULL);
  take.builder = cog_builder_new (root);
  cog_take_copy_direction (body, root);
  {
    g_autofree char *id = cog_take_dup_id (&take, body);

    if (id != NULL)
      cog_builder_push_id (take.builder, id);
  }
  walk (&take, body);
  cog_builder_free (take.builder);
  cog_take_empty_spaces (root);
  cog_take_drop_empty (root);
  g_free (take.prefix);
  if (!g_ptr_array_find (self->taken, section, NULL))
    g_ptr_array_add (self->taken, section);
}
