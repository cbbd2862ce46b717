/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-problems.h"

void
cog_rights_group_add_finding (GPtrArray *list,
                              const char *id,
                              CogVerdict verdict,
                              const CogRightsGroup *group,
                              const char *source)
{
  CogRightsFinding *finding = g_new0 (CogRightsFinding, 1);

  finding->id = id;
  finding->verdict = verdict;
  finding->component = g_strdup (group != NULL ? group->id : NULL);
  finding->label = g_strdup (group != NULL ? group->label : NULL);
  finding->is_text = group != NULL && group->is_text;
  finding->source = g_strdup (source);
  finding->n_components = group != NULL ? group->n : 0;
  g_ptr_array_add (list, finding);
}

static gboolean
may_be_changed (const CogLicence *licence)
{
  return cog_licence_is_open (licence) && !cog_licence_is_nd (licence);
}

static gboolean
has_version (const CogLicence *licence)
{
  return !licence->is_unversioned;
}

static gboolean
is_free_everywhere (const CogLicence *licence)
{
  return licence->only_in == NULL;
}

/* A permission goes as far as it says (rules.md §1.5): translation, print runs, the internet. */
static void
add_permission (GPtrArray *problems, const CogRightsGroup *group, const char *source)
{
  gboolean is_changed = group->use != COG_USE_UNMODIFIED;
  CogLeaveScope change = COG_LEAVE_ADAPT;

  if (group->use == COG_USE_TRANSLATED)
    change |= COG_LEAVE_TRANSLATE;
  if (group->is_leave_over)
    cog_rights_group_add_finding (problems, "permission-over", COG_VERDICT_FORBIDDEN, group,
                                  source);
  else if (group->is_text && !(group->scope & change))
    cog_rights_group_add_finding (problems, "permission", COG_VERDICT_FORBIDDEN, group, source);
  else if (!group->is_leave_recorded)
    cog_rights_group_add_finding (problems, is_changed ? "permission" : "permission-scope",
                                  COG_VERDICT_DISCOURAGED, group, source);
  else if (is_changed && !(group->scope & change))
    cog_rights_group_add_finding (problems, "permission", COG_VERDICT_FORBIDDEN, group, source);
  else if (!(group->scope & (COG_LEAVE_PRINT | COG_LEAVE_ONLINE)))
    cog_rights_group_add_finding (problems, "permission-scope", COG_VERDICT_DISCOURAGED, group,
                                  source);
}

/* What nobody may simply take over. */
static void
add_closed (GPtrArray *problems, const CogRightsGroup *group, const char *source)
{
  const CogLicence *licence = cog_rights_find_closed (source);
  CogLicenceClass klass = licence != NULL ? licence->klass : COG_CLASS_UNKNOWN;

  if (klass == COG_CLASS_PERMISSION)
    add_permission (problems, group, source);
  else if (klass == COG_CLASS_EXCEPTION)
    cog_rights_group_add_finding (problems, "exception",
                                  group->is_text ? COG_VERDICT_FORBIDDEN : COG_VERDICT_DISCOURAGED,
                                  group, source);
  else
    cog_rights_group_add_finding (
        problems, klass == COG_CLASS_ARR ? "all-rights-reserved" : "licence-unknown",
        COG_VERDICT_FORBIDDEN, group, source);
}

/* Only for ShareAlike it decides what may follow (rules.md §2.1.1): there nothing is guessed. */
static void
add_version_problem (GPtrArray *problems, const CogRightsGroup *group, const char *source)
{
  const CogLicence *licence = cog_licence_lookup (source);
  gboolean is_open = licence != NULL && licence->klass != COG_CLASS_UNVERSIONED_SA;

  cog_rights_group_add_finding (
      problems, is_open ? "version-not-stated" : "version-unknown",
      is_open || group->use == COG_USE_UNMODIFIED ? COG_VERDICT_DISCOURAGED : COG_VERDICT_FORBIDDEN,
      group, source);
}

void
cog_rights_problems_add (GPtrArray *problems, const CogRightsGroup *group)
{
  if (group->sources[0] == NULL && !group->is_text && group->has_own_credit)
    cog_rights_group_add_finding (problems, "licence-assumed", COG_VERDICT_DISCOURAGED, group, "");
  if (group->has_unknown_upstream)
    cog_rights_group_add_finding (problems, "upstream-unknown", COG_VERDICT_DISCOURAGED, group, "");
  if (group->doubts & COG_DOUBT_DIFFER)
    cog_rights_group_add_finding (problems, "statements-differ", COG_VERDICT_DISCOURAGED, group,
                                  group->sources[0]);
  if (group->doubts & COG_DOUBT_TERMS)
    cog_rights_group_add_finding (problems, "terms-added", COG_VERDICT_DISCOURAGED, group,
                                  group->sources[0]);
  if (group->doubts & COG_DOUBT_SEVERAL)
    cog_rights_group_add_finding (problems, "several-licences", COG_VERDICT_DISCOURAGED, group,
                                  group->sources[0]);
  if (group->doubts & COG_DOUBT_UNKNOWN)
    cog_rights_group_add_finding (problems, "version-never-was", COG_VERDICT_DISCOURAGED, group,
                                  group->sources[0]);
  for (guint s = 0; group->sources[s] != NULL; s++)
    {
      const char *source = group->sources[s];

      if (!cog_rights_has_way (source, cog_licence_is_open))
        add_closed (problems, group, source);
      else if (!cog_rights_has_way (source, may_be_changed) && group->use != COG_USE_UNMODIFIED)
        cog_rights_group_add_finding (problems, "no-derivatives", COG_VERDICT_FORBIDDEN, group,
                                      source);
      else if (!cog_rights_has_way (source, has_version) && !(group->doubts & COG_DOUBT_UNKNOWN))
        add_version_problem (problems, group, source);
      else if (!cog_rights_has_way (source, is_free_everywhere))
        cog_rights_group_add_finding (problems, "free-in-one-country", COG_VERDICT_DISCOURAGED,
                                      group, source);
    }
}
