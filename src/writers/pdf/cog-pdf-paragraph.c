/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-paragraph-private.h"

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

static void
line_clear (gpointer data)
{
  g_ptr_array_unref (((CogPdfLine *)data)->runs);
}

CogPdfParagraph *
cog_pdf_paragraph_new_empty (const CogPdfComposer *composer, const CogPdfSetting *setting)
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
  paragraph->leading =
      paragraph->style.leading * cog_pdf_style_get_script_leading (paragraph->setting.language);
  paragraph->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  paragraph->runs = g_array_new (FALSE, FALSE, sizeof (CogPdfRun));
  paragraph->objects = g_ptr_array_new_with_free_func (object_free);
  paragraph->links = g_array_new (FALSE, TRUE, sizeof (CogPdfLink));
  g_array_set_clear_func (paragraph->links, link_clear);
  paragraph->points = g_array_new (FALSE, TRUE, sizeof (CogPdfPoint));
  g_array_set_clear_func (paragraph->points, point_clear);
  paragraph->lines = g_array_new (FALSE, FALSE, sizeof (CogPdfLine));
  g_array_set_clear_func (paragraph->lines, line_clear);
  return paragraph;
}

void
cog_pdf_paragraph_free (CogPdfParagraph *paragraph)
{
  if (paragraph == NULL)
    return;
  g_array_unref (paragraph->lines);
  g_ptr_array_unref (paragraph->layouts);
  g_array_unref (paragraph->runs);
  g_ptr_array_unref (paragraph->objects);
  g_array_unref (paragraph->links);
  g_array_unref (paragraph->points);
  g_free (paragraph);
}

CogPdfText
cog_pdf_paragraph_get_text (const CogPdfParagraph *paragraph)
{
  return paragraph->setting.text;
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
  guint first = 0, end = paragraph->lines->len;

  while (first + 1 < end)
    {
      guint middle = first + (end - first) / 2;

      if (g_array_index (paragraph->lines, CogPdfLine, middle).start <= position)
        first = middle;
      else
        end = middle;
    }
  return first;
}
