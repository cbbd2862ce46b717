/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-layout-private.h"

#include <math.h>
#include <string.h>

/* No length of a formula is longer than this, whatever a file says; points. */
#define MAX_LENGTH 3000

static const struct
{
  const char *name;
  double em;
} spaces[] = {
  { "veryverythinmathspace", 1 / 18. },
  { "verythinmathspace", 2 / 18. },
  { "thinmathspace", 3 / 18. },
  { "mediummathspace", 4 / 18. },
  { "thickmathspace", 5 / 18. },
  { "verythickmathspace", 6 / 18. },
  { "veryverythickmathspace", 7 / 18. },
  { "negativeveryverythinmathspace", -1 / 18. },
  { "negativeverythinmathspace", -2 / 18. },
  { "negativethinmathspace", -3 / 18. },
  { "negativemediummathspace", -4 / 18. },
  { "negativethickmathspace", -5 / 18. },
  { "negativeverythickmathspace", -6 / 18. },
  { "negativeveryverythickmathspace", -7 / 18. },
};

static const struct
{
  const char *name;
  double points;
} units[] = {
  { "px", .75 },       { "pt", 1 },          { "pc", 12 }, { "in", 72 },
  { "cm", 72 / 2.54 }, { "mm", 7.2 / 2.54 }, { "mu", 0 },  { "q", .72 / 1.016 },
};

static gboolean
scale_unit (const char *unit, double number, double em, double whole, double *points)
{
  if (g_ascii_strcasecmp (unit, "em") == 0)
    *points = number * em;
  else if (g_ascii_strcasecmp (unit, "ex") == 0)
    *points = number * em * .45;
  else if (g_ascii_strcasecmp (unit, "mu") == 0)
    *points = number * em / 18;
  else if (strcmp (unit, "%") == 0)
    *points = number / 100 * whole;
  else if (*unit == '\0')
    *points = number * whole;
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (units); i++)
        if (g_ascii_strcasecmp (unit, units[i].name) == 0)
          {
            *points = number * units[i].points;
            return TRUE;
          }
      return FALSE;
    }
  return TRUE;
}

double
cog_math_parse_length (const char *value, double em, double whole, double fallback)
{
  char *end;
  double number, points;
  g_autofree char *unit = NULL;

  if (value == NULL)
    return fallback;
  while (g_ascii_isspace (*value))
    value++;
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (strcmp (value, spaces[i].name) == 0)
      return spaces[i].em * em;
  number = g_ascii_strtod (value, &end);
  if (end == value || !isfinite (number))
    return fallback;
  unit = g_strstrip (g_strdup (end));
  if (!scale_unit (unit, number, em, whole, &points) || !isfinite (points))
    return fallback;
  return CLAMP (points, -MAX_LENGTH, MAX_LENGTH);
}

double
cog_math_get_length (
    const xmlNode *node, const char *attribute, double em, double whole, double fallback)
{
  g_autofree char *value = cog_xml_dup_attribute (node, attribute);

  return cog_math_parse_length (value, em, whole, fallback);
}

gboolean
cog_math_get_boolean (const xmlNode *node, const char *attribute, gboolean fallback)
{
  g_autofree char *value = cog_xml_dup_attribute (node, attribute);

  if (value != NULL && g_ascii_strcasecmp (value, "true") == 0)
    return TRUE;
  if (value != NULL && g_ascii_strcasecmp (value, "false") == 0)
    return FALSE;
  return fallback;
}

gint
cog_math_parse_colour (const xmlNode *node, const char *attribute)
{
  g_autofree char *value = cog_xml_dup_attribute (node, attribute);
  PangoColor colour;

  if (value == NULL || !pango_color_parse (&colour, g_strstrip (value)))
    return -1;
  return (colour.red >> 8) << 16 | (colour.green >> 8) << 8 | colour.blue >> 8;
}
