/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-search-places.h"

#include "cog-matcher.h"
#include "cog-search-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LEVELS 12

typedef struct
{
  const char *typed;   /* without white space around it */
  CogMatcher *matcher; /* (nullable): nothing typed */
  CogJumpKind wanted;  /* of number: SECTION where no kind was named */
  guint number;        /* 0: none */
  guint limit;
  GPtrArray *best, *good, *fair; /* CogJump: by how well they fit */
  GArray *matches;
} Places;

void
cog_jump_free (CogJump *jump)
{
  if (jump == NULL)
    return;
  g_free (jump->section);
  g_free (jump->unit);
  g_free (jump->title);
  g_free (jump->label);
  g_free (jump);
}

static CogJump *
new_jump (CogJumpKind kind, const CogSectionInfo *info, const char *unit, const char *title)
{
  CogJump *jump = g_new0 (CogJump, 1);

  jump->kind = kind;
  jump->section = g_strdup (info->id);
  jump->unit = g_strdup (unit);
  jump->title = g_strdup (title);
  return jump;
}

/* Whether the words are in the text; is_first: it begins with them. */
static gboolean
holds (Places *places, const char *text, gboolean *is_first)
{
  *is_first = FALSE;
  if (places->matcher == NULL || text == NULL)
    return FALSE;
  g_array_set_size (places->matches, 0);
  cog_matcher_find (places->matcher, text, places->matches);
  if (places->matches->len == 0)
    return FALSE;
  *is_first = g_array_index (places->matches, CogMatch, 0).start == 0;
  return TRUE;
}

/* "3", "2.1": the section's place in the outline. */
static char *
count_section (guint *levels, guint depth)
{
  GString *number = g_string_new (NULL);

  depth = MIN (depth, MAX_LEVELS - 1);
  levels[depth]++;
  for (guint i = depth + 1; i < MAX_LEVELS; i++)
    levels[i] = 0;
  for (guint i = 0; i <= depth; i++)
    g_string_append_printf (number, "%s%u", i > 0 ? "." : "", levels[i]);
  return g_string_free (number, FALSE);
}

static void
look_at_section (Places *places, const CogSectionInfo *info, const char *number)
{
  gboolean in_source, in_target, is_first, is_first_target;
  const char *title = cog_section_info_get_label (info, TRUE);
  CogJump *jump;
  GPtrArray *list = NULL;

  in_source = holds (places, info->name, &is_first);
  in_target = holds (places, info->target_title, &is_first_target);
  if (places->matcher == NULL || g_str_equal (places->typed, number))
    list = places->best;
  else if (in_source || in_target)
    list = is_first || is_first_target ? places->best : places->good;
  else if (g_str_has_prefix (number, places->typed) && number[strlen (places->typed)] == '.')
    list = places->good;
  if (list == NULL)
    return;
  /* What was typed is in the other language's title: that one is shown. */
  if (in_source && !in_target && info->target_title != NULL)
    title = info->name;
  jump = new_jump (COG_JUMP_SECTION, info, NULL, title);
  jump->label = g_strdup (number);
  g_ptr_array_add (list, jump);
}

static char *
dup_label (CogJumpKind kind, guint number)
{
  /* Translators: the n-th figure, the n-th table of a book. */
  return kind == COG_JUMP_FIGURE ? g_strdup_printf (_ ("Figure %u"), number)
                                 : g_strdup_printf (_ ("Table %u"), number);
}

static void
look_at_caption (Places *places,
                 const CogSectionInfo *info,
                 const CogIndexedUnit *unit,
                 CogJumpKind kind,
                 guint number)
{
  const char *text = unit->target != NULL ? unit->target : unit->source;
  gboolean is_first, is_named, is_held;
  CogJump *jump;

  if (text == NULL || places->matcher == NULL)
    return;
  is_named = places->number == number && places->wanted == kind;
  is_held = holds (places, unit->source, &is_first) || holds (places, unit->target, &is_first);
  if (!is_named && !is_held)
    return;
  jump = new_jump (kind, info, unit->id, text);
  g_strdelimit (jump->title, "\n\r\t", ' ');
  jump->label = dup_label (kind, number);
  /* The number that the caption says itself is the one that is meant. */
  g_ptr_array_add (is_held && is_first ? places->best : places->good, jump);
}

static void
look_at_words (Places *places, const CogSectionInfo *info, const CogIndexedUnit *unit)
{
  gboolean is_first;
  const char *text = NULL;
  CogJump *jump;

  if (places->fair->len >= places->limit || unit->kind == COG_UNIT_HEADING)
    return;
  if (holds (places, unit->target, &is_first))
    text = unit->target;
  else if (holds (places, unit->source, &is_first))
    text = unit->source;
  if (text == NULL)
    return;
  jump = new_jump (COG_JUMP_WORDS, info, unit->id, NULL);
  jump->title = cog_search_dup_snippet (text, &g_array_index (places->matches, CogMatch, 0));
  jump->label = g_strdup (cog_section_info_get_label (info, TRUE));
  g_ptr_array_add (places->fair, jump);
}

static gboolean
begins_like (const char *typed, const char *word, const char **rest)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  g_autofree char *first = g_utf8_casefold (typed, strcspn (typed, " .0123456789"));
  gsize length = strcspn (typed, " .0123456789");

  if (length == 0 || !g_str_has_prefix (folded, first))
    return FALSE;
  *rest = typed + length;
  return TRUE;
}

/* "figure 3", "fig. 3", "tab 2", in English or in the person's language. */
static void
read_number (Places *places)
{
  const char *rest = NULL;
  guint64 number;

  /* Translators: what somebody types before a number to go there. */
  if (begins_like (places->typed, _ ("figure"), &rest) ||
      begins_like (places->typed, "figure", &rest))
    places->wanted = COG_JUMP_FIGURE;
  /* Translators: what somebody types before a number to go there. */
  else if (begins_like (places->typed, _ ("table"), &rest) ||
           begins_like (places->typed, "table", &rest))
    places->wanted = COG_JUMP_TABLE;
  else
    return;
  rest += strspn (rest, " .");
  if (rest[0] != '\0' && strspn (rest, "0123456789") == strlen (rest) &&
      g_ascii_string_to_unsigned (rest, 10, 1, 100000, &number, NULL))
    places->number = (guint)number;
}

typedef struct
{
  guint figures, tables;
} Counted;

static gboolean
look_into_section (Places *places,
                   CogUnitIndex *index,
                   const CogSectionInfo *info,
                   Counted *counted,
                   GError **error)
{
  g_autoptr (GPtrArray) units = cog_unit_index_dup_units (index, info->id, error);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const CogIndexedUnit *unit = g_ptr_array_index (units, i);

      if (unit->kind != COG_UNIT_CAPTION)
        look_at_words (places, info, unit);
      else if (unit->is_of_table)
        look_at_caption (places, info, unit, COG_JUMP_TABLE, ++counted->tables);
      else
        look_at_caption (places, info, unit, COG_JUMP_FIGURE, ++counted->figures);
    }
  return units != NULL;
}

static void
move_into (GPtrArray *all, GPtrArray *list, guint limit)
{
  while (list->len > 0 && all->len < limit)
    g_ptr_array_add (all, g_ptr_array_steal_index (list, 0));
}

GPtrArray *
cog_search_places (
    CogUnitIndex *index, const char *typed, guint limit, GCancellable *cancellable, GError **error)
{
  g_autofree char *words = NULL;
  g_autoptr (CogMatcher) matcher = NULL;
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (CogMatch));
  g_autoptr (GPtrArray) best = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_jump_free);
  g_autoptr (GPtrArray) good = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_jump_free);
  g_autoptr (GPtrArray) fair = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_jump_free);
  g_autoptr (GPtrArray) infos = NULL;
  Places places = { .limit = limit, .best = best, .good = good, .fair = fair, .matches = matches };
  guint levels[MAX_LEVELS] = { 0 };
  Counted counted = { 0, 0 };

  g_return_val_if_fail (COG_IS_UNIT_INDEX (index) && typed != NULL, NULL);

  words = g_strstrip (g_strdup (typed));
  matcher = cog_matcher_new (words, 0, NULL);
  places.typed = words;
  places.matcher = matcher;
  read_number (&places);
  infos = cog_project_list_sections (cog_unit_index_get_project (index));
  for (guint i = 0; i < infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, i);
      g_autofree char *number = count_section (levels, info->depth);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      look_at_section (&places, info, number);
      if (matcher != NULL && !look_into_section (&places, index, info, &counted, error))
        return NULL;
    }
  move_into (best, good, limit);
  move_into (best, fair, limit);
  if (best->len > limit)
    g_ptr_array_set_size (best, (int)limit);
  return g_steal_pointer (&best);
}
