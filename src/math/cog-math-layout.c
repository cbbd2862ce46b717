/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-layout-private.h"

#include <string.h>

/* As deep as no author writes and every thread's stack holds; a formula of as many steps fills
 * pages. */
#define MAX_DEPTH 160
#define MAX_STEPS 60000

static const struct
{
  const char *name;
  CogMathFunc func;
} elements[] = {
  { "maction", cog_math_lay_out_first },     { "math", cog_math_lay_out_row },
  { "menclose", cog_math_lay_out_enclosed }, { "merror", cog_math_lay_out_error },
  { "mfenced", cog_math_lay_out_fenced },    { "mfrac", cog_math_lay_out_fraction },
  { "mi", cog_math_lay_out_token },          { "mmultiscripts", cog_math_lay_out_scripts },
  { "mn", cog_math_lay_out_token },          { "mo", cog_math_lay_out_mo },
  { "mover", cog_math_lay_out_limits },      { "mpadded", cog_math_lay_out_padded },
  { "mphantom", cog_math_lay_out_phantom },  { "mroot", cog_math_lay_out_radical },
  { "ms", cog_math_lay_out_token },          { "mspace", cog_math_lay_out_space },
  { "msqrt", cog_math_lay_out_radical },     { "msub", cog_math_lay_out_scripts },
  { "msubsup", cog_math_lay_out_scripts },   { "msup", cog_math_lay_out_scripts },
  { "mtable", cog_math_lay_out_table },      { "mtext", cog_math_lay_out_token },
  { "munder", cog_math_lay_out_limits },     { "munderover", cog_math_lay_out_limits },
  { "semantics", cog_math_lay_out_first },
};

/* Elements that are laid out by the one around them, as a row where they stray, and those that hold
 * nothing to be seen. */
static const char *const others[] = { "mrow",           "mstyle",      "mtr",        "mtd",
                                      "mlabeledtr",     "mprescripts", "none",       "annotation",
                                      "annotation-xml", "maligngroup", "malignmark", NULL };

gboolean
cog_math_is_text (const xmlNode *node)
{
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

gboolean
cog_math_is_known (const xmlNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (cog_math_is (node, elements[i].name))
      return TRUE;
  return cog_math_is_one_of (node, others);
}

static CogMathFunc
find_func (const xmlNode *node)
{
  if (cog_math_is_text (node))
    return cog_math_lay_out_token;
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (cog_math_is (node, elements[i].name))
      return elements[i].func;
  return cog_math_is_one_of (node, others) ? cog_math_lay_out_row : cog_math_lay_out_other;
}

gboolean
cog_math_layout_step (CogMathLayout *layout)
{
  if (++layout->steps > MAX_STEPS)
    layout->is_over = TRUE;
  return layout->is_over;
}

static CogMathBox *
add_background (CogMathLayout *layout, const xmlNode *node, CogMathBox *box)
{
  gint colour = node->properties != NULL ? cog_math_parse_colour (node, "mathbackground") : -1;
  CogMathBox *framed;

  if (colour < 0)
    return box;
  framed = cog_math_box_new (layout->font);
  framed->width = box->width;
  cog_math_box_cover (framed, box->ascent, box->descent);
  cog_math_box_add_rule (framed, 0, -box->ascent, box->width, box->ascent + box->descent);
  cog_math_box_set_colour (framed, colour);
  cog_math_box_take (framed, box, 0, 0);
  return framed;
}

CogMathBox *
cog_math_layout_element (CogMathLayout *layout,
                         const xmlNode *node,
                         const CogMathStyle *style,
                         const CogMathPlace *place)
{
  CogMathStyle own;
  CogMathBox *box;

  if (layout->depth >= MAX_DEPTH)
    layout->is_over = TRUE;
  if (node == NULL || cog_math_layout_step (layout))
    return cog_math_box_new (layout->font);
  layout->depth++;
  own = cog_math_style_for_element (layout, node, style);
  box = find_func (node) (layout, node, &own, place);
  if (node->properties != NULL)
    cog_math_box_set_colour (box, cog_math_parse_colour (node, "mathcolor"));
  layout->depth--;
  return add_background (layout, node, box);
}

gboolean
cog_math_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE &&
         strcmp ((const char *)node->name, name) == 0;
}

gboolean
cog_math_is_one_of (const xmlNode *node, const char *const *names)
{
  for (; *names != NULL; names++)
    if (cog_math_is (node, *names))
      return TRUE;
  return FALSE;
}

static const xmlNode *
skip_unseen (const xmlNode *node)
{
  static const char *const unseen[] = { "annotation", "annotation-xml", "maligngroup",
                                        "malignmark", "mprescripts",    NULL };

  while (node != NULL &&
         (node->type != XML_ELEMENT_NODE ||
          (node->parent != NULL && cog_math_is_one_of (node, unseen) &&
           !(cog_math_is (node, "mprescripts") && cog_math_is (node->parent, "mmultiscripts")))))
    node = node->next;
  return node;
}

const xmlNode *
cog_math_first (const xmlNode *node)
{
  return node != NULL ? skip_unseen (node->children) : NULL;
}

const xmlNode *
cog_math_next (const xmlNode *node)
{
  return node != NULL ? skip_unseen (node->next) : NULL;
}

guint
cog_math_count (const xmlNode *node)
{
  guint n = 0;

  for (const xmlNode *child = cog_math_first (node); child != NULL; child = cog_math_next (child))
    n++;
  return n;
}

static gboolean
is_blank (const xmlNode *node)
{
  g_autofree char *text = cog_math_dup_text (node);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* MathML counts any mtext as space; where books write units and words in mtext, a minus before or
 * after one would lose its role. Only an empty one is space here. */
gboolean
cog_math_is_space (CogMathLayout *layout, const xmlNode *node)
{
  static const char *const rows[] = { "mrow", "mstyle", "mphantom", "mpadded", NULL };
  gboolean is_space = TRUE;

  if (cog_math_is (node, "mspace"))
    return TRUE;
  if (cog_math_is (node, "mtext"))
    return is_blank (node);
  if (!cog_math_is_one_of (node, rows) || layout->depth >= MAX_DEPTH ||
      cog_math_layout_step (layout))
    return FALSE;
  layout->depth++;
  for (const xmlNode *n = cog_math_first (node); n != NULL && is_space; n = cog_math_next (n))
    is_space = cog_math_is_space (layout, n);
  layout->depth--;
  return is_space;
}

static const xmlNode *
find_only (CogMathLayout *layout, const xmlNode *row)
{
  const xmlNode *only = NULL;

  for (const xmlNode *n = cog_math_first (row); n != NULL; n = cog_math_next (n))
    {
      if (cog_math_is_space (layout, n))
        continue;
      if (only != NULL)
        return NULL;
      only = n;
    }
  return only;
}

const xmlNode *
cog_math_find_core (CogMathLayout *layout, const xmlNode *node)
{
  static const char *const based[] = { "msub",          "msup",       "msubsup",
                                       "munder",        "mover",      "mfrac",
                                       "mmultiscripts", "munderover", "semantics",
                                       "maction",       NULL };
  static const char *const rows[] = { "mrow", "mstyle", "mphantom", "mpadded", NULL };

  for (guint depth = 0; node != NULL && depth < MAX_DEPTH; depth++)
    {
      if (cog_math_is (node, "mo"))
        return node;
      if (cog_math_is_one_of (node, based))
        node = cog_math_first (node);
      else if (cog_math_is_one_of (node, rows))
        node = find_only (layout, node);
      else
        return NULL;
    }
  return NULL;
}
