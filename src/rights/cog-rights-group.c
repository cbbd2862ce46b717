/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-group.h"

#include "cog-chain.h"
#include "cog-expression.h"

static void
group_free (CogRightsGroup *group)
{
  g_strfreev (group->sources);
  g_free (group->id);
  g_free (group->label);
  g_free (group);
}

/* "© X", "courtesy of X": somebody keeps the rights, and the book's licence cannot be assumed. */
static gboolean
claims_rights (const CogCredit *credit)
{
  g_autofree char *holders = cog_credit_dup_names (credit, COG_ROLE_HOLDER);

  return credit->copyright != NULL || holders != NULL;
}

/* A permission is asked only where the piece is here by one. */
static const CogLeave *
get_permission (const CogCredit *credit)
{
  return g_strcmp0 (credit->licence, "LicenseRef-Permission") == 0 ? credit->leave : NULL;
}

/* What several permissions cover is what each of them does. */
static void
add_permission (CogRightsGroup *group, const CogLeave *leave)
{
  CogLeaveScope scope = cog_leave_get_scope (leave);

  group->is_leave_over |= cog_leave_is_over (leave);
  group->scope = group->is_leave_recorded ? group->scope & scope : scope;
  group->is_leave_recorded |= scope != 0;
}

/* An edition that is a collection: its texts have licences of their own, and its own is that of the
 * selection. */
static gboolean
is_collection (const CogCredit *credit)
{
  for (guint i = 0; i < credit->upstream->len; i++)
    if (((const CogCredit *)g_ptr_array_index (credit->upstream, i))->own_licence == NULL)
      return FALSE;
  return credit->upstream->len > 0;
}

static void
add_text_of_collection (const CogCredit *credit, GStrvBuilder *builder)
{
  for (guint i = 0; i < credit->upstream->len; i++)
    g_strv_builder_add (builder,
                        ((const CogCredit *)g_ptr_array_index (credit->upstream, i))->own_licence);
}

/* What one of its sources brings. An item's credit that names no licence is covered by its book's,
 * which the text component carries: it does not bind, but should be looked at. */
static void
add_source (CogRightsGroup *group, const CogCredit *credit, GStrvBuilder *builder)
{
  gboolean is_unknown;
  g_autoptr (GPtrArray) chain = cog_chain_list_licences (credit, &is_unknown);

  if (group->is_text && is_collection (credit))
    add_text_of_collection (credit, builder);
  else if (credit->licence != NULL)
    g_strv_builder_add (builder, credit->licence);
  else if (group->is_text || claims_rights (credit))
    g_strv_builder_add (builder, "LicenseRef-Unknown");
  if (credit->own_licence != NULL)
    g_strv_builder_add (builder, credit->own_licence);
  for (guint u = 0; u < chain->len; u++)
    g_strv_builder_add (builder, g_ptr_array_index (chain, u));
  group->has_unknown_upstream |= is_unknown;
  group->doubts |= cog_credit_get_doubts (credit);
  if (get_permission (credit) != NULL)
    add_permission (group, credit->leave);
}

/* Without a name, which only that of the first piece needs. */
static CogRightsGroup *
group_new (const CogComponent *component)
{
  CogRightsGroup *group = g_new0 (CogRightsGroup, 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  group->use = component->use;
  group->is_text = component->kind == COG_COMPONENT_TEXT;
  group->has_own_credit = component->sources->len > 0;
  for (guint i = 0; i < component->sources->len; i++)
    add_source (group, g_ptr_array_index (component->sources, i), builder);
  group->sources = g_strv_builder_end (builder);
  return group;
}

static void
write_source (GString *key, const CogCredit *credit, gboolean is_text)
{
  g_string_append_c (key, '\x1f');
  if (credit->licence != NULL)
    g_string_append (key, credit->licence);
  else if (is_text || claims_rights (credit))
    g_string_append_c (key, '?');
  if (credit->own_licence != NULL)
    g_string_append_printf (key, "=%s", credit->own_licence);
  for (guint i = 0; i < credit->upstream->len; i++)
    {
      g_string_append_c (key, '<');
      write_source (key, g_ptr_array_index (credit->upstream, i), TRUE);
      g_string_append_c (key, '>');
    }
  if (credit->statements->len > 0)
    g_string_append_c (key, (char)('0' + cog_credit_get_doubts (credit)));
  if (get_permission (credit) != NULL)
    g_string_append_printf (key, "p%u%s", (guint)cog_leave_get_scope (credit->leave),
                            cog_leave_is_over (credit->leave) ? "!" : "");
}

/* All that a group is told apart by: written for every piece of a book, so nothing is made for it
 * that is not new. */
static void
write_key (GString *key, const CogComponent *component)
{
  gboolean is_text = component->kind == COG_COMPONENT_TEXT;

  g_string_truncate (key, 0);
  g_string_append_c (key, (char)('0' + component->use));
  g_string_append_c (key, is_text ? 't' : 'i');
  for (guint i = 0; i < component->sources->len; i++)
    write_source (key, g_ptr_array_index (component->sources, i), is_text);
}

char *
cog_rights_group_dup_key (const CogComponent *component)
{
  GString *key = g_string_new (NULL);

  g_return_val_if_fail (component != NULL, NULL);

  write_key (key, component);
  return g_string_free (key, FALSE);
}

static CogRightsGroup *
add_group (GPtrArray *groups, const CogComponent *component)
{
  CogRightsGroup *group = group_new (component);

  group->id = g_strdup (component->id);
  group->label = g_strdup (component->label);
  g_ptr_array_add (groups, group);
  return group;
}

GPtrArray *
cog_rights_group_list (GPtrArray *components)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify)group_free);
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) key = g_string_new (NULL);

  g_return_val_if_fail (components != NULL, groups);

  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);
      CogRightsGroup *group;

      if (component->use == COG_USE_REFERENCE)
        continue;
      write_key (key, component);
      group = g_hash_table_lookup (index, key->str);
      if (group == NULL)
        {
          group = add_group (groups, component);
          g_hash_table_insert (index, g_strdup (key->str), group);
        }
      group->n++;
      group->n_units += component->n_units;
    }
  return groups;
}

gboolean
cog_rights_has_way (const char *expression, gboolean (*is_fine) (const CogLicence *))
{
  g_autoptr (GPtrArray) ways = cog_expression_list_alternatives (expression);

  for (guint i = 0; ways != NULL && i < ways->len; i++)
    {
      char **ids = g_ptr_array_index (ways, i);
      guint k = 0;

      while (ids[k] != NULL && cog_licence_lookup (ids[k]) != NULL &&
             is_fine (cog_licence_lookup (ids[k])))
        k++;
      if (ids[k] == NULL)
        return TRUE;
    }
  return FALSE;
}

const CogLicence *
cog_rights_find_closed (const char *expression)
{
  g_autoptr (GPtrArray) ways = cog_expression_list_alternatives (expression);
  char **ids = ways != NULL && ways->len > 0 ? g_ptr_array_index (ways, 0) : NULL;

  for (guint k = 0; ids != NULL && ids[k] != NULL; k++)
    {
      const CogLicence *licence = cog_licence_lookup (ids[k]);

      if (licence == NULL || !cog_licence_is_open (licence))
        return licence;
    }
  return NULL;
}

gboolean
cog_rights_group_has (const CogRightsGroup *group, const char *licence)
{
  for (guint s = 0; group->sources[s] != NULL; s++)
    {
      g_autoptr (GPtrArray) ways = cog_expression_list_alternatives (group->sources[s]);

      for (guint i = 0; ways != NULL && i < ways->len; i++)
        if (g_strv_contains (g_ptr_array_index (ways, i), licence))
          return TRUE;
      if (ways == NULL && g_str_equal (licence, "LicenseRef-Unknown"))
        return TRUE;
    }
  return FALSE;
}
