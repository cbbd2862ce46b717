/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-engine.h"
#include "cog-memory.h"
#include "cog-progress.h"
#include "cog-project.h"

G_BEGIN_DECLS

/* How well a segment is known; a unit is as its worst segment. */
typedef enum
{
  COG_BAND_CONTEXT, /* 100, and the same segment before or after it */
  COG_BAND_EXACT,   /* 100 */
  COG_BAND_95,      /* 95 – 99 */
  COG_BAND_85,      /* 85 – 94 */
  COG_BAND_75,      /* 75 – 84 */
  COG_BAND_NONE,    /* less, or below the threshold */
  COG_N_BANDS,
} CogBand;
const char *cog_band_to_nick (CogBand band); /* "context", "100", "95-99", …, "none" */

typedef struct
{
  guint units, segments, words;
} CogBandCount;

/* Where the text of a unit that was open came from. */
typedef enum
{
  COG_FILLED_REPEAT,  /* what the same source is translated with elsewhere in the book */
  COG_FILLED_CONTEXT, /* the memory knows it, with the same beside it */
  COG_FILLED_EXACT,   /* the memory knows it */
  COG_FILLED_ALIKE,   /* the memory knows something like it: to be checked */
  COG_FILLED_ENGINE,  /* to be checked */
  COG_FILLED_AS_IS,   /* numbers and formulas: no word in it asks for a translation */
  COG_FILLED_NOT,     /* from nowhere: it is as it was */
  COG_N_FILLED,
} CogFilled;

/* A unit that was open. A plain value. */
typedef struct
{
  char *unit;
  char *source; /* inline XHTML, as in CogUnit */
  char *target; /* what was filled in (nullable) */
  CogFilled filled;
} CogFilledUnit;
void cog_filled_unit_free (CogFilledUnit *unit);

/* Of the units that were initial. */
typedef struct
{
  GPtrArray *units;                /* in the book's order (element-type CogFilledUnit) */
  CogBandCount bands[COG_N_BANDS]; /* by what the memory knows */
  CogBandCount repeats; /* segments that stood in the book before, and units that are all such */
  guint n_filled;       /* units */
  guint n_repeated;     /* of them, with what the book's own translation says elsewhere */
  guint n_by_engine;    /* of them, by an engine */
  guint n_as_is;        /* of them, without words: in no band */
  guint n_to_check;     /* of them, that need a person's eye: marked as a machine's */
  guint n_left;         /* units that are as they were */
} CogPretranslation;
void cog_pretranslation_clear (CogPretranslation *report);

typedef struct
{
  CogMemory *memory;           /* (nullable) */
  CogEngine *engine;           /* for what the memory does not know (nullable) */
  double threshold;            /* 0 … 100, of a memory's match */
  gboolean in_context;         /* of the memory's only what has the same beside it */
  gboolean repeats;            /* take what the same source was translated with in this book */
  const char *const *sections; /* (nullable): all */
} CogPretranslateOptions;

/**
 * cog_pretranslate_job_run:
 *
 * Fills units that nobody touched: those that are initial, have no target and no decision. A unit
 * is filled where each of its segments is known well enough. What is the same is translated then;
 * what is only alike stays initial and is marked as the memory's, with its score. What somebody
 * wrote meanwhile stays. One step of the history; on a fault, or when it is cancelled, the project
 * is as it was. Any thread.
 *
 * report: (out): to be cleared, also on a fault
 */
gboolean cog_pretranslate_job_run (CogProject *project,
                                   const CogPretranslateOptions *options,
                                   CogPretranslation *report,
                                   const CogProgress *progress,
                                   GCancellable *cancellable,
                                   GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CogPretranslation, cog_pretranslation_clear)

G_END_DECLS
