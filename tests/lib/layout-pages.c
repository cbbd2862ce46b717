/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-pages.h"

#include "pdf-maker.h"

#define WIDTH 400.0
#define HEIGHT 500.0

void
layout_pages_set_up (LayoutPages *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = pdf_maker_finish (pdf_maker_new_page ("", "", ""));
  g_autoptr (GError) error = NULL;

  self->file = cog_pdf_file_new (bytes, "test.pdf", &error);
  g_assert_no_error (error);
  cog_pdf_file_add_font (self->file, "Serif");
  cog_pdf_file_add_font (self->file, "Serif-Bold");
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_page_close);
}

void
layout_pages_tear_down (LayoutPages *self, gconstpointer data)
{
  g_ptr_array_unref (self->pages);
  cog_pdf_file_free (self->file);
}

CogPdfPage *
layout_pages_add_page (LayoutPages *self)
{
  CogPdfPage *page = cog_pdf_page_new_empty (self->pages->len + 1, WIDTH, HEIGHT);

  g_ptr_array_add (self->pages, page);
  return page;
}

double
layout_pages_add_line (
    CogPdfPage *page, double x, double baseline, double size, guint font, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      double width = size / 2 * (double)g_utf8_strlen (words[i], -1);
      CogPdfWord word = {
        .x = x,
        .y = baseline - 0.9 * size,
        .width = width,
        .height = 1.15 * size,
        .baseline = baseline,
        .size = size,
        .text = words[i],
        .font = font,
        .mcid = -1,
        .space_before = TRUE,
      };

      cog_pdf_page_add_word (page, &word);
      x += width + size / 2;
    }
  return x - size / 2;
}

void
layout_pages_add_lines (
    CogPdfPage *page, double x, double baseline, const char *const *lines, guint n)
{
  for (guint i = 0; i < n; i++)
    layout_pages_add_line (page, x, baseline + 12 * i, 10, 0, lines[i]);
}

void
layout_pages_add_rule (CogPdfPage *page, double x, double y, double width, double height)
{
  g_array_append_vals (page->rules, &(CogPdfBox){ x, y, width, height }, 1);
}

char *
layout_pages_dup_text (const CogLayoutDocument *document, guint i)
{
  g_assert_cmpuint (document->blocks->len, >, i);
  return cog_layout_block_dup_text (document->blocks->pdata[i]);
}

void
layout_pages_assert_block (const CogLayoutDocument *document,
                           guint i,
                           CogLayoutKind kind,
                           const char *text)
{
  g_autofree char *found = layout_pages_dup_text (document, i);

  g_assert_cmpstr (found, ==, text);
  g_assert_cmpint (((CogLayoutBlock *)document->blocks->pdata[i])->kind, ==, kind);
}

char *
layout_pages_dup_cell (const CogLayoutBlock *table, guint row, guint column)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogLayoutTableCell *cell = table->cells->pdata[i];

      for (guint k = 0; cell->row == row && cell->column == column && k < cell->lines->len; k++)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                                ((CogLayoutLine *)cell->lines->pdata[k])->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
