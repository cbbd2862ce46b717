/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-numerals.h"
#include "cog-check.h"

#include "cog-lens-table.h"
#include "cog-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const CogFindingKind missing = { "number-missing", COG_SEVERITY_WARNING, FALSE,
                                        /* Translators: %1 is a number, or several: “12, 25”. */
                                        N_ ("Of the source’s numbers these are not here: %1.") };
static const CogFindingKind changed = { "number-changed", COG_SEVERITY_WARNING, FALSE,
                                        /* Translators: %1 and %2 are numbers. */
                                        N_ ("The source says %1, the translation %2.") };
static const CogFindingKind reads_otherwise = {
  "number-reads-otherwise", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is a number as it stands there, %2 the same as the language writes it. */
  N_ ("%1 is read as another number in this language; it is written %2.")
};
static const CogFindingKind notation = {
  "number-notation", COG_SEVERITY_INFO, FALSE,
  /* Translators: %1 is a number as it stands there, %2 the same as the language writes it. */
  N_ ("%1 is written %2 in this language.")
};
static const CogFindingKind other_unit = {
  "unit-changed", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 and %2 are units: “km”, “m”. */
  N_ ("The source has the unit %1 here, the translation %2.")
};

/* A measure is rounded when it is converted. */
#define ROUNDED 0.06
#define MAX_NAMED 6

static CogNumeral *
get (GArray *numerals, guint i)
{
  return &g_array_index (numerals, CogNumeral, i);
}

static void
match (CogNumeral *a, CogNumeral *b)
{
  a->is_matched = b->is_matched = TRUE;
}

/* ── The same number ─────────────────────────────────────────────────────────────────────────── */

static void
match_digits (GArray *source, GArray *target)
{
  for (guint i = 0; i < source->len; i++)
    for (guint k = 0; k < target->len && !get (source, i)->is_matched; k++)
      if (!get (target, k)->is_matched &&
          strcmp (get (source, i)->digits, get (target, k)->digits) == 0)
        match (get (source, i), get (target, k));
}

/* Said twice in the source and once here. */
static void
match_again (GArray *source, GArray *target)
{
  for (guint i = 0; i < source->len; i++)
    for (guint k = 0; k < target->len && !get (source, i)->is_matched; k++)
      if (get (target, k)->is_matched &&
          strcmp (get (source, i)->digits, get (target, k)->digits) == 0)
        get (source, i)->is_matched = TRUE;
}

/* "0.50" and "0,5" */
static void
match_values (GArray *source, GArray *target)
{
  for (guint i = 0; i < source->len; i++)
    for (guint k = 0; k < target->len && !get (source, i)->is_matched; k++)
      {
        CogNumeral *a = get (source, i), *b = get (target, k);

        if (!b->is_matched && a->is_read && b->is_read &&
            fabs (a->value - b->value) <= fabs (a->value) * 1e-9)
          match (a, b);
      }
}

/* "10 000": groups that a space sets apart. */
static gboolean
is_group (const CogCheckText *text, GArray *numerals, guint at)
{
  const CogNumeral *numeral = get (numerals, at);

  return at > 0 && !numeral->is_matched && !get (numerals, at - 1)->is_matched &&
         numeral->start == get (numerals, at - 1)->end + 1 &&
         cog_check_is_space (text->chars[numeral->start - 1]) &&
         g_unichar_isdigit (cog_check_text_at (text, (gint64)numeral->start + 2));
}

/* Groups of one text that are a number of the other. */
static void
match_groups (const CogCheckText *text, GArray *numerals, GArray *others)
{
  for (guint first = 0; first + 1 < numerals->len; first++)
    {
      g_autoptr (GString) digits = g_string_new (get (numerals, first)->digits);

      if (get (numerals, first)->is_matched)
        continue;
      for (guint last = first + 1; last < numerals->len && is_group (text, numerals, last); last++)
        {
          g_autofree char *group =
              cog_check_text_dup (text, get (numerals, last)->start, get (numerals, last)->end);

          for (const char *at = group; *at != '\0'; at = g_utf8_next_char (at))
            if (g_unichar_isdigit (g_utf8_get_char (at)))
              g_string_append_c (digits,
                                 (char)('0' + g_unichar_digit_value (g_utf8_get_char (at))));
          for (guint k = 0; k < others->len; k++)
            if (!get (others, k)->is_matched && strcmp (get (others, k)->digits, digits->str) == 0)
              {
                for (guint i = first; i <= last; i++)
                  match (get (numerals, i), get (others, k));
                break;
              }
          if (get (numerals, first)->is_matched)
            break;
        }
    }
}

static gsize
count_digits_without_zeros (const char *digits)
{
  gsize length = strlen (digits);

  while (length > 1 && digits[length - 1] == '0')
    length--;
  return length;
}

/* "5 million" and "5 000 000", "2.5 thousand" and "2 500" */
static void
match_scales (GArray *source, GArray *target)
{
  for (guint i = 0; i < source->len; i++)
    for (guint k = 0; k < target->len && !get (source, i)->is_matched; k++)
      {
        CogNumeral *a = get (source, i), *b = get (target, k);
        double power = a->is_read && b->is_read && a->value > 0 && b->value > 0
                           ? fabs (log10 (a->value / b->value))
                           : 0;

        if (b->is_matched || power < 2.5 || fabs (power / 3 - round (power / 3)) > 1e-6)
          continue;
        if (count_digits_without_zeros (a->digits) == count_digits_without_zeros (b->digits))
          match (a, b);
      }
}

/* "3 p.m." and "15" */
static void
match_hours (const CogCheckText *text, GArray *source, GArray *target)
{
  gboolean is_told = strstr (text->text->plain, "p.m") != NULL ||
                     strstr (text->text->plain, "P.M") != NULL ||
                     strstr (text->text->plain, "pm") != NULL;

  for (guint i = 0; is_told && i < source->len; i++)
    for (guint k = 0; k < target->len && !get (source, i)->is_matched; k++)
      if (!get (target, k)->is_matched && get (source, i)->is_read && get (target, k)->is_read &&
          fabs (get (source, i)->value + 12 - get (target, k)->value) < 0.001)
        match (get (source, i), get (target, k));
}

/* ── What was converted ──────────────────────────────────────────────────────────────────────── */

static void
match_words (
    GArray *source, GArray *target, guint start, guint end, const char *words, const char *language)
{
  g_autoptr (CogCheckText) text = cog_check_text_new (words, language);
  g_autoptr (GArray) proposed = text != NULL ? cog_numerals_list (text) : NULL;

  for (guint i = 0; proposed != NULL && i < proposed->len; i++)
    for (guint k = 0; k < target->len; k++)
      {
        CogNumeral *there = get (target, k);

        if (there->is_matched || !there->is_read || !get (proposed, i)->is_read ||
            fabs (there->value - get (proposed, i)->value) > ROUNDED * fabs (there->value))
          continue;
        there->is_matched = TRUE;
        for (guint n = 0; n < source->len; n++)
          if (get (source, n)->start >= start && get (source, n)->end <= end)
            get (source, n)->is_matched = TRUE;
      }
}

/* Measures, amounts, dates: by what the lenses would have proposed for the place. */
static void
match_converted (const CogCheckContext *context,
                 const CogCheckUnit *unit,
                 GArray *source,
                 GArray *target)
{
  static const char *const ids[] = { "measures", "money", "numbers", NULL };
  const CogLensContext lenses = { context->source, context->target, NULL };
  g_autoptr (CogUnit) like = cog_unit_new (unit->id, "", unit->kind);
  g_autoptr (CogLensText) text = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  like->source = cog_text_to_xhtml (unit->source->text);
  text = cog_lens_text_new (like, TRUE, context->source);
  if (text == NULL)
    return;
  findings = cog_lens_scan (&lenses, text, ids);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogLensFinding *finding = g_ptr_array_index (findings, i);

      for (guint k = 0; k < finding->proposals->len; k++)
        {
          const CogProposal *proposal = g_ptr_array_index (finding->proposals, k);
          g_autofree char *escaped =
              proposal->words != NULL ? g_markup_escape_text (proposal->words, -1) : NULL;

          if (escaped != NULL)
            match_words (source, target, finding->start, finding->end, escaped, context->target);
        }
    }
}

/* What a person decided is right, whatever it is. */
static gboolean
is_decided (const CogCheckUnit *unit, const CogCheckText *text, const CogNumeral *numeral)
{
  g_autofree char *words = cog_check_text_dup (text, numeral->start, numeral->end);

  for (guint i = 0; unit->decided != NULL && i < unit->decided->len; i++)
    if (strstr (g_ptr_array_index (unit->decided, i), words) != NULL)
      return TRUE;
  return FALSE;
}

/* ── Findings ────────────────────────────────────────────────────────────────────────────────── */

/* Said by other means on the other side. */
static void
excuse (const CogCheckUnit *unit,
        const CogCheckText *text,
        GArray *numerals,
        const CogCheckText *other)
{
  for (guint i = 0; i < numerals->len; i++)
    {
      CogNumeral *numeral = get (numerals, i);

      if (!numeral->is_matched)
        numeral->is_matched = cog_numerals_are_in_object (other, numeral->digits) ||
                              is_decided (unit, text, numeral) ||
                              (numeral->is_read && cog_numerals_are_said (other, numeral->value));
    }
}

static CogNumeral *
find_free (GArray *numerals)
{
  for (guint i = 0; i < numerals->len; i++)
    if (!get (numerals, i)->is_matched)
      return get (numerals, i);
  return NULL;
}

/* All together: where a part was left out, its numbers say so once. */
static void
report_missing (const CogCheck *check,
                const CogCheckUnit *unit,
                GArray *source,
                GPtrArray *findings)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  const CogNumeral *first = NULL;
  guint n = 0;

  for (guint i = 0; i < source->len; i++)
    {
      const CogNumeral *from = get (source, i);
      g_autofree char *words = cog_check_text_dup (unit->source, from->start, from->end);

      if (from->is_matched || ++n > MAX_NAMED)
        continue;
      first = first == NULL ? from : first;
      g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? ", " : "", words);
    }
  if (n > MAX_NAMED)
    g_string_append (numbers, " …");
  if (first == NULL)
    return;
  cog_check_set_source (cog_check_add (check, &missing, unit, 0, 0, numbers->str, NULL, findings),
                        unit, first->start, first->end);
}

/* A number in the manner of the language, in the digits that stand there: an Arabic text may have
 * either. */
static char *
dup_in_digits_of (const CogCheckText *text,
                  const CogNumeral *there,
                  const CogNumeral *number,
                  const char *language)
{
  gboolean is_ascii = text->chars[there->start] < 0x80;
  g_autofree char *tag = is_ascii && strstr (language, "-u-") == NULL
                             ? g_strconcat (language, "-u-nu-latn", NULL)
                             : g_strdup (language);

  return cog_number_dup (number->value, number->n_decimals, tag);
}

static void
report (const CogCheck *check,
        const CogCheckContext *context,
        const CogCheckUnit *unit,
        GArray *source,
        GArray *target,
        GPtrArray *findings)
{
  for (guint i = 0; i < source->len; i++)
    {
      CogNumeral *from = get (source, i);
      CogNumeral *to = from->is_matched ? NULL : find_free (target);
      g_autofree char *was = cog_check_text_dup (unit->source, from->start, from->end);
      g_autofree char *is = NULL;
      CogCheckFinding *finding;

      if (to == NULL)
        continue;
      is = cog_check_text_dup (unit->target, to->start, to->end);
      match (from, to);
      finding = cog_check_add (check, &changed, unit, to->start, to->end, was, is, findings);
      cog_check_set_source (finding, unit, from->start, from->end);
      if (from->is_read)
        {
          g_autofree char *words = dup_in_digits_of (unit->target, to, from, context->target);

          cog_check_finding_add_fix (finding, to->start, to->end, words);
        }
    }
  report_missing (check, unit, source, findings);
}

/* ── How it is written ───────────────────────────────────────────────────────────────────────── */

static const char *const symbols[] = { "mm",  "cm",  "dm", "m",   "km", "mg",  "g",  "kg", "s",
                                       "ms",  "h",   "ml", "mL",  "l",  "L",   "K",  "Pa", "kPa",
                                       "N",   "kN",  "J",  "kJ",  "W",  "kW",  "MW", "V",  "kV",
                                       "A",   "mA",  "Hz", "kHz", "Ω",  "mol", "nm", "μm", "eV",
                                       "MHz", "GHz", "MJ", "T",   "C",  "F",   NULL };

/* The symbol of a unit behind a number: "km" of "5 km"; NULL: none. */
static const char *
find_symbol (const CogCheckText *text, guint end)
{
  guint at = end, last;
  g_autofree char *word = NULL;

  while (at < text->length && cog_check_is_space (text->chars[at]) && at - end < 2)
    at++;
  for (last = at; last < text->length && g_unichar_isalpha (text->chars[last]) && last - at < 5;)
    last++;
  /* "5 m/s": a unit of several is not looked into. */
  if (last == at || cog_check_text_at (text, last) == '/' ||
      (cog_check_text_at (text, last) == '.' &&
       g_unichar_isalpha (cog_check_text_at (text, (gint64)last + 1))) ||
      cog_check_text_at (text, last) == 0xB7 || cog_check_text_at (text, last) == 0x22C5 ||
      g_unichar_isdigit (cog_check_text_at (text, last)))
    return NULL;
  word = cog_check_text_dup (text, at, last);
  for (guint i = 0; symbols[i] != NULL; i++)
    if (strcmp (symbols[i], word) == 0)
      return symbols[i];
  return NULL;
}

static gboolean
is_quantity (const CogCheckText *text, const CogNumeral *numeral)
{
  return find_symbol (text, numeral->end) != NULL ||
         cog_check_text_at (text, numeral->end) == '%' ||
         (cog_check_is_space (cog_check_text_at (text, numeral->end)) &&
          cog_check_text_at (text, (gint64)numeral->end + 1) == '%');
}

/* "Figure 3.2", "version 2.4" are names: only what is measured is written as a number. */
static void
check_notation (const CogCheck *check,
                const CogCheckContext *context,
                const CogCheckUnit *unit,
                const CogNumeral *from,
                const CogNumeral *to,
                GPtrArray *findings)
{
  g_autofree char *there = cog_check_text_dup (unit->target, to->start, to->end);
  g_autofree char *right = NULL;
  g_autofree char *was = NULL;
  gboolean differs;
  CogCheckFinding *finding;

  if (!from->is_read || from->n_decimals == 0 || !is_quantity (unit->target, to))
    return;
  was = cog_check_text_dup (unit->source, from->start, from->end);
  if (strcmp (there, was) != 0)
    return;
  right = cog_number_dup (from->value, from->n_decimals, context->target);
  differs = !to->is_read || fabs (to->value - from->value) > fabs (from->value) * 1e-9;
  /* Digits of either script are known where both are used. */
  if (strcmp (there, right) == 0 || !g_unichar_isdigit (g_utf8_get_char (right)) ||
      g_utf8_get_char (right) > 0x7F)
    return;
  finding = cog_check_add (check, differs ? &reads_otherwise : &notation, unit, to->start, to->end,
                           there, right, findings);
  cog_check_set_source (finding, unit, from->start, from->end);
  cog_check_finding_add_fix (finding, to->start, to->end, right);
  finding->is_safe = TRUE;
}

static void
check_unit (const CogCheck *check,
            const CogCheckUnit *unit,
            const CogNumeral *from,
            const CogNumeral *to,
            GPtrArray *findings)
{
  const char *was = find_symbol (unit->source, from->end);
  const char *is = find_symbol (unit->target, to->end);
  CogCheckFinding *finding;

  /* "0.25 m" and "25 cm" is the same. */
  if (!from->is_read || !to->is_read || fabs (from->value - to->value) > fabs (from->value) * 1e-9)
    return;
  if (was == NULL || is == NULL || g_ascii_strcasecmp (was, is) == 0)
    return;
  finding = cog_check_add (check, &other_unit, unit, to->start, to->end, was, is, findings);
  cog_check_set_source (finding, unit, from->start, from->end);
}

/* Numbers that stand once on each side are surely the same. */
static const CogNumeral *
find_only (GArray *numerals, const char *digits)
{
  const CogNumeral *found = NULL;

  for (guint i = 0; i < numerals->len; i++)
    if (strcmp (get (numerals, i)->digits, digits) == 0)
      {
        if (found != NULL)
          return NULL;
        found = get (numerals, i);
      }
  return found;
}

static void
check_manner (const CogCheck *check,
              const CogCheckContext *context,
              const CogCheckUnit *unit,
              GArray *source,
              GArray *target,
              GPtrArray *findings)
{
  for (guint i = 0; i < source->len; i++)
    {
      const CogNumeral *from = find_only (source, get (source, i)->digits);
      const CogNumeral *to = from != NULL ? find_only (target, from->digits) : NULL;

      if (to == NULL)
        continue;
      check_notation (check, context, unit, from, to, findings);
      check_unit (check, unit, from, to, findings);
    }
}

static void
scan (const CogCheck *check,
      const CogCheckContext *context,
      const CogCheckUnit *unit,
      GPtrArray *findings)
{
  g_autoptr (GArray) source = NULL;
  g_autoptr (GArray) target = NULL;

  if (unit->source == NULL)
    return;
  source = cog_numerals_list (unit->source);
  if (source->len == 0)
    return;
  target = cog_numerals_list (unit->target);
  if (context->translates)
    check_manner (check, context, unit, source, target, findings);
  match_digits (source, target);
  match_groups (unit->target, target, source);
  match_groups (unit->source, source, target);
  match_values (source, target);
  match_scales (source, target);
  match_hours (unit->source, source, target);
  match_again (source, target);
  if (find_free (source) != NULL)
    excuse (unit, unit->source, source, unit->target);
  if (find_free (target) != NULL)
    excuse (unit, unit->target, target, unit->source);
  if (find_free (source) == NULL)
    return;
  if (find_free (target) != NULL)
    match_converted (context, unit, source, target);
  report (check, context, unit, source, target, findings);
}

const CogCheck cog_check_numbers = {
  .id = "numbers",
  .name = N_ ("Numbers and Units"),
  .about = N_ ("Numbers of the source that the translation does not have, and units that changed."),
  .scan = scan,
};
