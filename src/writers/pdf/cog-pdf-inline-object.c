/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-inlines-private.h"

#include "cog-math.h"
#include "cog-pdf-image-text.h"
#include "cog-pdf-math-line.h"

#define LARGE 3 /* lines */

static gboolean
is_plain (const GPtrArray *pieces)
{
  return pieces->len > 0 && cog_pdf_math_is_plain (g_ptr_array_index (pieces, 0));
}

static void
add_plain_math (CogPdfInlines *inlines, const xmlNode *node)
{
  g_autofree char *line = cog_pdf_math_line_dup (node);

  cog_pdf_inlines_append_text (inlines, line);
}

/* One object a piece: between them a line may end. In a line of the other direction they would
 * stand in its order, but for marks that make them one stretch of their own. */
void
cog_pdf_inlines_add_math (CogPdfInlines *inlines, const xmlNode *node)
{
  gboolean is_rtl = cog_math_is_right_to_left (node);
  const char *mark = is_rtl ? "\u200f" : "\u200e";
  const CogPdfRun *run = cog_pdf_inlines_get_run (inlines);
  CogPdfTag *tag;
  double room = inlines->paragraph->setting.width - 1;
  g_autoptr (GPtrArray) pieces =
      cog_pdf_math_new_pieces (inlines->composer->style, node, run->size, room);
  gboolean is_marked = inlines->paragraph->setting.is_rtl != is_rtl && pieces->len > 1;

  if (pieces->len > 0)
    cog_pdf_math_report (inlines->composer->report, node, g_ptr_array_index (pieces, 0));
  if (is_plain (pieces))
    {
      g_ptr_array_set_free_func (pieces, (GDestroyNotify)cog_pdf_math_free);
      add_plain_math (inlines, node);
      return;
    }
  tag = cog_pdf_inlines_add_tag (inlines, "Formula");
  if (tag != NULL)
    cog_pdf_math_describe (node, pango_language_to_string (run->language), tag);
  for (guint i = 0; i < pieces->len; i++)
    {
      CogPdfObject *object = g_new0 (CogPdfObject, 1);

      object->kind = COG_PDF_OBJECT_MATH;
      object->math = g_ptr_array_index (pieces, i);
      cog_pdf_math_get_extents (object->math, &object->width, &object->ascent, &object->descent);
      if (is_marked)
        cog_pdf_inlines_append_text (inlines, mark);
      cog_pdf_inlines_append_object (inlines, object, tag);
    }
  if (is_marked)
    cog_pdf_inlines_append_text (inlines, mark);
}

/* In a line a picture is no larger than the line is long; small ones stand on the baseline. Large
 * ones get a line that they share with others at most: text beside their foot is not read. */
void
cog_pdf_inlines_add_picture (CogPdfInlines *inlines, const xmlNode *node, CogPdfPicture *picture)
{
  CogPdfObject *object;
  double width, height, factor;
  g_autofree char *alt = cog_pdf_dup_alt (inlines->composer, node);
  CogPdfTag *tag = NULL;
  gboolean is_large;

  if (picture == NULL)
    {
      cog_pdf_inlines_append_text (inlines, alt != NULL ? alt : "");
      return;
    }
  object = g_new0 (CogPdfObject, 1);
  cog_pdf_picture_get_size (picture, &width, &height);
  cog_pdf_apply_size (node, &width, &height);
  factor = MIN (1, (inlines->paragraph->setting.width - 1) / width);
  factor = MIN (factor, inlines->composer->style->text_height * .6 / height);
  object->kind = COG_PDF_OBJECT_PICTURE;
  object->picture = picture;
  object->width = width * factor;
  object->descent = MIN (height * factor * .2, inlines->paragraph->style.size * .25);
  object->ascent = height * factor - object->descent;
  if (alt != NULL)
    tag = cog_pdf_inlines_add_tag (inlines, "Figure");
  if (tag != NULL)
    tag->alt = g_steal_pointer (&alt);
  is_large = height * factor > inlines->paragraph->style.leading * LARGE;
  if (is_large && !inlines->has_large && *inlines->text->str != '\0' &&
      !inlines->paragraph->setting.is_pre)
    cog_pdf_inlines_append_text (inlines, "\u2028");
  cog_pdf_inlines_append_object (inlines, object, tag);
  inlines->has_large = is_large;
}

static double
get_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double)PANGO_SCALE;
}

static void
collect_ruby (const xmlNode *ruby, GString *base, GString *above)
{
  const xmlNode *node = ruby;

  while ((node = cog_xml_next_in (ruby, node)) != NULL)
    {
      gboolean is_above = FALSE, is_left_out = FALSE;

      if (node->type != XML_TEXT_NODE)
        continue;
      for (const xmlNode *up = node->parent; up != NULL && up != ruby; up = up->parent)
        {
          is_above |= cog_xml_is (up, COG_NS_XHTML, "rt");
          is_left_out |= cog_xml_is (up, COG_NS_XHTML, "rp");
        }
      if (!is_left_out)
        g_string_append (is_above ? above : base, (const char *)node->content);
    }
}

/* JLReq 3.3.8: a reading may reach over the kana or sign beside its base, never over another
 * character that has a meaning of its own. */
static gboolean
is_kana (gunichar c)
{
  return (c >= 0x3000 && c <= 0x30ff) || c == 0xff0c || c == 0xff0e;
}

static double
get_overhang (const CogPdfInlines *inlines, const xmlNode *ruby, double size)
{
  const char *text = inlines->text->str;
  const char *before = g_utf8_find_prev_char (text, text + inlines->text->len);
  double most = 0;

  if (before != NULL && is_kana (g_utf8_get_char (before)))
    most += size * .25;
  if (ruby->next != NULL && ruby->next->type == XML_TEXT_NODE &&
      is_kana (g_utf8_get_char ((const char *)ruby->next->content)))
    most += size * .25;
  return most;
}

/* Base and reading are one object; the base does not break. */
void
cog_pdf_inlines_add_ruby (CogPdfInlines *inlines, const xmlNode *node)
{
  g_autoptr (GString) base = g_string_new (NULL);
  g_autoptr (GString) above = g_string_new (NULL);
  CogPdfObject *object = g_new0 (CogPdfObject, 1);
  const CogPdfRun *now = cog_pdf_inlines_get_run (inlines);
  const char *language = pango_language_to_string (now->language);
  CogPdfTag *tag = cog_pdf_inlines_add_tag (inlines, "Ruby");

  collect_ruby (node, base, above);
  object->kind = COG_PDF_OBJECT_RUBY;
  object->base = cog_pdf_paragraph_make_piece (inlines->composer, base->str, language, now->size);
  object->above =
      cog_pdf_paragraph_make_piece (inlines->composer, above->str, language, now->size * .5);
  object->width = MAX (get_width (object->base),
                       get_width (object->above) - get_overhang (inlines, node, now->size));
  object->ascent = now->size * 1.38;
  object->descent = now->size * .2;
  if (tag != NULL)
    {
      object->base_tag = cog_pdf_tags_add (inlines->composer->tags, tag, "RB", 0);
      object->above_tag = cog_pdf_tags_add (inlines->composer->tags, tag, "RT", 1);
    }
  cog_pdf_inlines_append_object (inlines, object, tag);
}
