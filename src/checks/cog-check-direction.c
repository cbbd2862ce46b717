/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

#include "cog-language.h"

#include <glib/gi18n-lib.h>

static const CogFindingKind unbalanced = { "direction-open", COG_SEVERITY_WARNING, FALSE,
                                           N_ ("An invisible mark of direction is not closed: what "
                                               "follows may be shown in a wrong order.") };
static const CogFindingKind stray = {
  "direction-stray", COG_SEVERITY_INFO, FALSE,
  N_ ("An invisible mark of direction stands where it does nothing.")
};
static const CogFindingKind astray = {
  "direction-sign-astray", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is a name in Latin letters with its sign: “C++”. */
  N_ ("The sign of “%1” would be shown on the other side.")
};

#define LRM 0x200E
#define RLM 0x200F
#define ALM 0x61C
#define PDF 0x202C
#define PDI 0x2069

static gboolean
is_isolate (gunichar c)
{
  return c >= 0x2066 && c <= 0x2068;
}

static gboolean
is_embedding (gunichar c)
{
  return c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E;
}

/* What is open at the end, and what closes nothing. The standard closes all at the paragraph's end:
 * what is open there does no harm unless text follows it, and text does. */
static void
check_balance (const CogCheck *check, const CogCheckUnit *unit, GPtrArray *findings)
{
  const CogCheckText *text = unit->target;
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < text->length; i++)
    {
      gunichar c = text->chars[i];

      if (is_isolate (c) || is_embedding (c))
        g_array_append_val (open, i);
      if (c != PDF && c != PDI)
        continue;
      if (open->len > 0 &&
          is_isolate (text->chars[g_array_index (open, guint, open->len - 1)]) == (c == PDI))
        g_array_set_size (open, open->len - 1);
      else
        cog_check_add_fixed (check, &stray, unit, i, i + 1, "", findings);
    }
  for (guint i = 0; i < open->len; i++)
    {
      guint at = g_array_index (open, guint, i);
      CogCheckFinding *finding =
          cog_check_add (check, &unbalanced, unit, at, at + 1, NULL, NULL, findings);

      cog_check_finding_add_fix (finding, at, at + 1, "");
    }
}

static gboolean
is_mark (gunichar c)
{
  return c == LRM || c == RLM || c == ALM;
}

/* Twice the same; or where all letters and digits of the text go one way. */
static void
check_stray (const CogCheck *check, const CogCheckUnit *unit, gboolean is_rtl, GPtrArray *findings)
{
  const CogCheckText *text = unit->target;
  gboolean is_mixed = is_rtl, has_marks = FALSE;

  for (guint i = 0; i < text->length && !has_marks; i++)
    has_marks = is_mark (text->chars[i]);
  if (!has_marks)
    return;
  for (guint i = 0; i < text->length && !is_mixed; i++)
    {
      GUnicodeScript script = g_unichar_get_script (text->chars[i]);

      is_mixed = script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW ||
                 script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA;
    }
  for (guint i = 0; i < text->length; i++)
    if (is_mark (text->chars[i]) &&
        (!is_mixed || cog_check_text_at (text, (gint64)i - 1) == text->chars[i]))
      cog_check_add_fixed (check, &stray, unit, i, i + 1, "", findings);
}

static gboolean
is_latin (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
}

/* "C++", "C#" in a text from right to left: a sign at the outer side of the letters goes where the
 * text goes, unless what follows is Latin again. A bracket that is opened before the letters has
 * its place by the standard's rule of pairs. */
static void
check_signs (const CogCheck *check, const CogCheckUnit *unit, GPtrArray *findings)
{
  const CogCheckText *text = unit->target;

  for (guint i = 1; i < text->length; i++)
    {
      guint end = i, start = i;
      gint64 next;
      g_autofree char *name = NULL;
      CogCheckFinding *finding;

      while (cog_check_text_at (text, end) == '+' || cog_check_text_at (text, end) == '#')
        end++;
      if (end == i || !is_latin (text->chars[i - 1]))
        continue;
      for (next = end; cog_check_text_at (text, next) != 0 &&
                       !g_unichar_isalnum (cog_check_text_at (text, next)) &&
                       !is_mark (cog_check_text_at (text, next)) &&
                       !cog_check_is_invisible (cog_check_text_at (text, next));
           next++)
        ;
      while (start > 0 && is_latin (text->chars[start - 1]))
        start--;
      i = end;
      if (is_latin (cog_check_text_at (text, next)) ||
          cog_check_is_invisible (cog_check_text_at (text, next)) ||
          cog_check_text_is_in (text, start, "bdi") || cog_check_text_is_in (text, start, "bdo") ||
          text->is_alien[start])
        continue;
      name = cog_check_text_dup (text, start, end);
      finding = cog_check_add (check, &astray, unit, start, end, name, NULL, findings);
      finding->is_safe = TRUE;
      cog_check_finding_add_fix (finding, end, end, "\xE2\x80\x8E");
    }
}

static void
scan (const CogCheck *check,
      const CogCheckContext *context,
      const CogCheckUnit *unit,
      GPtrArray *findings)
{
  gboolean is_rtl = cog_language_is_rtl (context->target);

  check_balance (check, unit, findings);
  check_stray (check, unit, is_rtl, findings);
  if (is_rtl)
    check_signs (check, unit, findings);
}

const CogCheck cog_check_direction = {
  .id = "direction",
  .name = N_ ("Direction of Text"),
  .about =
      N_ ("Invisible marks of direction that are left open or do nothing, and signs that would "
          "jump to the other side."),
  .scan = scan,
};
