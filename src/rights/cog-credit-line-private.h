/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

G_BEGIN_DECLS

/* The vocabulary of data/rights/credit-lines.json as expressions, made once. */
typedef struct
{
  GRegex *opening;     /* "(credit a: ": a bracketed credit line begins */
  GRegex *bare;        /* "Credit: " at the beginning of a sentence */
  GRegex *copyright;   /* "(© …" */
  GRegex *thing;       /* "Photo " before "© 2010 X" */
  GRegex *from;        /* "Reprinted from " */
  GRegex *segment;     /* "credit b: " inside a credit line; groups: designators */
  GRegex *designator;  /* one of "a", "(a)", "“planes”", "top left" */
  GRegex *changes;     /* "modification of work" at the beginning */
  GRegex *by;          /* "by " at the beginning */
  GRegex *of;          /* "de " after what was changed, or after a title */
  GRegex *between_by;  /* " by " after a title */
  GRegex *via;         /* " via " */
  GRegex *courtesy;    /* "Photo courtesy of " */
  GRegex *data;        /* "based on data" */
  GRegex *institution; /* a word of a library or museum */
  GRegex *licence;     /* a licence at the end */
  GRegex *url;         /* an address */
  GRegex *prose;       /* "Flowchart devised by X": groups: name */
  GRegex *permission;  /* "adapted with permission from X" */
  GRegex *work;        /* "“T” by A, <url>" or "T by A / CC BY 4.0": the whole text */
  GRegex *self;        /* "This work": what speaks of itself is nobody's name */
  char **hosts;        /* folded */
  GHashTable *roles;   /* "artist" → "ill" */
} CogCreditWords;

const CogCreditWords *cog_credit_words_get (void);

/* Takes apart the inside of a credit line, appending to credits. */
void cog_credit_line_read (const char *content, GPtrArray *credits);
/* One work: "modification of “T” by A/Flickr, CC BY 2.0". (transfer full) (nullable) */
CogCredit *cog_credit_line_read_work (const char *text, gboolean has_by);

G_END_DECLS
