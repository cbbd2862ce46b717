/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

G_BEGIN_DECLS

typedef enum
{
  COG_USE_UNMODIFIED, /* taken over as it is; a change of format is no change */
  COG_USE_TRANSLATED,
  COG_USE_ADAPTED,
  COG_USE_REFERENCE, /* linked or cited: no licence needed */
} CogUse;
const char *cog_use_to_nick (CogUse use);

typedef enum
{
  COG_COMPONENT_TEXT, /* the running text of a section or of the book */
  COG_COMPONENT_FIGURE,
  COG_COMPONENT_TABLE,
  COG_COMPONENT_QUOTATION,
  COG_COMPONENT_MEDIA,
  COG_COMPONENT_EXERCISE,
} CogComponentKind;
const char *cog_component_kind_to_nick (CogComponentKind kind);

/**
 * CogComponent:
 *
 * One piece of the edition that is really in use, with the works that it was made from. Rights are
 * computed per component (rules.md §0.1). Pieces that were omitted are not handed over.
 */
typedef struct
{
  char *id; /* section or item id */
  CogComponentKind kind;
  char *label;   /* "Figure 4.10 Tyre on a wet road", for people */
  char *unit;    /* where it stands: the first unit in it (nullable) */
  char *picture; /* the asset that shows what it is (nullable) */
  CogUse use;
  GPtrArray *sources; /* (element-type CogCredit): all that were adapted into it; empty: new work */
  guint n_units;      /* how many units it stands for */
} CogComponent;

CogComponent *cog_component_new (const char *id, CogComponentKind kind, CogUse use);
void cog_component_free (CogComponent *component);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogComponent, cog_component_free)

G_END_DECLS
