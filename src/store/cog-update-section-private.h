/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project-private.h"
#include "cog-project-update.h"

G_BEGIN_DECLS

/* A source being brought up to date, inside one transaction. */
typedef struct
{
  CogProject *self;
  const CogSourceEdition *edition;
  CogSourceUpdate *result;
  GPtrArray *order;     /* (element-type utf8) sections of the project, in the adaptation's order */
  GHashTable *sections; /* of the source, as they were */
  GHashTable *met;      /* of them and of new ones, those of the new edition */
  GHashTable *elements; /* of the new edition, by id */
  const char *before;   /* the section of the new edition that was written last (nullable) */
} CogUpdate;

/* Units of a section that the project does not have yet. */
gboolean cog_update_section_units (CogUpdate *update, const CogSection *section, GError **error);
/* One that it has: its units, and, where passages were worked on that are gone, or the adapter
 * built it otherwise, the adaptation's structure. content: the new one as text (nullable). */
gboolean cog_update_section_merge (CogUpdate *update,
                                   const CogSection *section,
                                   const char *content,
                                   GError **error);
/* Why something is left out, for the record. */
const char *cog_update_reason (void);

G_END_DECLS
