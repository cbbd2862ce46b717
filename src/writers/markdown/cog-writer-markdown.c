/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer-markdown.h"

#include "cog-attribution.h"
#include "cog-language.h"
#include "cog-licence.h"
#include "cog-md-private.h"
#include "cog-office-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
begin_section (gpointer data, const CogSection *section, guint level)
{
  cog_md_append_notes (data);
}

const CogFlowSink cog_md_sink = {
  .begin_section = begin_section,
  .begin_block = cog_md_begin_block,
  .end_block = cog_md_end_block,
  .text = cog_md_text,
  .line_break = cog_md_line_break,
  .anchor = cog_md_anchor,
  .begin_link = cog_md_begin_link,
  .end_link = cog_md_end_link,
  .picture = cog_md_picture,
  .formula = cog_md_formula,
  .note = cog_md_note,
  .begin_list = cog_md_begin_list,
  .end_list = cog_md_end_list,
  .begin_item = cog_md_begin_item,
  .end_item = cog_md_end_item,
  .begin_group = cog_md_begin_group,
  .end_group = cog_md_end_group,
  .begin_table = cog_md_begin_table,
  .end_table = cog_md_end_table,
  .begin_row = cog_md_begin_row,
  .end_row = cog_md_end_row,
  .begin_cell = cog_md_begin_cell,
  .end_cell = cog_md_end_cell,
  .covered = cog_md_covered,
};

/* A word of YAML in quotation marks, on one line. */
static void
append_word (GString *out, const char *key, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  g_string_append_printf (out, "%s \"", key);
  for (const char *c = value; *c != '\0'; c++)
    if (*c == '\n' || *c == '\t')
      g_string_append_c (out, ' ');
    else
      {
        if (*c == '"' || *c == '\\')
          g_string_append_c (out, '\\');
        g_string_append_c (out, *c);
      }
  g_string_append (out, "\"\n");
}

static void
append_people (GString *out, const CogBook *book, CogRole role, const char *key)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < book->credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (book->credit->agents, i);

      if (agent->role != role)
        continue;
      if (is_first)
        g_string_append_printf (out, "%s:\n", key);
      is_first = FALSE;
      append_word (out, "  -", agent->name);
    }
}

/* What the book is, for programs: front matter, as pandoc and site generators read it. */
static void
append_front_matter (CogMdWriting *md)
{
  const CogBook *book = md->book;
  const CogCredit *credit = book->credit;
  const CogLicence *licence = credit->licence != NULL ? cog_licence_lookup (credit->licence) : NULL;

  g_string_append (md->out, "---\n");
  append_word (md->out, "title:", cog_book_get_title (book));
  append_word (md->out, "subtitle:", credit->subtitle);
  append_people (md->out, book, COG_ROLE_AUTHOR, "author");
  append_people (md->out, book, COG_ROLE_TRANSLATOR, "translator");
  append_word (md->out, "publisher:", credit->publisher);
  append_word (md->out, "description:", book->description);
  append_word (md->out, "lang:", book->language);
  if (book->language != NULL && cog_language_is_rtl (book->language))
    g_string_append (md->out, "dir: rtl\n");
  append_word (md->out, "date:", book->modified);
  append_word (md->out, "license:",
               licence != NULL && licence->url[0] != '\0' ? licence->url : credit->licence);
  append_word (md->out, "rights:", book->rights);
  g_string_append (md->out, "---\n");
  if (book->is_draft)
    g_string_append_printf (md->out, "\n**%s**\n",
                            cog_attribution_get_word (book->language, "draft"));
}

static void
end (CogMdWriting *md)
{
  cog_flow_free (md->flow);
  g_string_free (md->notes, TRUE);
  g_string_free (md->line, TRUE);
  g_string_free (md->run, TRUE);
  g_string_free (md->table, TRUE);
  g_string_free (md->cell, TRUE);
  g_array_unref (md->prefixes);
  g_ptr_array_unref (md->links);
}

/* The whole text. (transfer full) (nullable): it was cancelled */
static GString *
make_text (const CogBook *book,
           gboolean embeds,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  CogMdWriting md = { .book = book, .embeds = embeds, .out = g_string_new (NULL) };
  gboolean ok;

  md.flow = cog_flow_new (book, &cog_md_sink, &md);
  md.notes = g_string_new (NULL);
  md.line = g_string_new (NULL);
  md.run = g_string_new (NULL);
  md.table = g_string_new (NULL);
  md.cell = g_string_new (NULL);
  md.prefixes = g_array_new (FALSE, FALSE, sizeof (CogMdPrefix));
  md.links = g_ptr_array_new_with_free_func (g_free);
  append_front_matter (&md);
  ok = cog_flow_run (md.flow, _ ("Writing the text…"), progress, cancellable, error);
  cog_md_append_notes (&md);
  if (ok && embeds && cog_flow_has_media (md.flow))
    cog_report_add (report, &cog_finding_media_named, "", NULL, NULL);
  end (&md);
  if (!ok)
    g_string_free (g_steal_pointer (&md.out), TRUE);
  return md.out;
}

static gboolean
write_file (const CogBook *book,
            const CogWriterOptions *options,
            const char *path,
            CogReport *report,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GString) text = make_text (book, TRUE, report, progress, cancellable, error);

  return text != NULL && g_file_set_contents_full (path, text->str, (gssize)text->len,
                                                   G_FILE_SET_CONTENTS_NONE, 0644, error);
}

static gboolean
write_to (CogOutput *output,
          const CogBook *book,
          CogReport *report,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GString) text = make_text (book, FALSE, report, progress, cancellable, error);

  return text != NULL && cog_output_add_text (output, "book.md", text, error) &&
         cog_output_add_assets (output, book, "", report, error) &&
         cog_output_close (output, error);
}

static gboolean
write_folder (const CogBook *book,
              const CogWriterOptions *options,
              const char *path,
              CogReport *report,
              const CogProgress *progress,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (CogOutput) output = cog_output_new (path, FALSE, error);

  return output != NULL && write_to (output, book, report, progress, cancellable, error);
}

static gboolean
write_zip (const CogBook *book,
           const CogWriterOptions *options,
           const char *path,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (CogOutput) output = cog_output_new (path, TRUE, error);

  return output != NULL && write_to (output, book, report, progress, cancellable, error);
}

const CogWriter cog_writer_markdown = {
  .id = "markdown",
  .name = N_ ("Markdown, one file"),
  .extension = "md",
  .media_type = "text/markdown",
  .write = write_file,
};

const CogWriter cog_writer_markdown_zip = {
  .id = "markdown-zip",
  .name = N_ ("Markdown with its pictures, packed"),
  .extension = "md.zip",
  .media_type = "application/zip",
  .write = write_zip,
};

const CogWriter cog_writer_markdown_folder = {
  .id = "markdown-folder",
  .name = N_ ("Markdown with its pictures, a folder"),
  .media_type = "text/markdown",
  .write = write_folder,
  .is_folder = TRUE,
};
