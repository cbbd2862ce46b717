/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-coded-sentence-private.h"
#include "cog-engine-html.h"

#include <string.h>

/* A stretch between two codes. */
typedef struct
{
  guint start, end;
  gboolean is_sent;
} Part;

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a;
  guint second = *(const guint *)b;

  return first < second ? -1 : first > second;
}

static gboolean
is_in_frozen (const CogCodedSentence *self, guint start)
{
  for (guint i = 0; i < self->text->codes->len; i++)
    {
      const CogCode *code = cog_coded_sentence_get_code (self, i);

      if (self->roles[i] == COG_ROLE_FROZEN && start >= code->start && start < code->end)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_letter (const CogCodedSentence *self, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (g_unichar_isalpha (self->chars[i]))
      return TRUE;
  return FALSE;
}

/* Space at the ends of what is sent is a part that is not. */
static void
add_part (const CogCodedSentence *self, GArray *parts, guint start, guint end)
{
  Part whole = { start, end, !is_in_frozen (self, start) && has_letter (self, start, end) };
  Part before = { start, start, FALSE };
  Part after = { end, end, FALSE };

  while (whole.is_sent && g_unichar_isspace (self->chars[whole.start]))
    before.end = ++whole.start;
  while (whole.is_sent && g_unichar_isspace (self->chars[whole.end - 1]))
    after.start = --whole.end;
  if (before.end > before.start)
    g_array_append_val (parts, before);
  g_array_append_val (parts, whole);
  if (after.end > after.start)
    g_array_append_val (parts, after);
}

static GArray *
cut (const CogCodedSentence *self)
{
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_append_val (cuts, self->from);
  g_array_append_val (cuts, self->to);
  for (guint i = 0; i < self->text->codes->len; i++)
    {
      const CogCode *code = cog_coded_sentence_get_code (self, i);
      guint start = MAX (code->start, self->from);
      guint end = MIN (code->end, self->to);

      if (self->roles[i] != COG_ROLE_SPAN && self->roles[i] != COG_ROLE_FROZEN)
        continue;
      g_array_append_val (cuts, start);
      g_array_append_val (cuts, end);
    }
  g_array_sort (cuts, compare_numbers);
  for (guint i = 1; i < cuts->len; i++)
    {
      guint start = g_array_index (cuts, guint, i - 1);
      guint end = g_array_index (cuts, guint, i);

      if (end > start)
        add_part (self, parts, start, end);
    }
  return parts;
}

GPtrArray *
cog_coded_sentence_list_parts (const CogCodedSentence *sentence)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) parts = NULL;

  g_return_val_if_fail (sentence != NULL, list);

  parts = cut (sentence);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      g_autofree char *plain = NULL;

      if (!part->is_sent)
        continue;
      plain = g_ucs4_to_utf8 (sentence->chars + part->start, (glong)(part->end - part->start), NULL,
                              NULL, NULL);
      g_ptr_array_add (list, g_markup_escape_text (plain, -1));
    }
  return list;
}

/* FALSE: it is no translation of so many characters. */
static gboolean
append_answer (GArray *chars, const char *html, guint n_sent)
{
  g_autoptr (CogEngineHtml) read = html != NULL ? cog_engine_html_read (html) : NULL;
  g_autofree gunichar *answer = NULL;
  glong n = 0;

  if (read == NULL)
    return FALSE;
  answer = g_utf8_to_ucs4_fast (read->plain, -1, &n);
  if (!cog_coded_sentence_is_answer (answer, (gsize)n, n_sent))
    return FALSE;
  g_array_append_vals (chars, answer, (guint)n);
  return TRUE;
}

/* Where the codes of the source, which begin and end with parts, came to stand. */
static void
note_codes (const CogCodedSentence *self, const Part *part, guint at, guint end, CogCodedMiddle *m)
{
  for (guint i = 0; i < self->text->codes->len; i++)
    {
      const CogCode *code = cog_coded_sentence_get_code (self, i);

      if (code->start >= part->start && code->start < part->end)
        m->starts[i] = at + (part->is_sent ? 0 : code->start - part->start);
      if (code->end > part->start && code->end <= part->end)
        m->ends[i] = part->is_sent ? end : at + code->end - part->start;
    }
}

CogText *
cog_coded_sentence_join_parts (const CogCodedSentence *sentence, GPtrArray *answers)
{
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GArray) chars = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autofree guint *starts = NULL;
  g_autofree guint *ends = NULL;
  CogCodedMiddle middle;
  guint n = 0;

  g_return_val_if_fail (sentence != NULL && answers != NULL, NULL);

  parts = cut (sentence);
  middle.chars = chars;
  middle.starts = starts = g_new0 (guint, sentence->text->codes->len + 1);
  middle.ends = ends = g_new0 (guint, sentence->text->codes->len + 1);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      guint at = chars->len;

      if (!part->is_sent)
        g_array_append_vals (chars, sentence->chars + part->start, part->end - part->start);
      else if (n >= answers->len ||
               !append_answer (chars, g_ptr_array_index (answers, n++), part->end - part->start))
        return NULL;
      note_codes (sentence, part, at, chars->len, &middle);
    }
  return cog_coded_sentence_assemble (sentence, &middle);
}
