/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-row-private.h"

#include "cog-math.h"

/* Elements and texts that say something. */
static const xmlNode *
skip_blank (const xmlNode *node)
{
  while (node != NULL &&
         !(node->type == XML_ELEMENT_NODE || (cog_math_is_text (node) && !xmlIsBlankNode (node))))
    node = node->next;
  return node;
}

const xmlNode *
cog_math_first_piece (const xmlNode *node)
{
  return node != NULL ? skip_blank (node->children) : NULL;
}

const xmlNode *
cog_math_next_piece (const xmlNode *node)
{
  return node != NULL ? skip_blank (node->next) : NULL;
}

/* An element that MathML does not have, or that we do not know: a row of what it holds (MathML
 * Core, 3.3.1), its own text too, which nobody could miss otherwise. */
CogMathBox *
cog_math_lay_out_other (CogMathLayout *layout,
                        const xmlNode *node,
                        const CogMathStyle *style,
                        const CogMathPlace *place)
{
  CogMathRow row;

  cog_math_row_init (&row, layout, style);
  for (const xmlNode *n = cog_math_first_piece (node); n != NULL; n = cog_math_next_piece (n))
    cog_math_row_add (&row, n);
  return cog_math_row_finish (&row, place);
}

/* What stands in a token is its text, whatever is around it; of pictures, their alternative. */
static gboolean
is_unknown (const xmlNode *node)
{
  static const char *const tokens[] = { "mi", "mn", "mo", "mtext", "ms", NULL };

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (cog_math_is (node, "mglyph"))
    return TRUE;
  for (const xmlNode *up = node->parent; up != NULL && up->type == XML_ELEMENT_NODE;
       up = up->parent)
    if (cog_math_is_one_of (up, tokens))
      return FALSE;
    else if (cog_math_is (up, "math"))
      break;
  return !cog_math_is_known (node);
}

const xmlNode *
cog_math_next_unknown (const xmlNode *math, const xmlNode *after)
{
  const xmlNode *node = after != NULL ? after : math;

  g_return_val_if_fail (math != NULL, NULL);

  for (;;)
    {
      gboolean is_note = node != math &&
                         (cog_math_is (node, "annotation") || cog_math_is (node, "annotation-xml"));

      node = is_note ? cog_xml_skip_in (math, node) : cog_xml_next_in (math, node);
      if (node == NULL || is_unknown (node))
        return node;
    }
}
