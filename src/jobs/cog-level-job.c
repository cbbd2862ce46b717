/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-level-job.h"

#include "cog-text.h"

#include <math.h>
#include <string.h>

#define SHOWN 80 /* characters of a passage */

static void
section_level_free (gpointer data)
{
  CogSectionLevel *level = data;

  g_free (level->section);
  g_free (level->title);
  g_free (level);
}

static void
hard_unit_free (gpointer data)
{
  CogHardUnit *hard = data;

  g_free (hard->section);
  g_free (hard->unit);
  g_free (hard->text);
  g_ptr_array_unref (hard->words);
  g_free (hard);
}

guint
cog_level_get_longest (guint grade)
{
  return MIN (25, (guint)floor (8 + 1.5 * (MAX (grade, 1) - 1)));
}

GHashTable *
cog_level_read_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, words);

  parts = g_strsplit_set (text, " \t\r\n,;", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0' && g_utf8_validate (parts[i], -1, NULL))
      g_hash_table_add (words, g_utf8_strdown (parts[i], -1));
  return words;
}

static gboolean
is_running_text (const CogUnit *unit)
{
  switch (unit->kind)
    {
    case COG_UNIT_PARAGRAPH:
    case COG_UNIT_ITEM:
    case COG_UNIT_DESCRIPTION:
    case COG_UNIT_CAPTION:
      return unit->decision != COG_DECISION_OMITTED;
    case COG_UNIT_TITLE:
    case COG_UNIT_HEADING:
    case COG_UNIT_TERM:
    case COG_UNIT_CELL:
    case COG_UNIT_HEADER_CELL:
    case COG_UNIT_SUMMARY:
    case COG_UNIT_PREFORMATTED:
    case COG_UNIT_EQUATION:
    case COG_UNIT_ALT:
    case COG_UNIT_DRAWING:
      break;
    }
  return FALSE;
}

/* Without what stands for equations, pictures and notes. (transfer full) (nullable) */
static char *
dup_plain (const char *xhtml)
{
  g_autoptr (CogText) text = xhtml != NULL ? cog_text_new_from_xhtml (xhtml, NULL) : NULL;
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text->plain, "\xEF\xBF\xBC", -1) : NULL;

  return parts != NULL ? g_strjoinv (" ", parts) : NULL;
}

static void
measure_side (CogTextMeasure *measure, const char *xhtml, const char *language)
{
  g_autofree char *plain = dup_plain (xhtml);

  if (plain != NULL)
    cog_text_measure_add (measure, plain, language);
}

typedef struct
{
  char *source, *target;
} Languages;

static void
languages_clear (Languages *languages)
{
  g_free (languages->source);
  g_free (languages->target);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Languages, languages_clear)

static CogSectionLevel *
measure_section (const CogSectionInfo *info, GPtrArray *units, const Languages *languages)
{
  CogSectionLevel *level = g_new0 (CogSectionLevel, 1);

  level->section = g_strdup (info->id);
  level->title = g_strdup (cog_section_info_get_label (info, FALSE));
  level->depth = info->depth;
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      if (!is_running_text (unit))
        continue;
      if (unit->source != NULL && !cog_unit_continues (unit))
        measure_side (&level->source, unit->source,
                      languages->source != NULL ? languages->source : "");
      measure_side (&level->target, unit->target, languages->target);
    }
  return level;
}

GPtrArray *
cog_level_list_sections (CogProject *project,
                         CogSectionLevel *total,
                         GCancellable *cancellable,
                         GError **error)
{
  g_auto (Languages) languages = { NULL };
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func (section_level_free);

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  languages.source = cog_project_dup_source_language (project);
  languages.target = cog_project_dup_language (project);
  infos = cog_project_list_sections (project);
  for (guint i = 0; i < infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, i);
      g_autoptr (GPtrArray) units = NULL;
      CogSectionLevel *level;

      if (info->is_omitted)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      units = cog_project_list_units (project, info->id, error);
      if (units == NULL)
        return NULL;
      level = measure_section (info, units, &languages);
      if (total != NULL)
        {
          cog_text_measure_join (&total->source, &level->source);
          cog_text_measure_join (&total->target, &level->target);
        }
      if (level->source.n_words + level->target.n_words > 0)
        g_ptr_array_add (levels, level);
      else
        section_level_free (level);
    }
  return g_steal_pointer (&levels);
}

/* Words that are not in the list; a number is known to everybody. */
static void
add_unknown (GPtrArray *words, const char *plain, GHashTable *known)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *at = plain; *at != '\0';)
    {
      const char *end = at;
      g_autofree char *word = NULL;

      while (*end != '\0' && (g_unichar_isalpha (g_utf8_get_char (end)) ||
                              g_unichar_ismark (g_utf8_get_char (end))))
        end = g_utf8_next_char (end);
      if (end == at)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      word = g_utf8_strdown (at, end - at);
      at = end;
      if (g_hash_table_contains (known, word) || !g_hash_table_add (seen, g_strdup (word)))
        continue;
      g_ptr_array_add (words, g_steal_pointer (&word));
    }
}

static CogHardUnit *
measure_unit (const CogUnit *unit, const CogLevelWish *wish, const char *language)
{
  g_autofree char *plain = dup_plain (unit->target);
  CogTextMeasure measure = { 0 };
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gboolean is_long;
  CogHardUnit *hard;

  if (plain == NULL)
    return NULL;
  cog_text_measure_add (&measure, plain, language);
  is_long = wish->longest > 0 && measure.n_longest > wish->longest;
  if (wish->known != NULL)
    add_unknown (words, plain, wish->known);
  if (!is_long && words->len == 0)
    return NULL;
  hard = g_new0 (CogHardUnit, 1);
  hard->section = g_strdup (unit->section);
  hard->unit = g_strdup (unit->id);
  hard->text =
      g_utf8_strlen (plain, -1) > SHOWN ? g_utf8_substring (plain, 0, SHOWN) : g_strdup (plain);
  hard->n_longest = is_long ? measure.n_longest : 0;
  hard->words = g_steal_pointer (&words);
  return hard;
}

GPtrArray *
cog_level_list_hard (CogProject *project,
                     const CogLevelWish *wish,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *language = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (hard_unit_free);

  g_return_val_if_fail (COG_IS_PROJECT (project) && wish != NULL, NULL);

  language = cog_project_dup_language (project);
  units = cog_project_list_units (project, NULL, error);
  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);
      CogHardUnit *hard;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      hard = is_running_text (unit) ? measure_unit (unit, wish, language) : NULL;
      if (hard != NULL)
        g_ptr_array_add (list, hard);
    }
  return units != NULL ? g_steal_pointer (&list) : NULL;
}
