/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  COG_SHELF_UNREAD, /* not looked at yet */
  COG_SHELF_READY,
  COG_SHELF_DAMAGED, /* fault says how */
  COG_SHELF_OLDER,   /* of an older Cognate: opening it brings it up to date */
  COG_SHELF_NEWER,   /* of a newer Cognate */
  COG_SHELF_FOREIGN, /* called *.cognate, and is no project */
  COG_SHELF_UNREADABLE,
} CogShelfCondition;

/**
 * CogShelfFacts:
 *
 * What a shelf says of a project: read once, and kept until the file changes.
 */
typedef struct
{
  CogShelfCondition condition;
  char *fault; /* translated (nullable) */
  char *title;
  char *language;        /* of the adaptation */
  char *source_language; /* (nullable) */
  char *licence;         /* short name (nullable): not chosen */
  char *cover;           /* file with a small PNG of the source's cover (nullable) */
  double share;          /* 0..1 of its words are done */
  guint n_untranslated, n_undescribed, n_conflicts;
} CogShelfFacts;

CogShelfFacts *cog_shelf_facts_copy (const CogShelfFacts *facts);
void cog_shelf_facts_free (CogShelfFacts *facts);

/* Opens the project for reading only: it may be open elsewhere. What is wrong with it is among the
 * facts. covers: folder for the picture (nullable). (transfer full) */
CogShelfFacts *cog_shelf_facts_read (const char *path, const char *covers);

/* Where somebody was in a project: the title of the section, and how much of it waits. */
typedef struct
{
  char *title; /* (nullable) */
  guint n_untranslated;
} CogShelfPlace;

/* section, unit: ids as they were remembered; either may be NULL, or no longer be there. NULL: the
 * place is not there any more. (transfer full) (nullable) */
CogShelfPlace *cog_shelf_place_read (const char *path, const char *section, const char *unit);
void cog_shelf_place_free (CogShelfPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogShelfFacts, cog_shelf_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogShelfPlace, cog_shelf_place_free)

G_END_DECLS
