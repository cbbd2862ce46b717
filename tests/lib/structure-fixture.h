/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project-structure.h"
#include "project-fixture.h"

G_BEGIN_DECLS

/* Three sections, "one" with "two" in it, and "three". In "one": heading h, figure f (picture i,
 * caption c, a credit of its own), r with a note n, list l1 l2, paragraphs p0 p1 p2 with bold
 * words, box b with b1 b2, table t of two rows and columns (t11 … t22) with a heading row, exercise
 * x with problem x1 and solution x2. In "two": k, q with a link to p1. In "three": g, z. English,
 * to be put into Arabic. */
CogBook *structure_fixture_make_book (void);
CogProject *structure_fixture_create (const char *path);

/* All that a person can see of a project: sections with their figures, skeletons, units, credits
 * and components. (transfer full) */
char *structure_fixture_dump (CogProject *project);
/* The first source with all its texts, which nothing may change. (transfer full) */
char *structure_fixture_dump_sources (CogProject *project);
/* The adaptation is in normal form, and each unit of the list stands once in its section's
 * skeleton, in the list's order. */
void structure_fixture_assert_sound (CogProject *project);

typedef gboolean (*StructureChange) (CogProject *project, GError **error);

/* A change that must succeed, as one step: the edition is in normal form after it, the source is
 * what it was, each unit of the list stands once in the skeleton; undone, all is as before; redone,
 * and opened again, as after. project is replaced by the one that was opened again. */
void structure_fixture_check (CogProject **project, StructureChange change);
/* A change that must be refused with that code, leaving all as it was. */
void structure_fixture_refuse (CogProject *project, StructureChange change, int code);

/* The ids of a section's units in order, with spaces between. */
void structure_fixture_assert_units (CogProject *project, const char *section, const char *ids);
/* The ids of the sections in order, each with a dot before it for each level. */
void structure_fixture_assert_sections (CogProject *project, const char *ids);
/* Whether a section's adaptation, as an export would have it, has that text in it. */
void structure_fixture_assert_text (CogProject *project, const char *text, gboolean is_there);
void structure_fixture_assert_unit (CogProject *project,
                                    const char *unit,
                                    const char *source,
                                    const char *target,
                                    const char *origins);

G_END_DECLS
