/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-figures.h"

#include "cog-credit-correction.h"
#include "cog-error.h"
#include "cog-project-item-private.h"
#include "cog-project-private.h"
#include "cog-project-unit-history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far back a description is looked for that a replaced picture had. */
#define MAX_STEPS 1000

void
cog_project_figure_free (CogProjectFigure *figure)
{
  if (figure == NULL)
    return;
  g_free (figure->image);
  g_free (figure->item);
  g_free (figure->asset);
  g_free (figure->source_asset);
  g_free (figure->alt);
  g_free (figure->source_alt);
  cog_credit_free (figure->credit);
  cog_credit_free (figure->source_credit);
  g_free (figure->host_licence);
  g_free (figure);
}

static xmlNode *
find_first_image (xmlNode *root)
{
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (cog_xml_is (n, NULL, "img"))
      return n;
  return NULL;
}

/* The img itself, or the one of the figure that the element stands in. */
static xmlNode *
find_image (xmlDoc *document, const char *id)
{
  xmlNode *node = cog_xml_find_by_id (xmlDocGetRootElement (document), id);

  while (node != NULL && node->type == XML_ELEMENT_NODE)
    {
      if (cog_xml_is (node, NULL, "img"))
        return node;
      if (cog_xml_is (node, NULL, "figure"))
        return find_first_image (node);
      node = node->parent;
    }
  return NULL;
}

static char *
dup_element_id (const char *unit)
{
  return g_str_has_suffix (unit, "@alt") ? g_strndup (unit, strlen (unit) - strlen ("@alt"))
                                         : g_strdup (unit);
}

/* Of the source as it was read; NULL: the picture was added. */
static xmlDoc *
open_source (CogProject *self, const char *section)
{
  g_autofree char *text = cog_project_dup_structure (self, section, FALSE, NULL);

  return text != NULL && text[0] != '\0' ? cog_xml_parse_own (text, -1, NULL) : NULL;
}

static CogCredit *
read_credit (CogProject *self, const char *sql, const char *key)
{
  g_autoptr (CogQuery) query = cog_query_new (self->db, cog_project_fault (self), sql, "s", key);
  g_autofree char *item = NULL;
  g_autofree char *json = NULL;
  CogCredit *credit;

  if (query == NULL || !cog_query_step (query, cog_project_fault (self)))
    return NULL;
  item = cog_query_dup_text (query, 0);
  json = cog_query_dup_text (query, 1);
  credit = json != NULL ? cog_credit_from_json (json, NULL) : NULL;
  if (credit != NULL)
    {
      g_free (credit->item);
      credit->item = g_steal_pointer (&item);
    }
  return credit;
}

static void
read_credits (CogProject *self, CogProjectFigure *figure)
{
  figure->credit = read_credit (self,
                                "SELECT item, coalesce (corrected, found) FROM credit WHERE kind IS"
                                " NOT 'replaced' AND (item = ?1 OR instr (' ' || images || ' ',"
                                " ' ' || ?1 || ' ') > 0) ORDER BY " COG_CREDIT_ORDER,
                                figure->image);
  if (figure->credit == NULL)
    figure->credit = read_credit (self,
                                  "SELECT item, coalesce (corrected, found) FROM credit WHERE item"
                                  " = ?1 AND kind IS NOT 'replaced' ORDER BY " COG_CREDIT_ORDER,
                                  figure->item);
  if (figure->source_asset != NULL)
    figure->source_credit = read_credit (
        self, "SELECT item, found FROM credit WHERE item = ?1 AND found IS NOT NULL", figure->item);
}

static void
read_description (CogProject *self, CogProjectFigure *figure, const xmlNode *image)
{
  g_autofree char *id = g_strconcat (figure->image, "@alt", NULL);
  g_autoptr (CogUnit) unit = cog_project_dup_unit (self, id, NULL);

  figure->has_description = unit != NULL;
  if (unit == NULL)
    {
      figure->alt = cog_xml_dup_attribute (image, "alt");
      figure->is_decorative = figure->alt != NULL && figure->alt[0] == '\0';
    }
  else if (unit->source != NULL && unit->source[0] != '\0')
    figure->source_alt = cog_inline_to_plain (unit->source);
  if (unit != NULL && unit->target != NULL)
    {
      figure->alt = cog_inline_to_plain (unit->target);
      figure->is_decorative = unit->target[0] == '\0';
    }
}

static CogProjectFigure *
read_figure (CogProject *self, xmlNode *image, xmlDoc *source)
{
  CogProjectFigure *figure = g_new0 (CogProjectFigure, 1);
  xmlNode *before;
  g_autofree char *name = NULL;

  figure->image = cog_xml_dup_attribute (image, "id");
  figure->asset = cog_xml_dup_attribute (image, "src");
  figure->item = cog_project_dup_item_of (image, figure->image);
  before =
      source != NULL ? cog_xml_find_by_id (xmlDocGetRootElement (source), figure->image) : NULL;
  name = cog_xml_is (before, NULL, "img") ? cog_xml_dup_attribute (before, "src") : NULL;
  if (name != NULL && g_strcmp0 (name, figure->asset) != 0)
    figure->source_asset = g_steal_pointer (&name);
  read_credits (self, figure);
  figure->is_translated =
      figure->asset != NULL && g_str_has_prefix (figure->asset, COG_TRANSLATED_DRAWING);
  read_description (self, figure, image);
  return figure;
}

/* The licence of the source that a section is of. (transfer full) (nullable) */
static char *
dup_host_licence (CogProject *self, const char *section)
{
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, cog_project_fault (self), "SELECT source FROM section WHERE id = ?1", "s", section);
  g_autoptr (GPtrArray) sources = cog_project_list_sources (self);
  g_autofree char *id = query != NULL && cog_query_step (query, cog_project_fault (self))
                            ? cog_query_dup_text (query, 0)
                            : NULL;

  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      if (g_strcmp0 (source->id, id) == 0)
        return g_strdup (source->credit->licence);
    }
  return NULL;
}

CogProjectFigure *
cog_project_dup_figure (CogProject *self, const char *unit, GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *section = NULL;
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (xmlDoc) source = NULL;
  CogProjectFigure *figure = NULL;
  xmlNode *image;

  g_return_val_if_fail (COG_IS_PROJECT (self) && unit != NULL, NULL);

  id = dup_element_id (unit);
  cog_project_enter (self);
  document = cog_project_open_structure (self, id, &section, error);
  image = document != NULL ? find_image (document, id) : NULL;
  if (image != NULL && xmlHasProp (image, (const xmlChar *)"id") != NULL)
    {
      source = open_source (self, section);
      figure = read_figure (self, image, source);
      figure->host_licence = section != NULL ? dup_host_licence (self, section) : NULL;
    }
  else if (document != NULL)
    g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no picture “%s”."), id);
  cog_project_leave (self);
  return figure;
}

static gboolean
save_description (CogProject *self, const CogUnit *unit, GError **error)
{
  g_autofree char *before = cog_project_row_to_json (self, COG_ROW_UNIT, unit->id, error);

  return before != NULL &&
         cog_query_run (self->db, error,
                        "UPDATE unit SET target = ?2, state = ?3, decision = ?4 WHERE id = ?1",
                        "ssss", unit->id, unit->target, cog_state_to_nick (unit->state),
                        cog_decision_to_nick (unit->decision)) &&
         cog_project_record (self, COG_ROW_UNIT, unit->id, before, error);
}

static void
reset_description (CogUnit *unit)
{
  g_clear_pointer (&unit->target, g_free);
  unit->state = COG_STATE_INITIAL;
  unit->decision = COG_DECISION_NONE;
}

gboolean
cog_project_set_decorative (CogProject *self,
                            const char *image,
                            gboolean is_decorative,
                            GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (CogUnit) unit = NULL;
  const char *changed[] = { NULL, NULL };
  gboolean ok = FALSE;

  g_return_val_if_fail (COG_IS_PROJECT (self) && image != NULL, FALSE);

  id = g_strconcat (image, "@alt", NULL);
  changed[0] = id;
  cog_project_enter (self);
  unit = cog_project_dup_unit (self, id, error);
  if (unit != NULL &&
      cog_project_begin_step (self,
                              is_decorative ? _ ("Marked a picture as decorative")
                                            : _ ("Marked a picture as not decorative"),
                              error))
    {
      reset_description (unit);
      if (is_decorative)
        {
          /* An empty text is a decision; none at all waits for one. */
          unit->target = g_strdup ("");
          unit->state = COG_STATE_TRANSLATED;
          unit->decision = unit->source == NULL || unit->source[0] == '\0' ? COG_DECISION_KEPT
                                                                           : COG_DECISION_ADAPTED;
        }
      ok = cog_project_end_step (self, save_description (self, unit, error), error);
    }
  cog_project_leave (self);
  if (ok)
    cog_project_emit (self, "changed", changed);
  return ok;
}

/* What the source's picture was described as before another took its place. */
static gboolean
restore_description (CogProject *self, const char *image, GError **error)
{
  g_autofree char *id = g_strconcat (image, "@alt", NULL);
  g_autoptr (CogUnit) unit = cog_project_dup_unit (self, id, NULL);
  g_autoptr (GPtrArray) steps = NULL;

  if (unit == NULL || unit->decision != COG_DECISION_REPLACED)
    return TRUE;
  steps = cog_project_list_unit_history (self, id, MAX_STEPS, error);
  if (steps == NULL)
    return FALSE;
  reset_description (unit);
  for (guint i = 0; i < steps->len; i++)
    {
      const CogUnitStep *step = g_ptr_array_index (steps, i);

      if (step->before == NULL || step->after == NULL ||
          step->after->decision != COG_DECISION_REPLACED ||
          step->before->decision == COG_DECISION_REPLACED)
        continue;
      unit->target = g_strdup (step->before->target);
      unit->state = step->before->state;
      unit->decision = step->before->decision;
      break;
    }
  return save_description (self, unit, error);
}

/* "a b" with "c" */
static char *
dup_with (const char *words, const char *word)
{
  g_auto (GStrv) all = g_strsplit (words != NULL ? words : "", " ", -1);

  if (g_strv_contains ((const char *const *)all, word))
    return g_strdup (words);
  return words != NULL && words[0] != '\0' ? g_strconcat (words, " ", word, NULL) : g_strdup (word);
}

/* What a person decided about a drawing while its words were translated holds for the drawing: a
 * licence that permits no changes is why it is put back. (transfer full) (nullable) */
static CogCredit *
dup_decided (CogProject *self, const char *image)
{
  g_autoptr (CogQuery) query = cog_query_new (self->db, cog_project_fault (self),
                                              "SELECT corrected FROM credit WHERE kind = ?1 AND"
                                              " instr (' ' || images || ' ', ' ' || ?2 || ' ') > 0",
                                              "ss", COG_KIND_TRANSLATED, image);
  g_autofree char *json = query != NULL && cog_query_step (query, cog_project_fault (self))
                              ? cog_query_dup_text (query, 0)
                              : NULL;
  g_autoptr (CogCredit) credit = json != NULL ? cog_credit_from_json (json, NULL) : NULL;

  return credit != NULL && cog_credit_find_decision (credit) != NULL ? g_steal_pointer (&credit)
                                                                     : NULL;
}

/* decided: (nullable): what the source says counts, or what was decided about that. */
static gboolean
restore_credit (CogProject *self,
                const char *key,
                xmlNode *item,
                const char *image,
                const CogCredit *decided,
                GError **error)
{
  g_autofree char *json = decided != NULL ? cog_credit_to_json (decided) : NULL;
  g_autofree char *before = cog_project_row_to_json (self, COG_ROW_CREDIT, key, error);
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, error, "SELECT kind, images FROM credit WHERE key = ?1", "s", key);
  g_autofree char *kind = NULL;
  g_autofree char *there = NULL;
  g_autofree char *images = NULL;

  if (before == NULL || query == NULL || !cog_query_step (query, error))
    return FALSE;
  kind = cog_query_dup_text (query, 0);
  there = cog_query_dup_text (query, 1);
  /* A credit that was retired altogether spoke for nothing else in the end. */
  images = dup_with (g_strcmp0 (kind, "replaced") == 0 ? "" : there, image);
  return cog_query_run (self->db, error,
                        "UPDATE credit SET kind = ?2, images = ?3,"
                        " corrected = coalesce (?4, corrected) WHERE key = ?1",
                        "ssss", key, cog_project_item_kind (item), images, json) &&
         cog_project_record (self, COG_ROW_CREDIT, key, before, error);
}

/* All that the source says of its picture: of it, of its figure, of what that stands in. */
static gboolean
restore_credits (
    CogProject *self, xmlNode *node, const char *image, const CogCredit *decided, GError **error)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      g_autofree char *id = cog_xml_dup_attribute (node, "id");
      g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (CogQuery) query =
          id != NULL ? cog_query_new (self->db, cog_project_fault (self),
                                      "SELECT key FROM credit WHERE item = ?1 AND found IS NOT"
                                      " NULL",
                                      "s", id)
                     : NULL;

      while (query != NULL && cog_query_step (query, cog_project_fault (self)))
        g_ptr_array_add (keys, cog_query_dup_text (query, 0));
      for (guint i = 0; i < keys->len; i++)
        if (!restore_credit (self, g_ptr_array_index (keys, i), node, image,
                             keys->len == 1 && decided != NULL && g_strcmp0 (decided->item, id) == 0
                                 ? decided
                                 : NULL,
                             error))
          return FALSE;
    }
  return TRUE;
}

static guint
read_size (const xmlNode *image, const char *name)
{
  g_autofree char *value = cog_xml_dup_attribute (image, name);

  return value != NULL ? (guint)g_ascii_strtoull (value, NULL, 10) : 0;
}

static gboolean
restore (CogProject *self, const char *image, GError **error)
{
  g_autofree char *section = NULL;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  g_autoptr (xmlDoc) document = cog_project_open_structure (self, image, &section, error);
  g_autoptr (xmlDoc) source = document != NULL ? open_source (self, section) : NULL;
  xmlNode *now = document != NULL ? find_image (document, image) : NULL;
  xmlNode *before = source != NULL ? find_image (source, image) : NULL;
  g_autoptr (CogCredit) decided = dup_decided (self, image);

  if (document == NULL)
    return FALSE;
  name = before != NULL ? cog_xml_dup_attribute (before, "src") : NULL;
  if (now == NULL || name == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
                   _ ("This picture was added: the source has none in its place."));
      return FALSE;
    }
  cog_project_point_image (now, name, read_size (before, "width"), read_size (before, "height"));
  return cog_project_save_structure (self, section, document, error) &&
         cog_project_retire_credits (self, image, &label, error) &&
         restore_credits (self, before, image, decided, error) &&
         restore_description (self, image, error);
}

gboolean
cog_project_restore_picture (CogProject *self, const char *image, GError **error)
{
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && image != NULL, FALSE);

  cog_project_enter (self);
  ok = cog_project_begin_step (self, _ ("Took the source’s picture again"), error);
  if (ok)
    ok = cog_project_end_step (self, restore (self, image, error), error);
  cog_project_leave (self);
  if (ok)
    cog_project_emit (self, "changed", NULL);
  return ok;
}
