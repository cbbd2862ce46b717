/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-places.h"
#include "cog-project-private.h"

#include <math.h>
#include <string.h>

/* Points: a click so far beside a line is meant for it. */
#define NEAR 36

/* In SQL: the unit in which what had this id in its source is now; NULL: it is in none. */
#define UNIT_OF_PLACE                                                                              \
  "coalesce ((SELECT id FROM unit WHERE unit.id = place.id),"                                      \
  " (SELECT id FROM unit WHERE origins IS NOT NULL AND"                                            \
  "  instr (' ' || origins || ' ', ' ' || place.id || ' ') > 0))"

void
cog_project_place_free (CogProjectPlace *place)
{
  if (place == NULL)
    return;
  g_free (place->source);
  g_free (place);
}

/* --- import -------------------------------------------------------------------------------- */

typedef struct
{
  const CogBook *book;
  CogQuery *insert;
  GHashTable *done; /* ids (element-type utf8) */
  GError *error;
} Places;

/* What a page cannot have is not kept: a hostile file's boxes need not be numbers. */
static gboolean
is_sound (const CogSourcePlace *place)
{
  return place->page > 0 && place->page <= G_MAXINT && isfinite (place->x) && isfinite (place->y) &&
         isfinite (place->width) && isfinite (place->height) && place->width >= 0 &&
         place->height >= 0;
}

static void
insert (Places *self, const char *id, const CogSourcePlace *place)
{
  if (self->error != NULL || !is_sound (place) || !g_hash_table_add (self->done, g_strdup (id)))
    return;
  sqlite3_reset (self->insert);
  sqlite3_bind_text (self->insert, 1, id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (self->insert, 3, place->page);
  sqlite3_bind_double (self->insert, 4, place->x);
  sqlite3_bind_double (self->insert, 5, place->y);
  sqlite3_bind_double (self->insert, 6, place->width);
  sqlite3_bind_double (self->insert, 7, place->height);
  cog_query_step (self->insert, &self->error);
}

/* A unit without a place of its own is where that stands which it is part of: a cell in its table,
 * a description with its picture. */
static void
insert_unit (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  Places *self = user_data;
  const CogSourcePlace *place = cog_book_find_place (self->book, unit->id);

  for (const xmlNode *n = element; place == NULL && n != NULL && n->type == XML_ELEMENT_NODE;
       n = n->parent)
    {
      g_autofree char *id = cog_xml_dup_attribute (n, "id");

      place = id != NULL ? cog_book_find_place (self->book, id) : NULL;
    }
  if (place != NULL)
    insert (self, unit->id, place);
}

gboolean
cog_project_insert_places (CogProject *self,
                           const char *source,
                           const CogBook *book,
                           GError **error)
{
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GHashTable) done = NULL;
  Places places = { .book = book };
  GHashTableIter iter;
  gpointer id, place;

  if (g_hash_table_size (book->places) == 0)
    return TRUE;
  sections = cog_book_dup_section_list (book);
  done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  places.done = done;
  places.insert = cog_query_new (self->db, error,
                                 "INSERT INTO place (id, source, page, x, y, width, height)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                                 NULL);
  if (places.insert == NULL)
    return FALSE;
  sqlite3_bind_text (places.insert, 2, source, -1, SQLITE_STATIC);
  for (guint i = 0; i < sections->len; i++)
    cog_section_foreach_unit (g_ptr_array_index (sections, i), insert_unit, &places);
  /* Figures and tables: findings lead to them. */
  g_hash_table_iter_init (&iter, book->places);
  while (g_hash_table_iter_next (&iter, &id, &place))
    insert (&places, id, place);
  g_clear_pointer (&places.insert, cog_query_free);
  if (places.error == NULL)
    return TRUE;
  g_propagate_error (error, places.error);
  return FALSE;
}

/* --- reading ------------------------------------------------------------------------------- */

gboolean
cog_project_has_places (CogProject *self)
{
  g_autoptr (CogQuery) query = NULL;
  gboolean has_places;

  g_return_val_if_fail (COG_IS_PROJECT (self), FALSE);

  cog_project_enter (self);
  query = cog_query_new (
      self->db, cog_project_fault (self),
      "SELECT EXISTS (SELECT 1 FROM original WHERE bytes IS NOT NULL AND"
      " EXISTS (SELECT 1 FROM place WHERE place.source = original.source) AND"
      " EXISTS (SELECT 1 FROM section WHERE section.source = original.source AND is_absent = 0))",
      NULL);
  has_places = query != NULL && cog_query_step (query, cog_project_fault (self)) &&
               cog_query_get_int (query, 0) != 0;
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  return has_places;
}

/* Columns: source, page, x, y, width, height. A file from elsewhere may hold anything. (nullable)
 */
static CogProjectPlace *
read_place (CogQuery *query)
{
  gint64 page = cog_query_get_int (query, 1);
  CogSourcePlace place = { page > 0 && page <= G_MAXINT ? (guint)page : 0,
                           cog_query_get_double (query, 2), cog_query_get_double (query, 3),
                           cog_query_get_double (query, 4), cog_query_get_double (query, 5) };
  CogProjectPlace *found;

  if (!is_sound (&place))
    return NULL;
  found = g_new0 (CogProjectPlace, 1);
  found->source = cog_query_dup_text (query, 0);
  found->place = place;
  return found;
}

#define COLUMNS "place.source, page, x, y, width, height"

static char *
dup_origins (CogProject *self, const char *unit, GError **error)
{
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, error,
      "SELECT coalesce (origins, id) FROM unit WHERE id = ?1 AND works IS NOT NULL", "s", unit);

  return query != NULL && cog_query_step (query, error) ? cog_query_dup_text (query, 0) : NULL;
}

static void
add_place (CogProject *self, const char *id, GPtrArray *list, GError **error)
{
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, error, "SELECT " COLUMNS " FROM place WHERE id = ?1", "s", id);
  CogProjectPlace *place =
      query != NULL && cog_query_step (query, error) ? read_place (query) : NULL;

  if (place != NULL)
    g_ptr_array_add (list, place);
}

GPtrArray *
cog_project_list_places (CogProject *self, const char *unit, GError **error)
{
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_project_place_free);
  g_autofree char *origins = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self) && unit != NULL, NULL);

  cog_project_enter (self);
  origins = dup_origins (self, unit, &fault);
  ids = g_strsplit (origins != NULL ? origins : "", " ", -1);
  for (guint i = 0; fault == NULL && ids[i] != NULL; i++)
    add_place (self, ids[i], list, &fault);
  cog_project_leave (self);
  if (fault == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

CogProjectPlace *
cog_project_dup_first_place (CogProject *self, const char *section)
{
  g_autoptr (CogQuery) query = NULL;
  CogProjectPlace *place = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self) && section != NULL, NULL);

  cog_project_enter (self);
  query = cog_query_new (self->db, cog_project_fault (self),
                         "SELECT " COLUMNS " FROM unit JOIN place ON place.id = unit.id"
                         " WHERE unit.section = ?1 ORDER BY position LIMIT 1",
                         "s", section);
  if (query != NULL && cog_query_step (query, cog_project_fault (self)))
    place = read_place (query);
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  return place;
}

/* Squared. */
static double
get_distance (const CogSourcePlace *place, double x, double y)
{
  double right = MAX (0, MAX (place->x - x, x - (place->x + place->width)));
  double down = MAX (0, MAX (place->y - y, y - (place->y + place->height)));

  return right * right + down * down;
}

/* Boxes lie one in the other: a table around its cells. The smallest is what is meant. */
static char *
find_nearest (CogProject *self, const char *source, guint page, double x, double y, GError **error)
{
  g_autoptr (CogQuery) query = cog_query_new (self->db, error,
                                              "SELECT " COLUMNS ", " UNIT_OF_PLACE
                                              " FROM place WHERE source = ?1 AND page = ?2",
                                              "si", source, (gint64)page);
  g_autofree char *nearest = NULL;
  double least = NEAR * NEAR, area = HUGE_VAL;

  while (query != NULL && cog_query_step (query, error))
    {
      g_autoptr (CogProjectPlace) there = read_place (query);
      g_autofree char *unit = cog_query_dup_text (query, 6);
      double distance = there != NULL ? get_distance (&there->place, x, y) : HUGE_VAL;
      double size = there != NULL ? there->place.width * there->place.height : HUGE_VAL;

      if (unit == NULL || distance > least || (distance == least && size >= area))
        continue;
      least = distance;
      area = size;
      g_free (nearest);
      nearest = g_steal_pointer (&unit);
    }
  return g_steal_pointer (&nearest);
}

char *
cog_project_dup_unit_at (
    CogProject *self, const char *source, guint page, double x, double y, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *unit = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self) && source != NULL, NULL);

  cog_project_enter (self);
  unit = find_nearest (self, source, page, x, y, &fault);
  cog_project_leave (self);
  if (fault == NULL)
    return g_steal_pointer (&unit);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

char *
cog_project_dup_unit_of_page (CogProject *self, const char *source, guint page)
{
  g_autoptr (CogQuery) query = NULL;
  char *unit = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self) && source != NULL, NULL);

  cog_project_enter (self);
  /* The units of a source came into the table in the order in which it has them. */
  query = cog_query_new (self->db, cog_project_fault (self),
                         "SELECT unit.id FROM place JOIN unit ON unit.id = place.id"
                         " WHERE place.source = ?1 AND page = ?2 ORDER BY unit.rowid LIMIT 1",
                         "si", source, (gint64)page);
  if (query != NULL && cog_query_step (query, cog_project_fault (self)))
    unit = cog_query_dup_text (query, 0);
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  return unit;
}
