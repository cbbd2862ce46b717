/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* A new edition of a source. */
typedef struct
{
  const char *source; /* "s1" */
  /* As it is to stand in the project: what is in the old edition, too, has the old one's ids, and
   * nothing else has an id that the project knows. */
  const CogBook *book;
  const char *reader;
  const char *original_name; /* (nullable) */
  GBytes *original;          /* (nullable) */
  CogReport *report;         /* (nullable) */
} CogSourceEdition;

/* What became of the adaptation. */
typedef struct
{
  guint n_unchanged; /* units whose source says what it said */
  guint n_changed;   /* whose source says something else */
  guint n_marked;    /* of them, that were worked on: to be looked at again */
  guint n_added;
  guint n_vanished; /* that were worked on, and are put aside */
  guint n_dropped;  /* that nobody had touched */
  guint n_sections_added;
  guint n_sections_vanished;
  char *licence_before; /* an expression (nullable) */
  char *licence_after;
  char *copy; /* where the project is kept as it was */
} CogSourceUpdate;
void cog_source_update_clear (CogSourceUpdate *update);

/**
 * cog_project_update_source:
 * @result: (out caller-allocates): set on success
 *
 * Puts a new edition of a source in the place of the one that is there. What the adapter did stays:
 * targets, states, decisions, notes, moved and added passages. Where the source of a unit that was
 * worked on changed, what it said is kept (cog_project_dup_former_source()), and a state beyond
 * translated is translated again. What is gone and was worked on is omitted, behind what stood
 * before it, or its section is left out. The history cannot go behind this step: a copy of the
 * project as it was is kept beside it first. On a fault all is as it was.
 */
gboolean cog_project_update_source (CogProject *self,
                                    const CogSourceEdition *edition,
                                    CogSourceUpdate *result,
                                    GError **error);

/* What an update would do: the same figures, and nothing is written; result->copy is NULL. */
gboolean cog_project_try_update (CogProject *self,
                                 const CogSourceEdition *edition,
                                 CogSourceUpdate *result,
                                 GError **error);

/* What the source of a unit said before the source was updated; NULL: the same, or somebody has
 * confirmed or reviewed the unit since. (transfer full) (nullable) */
char *cog_project_dup_former_source (CogProject *self, const char *unit, GError **error);
/* The ids of the units that have one, in the book's order. (transfer full) (element-type utf8) */
GPtrArray *cog_project_list_former_sources (CogProject *self, GError **error);
/* Somebody looked at these: one step. units: NULL-terminated. */
gboolean cog_project_confirm_sources (CogProject *self, const char *const *units, GError **error);

G_END_DECLS
