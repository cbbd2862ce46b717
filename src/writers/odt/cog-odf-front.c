/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odf-private.h"

#include "cog-attribution.h"
#include "cog-markup.h"
#include "cog-xml-write.h"

#define MAX_DEPTH 3 /* of headings in the contents */

static void
append_title_page (CogOdfWriting *odf)
{
  const CogBook *book = odf->book;

  odf->opens_front = TRUE;
  if (book->is_draft)
    cog_odf_append_line (odf, "Draft", cog_attribution_get_word (book->language, "draft"));
  cog_odf_append_line (odf, "Title", cog_book_get_title (book));
  cog_odf_append_line (odf, "Subtitle", book->credit->subtitle);
  for (guint i = 0; i < book->credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (book->credit->agents, i);

      cog_odf_append_line (odf, "Author", agent->name);
    }
  cog_odf_append_line (odf, "Author", cog_book_get_imprint (book));
}

/* How the program is to make the lines when somebody asks it to. */
static void
append_template (GString *out, const char *heading)
{
  g_string_append_printf (out,
                          "<text:table-of-content-source text:outline-level=\"%d\">"
                          "<text:index-title-template "
                          "text:style-name=\"Contents_20_Heading\">",
                          MAX_DEPTH);
  cog_xml_append_escaped (out, heading, -1);
  g_string_append (out, "</text:index-title-template>");
  for (guint i = 1; i <= MAX_DEPTH; i++)
    g_string_append_printf (
        out,
        "<text:table-of-content-entry-template text:outline-level=\"%u\" "
        "text:style-name=\"Contents_20_%u\"><text:index-entry-link-start/>"
        "<text:index-entry-text/><text:index-entry-tab-stop style:type=\"right\" "
        "style:leader-char=\".\"/><text:index-entry-page-number/><text:index-entry-link-end/>"
        "</text:table-of-content-entry-template>",
        i, i);
  g_string_append (out, "</text:table-of-content-source>\n");
}

static void
append_entries (CogOdfWriting *odf, const GPtrArray *sections, guint level)
{
  for (guint i = 0; i < sections->len && level <= MAX_DEPTH; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);

      if (section->title != NULL && section->title[0] != '\0' &&
          !cog_flow_passes_over (odf->flow, section))
        {
          g_string_append_printf (odf->out,
                                  "<text:p text:style-name=\"Contents_20_%u\"><text:a "
                                  "xlink:type=\"simple\" xlink:href=\"#%s\">",
                                  level, cog_odf_get_bookmark (odf, section->id));
          cog_odf_append_text (odf->out, section->title, FALSE);
          g_string_append (odf->out, "</text:a></text:p>\n");
        }
      append_entries (odf, section->children, level + 1);
    }
}

/* Where a page begins only the program knows that lays it out: the lines are links, without
 * numbers, until somebody updates them. */
static void
append_contents (CogOdfWriting *odf)
{
  const char *heading = cog_markup_get_word (odf->book->language, "contents");
  const char *style = cog_odf_get_style (odf, "paragraph", "Contents_20_Heading",
                                         "<style:paragraph-properties fo:break-before=\"page\"/>");

  g_string_append (odf->out, "<text:table-of-content text:name=\"Contents\" "
                             "text:protected=\"false\">");
  append_template (odf->out, heading);
  g_string_append (odf->out, "<text:index-body><text:index-title text:name=\"Contents_Head\">");
  cog_odf_append_line (odf, style, heading);
  g_string_append (odf->out, "</text:index-title>");
  append_entries (odf, odf->book->sections, 1);
  g_string_append (odf->out, "</text:index-body></text:table-of-content>\n");
}

void
cog_odf_append_front (CogOdfWriting *odf)
{
  append_title_page (odf);
  append_contents (odf);
  odf->opens_page = TRUE;
}
