/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-correction.h"

#include <string.h>

#define MAX_MAKERS 100

static gboolean
is_maker (const CogAgent *agent)
{
  return agent->role != COG_ROLE_HOLDER && agent->role != COG_ROLE_PUBLISHER;
}

char *
cog_credit_dup_makers (const CogCredit *credit)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (credit != NULL, NULL);

  for (guint i = 0; i < credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (credit->agents, i);

      if (is_maker (agent))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", agent->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static CogAgent *
find_or_new (const CogCredit *credit, const char *name)
{
  for (guint i = 0; i < credit->agents->len; i++)
    {
      const CogAgent *before = g_ptr_array_index (credit->agents, i);

      if (is_maker (before) && g_str_equal (before->name, name))
        return cog_agent_copy (before);
    }
  return cog_agent_new (name, COG_ROLE_AUTHOR);
}

void
cog_credit_set_makers (CogCredit *credit, const char *line)
{
  g_auto (GStrv) names = NULL;
  GPtrArray *agents = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_agent_free);

  g_return_if_fail (credit != NULL && line != NULL);

  names = g_strsplit (line, ";", MAX_MAKERS);
  for (char **name = names; *name != NULL; name++)
    if (g_strstrip (*name)[0] != '\0')
      g_ptr_array_add (agents, find_or_new (credit, *name));
  for (guint i = 0; i < credit->agents->len; i++)
    if (!is_maker (g_ptr_array_index (credit->agents, i)))
      g_ptr_array_add (agents, cog_agent_copy (g_ptr_array_index (credit->agents, i)));
  g_ptr_array_unref (credit->agents);
  credit->agents = agents;
}

CogStatement *
cog_credit_find_decision (const CogCredit *credit)
{
  g_return_val_if_fail (credit != NULL, NULL);

  for (guint i = credit->statements->len; i > 0; i--)
    {
      CogStatement *statement = g_ptr_array_index (credit->statements, i - 1);

      if (statement->kind == COG_EVIDENCE_PERSON)
        return statement;
    }
  return NULL;
}

/* Before permissions had fields of their own, they were what a decision said: that is kept where
 * the next decision has words of its own. */
static void
keep_permission (CogCredit *credit, const CogStatement *decision)
{
  if (g_strcmp0 (credit->licence, "LicenseRef-Permission") != 0 || credit->leave != NULL ||
      decision->words == NULL)
    return;
  credit->leave = cog_leave_new ();
  credit->leave->text = g_strdup (decision->words);
}

void
cog_credit_decide_licence (CogCredit *credit, const char *licence, const char *words)
{
  CogStatement *decision;

  g_return_if_fail (credit != NULL);

  decision = cog_credit_find_decision (credit);
  if (decision == NULL)
    {
      decision = cog_statement_new (COG_EVIDENCE_PERSON, NULL, NULL, NULL, NULL);
      g_ptr_array_add (credit->statements, decision);
    }
  /* The address was found beside another licence. */
  if (g_strcmp0 (credit->licence, licence) != 0)
    {
      keep_permission (credit, decision);
      g_clear_pointer (&credit->licence_url, g_free);
    }
  g_free (decision->licence);
  decision->licence = g_strdup (licence);
  g_free (decision->words);
  decision->words = words != NULL && words[0] != '\0' ? g_strdup (words) : NULL;
  g_free (credit->licence);
  credit->licence = g_strdup (licence);
}
