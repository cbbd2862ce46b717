/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odf-private.h"

static const struct
{
  char type;
  const char *name, *format;
} kinds[] = { { 0, "Bullets", NULL },       { '1', "Figures", "1" },
              { 'a', "LowerLetters", "a" }, { 'A', "UpperLetters", "A" },
              { 'i', "LowerRoman", "i" },   { 'I', "UpperRoman", "I" } };

void
cog_odf_begin_list (gpointer data, const CogFlowList *list)
{
  CogOdfWriting *odf = data;
  const char *name = list->is_unmarked ? "Unmarked" : kinds[0].name;

  odf->n_lists++;
  for (guint i = 1; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].type == list->type)
      name = kinds[i].name;
  g_string_append_printf (odf->out, "<text:list text:style-name=\"%s\">\n", name);
}

void
cog_odf_end_list (gpointer data, const CogFlowList *list)
{
  CogOdfWriting *odf = data;

  odf->n_lists--;
  g_string_append (odf->out, "</text:list>\n");
}

/* Numbers that do not follow from the item before are said. */
void
cog_odf_begin_item (gpointer data, const CogFlowList *list)
{
  CogOdfWriting *odf = data;

  g_string_append (odf->out, "<text:list-item");
  if (list->leaps)
    g_string_append_printf (odf->out, " text:start-value=\"%" G_GINT64_FORMAT "\"",
                            MAX (0, list->number));
  g_string_append_c (odf->out, '>');
}

void
cog_odf_end_item (gpointer data, const CogFlowList *list)
{
  CogOdfWriting *odf = data;

  g_string_append (odf->out, "</text:list-item>\n");
}

static void
append_place (GString *out, guint level, gboolean is_unmarked)
{
  g_string_append (out, "<style:list-level-properties "
                        "text:list-level-position-and-space-mode=\"label-alignment\">"
                        "<style:list-level-label-alignment "
                        "text:label-followed-by=\"");
  g_string_append (out, is_unmarked ? "nothing\"" : "listtab\"");
  cog_odf_append_cm (out, "fo:margin-left", level * COG_ODF_INDENT);
  cog_odf_append_cm (out, "fo:text-indent", is_unmarked ? 0 : -COG_ODF_INDENT);
  g_string_append (out, "/></style:list-level-properties>");
}

static void
append_level (GString *out, guint kind, guint level)
{
  static const char *const bullets[] = { "•", "–", "·" };

  if (kind == 0)
    g_string_append_printf (
        out, "<text:list-level-style-bullet text:level=\"%u\" text:bullet-char=\"%s\">", level,
        bullets[(level - 1) % 3]);
  else
    g_string_append_printf (out,
                            "<text:list-level-style-number text:level=\"%u\" "
                            "style:num-suffix=\".\" style:num-format=\"%s\"%s>",
                            level, kinds[kind].format,
                            kinds[kind].type == 'a' || kinds[kind].type == 'A'
                                ? " style:num-letter-sync=\"true\""
                                : "");
  append_place (out, level, FALSE);
  g_string_append_printf (out, "</text:list-level-style-%s>", kind == 0 ? "bullet" : "number");
}

void
cog_odf_append_list_styles (const CogOdfWriting *odf, GString *out)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_string_append_printf (out, "<text:list-style style:name=\"%s\">", kinds[kind].name);
      for (guint level = 1; level <= 10; level++)
        append_level (out, kind, level);
      g_string_append (out, "</text:list-style>\n");
    }
  g_string_append (out, "<text:list-style style:name=\"Unmarked\">");
  for (guint level = 1; level <= 10; level++)
    {
      g_string_append_printf (
          out, "<text:list-level-style-number text:level=\"%u\" style:num-format=\"\">", level);
      append_place (out, level, TRUE);
      g_string_append (out, "</text:list-level-style-number>");
    }
  g_string_append (out, "</text:list-style>\n");
}
