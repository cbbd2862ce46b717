/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-private.h"

#include "cog-language.h"

/* Each kind of numbers is an abstract list of nine levels, of which each list is an instance that
 * begins where it begins (17.9). */
static const struct
{
  char type;
  const char *format;
} kinds[] = { { 0, "bullet" },        { '1', "decimal" },    { 'a', "lowerLetter" },
              { 'A', "upperLetter" }, { 'i', "lowerRoman" }, { 'I', "upperRoman" } };

static guint
find_kind (char type)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].type == type)
      return i;
  return 1;
}

/* Where the numbers leap, the count begins anew: with an instance that starts there. */
guint
cog_word_get_number (CogWordWriting *word, const CogFlowList *list)
{
  gpointer key = GUINT_TO_POINTER (list->id);
  CogWordCount *count = g_hash_table_lookup (word->counts, key);

  if (count != NULL && (list->type == 0 || count->next == list->number))
    {
      count->next++;
      return count->number;
    }
  if (count == NULL)
    {
      count = g_new0 (CogWordCount, 1);
      g_hash_table_insert (word->counts, key, count);
    }
  count->number = ++word->n_numbers;
  count->next = list->number + 1;
  g_string_append_printf (word->numbers, "<w:num w:numId=\"%u\"><w:abstractNumId w:val=\"%u\"/>",
                          count->number, find_kind (list->type));
  if (list->type != 0)
    g_string_append_printf (word->numbers,
                            "<w:lvlOverride w:ilvl=\"%u\"><w:startOverride "
                            "w:val=\"%" G_GINT64_FORMAT "\"/></w:lvlOverride>",
                            MIN (list->depth, 9) - 1, CLAMP (list->number, 0, 32767));
  g_string_append (word->numbers, "</w:num>\n");
  return count->number;
}

/* The figures that the language writes by custom. */
static const char *
get_format (const CogWordWriting *word, guint kind)
{
  g_autofree char *one = cog_language_format_number (word->language, 1);

  return kinds[kind].type == '1' && g_str_equal (one, "١") ? "hindiNumbers" : kinds[kind].format;
}

static void
append_level (const CogWordWriting *word, GString *out, guint kind, guint level)
{
  static const char *const bullets[] = { "•", "–", "·" };

  g_string_append_printf (out,
                          "<w:lvl w:ilvl=\"%u\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>"
                          "<w:lvlText w:val=\"",
                          level, get_format (word, kind));
  if (kind == 0)
    g_string_append (out, bullets[level % 3]);
  else
    g_string_append_printf (out, "%%%u.", level + 1);
  g_string_append_printf (out,
                          "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"%u\" "
                          "w:hanging=\"%d\"/></w:pPr></w:lvl>",
                          (level + 1) * COG_WORD_INDENT, COG_WORD_INDENT);
}

void
cog_word_append_numbering (const CogWordWriting *word, GString *out)
{
  g_string_append (out, COG_WORD_XML "<w:numbering" COG_WORD_NAMESPACES ">\n");
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_string_append_printf (out,
                              "<w:abstractNum w:abstractNumId=\"%u\"><w:multiLevelType "
                              "w:val=\"hybridMultilevel\"/>",
                              kind);
      for (guint level = 0; level < 9; level++)
        append_level (word, out, kind, level);
      g_string_append (out, "</w:abstractNum>\n");
    }
  g_string_append (out, word->numbers->str);
  g_string_append (out, "</w:numbering>\n");
}
