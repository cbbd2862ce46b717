/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-finish-private.h"

#include "cog-language.h"
#include "cog-pdf-findings.h"
#include "cog-pdf-object.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

gint
cog_pdf_file_reserve (CogPdfFile *file)
{
  /* Not null: qpdf leaves out keys whose value is null when they are set. */
  qpdf_oh empty = qpdf_oh_new_dictionary (file->qpdf);
  qpdf_oh object = qpdf_make_indirect_object (file->qpdf, empty);
  gint id = qpdf_oh_get_object_id (file->qpdf, object);

  qpdf_oh_release (file->qpdf, object);
  qpdf_oh_release (file->qpdf, empty);
  return id;
}

void
cog_pdf_file_put (CogPdfFile *file, gint id, const char *text)
{
  qpdf_oh object = cog_pdf_object_new (file->qpdf, text);

  qpdf_replace_object (file->qpdf, id, 0, object);
  qpdf_oh_release (file->qpdf, object);
}

void
cog_pdf_file_set (CogPdfFile *file, qpdf_oh dictionary, const char *key, const char *text)
{
  qpdf_oh object = cog_pdf_object_new (file->qpdf, text);

  qpdf_oh_replace_key (file->qpdf, dictionary, key, object);
  qpdf_oh_release (file->qpdf, object);
}

void
cog_pdf_append_string (GString *out, const char *text)
{
  g_autofree gunichar2 *wide = NULL;
  glong n = 0;

  if (g_str_is_ascii (text))
    {
      g_string_append_c (out, '(');
      for (const char *p = text; *p != '\0'; p++)
        {
          if (*p == '(' || *p == ')' || *p == '\\')
            g_string_append_c (out, '\\');
          g_string_append_c (out, (guchar)*p < 0x20 ? ' ' : *p);
        }
      g_string_append_c (out, ')');
      return;
    }
  wide = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  g_string_append (out, "<FEFF");
  for (glong i = 0; i < n; i++)
    g_string_append_printf (out, "%04X", wide[i]);
  g_string_append_c (out, '>');
}

void
cog_pdf_append_number (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (out, ' ');
  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.3f", number));
}

guint
cog_pdf_file_get_number (const CogPdfFile *file, guint sheet)
{
  const CogPdfFinish *finish = file->finish;
  guint first_contents = file->n_sheets - finish->n_contents;

  if (sheet < finish->n_front)
    return sheet + 1;
  if (sheet >= first_contents)
    return finish->n_front + sheet - first_contents + 1;
  return sheet + finish->n_contents + 1;
}

static gboolean
read_pages (CogPdfFile *file, GError **error)
{
  guint n = (guint)qpdf_get_num_pages (file->qpdf);

  if (n != file->n_sheets)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("The PDF could not be written: %u pages of %u are in it."), n,
                   file->n_sheets);
      return FALSE;
    }
  file->page_ids = g_new0 (gint, n);
  for (guint i = 0; i < n; i++)
    {
      qpdf_oh page = qpdf_get_page_n (file->qpdf, i);
      file->page_ids[i] = qpdf_oh_get_object_id (file->qpdf, page);
      qpdf_oh_release (file->qpdf, page);
    }
  return TRUE;
}

static void
set_box (CogPdfFile *file, qpdf_oh page, const char *name, double margin)
{
  const CogPdfStyle *style = file->finish->composer->style;
  g_autoptr (GString) box = g_string_new ("[");

  cog_pdf_append_number (box, style->slug - margin);
  cog_pdf_append_number (box, style->slug - margin);
  cog_pdf_append_number (box, style->slug + style->width + margin);
  cog_pdf_append_number (box, style->slug + style->height + margin);
  g_string_append (box, " ]");
  cog_pdf_file_set (file, page, name, box->str);
}

/* What is cut, and what goes over the cut, within the paper (ISO 15930-7, 6.12: as PDF/X). */
static void
set_boxes (CogPdfFile *file, qpdf_oh page)
{
  const CogPdfStyle *style = file->finish->composer->style;

  if (!style->is_bound)
    return;
  set_box (file, page, "/TrimBox", 0);
  set_box (file, page, "/BleedBox", style->bleed);
  set_box (file, page, "/CropBox", style->slug);
}

static void
set_page (CogPdfFile *file, guint sheet, qpdf_oh page)
{
  const GArray *annotations = file->finish->canvas->annotations;
  g_autoptr (GString) list = g_string_new ("[");
  g_autofree char *key = g_strdup_printf ("%u", sheet);

  set_boxes (file, page);
  for (guint i = 0; i < annotations->len; i++)
    if (g_array_index (annotations, CogPdfAnnotation, i).sheet == sheet &&
        file->annotation_ids[i] != 0)
      g_string_append_printf (list, " %d 0 R", file->annotation_ids[i]);
  g_string_append (list, " ]");
  cog_pdf_file_set (file, page, "/StructParents", key);
  cog_pdf_file_set (file, page, "/Tabs", "/S");
  qpdf_oh_remove_key (file->qpdf, page, "/Annots");
  if (list->len > 3)
    cog_pdf_file_set (file, page, "/Annots", list->str);
}

/* PDF/UA-1, 7.21.3.2: said also where it is the default. */
static void
mend_fonts (CogPdfFile *file)
{
  gint n = cog_pdf_file_reserve (file);

  for (gint i = 1; i < n; i++)
    {
      qpdf_oh object = qpdf_get_object_by_id (file->qpdf, i, 0);

      if (qpdf_oh_is_dictionary_of_type (file->qpdf, object, "/Font", "/CIDFontType2") &&
          !qpdf_oh_has_key (file->qpdf, object, "/CIDToGIDMap"))
        cog_pdf_file_set (file, object, "/CIDToGIDMap", "/Identity");
      qpdf_oh_release (file->qpdf, object);
    }
}

static void
mend_picture (CogPdfFile *file, qpdf_oh stream)
{
  static const char *const keys[] = { "/ColorSpace", "/BitsPerComponent", "/DecodeParms" };
  qpdf_oh dictionary = qpdf_oh_get_dict (file->qpdf, stream);
  qpdf_oh params = qpdf_oh_get_key (file->qpdf, dictionary, "/DecodeParms");
  const char *text = NULL;
  qpdf_oh right;

  if (qpdf_oh_is_dictionary (file->qpdf, params) &&
      qpdf_oh_has_key (file->qpdf, params, "/DamagedRowsBeforeError"))
    {
      qpdf_oh number = qpdf_oh_get_key (file->qpdf, params, "/DamagedRowsBeforeError");
      text = cog_pdf_pictures_get_plain (file->finish->composer->pictures,
                                         qpdf_oh_get_uint_value_as_uint (file->qpdf, number));
    }
  if (text == NULL)
    return;
  right = cog_pdf_object_new (file->qpdf, text);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    qpdf_oh_replace_key (file->qpdf, dictionary, keys[i],
                         qpdf_oh_get_key (file->qpdf, right, keys[i]));
  cog_pdf_file_set (file, dictionary, "/Filter", "/FlateDecode");
  qpdf_oh_release (file->qpdf, right);
}

/* PNGs that cairo wrote as faxes (cog-pdf-picture-png.c) say what they are. */
static void
mend_pictures (CogPdfFile *file)
{
  gint n = cog_pdf_file_reserve (file);

  for (gint i = 1; i < n; i++)
    {
      qpdf_oh object = qpdf_get_object_by_id (file->qpdf, i, 0);

      if (qpdf_oh_is_stream (file->qpdf, object))
        {
          qpdf_oh dictionary = qpdf_oh_get_dict (file->qpdf, object);
          qpdf_oh filter = qpdf_oh_get_key (file->qpdf, dictionary, "/Filter");

          if (qpdf_oh_is_name_and_equals (file->qpdf, filter, "/CCITTFaxDecode"))
            mend_picture (file, object);
          qpdf_oh_release (file->qpdf, filter);
          qpdf_oh_release (file->qpdf, dictionary);
        }
      qpdf_oh_release (file->qpdf, object);
    }
}

static gboolean
write_pages (CogPdfFile *file, GError **error)
{
  for (guint i = 0; i < file->n_sheets; i++)
    {
      qpdf_oh page = qpdf_get_object_by_id (file->qpdf, file->page_ids[i], 0);
      gboolean ok = cog_pdf_marks_write (file, i, page);

      if (!file->is_booklet)
        set_page (file, i, page);
      qpdf_oh_release (file->qpdf, page);
      if (ok)
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("The PDF could not be written: page %u is not as it was drawn."), i + 1);
      return FALSE;
    }
  return TRUE;
}

/* The contents were drawn last, when all pages were known; they stand after the front pages. */
static void
move_contents (CogPdfFile *file)
{
  const CogPdfFinish *finish = file->finish;
  guint first = file->n_sheets - finish->n_contents;
  qpdf_oh before;

  if (finish->n_contents == 0 || finish->n_front >= first)
    return;
  before = qpdf_get_object_by_id (file->qpdf, file->page_ids[finish->n_front], 0);
  for (guint i = first; i < file->n_sheets; i++)
    {
      qpdf_oh page = qpdf_get_object_by_id (file->qpdf, file->page_ids[i], 0);
      qpdf_remove_page (file->qpdf, page);
      qpdf_add_page_at (file->qpdf, file->qpdf, page, TRUE, before);
      qpdf_oh_release (file->qpdf, page);
    }
  qpdf_oh_release (file->qpdf, before);
}

/* Digits of other scripts are no style of page labels: then each page has its label as it is. */
static void
write_labels (CogPdfFile *file, qpdf_oh root)
{
  const char *language = file->finish->composer->style->language;
  g_autofree char *one = cog_language_format_number (language, 1);
  g_autoptr (GString) labels = g_string_new ("<< /Nums [");

  if (g_str_is_ascii (one))
    g_string_append (labels, " 0 << /S /D >>");
  else
    for (guint i = 0; i < file->n_sheets; i++)
      {
        g_autofree char *number = cog_language_format_number (language, i + 1);
        g_string_append_printf (labels, " %u << /P ", i);
        cog_pdf_append_string (labels, number);
        g_string_append (labels, " >>");
      }
  g_string_append (labels, " ] >>");
  cog_pdf_file_set (file, root, "/PageLabels", labels->str);
}

static void
write_catalog (CogPdfFile *file, qpdf_oh root)
{
  const CogPdfStyle *style = file->finish->composer->style;
  g_autoptr (GString) language = g_string_new (NULL);

  cog_pdf_append_string (language, style->language);
  cog_pdf_file_set (file, root, "/Lang", language->str);
  if (file->is_booklet)
    {
      cog_pdf_file_set (file, root, "/ViewerPreferences",
                        "<< /DisplayDocTitle true /PrintScaling /None "
                        "/Duplex /DuplexFlipShortEdge >>");
      return;
    }
  cog_pdf_file_set (file, root, "/MarkInfo", "<< /Marked true >>");
  cog_pdf_file_set (file, root, "/ViewerPreferences",
                    style->is_bound_right ? "<< /DisplayDocTitle true /Direction /R2L >>"
                                          : "<< /DisplayDocTitle true >>");
  write_labels (file, root);
  if (file->finish->composer->book->second_language != NULL && style->sides == COG_SIDES_PAGES)
    cog_pdf_file_set (file, root, "/PageLayout", "/TwoPageRight");
}

static gboolean
check (CogPdfFile *file, GError **error)
{
  qpdf_error fault;

  if (g_cancellable_set_error_if_cancelled (file->finish->composer->cancellable, error))
    return FALSE;
  if (!qpdf_has_error (file->qpdf))
    return TRUE;
  fault = qpdf_get_error (file->qpdf);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF could not be written: %s"),
               qpdf_get_error_full_text (file->qpdf, fault));
  return FALSE;
}

static gboolean
save (CogPdfFile *file, const char *to, GError **error)
{
  if ((qpdf_init_write (file->qpdf, to) & QPDF_ERRORS) != 0)
    return check (file, error);
  qpdf_set_object_stream_mode (file->qpdf, qpdf_o_generate);
  qpdf_set_deterministic_ID (file->qpdf, TRUE);
  qpdf_set_minimum_pdf_version (file->qpdf, "1.7");
  qpdf_write (file->qpdf);
  return check (file, error);
}

static void
write_booklet (CogPdfFile *file, qpdf_oh root)
{
  cog_report_add (file->finish->composer->report, &cog_finding_booklet, NULL, NULL, NULL);
  write_catalog (file, root);
  cog_pdf_metadata_write (file, root);
  move_contents (file);
  cog_pdf_booklet_write (file);
}

static void
write_document (CogPdfFile *file, qpdf_oh root)
{
  cog_pdf_structure_write (file, root);
  cog_pdf_outline_write (file, root);
  write_catalog (file, root);
  cog_pdf_metadata_write (file, root);
  move_contents (file);
}

static gboolean
run (CogPdfFile *file, const char *to, GError **error)
{
  qpdf_oh root;

  if (!check (file, error) || !read_pages (file, error))
    return FALSE;
  mend_fonts (file);
  mend_pictures (file);
  root = qpdf_get_root (file->qpdf);
  cog_pdf_tags_prune (file->finish->composer->tags);
  if (!file->is_booklet)
    cog_pdf_links_write (file);
  if (!write_pages (file, error))
    return FALSE;
  cog_pdf_grey_write (file);
  cog_pdf_archive_write (file, root);
  if (file->is_booklet)
    write_booklet (file, root);
  else
    write_document (file, root);
  return check (file, error) && save (file, to, error);
}

gboolean
cog_pdf_finish (const CogPdfFinish *finish, const char *from, const char *to, GError **error)
{
  CogPdfFile file = { .finish = finish,
                      .n_sheets = finish->canvas->sheets->len,
                      .is_booklet = finish->composer->style->fold_width > 0 };
  gboolean ok;

  file.qpdf = qpdf_init ();
  qpdf_silence_errors (file.qpdf);
  qpdf_set_suppress_warnings (file.qpdf, TRUE);
  qpdf_read (file.qpdf, from, NULL);
  ok = run (&file, to, error);
  qpdf_cleanup (&file.qpdf);
  g_free (file.page_ids);
  g_free (file.annotation_ids);
  return ok;
}
