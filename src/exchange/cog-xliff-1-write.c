/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-xliff-1.h"

#include "cog-xliff-inline.h"
#include "cog-xml-write.h"

#define MOST_MATCHES 3
#define LEAST_MATCH 70.0

/* A unit is a trans-unit, whole: tools of this version cut sentences by themselves. */

static void
begin (GString *out, const CogExchangeHead *head)
{
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<xliff xmlns=\"" COG_NS_XLIFF_1 "\" version=\"1.2\">\n");
}

static void
end (GString *out)
{
  g_string_append (out, "</xliff>\n");
}

/* 1.2, appendix B: ctype. */
static void
append_kind (GString *out, const CogCode *code)
{
  static const struct
  {
    const char *element, *kind;
  } kinds[] = { { "strong", "bold" },  { "b", "bold" }, { "em", "italic" }, { "i", "italic" },
                { "u", "underlined" }, { "a", "link" }, { "img", "image" }, { "br", "lb" } };
  const char *kind = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (code->element, kinds[i].element))
      kind = kinds[i].kind;
  /* A link's "link" is of a span; the mark of a note is a piece. */
  if (code->type == COG_CODE_PIECE && g_str_equal (code->element, "a"))
    kind = "x-note";
  if (kind != NULL)
    g_string_append_printf (out, " ctype=\"%s\"", kind);
  else
    g_string_append_printf (out, " ctype=\"x-%s\"", code->element);
}

static void
open_span (GString *out, const CogCode *code, gpointer user_data)
{
  g_string_append_printf (out, "<g id=\"%u\"", code->number);
  append_kind (out, code);
  g_string_append_c (out, '>');
}

static void
close_span (GString *out, const CogCode *code, gpointer user_data)
{
  g_string_append (out, "</g>");
}

static void
append_piece (GString *out, const CogCode *code, gpointer user_data)
{
  g_autofree char *label = cog_exchange_dup_code_label (code);

  g_string_append_printf (out, "<x id=\"%u\"", code->number);
  append_kind (out, code);
  cog_xml_append_attribute (out, "equiv-text", label);
  g_string_append (out, "/>");
}

static void
append_inline (GString *out, const CogText *text)
{
  static const CogXliffInline format = { open_span,    close_span, open_span, close_span,
                                         append_piece, NULL,       NULL };

  cog_xliff_inline_append (out, text, 0, (guint)g_utf8_strlen (text->plain, -1), &format);
}

static const char *
get_state (const CogExchangeUnit *unit)
{
  if (unit->target == NULL)
    return "needs-translation";
  switch (unit->state)
    {
    case COG_STATE_INITIAL:
      return "needs-review-translation";
    case COG_STATE_TRANSLATED:
      return "translated";
    case COG_STATE_REVIEWED:
      return "signed-off";
    case COG_STATE_FINAL:
      return "final";
    }
  g_return_val_if_reached ("translated");
}

static void
append_note (GString *out, const char *from, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  g_string_append_printf (out, "<note from=\"%s\">", from);
  cog_xml_append_escaped (out, text, -1);
  g_string_append (out, "</note>\n");
}

static void
append_match (GString *out, const CogMemoryMatch *match)
{
  g_string_append_printf (out, "<alt-trans match-quality=\"%d\"", (int)match->score);
  cog_xml_append_attribute (out, "origin", match->entry->origin);
  g_string_append (out, ">\n<source>");
  cog_xml_append_escaped (out, match->entry->source, -1);
  g_string_append (out, "</source>\n<target>");
  cog_xml_append_escaped (out, match->entry->target, -1);
  g_string_append (out, "</target>\n</alt-trans>\n");
}

static void
append_matches (GString *out, const CogExchangeHead *head, const CogExchangeUnit *unit)
{
  const CogMemoryQuery query = { .text = unit->source->plain,
                                 .from = head->source_language,
                                 .to = head->target_language,
                                 .threshold = LEAST_MATCH,
                                 .n = MOST_MATCHES };
  g_autoptr (GPtrArray) matches = NULL;

  if (head->memory == NULL || unit->target != NULL || unit->is_fixed)
    return;
  matches = cog_memory_lookup (head->memory, &query, NULL);
  for (guint i = 0; matches != NULL && i < matches->len; i++)
    append_match (out, g_ptr_array_index (matches, i));
}

static void
append_unit (GString *out, const CogExchangeHead *head, const CogExchangeUnit *unit)
{
  g_autofree char *token = cog_exchange_dup_token (unit->id);
  gboolean is_approved = unit->target != NULL && unit->state >= COG_STATE_REVIEWED;

  g_string_append_printf (out, "<trans-unit id=\"%s\" resname=\"%s\" restype=\"x-%s\"%s%s>\n",
                          token, token, cog_unit_kind_to_nick (unit->kind),
                          is_approved ? " approved=\"yes\"" : "",
                          unit->is_fixed ? " translate=\"no\"" : "");
  g_string_append (out, "<source>");
  append_inline (out, unit->source);
  /* Tools of this version (OmegaT) translate what stands in the target: it is never missing. */
  g_string_append_printf (out, "</source>\n<target state=\"%s\">", get_state (unit));
  append_inline (out, unit->target != NULL ? unit->target : unit->source);
  g_string_append (out, "</target>\n");
  if (unit->base != NULL)
    g_string_append_printf (out,
                            "<context-group name=\"cognate\" purpose=\"information\"><context "
                            "context-type=\"" COG_XLIFF_1_BASE "\">%s</context></context-group>\n",
                            unit->base);
  append_note (out, "translator", unit->note);
  append_note (out, "developer", unit->reason);
  append_matches (out, head, unit);
  g_string_append (out, "</trans-unit>\n");
}

static void
section (GString *out, const CogExchangeHead *head, const CogExchangeSection *section)
{
  g_string_append (out, "<file");
  cog_xml_append_attribute (out, "original", section->id);
  cog_xml_append_attribute (out, "source-language", head->source_language);
  cog_xml_append_attribute (out, "target-language", head->target_language);
  g_string_append (out, " datatype=\"x-cognate\" xml:space=\"preserve\">\n");
  if (section->title != NULL && section->title[0] != '\0')
    {
      g_string_append (out, "<header>\n");
      append_note (out, "developer", section->title);
      g_string_append (out, "</header>\n");
    }
  g_string_append (out, "<body>\n");
  for (guint i = 0; i < section->units->len; i++)
    append_unit (out, head, g_ptr_array_index (section->units, i));
  g_string_append (out, "</body>\n</file>\n");
}

const CogExchangeFormat cog_exchange_xliff_1 = {
  "xliff-1.2", "XLIFF 1.2", ".xlf", begin, section, end, cog_xliff_1_is_mine, cog_xliff_1_read,
};
