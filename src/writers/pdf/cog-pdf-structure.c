/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-finish-private.h"

#include <string.h>

/* ISO 32000-1, 14.7 and 14.8; PDF/UA-1 (ISO 14289-1) clause 7. */

static void
append_text (GString *out, const char *key, const char *text)
{
  if (text == NULL)
    return;
  g_string_append (out, key);
  cog_pdf_append_string (out, text);
}

static void
append_attributes (GString *out, const CogPdfTag *tag)
{
  gboolean is_cell = tag->scope != NULL || tag->colspan > 1 || tag->rowspan > 1;

  if (is_cell)
    {
      g_string_append (out, " /A << /O /Table");
      if (tag->scope != NULL)
        g_string_append_printf (out, " /Scope /%s", tag->scope);
      if (tag->colspan > 1)
        g_string_append_printf (out, " /ColSpan %u", tag->colspan);
      if (tag->rowspan > 1)
        g_string_append_printf (out, " /RowSpan %u", tag->rowspan);
      g_string_append (out, " >>");
    }
  else if (tag->numbering != NULL)
    g_string_append_printf (out, " /A << /O /List /ListNumbering /%s >>", tag->numbering);
}

static void
append_kids (CogPdfFile *file, GString *out, CogPdfTag *tag)
{
  cog_pdf_tag_sort_kids (tag);
  g_string_append (out, " /K [");
  for (guint i = 0; tag->kids != NULL && i < tag->kids->len; i++)
    {
      const CogPdfKid *kid = &g_array_index (tag->kids, CogPdfKid, i);

      if (kid->tag != NULL)
        g_string_append_printf (out, " %d 0 R", kid->tag->object);
      else if (kid->annotation < 0)
        g_string_append_printf (out, " << /Type /MCR /Pg %d 0 R /MCID %d >>",
                                file->page_ids[kid->sheet], kid->mcid);
      else if (file->annotation_ids[kid->annotation] != 0)
        g_string_append_printf (out, " << /Type /OBJR /Pg %d 0 R /Obj %d 0 R >>",
                                file->page_ids[kid->sheet], file->annotation_ids[kid->annotation]);
    }
  g_string_append (out, " ]");
}

static gboolean
is_written (const CogPdfTags *tags, const CogPdfTag *tag)
{
  return tag == tags->root || tag->parent != NULL;
}

static void
write_element (CogPdfFile *file, CogPdfTag *tag, GString *text)
{
  g_string_printf (text, "<< /Type /StructElem /S /%s /P %d 0 R", tag->type,
                   tag->parent != NULL ? tag->parent->object : file->tree_id);
  append_text (text, " /Lang ", tag->language);
  append_text (text, " /Alt ", tag->alt);
  append_text (text, " /ActualText ", tag->actual);
  append_text (text, " /ID ", tag->id);
  append_text (text, " /T ", tag->title);
  append_attributes (text, tag);
  append_kids (file, text, tag);
  g_string_append (text, " >>");
  cog_pdf_file_put (file, tag->object, text->str);
}

/* From a page's pieces, and from each annotation, to the elements that hold them. */
static gint
write_parents (CogPdfFile *file, GString *text)
{
  const CogPdfCanvas *canvas = file->finish->canvas;
  gint id = cog_pdf_file_reserve (file);

  g_string_assign (text, "<< /Nums [");
  for (guint i = 0; i < file->n_sheets; i++)
    {
      const GArray *marks = g_ptr_array_index (canvas->sheets, i);

      g_string_append_printf (text, " %u [", i);
      for (guint k = 0; k < marks->len; k++)
        {
          const CogPdfMark *mark = &g_array_index (marks, CogPdfMark, k);
          if (mark->tag != NULL)
            g_string_append_printf (text, " %d 0 R", mark->tag->object);
        }
      g_string_append (text, " ]");
    }
  for (guint i = 0; i < canvas->annotations->len; i++)
    if (file->annotation_ids[i] != 0)
      g_string_append_printf (text, " %u %d 0 R", file->n_sheets + i,
                              g_array_index (canvas->annotations, CogPdfAnnotation, i).tag->object);
  g_string_append (text, " ] >>");
  cog_pdf_file_put (file, id, text->str);
  return id;
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(CogPdfTag *const *)a)->id, (*(CogPdfTag *const *)b)->id);
}

static void
append_ids (const CogPdfTags *tags, GString *text)
{
  g_autoptr (GPtrArray) named = g_ptr_array_new ();

  for (guint i = 0; i < tags->all->len; i++)
    {
      CogPdfTag *tag = g_ptr_array_index (tags->all, i);
      if (tag->id != NULL && is_written (tags, tag))
        g_ptr_array_add (named, tag);
    }
  if (named->len == 0)
    return;
  g_ptr_array_sort (named, compare_ids);
  g_string_append (text, " /IDTree << /Names [");
  for (guint i = 0; i < named->len; i++)
    {
      const CogPdfTag *tag = g_ptr_array_index (named, i);
      g_string_append_c (text, ' ');
      cog_pdf_append_string (text, tag->id);
      g_string_append_printf (text, " %d 0 R", tag->object);
    }
  g_string_append (text, " ] >>");
}

void
cog_pdf_structure_write (CogPdfFile *file, qpdf_oh root)
{
  CogPdfTags *tags = file->finish->composer->tags;
  g_autoptr (GString) text = g_string_new (NULL);
  gint parents;

  file->tree_id = cog_pdf_file_reserve (file);
  for (guint i = 0; i < tags->all->len; i++)
    {
      CogPdfTag *tag = g_ptr_array_index (tags->all, i);
      if (is_written (tags, tag))
        tag->object = cog_pdf_file_reserve (file);
    }
  for (guint i = 0; i < tags->all->len; i++)
    if (is_written (tags, g_ptr_array_index (tags->all, i)))
      write_element (file, g_ptr_array_index (tags->all, i), text);
  parents = write_parents (file, text);
  g_string_printf (text,
                   "<< /Type /StructTreeRoot /K [ %d 0 R ] /ParentTree %d 0 R "
                   "/ParentTreeNextKey %u",
                   tags->root->object, parents,
                   file->n_sheets + file->finish->canvas->annotations->len);
  append_ids (tags, text);
  g_string_append (text, " >>");
  cog_pdf_file_put (file, file->tree_id, text->str);
  g_string_printf (text, "%d 0 R", file->tree_id);
  cog_pdf_file_set (file, root, "/StructTreeRoot", text->str);
}
