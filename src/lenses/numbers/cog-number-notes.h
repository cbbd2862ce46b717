/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens.h"
#include "cog-phrases.h"

G_BEGIN_DECLS

/* What the lens of numbers knows of a language: names of months, and words beside numbers. */
typedef struct
{
  CogPhrases *months;  /* entries: GINT_TO_POINTER (1 … 12) */
  CogPhrases *hours;   /* entries: GINT_TO_POINTER (1 … 12) */
  CogPhrases *persian; /* months of the Solar Hijri and of the Hijri calendar: the same entries */
  CogPhrases *islamic;
  CogPhrases *notes; /* entries: private, see cog_number_notes_find() */
} CogNumberNotes;

/* Made once for a language and kept; any thread. (transfer none) */
const CogNumberNotes *cog_number_notes_get (const char *language);

/* What data/lenses/number-notes.tsv calls the words that begin with the token at: "summer"; sets
 * last. NULL: none, or others stand around them than they need. (transfer none) (nullable) */
const char *cog_number_notes_find (const CogLensText *text, guint at, guint *last);

/* The number to call in need there; NULL: not known. (transfer none) (nullable) */
const char *cog_emergency_number_get (const char *place);
/* Whether it is one of the numbers to call there: of the ambulance, of firemen. */
gboolean cog_emergency_number_is_one (const char *place, const char *number);

/* The parts of the lens. Each adds what it finds that begins with the token at, and returns the
 * token behind it; at where it finds nothing. */
typedef guint (*CogNumberPart) (const CogLens *lens,
                                const CogLensContext *context,
                                const CogLensText *text,
                                guint at,
                                GPtrArray *findings);
guint cog_number_find_date (const CogLens *lens,
                            const CogLensContext *context,
                            const CogLensText *text,
                            guint at,
                            GPtrArray *findings);
guint cog_number_find_era (const CogLens *lens,
                           const CogLensContext *context,
                           const CogLensText *text,
                           guint at,
                           GPtrArray *findings);
guint cog_number_find_time (const CogLens *lens,
                            const CogLensContext *context,
                            const CogLensText *text,
                            guint at,
                            GPtrArray *findings);
guint cog_number_find_note (const CogLens *lens,
                            const CogLensContext *context,
                            const CogLensText *text,
                            guint at,
                            GPtrArray *findings);
guint cog_number_find_contact (const CogLens *lens,
                               const CogLensContext *context,
                               const CogLensText *text,
                               guint at,
                               GPtrArray *findings);
/* Whether a street with the number of its house begins there; last: of the address. */
gboolean cog_number_read_address (const CogLensText *text, guint at, guint *last);
/* Equations are looked at as a whole. */
void cog_number_find_notation (const CogLens *lens,
                               const CogLensContext *context,
                               const CogLensText *text,
                               GPtrArray *findings);

/* For the parts. A whole number of at most so many digits in a token; -1: it is none. */
int cog_number_read_whole (const CogLensText *text, guint at, guint max_digits);
gboolean cog_number_is_month (const CogLensText *text, guint at);
gboolean cog_number_is_sign (const CogLensText *text, guint at, const char *sign);

G_END_DECLS
