/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-xliff-2-private.h"

#include "cog-xml-write.h"

#include <string.h>

#define MOST_TERMS 50  /* of a unit */
#define MOST_MATCHES 3 /* of a sentence */
#define LEAST_MATCH 70.0

static gboolean
is_letter_before (const char *text, const char *at)
{
  return at > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* As a word by itself, in whatever case. */
static gboolean
occurs (const char *folded, const char *term)
{
  g_autofree char *wanted = g_utf8_casefold (term, -1);
  const char *at = folded;

  if (wanted[0] == '\0')
    return FALSE;
  for (; (at = strstr (at, wanted)) != NULL; at = g_utf8_next_char (at))
    if (!is_letter_before (folded, at) &&
        !g_unichar_isalnum (g_utf8_get_char (at + strlen (wanted))))
      return TRUE;
  return FALSE;
}

static void
append_text (GString *out, const char *element, const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (out, "<gls:%s>", element);
  cog_xml_append_escaped (out, text, -1);
  g_string_append_printf (out, "</gls:%s>", element);
}

void
cog_xliff_2_append_glossary (GString *out, const CogExchangeHead *head, const CogExchangeUnit *unit)
{
  g_autofree char *folded = NULL;
  guint n = 0;

  if (head->terms == NULL || unit->is_fixed)
    return;
  folded = g_utf8_casefold (unit->source->plain, -1);
  for (gsize i = 0; i < head->n_terms && n < MOST_TERMS; i++)
    {
      const CogExchangeTerm *term = &head->terms[i];

      if (!occurs (folded, term->term))
        continue;
      g_string_append (out, n++ == 0 ? "<gls:glossary>\n<gls:glossEntry>" : "<gls:glossEntry>");
      append_text (out, "term", term->term);
      append_text (out, "translation", term->translation);
      append_text (out, "definition", term->definition);
      g_string_append (out, "</gls:glossEntry>\n");
    }
  if (n > 0)
    g_string_append (out, "</gls:glossary>\n");
}

static void
append_match (GString *out, const CogMemoryMatch *match, guint number)
{
  const CogMemoryEntry *entry = match->entry;
  char score[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "<mtc:match ref=\"#s%u\" type=\"%s\" similarity=\"%s\"", number,
                          match->kind == COG_MATCH_CONTEXT ? "icm" : "tm",
                          g_ascii_formatd (score, sizeof score, "%.1f", match->score));
  cog_xml_append_attribute (out, "origin", entry->origin != NULL ? entry->origin : entry->project);
  g_string_append (out, ">\n<source>");
  cog_xml_append_escaped (out, entry->source, -1);
  g_string_append (out, "</source>\n<target>");
  cog_xml_append_escaped (out, entry->target, -1);
  g_string_append (out, "</target>\n</mtc:match>\n");
}

/* The memory is asked for words: a code in a match would need the memory's own. A memory that
 * cannot be read helps nobody, and hinders no export. */
static GPtrArray *
look_up (const CogExchangeHead *head,
         const CogExchangeUnit *unit,
         const CogExchangeSegment *segment)
{
  g_autofree char *words =
      g_utf8_substring (unit->source->plain, segment->source_from, segment->source_to);
  const CogMemoryQuery query = { .text = words,
                                 .from = head->source_language,
                                 .to = head->target_language,
                                 .threshold = LEAST_MATCH,
                                 .n = MOST_MATCHES };

  return cog_memory_lookup (head->memory, &query, NULL);
}

void
cog_xliff_2_append_matches (GString *out,
                            const CogExchangeHead *head,
                            const CogExchangeUnit *unit,
                            GArray *segments)
{
  gboolean has_any = FALSE;
  guint number = 0;

  if (head->memory == NULL || unit->is_fixed || unit->target != NULL)
    return;
  for (guint i = 0; i < segments->len; i++)
    {
      const CogExchangeSegment *segment = &g_array_index (segments, CogExchangeSegment, i);
      g_autoptr (GPtrArray) matches = NULL;

      if (segment->is_space)
        continue;
      number++;
      matches = look_up (head, unit, segment);
      for (guint k = 0; matches != NULL && k < matches->len; k++)
        {
          if (!has_any)
            g_string_append (out, "<mtc:matches>\n");
          has_any = TRUE;
          append_match (out, g_ptr_array_index (matches, k), number);
        }
    }
  if (has_any)
    g_string_append (out, "</mtc:matches>\n");
}
