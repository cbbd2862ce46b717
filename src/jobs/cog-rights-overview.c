/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-overview.h"

#include "cog-licence-label.h"
#include "cog-own-licences.h"

#include <glib/gi18n-lib.h>

void
cog_rights_overview_free (CogRightsOverview *overview)
{
  if (overview == NULL)
    return;
  g_clear_pointer (&overview->parts, g_ptr_array_unref);
  g_clear_pointer (&overview->evaluation, cog_evaluation_free);
  g_clear_pointer (&overview->clearances, g_ptr_array_unref);
  g_clear_pointer (&overview->components, g_ptr_array_unref);
  g_clear_pointer (&overview->credits, cog_edition_credits_free);
  g_free (overview->rest);
  g_free (overview->left_out);
  g_free (overview);
}

/* --- what has no credit of its own
 * ------------------------------------------------------------------ */

typedef struct
{
  GHashTable *credited; /* ids of items */
  GHashTable *own;      /* ids of units that the adapter added */
  guint figures, tables;
} Rest;

static gboolean
has_id (const xmlNode *node, GHashTable *ids)
{
  g_autofree char *id = node->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (node, "id") : NULL;

  return id != NULL && g_hash_table_contains (ids, id);
}

static gboolean
is_or_has_id (const xmlNode *node, GHashTable *ids)
{
  for (const xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    if (has_id (n, ids))
      return TRUE;
  return FALSE;
}

static gboolean
is_in (const xmlNode *node, GHashTable *ids)
{
  for (const xmlNode *n = node; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (has_id (n, ids))
      return TRUE;
  return FALSE;
}

static gboolean
is_within (const xmlNode *node, const char *name)
{
  for (const xmlNode *n = node->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, NULL, name))
      return TRUE;
  return FALSE;
}

/* A figure counts once, with all pictures in it; a table of the adapter's own is nobody else's. */
static void
count_node (Rest *rest, const xmlNode *node)
{
  gboolean is_table = cog_xml_is (node, NULL, "table");
  gboolean is_figure = cog_xml_is (node, NULL, "figure") || cog_xml_is (node, NULL, "img");

  if ((!is_table && !is_figure) || is_within (node, "figure") || is_in (node, rest->credited) ||
      is_or_has_id (node, rest->credited))
    return;
  if (is_table && is_or_has_id (node, rest->own))
    return;
  rest->tables += is_table;
  rest->figures += is_figure;
}

static void
count_rest (Rest *rest, const CogBook *book)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  for (guint i = 0; i < sections->len; i++)
    {
      const xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        count_node (rest, n);
    }
}

/* The licence of the book, where there is one book only. (nullable) */
static const char *
get_licence (GPtrArray *components)
{
  const char *licence = NULL;
  guint n_texts = 0;

  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);
      const CogCredit *credit =
          component->sources->len > 0 ? g_ptr_array_index (component->sources, 0) : NULL;

      if (component->kind != COG_COMPONENT_TEXT)
        continue;
      n_texts++;
      licence = credit != NULL ? credit->licence : NULL;
    }
  return n_texts == 1 ? licence : NULL;
}

static char *
dup_rest (const Rest *rest, GPtrArray *components)
{
  guint n = rest->figures + rest->tables;
  const char *licence = get_licence (components);
  g_autofree char *name = licence != NULL ? cog_licence_dup_label (licence) : NULL;

  if (n == 0)
    return NULL;
  if (name == NULL)
    return g_strdup_printf (
        ngettext ("%'u more figure or table under the licence of the book that it comes from",
                  "%'u more figures and tables under the licence of the book that they come from",
                  n),
        n);
  /* Translators: %s is a licence, such as CC BY 4.0. */
  return g_strdup_printf (ngettext ("%'u more figure or table under the book’s %s",
                                    "%'u more figures and tables under the book’s %s", n),
                          n, name);
}

/* --- what was left out
 * ------------------------------------------------------------------------------ */

typedef struct
{
  guint sections, pictures, tables, passages;
} LeftOut;

static gboolean
is_cell (const CogUnit *unit)
{
  return unit->kind == COG_UNIT_CELL || unit->kind == COG_UNIT_HEADER_CELL;
}

/* The cells of a table follow each other; a caption goes with what it belongs to. */
static void
count_unit (LeftOut *left, const CogUnit *unit, const CogUnit *before)
{
  if (unit->decision != COG_DECISION_OMITTED)
    return;
  if (unit->kind == COG_UNIT_ALT)
    left->pictures++;
  else if (is_cell (unit))
    left->tables += before == NULL || !is_cell (before) ||
                    before->decision != COG_DECISION_OMITTED ||
                    g_strcmp0 (before->section, unit->section) != 0;
  else if (unit->kind != COG_UNIT_CAPTION)
    left->passages++;
}

/* Of sections within a section that is left out, the outer one counts. */
static GHashTable *
list_omitted_sections (CogProject *project, LeftOut *left)
{
  GHashTable *omitted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);

  for (guint i = 0; sections != NULL && i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);
      gboolean is_below = info->parent != NULL && g_hash_table_contains (omitted, info->parent);

      if (!is_below && !info->is_omitted)
        continue;
      g_hash_table_add (omitted, g_strdup (info->id));
      left->sections += !is_below;
    }
  return omitted;
}

static void
append (GString *list, guint n, const char *words)
{
  if (n == 0)
    return;
  if (list->len > 0)
    /* Translators: between the parts of a list: "1 picture, 2 passages". */
    g_string_append (list, _ (", "));
  g_string_append (list, words);
}

static char *
dup_left_out (const LeftOut *left)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *sections =
      g_strdup_printf (ngettext ("%'u section", "%'u sections", left->sections), left->sections);
  g_autofree char *pictures =
      g_strdup_printf (ngettext ("%'u picture", "%'u pictures", left->pictures), left->pictures);
  g_autofree char *tables =
      g_strdup_printf (ngettext ("%'u table", "%'u tables", left->tables), left->tables);
  g_autofree char *passages =
      g_strdup_printf (ngettext ("%'u passage", "%'u passages", left->passages), left->passages);

  append (list, left->sections, sections);
  append (list, left->pictures, pictures);
  append (list, left->tables, tables);
  append (list, left->passages, passages);
  if (list->len == 0)
    return NULL;
  /* Translators: %s is a list: "1 picture, 2 passages". Nothing that their licences demand counts.
   */
  return g_strdup_printf (_ ("Left out, so they bind nothing: %s"), list->str);
}

static gboolean
look_at_units (CogProject *project, Rest *rest, LeftOut *left, GError **error)
{
  g_autoptr (GHashTable) omitted = list_omitted_sections (project, left);
  g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, error);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      if (unit->source == NULL)
        g_hash_table_add (rest->own, g_strdup (unit->id));
      if (!g_hash_table_contains (omitted, unit->section))
        count_unit (left, unit, i > 0 ? g_ptr_array_index (units, i - 1) : NULL);
    }
  return units != NULL;
}

CogRightsOverview *
cog_rights_overview_new (CogProject *project, GError **error)
{
  g_autoptr (CogRightsOverview) self = g_new0 (CogRightsOverview, 1);
  g_autoptr (GPtrArray) components = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GHashTable) credited = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Rest rest = { credited, own, 0, 0 };
  LeftOut left = { 0 };
  g_autoptr (CogProject) beside = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  beside = cog_project_open_beside (project, FALSE);
  project = beside != NULL ? beside : project;
  components = cog_project_list_components (project, error);
  if (components == NULL || !look_at_units (project, &rest, &left, error))
    return NULL;
  book = cog_project_dup_adaptation (project, NULL, error);
  if (book == NULL)
    return NULL;
  self->evaluation = cog_evaluation_new (components);
  cog_own_licences_mark_with (book, components, self->evaluation);
  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);

      if (component->kind != COG_COMPONENT_TEXT)
        g_hash_table_add (credited, component->id);
    }
  count_rest (&rest, book);
  self->parts = cog_rights_part_list (components, self->evaluation);
  self->clearances = cog_rights_clearance_list (self->evaluation, components);
  self->components = g_ptr_array_ref (components);
  self->credits = cog_edition_credits_new (project, book, NULL);
  self->rest = dup_rest (&rest, components);
  self->left_out = dup_left_out (&left);
  return g_steal_pointer (&self);
}
