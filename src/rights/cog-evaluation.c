/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-evaluation.h"

#include "cog-expression.h"
#include "cog-piece-licence.h"
#include "cog-rights-problems.h"

static void
option_free (CogRightsOption *option)
{
  g_ptr_array_unref (option->reasons);
  g_free (option);
}

/* Pieces of text are one adaptation; an item alone is a part of a collection. */
static CogWork
get_work (const CogRightsGroup *group)
{
  return group->is_text && group->use != COG_USE_UNMODIFIED ? COG_WORK_ADAPTATION
                                                            : COG_WORK_COLLECTION;
}

static void
add_reasons (CogRightsOption *option, const CogRightsGroup *group, GPtrArray *reasons)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      const CogReason *reason = g_ptr_array_index (reasons, i);

      if (reason->verdict != COG_VERDICT_ALLOWED)
        cog_rights_group_add_finding (option->reasons, reason->id, reason->verdict, group,
                                      reason->source);
    }
}

static const CogRightsGroup *
find_group_with (GPtrArray *groups, const char *source)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const CogRightsGroup *group = g_ptr_array_index (groups, i);

      if (cog_rights_group_has (group, source))
        return group;
    }
  return NULL;
}

/* All text that was adapted flows into one work: its sources must agree with each other. */
static void
judge_text (CogRightsOption *option, GPtrArray *groups)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_reason_free);
  g_auto (GStrv) sources = NULL;
  CogVerdict verdict;

  for (guint i = 0; i < groups->len; i++)
    {
      const CogRightsGroup *group = g_ptr_array_index (groups, i);

      if (get_work (group) == COG_WORK_ADAPTATION)
        g_strv_builder_addv (builder, (const char **)group->sources);
    }
  sources = g_strv_builder_end (builder);
  verdict = cog_compatibility_check (COG_WORK_ADAPTATION, option->licence,
                                     (const char *const *)sources, reasons);
  option->verdict = MAX (option->verdict, verdict);
  for (guint i = 0; i < reasons->len; i++)
    {
      const CogReason *reason = g_ptr_array_index (reasons, i);

      if (reason->verdict != COG_VERDICT_ALLOWED)
        cog_rights_group_add_finding (option->reasons, reason->id, reason->verdict,
                                      find_group_with (groups, reason->source), reason->source);
    }
}

static void
judge_as_part (CogRightsOption *option, const CogRightsGroup *group, const char *const *licences)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_reason_free);
  CogVerdict verdict;

  if (licences[0] == NULL)
    return;
  verdict = cog_compatibility_check (COG_WORK_COLLECTION, option->licence, licences, reasons);
  option->verdict = MAX (option->verdict, verdict);
  add_reasons (option, group, reasons);
}

/* What was changed is under a licence of its own, and is a part of the edition by that. */
static void
judge_changed (CogRightsOption *option, const CogRightsGroup *group)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_reason_free);
  const CogLicence *own = cog_piece_licence_choose (group, option->licence);
  const char *licences[] = { NULL, NULL };
  g_auto (GStrv) binding = NULL;

  if (own == NULL)
    own = cog_piece_licence_choose (group, NULL);
  licences[0] = own != NULL ? own->id : NULL;
  if (own != NULL)
    {
      judge_as_part (option, group, licences);
      return;
    }
  /* Nothing may be put on it: why, is the same for every licence of the edition. */
  binding = cog_piece_licence_dup_binding (group);
  option->verdict =
      MAX (option->verdict, cog_compatibility_check (COG_WORK_ADAPTATION, option->licence,
                                                     (const char *const *)binding, reasons));
  add_reasons (option, group, reasons);
}

static void
judge_item (CogRightsOption *option, const CogRightsGroup *group)
{
  g_auto (GStrv) binding = cog_piece_licence_dup_binding (group);

  /* An item that may not be changed at all is a problem of its own, whatever licence is chosen. */
  if (binding[0] != NULL && cog_piece_licence_choose (group, NULL) != NULL)
    judge_changed (option, group);
  else
    judge_as_part (option, group, (const char *const *)binding);
}

/* Each piece with its own licence, side by side. */
static void
judge_as_collection (CogRightsOption *option, GPtrArray *groups)
{
  g_ptr_array_set_size (option->reasons, 0);
  option->verdict = COG_VERDICT_ALLOWED;
  for (guint i = 0; i < groups->len; i++)
    {
      const CogRightsGroup *group = g_ptr_array_index (groups, i);

      if (get_work (group) == COG_WORK_ADAPTATION)
        judge_changed (option, group);
      else
        judge_item (option, group);
    }
}

static CogRightsOption *
option_new (const CogLicence *licence, GPtrArray *groups)
{
  CogRightsOption *option = g_new0 (CogRightsOption, 1);

  option->licence = licence;
  option->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_rights_finding_free);
  judge_text (option, groups);
  for (guint i = 0; i < groups->len; i++)
    {
      const CogRightsGroup *group = g_ptr_array_index (groups, i);

      if (get_work (group) == COG_WORK_COLLECTION)
        judge_item (option, group);
    }
  option->whole = option->verdict;
  return option;
}

static const CogRightsOption *
find_in (GPtrArray *options, const CogLicence *licence)
{
  for (guint i = 0; i < options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (options, i);

      if (option->licence == licence)
        return option;
    }
  return NULL;
}

static void
add_option_of_source (CogEvaluation *self, const char *id)
{
  const CogLicence *licence = cog_licence_lookup (id);

  if (licence != NULL && cog_licence_is_open (licence) && !licence->is_no_target &&
      !cog_licence_is_nd (licence) && find_in (self->options, licence) == NULL)
    g_ptr_array_add (self->options, option_new (licence, self->groups));
}

/* Beside the offered ones: a licence that a source has and that only the same may follow. */
static void
add_options_of_sources (CogEvaluation *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const CogRightsGroup *group = g_ptr_array_index (self->groups, i);

      for (guint s = 0; group->sources[s] != NULL; s++)
        {
          g_autoptr (GPtrArray) ways = cog_expression_list_alternatives (group->sources[s]);

          for (guint w = 0; ways != NULL && w < ways->len; w++)
            for (char **id = g_ptr_array_index (ways, w); *id != NULL; id++)
              add_option_of_source (self, *id);
        }
    }
}

/* Whether anything but side by side is possible. */
static gboolean
has_whole (const CogEvaluation *self)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (self->options, i);

      if (option->whole == COG_VERDICT_ALLOWED)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_open_as_collection (const char *id, GPtrArray *groups)
{
  CogRightsOption *option = option_new (cog_licence_lookup (id), groups);
  gboolean is_open;

  judge_as_collection (option, groups);
  is_open = option->verdict == COG_VERDICT_ALLOWED;
  option_free (option);
  return is_open;
}

/* Where nothing else is possible, and this is. */
static void
look_at_as_collection (CogEvaluation *self)
{
  if (has_whole (self))
    return;
  for (guint i = 0; cog_piece_licence_order[i] != NULL && !self->is_collection; i++)
    self->is_collection = is_open_as_collection (cog_piece_licence_order[i], self->groups);
  for (guint i = 0; self->is_collection && i < self->options->len; i++)
    judge_as_collection (g_ptr_array_index (self->options, i), self->groups);
}

CogEvaluation *
cog_evaluation_new (GPtrArray *components)
{
  CogEvaluation *self = g_new0 (CogEvaluation, 1);
  GPtrArray *licences = cog_licence_list ();

  g_return_val_if_fail (components != NULL, NULL);

  self->options = g_ptr_array_new_with_free_func ((GDestroyNotify)option_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_rights_finding_free);
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify)option_free);
  self->groups = cog_rights_group_list (components);
  for (guint i = 0; i < licences->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (licences, i);

      if (licence->is_offered)
        g_ptr_array_add (self->options, option_new (licence, self->groups));
    }
  add_options_of_sources (self);
  look_at_as_collection (self);
  for (guint i = 0; i < self->groups->len; i++)
    cog_rights_problems_add (self->problems, g_ptr_array_index (self->groups, i));
  return self;
}

GPtrArray *
cog_evaluation_list_problems_of (const CogComponent *component)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_rights_finding_free);
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = NULL;

  g_return_val_if_fail (component != NULL, problems);

  g_ptr_array_add (alone, (gpointer)component);
  groups = cog_rights_group_list (alone);
  for (guint i = 0; i < groups->len; i++)
    cog_rights_problems_add (problems, g_ptr_array_index (groups, i));
  return problems;
}

void
cog_evaluation_free (CogEvaluation *evaluation)
{
  if (evaluation == NULL)
    return;
  g_ptr_array_unref (evaluation->options);
  g_ptr_array_unref (evaluation->others);
  g_ptr_array_unref (evaluation->groups);
  g_ptr_array_unref (evaluation->problems);
  g_free (evaluation);
}

const CogRightsOption *
cog_evaluation_find (const CogEvaluation *evaluation, const char *id)
{
  const CogLicence *licence = id != NULL ? cog_licence_lookup (id) : NULL;
  const CogRightsOption *option;

  g_return_val_if_fail (evaluation != NULL, NULL);

  if (licence == NULL)
    return NULL;
  option = find_in (evaluation->options, licence);
  if (option == NULL)
    option = find_in (evaluation->others, licence);
  if (option == NULL)
    {
      CogRightsOption *other = option_new (licence, evaluation->groups);

      if (evaluation->is_collection)
        judge_as_collection (other, evaluation->groups);
      g_ptr_array_add (evaluation->others, other);
      option = other;
    }
  return option;
}

CogVerdict
cog_evaluation_check_piece (const CogComponent *component, const CogLicence *licence)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = NULL;
  CogRightsOption *option;
  CogVerdict verdict;

  g_return_val_if_fail (component != NULL && licence != NULL, COG_VERDICT_FORBIDDEN);

  g_ptr_array_add (alone, (gpointer)component);
  groups = cog_rights_group_list (alone);
  option = option_new (licence, groups);
  verdict = option->whole;
  option_free (option);
  return verdict;
}

const CogLicence *
cog_evaluation_get_licence_of (const CogEvaluation *evaluation,
                               const CogComponent *component,
                               const char *id)
{
  const CogLicence *edition = id != NULL ? cog_licence_lookup (id) : NULL;
  g_autoptr (GPtrArray) alone = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  g_return_val_if_fail (evaluation != NULL && component != NULL, NULL);

  /* Most of a book's pieces are as they were: nothing is made for them. */
  if (edition == NULL || component->use == COG_USE_UNMODIFIED ||
      component->use == COG_USE_REFERENCE)
    return NULL;
  /* All text is one work under that licence, be it discouraged. */
  if (component->kind == COG_COMPONENT_TEXT && !evaluation->is_collection)
    return edition;
  alone = g_ptr_array_new ();
  g_ptr_array_add (alone, (gpointer)component);
  groups = cog_rights_group_list (alone);
  return cog_piece_licence_choose (g_ptr_array_index (groups, 0), edition);
}

/* What most of the text is under, in a collection. (nullable) */
static const CogLicence *
get_main_licence (const CogEvaluation *evaluation)
{
  const CogRightsGroup *main_text = NULL;

  for (guint i = 0; evaluation->is_collection && i < evaluation->groups->len; i++)
    {
      const CogRightsGroup *group = g_ptr_array_index (evaluation->groups, i);

      if (group->is_text && (main_text == NULL || group->n_units > main_text->n_units))
        main_text = group;
    }
  return main_text != NULL ? cog_piece_licence_choose (main_text, NULL) : NULL;
}

const CogLicence *
cog_evaluation_get_proposal (const CogEvaluation *evaluation)
{
  const CogLicence *main_licence;
  const CogRightsOption *option;

  g_return_val_if_fail (evaluation != NULL, NULL);

  main_licence = get_main_licence (evaluation);
  option = main_licence != NULL ? cog_evaluation_find (evaluation, main_licence->id) : NULL;
  if (option != NULL && option->verdict == COG_VERDICT_ALLOWED)
    return main_licence;
  for (guint i = 0; cog_piece_licence_order[i] != NULL; i++)
    {
      option = cog_evaluation_find (evaluation, cog_piece_licence_order[i]);
      if (option != NULL && option->verdict == COG_VERDICT_ALLOWED)
        return option->licence;
    }
  for (guint i = 0; i < evaluation->options->len; i++)
    {
      option = g_ptr_array_index (evaluation->options, i);
      if (option->verdict == COG_VERDICT_ALLOWED && !option->licence->is_offered)
        return option->licence;
    }
  return NULL;
}
