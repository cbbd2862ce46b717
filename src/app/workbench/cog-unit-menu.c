/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-menu.h"

#include "cog-project-structure.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *label;  /* untranslated */
  const char *action; /* with its target; NULL: a line between two groups */
} Item;

static GMenu *
new_group (const Item *items, gsize n)
{
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < n; i++)
    g_menu_append (menu, _ (items[i].label), items[i].action);
  return menu;
}

/* Both take group. */
static void
add_group (GMenu *menu, GMenu *group)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (group)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (group));
  g_object_unref (group);
}

static void
add_submenu (GMenu *menu, const char *label, GMenu *group)
{
  g_menu_append_submenu (menu, label, G_MENU_MODEL (group));
  g_object_unref (group);
}

/* --- leaving out ------------------------------------------------------------------------------ */

static gboolean
is_left_out (const CogBlockInfo *info)
{
  return info->n_units > 0 && info->n_omitted == info->n_units;
}

/* Nearest first. Untranslated. NULL: not offered by itself. */
static const char *
get_omit_label (const CogBlockInfo *info)
{
  switch (info->kind)
    {
    case COG_BLOCK_NEAREST:
      return is_left_out (info) ? N_ ("Take Back In") : N_ ("Leave Out");
    case COG_BLOCK_LIST:
      return is_left_out (info) ? N_ ("Take the Whole List Back In")
                                : N_ ("Leave Out the Whole List");
    case COG_BLOCK_TABLE:
      return is_left_out (info) ? N_ ("Take the Whole Table Back In")
                                : N_ ("Leave Out the Whole Table");
    case COG_BLOCK_FIGURE:
      return is_left_out (info) ? N_ ("Take the Whole Figure Back In")
                                : N_ ("Leave Out the Whole Figure");
    case COG_BLOCK_ASIDE:
      return is_left_out (info) ? N_ ("Take the Whole Box Back In")
                                : N_ ("Leave Out the Whole Box");
    case COG_BLOCK_QUOTE:
      return is_left_out (info) ? N_ ("Take the Whole Quotation Back In")
                                : N_ ("Leave Out the Whole Quotation");
    case COG_BLOCK_EXERCISE:
      return is_left_out (info) ? N_ ("Take the Whole Exercise Back In")
                                : N_ ("Leave Out the Whole Exercise");
    case COG_BLOCK_ROW:
    case COG_BLOCK_COLUMN:
      return NULL;
    }
  return NULL;
}

static const CogBlockInfo *
find_block (GPtrArray *blocks, CogBlockKind kind)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    if (((const CogBlockInfo *)g_ptr_array_index (blocks, i))->kind == kind)
      return g_ptr_array_index (blocks, i);
  return NULL;
}

/* One's own is removed: to leave it out would keep what nobody else ever saw. Of pieces of one
 * kind around each other the innermost is meant. */
static void
add_omit (GMenu *group, const CogBlockInfo *info)
{
  const char *label = get_omit_label (info);
  g_autofree char *action = g_strconcat ("row.omit::", cog_block_kind_to_nick (info->kind), NULL);

  if (info->is_own && info->kind == COG_BLOCK_NEAREST)
    g_menu_append (group, _ ("Remove"), "row.remove::nearest");
  else if (label != NULL && !info->is_own)
    g_menu_append (group, _ (label), action);
}

static GMenu *
new_omit_group (GPtrArray *blocks)
{
  GMenu *group = g_menu_new ();

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const CogBlockInfo *info = g_ptr_array_index (blocks, i);

      if (find_block (blocks, info->kind) == info)
        add_omit (group, info);
    }
  return group;
}

/* --- table ------------------------------------------------------------------------------------ */

static void
add_line (
    GMenu *group, const CogBlockInfo *line, const Item *remove, const Item *omit, const Item *back)
{
  const Item *item = line->is_own ? remove : is_left_out (line) ? back : omit;

  g_menu_append (group, _ (item->label), item->action);
}

static GMenu *
new_table_menu (const CogBlockInfo *row, const CogBlockInfo *column)
{
  static const Item additions[] = {
    { N_ ("Add a Row Above"), "row.edit-table::row-before" },
    { N_ ("Add a Row Below"), "row.edit-table::row-after" },
    { N_ ("Add a Column Before"), "row.edit-table::column-before" },
    { N_ ("Add a Column After"), "row.edit-table::column-after" },
  };
  static const Item rows[] = {
    { N_ ("Remove This Row"), "row.edit-table::remove-row" },
    { N_ ("Leave Out This Row"), "row.omit-line::row" },
    { N_ ("Take This Row Back In"), "row.omit-line::row" },
  };
  static const Item columns[] = {
    { N_ ("Remove This Column"), "row.edit-table::remove-column" },
    { N_ ("Leave Out This Column"), "row.omit-line::column" },
    { N_ ("Take This Column Back In"), "row.omit-line::column" },
  };
  GMenu *menu = g_menu_new ();
  GMenu *group = g_menu_new ();

  add_group (menu, new_group (additions, G_N_ELEMENTS (additions)));
  add_line (group, row, &rows[0], &rows[1], &rows[2]);
  add_line (group, column, &columns[0], &columns[1], &columns[2]);
  add_group (menu, group);
  return menu;
}

static void
add_table (GMenu *group, CogProject *project, const CogUnit *cell)
{
  g_autoptr (GPtrArray) blocks =
      cell != NULL ? cog_project_list_blocks (project, cell->id, NULL) : NULL;
  const CogBlockInfo *row = find_block (blocks, COG_BLOCK_ROW);
  const CogBlockInfo *column = find_block (blocks, COG_BLOCK_COLUMN);

  if (row != NULL && column != NULL)
    add_submenu (group, _ ("Table"), new_table_menu (row, column));
}

/* --- the menu --------------------------------------------------------------------------------- */

static GMenu *
new_shape_group (CogProject *project, CogWorkbenchRow *row, const CogUnit *cell)
{
  static const Item below[] = {
    { N_ ("Paragraph"), "row.insert-paragraph" }, { N_ ("Heading"), "row.insert-heading" },
    { N_ ("List"), "row.insert-list" },           { N_ ("Table…"), "row.insert-table" },
    { N_ ("Figure…"), "row.insert-figure" },
  };
  static const Item words[] = {
    { N_ ("Divide at the Cursor"), "row.split" },
    { N_ ("Join With the Next"), "row.merge" },
  };
  static const Item moves[] = {
    { N_ ("Move Up"), "row.move-up" },
    { N_ ("Move Down"), "row.move-down" },
  };
  GMenu *group = g_menu_new ();
  CogRowKind kind = cog_workbench_row_get_row (row)->kind;

  add_submenu (group, _ ("Add Below"), new_group (below, G_N_ELEMENTS (below)));
  add_table (group, project, cell);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (kind != COG_ROW_TABLE && kind != COG_ROW_FIGURE)
      g_menu_append (group, _ (words[i].label), words[i].action);
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    g_menu_append (group, _ (moves[i].label), moves[i].action);
  return group;
}

static GMenu *
new_state_group (void)
{
  static const Item states[] = {
    { N_ ("Not Translated"), "row.state::initial" },
    { N_ ("Translated"), "row.state::translated" },
    { N_ ("Reviewed"), "row.state::reviewed" },
    { N_ ("Final"), "row.state::final" },
  };
  static const Item decisions[] = {
    { N_ ("Keep as It Is"), "row.decision::kept" },
    { N_ ("Adapted"), "row.decision::adapted" },
    { N_ ("No Decision"), "row.decision::none" },
  };
  GMenu *group = g_menu_new ();

  add_submenu (group, _ ("State"), new_group (states, G_N_ELEMENTS (states)));
  add_submenu (group, _ ("Decision"), new_group (decisions, G_N_ELEMENTS (decisions)));
  return group;
}

GMenuModel *
cog_unit_menu_new (CogProject *project,
                   CogWorkbenchRow *row,
                   const CogUnit *unit,
                   const CogUnit *cell)
{
  static const Item write[] = {
    { N_ ("Write"), "row.write" },
    { N_ ("Copy the Source"), "row.copy" },
    { N_ ("Markup…"), "row.source" },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) blocks = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project) && COG_IS_WORKBENCH_ROW (row), NULL);

  blocks = unit != NULL ? cog_project_list_blocks (project, unit->id, NULL) : NULL;
  add_group (menu, new_group (write, G_N_ELEMENTS (write)));
  add_group (menu, new_omit_group (blocks));
  add_group (menu, new_shape_group (project, row, cell));
  add_group (menu, new_state_group ());
  return G_MENU_MODEL (menu);
}
