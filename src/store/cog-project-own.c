/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-structure-private.h"

#include "cog-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static CogUnitKind
kind_of (const char *element)
{
  static const struct
  {
    const char *element;
    CogUnitKind kind;
  } kinds[] = {
    { "li", COG_UNIT_ITEM }, { "pre", COG_UNIT_PREFORMATTED },
    { "td", COG_UNIT_CELL }, { "th", COG_UNIT_HEADER_CELL },
    { "dt", COG_UNIT_TERM }, { "dd", COG_UNIT_DESCRIPTION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].element, element))
      return kinds[i].kind;
  return element[0] == 'h' && g_ascii_isdigit (element[1]) ? COG_UNIT_HEADING : COG_UNIT_PARAGRAPH;
}

static gboolean
check_element (const char *element, GError **error)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup_name (element);

  if (row != NULL && row->is_block &&
      (row->model == COG_MODEL_INLINES || row->model == COG_MODEL_EITHER))
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("“%s” is no element that holds text."),
               element);
  return FALSE;
}

/* Where the new piece goes: after NULL, at the beginning. FALSE: there is no such place. */
static gboolean
find_place (CogStructure *structure,
            const char *section,
            const char *after,
            xmlNode **root,
            xmlNode **place,
            GError **error)
{
  const char *there = NULL;

  *root = cog_structure_open (structure, section, error);
  *place = NULL;
  if (*root == NULL)
    return FALSE;
  if (after == NULL || g_str_has_suffix (after, "@title"))
    return TRUE;
  *place = cog_structure_find (structure, after, &there, error);
  if (*place == NULL)
    return FALSE;
  if (g_str_equal (there, section))
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no passage “%s”."), after);
  return FALSE;
}

/* The level that a heading may have there: that of the one before it, below the section's own. */
static char *
dup_heading (xmlNode *root, const xmlNode *after)
{
  int level = 2;

  for (const xmlNode *n = root; after != NULL && n != NULL; n = cog_xml_next_in (root, n))
    {
      if (n->type == XML_ELEMENT_NODE && n->name[0] == 'h' && g_ascii_isdigit (n->name[1]) &&
          n->name[2] == '\0')
        level = MAX (2, n->name[1] - '0');
      if (n == after)
        break;
    }
  return g_strdup_printf ("h%d", level);
}

xmlNode *
cog_structure_add_element (CogStructure *self,
                           const char *section,
                           const char *after,
                           const char *name,
                           const char *id,
                           GError **error)
{
  xmlNode *root;
  xmlNode *place;
  xmlNode *fresh;
  g_autofree char *heading = NULL;

  if (!find_place (self, section, after, &root, &place, error))
    return NULL;
  if (name == NULL)
    name = heading = dup_heading (root, place);
  fresh = cog_block_new (root, name, id);
  if (cog_block_insert (root, place, fresh, error))
    return fresh;
  xmlFreeNode (fresh);
  return NULL;
}

static gboolean
add_leaf (CogStructure *structure,
          const char *section,
          const char *after,
          const char *element, /* NULL: a heading */
          const char *target,
          const char *id,
          GError **error)
{
  xmlNode *fresh = cog_structure_add_element (structure, section, after, element, id, error);
  g_autoptr (CogUnit) unit = NULL;

  if (fresh == NULL)
    return FALSE;
  element = (const char *)fresh->name;
  unit = cog_structure_new_unit (id, section, kind_of (element), element, target);
  return cog_structure_insert_unit (structure, unit, error);
}

static char *
add_one (CogProject *self,
         const char *label,
         const char *section,
         const char *after,
         const char *element,
         const char *target,
         GError **error)
{
  CogStructure structure;
  g_autofree char *id = NULL;
  gboolean ok;

  if (target != NULL && target[0] != '\0' && !cog_inline_check (target, error))
    return NULL;
  if (!cog_structure_begin (&structure, self, label, error))
    return NULL;
  id = cog_structure_dup_free_id (&structure, section, error);
  ok = id != NULL && add_leaf (&structure, section, after, element, target, id, error);
  return cog_structure_end (&structure, ok, error) ? g_steal_pointer (&id) : NULL;
}

char *
cog_project_add_unit (CogProject *self,
                      const char *section,
                      const char *after_unit,
                      const char *element,
                      const char *target,
                      GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (self) && section != NULL && element != NULL, NULL);

  if (!check_element (element, error))
    return NULL;
  return add_one (self, _ ("Added text"), section, after_unit, element, target, error);
}

char *
cog_project_add_heading (
    CogProject *self, const char *section, const char *after, const char *target, GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (self) && section != NULL, NULL);
  return add_one (self, _ ("Added a heading"), section, after, NULL, target, error);
}

static gboolean
add_items (CogStructure *structure,
           xmlNode *list,
           const char *section,
           const char *id,
           const char *const *items,
           GError **error)
{
  static const char *const one[] = { "", NULL };

  items = items != NULL && items[0] != NULL ? items : one;
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *item = g_strdup_printf ("%s.%u", id, i + 1);
      g_autoptr (CogUnit) unit =
          cog_structure_new_unit (item, section, COG_UNIT_ITEM, "li", items[i]);

      if (items[i][0] != '\0' && !cog_inline_check (items[i], error))
        return FALSE;
      xmlAddChild (list, cog_block_new (list, "li", item));
      if (!cog_structure_insert_unit (structure, unit, error))
        return FALSE;
    }
  return TRUE;
}

char *
cog_project_add_list (CogProject *self,
                      const char *section,
                      const char *after,
                      gboolean is_ordered,
                      const char *const *items,
                      GError **error)
{
  CogStructure structure;
  g_autofree char *id = NULL;
  xmlNode *list;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && section != NULL, NULL);

  if (!cog_structure_begin (&structure, self, _ ("Added a list"), error))
    return NULL;
  id = cog_structure_dup_free_id (&structure, section, error);
  list = id != NULL ? cog_structure_add_element (&structure, section, after,
                                                 is_ordered ? "ol" : "ul", id, error)
                    : NULL;
  ok = list != NULL && add_items (&structure, list, section, id, items, error);
  return cog_structure_end (&structure, ok, error) ? g_strconcat (id, ".1", NULL) : NULL;
}

static gboolean
refuse_of_source (GError **error)
{
  g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
               _ ("What comes from a source is left out, not removed."));
  return FALSE;
}

static gboolean
remove_piece (CogStructure *structure, xmlNode *block, GError **error)
{
  g_autoptr (GPtrArray) units = cog_structure_list_units (structure, block, error);

  if (units == NULL)
    return FALSE;
  if (units->len == 0 || cog_block_is_own_heading (block))
    return refuse_of_source (error);
  for (guint i = 0; i < units->len; i++)
    if (((const CogUnit *)g_ptr_array_index (units, i))->source != NULL)
      return refuse_of_source (error);
  for (guint i = 0; i < units->len; i++)
    if (!cog_structure_delete_unit (structure, ((const CogUnit *)g_ptr_array_index (units, i))->id,
                                    error))
      return FALSE;
  if (!cog_structure_delete_credits (structure, block, error))
    return FALSE;
  cog_block_remove (block);
  return TRUE;
}

static gboolean
remove_it (CogProject *self, const char *id, gboolean is_block, CogBlockKind kind, GError **error)
{
  CogStructure structure;
  xmlNode *element;
  gboolean ok;

  if (!cog_structure_begin (&structure, self, _ ("Removed added text"), error))
    return FALSE;
  element = cog_structure_find (&structure, id, NULL, error);
  ok = element != NULL;
  if (ok && is_block)
    {
      element = cog_block_find (element, kind);
      ok = element != NULL || refuse_of_source (error);
    }
  ok = ok && remove_piece (&structure, element, error);
  return cog_structure_end (&structure, ok, error);
}

gboolean
cog_project_remove_added_unit (CogProject *self, const char *unit, GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (self) && unit != NULL, FALSE);
  return remove_it (self, unit, FALSE, COG_BLOCK_NEAREST, error);
}

gboolean
cog_project_remove_block (CogProject *self, const char *id, CogBlockKind kind, GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (self) && id != NULL, FALSE);
  return remove_it (self, id, TRUE, kind, error);
}
