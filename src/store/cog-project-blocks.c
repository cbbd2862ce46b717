/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-structure-private.h"

#include "cog-error.h"

void
cog_block_info_free (CogBlockInfo *info)
{
  if (info == NULL)
    return;
  g_free (info->element);
  g_free (info);
}

static gboolean
take_block (CogStructure *structure,
            GPtrArray *list,
            xmlNode *element,
            const xmlNode *block,
            CogBlockKind kind,
            GError **error)
{
  g_autoptr (GPtrArray) units = cog_structure_list_block_units (structure, element, kind, error);
  CogBlockInfo *info;

  if (units == NULL)
    return FALSE;
  info = g_new0 (CogBlockInfo, 1);
  info->kind = kind;
  info->element = g_strdup ((const char *)block->name);
  info->n_units = units->len;
  info->is_own = units->len > 0;
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      info->n_omitted += unit->decision == COG_DECISION_OMITTED;
      info->is_own = info->is_own && unit->source == NULL;
    }
  g_ptr_array_add (list, info);
  return TRUE;
}

static guint
get_depth (const xmlNode *node)
{
  guint depth = 0;

  for (; node != NULL; node = node->parent)
    depth++;
  return depth;
}

/* Of what stands around an element, that which lies next outside. */
static xmlNode *
find_next_outside (xmlNode *element, const xmlNode *inside, CogBlockKind *kind)
{
  static const CogBlockKind kinds[] = { COG_BLOCK_FIGURE, COG_BLOCK_LIST,  COG_BLOCK_TABLE,
                                        COG_BLOCK_ASIDE,  COG_BLOCK_QUOTE, COG_BLOCK_EXERCISE };
  xmlNode *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      xmlNode *block = cog_block_find (element, kinds[i]);

      if (block != NULL && get_depth (block) < get_depth (inside) &&
          (found == NULL || get_depth (block) > get_depth (found)))
        {
          found = block;
          *kind = kinds[i];
        }
    }
  return found;
}

static gboolean
list_around (CogStructure *structure, GPtrArray *list, xmlNode *element, GError **error)
{
  xmlNode *block = cog_block_find (element, COG_BLOCK_NEAREST);
  xmlNode *row = cog_block_find (element, COG_BLOCK_ROW);
  xmlNode *column = cog_block_find (element, COG_BLOCK_COLUMN);
  CogBlockKind kind = COG_BLOCK_NEAREST;

  if (block == NULL)
    return TRUE;
  if (!take_block (structure, list, element, block, kind, error))
    return FALSE;
  if (row != NULL && column != NULL &&
      (!take_block (structure, list, element, row, COG_BLOCK_ROW, error) ||
       !take_block (structure, list, element, column, COG_BLOCK_COLUMN, error)))
    return FALSE;
  while ((block = find_next_outside (element, block, &kind)) != NULL)
    if (!take_block (structure, list, element, block, kind, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
cog_project_list_blocks (CogProject *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_block_info_free);
  CogStructure structure;
  xmlNode *element;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && id != NULL, NULL);

  cog_structure_look (&structure, self);
  g_clear_error (&self->fault);
  element = cog_structure_find (&structure, id, NULL, error);
  ok = element != NULL && list_around (&structure, list, element, error);
  cog_structure_look_away (&structure);
  return ok ? g_steal_pointer (&list) : NULL;
}
