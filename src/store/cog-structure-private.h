/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project-private.h"
#include "cog-project-structure.h"

G_BEGIN_DECLS

/* One step that changes the structure of the adaptation: the sections that it opened, as trees. */
typedef struct
{
  CogProject *project;
  GPtrArray *parts; /* Part, private */
} CogStructure;

/* Takes the project's lock and begins a step. FALSE: nothing was begun. */
gboolean
cog_structure_begin (CogStructure *self, CogProject *project, const char *label, GError **error);
/* Saves each section that differs, once its form was found no worse than before, and puts its units
 * in the order in which they stand now. ok FALSE: all is as it was. Lets go of the lock, and tells
 * that something changed. */
gboolean cog_structure_end (CogStructure *self, gboolean ok, GError **error);

/* The same for looking only: nothing is written. */
void cog_structure_look (CogStructure *self, CogProject *project);
void cog_structure_look_away (CogStructure *self);

/* The root of a section's tree. (transfer none) (nullable) */
xmlNode *cog_structure_open (CogStructure *self, const char *section, GError **error);
/* The element that a unit or element id names, and the section it is in. (transfer none) */
xmlNode *
cog_structure_find (CogStructure *self, const char *id, const char **section, GError **error);
/* The id of the section whose tree the node is in. */
const char *cog_structure_get_section (CogStructure *self, const xmlNode *node);

/* An id that no element and no unit of the project has, nor any that begins with it and a dot. NULL
 * with an error. (transfer full) */
char *cog_structure_dup_free_id (CogStructure *self, const char *section, GError **error);

/* Rows of units, recorded in the step. A new unit's place is found at the end of the step. */
gboolean cog_structure_insert_unit (CogStructure *self, const CogUnit *unit, GError **error);
/* All but its id and its place. */
gboolean cog_structure_update_unit (CogStructure *self, const CogUnit *unit, GError **error);
gboolean cog_structure_delete_unit (CogStructure *self, const char *unit, GError **error);
/* The units in an element, in order. NULL with an error. (transfer full) (element-type CogUnit) */
GPtrArray *cog_structure_list_units (CogStructure *self, const xmlNode *element, GError **error);
/* A new one of the adapter's own, for an element that is to stand in the section. (transfer full)
 */
CogUnit *cog_structure_new_unit (
    const char *id, const char *section, CogUnitKind kind, const char *element, const char *target);

/* Whether units of its kind can be split and merged, where it stands. */
gboolean cog_structure_is_divisible (const CogUnit *unit, const xmlNode *element);
/* Tells two halves of a unit where they come from: second is a copy of first. Where the cut is the
 * seam of what was joined, each half is itself again, with its id. source: of the first half
 * (nullable). */
gboolean cog_structure_divide_origins (
    CogStructure *self, CogUnit *first, CogUnit *second, const char *source, GError **error);
/* The unit comes from where both came from. */
void cog_structure_join_origins (CogUnit *unit, const CogUnit *other);

/* The units of a piece; those of a row or column too. NULL with an error. (transfer full)
 * (element-type CogUnit) */
GPtrArray *cog_structure_list_block_units (CogStructure *self,
                                           xmlNode *element,
                                           CogBlockKind kind,
                                           GError **error);
/* A new empty element after a passage (NULL: at the beginning). (transfer none) (nullable) */
xmlNode *cog_structure_add_element (CogStructure *self,
                                    const char *section,
                                    const char *after,
                                    const char *name, /* NULL: a heading of the fitting level */
                                    const char *id,
                                    GError **error);

/* Puts a section, with all below it, beside or below another. */
gboolean cog_structure_place_section (
    CogStructure *self, const char *section, const char *anchor, CogPlacing where, GError **error);

/* Credits of all items in an element: they go; or the element stands in that section now. */
gboolean cog_structure_delete_credits (CogStructure *self, const xmlNode *element, GError **error);
gboolean cog_structure_move_credits (CogStructure *self,
                                     const xmlNode *element,
                                     const char *section,
                                     GError **error);
/* credit NULL: nothing is known. images: ids of the pictures in the item; label (nullable). */
gboolean cog_structure_insert_credit (CogStructure *self,
                                      const CogCredit *credit,
                                      const char *section,
                                      const char *item,
                                      const char *images,
                                      const char *label,
                                      GError **error);

/* ── Trees ───────────────────────────────────────────────────────────────────────────────────── */

/* The element that a kind means, from one in it; NULL: there is none such around it. */
xmlNode *cog_block_find (xmlNode *element, CogBlockKind kind);
/* The heading that is the section's own. */
gboolean cog_block_is_own_heading (const xmlNode *element);
/* A note that stands behind the block that refers to it. */
gboolean cog_block_is_note (const xmlNode *element);
/* Whether cells of a table reach over several rows. */
gboolean cog_block_has_spans (const xmlNode *table);
/* Whether blocks of that element may stand among the children of parent. */
gboolean cog_block_may_stand_in (const xmlNode *parent, const char *element);
/* From an element outwards, the first beside which a block of that element may stand; NULL: none.
 */
xmlNode *cog_block_find_beside (xmlNode *element, const char *name);
/* Puts a new block after (or at the beginning of the section: after NULL). FALSE: it cannot stand
 * there. */
gboolean cog_block_insert (xmlNode *root, xmlNode *after, xmlNode *fresh, GError **error);
/* Takes away an element, and what is empty without it. */
void cog_block_remove (xmlNode *element);
/* An element in the section's namespace, with id (nullable). */
xmlNode *cog_block_new (const xmlNode *root, const char *name, const char *id);

/* ── Order ───────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  char *id;
  double position;
} CogPosition;
/* Changes as few positions as can be, so that they grow along the list; those that changed are
 * marked in changed (as long as the list). */
void cog_order_settle (CogPosition *list, gsize n, gboolean *changed);

G_END_DECLS
