/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-layout-private.h"

#include <stdlib.h>
#include <string.h>

/* Below this nobody reads it on paper. */
#define MIN_SIZE 4.5
#define MAX_SIZE 400

double
cog_math_layout_get_size (CogMathLayout *layout, const CogMathStyle *style)
{
  double size = style->base;

  if (style->level > 1)
    size *= cog_math_font_get (layout->font, HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN);
  else if (style->level == 1)
    size *= cog_math_font_get (layout->font, HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN);
  return CLAMP (size, MIN (MIN_SIZE, style->base), MAX_SIZE);
}

double
cog_math_layout_get (CogMathLayout *layout,
                     const CogMathStyle *style,
                     hb_ot_math_constant_t constant)
{
  return cog_math_font_get (layout->font, constant) * cog_math_layout_get_size (layout, style);
}

double
cog_math_layout_get_axis (CogMathLayout *layout, const CogMathStyle *style)
{
  return cog_math_layout_get (layout, style, HB_OT_MATH_CONSTANT_AXIS_HEIGHT);
}

CogMathStyle
cog_math_style_script (const CogMathStyle *style, gboolean is_compact)
{
  CogMathStyle script = *style;

  script.level++;
  script.is_display = FALSE;
  script.is_compact |= is_compact;
  script.is_dotless = FALSE;
  return script;
}

static void
read_size (CogMathLayout *layout, const xmlNode *node, CogMathStyle *style)
{
  g_autofree char *value = cog_xml_dup_attribute (node, "mathsize");
  double now = cog_math_layout_get_size (layout, style), wanted = now;

  if (value == NULL || strcmp (value, "normal") == 0)
    return;
  if (strcmp (value, "small") == 0)
    wanted = now * .8;
  else if (strcmp (value, "big") == 0)
    wanted = now * 1.25;
  else
    wanted = cog_math_parse_length (value, now, now, now);
  if (wanted > 0)
    style->base = CLAMP (style->base * wanted / now, layout->text_size / 4, layout->text_size * 6);
}

static void
read_level (const xmlNode *node, CogMathStyle *style)
{
  g_autofree char *value = cog_xml_dup_attribute (node, "scriptlevel");

  if (value == NULL)
    return;
  if (value[0] == '+' || value[0] == '-')
    style->level += CLAMP (atoi (value), -9, 9);
  else if (g_ascii_isdigit (value[0]))
    style->level = MIN (atoi (value), 9);
  style->level = CLAMP (style->level, 0, 99);
}

CogMathStyle
cog_math_style_for_element (CogMathLayout *layout, const xmlNode *node, const CogMathStyle *style)
{
  CogMathStyle own = *style;
  g_autofree char *variant = NULL, *dir = NULL;

  if (node->properties == NULL)
    return own;
  own.is_display = cog_math_get_boolean (node, "displaystyle", own.is_display);
  read_level (node, &own);
  read_size (layout, node, &own);
  variant = cog_xml_dup_attribute (node, "mathvariant");
  if (cog_math_variant_parse (variant) != COG_MATH_VARIANT_AUTO)
    own.variant = cog_math_variant_parse (variant);
  dir = cog_xml_dup_attribute (node, "dir");
  if (dir != NULL)
    own.is_rtl = g_ascii_strcasecmp (dir, "rtl") == 0;
  return own;
}
