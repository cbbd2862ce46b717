/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-math.h"

#include "cog-math-speech.h"
#include "cog-math.h"
#include "cog-pdf-findings.h"
#include "cog-pdf-math-line.h"

#include <hb.h>
#include <string.h>

/* Smaller than this nobody reads it on paper; points. */
#define LEAST_SIZE 4.5

static gboolean
has_rtl (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      hb_script_t script =
          (hb_script_t)g_unicode_script_to_iso15924 (g_unichar_get_script (g_utf8_get_char (text)));

      if (hb_script_get_horizontal_direction (script) == HB_DIRECTION_RTL)
        return TRUE;
    }
  return FALSE;
}

/* Words, as a person would write them: not TeX, and not what some programs put where there is
 * none. */
static gboolean
is_natural (const char *alt)
{
  gboolean has_letter = FALSE;

  if (strpbrk (alt, "\\{}$^_&") != NULL || strcasestr (alt, "not available") != NULL ||
      g_utf8_strlen (alt, -1) > COG_MATH_SPEECH_MAX)
    return FALSE;
  for (; *alt != '\0' && !has_letter; alt = g_utf8_next_char (alt))
    has_letter = g_unichar_isalnum (g_utf8_get_char (alt));
  return has_letter;
}

static char *
dup_short (const char *line)
{
  g_autofree char *start = NULL;

  if (*line == '\0')
    return g_strdup ("…");
  if (g_utf8_strlen (line, -1) <= COG_MATH_SPEECH_MAX)
    return g_strdup (line);
  start = g_utf8_substring (line, 0, COG_MATH_SPEECH_MAX - 1);
  return g_strconcat (start, "…", NULL);
}

void
cog_pdf_math_describe (const xmlNode *math, const char *language, CogPdfTag *tag)
{
  g_autofree char *alt = cog_xml_dup_attribute (math, "alttext");
  g_autofree char *text = cog_pdf_math_line_dup (math);

  if (alt != NULL && is_natural (alt))
    tag->alt = cog_xml_fold_space (alt);
  else
    tag->alt = cog_math_speech_dup (math, language);
  if (tag->alt == NULL)
    tag->alt = dup_short (text);
  /* poppler takes such a text for one in visual order, and would turn Arabic words round; their
   * signs, drawn in visual order, it gets right. */
  if (*text != '\0' && !has_rtl (text))
    tag->copied = g_steal_pointer (&text);
}

static char *
dup_place (const xmlNode *node)
{
  char *id = NULL;

  for (; node != NULL && node->type == XML_ELEMENT_NODE && id == NULL; node = node->parent)
    id = cog_xml_dup_attribute (node, "id");
  return id != NULL ? id : g_strdup ("");
}

void
cog_pdf_math_report (CogReport *report, const xmlNode *math, const CogPdfMath *drawn)
{
  g_autofree char *place = NULL;
  const xmlNode *unknown = cog_math_next_unknown (math, NULL);
  double size = cog_pdf_math_get_size (drawn);

  if (unknown == NULL && !cog_pdf_math_is_plain (drawn) && size >= LEAST_SIZE)
    return;
  place = dup_place (math);
  for (; unknown != NULL; unknown = cog_math_next_unknown (math, unknown))
    cog_report_add (report, &cog_finding_formula_element_unknown, place,
                    (const char *)unknown->name, NULL);
  if (cog_pdf_math_is_plain (drawn))
    cog_report_add (report, &cog_finding_formula_too_large, place, NULL, NULL);
  else if (size < LEAST_SIZE)
    cog_report_add (report, &cog_finding_formula_small, place, NULL, NULL);
}
