/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-problem-map.h"

#include "cog-row-walk.h"

#include <string.h>

/* Where an element, or a unit, stands. */
typedef struct
{
  const char *section, *heading; /* interned; heading: NULL: before the first */
  const char *problem;           /* interned (nullable) */
  const char *piece;             /* the figure or table that it is in (nullable), interned */
  gboolean is_lone;              /* an answer that stands in no exercise */
  CogProblemPart part;
} Spot;

typedef struct
{
  Spot spot;
  GHashTable *problems; /* (element-type utf8): interned; (nullable): none */
} Place;

typedef struct
{
  char *unit;
  char *id; /* that it refers to */
} Link;

struct _CogProblemMap
{
  GStringChunk *words;
  GHashTable *places; /* unit → Place */
  GHashTable *spots;  /* id of an element → Spot */
  GHashTable *pieces; /* figure or table → GPtrArray of its Places */
  GHashTable *owners; /* problem → GPtrArray of its Places */
  GArray *links;
  guint n_unnamed;
  gboolean is_settled;
};

/* ── The map ─────────────────────────────────────────────────────────────────────────────────── */

static void
place_free (gpointer data)
{
  Place *place = data;

  g_clear_pointer (&place->problems, g_hash_table_unref);
  g_free (place);
}

static void
link_clear (gpointer data)
{
  Link *link = data;

  g_free (link->unit);
  g_free (link->id);
}

static GHashTable *
new_lists (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
}

CogProblemMap *
cog_problem_map_new (void)
{
  CogProblemMap *self = g_new0 (CogProblemMap, 1);

  self->words = g_string_chunk_new (4096);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, place_free);
  self->spots = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->pieces = new_lists ();
  self->owners = new_lists ();
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_array_set_clear_func (self->links, link_clear);
  return self;
}

void
cog_problem_map_free (CogProblemMap *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->spots);
  g_hash_table_unref (self->pieces);
  g_hash_table_unref (self->owners);
  g_array_unref (self->links);
  g_string_chunk_free (self->words);
  g_free (self);
}

static const char *
intern (CogProblemMap *self, const char *word)
{
  return word != NULL ? g_string_chunk_insert_const (self->words, word) : NULL;
}

static GPtrArray *
take_list (GHashTable *lists, const char *key)
{
  GPtrArray *list = g_hash_table_lookup (lists, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, (gpointer)key, list);
    }
  return list;
}

static void
join (CogProblemMap *self, Place *place, const char *problem)
{
  if (place->problems == NULL)
    place->problems = g_hash_table_new (g_str_hash, g_str_equal);
  if (g_hash_table_add (place->problems, (gpointer)problem))
    g_ptr_array_add (take_list (self->owners, problem), place);
}

/* ── A section ───────────────────────────────────────────────────────────────────────────────── */

/* A box or part may have a heading of its own, which says nothing about what stands behind it. */
static gboolean
is_container (const xmlNode *node)
{
  return cog_xml_is (node, COG_NS_XHTML, "section") || cog_xml_is (node, COG_NS_XHTML, "aside");
}

static gboolean
is_heading (const xmlNode *node)
{
  const char *name = (const char *)node->name;

  return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0';
}

/* An exercise in a list of them is one of its own; one in a worked example belongs to that. */
static gboolean
begins_problem (const Spot *spot, CogRowContext context)
{
  if (context == COG_CONTEXT_EXERCISE)
    return spot->problem == NULL || spot->part != COG_PART_EXAMPLE;
  return spot->problem == NULL && (context == COG_CONTEXT_EXAMPLE || context == COG_CONTEXT_ANSWER);
}

static CogProblemPart
find_part (const Spot *spot, CogRowContext context)
{
  if (context == COG_CONTEXT_ANSWER)
    return COG_PART_SOLUTION;
  if (context == COG_CONTEXT_EXERCISE && spot->part != COG_PART_EXAMPLE)
    return COG_PART_EXERCISE;
  if (context == COG_CONTEXT_EXAMPLE && spot->problem == NULL)
    return COG_PART_EXAMPLE;
  return spot->part;
}

/* What holds in the element; of what stands in it each has its own after that. */
static Spot
enter (CogProblemMap *self, const xmlNode *node, const char *id, const Spot *around)
{
  CogRowContext context = cog_row_walk_find_context (node);
  Spot spot = *around;

  if (begins_problem (around, context))
    {
      g_autofree char *made = id == NULL ? g_strdup_printf ("#%u", self->n_unnamed++) : NULL;

      spot.problem = intern (self, id != NULL ? id : made);
      spot.is_lone = context == COG_CONTEXT_ANSWER;
    }
  spot.part = find_part (around, context);
  if (id != NULL && spot.piece == NULL &&
      (cog_xml_is (node, COG_NS_XHTML, "figure") || cog_xml_is (node, COG_NS_XHTML, "table")))
    spot.piece = intern (self, id);
  return spot;
}

static void
remember (CogProblemMap *self, const char *id, const Spot *spot)
{
  if (id != NULL)
    g_hash_table_replace (self->spots, (gpointer)intern (self, id), g_memdup2 (spot, sizeof *spot));
}

/* Depth is the parser's limit; own loop, for it must hear when an element ends. */
static void
walk (CogProblemMap *self, const xmlNode *root, const Spot *first)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Spot));
  const xmlNode *n = root;

  g_array_append_val (stack, *first);
  while (n != NULL)
    {
      if (n->type == XML_ELEMENT_NODE)
        {
          Spot *around = &g_array_index (stack, Spot, stack->len - 1);
          g_autofree char *id = cog_xml_dup_attribute (n, "id");
          Spot spot;

          if (is_heading (n))
            around->heading = intern (self, id);
          spot = enter (self, n, id, around);
          remember (self, id, &spot);
          if (n->children != NULL)
            {
              g_array_append_val (stack, spot);
              n = n->children;
              continue;
            }
        }
      while (n != root && n->next == NULL)
        {
          Spot ended = g_array_index (stack, Spot, stack->len - 1);

          n = n->parent;
          g_array_set_size (stack, stack->len - 1);
          if (!is_container (n))
            g_array_index (stack, Spot, stack->len - 1).heading = ended.heading;
        }
      n = n == root ? NULL : n->next;
    }
}

/* ── Units ───────────────────────────────────────────────────────────────────────────────────── */

static void
add_links (CogProblemMap *self, const CogUnit *unit)
{
  const char *text = unit->source != NULL ? unit->source : unit->target;

  for (const char *at = text; at != NULL && (at = strstr (at, "href=\"#")) != NULL;)
    {
      const char *end;
      Link link;

      at += strlen ("href=\"#");
      end = strchr (at, '"');
      if (end == NULL)
        return;
      link = (Link){ g_strdup (unit->id), g_strndup (at, (gsize)(end - at)) };
      g_array_append_val (self->links, link);
      at = end;
    }
}

/* An alternative text stands where its picture does. */
static const Spot *
find_spot (CogProblemMap *self, const char *unit)
{
  const char *at = strchr (unit, '@');
  g_autofree char *element = at != NULL ? g_strndup (unit, (gsize)(at - unit)) : g_strdup (unit);

  return g_hash_table_lookup (self->spots, element);
}

static CogProblemPart
find_part_of_unit (const CogUnit *unit, const Spot *spot)
{
  static const struct
  {
    CogUnitKind kind;
    CogProblemPart part;
  } parts[] = {
    { COG_UNIT_ALT, COG_PART_DESCRIPTION },   { COG_UNIT_DRAWING, COG_PART_DRAWING },
    { COG_UNIT_CAPTION, COG_PART_CAPTION },   { COG_UNIT_CELL, COG_PART_TABLE },
    { COG_UNIT_HEADER_CELL, COG_PART_TABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (unit->kind == parts[i].kind)
      return parts[i].part;
  return spot->part;
}

static void
add_unit (CogProblemMap *self, const CogUnit *unit, const Spot *spot)
{
  Place *place = g_new0 (Place, 1);

  place->spot = *spot;
  place->spot.part = find_part_of_unit (unit, spot);
  g_hash_table_replace (self->places, (gpointer)intern (self, unit->id), place);
  if (spot->problem != NULL)
    join (self, place, spot->problem);
  if (spot->piece != NULL)
    g_ptr_array_add (take_list (self->pieces, spot->piece), place);
  add_links (self, unit);
}

void
cog_problem_map_add (CogProblemMap *self, const char *skeleton, GPtrArray *units)
{
  g_autoptr (xmlDoc) document = NULL;
  Spot before = { NULL };

  g_return_if_fail (self != NULL && units != NULL && !self->is_settled);

  if (units->len == 0)
    return;
  before.section = intern (self, ((const CogUnit *)g_ptr_array_index (units, 0))->section);
  document = skeleton != NULL ? cog_xml_parse_own (skeleton, -1, NULL) : NULL;
  if (document != NULL)
    walk (self, xmlDocGetRootElement (document), &before);
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);
      const Spot *spot = find_spot (self, unit->id);

      /* What the skeleton does not know, as a picture in a line, stands with the unit before. */
      if (spot != NULL)
        before = *spot;
      add_unit (self, unit, &before);
    }
}

/* ── Links ───────────────────────────────────────────────────────────────────────────────────── */

/* Joins all units of one problem to another. */
static void
join_all (CogProblemMap *self, const char *problem, const char *other)
{
  g_autoptr (GPtrArray) places = g_ptr_array_copy (take_list (self->owners, problem), NULL, NULL);

  for (guint i = 0; i < places->len; i++)
    join (self, g_ptr_array_index (places, i), other);
}

/* An exercise refers to its figure, an answer at the book's end to its exercise. That a text tells
 * to look at an example makes them not one. */
static void
follow (CogProblemMap *self, const Link *link)
{
  const Place *from = g_hash_table_lookup (self->places, link->unit);
  const Spot *to = g_hash_table_lookup (self->spots, link->id);

  if (to == NULL || from->spot.problem == NULL)
    return;
  if (to->piece != NULL)
    {
      GPtrArray *places = g_hash_table_lookup (self->pieces, to->piece);

      for (guint i = 0; places != NULL && i < places->len; i++)
        join (self, g_ptr_array_index (places, i), from->spot.problem);
    }
  else if (to->problem != NULL && to->problem != from->spot.problem &&
           from->spot.is_lone != to->is_lone)
    {
      join_all (self, to->problem, from->spot.problem);
      join_all (self, from->spot.problem, to->problem);
    }
}

static void
settle (CogProblemMap *self)
{
  if (self->is_settled)
    return;
  for (guint i = 0; i < self->links->len; i++)
    follow (self, &g_array_index (self->links, Link, i));
  self->is_settled = TRUE;
}

/* ── What is asked ───────────────────────────────────────────────────────────────────────────── */

static gboolean
share_problem (const Place *place, const Place *other)
{
  GHashTableIter iter;
  gpointer problem;

  if (place->problems == NULL || other->problems == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, place->problems);
  while (g_hash_table_iter_next (&iter, &problem, NULL))
    if (g_hash_table_contains (other->problems, problem))
      return TRUE;
  return FALSE;
}

CogTogether
cog_problem_map_compare (CogProblemMap *self, const char *unit, const char *other)
{
  const Place *place, *there;

  g_return_val_if_fail (self != NULL && unit != NULL && other != NULL, COG_TOGETHER_NOT);

  settle (self);
  place = g_hash_table_lookup (self->places, unit);
  there = g_hash_table_lookup (self->places, other);
  if (place == NULL || there == NULL)
    return COG_TOGETHER_NOT;
  if (share_problem (place, there))
    return COG_TOGETHER_PROBLEM;
  /* Running text has its own figures; an exercise is none of it. */
  if (place->spot.problem != NULL || there->spot.problem != NULL ||
      g_strcmp0 (place->spot.section, there->spot.section) != 0)
    return COG_TOGETHER_NOT;
  return g_strcmp0 (place->spot.heading, there->spot.heading) == 0 ? COG_TOGETHER_PASSAGE
                                                                   : COG_TOGETHER_SECTION;
}

CogProblemPart
cog_problem_map_get_part (CogProblemMap *self, const char *unit)
{
  const Place *place;

  g_return_val_if_fail (self != NULL && unit != NULL, COG_PART_TEXT);

  place = g_hash_table_lookup (self->places, unit);
  return place != NULL ? place->spot.part : COG_PART_TEXT;
}
