/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-private.h"

#include "cog-attribution.h"
#include "cog-markup.h"
#include "cog-xml-write.h"

#define MAX_DEPTH 3 /* of headings in the contents */

static void
append_title_page (CogWordWriting *word)
{
  const CogBook *book = word->book;

  word->opens_front = TRUE;
  if (book->is_draft)
    cog_word_append_line (word, "Draft", cog_attribution_get_word (book->language, "draft"));
  cog_word_append_line (word, "Title", cog_book_get_title (book));
  cog_word_append_line (word, "Subtitle", book->credit->subtitle);
  for (guint i = 0; i < book->credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (book->credit->agents, i);

      cog_word_append_line (word, "Author", agent->name);
    }
  cog_word_append_line (word, "Author", cog_book_get_imprint (book));
}

static void
append_field (GString *out, const char *kind)
{
  g_string_append_printf (out, "<w:r><w:fldChar w:fldCharType=\"%s\"/></w:r>", kind);
}

/* A line of the contents. Where a page begins only the program knows that lays it out: the field is
 * marked as dirty, so that Word counts when it opens the document; until somebody does, no wrong
 * numbers stand there, and each line is a link. */
static void
append_entry (CogWordWriting *word, const CogSection *section, guint level, gboolean is_first)
{
  GString *out = word->part->out;
  g_autofree char *name = cog_word_dup_bookmark (word, section->id);
  CogFlowRun run = { word->language, word->is_rtl, 0 };

  g_string_append_printf (out, "<w:p><w:pPr><w:pStyle w:val=\"TOC%u\"/></w:pPr>", level);
  if (is_first)
    {
      g_string_append (out, "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r>");
      g_string_append_printf (out,
                              "<w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-%d\" \\h \\z "
                              "\\u </w:instrText></w:r>",
                              MAX_DEPTH);
      append_field (out, "separate");
    }
  g_string_append_printf (out, "<w:hyperlink w:anchor=\"%s\" w:history=\"1\">", name);
  cog_word_text (word, cog_markup_get_title (word->book, section), &run);
  g_string_append (out, "</w:hyperlink></w:p>\n");
}

static void
append_entries (CogWordWriting *word, const GPtrArray *sections, guint level, guint *n_done)
{
  for (guint i = 0; i < sections->len && level <= MAX_DEPTH; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);

      if (section->title != NULL && section->title[0] != '\0' &&
          !cog_flow_passes_over (word->flow, section))
        append_entry (word, section, level, (*n_done)++ == 0);
      append_entries (word, section->children, level + 1, n_done);
    }
}

/* A block that Word knows as the contents, so that it can make it anew (17.5.2.12). */
static void
append_contents (CogWordWriting *word)
{
  GString *out = word->part->out;
  guint n_done = 0;

  g_string_append (out,
                   "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
                   "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>\n");
  cog_word_append_line (word, "TOCHeading", cog_markup_get_word (word->book->language, "contents"));
  append_entries (word, word->book->sections, 1, &n_done);
  if (n_done > 0)
    {
      g_string_append (out, "<w:p>");
      append_field (out, "end");
      g_string_append (out, "</w:p>\n");
    }
  g_string_append (out, "</w:sdtContent></w:sdt>\n");
}

void
cog_word_append_front (CogWordWriting *word)
{
  append_title_page (word);
  append_contents (word);
  word->opens_page = TRUE;
}
