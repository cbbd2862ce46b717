/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* Short texts have any length in another language. */
#define MIN_SOURCE 60
/* So many texts say how long translations of the book are. */
#define MIN_TEXTS 50
/* Of a normal spread (MAD · 1.4826): one in some ten thousand by chance. */
#define MAX_SPREADS 4.0
/* At the least: nobody looks at a text that is two thirds longer than others. */
#define MIN_DISTANCE 0.6
/* Screen readers read a description at one go. */
#define MAX_ALT 500

static const CogFindingKind is_short = {
  "length-short", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is a share: “40 %”. */
  N_ ("It has %1 of the source’s length, much less than in the rest of the book: is something "
      "missing?")
};
static const CogFindingKind is_long = {
  "length-long", COG_SEVERITY_INFO, FALSE,
  /* Translators: %1 is a share: “240 %”. */
  N_ ("It has %1 of the source’s length, much more than in the rest of the book.")
};
static const CogFindingKind long_alt = {
  "description-long", COG_SEVERITY_INFO, FALSE,
  /* Translators: %1 is a number. */
  N_ ("The description of the picture has %1 characters, and is longer than its source.")
};

static gboolean
measure (const CogCheckPair *pair, double *ratio)
{
  if (pair->n_source < MIN_SOURCE || pair->n_target == 0)
    return FALSE;
  *ratio = log ((double)pair->n_target / pair->n_source);
  return TRUE;
}

static int
compare (const void *a, const void *b)
{
  const double *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

static double
take_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare);
  return values[n / 2];
}

/* How much longer or shorter translations of a book are than their sources, as logarithms, and how
 * far half of them are from it. */
static gboolean
measure_book (GPtrArray *pairs, double *median, double *spread)
{
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  double *values;

  for (guint i = 0; i < pairs->len; i++)
    {
      double ratio;

      if (measure (g_ptr_array_index (pairs, i), &ratio))
        g_array_append_val (ratios, ratio);
    }
  if (ratios->len < MIN_TEXTS)
    return FALSE;
  values = (double *)(gpointer)ratios->data;
  *median = take_median (values, ratios->len);
  for (guint i = 0; i < ratios->len; i++)
    values[i] = fabs (values[i] - *median);
  *spread = take_median (values, ratios->len);
  return TRUE;
}

static void
check_alt (const CogCheck *check, const CogCheckUnit *unit, GPtrArray *findings)
{
  g_autofree char *number = NULL;

  if (unit->target->length <= MAX_ALT ||
      (unit->source != NULL && unit->target->length < unit->source->length * 3 / 2))
    return;
  number = g_strdup_printf ("%'u", unit->target->length);
  cog_check_add (check, &long_alt, unit, 0, unit->target->length, number, NULL, findings);
}

static void
scan (const CogCheck *check,
      const CogCheckContext *context,
      const CogCheckUnit *unit,
      GPtrArray *findings)
{
  if (unit->kind == COG_UNIT_ALT)
    check_alt (check, unit, findings);
}

static void
scan_book (const CogCheck *check,
           const CogCheckContext *context,
           GPtrArray *pairs,
           GPtrArray *findings)
{
  double median, spread, distance;

  if (!context->translates || !measure_book (pairs, &median, &spread))
    return;
  distance = MAX (MIN_DISTANCE, MAX_SPREADS * 1.4826 * spread);
  for (guint i = 0; i < pairs->len; i++)
    {
      const CogCheckPair *pair = g_ptr_array_index (pairs, i);
      double ratio;
      g_autofree char *share = NULL;

      if (!measure (pair, &ratio) || fabs (ratio - median) <= distance)
        continue;
      share = g_strdup_printf ("%.0f\u00A0%%", 100 * exp (ratio));
      cog_check_add_whole (check, ratio < median ? &is_short : &is_long, pair, share, NULL,
                           findings);
    }
}

const CogCheck cog_check_length = {
  .id = "length",
  .name = N_ ("Length"),
  .about = N_ ("Translations that are far shorter or longer than others of the book."),
  .scan = scan,
  .scan_book = scan_book,
};
