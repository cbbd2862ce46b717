/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-structure-private.h"

#include "cog-namespaces.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What goes along: the notes that stand right behind a block and that it refers to. */
static GPtrArray *
list_with_notes (xmlNode *block)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_ptr_array_add (list, block);
  for (xmlNode *n = block; n != NULL; n = cog_xml_next_in (block, n))
    {
      g_autofree char *href =
          cog_xml_has_word (n, "epub:type", "noteref") ? cog_xml_dup_attribute (n, "href") : NULL;

      if (href != NULL && href[0] == '#')
        g_hash_table_add (wanted, g_strdup (href + 1));
    }
  for (xmlNode *n = cog_xml_next_element (block); n != NULL && cog_block_is_note (n);
       n = cog_xml_next_element (n))
    {
      g_autofree char *id = cog_xml_dup_attribute (n, "id");

      if (id != NULL && g_hash_table_contains (wanted, id))
        g_ptr_array_add (list, n);
    }
  return list;
}

static xmlNode *
previous_element (const xmlNode *node)
{
  xmlNode *n = node->prev;

  while (n != NULL && n->type != XML_ELEMENT_NODE)
    n = n->prev;
  return n;
}

/* Units and credits of what stands in another section now. */
static gboolean
change_section (CogStructure *structure, const xmlNode *block, const char *section, GError **error)
{
  g_autoptr (GPtrArray) units = cog_structure_list_units (structure, block, error);

  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      CogUnit *unit = g_ptr_array_index (units, i);

      g_free (unit->section);
      unit->section = g_strdup (section);
      if (!cog_structure_update_unit (structure, unit, error))
        return FALSE;
    }
  return cog_structure_move_credits (structure, block, section, error);
}

typedef struct
{
  xmlNode *parent;
  xmlNode *before; /* (nullable): at the end of parent */
} Target;

static void
put (xmlNode *node, const Target *to)
{
  xmlUnlinkNode (node);
  if (to->before != NULL)
    xmlAddPrevSibling (to->before, node);
  else
    xmlAddChild (to->parent, node);
  cog_namespaces_tidy (xmlDocGetRootElement (to->parent->doc), node);
}

/* Takes out and puts in; what is empty without it goes. */
static gboolean
carry (CogStructure *structure, GPtrArray *blocks, const Target *to, GError **error)
{
  xmlNode *block = g_ptr_array_index (blocks, 0);
  xmlNode *left = block->parent;
  const char *from = cog_structure_get_section (structure, block);
  const char *section = cog_structure_get_section (structure, to->parent);
  gboolean is_elsewhere = block->doc != to->parent->doc;

  for (guint i = 0; i < blocks->len; i++)
    {
      xmlNode *node = g_ptr_array_index (blocks, i);

      if (is_elsewhere && !change_section (structure, node, section, error))
        return FALSE;
      put (is_elsewhere ? xmlDocCopyNode (node, to->parent->doc, 1) : node, to);
      if (is_elsewhere)
        cog_xml_remove (node);
    }
  if (cog_xml_first_element (left) == NULL && left != cog_structure_open (structure, from, NULL))
    cog_block_remove (left);
  return TRUE;
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, COG_ERROR, COG_ERROR_REFUSED, why);
  return FALSE;
}

static xmlNode *
find_movable (CogStructure *structure, const char *id, CogBlockKind kind, GError **error)
{
  xmlNode *element = cog_structure_find (structure, id, NULL, error);
  xmlNode *block = element != NULL ? cog_block_find (element, kind) : NULL;

  if (element == NULL)
    return NULL;
  if (block == NULL)
    refuse (error, _ ("There is no such piece around it."));
  else if (kind == COG_BLOCK_COLUMN)
    refuse (error, _ ("A column of a table cannot be moved."));
  else if (cog_block_is_own_heading (block))
    refuse (error, _ ("The heading belongs to its section, and moves with it."));
  else if (kind == COG_BLOCK_ROW && cog_block_has_spans (cog_block_find (block, COG_BLOCK_TABLE)))
    refuse (error, _ ("In a table with joined cells, rows cannot be moved."));
  else
    return block;
  return NULL;
}

static gboolean
is_within (const xmlNode *node, GPtrArray *blocks)
{
  for (; node != NULL; node = node->parent)
    if (g_ptr_array_find (blocks, node, NULL))
      return TRUE;
  return FALSE;
}

/* After a block, and after the notes that follow it. */
static xmlNode *
next_after_notes (xmlNode *block)
{
  xmlNode *next = cog_xml_next_element (block);

  while (next != NULL && cog_block_is_note (next))
    next = cog_xml_next_element (next);
  return next;
}

static gboolean
find_section_target (
    CogStructure *structure, const char *section, CogPlacing where, Target *to, GError **error)
{
  to->parent = cog_structure_open (structure, section, error);
  if (to->parent == NULL)
    return FALSE;
  to->before = where == COG_PLACE_FIRST ? cog_xml_first_element (to->parent) : NULL;
  if (to->before != NULL && cog_block_is_own_heading (to->before))
    to->before = cog_xml_next_element (to->before);
  return TRUE;
}

static gboolean
find_target (CogStructure *structure,
             const xmlNode *block,
             const char *anchor,
             CogPlacing where,
             Target *to,
             GError **error)
{
  const char *name = (const char *)block->name;
  xmlNode *element;
  xmlNode *beside;

  if (where == COG_PLACE_FIRST || where == COG_PLACE_LAST)
    {
      if (!find_section_target (structure, anchor, where, to, error))
        return FALSE;
      return cog_block_may_stand_in (to->parent, name) ||
             refuse (error, _ ("That cannot stand alone in a section."));
    }
  element = cog_structure_find (structure, anchor, NULL, error);
  if (element == NULL)
    return FALSE;
  beside = cog_block_find_beside (element, name);
  if (beside == NULL)
    return refuse (error, _ ("That cannot stand there."));
  if (where == COG_PLACE_BEFORE && cog_block_is_own_heading (beside))
    return refuse (error, _ ("Nothing can stand before the heading of a section."));
  to->parent = beside->parent;
  to->before = where == COG_PLACE_BEFORE ? beside : next_after_notes (beside);
  return TRUE;
}

static gboolean
move (CogStructure *structure,
      const char *id,
      CogBlockKind kind,
      const char *anchor,
      CogPlacing where,
      GError **error)
{
  xmlNode *block = find_movable (structure, id, kind, error);
  g_autoptr (GPtrArray) blocks = block != NULL ? list_with_notes (block) : NULL;
  Target to = { NULL, NULL };

  if (block == NULL || !find_target (structure, block, anchor, where, &to, error))
    return FALSE;
  if (is_within (to.parent, blocks))
    return refuse (error, _ ("A piece cannot be moved into itself."));
  while (to.before != NULL && g_ptr_array_find (blocks, to.before, NULL))
    to.before = cog_xml_next_element (to.before);
  return carry (structure, blocks, &to, error);
}

gboolean
cog_project_move_block (CogProject *self,
                        const char *id,
                        CogBlockKind kind,
                        const char *anchor,
                        CogPlacing where,
                        GError **error)
{
  CogStructure structure;

  g_return_val_if_fail (COG_IS_PROJECT (self) && id != NULL && anchor != NULL, FALSE);

  if (!cog_structure_begin (&structure, self, _ ("Moved a passage"), error))
    return FALSE;
  return cog_structure_end (&structure, move (&structure, id, kind, anchor, where, error), error);
}

/* A box or quotation has an edge that one can go over; an exercise, an item and a note keep what is
 * theirs. */
static gboolean
can_leave (const xmlNode *parent)
{
  return (cog_xml_is (parent, NULL, "aside") && !cog_block_is_note (parent)) ||
         cog_xml_is (parent, NULL, "blockquote");
}

static gboolean
find_up (xmlNode *block, Target *to, GError **error)
{
  xmlNode *before = previous_element (block);

  while (before != NULL && cog_block_is_note (before) && previous_element (before) != NULL)
    before = previous_element (before);
  if (before == NULL && can_leave (block->parent))
    before = block->parent;
  if (before == NULL || cog_block_is_own_heading (before) || cog_xml_is (before, NULL, "caption") ||
      cog_xml_is (before, NULL, "summary"))
    return refuse (error, _ ("It is the first there already."));
  to->parent = before->parent;
  to->before = before;
  return TRUE;
}

static gboolean
find_down (GPtrArray *blocks, Target *to, GError **error)
{
  xmlNode *last = g_ptr_array_index (blocks, blocks->len - 1);
  xmlNode *next = cog_xml_next_element (last);

  if (next == NULL && can_leave (last->parent))
    next = last->parent;
  if (next == NULL)
    return refuse (error, _ ("It is the last there already."));
  to->parent = next->parent;
  to->before = next_after_notes (next);
  return TRUE;
}

static gboolean
shift (CogStructure *structure, const char *id, CogBlockKind kind, CogShift way, GError **error)
{
  xmlNode *block = find_movable (structure, id, kind, error);
  g_autoptr (GPtrArray) blocks = block != NULL ? list_with_notes (block) : NULL;
  Target to = { NULL, NULL };

  if (block == NULL)
    return FALSE;
  if (way == COG_SHIFT_UP ? !find_up (block, &to, error) : !find_down (blocks, &to, error))
    return FALSE;
  return carry (structure, blocks, &to, error);
}

gboolean
cog_project_shift_block (
    CogProject *self, const char *id, CogBlockKind kind, CogShift way, GError **error)
{
  CogStructure structure;

  g_return_val_if_fail (COG_IS_PROJECT (self) && id != NULL, FALSE);
  g_return_val_if_fail (way == COG_SHIFT_UP || way == COG_SHIFT_DOWN, FALSE);

  if (!cog_structure_begin (&structure, self, _ ("Moved a passage"), error))
    return FALSE;
  return cog_structure_end (&structure, shift (&structure, id, kind, way, error), error);
}
