/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-paragraph-private.h"

#include "cog-language.h"
#include "cog-pdf-image-text.h"
#include "cog-vocabulary.h"

#include <string.h>

/* The state of the walk through inlines: a copy for each open element, no recursion. */
typedef struct
{
  CogPdfComposer *composer;
  CogPdfParagraph *paragraph;
  GString *text;
  GArray *stack;     /* CogPdfRun: what holds in the open elements */
  gboolean is_space; /* the last character was one */
} Walk;

#define NOW(walk) (&g_array_index ((walk)->stack, CogPdfRun, (walk)->stack->len - 1))

static void
object_free (gpointer data)
{
  CogPdfObject *object = data;

  g_clear_pointer (&object->math, cog_pdf_math_free);
  g_clear_object (&object->base);
  g_clear_object (&object->above);
  g_free (object);
}

static void
link_clear (gpointer data)
{
  g_free (((CogPdfLink *)data)->href);
  g_free (((CogPdfLink *)data)->contents);
}

static void
point_clear (gpointer data)
{
  g_free (((CogPdfPoint *)data)->id);
}

static CogPdfParagraph *
paragraph_new (const CogPdfComposer *composer, const CogPdfSetting *setting)
{
  CogPdfParagraph *paragraph = g_new0 (CogPdfParagraph, 1);

  paragraph->setting = *setting;
  paragraph->is_quiet = setting->href != NULL;
  paragraph->setting.href = NULL; /* borrowed: the link keeps its own */
  paragraph->setting.language =
      pango_language_to_string (pango_language_from_string (setting->language));
  paragraph->style = cog_pdf_style_get_text (composer->style, setting->text);
  if (setting->scale > 0)
    {
      paragraph->style.size *= setting->scale;
      paragraph->style.leading *= setting->scale;
    }
  paragraph->runs = g_array_new (FALSE, FALSE, sizeof (CogPdfRun));
  paragraph->objects = g_ptr_array_new_with_free_func (object_free);
  paragraph->links = g_array_new (FALSE, TRUE, sizeof (CogPdfLink));
  g_array_set_clear_func (paragraph->links, link_clear);
  paragraph->points = g_array_new (FALSE, TRUE, sizeof (CogPdfPoint));
  g_array_set_clear_func (paragraph->points, point_clear);
  paragraph->lines = g_array_new (FALSE, FALSE, sizeof (CogPdfLine));
  return paragraph;
}

void
cog_pdf_paragraph_free (CogPdfParagraph *paragraph)
{
  if (paragraph == NULL)
    return;
  g_clear_object (&paragraph->layout);
  g_array_unref (paragraph->runs);
  g_ptr_array_unref (paragraph->objects);
  g_array_unref (paragraph->links);
  g_array_unref (paragraph->points);
  g_array_unref (paragraph->lines);
  g_free (paragraph);
}

static void
end_run (Walk *walk, guint start)
{
  CogPdfRun run = *NOW (walk);

  run.start = start;
  run.end = (guint)walk->text->len;
  run.key = start;
  if (run.end > run.start)
    g_array_append_val (walk->paragraph->runs, run);
}

/* Characters that would break the layout into several, or that no font draws. */
static gboolean
is_control (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f || c == 0x2029 || c == 0xfffc ||
         c == 0xfeff || (c >= 0x80 && c < 0xa0);
}

static void
append_pre (Walk *walk, gunichar c)
{
  if (c == '\n')
    g_string_append_unichar (walk->text, 0x2028);
  else if (c == '\t')
    g_string_append (walk->text, "    ");
  else
    g_string_append_unichar (walk->text, c);
}

static void
append_text (Walk *walk, const char *text)
{
  guint start = (guint)walk->text->len;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_control (c))
        continue;
      if (walk->paragraph->setting.is_pre)
        append_pre (walk, c);
      else if (c == ' ' || c == '\n' || c == '\t')
        {
          if (!walk->is_space)
            g_string_append_c (walk->text, ' ');
          walk->is_space = TRUE;
        }
      else
        {
          g_string_append_unichar (walk->text, c);
          walk->is_space = c == 0x2028;
        }
    }
  end_run (walk, start);
}

static void
append_object (Walk *walk, CogPdfObject *object, CogPdfTag *tag)
{
  guint start = (guint)walk->text->len;
  CogPdfRun run = *NOW (walk);

  g_string_append_unichar (walk->text, 0xfffc);
  run.start = run.key = start;
  run.end = (guint)walk->text->len;
  run.tag = tag;
  run.object = (gint)walk->paragraph->objects->len;
  g_ptr_array_add (walk->paragraph->objects, object);
  g_array_append_val (walk->paragraph->runs, run);
  walk->is_space = FALSE;
}

static CogPdfTag *
add_tag (Walk *walk, const char *type)
{
  CogPdfTag *parent = NOW (walk)->tag;

  if (parent == NULL)
    return NULL;
  return cog_pdf_tags_add (walk->composer->tags, parent, type, (guint)walk->text->len);
}

static void
add_math (Walk *walk, const xmlNode *node)
{
  CogPdfObject *object = g_new0 (CogPdfObject, 1);
  CogPdfTag *tag = add_tag (walk, "Formula");

  object->kind = COG_PDF_OBJECT_MATH;
  object->math = cog_pdf_math_new (walk->composer->style, node, NOW (walk)->size, FALSE,
                                   walk->paragraph->setting.is_rtl);
  cog_pdf_math_fit (object->math, walk->paragraph->setting.width - 3);
  cog_pdf_math_get_extents (object->math, &object->width, &object->ascent, &object->descent);
  object->width += 2;
  if (tag != NULL)
    tag->alt = cog_pdf_math_dup_text (node);
  append_object (walk, object, tag);
}

/* In a line a picture is no larger than the line is long; small ones stand on the baseline. */
static void
add_picture (Walk *walk, const xmlNode *node, CogPdfPicture *picture)
{
  CogPdfObject *object;
  double width, height, factor;
  g_autofree char *alt = cog_pdf_dup_alt (walk->composer, node);
  CogPdfTag *tag = NULL;

  if (picture == NULL)
    {
      append_text (walk, alt != NULL ? alt : "");
      return;
    }
  object = g_new0 (CogPdfObject, 1);
  cog_pdf_picture_get_size (picture, &width, &height);
  cog_pdf_apply_size (node, &width, &height);
  factor = MIN (1, (walk->paragraph->setting.width - 1) / width);
  factor = MIN (factor, walk->composer->style->text_height * .6 / height);
  object->kind = COG_PDF_OBJECT_PICTURE;
  object->picture = picture;
  object->width = width * factor;
  object->descent = MIN (height * factor * .2, walk->paragraph->style.size * .25);
  object->ascent = height * factor - object->descent;
  if (alt != NULL)
    tag = add_tag (walk, "Figure");
  if (tag != NULL)
    tag->alt = g_steal_pointer (&alt);
  append_object (walk, object, tag);
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

/* Base and reading are one object; the base does not break. */
static void
add_ruby (Walk *walk, const xmlNode *node)
{
  g_autoptr (GString) base = g_string_new (NULL);
  g_autoptr (GString) above = g_string_new (NULL);
  CogPdfObject *object = g_new0 (CogPdfObject, 1);
  const CogPdfRun *now = NOW (walk);
  const char *language = pango_language_to_string (now->language);
  CogPdfTag *tag = add_tag (walk, "Ruby");

  collect_ruby (node, base, above);
  object->kind = COG_PDF_OBJECT_RUBY;
  object->base = cog_pdf_paragraph_make_piece (walk->composer, base->str, language, now->size);
  object->above =
      cog_pdf_paragraph_make_piece (walk->composer, above->str, language, now->size * .5);
  object->width = MAX (get_width (object->base), get_width (object->above));
  object->ascent = now->size * 1.38;
  object->descent = now->size * .2;
  if (tag != NULL)
    {
      object->base_tag = cog_pdf_tags_add (walk->composer->tags, tag, "RB", 0);
      object->above_tag = cog_pdf_tags_add (walk->composer->tags, tag, "RT", 1);
    }
  append_object (walk, object, tag);
}

static void
add_point (Walk *walk, char *id, gboolean is_note)
{
  CogPdfPoint point = { (guint)walk->text->len, id, is_note };

  g_array_append_val (walk->paragraph->points, point);
}

static void
open_link (Walk *walk, const xmlNode *node, CogPdfRun *now)
{
  g_autofree char *href = cog_xml_dup_attribute (node, "href");
  CogPdfLink link = { 0 };
  CogPdfTag *tag;

  if (href == NULL || *href == '\0')
    return;
  if (cog_xml_has_word (node, "role", "doc-noteref") && href[0] == '#')
    {
      add_point (walk, g_strdup (href + 1), TRUE);
      if (now->rise == 0)
        {
          now->rise = now->size * .34;
          now->size *= .68;
        }
    }
  tag = add_tag (walk, "Link");
  link.contents = cog_xml_dup_folded_text (node);
  if (*link.contents == '\0')
    {
      g_free (link.contents);
      link.contents = g_strdup (href);
    }
  link.href = g_steal_pointer (&href);
  link.tag = tag;
  now->link = (gint)walk->paragraph->links->len;
  now->tag = tag;
  g_array_append_val (walk->paragraph->links, link);
}

static void
open_language (Walk *walk, const xmlNode *node, CogPdfRun *now)
{
  g_autofree char *language = cog_xml_dup_attribute (node, "lang");

  if (language == NULL || !cog_language_is_valid (language) ||
      pango_language_from_string (language) == now->language)
    return;
  now->language = pango_language_from_string (language);
  now->tag = add_tag (walk, "Span");
  if (now->tag != NULL)
    now->tag->language = cog_language_canonicalise (language);
}

static void
shift (CogPdfRun *now, double rise)
{
  now->rise += now->size * rise;
  now->size *= .68;
}

/* The look of an inline element. Sorted for nothing: the list is short. */
static void
apply_look (Walk *walk, const xmlNode *node, CogPdfRun *now)
{
  const char *name = (const char *)node->name;

  if (g_str_equal (name, "strong") || g_str_equal (name, "b"))
    now->is_bold = TRUE;
  else if (g_str_equal (name, "em") || g_str_equal (name, "i") || g_str_equal (name, "cite") ||
           g_str_equal (name, "var") || g_str_equal (name, "dfn"))
    now->is_italic = !now->is_italic;
  else if (g_str_equal (name, "code") || g_str_equal (name, "kbd") || g_str_equal (name, "samp"))
    {
      if (!now->is_mono)
        now->size *= walk->paragraph->style.is_mono ? 1 : .9;
      now->is_mono = TRUE;
      now->tag = add_tag (walk, "Code");
    }
  else if (g_str_equal (name, "sub"))
    shift (now, -.16);
  else if (g_str_equal (name, "sup"))
    shift (now, .34);
  else if (g_str_equal (name, "small"))
    now->size *= .85;
  else if (g_str_equal (name, "u"))
    now->is_underlined = TRUE;
  else if (g_str_equal (name, "s"))
    now->is_struck = TRUE;
  if (cog_xml_has_word (node, "class", "smallcaps"))
    now->is_small_caps = TRUE;
  if (cog_xml_has_word (node, "class", "underline"))
    now->is_underlined = TRUE;
  if (cog_xml_has_word (node, "class", "upright"))
    now->is_italic = FALSE;
  if (cog_xml_has_word (node, "class", "normal-weight"))
    now->is_bold = FALSE;
  if (cog_xml_has_word (node, "class", "keyterm"))
    now->is_bold = TRUE;
}

static const char *
get_quote (const Walk *walk, gboolean is_open)
{
  const char *language = pango_language_to_string (NOW (walk)->language);

  if (g_str_has_prefix (language, "fr"))
    return is_open ? "«\u00a0" : "\u00a0»";
  if (g_str_has_prefix (language, "ru") || g_str_has_prefix (language, "ar") ||
      g_str_has_prefix (language, "fa") || g_str_has_prefix (language, "es") ||
      g_str_has_prefix (language, "uk") || g_str_has_prefix (language, "kk"))
    return is_open ? "«" : "»";
  if (g_str_has_prefix (language, "ja") || g_str_has_prefix (language, "zh"))
    return is_open ? "「" : "」";
  return is_open ? "“" : "”";
}

static void
note_id (Walk *walk, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");

  if (id != NULL && g_hash_table_contains (walk->composer->targets, id))
    add_point (walk, g_steal_pointer (&id), FALSE);
}

/* Whether the walk goes into it. */
static gboolean
enter (Walk *walk, const xmlNode *node)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup (node);
  CogPdfRun now;
  g_autofree char *src = NULL;

  if (node->type == XML_TEXT_NODE)
    append_text (walk, (const char *)node->content);
  if (row == NULL)
    return FALSE;
  note_id (walk, node);
  if (row->element == COG_ELEMENT_MATH)
    add_math (walk, node);
  else if (row->element == COG_ELEMENT_SVG)
    add_picture (walk, node, cog_pdf_pictures_get_drawing (walk->composer->pictures, node));
  else if (row->element == COG_ELEMENT_IMAGE)
    {
      src = cog_xml_dup_attribute (node, "src");
      add_picture (walk, node, cog_pdf_pictures_get (walk->composer->pictures, src));
    }
  else if (row->element == COG_ELEMENT_BREAK)
    append_text (walk, walk->paragraph->setting.is_pre ? "\n" : "\u2028");
  else if (g_str_equal (row->name, "ruby"))
    add_ruby (walk, node);
  else if (g_str_equal (row->name, "q"))
    append_text (walk, get_quote (walk, TRUE));
  if (row->model != COG_MODEL_INLINES || g_str_equal (row->name, "ruby"))
    return FALSE;
  now = *NOW (walk);
  g_array_append_val (walk->stack, now);
  open_language (walk, node, NOW (walk));
  if (row->element == COG_ELEMENT_LINK)
    open_link (walk, node, NOW (walk));
  apply_look (walk, node, NOW (walk));
  return TRUE;
}

static void
leave (Walk *walk, const xmlNode *node)
{
  g_array_set_size (walk->stack, walk->stack->len - 1);
  if (cog_xml_is (node, COG_NS_XHTML, "q"))
    append_text (walk, get_quote (walk, FALSE));
}

static void
walk_inlines (Walk *walk, const xmlNode *element)
{
  const xmlNode *node = element->children;

  while (node != NULL)
    {
      gboolean is_entered = enter (walk, node);

      if (is_entered && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      if (is_entered)
        leave (walk, node);
      while (node->next == NULL)
        {
          node = node->parent;
          if (node == element)
            return;
          leave (walk, node);
        }
      node = node->next;
    }
}

static void
begin (Walk *walk, CogPdfComposer *composer, CogPdfParagraph *paragraph)
{
  const CogPdfSetting *setting = &paragraph->setting;
  CogPdfRun first = { .is_bold = paragraph->style.is_bold || setting->is_bold,
                      .is_italic = paragraph->style.is_italic,
                      .is_mono = paragraph->style.is_mono,
                      .size = paragraph->style.size,
                      .language = pango_language_from_string (setting->language),
                      .tag = setting->tag,
                      .object = -1,
                      .link = -1 };

  *walk = (Walk){ .composer = composer,
                  .paragraph = paragraph,
                  .text = g_string_new (NULL),
                  .stack = g_array_new (FALSE, FALSE, sizeof (CogPdfRun)),
                  .is_space = TRUE };
  g_array_append_val (walk->stack, first);
}

static void
trim (Walk *walk)
{
  while (walk->text->len > 0 && (walk->text->str[walk->text->len - 1] == ' ' ||
                                 g_str_has_suffix (walk->text->str, "\u2028")))
    g_string_truncate (walk->text,
                       walk->text->len - (walk->text->str[walk->text->len - 1] == ' ' ? 1 : 3));
  for (guint i = walk->paragraph->runs->len; i-- > 0;)
    {
      CogPdfRun *run = &g_array_index (walk->paragraph->runs, CogPdfRun, i);
      run->end = MIN (run->end, (guint)walk->text->len);
      run->start = MIN (run->start, run->end);
      if (run->start == run->end)
        g_array_remove_index (walk->paragraph->runs, i);
    }
}

static CogPdfParagraph *
finish (Walk *walk)
{
  CogPdfParagraph *paragraph = walk->paragraph;

  trim (walk);
  if (walk->text->len > 0)
    {
      cog_pdf_paragraph_add_actual_text (paragraph, walk->composer->tags, walk->text->str);
      cog_pdf_paragraph_lay_out (paragraph, walk->composer, walk->text->str);
    }
  else
    g_clear_pointer (&paragraph, cog_pdf_paragraph_free);
  g_string_free (walk->text, TRUE);
  g_array_unref (walk->stack);
  return paragraph;
}

CogPdfParagraph *
cog_pdf_paragraph_new (CogPdfComposer *composer,
                       const xmlNode *element,
                       const CogPdfSetting *setting)
{
  Walk walk;

  begin (&walk, composer, paragraph_new (composer, setting));
  walk_inlines (&walk, element);
  return finish (&walk);
}

CogPdfParagraph *
cog_pdf_paragraph_new_for_text (CogPdfComposer *composer,
                                const char *text,
                                const CogPdfSetting *setting)
{
  Walk walk;

  begin (&walk, composer, paragraph_new (composer, setting));
  if (setting->href != NULL)
    {
      CogPdfLink link = { g_strdup (setting->href), g_strdup (text), setting->tag };
      g_array_append_val (walk.paragraph->links, link);
      NOW (&walk)->link = 0;
    }
  append_text (&walk, text);
  return finish (&walk);
}

guint
cog_pdf_paragraph_get_n_lines (const CogPdfParagraph *paragraph)
{
  return paragraph->lines->len;
}

void
cog_pdf_paragraph_get_line (
    const CogPdfParagraph *paragraph, guint index, double *height, double *ascent, double *width)
{
  const CogPdfLine *line = &g_array_index (paragraph->lines, CogPdfLine, index);

  *height = line->height;
  *ascent = line->ascent;
  *width = line->width;
}

GArray *
cog_pdf_paragraph_get_points (const CogPdfParagraph *paragraph)
{
  return paragraph->points;
}

guint
cog_pdf_paragraph_find_line (const CogPdfParagraph *paragraph, guint position)
{
  int line = 0;

  pango_layout_index_to_line_x (paragraph->layout, (int)position, FALSE, &line, NULL);
  return MIN ((guint)MAX (line, 0), paragraph->lines->len - 1);
}
