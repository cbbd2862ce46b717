/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer-docx.h"

#include "cog-language.h"
#include "cog-office-findings.h"
#include "cog-office-marks.h"
#include "cog-office-page.h"
#include "cog-word-private.h"

#include <glib/gi18n-lib.h>

static void
begin_section (gpointer data, const CogSection *section, guint level)
{
  CogWordWriting *word = data;

  word->opens_page |= level == 1;
}

static void
begin_group (gpointer data, const xmlNode *node, CogFlowBox box)
{
  CogWordWriting *word = data;

  word->begins_box = box == COG_FLOW_BOX;
}

const CogFlowSink cog_word_sink = {
  .begin_section = begin_section,
  .begin_block = cog_word_begin_block,
  .end_block = cog_word_end_block,
  .text = cog_word_text,
  .line_break = cog_word_line_break,
  .anchor = cog_word_anchor,
  .begin_link = cog_word_begin_link,
  .end_link = cog_word_end_link,
  .picture = cog_word_picture,
  .formula = cog_word_formula,
  .note = cog_word_note,
  .begin_group = begin_group,
  .begin_table = cog_word_begin_table,
  .end_table = cog_word_end_table,
  .begin_row = cog_word_begin_row,
  .end_row = cog_word_end_row,
  .begin_cell = cog_word_begin_cell,
  .end_cell = cog_word_end_cell,
  .covered = cog_word_covered,
};

static void
begin (CogWordWriting *word)
{
  word->language = word->book->language != NULL ? word->book->language : "und";
  word->is_rtl = cog_language_is_rtl (word->language);
  word->flow = cog_flow_new (word->book, &cog_word_sink, word);
  word->pictures = cog_office_pictures_new (word->book, word->report);
  word->bookmarks = cog_office_marks_new (word->book);
  word->counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  word->numbers = g_string_new (NULL);
  cog_office_page_get (word->options, &word->width, &word->height, &word->margin);
  for (guint i = 0; i < COG_WORD_N_PARTS; i++)
    {
      word->parts[i].out = g_string_new (NULL);
      word->parts[i].relations = g_string_new (NULL);
      word->parts[i].by_target = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    }
  word->part = &word->parts[COG_WORD_DOCUMENT];
}

static void
end (CogWordWriting *word)
{
  for (guint i = 0; i < COG_WORD_N_PARTS; i++)
    {
      g_string_free (word->parts[i].out, TRUE);
      g_string_free (word->parts[i].relations, TRUE);
      g_hash_table_unref (word->parts[i].by_target);
    }
  cog_flow_free (word->flow);
  cog_office_pictures_free (word->pictures);
  g_hash_table_unref (word->bookmarks);
  g_hash_table_unref (word->counts);
  g_string_free (word->numbers, TRUE);
  cog_zip_free (word->zip);
}

static gboolean
write_docx (const CogBook *book,
            const CogWriterOptions *options,
            const char *path,
            CogReport *report,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  CogWordWriting word = {
    .book = book, .options = options, .report = report, .zip = cog_zip_new (path, error)
  };
  gboolean ok;

  if (word.zip == NULL)
    return FALSE;
  begin (&word);
  cog_word_append_front (&word);
  ok = cog_flow_run (word.flow, _ ("Writing the document…"), progress, cancellable, error) &&
       cog_word_write_package (&word, error) && cog_zip_close (word.zip, error);
  if (ok && cog_flow_has_media (word.flow))
    cog_report_add (report, &cog_finding_media_named, "", NULL, NULL);
  end (&word);
  return ok;
}

const CogWriter cog_writer_docx = {
  .id = "docx",
  .name = N_ ("Word document"),
  .extension = "docx",
  .media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  .write = write_docx,
};
