/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-place.h"
#include "cog-project.h"
#include "cog-spread.h"

G_BEGIN_DECLS

/* A term of the glossary in the source of the unit in hand. */
typedef struct
{
  guint start, end;  /* characters of the source */
  gint64 entry;      /* id in the glossary */
  char *term;        /* as it stands there */
  char *translation; /* the best one; NULL: the glossary has none */
  char *all;         /* all that may be used: "fuerza, brío" */
  char *definition;  /* (nullable) */
} CogTermHere;

/**
 * CogTerms:
 *
 * The terms of the row in hand: looked for in a thread when another unit comes in hand, marked in
 * its source, and told to whoever shows them. Without a glossary nothing is looked for, and none is
 * made.
 *
 * Signal: "changed".
 */
#define COG_TYPE_TERMS (cog_terms_get_type ())
G_DECLARE_FINAL_TYPE (CogTerms, cog_terms, COG, TERMS, GObject)

CogTerms *cog_terms_new (CogProject *project, CogPlace *place, CogSpread *spread);
/* In the order of the source, each term once. (transfer none) (element-type CogTermHere) */
GPtrArray *cog_terms_get_here (CogTerms *self);
/* The glossary is another one now. */
void cog_terms_refresh (CogTerms *self);

G_END_DECLS
