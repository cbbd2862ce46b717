/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-attribution.h"
#include "cog-section.h"

G_BEGIN_DECLS

/* What was done in one section of the book, without those below it. */
typedef struct
{
  char *source;       /* id of the work that it was taken from; NULL: it is the adapter's own */
  CogSourceUse use;   /* what was done in it with that work */
  GPtrArray *changes; /* (element-type CogChange): also what was left out or added right below it */
} CogSectionChanges;

/* A new one in the table, where nothing was done yet. sections: (element-type utf8
 * CogSectionChanges), which owns both. (transfer none) */
CogSectionChanges *
cog_section_changes_add (GHashTable *sections, const char *id, const char *source);
void cog_section_changes_free (gpointer data);

/* What was done in a section and all below it with the work that the section was taken from. */
CogSourceUse cog_section_changes_get_use (GHashTable *sections, const CogSection *section);

G_END_DECLS
