/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-layout-private.h"

#include <string.h>

CogMathBox *
cog_math_lay_out_space (CogMathLayout *layout,
                        const xmlNode *node,
                        const CogMathStyle *style,
                        const CogMathPlace *place)
{
  CogMathBox *box = cog_math_box_new (layout->font);
  double em = cog_math_layout_get_size (layout, style);

  box->width = cog_math_get_length (node, "width", em, em, 0);
  box->ascent = cog_math_get_length (node, "height", em, em, 0);
  box->descent = cog_math_get_length (node, "depth", em, em, 0);
  return box;
}

/* Lengths of mpadded (MathML 3, 3.3.6.2): "2em", "+0.5em", "50% height", "1.2width". now is the
 * content's own. */
static double
read_padding (
    const xmlNode *node, const char *attribute, double em, const CogMathBox *box, double now)
{
  static const char *const names[] = { "width", "height", "depth" };
  const double sizes[] = { box->width, box->ascent, box->descent };
  g_autofree char *value = cog_xml_dup_attribute (node, attribute);
  double whole = now, length;
  gboolean is_added;

  if (value == NULL)
    return now;
  g_strstrip (value);
  is_added = value[0] == '+' || value[0] == '-';
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_suffix (value, names[i]))
      {
        whole = sizes[i];
        value[strlen (value) - strlen (names[i])] = '\0';
        g_strchomp (value);
      }
  length = cog_math_parse_length (value, em, whole, is_added ? 0 : now);
  return is_added ? now + length : length;
}

CogMathBox *
cog_math_lay_out_padded (CogMathLayout *layout,
                         const xmlNode *node,
                         const CogMathStyle *style,
                         const CogMathPlace *place)
{
  CogMathBox *content = cog_math_lay_out_row (layout, node, style, place);
  CogMathBox *box;
  double em = cog_math_layout_get_size (layout, style);
  double x = read_padding (node, "lspace", em, content, 0);
  double y = read_padding (node, "voffset", em, content, 0);

  if (node->properties == NULL)
    return content;
  box = cog_math_box_new (layout->font);
  box->width = MAX (0, read_padding (node, "width", em, content, content->width));
  box->ascent = MAX (0, read_padding (node, "height", em, content, content->ascent));
  box->descent = MAX (0, read_padding (node, "depth", em, content, content->descent));
  box->accent = box->width / 2;
  box->right = box->width;
  cog_math_box_take (box, content, x, -y);
  return box;
}

CogMathBox *
cog_math_lay_out_phantom (CogMathLayout *layout,
                          const xmlNode *node,
                          const CogMathStyle *style,
                          const CogMathPlace *place)
{
  CogMathBox *box = cog_math_lay_out_row (layout, node, style, place);

  g_array_set_size (box->parts, 0);
  return box;
}
