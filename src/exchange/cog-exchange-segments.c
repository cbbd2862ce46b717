/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-segments.h"

#include "cog-text-segments.h"

#include <string.h>

/* A sentence, and where the space behind it begins. */
typedef struct
{
  guint from, space, to;
} Sentence;

/* No code may begin or end in the space: it would be torn for nothing. */
static gboolean
is_free (const CogText *text, guint from, guint to)
{
  for (guint i = 0; i < text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->codes, i);

      if ((code->start >= from && code->start < to) || (code->end > from && code->end <= to))
        return FALSE;
    }
  return TRUE;
}

static GArray *
list_sentences (const CogText *text, const char *language)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  g_autoptr (GPtrArray) segments = cog_text_list_segments (text, language);
  guint at = 0;

  for (guint i = 0; i < segments->len; i++)
    {
      const CogText *segment = g_ptr_array_index (segments, i);
      const char *plain = segment->plain;
      const char *end = plain + strlen (plain);
      Sentence sentence = { .from = at };

      while (end > plain && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
        end = g_utf8_prev_char (end);
      sentence.to = at + (guint)g_utf8_strlen (plain, -1);
      sentence.space = at + (guint)g_utf8_pointer_to_offset (plain, end);
      if (sentence.space == sentence.from || !is_free (text, sentence.space, sentence.to))
        sentence.space = sentence.to;
      at = sentence.to;
      g_array_append_val (sentences, sentence);
    }
  return sentences;
}

static guint
get_length (const CogText *text)
{
  return text != NULL ? (guint)g_utf8_strlen (text->plain, -1) : 0;
}

static void
add_sentence (GArray *list, const Sentence *source, const Sentence *target)
{
  CogExchangeSegment segment = { .source_from = source->from, .source_to = source->space };
  CogExchangeSegment space = { .source_from = source->space,
                               .source_to = source->to,
                               .is_space = TRUE };
  gboolean has_space = source->space < source->to;

  if (target != NULL)
    {
      segment.target_from = target->from;
      segment.target_to = has_space ? target->space : target->to;
      space.target_from = segment.target_to;
      space.target_to = target->to;
    }
  g_array_append_val (list, segment);
  if (has_space)
    g_array_append_val (list, space);
}

GArray *
cog_exchange_segments_list (const CogExchangeUnit *unit,
                            const char *source_language,
                            const char *target_language)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (CogExchangeSegment));
  g_autoptr (GArray) source = NULL;
  g_autoptr (GArray) target = NULL;

  g_return_val_if_fail (unit != NULL && unit->source != NULL, list);

  source = list_sentences (unit->source, source_language);
  if (unit->target != NULL)
    target = list_sentences (unit->target, target_language);
  if (target != NULL && target->len != source->len)
    {
      const CogExchangeSegment whole = { .source_to = get_length (unit->source),
                                         .target_to = get_length (unit->target) };

      g_array_append_val (list, whole);
      return list;
    }
  for (guint i = 0; i < source->len; i++)
    add_sentence (list, &g_array_index (source, Sentence, i),
                  target != NULL ? &g_array_index (target, Sentence, i) : NULL);
  return list;
}
