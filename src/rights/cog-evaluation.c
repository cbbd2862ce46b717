/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-evaluation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Pieces with the same sources and use have the same answer: a book of 20,000 has a handful of
 * groups. */
typedef struct
{
  CogUse use;
  CogComponentKind kind;
  char **sources; /* expressions */
  gboolean has_own_credit;
  const CogComponent *first;
  guint n;
} Group;

static void
group_free (Group *group)
{
  g_strfreev (group->sources);
  g_free (group);
}

static void
finding_free (CogRightsFinding *finding)
{
  g_free (finding->component);
  g_free (finding->label);
  g_free (finding->source);
  g_free (finding);
}

static void
option_free (CogRightsOption *option)
{
  g_ptr_array_unref (option->reasons);
  g_free (option);
}

static gboolean
is_item (const CogComponent *component)
{
  return component->kind != COG_COMPONENT_TEXT;
}

/* "© X", "courtesy of X": somebody keeps the rights, and the book's licence cannot be assumed. */
static gboolean
claims_rights (const CogCredit *credit)
{
  g_autofree char *holders = cog_credit_dup_names (credit, COG_ROLE_HOLDER);

  return credit->copyright != NULL || holders != NULL;
}

/* An item's credit that names no licence is covered by its book's, which the text component
 * carries: it does not bind, but should be looked at. */
static char **
dup_sources (const CogComponent *component)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < component->sources->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (component->sources, i);

      if (credit->licence != NULL)
        g_strv_builder_add (builder, credit->licence);
      else if (!is_item (component) || claims_rights (credit))
        g_strv_builder_add (builder, "LicenseRef-Unknown");
      for (guint u = 0; u < credit->upstream->len; u++)
        {
          const CogCredit *upstream = g_ptr_array_index (credit->upstream, u);

          /* BY-SA and BY-NC-SA 4.0, s.2(a)(5)(B): the last licence is enough. */
          if (upstream->licence != NULL && !g_str_has_suffix (upstream->licence, "SA-4.0"))
            g_strv_builder_add (builder, upstream->licence);
        }
    }
  return g_strv_builder_end (builder);
}

static GPtrArray *
make_groups (GPtrArray *components)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify)group_free);
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);
      g_auto (GStrv) sources = NULL;
      g_autofree char *joined = NULL;
      g_autofree char *key = NULL;
      Group *group;

      if (component->use == COG_USE_REFERENCE)
        continue;
      sources = dup_sources (component);
      joined = g_strjoinv ("\x1f", sources);
      key = g_strdup_printf ("%d %d %u %s", component->use, is_item (component),
                             component->sources->len > 0, joined);
      group = g_hash_table_lookup (index, key);
      if (group == NULL)
        {
          group = g_new0 (Group, 1);
          group->use = component->use;
          group->kind = component->kind;
          group->sources = g_steal_pointer (&sources);
          group->has_own_credit = component->sources->len > 0;
          group->first = component;
          g_ptr_array_add (groups, group);
          g_hash_table_insert (index, g_steal_pointer (&key), group);
        }
      group->n++;
    }
  return groups;
}

static CogRightsFinding *
add_finding (
    GPtrArray *list, const char *id, CogVerdict verdict, const Group *group, const char *source)
{
  CogRightsFinding *finding = g_new0 (CogRightsFinding, 1);

  finding->id = id;
  finding->verdict = verdict;
  finding->component = g_strdup (group != NULL ? group->first->id : NULL);
  finding->label = g_strdup (group != NULL ? group->first->label : NULL);
  finding->is_text = group != NULL && group->kind == COG_COMPONENT_TEXT;
  finding->source = g_strdup (source);
  finding->n_components = group != NULL ? group->n : 0;
  g_ptr_array_add (list, finding);
  return finding;
}

/* Pieces of text are one adaptation; an item alone is a part of a collection. */
static CogWork
get_work (const Group *group)
{
  gboolean is_text = group->kind == COG_COMPONENT_TEXT;

  if (is_text)
    return group->use == COG_USE_UNMODIFIED ? COG_WORK_COLLECTION : COG_WORK_ADAPTATION;
  return COG_WORK_COLLECTION;
}

static void
add_reasons (CogRightsOption *option, const Group *group, GPtrArray *reasons)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      const CogReason *reason = g_ptr_array_index (reasons, i);

      if (reason->verdict != COG_VERDICT_ALLOWED)
        add_finding (option->reasons, reason->id, reason->verdict, group, reason->source);
    }
}

static const Group *
find_group_with (GPtrArray *groups, const char *source)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = g_ptr_array_index (groups, i);

      for (guint s = 0; group->sources[s] != NULL; s++)
        if (g_strrstr (group->sources[s], source) != NULL)
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
      const Group *group = g_ptr_array_index (groups, i);

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
        add_finding (option->reasons, reason->id, reason->verdict,
                     find_group_with (groups, reason->source), reason->source);
    }
}

static void
judge_part (CogRightsOption *option, const Group *group)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_reason_free);
  CogVerdict verdict;

  /* An item that nobody may take over is a problem of its own, not of the licence chosen. */
  if (group->sources[0] == NULL)
    return;
  verdict = cog_compatibility_check (COG_WORK_COLLECTION, option->licence,
                                     (const char *const *)group->sources, reasons);
  /* CC0 for a book with pictures of others: lawful for what is new, and misleading. */
  if (verdict == COG_VERDICT_FORBIDDEN && option->licence->klass == COG_CLASS_PD)
    verdict = COG_VERDICT_DISCOURAGED;
  option->verdict = MAX (option->verdict, verdict);
  add_reasons (option, group, reasons);
}

static gboolean
is_open (const char *expression)
{
  g_auto (GStrv) parts = cog_licence_split_expression (expression, NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const CogLicence *licence = cog_licence_lookup (parts[i]);

      if (licence == NULL || !cog_licence_is_open (licence))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_no_derivatives (const char *expression)
{
  g_auto (GStrv) parts = cog_licence_split_expression (expression, NULL);
  const CogLicence *licence = cog_licence_lookup (parts[0]);

  return licence != NULL && cog_licence_is_nd (licence);
}

static void
add_problems (GPtrArray *problems, const Group *group)
{
  gboolean is_text = group->kind == COG_COMPONENT_TEXT;

  if (group->sources[0] == NULL && !is_text && group->has_own_credit)
    add_finding (problems, "licence-assumed", COG_VERDICT_DISCOURAGED, group, "");
  for (guint s = 0; group->sources[s] != NULL; s++)
    {
      const char *source = group->sources[s];
      const CogLicence *licence = cog_licence_lookup (source);

      if (licence != NULL && licence->klass == COG_CLASS_PERMISSION && !is_text)
        continue;
      if (!is_open (source))
        add_finding (problems,
                     licence != NULL && licence->klass == COG_CLASS_ARR ? "all-rights-reserved"
                                                                        : "licence-unknown",
                     COG_VERDICT_FORBIDDEN, group, source);
      else if (is_no_derivatives (source) && group->use != COG_USE_UNMODIFIED)
        add_finding (problems, "no-derivatives", COG_VERDICT_FORBIDDEN, group, source);
      else if (licence != NULL && licence->is_unversioned)
        add_finding (problems, "version-unknown", COG_VERDICT_DISCOURAGED, group, source);
    }
}

static void
add_option (CogEvaluation *self, const CogLicence *licence, GPtrArray *groups)
{
  CogRightsOption *option = g_new0 (CogRightsOption, 1);

  option->licence = licence;
  option->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify)finding_free);
  judge_text (option, groups);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = g_ptr_array_index (groups, i);

      if (get_work (group) == COG_WORK_COLLECTION)
        judge_part (option, group);
    }
  g_ptr_array_add (self->options, option);
}

/* Beside the offered ones: a licence that a source has and that only the same may follow. */
static void
add_options_of_sources (CogEvaluation *self, GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = g_ptr_array_index (groups, i);

      for (guint s = 0; group->sources[s] != NULL; s++)
        {
          g_auto (GStrv) parts = cog_licence_split_expression (group->sources[s], NULL);

          for (guint p = 0; parts[p] != NULL; p++)
            {
              const CogLicence *licence = cog_licence_lookup (parts[p]);

              if (licence != NULL && cog_licence_is_open (licence) && !licence->is_no_target &&
                  !cog_licence_is_nd (licence) && cog_evaluation_find (self, licence->id) == NULL)
                add_option (self, licence, groups);
            }
        }
    }
}

CogEvaluation *
cog_evaluation_new (GPtrArray *components)
{
  CogEvaluation *self = g_new0 (CogEvaluation, 1);
  g_autoptr (GPtrArray) groups = NULL;
  GPtrArray *licences = cog_licence_list ();

  g_return_val_if_fail (components != NULL, NULL);

  self->options = g_ptr_array_new_with_free_func ((GDestroyNotify)option_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify)finding_free);
  groups = make_groups (components);
  for (guint i = 0; i < licences->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (licences, i);

      if (licence->is_offered)
        add_option (self, licence, groups);
    }
  add_options_of_sources (self, groups);
  for (guint i = 0; i < groups->len; i++)
    add_problems (self->problems, g_ptr_array_index (groups, i));
  return self;
}

GPtrArray *
cog_evaluation_list_problems_of (const CogComponent *component)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify)finding_free);
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = NULL;

  g_return_val_if_fail (component != NULL, problems);

  g_ptr_array_add (alone, (gpointer)component);
  groups = make_groups (alone);
  for (guint i = 0; i < groups->len; i++)
    add_problems (problems, g_ptr_array_index (groups, i));
  return problems;
}

void
cog_evaluation_free (CogEvaluation *evaluation)
{
  if (evaluation == NULL)
    return;
  g_ptr_array_unref (evaluation->options);
  g_ptr_array_unref (evaluation->problems);
  g_free (evaluation);
}

const CogRightsOption *
cog_evaluation_find (const CogEvaluation *evaluation, const char *licence)
{
  g_return_val_if_fail (evaluation != NULL, NULL);

  for (guint i = 0; licence != NULL && i < evaluation->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (evaluation->options, i);

      if (g_ascii_strcasecmp (option->licence->id, licence) == 0)
        return option;
    }
  return NULL;
}

const CogLicence *
cog_evaluation_get_proposal (const CogEvaluation *evaluation)
{
  /* From free to bound; CC0 is never proposed, since it gives up what nobody asked to give up. */
  static const char *const order[] = { "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0",
                                       "CC-BY-NC-SA-4.0" };

  g_return_val_if_fail (evaluation != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const CogRightsOption *option = cog_evaluation_find (evaluation, order[i]);

      if (option != NULL && option->verdict == COG_VERDICT_ALLOWED)
        return option->licence;
    }
  for (guint i = 0; i < evaluation->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (evaluation->options, i);

      if (option->verdict == COG_VERDICT_ALLOWED && !option->licence->is_offered)
        return option->licence;
    }
  return NULL;
}

/* The piece, and how many more there are like it. */
static char *
dup_what (const CogRightsFinding *finding)
{
  /* Translators: stands for a piece of the book that has no name. */
  char *what = g_strdup (finding->label != NULL ? finding->label : _ ("A part of the book"));
  g_autofree char *first = NULL;

  /* A caption's own full stop would stand before the colon. */
  if (g_str_has_suffix (what, "."))
    what[strlen (what) - 1] = '\0';
  if (finding->n_components <= 1)
    return what;
  first = what;
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", finding->n_components - 1),
                          first, finding->n_components - 1);
}

char *
cog_rights_finding_dup_sentence (const CogRightsFinding *finding)
{
  g_autofree char *what = NULL;
  g_autofree char *name = NULL;
  CogReason reason = { NULL };
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (finding != NULL, NULL);

  what = dup_what (finding);
  if (g_str_equal (finding->id, "licence-assumed"))
    return g_strdup_printf (_ ("%s: the credit names no licence of its own; the book's licence is "
                               "assumed. Please check."),
                            what);
  if (g_str_equal (finding->id, "licence-unknown"))
    {
      name = cog_licence_dup_expression_name (finding->source);
      return g_strdup_printf (
          _ ("%s: the licence is not known (%s). Find it out and record it, replace "
             "or remove the piece, or ask its owner."),
          what, name);
    }
  reason.id = finding->id;
  reason.source = finding->source;
  sentence = cog_reason_dup_sentence (&reason);
  return g_strdup_printf ("%s: %s", what, sentence);
}

char *
cog_rights_finding_dup_reason (const CogRightsFinding *finding)
{
  CogReason reason = { NULL };

  g_return_val_if_fail (finding != NULL, NULL);

  if (g_str_equal (finding->id, "licence-assumed"))
    return g_strdup (_ ("The credit names no licence of its own; the book’s is assumed."));
  if (g_str_equal (finding->id, "licence-unknown"))
    return g_strdup (_ ("Nobody knows its licence: find it out, replace it, or leave it out."));
  reason.id = finding->id;
  reason.source = finding->source;
  return cog_reason_dup_sentence (&reason);
}

char *
cog_rights_finding_dup_demand (const CogRightsFinding *finding)
{
  static const struct
  {
    const char *id;
    const char *words;
  } demands[] = {
    { "noncommercial", N_ ("No commercial use of the whole book") },
    { "drops-noncommercial", N_ ("No commercial use of the whole book") },
    { "opposite", N_ ("No commercial use of the whole book") },
    { "drops-attribution", N_ ("Credit is given") },
    /* Translators: %s is a licence. */
    { "share-alike", N_ ("The whole book goes on under %s") },
    { "share-alike-1.0", N_ ("The whole book goes on under %s") },
    { "share-alike-version", N_ ("The whole book goes on under %s") },
    { "share-alike-strict", N_ ("The whole book goes on under %s") },
    { "copyleft", N_ ("The whole book goes on under %s") },
    { "no-derivatives", N_ ("It stays as it is: no changes") },
  };
  g_autofree char *name = NULL;

  g_return_val_if_fail (finding != NULL, NULL);

  name = cog_licence_dup_expression_name (finding->source);
  for (guint i = 0; i < G_N_ELEMENTS (demands); i++)
    if (g_str_equal (demands[i].id, finding->id))
      {
        g_auto (GStrv) parts = g_strsplit (_ (demands[i].words), "%s", 2);

        return g_strjoinv (name, parts);
      }
  return NULL;
}
