/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

#include <glib/gi18n-lib.h>

static const CogFindingKind doubled = { "space-double", COG_SEVERITY_INFO, FALSE,
                                        N_ ("There are several spaces where one should be.") };
static const CogFindingKind at_start = { "space-start", COG_SEVERITY_INFO, FALSE,
                                         N_ ("The text begins with a space.") };
static const CogFindingKind at_end = { "space-end", COG_SEVERITY_INFO, FALSE,
                                       N_ ("The text ends with a space.") };

/* One that may not be broken is kept: it is there for a reason. */
static const char *
choose_space (const CogCheckText *text, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (text->chars[i] == 0x202F)
      return "\xE2\x80\xAF";
    else if (text->chars[i] == 0xA0)
      return "\xC2\xA0";
  return " ";
}

static gboolean
is_plain_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F;
}

/* A line break in the file is a space; those at the edges belong to the sides. */
static gboolean
is_doubled (const CogCheckText *text, guint start, guint end)
{
  if (end - start < 2 || start == 0 || end == text->length || text->is_alien[start])
    return FALSE;
  for (guint i = start; i < end; i++)
    if (text->chars[i] == '\n')
      return FALSE;
  return text->chars[start - 1] != '\n' && text->chars[end] != '\n';
}

static void
scan_inside (const CogCheck *check, const CogCheckUnit *unit, GPtrArray *findings)
{
  const CogCheckText *text = unit->target;

  for (guint start = 0, end; start < text->length; start = end + 1)
    {
      for (end = start; is_plain_space (cog_check_text_at (text, end)); end++)
        ;
      if (is_doubled (text, start, end))
        cog_check_add_fixed (check, &doubled, unit, start, end, choose_space (text, start, end),
                             findings);
    }
}

/* As in the source, where it stands there for a reason. */
static gboolean
source_has (const CogCheckUnit *unit, gboolean at_its_end)
{
  const CogCheckText *source = unit->source;

  if (source == NULL || source->length == 0)
    return FALSE;
  return cog_check_is_space (source->chars[at_its_end ? source->length - 1 : 0]);
}

static void
scan_edges (const CogCheck *check, const CogCheckUnit *unit, GPtrArray *findings)
{
  const CogCheckText *text = unit->target;
  guint first = 0, last = text->length;

  while (first < text->length && cog_check_is_space (text->chars[first]))
    first++;
  while (last > first && cog_check_is_space (text->chars[last - 1]))
    last--;
  if (first == last)
    return;
  if (first > 0 && !source_has (unit, FALSE))
    cog_check_add_fixed (check, &at_start, unit, 0, first, "", findings);
  if (last < text->length && !source_has (unit, TRUE))
    cog_check_add_fixed (check, &at_end, unit, last, text->length, "", findings);
}

static void
scan (const CogCheck *check,
      const CogCheckContext *context,
      const CogCheckUnit *unit,
      GPtrArray *findings)
{
  if (unit->kind == COG_UNIT_PREFORMATTED)
    return;
  scan_inside (check, unit, findings);
  scan_edges (check, unit, findings);
}

const CogCheck cog_check_spaces = {
  .id = "spaces",
  .name = N_ ("Spaces"),
  .about = N_ ("Several spaces where one should be, and spaces at the start or end."),
  .scan = scan,
};
