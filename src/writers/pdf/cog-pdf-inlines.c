/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-address.h"

#include "cog-language.h"
#include "cog-line-breaks.h"
#include "cog-vocabulary.h"

#include <string.h>

CogPdfRun *
cog_pdf_inlines_get_run (CogPdfInlines *inlines)
{
  return &g_array_index (inlines->stack, CogPdfRun, inlines->stack->len - 1);
}

static void
end_run (CogPdfInlines *inlines, guint start)
{
  CogPdfRun run = *cog_pdf_inlines_get_run (inlines);

  run.start = start;
  run.end = (guint)inlines->text->len;
  run.key = start;
  if (run.end > run.start)
    g_array_append_val (inlines->paragraph->runs, run);
}

/* Characters that would break the layout into several, or that no font draws. */
static gboolean
is_control (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f || c == 0x2029 || c == 0xfffc ||
         c == 0xfeff || (c >= 0x80 && c < 0xa0);
}

static void
append_pre (CogPdfInlines *inlines, gunichar c)
{
  if (c == '\n')
    g_string_append_unichar (inlines->text, 0x2028);
  else if (c == '\t')
    g_string_append (inlines->text, "    ");
  else
    g_string_append_unichar (inlines->text, c);
}

void
cog_pdf_inlines_append_text (CogPdfInlines *inlines, const char *text)
{
  guint start = (guint)inlines->text->len;
  g_autofree char *marked = inlines->paragraph->setting.is_pre ? NULL : cog_line_breaks_mark (text);

  for (const char *p = marked != NULL ? marked : text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_control (c))
        continue;
      if (inlines->has_large && !g_unichar_isspace (c))
        {
          inlines->has_large = FALSE;
          g_string_append_unichar (inlines->text, 0x2028);
        }
      if (inlines->paragraph->setting.is_pre)
        append_pre (inlines, c);
      else if (c == ' ' || c == '\n' || c == '\t')
        {
          if (!inlines->is_space)
            g_string_append_c (inlines->text, ' ');
          inlines->is_space = TRUE;
        }
      else
        {
          g_string_append_unichar (inlines->text, c);
          inlines->is_space = c == 0x2028;
        }
    }
  end_run (inlines, start);
}

void
cog_pdf_inlines_append_object (CogPdfInlines *inlines, CogPdfObject *object, CogPdfTag *tag)
{
  guint start = (guint)inlines->text->len;
  CogPdfRun run = *cog_pdf_inlines_get_run (inlines);

  g_string_append_unichar (inlines->text, 0xfffc);
  run.start = run.key = start;
  run.end = (guint)inlines->text->len;
  run.tag = tag;
  run.object = (gint)inlines->paragraph->objects->len;
  g_ptr_array_add (inlines->paragraph->objects, object);
  g_array_append_val (inlines->paragraph->runs, run);
  inlines->is_space = FALSE;
  inlines->has_large = FALSE;
}

CogPdfTag *
cog_pdf_inlines_add_tag (CogPdfInlines *inlines, const char *type)
{
  CogPdfTag *parent = cog_pdf_inlines_get_run (inlines)->tag;

  if (parent == NULL)
    return NULL;
  return cog_pdf_tags_add (inlines->composer->tags, parent, type, (guint)inlines->text->len);
}

void
cog_pdf_inlines_add_point (CogPdfInlines *inlines, char *id, gboolean is_note)
{
  CogPdfPoint point = { (guint)inlines->text->len, id, is_note };

  g_array_append_val (inlines->paragraph->points, point);
}

static void
note_id (CogPdfInlines *inlines, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");

  if (id != NULL && g_hash_table_contains (inlines->composer->targets, id))
    cog_pdf_inlines_add_point (inlines, g_steal_pointer (&id), FALSE);
}

/* The arrow from a note back to its mark, which stands above it on the same page. */
static gboolean
is_way_back (const CogPdfInlines *inlines, const xmlNode *node)
{
  g_autofree char *text = NULL;

  if (inlines->paragraph->setting.text != COG_PDF_TEXT_NOTE ||
      !cog_xml_has_word (node, "role", "doc-backlink"))
    return FALSE;
  text = cog_xml_dup_folded_text (node);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* A name in another script keeps its own direction, and what stands around it that of the line
 * (HTML's bdi; UAX #9, isolates). Only lines that have two directions need it. */
static gboolean
is_isolated (const CogPdfInlines *inlines, const xmlNode *node)
{
  g_autofree char *text = NULL;
  gboolean is_rtl = FALSE;

  if (!cog_xml_is (node, COG_NS_XHTML, "bdi"))
    return FALSE;
  if (inlines->paragraph->setting.is_rtl)
    return TRUE;
  text = cog_xml_dup_folded_text (node);
  return cog_text_guess_rtl (text, &is_rtl) && is_rtl;
}

static void
add_text (CogPdfInlines *inlines, const char *text)
{
  gsize n_marks = cog_pdf_address_measure_marks (inlines, text);

  if (n_marks > 0)
    {
      g_autofree char *marks = g_strndup (text, n_marks);

      cog_pdf_inlines_append_text (inlines, marks);
    }
  cog_pdf_address_flush (inlines);
  {
    g_autofree char *held = cog_pdf_address_dup_held (inlines, text + n_marks);

    cog_pdf_inlines_append_text (inlines, held != NULL ? held : text + n_marks);
  }
}

/* Whether the walk goes into it. */
static gboolean
enter (CogPdfInlines *inlines, const xmlNode *node)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup (node);
  CogPdfRun now;
  g_autofree char *src = NULL;

  if (node->type == XML_TEXT_NODE)
    add_text (inlines, (const char *)node->content);
  if (row == NULL)
    return FALSE;
  if (is_way_back (inlines, node))
    return FALSE;
  note_id (inlines, node);
  if (row->element == COG_ELEMENT_MATH)
    cog_pdf_inlines_add_math (inlines, node);
  else if (row->element == COG_ELEMENT_SVG)
    cog_pdf_inlines_add_picture (inlines, node,
                                 cog_pdf_pictures_get_drawing (inlines->composer->pictures, node));
  else if (row->element == COG_ELEMENT_IMAGE)
    {
      src = cog_xml_dup_attribute (node, "src");
      cog_pdf_inlines_add_picture (inlines, node,
                                   cog_pdf_pictures_get (inlines->composer->pictures, src));
    }
  else if (row->element == COG_ELEMENT_BREAK)
    cog_pdf_inlines_append_text (inlines, inlines->paragraph->setting.is_pre ? "\n" : "\u2028");
  else if (g_str_equal (row->name, "ruby"))
    cog_pdf_inlines_add_ruby (inlines, node);
  else if (g_str_equal (row->name, "q"))
    cog_pdf_inlines_append_text (inlines, cog_pdf_inlines_get_quote (inlines, TRUE));
  else if (is_isolated (inlines, node))
    cog_pdf_inlines_append_text (inlines, "\u2068");
  if (row->model != COG_MODEL_INLINES || g_str_equal (row->name, "ruby"))
    return FALSE;
  now = *cog_pdf_inlines_get_run (inlines);
  g_array_append_val (inlines->stack, now);
  cog_pdf_inlines_open_language (inlines, node, cog_pdf_inlines_get_run (inlines));
  if (row->element == COG_ELEMENT_LINK)
    cog_pdf_inlines_open_link (inlines, node, cog_pdf_inlines_get_run (inlines));
  cog_pdf_inlines_apply_look (inlines, node, cog_pdf_inlines_get_run (inlines));
  return TRUE;
}

static void
leave (CogPdfInlines *inlines, const xmlNode *node)
{
  g_array_set_size (inlines->stack, inlines->stack->len - 1);
  if (cog_xml_is (node, COG_NS_XHTML, "q"))
    cog_pdf_inlines_append_text (inlines, cog_pdf_inlines_get_quote (inlines, FALSE));
  else if (is_isolated (inlines, node))
    cog_pdf_inlines_append_text (inlines, "\u2069");
  cog_pdf_address_note (inlines, node);
}

static void
walk_inlines (CogPdfInlines *inlines, const xmlNode *element)
{
  const xmlNode *node = element->children;

  while (node != NULL)
    {
      gboolean is_entered = enter (inlines, node);

      if (is_entered && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      if (is_entered)
        leave (inlines, node);
      while (node->next == NULL)
        {
          node = node->parent;
          if (node == element)
            return;
          leave (inlines, node);
        }
      node = node->next;
    }
}

static void
begin (CogPdfInlines *inlines, CogPdfComposer *composer, CogPdfParagraph *paragraph)
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

  *inlines = (CogPdfInlines){ .composer = composer,
                              .paragraph = paragraph,
                              .text = g_string_new (NULL),
                              .stack = g_array_new (FALSE, FALSE, sizeof (CogPdfRun)),
                              .is_space = TRUE };
  g_array_append_val (inlines->stack, first);
}

static void
trim (CogPdfInlines *inlines)
{
  while (inlines->text->len > 0 && (inlines->text->str[inlines->text->len - 1] == ' ' ||
                                    g_str_has_suffix (inlines->text->str, "\u2028")))
    g_string_truncate (inlines->text,
                       inlines->text->len -
                           (inlines->text->str[inlines->text->len - 1] == ' ' ? 1 : 3));
  for (guint i = inlines->paragraph->runs->len; i-- > 0;)
    {
      CogPdfRun *run = &g_array_index (inlines->paragraph->runs, CogPdfRun, i);
      run->end = MIN (run->end, (guint)inlines->text->len);
      run->start = MIN (run->start, run->end);
      if (run->start == run->end)
        g_array_remove_index (inlines->paragraph->runs, i);
    }
}

static CogPdfParagraph *
finish (CogPdfInlines *inlines)
{
  CogPdfParagraph *paragraph = inlines->paragraph;

  trim (inlines);
  if (inlines->text->len > 0)
    {
      cog_pdf_paragraph_lay_out (paragraph, inlines->composer, inlines->text->str);
      cog_pdf_paragraph_add_actual_text (paragraph, inlines->composer->tags, inlines->text->str);
    }
  else
    g_clear_pointer (&paragraph, cog_pdf_paragraph_free);
  g_string_free (inlines->text, TRUE);
  g_array_unref (inlines->stack);
  return paragraph;
}

CogPdfParagraph *
cog_pdf_paragraph_new (CogPdfComposer *composer,
                       const xmlNode *element,
                       const CogPdfSetting *setting)
{
  CogPdfInlines inlines;

  begin (&inlines, composer, cog_pdf_paragraph_new_empty (composer, setting));
  walk_inlines (&inlines, element);
  cog_pdf_address_flush (&inlines);
  return finish (&inlines);
}

CogPdfParagraph *
cog_pdf_paragraph_new_for_text (CogPdfComposer *composer,
                                const char *text,
                                const CogPdfSetting *setting)
{
  CogPdfInlines inlines;

  begin (&inlines, composer, cog_pdf_paragraph_new_empty (composer, setting));
  if (setting->href != NULL)
    {
      CogPdfLink link = { g_strdup (setting->href), g_strdup (text), setting->tag };
      g_array_append_val (inlines.paragraph->links, link);
      cog_pdf_inlines_get_run (&inlines)->link = 0;
    }
  cog_pdf_inlines_append_text (&inlines, text);
  return finish (&inlines);
}
