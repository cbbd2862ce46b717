/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit.h"

G_BEGIN_DECLS

/* The markup of a unit or of a whole section as text that a person edits, and back. */

typedef struct
{
  guint line;          /* 1…; 0: not of one line */
  char *sentence;      /* what is wrong there; translated */
  gboolean is_warning; /* it can be stored all the same */
} CogMarkupFault;

/* A unit that says something else than before. */
typedef struct
{
  char *unit;
  char *target;
} CogMarkupEdit;

/* What stands in the way of text being the unit's target, and what of the source it lacks. target:
 * (out) (transfer full): how it is stored, in normal form; not set where there are errors. Any
 * thread. (transfer full) (element-type CogMarkupFault) */
GPtrArray *cog_source_markup_check_unit (const CogUnit *unit, const char *text, char **target);

/**
 * cog_source_markup_write_section:
 * @structure: of the section: cog_project_dup_skeleton()
 * @units: (element-type CogUnit): of the section
 * @of_target: each unit's target stands in its element, and nothing where it has none; else the
 *   source's
 *
 * The section as text, a block to a line. (transfer full)
 */
char *cog_source_markup_write_section (const char *structure,
                                       GPtrArray *units,
                                       gboolean of_target,
                                       GError **error);

/* What was changed in such a text. The words of units may be; the structure may not: that is done
 * in the pages, where what is left out and added is known as such. faults gets what is wrong
 * (element-type CogMarkupFault). (transfer full) (element-type CogMarkupEdit) */
GPtrArray *cog_source_markup_read_section (const char *structure,
                                           GPtrArray *units,
                                           const char *text,
                                           GPtrArray *faults);

GPtrArray *cog_markup_fault_list_new (void);
/* Whether one of them is more than a warning. */
gboolean cog_markup_fault_list_has_errors (GPtrArray *faults);

G_END_DECLS
