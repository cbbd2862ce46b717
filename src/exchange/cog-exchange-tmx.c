/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-format.h"

#include "cog-exchange-segments.h"
#include "cog-xliff-inline.h"
#include "cog-xml-write.h"

/* What is translated in a project, a sentence at a time, as TMX 1.4b (LISA OSCAR, 2005). */

static void
begin (GString *out, const CogExchangeHead *head)
{
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n"
                        "<header creationtool=\"Cognate\" creationtoolversion=\"" COG_VERSION
                        "\" segtype=\"sentence\" o-tmf=\"Cognate\" adminlang=\"en\""
                        " datatype=\"xhtml\"");
  cog_xml_append_attribute (out, "srclang", head->source_language);
  g_string_append (out, "/>\n<body>\n");
}

static void
end (GString *out)
{
  g_string_append (out, "</body>\n</tmx>\n");
}

static void
open_span (GString *out, const CogCode *code, gpointer user_data)
{
  g_string_append_printf (out, "<bpt i=\"%u\" x=\"%u\">", code->number, code->number);
  cog_xml_append_escaped (out, code->markup, -1);
  g_string_append (out, "</bpt>");
}

static void
close_span (GString *out, const CogCode *code, gpointer user_data)
{
  g_string_append_printf (out, "<ept i=\"%u\">&lt;/%s&gt;</ept>", code->number, code->element);
}

static void
open_torn (GString *out, const CogCode *code, gpointer user_data)
{
  g_string_append_printf (out, "<it pos=\"begin\" x=\"%u\">", code->number);
  cog_xml_append_escaped (out, code->markup, -1);
  g_string_append (out, "</it>");
}

static void
close_torn (GString *out, const CogCode *code, gpointer user_data)
{
  g_string_append_printf (out, "<it pos=\"end\" x=\"%u\">&lt;/%s&gt;</it>", code->number,
                          code->element);
}

static void
append_piece (GString *out, const CogCode *code, gpointer user_data)
{
  g_string_append_printf (out, "<ph x=\"%u\">", code->number);
  cog_xml_append_escaped (out, code->markup, -1);
  g_string_append (out, "</ph>");
}

static void
append_variant (GString *out, const char *language, const CogText *text, guint from, guint to)
{
  static const CogXliffInline format = { open_span,    close_span, open_torn, close_torn,
                                         append_piece, NULL,       NULL };

  g_string_append (out, "<tuv");
  cog_xml_append_attribute (out, "xml:lang", language);
  g_string_append (out, "><seg>");
  cog_xliff_inline_append (out, text, from, to, &format);
  g_string_append (out, "</seg></tuv>");
}

static void
append_unit (GString *out, const CogExchangeHead *head, const CogExchangeUnit *unit)
{
  g_autoptr (GArray) segments =
      cog_exchange_segments_list (unit, head->source_language, head->target_language);

  for (guint i = 0; i < segments->len; i++)
    {
      const CogExchangeSegment *segment = &g_array_index (segments, CogExchangeSegment, i);

      if (segment->is_space || segment->source_from == segment->source_to ||
          segment->target_from == segment->target_to)
        continue;
      g_string_append (out, "<tu>");
      if (head->title != NULL)
        {
          g_string_append (out, "<prop type=\"x-project\">");
          cog_xml_append_escaped (out, head->title, -1);
          g_string_append (out, "</prop>");
        }
      append_variant (out, head->source_language, unit->source, segment->source_from,
                      segment->source_to);
      append_variant (out, head->target_language, unit->target, segment->target_from,
                      segment->target_to);
      g_string_append (out, "</tu>\n");
    }
}

/* What nobody has confirmed is no memory to rely on. */
static void
section (GString *out, const CogExchangeHead *head, const CogExchangeSection *section)
{
  for (guint i = 0; i < section->units->len; i++)
    {
      const CogExchangeUnit *unit = g_ptr_array_index (section->units, i);

      if (unit->target != NULL && !unit->is_fixed && unit->state >= COG_STATE_TRANSLATED)
        append_unit (out, head, unit);
    }
}

static gboolean
is_mine (const char *text, gsize n_bytes)
{
  return g_strstr_len (text, (gssize)MIN (n_bytes, 64 * 1024), "<tmx") != NULL;
}

const CogExchangeFormat cog_exchange_tmx = {
  "tmx", "TMX 1.4", ".tmx", begin, section, end, is_mine, NULL,
};
