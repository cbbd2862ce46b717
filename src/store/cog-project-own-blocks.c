/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-structure-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ROWS 200
#define MAX_COLUMNS 50

/* A new element in parent, and its unit. */
static gboolean
add_leaf (CogStructure *structure,
          xmlNode *parent,
          const char *section,
          const char *id,
          CogUnitKind kind,
          const char *element,
          const char *target,
          GError **error)
{
  g_autoptr (CogUnit) unit = cog_structure_new_unit (id, section, kind, element, target);

  if (target != NULL && target[0] != '\0' && !cog_inline_check (target, error))
    return FALSE;
  xmlAddChild (parent, cog_block_new (parent, element, id));
  return cog_structure_insert_unit (structure, unit, error);
}

static gboolean
add_row (CogStructure *structure,
         xmlNode *group,
         const char *section,
         const char *id,
         guint n_columns,
         gboolean is_head,
         guint *n_cells,
         GError **error)
{
  xmlNode *row = xmlAddChild (group, cog_block_new (group, "tr", NULL));

  for (guint c = 0; c < n_columns; c++)
    {
      g_autofree char *cell = g_strdup_printf ("%s.%u", id, ++*n_cells);

      if (!add_leaf (structure, row, section, cell, is_head ? COG_UNIT_HEADER_CELL : COG_UNIT_CELL,
                     is_head ? "th" : "td", NULL, error))
        return FALSE;
      if (is_head)
        cog_xml_set (row->last, "scope", "col");
    }
  return TRUE;
}

static gboolean
fill_table (CogStructure *structure,
            xmlNode *table,
            const char *section,
            const char *id,
            const CogTableSpec *spec,
            GError **error)
{
  g_autofree char *caption = g_strconcat (id, ".c", NULL);
  xmlNode *group;
  guint n_cells = 0;

  if (spec->caption != NULL && !add_leaf (structure, table, section, caption, COG_UNIT_CAPTION,
                                          "caption", spec->caption, error))
    return FALSE;
  if (spec->has_header)
    {
      group = xmlAddChild (table, cog_block_new (table, "thead", NULL));
      if (!add_row (structure, group, section, id, spec->n_columns, TRUE, &n_cells, error))
        return FALSE;
    }
  group = xmlAddChild (table, cog_block_new (table, "tbody", NULL));
  for (guint r = 0; r < spec->n_rows; r++)
    if (!add_row (structure, group, section, id, spec->n_columns, FALSE, &n_cells, error))
      return FALSE;
  return TRUE;
}

char *
cog_project_add_table (CogProject *self,
                       const char *section,
                       const char *after,
                       const CogTableSpec *spec,
                       GError **error)
{
  CogStructure structure;
  g_autofree char *id = NULL;
  xmlNode *table;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && section != NULL && spec != NULL, NULL);

  if (spec->n_rows == 0 || spec->n_rows > MAX_ROWS || spec->n_columns == 0 ||
      spec->n_columns > MAX_COLUMNS)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
                   _ ("A table has 1 to %d rows and 1 to %d columns."), MAX_ROWS, MAX_COLUMNS);
      return NULL;
    }
  if (!cog_structure_begin (&structure, self, _ ("Added a table"), error))
    return NULL;
  id = cog_structure_dup_free_id (&structure, section, error);
  table = id != NULL ? cog_structure_add_element (&structure, section, after, "table", id, error)
                     : NULL;
  ok = table != NULL && fill_table (&structure, table, section, id, spec, error);
  if (!cog_structure_end (&structure, ok, error))
    return NULL;
  return g_strconcat (id, spec->caption != NULL ? ".c" : ".1", NULL);
}

static void
set_number (xmlNode *node, const char *name, guint number)
{
  g_autofree char *value = g_strdup_printf ("%u", number);

  cog_xml_set (node, name, number > 0 ? value : NULL);
}

static gboolean
fill_figure (CogStructure *structure,
             xmlNode *figure,
             const char *section,
             const char *id,
             const CogFigureSpec *spec,
             GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *image_id = g_strconcat (id, ".i", NULL);
  g_autofree char *alt_id = g_strconcat (image_id, "@alt", NULL);
  g_autofree char *caption = g_strconcat (id, ".c", NULL);
  g_autofree char *alt = spec->alt != NULL ? g_markup_escape_text (spec->alt, -1) : NULL;
  g_autofree char *label = spec->caption != NULL && spec->caption[0] != '\0'
                               ? cog_inline_to_plain (spec->caption)
                               : NULL;
  g_autoptr (CogUnit) unit = cog_structure_new_unit (alt_id, section, COG_UNIT_ALT, "img", alt);
  xmlNode *image = xmlAddChild (figure, cog_block_new (figure, "img", image_id));

  name = cog_project_store_picture (structure->project, spec->asset, FALSE, error);
  if (name == NULL)
    return FALSE;
  cog_xml_set (image, "src", name);
  set_number (image, "width", spec->asset->width);
  set_number (image, "height", spec->asset->height);
  if (spec->is_decorative)
    {
      /* As cog_project_set_decorative() leaves it: an empty text is a decision. */
      g_free (unit->target);
      unit->target = g_strdup ("");
      unit->state = COG_STATE_TRANSLATED;
    }
  return cog_structure_insert_unit (structure, unit, error) &&
         (spec->caption == NULL || add_leaf (structure, figure, section, caption, COG_UNIT_CAPTION,
                                             "figcaption", spec->caption, error)) &&
         cog_structure_insert_credit (structure, spec->credit, section, id, image_id,
                                      label != NULL ? label : spec->alt, error);
}

char *
cog_project_add_figure (CogProject *self,
                        const char *section,
                        const char *after,
                        const CogFigureSpec *spec,
                        GError **error)
{
  CogStructure structure;
  g_autofree char *id = NULL;
  xmlNode *figure;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && section != NULL, NULL);
  g_return_val_if_fail (spec != NULL && spec->asset != NULL, NULL);
  g_return_val_if_fail (g_str_has_prefix (spec->asset->media_type, "image/"), NULL);

  if (!cog_structure_begin (&structure, self, _ ("Added a figure"), error))
    return NULL;
  id = cog_structure_dup_free_id (&structure, section, error);
  figure = id != NULL ? cog_structure_add_element (&structure, section, after, "figure", id, error)
                      : NULL;
  ok = figure != NULL && fill_figure (&structure, figure, section, id, spec, error);
  if (!cog_structure_end (&structure, ok, error))
    return NULL;
  return g_strconcat (id, spec->caption != NULL ? ".c" : ".i@alt", NULL);
}
