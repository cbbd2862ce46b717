/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer-text.h"

#include "cog-attribution.h"
#include "cog-markup.h"
#include "cog-office-findings.h"
#include "cog-plain-private.h"

#include <glib/gi18n-lib.h>

static void
append_title (CogPlainWriting *plain)
{
  const CogBook *book = plain->book;

  if (book->is_draft)
    cog_plain_append (plain, "", cog_attribution_get_word (book->language, "draft"));
  cog_plain_append_underlined (plain, cog_book_get_title (book), '=');
  if (book->credit->subtitle != NULL)
    cog_plain_append (plain, "", book->credit->subtitle);
  for (guint i = 0; i < book->credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (book->credit->agents, i);

      plain->is_tight = i > 0;
      cog_plain_append (plain, "", agent->name);
    }
  if (cog_book_get_imprint (book) != NULL)
    cog_plain_append (plain, "", cog_book_get_imprint (book));
}

static void
append_contents (CogPlainWriting *plain, const GPtrArray *sections, guint level)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      g_autofree char *space = g_strnfill ((gsize)4 * level, ' ');

      if (section->title != NULL && section->title[0] != '\0' &&
          !cog_flow_passes_over (plain->flow, section))
        g_string_append_printf (plain->out, "%s%s\n", space, section->title);
      append_contents (plain, section->children, level + 1);
    }
}

static gboolean
write_text (const CogBook *book,
            const CogWriterOptions *options,
            const char *path,
            CogReport *report,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  CogPlainWriting plain = { .book = book };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) row = g_string_new (NULL);
  g_autoptr (CogFlow) flow = cog_flow_new (book, &cog_plain_sink, &plain);

  plain.out = out;
  plain.notes = notes;
  plain.line = line;
  plain.row = row;
  plain.flow = flow;
  plain.is_tight = TRUE;
  append_title (&plain);
  cog_plain_append_underlined (&plain, cog_markup_get_word (book->language, "contents"), '-');
  append_contents (&plain, book->sections, 0);
  if (!cog_flow_run (flow, _ ("Writing the text…"), progress, cancellable, error))
    return FALSE;
  cog_plain_append_notes (&plain);
  if (cog_flow_has_media (flow))
    cog_report_add (report, &cog_finding_media_named, "", NULL, NULL);
  return g_file_set_contents_full (path, out->str, (gssize)out->len, G_FILE_SET_CONTENTS_NONE, 0644,
                                   error);
}

const CogWriter cog_writer_text = {
  .id = "text",
  .name = N_ ("Plain text"),
  .extension = "txt",
  .media_type = "text/plain",
  .write = write_text,
};
