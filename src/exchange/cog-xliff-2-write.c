/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-xliff-2-private.h"

#include "cog-language.h"
#include "cog-xliff-2.h"
#include "cog-xliff-inline.h"
#include "cog-xml-write.h"

#include <string.h>

static const char *
get_direction (const char *language)
{
  return cog_language_is_rtl (language) ? "rtl" : "ltr";
}

static void
begin (GString *out, const CogExchangeHead *head)
{
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<xliff xmlns=\"" COG_NS_XLIFF_2 "\" xmlns:gls=\"" COG_NS_XLIFF_GLOSSARY
                        "\" xmlns:mtc=\"" COG_NS_XLIFF_MATCHES
                        "\" xmlns:mda=\"" COG_NS_XLIFF_METADATA "\" version=\"2.1\"");
  cog_xml_append_attribute (out, "srcLang", head->source_language);
  cog_xml_append_attribute (out, "trgLang", head->target_language);
  g_string_append (out, ">\n");
}

static void
end (GString *out)
{
  g_string_append (out, "</xliff>\n");
}

/* XLIFF 2.1, 4.7.2.2 and 4.7.3.2: what the standard has a name for has that; the others ours. */
static void
append_kind (GString *out, const CogCode *code)
{
  static const struct
  {
    const char *element, *type, *sub_type;
  } kinds[] = { { "strong", "fmt", "xlf:b" }, { "b", "fmt", "xlf:b" },   { "em", "fmt", "xlf:i" },
                { "i", "fmt", "xlf:i" },      { "u", "fmt", "xlf:u" },   { "br", "fmt", "xlf:lb" },
                { "a", "link", NULL },        { "img", "image", NULL },  { "q", "quote", NULL },
                { "svg", "image", NULL },     { "math", "other", NULL }, { "sub", "fmt", NULL },
                { "sup", "fmt", NULL },       { "code", "fmt", NULL },   { "small", "fmt", NULL },
                { "mark", "fmt", NULL },      { "s", "fmt", NULL } };
  const char *type = "other";
  const char *sub_type = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (code->element, kinds[i].element))
      {
        type = kinds[i].type;
        sub_type = kinds[i].sub_type;
      }
  if (code->type == COG_CODE_PIECE && g_str_equal (code->element, "a"))
    type = "other";
  g_string_append_printf (out, " type=\"%s\"", type);
  if (sub_type != NULL)
    g_string_append_printf (out, " subType=\"%s\"", sub_type);
  else
    g_string_append_printf (out, " subType=\"cognate:%s\"", code->element);
}

/* The alternative text of a picture in a line is a unit of its own, and of the same file: "i3@alt".
 */
static void
append_sub_flow (GString *out, const CogCode *code, GHashTable *ids)
{
  const char *id = strstr (code->markup, " id=\"");
  const char *end = id != NULL ? strchr (id + strlen (" id=\""), '"') : NULL;
  g_autofree char *alt = NULL;

  if (!g_str_equal (code->element, "img") || end == NULL)
    return;
  id += strlen (" id=\"");
  alt = g_strdup_printf ("%.*s@alt", (int)(end - id), id);
  if (g_hash_table_contains (ids, alt))
    {
      g_autofree char *token = cog_exchange_dup_token (alt);

      cog_xml_append_attribute (out, "subFlows", token);
    }
}

static void
append_piece (GString *out, const CogCode *code, gpointer user_data)
{
  GHashTable *ids = user_data;
  g_autofree char *label = cog_exchange_dup_code_label (code);

  g_string_append_printf (out, "<ph id=\"%u\" dataRef=\"d%u\"", code->number, code->number);
  append_kind (out, code);
  if (cog_exchange_code_must_stay (code))
    g_string_append (out, " canCopy=\"no\" canDelete=\"no\"");
  cog_xml_append_attribute (out, "disp", label);
  if (g_str_equal (code->element, "math"))
    cog_xml_append_attribute (out, "equiv", code->label);
  append_sub_flow (out, code, ids);
  g_string_append (out, "/>");
}

static void
append_link (GString *out, const char *name, const CogCode *code)
{
  g_autofree char *link = g_str_equal (code->element, "a") ? cog_text_dup_link (code) : NULL;
  g_autofree char *label = link != NULL ? g_strdup_printf ("[link: %s]", link) : NULL;

  cog_xml_append_attribute (out, name, label);
}

static void
open_whole (GString *out, const CogCode *code, gpointer user_data)
{
  g_string_append_printf (out, "<pc id=\"%u\" dataRefStart=\"d%u\"", code->number, code->number);
  append_kind (out, code);
  append_link (out, "dispStart", code);
  g_string_append_c (out, '>');
}

static void
close_whole (GString *out, const CogCode *code, gpointer user_data)
{
  g_string_append (out, "</pc>");
}

static void
open_torn (GString *out, const CogCode *code, gpointer user_data)
{
  g_string_append_printf (out, "<sc id=\"%u\" dataRef=\"d%u\"", code->number, code->number);
  append_kind (out, code);
  append_link (out, "disp", code);
  g_string_append (out, "/>");
}

static void
close_torn (GString *out, const CogCode *code, gpointer user_data)
{
  g_string_append_printf (out, "<ec startRef=\"%u\"/>", code->number);
}

static void
append_data (GString *out, const CogText *text, guint after)
{
  for (guint i = 0; text != NULL && i < text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->codes, i);

      if (code->number <= after)
        continue;
      g_string_append_printf (out, "<data id=\"d%u\">", code->number);
      cog_xml_append_escaped (out, code->markup, -1);
      g_string_append (out, "</data>\n");
    }
}

static void
append_original_data (GString *out, const CogExchangeUnit *unit)
{
  gsize before;

  g_string_append (out, "<originalData>\n");
  before = out->len;
  append_data (out, unit->source, 0);
  append_data (out, unit->target, unit->source->codes->len);
  if (out->len > before)
    g_string_append (out, "</originalData>\n");
  else
    g_string_truncate (out, before - strlen ("<originalData>\n"));
}

static void
append_note (GString *out, const char *category, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  g_string_append_printf (out, "<note category=\"%s\">", category);
  cog_xml_append_escaped (out, text, -1);
  g_string_append (out, "</note>\n");
}

static void
append_notes (GString *out, const CogExchangeUnit *unit)
{
  gboolean has_note = unit->note != NULL && unit->note[0] != '\0';
  gboolean has_reason = unit->reason != NULL && unit->reason[0] != '\0';

  if (!has_note && !has_reason)
    return;
  g_string_append (out, "<notes>\n");
  append_note (out, COG_XLIFF_NOTE, unit->note);
  append_note (out, COG_XLIFF_REASON, unit->reason);
  g_string_append (out, "</notes>\n");
}

/* A sub-state asks for a state (4.3.1.29). */
static void
append_state (GString *out, const CogExchangeUnit *unit)
{
  if (unit->target == NULL && unit->decision == COG_DECISION_NONE)
    return;
  g_string_append_printf (out, " state=\"%s\"", cog_state_to_nick (unit->state));
  if (unit->decision != COG_DECISION_NONE)
    g_string_append_printf (out, " subState=\"cognate:%s\"", cog_decision_to_nick (unit->decision));
}

static void
append_segment (GString *out,
                const CogExchangeUnit *unit,
                const CogExchangeSegment *segment,
                guint number,
                const CogXliffInline *format)
{
  const char *element = segment->is_space ? "ignorable" : "segment";

  g_string_append_printf (out, "<%s", element);
  if (!segment->is_space)
    {
      g_string_append_printf (out, " id=\"s%u\"", number);
      append_state (out, unit);
    }
  g_string_append (out, ">\n<source>");
  cog_xliff_inline_append (out, unit->source, segment->source_from, segment->source_to, format);
  g_string_append (out, "</source>\n");
  if (unit->target != NULL)
    {
      g_string_append (out, "<target>");
      cog_xliff_inline_append (out, unit->target, segment->target_from, segment->target_to, format);
      g_string_append (out, "</target>\n");
    }
  g_string_append_printf (out, "</%s>\n", element);
}

static void
append_base (GString *out, const CogExchangeUnit *unit)
{
  if (unit->base == NULL)
    return;
  g_string_append (out, "<mda:metadata><mda:metaGroup category=\"" COG_XLIFF_CATEGORY
                        "\"><mda:meta type=\"" COG_XLIFF_BASE "\">");
  cog_xml_append_escaped (out, unit->base, -1);
  g_string_append (out, "</mda:meta></mda:metaGroup></mda:metadata>\n");
}

static void
append_unit (GString *out,
             const CogExchangeHead *head,
             const CogExchangeUnit *unit,
             GHashTable *ids)
{
  const CogXliffInline format = { open_whole,   close_whole, open_torn, close_torn,
                                  append_piece, NULL,        ids };
  g_autofree char *token = cog_exchange_dup_token (unit->id);
  g_autoptr (GArray) segments =
      cog_exchange_segments_list (unit, head->source_language, head->target_language);
  guint number = 0;

  g_string_append_printf (out, "<unit id=\"%s\"", token);
  if (!g_str_equal (token, unit->id))
    cog_xml_append_attribute (out, "name", unit->id);
  g_string_append_printf (out, " type=\"cognate:%s\"%s>\n", cog_unit_kind_to_nick (unit->kind),
                          unit->is_fixed ? " translate=\"no\"" : "");
  cog_xliff_2_append_glossary (out, head, unit);
  cog_xliff_2_append_matches (out, head, unit, segments);
  append_base (out, unit);
  append_notes (out, unit);
  append_original_data (out, unit);
  for (guint i = 0; i < segments->len; i++)
    {
      const CogExchangeSegment *segment = &g_array_index (segments, CogExchangeSegment, i);

      number += segment->is_space ? 0 : 1;
      append_segment (out, unit, segment, number, &format);
    }
  g_string_append (out, "</unit>\n");
}

static void
section (GString *out, const CogExchangeHead *head, const CogExchangeSection *section)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *token = cog_exchange_dup_token (section->id);

  for (guint i = 0; i < section->units->len; i++)
    g_hash_table_add (ids, ((CogExchangeUnit *)g_ptr_array_index (section->units, i))->id);
  g_string_append_printf (out, "<file id=\"%s\"", token);
  cog_xml_append_attribute (out, "original", head->original);
  g_string_append_printf (out, " srcDir=\"%s\" trgDir=\"%s\" xml:space=\"preserve\">\n",
                          get_direction (head->source_language),
                          get_direction (head->target_language));
  if (section->title != NULL && section->title[0] != '\0')
    {
      g_string_append (out, "<notes>\n");
      append_note (out, "section", section->title);
      g_string_append (out, "</notes>\n");
    }
  for (guint i = 0; i < section->units->len; i++)
    append_unit (out, head, g_ptr_array_index (section->units, i), ids);
  g_string_append (out, "</file>\n");
}

const CogExchangeFormat cog_exchange_xliff_2 = {
  "xliff-2.1", "XLIFF 2.1", ".xlf", begin, section, end, cog_xliff_2_is_mine, cog_xliff_2_read,
};
