/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 64

static const CogFindingKind not_closed = { "bracket-not-closed", COG_SEVERITY_WARNING, FALSE,
                                           /* Translators: %1 is a bracket. */
                                           N_ ("The bracket “%1” is not closed.") };
static const CogFindingKind not_opened = { "bracket-not-opened", COG_SEVERITY_WARNING, FALSE,
                                           /* Translators: %1 is a bracket. */
                                           N_ ("The bracket “%1” was not opened.") };

/* 1: opens, -1: closes. All kinds count alike: an interval "[0, 1)" is closed. */
static int
get_turn (gunichar c)
{
  switch (c)
    {
    case '(':
    case '[':
    case '{':
    case 0xFF08:
    case 0xFF3B:
    case 0x3010:
      return 1;
    case ')':
    case ']':
    case '}':
    case 0xFF09:
    case 0xFF3D:
    case 0x3011:
      return -1;
    default:
      return 0;
    }
}

/* "a)", "12)", "iv)" behind a space or at the start: a number of a list, not a bracket. */
static gboolean
is_list_mark (const CogCheckText *text, guint at)
{
  guint start = at;
  gboolean is_number = TRUE;

  while (start > 0 && at - start < 4 && g_unichar_isalnum (text->chars[start - 1]))
    start--;
  for (guint i = start; i < at; i++)
    is_number =
        is_number && (g_unichar_isdigit (text->chars[i]) ||
                      (text->chars[i] < 0x80 && strchr ("ivxIVX", (int)text->chars[i]) != NULL));
  return start < at && (is_number || at - start == 1) &&
         (start == 0 || cog_check_is_space (text->chars[start - 1]));
}

/* Where the first bracket without its other half stands; G_MAXUINT: nowhere. */
static guint
find_single (const CogCheckText *text)
{
  guint open[MAX_DEPTH];
  guint depth = 0;

  for (guint i = 0; i < text->length; i++)
    {
      int turn = text->is_alien[i] ? 0 : get_turn (text->chars[i]);

      if (turn > 0 && depth == MAX_DEPTH)
        return G_MAXUINT;
      if (turn > 0)
        open[depth++] = i;
      else if (turn < 0 && depth > 0)
        depth--;
      else if (turn < 0 && !is_list_mark (text, i))
        return i;
    }
  return depth > 0 ? open[depth - 1] : G_MAXUINT;
}

static void
scan (const CogCheck *check,
      const CogCheckContext *context,
      const CogCheckUnit *unit,
      GPtrArray *findings)
{
  guint at = find_single (unit->target);
  g_autofree char *mark = NULL;

  if (at == G_MAXUINT || unit->kind == COG_UNIT_PREFORMATTED ||
      (unit->source != NULL && find_single (unit->source) != G_MAXUINT))
    return;
  mark = cog_check_dup_character (unit->target->chars[at]);
  cog_check_add (check, get_turn (unit->target->chars[at]) > 0 ? &not_closed : &not_opened, unit,
                 at, at + 1, mark, NULL, findings);
}

const CogCheck cog_check_brackets = {
  .id = "brackets",
  .name = N_ ("Brackets"),
  .about = N_ ("Brackets that are not opened or not closed."),
  .scan = scan,
};
