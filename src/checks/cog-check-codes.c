/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CogFindingKind missing = {
  "code-missing", COG_SEVERITY_ERROR, FALSE,
  /* Translators: %1 is what a piece shows: a note's number, an equation. */
  N_ ("“%1” of the source is not here.")
};
static const CogFindingKind missing_link = { "code-link-missing", COG_SEVERITY_WARNING, FALSE,
                                             /* Translators: %1 are the words of a link. */
                                             N_ ("The link “%1” of the source is not here.") };
static const CogFindingKind doubled = {
  "code-doubled", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is what a piece shows: a note's number, an equation. */
  N_ ("“%1” stands here more often than in the source.")
};
static const CogFindingKind out_of_order = {
  "code-order", COG_SEVERITY_INFO, FALSE,
  /* Translators: %1 is the mark of a note: “3”. */
  N_ ("The notes stand in another order than in the source, “%1” too early.")
};
static const CogFindingKind outside = {
  "code-outside", COG_SEVERITY_INFO, FALSE,
  /* Translators: %1 is what a piece shows: a picture, an equation. */
  N_ ("“%1” stands within a link in the source, and not here.")
};
static const CogFindingKind plain = {
  "code-emphasis-missing", COG_SEVERITY_INFO, FALSE,
  /* Translators: %1 are words of the source. */
  N_ ("“%1” is set apart in the source (bold, italic), and nothing is here.")
};
static const CogFindingKind empty = { "code-empty", COG_SEVERITY_WARNING, FALSE,
                                      N_ ("A link has no words.") };

/* What stands for a piece in a sentence. */
static const char *
get_label (const CogCode *code)
{
  return code->label != NULL && code->label[0] != '\0' ? code->label : code->element;
}

static gboolean
is_line_break (const CogCode *code)
{
  return g_str_equal (code->element, "br");
}

/* ── Missing ─────────────────────────────────────────────────────────────────────────────────── */

static void
check_missing (const CogCheck *check, const CogCheckUnit *unit, GPtrArray *findings)
{
  g_autoptr (GPtrArray) lost = cog_text_list_missing (unit->source->text, unit->target->text);

  for (guint i = 0; i < lost->len; i++)
    {
      const CogCode *code = g_ptr_array_index (lost, i);
      g_autofree char *words = cog_check_text_dup (unit->source, code->start, code->end);
      gboolean is_link = code->type == COG_CODE_SPAN;
      CogCheckFinding *finding =
          cog_check_add (check, is_link ? &missing_link : &missing, unit, 0, 0,
                         is_link ? words : get_label (code), NULL, findings);

      cog_check_set_source (finding, unit, code->start, code->end);
    }
}

/* ── More than there were ────────────────────────────────────────────────────────────────────── */

static guint
count_same (const CogText *text, const CogCode *wanted, guint before)
{
  guint n = 0;

  for (guint i = 0; i < text->codes->len && i < before; i++)
    {
      const CogCode *code = g_ptr_array_index (text->codes, i);

      n += code->type == COG_CODE_PIECE && strcmp (code->markup, wanted->markup) == 0;
    }
  return n;
}

static void
check_doubled (const CogCheck *check, const CogCheckUnit *unit, GPtrArray *findings)
{
  const CogText *target = unit->target->text;

  for (guint i = 0; i < target->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (target->codes, i);
      guint n_source;

      if (code->type != COG_CODE_PIECE || is_line_break (code))
        continue;
      n_source = count_same (unit->source->text, code, G_MAXUINT);
      /* What the source never had was put in by the adapter. An equation may be said again, a note
       * or a picture hardly: they have ids. */
      if (n_source == 0 || g_str_equal (code->element, "math") ||
          count_same (target, code, i) < n_source)
        continue;
      cog_check_add (check, &doubled, unit, code->start, code->end, get_label (code), NULL,
                     findings);
    }
}

/* ── Order and nesting ───────────────────────────────────────────────────────────────────────── */

static gboolean
is_note (const CogCode *code)
{
  return code->type == COG_CODE_PIECE && g_str_equal (code->element, "a");
}

static int
find_piece (const CogText *text, const char *markup)
{
  for (guint i = 0; i < text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->codes, i);

      if (code->type == COG_CODE_PIECE && strcmp (code->markup, markup) == 0)
        return (int)i;
    }
  return -1;
}

/* Equations follow the sentence; the numbers of notes have to rise. */
static void
check_order (const CogCheck *check, const CogCheckUnit *unit, GPtrArray *findings)
{
  const CogText *target = unit->target->text;
  int last = -1;
  const CogCode *before = NULL;

  for (guint i = 0; i < target->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (target->codes, i);
      int place;

      if (!is_note (code))
        continue;
      place = find_piece (unit->source->text, code->markup);
      if (place >= 0 && place < last)
        {
          cog_check_add (check, &out_of_order, unit, before->start, before->end, get_label (before),
                         NULL, findings);
          return;
        }
      last = MAX (last, place);
      before = code;
    }
}

static gboolean
is_in_link (const CogCheckText *text, const CogCode *code)
{
  return cog_check_text_is_in (text, code->start, "a");
}

static void
check_nesting (const CogCheck *check, const CogCheckUnit *unit, GPtrArray *findings)
{
  const CogText *source = unit->source->text;

  for (guint i = 0; i < source->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (source->codes, i);
      const CogCode *there;
      int place;

      if (code->type != COG_CODE_PIECE || is_line_break (code) || !is_in_link (unit->source, code))
        continue;
      place = find_piece (unit->target->text, code->markup);
      there = place >= 0 ? g_ptr_array_index (unit->target->text->codes, place) : NULL;
      if (there != NULL && !is_in_link (unit->target, there))
        cog_check_add (check, &outside, unit, there->start, there->end, get_label (there), NULL,
                       findings);
    }
}

/* ── Emphasis ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_emphasis (const CogCode *code)
{
  static const char *const elements[] = { "em", "strong", "b", "i", "u", "dfn", "mark", NULL };

  /* A letter in italics is a variable, which may have become an equation. */
  return code->type == COG_CODE_SPAN && code->end > code->start + 2 &&
         g_strv_contains (elements, code->element);
}

static const CogCode *
find_emphasis (const CogText *text)
{
  for (guint i = 0; i < text->codes->len; i++)
    if (is_emphasis (g_ptr_array_index (text->codes, i)))
      return g_ptr_array_index (text->codes, i);
  return NULL;
}

/* A word less in italics is a matter of taste, none of several is not. */
static void
check_emphasis (const CogCheck *check, const CogCheckUnit *unit, GPtrArray *findings)
{
  const CogCode *code = find_emphasis (unit->source->text);
  g_autofree char *words = NULL;
  CogCheckFinding *finding;

  if (code == NULL || find_emphasis (unit->target->text) != NULL)
    return;
  words = cog_check_text_dup (unit->source, code->start, code->end);
  finding = cog_check_add (check, &plain, unit, 0, 0, words, NULL, findings);
  cog_check_set_source (finding, unit, code->start, code->end);
}

static void
check_empty (const CogCheck *check, const CogCheckUnit *unit, GPtrArray *findings)
{
  for (guint i = 0; i < unit->target->text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (unit->target->text->codes, i);

      /* Anchors have no words and no address. */
      if (code->type == COG_CODE_SPAN && code->start == code->end &&
          g_str_equal (code->element, "a") && strstr (code->markup, " href=") != NULL)
        cog_check_add (check, &empty, unit, code->start, code->end, NULL, NULL, findings);
    }
}

static void
scan (const CogCheck *check,
      const CogCheckContext *context,
      const CogCheckUnit *unit,
      GPtrArray *findings)
{
  check_empty (check, unit, findings);
  if (unit->source == NULL ||
      (unit->source->text->codes->len == 0 && unit->target->text->codes->len == 0))
    return;
  check_missing (check, unit, findings);
  check_doubled (check, unit, findings);
  check_order (check, unit, findings);
  check_nesting (check, unit, findings);
  check_emphasis (check, unit, findings);
}

const CogCheck cog_check_codes = {
  .id = "codes",
  .name = N_ ("Equations, Notes and Links"),
  .about = N_ ("Pieces and links of the source that are missing, doubled or out of order, and lost "
               "emphasis."),
  .scan = scan,
};
