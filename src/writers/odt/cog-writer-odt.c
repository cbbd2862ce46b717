/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer-odt.h"

#include "cog-language.h"
#include "cog-odf-private.h"
#include "cog-office-findings.h"
#include "cog-office-marks.h"
#include "cog-office-page.h"
#include "cog-xml-write.h"

#include <glib/gi18n-lib.h>

const char *
cog_odf_get_style (CogOdfWriting *odf,
                   const char *family,
                   const char *parent,
                   const char *properties)
{
  g_autofree char *key =
      g_strdup_printf ("%s|%s|%s", family, parent != NULL ? parent : "", properties);
  char *name = g_hash_table_lookup (odf->styles, key);

  if (name != NULL)
    return name;
  name = g_strdup_printf ("A%u", g_hash_table_size (odf->styles) + 1);
  g_string_append_printf (odf->automatic, "<style:style style:name=\"%s\" style:family=\"%s\"",
                          name, family);
  cog_xml_append_attribute (odf->automatic, "style:parent-style-name", parent);
  g_string_append_printf (odf->automatic, ">%s</style:style>\n", properties);
  g_hash_table_insert (odf->styles, g_steal_pointer (&key), name);
  return name;
}

static void
begin_section (gpointer data, const CogSection *section, guint level)
{
  CogOdfWriting *odf = data;

  odf->opens_page |= level == 1;
}

static void
begin_group (gpointer data, const xmlNode *node, CogFlowBox box)
{
  CogOdfWriting *odf = data;

  odf->begins_box = box == COG_FLOW_BOX;
}

static const CogFlowSink sink = {
  .begin_section = begin_section,
  .begin_group = begin_group,
  .begin_block = cog_odf_begin_block,
  .end_block = cog_odf_end_block,
  .text = cog_odf_text,
  .line_break = cog_odf_line_break,
  .anchor = cog_odf_anchor,
  .begin_link = cog_odf_begin_link,
  .end_link = cog_odf_end_link,
  .picture = cog_odf_picture,
  .formula = cog_odf_formula,
  .note = cog_odf_note,
  .begin_list = cog_odf_begin_list,
  .end_list = cog_odf_end_list,
  .begin_item = cog_odf_begin_item,
  .end_item = cog_odf_end_item,
  .begin_table = cog_odf_begin_table,
  .end_table = cog_odf_end_table,
  .begin_row = cog_odf_begin_row,
  .end_row = cog_odf_end_row,
  .begin_cell = cog_odf_begin_cell,
  .end_cell = cog_odf_end_cell,
  .covered = cog_odf_covered,
};

static void
begin (CogOdfWriting *odf)
{
  odf->language = odf->book->language != NULL ? odf->book->language : "und";
  odf->is_rtl = cog_language_is_rtl (odf->language);
  odf->flow = cog_flow_new (odf->book, &sink, odf);
  odf->pictures = cog_office_pictures_new (odf->book, odf->report);
  odf->out = g_string_new (NULL);
  odf->automatic = g_string_new (NULL);
  odf->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  odf->marks = cog_office_marks_new (odf->book);
  odf->n_outside = g_array_new (FALSE, FALSE, sizeof (guint));
  odf->formulas = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  cog_office_page_get (odf->options, &odf->width, &odf->height, &odf->margin);
}

static void
end (CogOdfWriting *odf)
{
  cog_flow_free (odf->flow);
  cog_office_pictures_free (odf->pictures);
  g_string_free (odf->out, TRUE);
  g_string_free (odf->automatic, TRUE);
  g_hash_table_unref (odf->styles);
  g_hash_table_unref (odf->marks);
  g_array_unref (odf->n_outside);
  g_ptr_array_unref (odf->formulas);
  cog_zip_free (odf->zip);
}

static gboolean
write_odt (const CogBook *book,
           const CogWriterOptions *options,
           const char *path,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  CogOdfWriting odf = {
    .book = book, .options = options, .report = report, .zip = cog_zip_new (path, error)
  };
  gboolean ok;

  if (odf.zip == NULL)
    return FALSE;
  begin (&odf);
  cog_odf_append_front (&odf);
  ok = cog_flow_run (odf.flow, _ ("Writing the document…"), progress, cancellable, error) &&
       cog_odf_write_package (&odf, error) && cog_zip_close (odf.zip, error);
  if (ok && cog_flow_has_media (odf.flow))
    cog_report_add (report, &cog_finding_media_named, "", NULL, NULL);
  end (&odf);
  return ok;
}

const CogWriter cog_writer_odt = {
  .id = "odt",
  .name = N_ ("OpenDocument text"),
  .extension = "odt",
  .media_type = "application/vnd.oasis.opendocument.text",
  .write = write_odt,
};
