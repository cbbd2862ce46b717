/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-mtef-private.h"

#include <string.h>

/* Selectors of version 5. */
enum
{
  ANGLE,
  OPEN_BRACKET = 8,
  INTERVAL,
  ROOT,
  FRACTION,
  UNDERBAR,
  OVERBAR,
  ARROW,
  INTEGRAL,
  SUM,
  SUM_OPERATOR = 22,
  LIMIT,
  BRACE,
  BRACKET,
  LONG_DIVISION,
  SUBSCRIPT,
  SUPERSCRIPT,
  SUBSUPERSCRIPT,
  DIRAC,
  VECTOR,
  TILDE,
  HAT,
  ARC,
  JOINT_STATUS,
  STRIKE,
  BOX,
};

/* Of what has limits. */
enum
{
  HAS_LOWER = 0x10,
  HAS_UPPER = 0x20,
  ABOVE_EACH_OTHER = 0x40,
};

static const char *const fences[][2] = {
  { "\u27E8", "\u27E9" }, { "(", ")" },           { "{", "}" },
  { "[", "]" },           { "|", "|" },           { "\u2016", "\u2016" },
  { "\u230A", "\u230B" }, { "\u2308", "\u2309" }, { "\u27E6", "\u27E7" },
};

/* (transfer full) (nullable) */
static xmlNode *
take (CogMtefTemplate *template, guint index)
{
  xmlNode *slot = NULL;

  if (index < template->slots->len)
    {
      slot = g_ptr_array_index (template->slots, index);
      g_ptr_array_index (template->slots, index) = NULL;
    }
  return slot;
}

static void
take_into (CogMtef *self, xmlNode *parent, CogMtefTemplate *template, guint index)
{
  cog_mtef_take_slot (self, parent, take (template, index));
}

static void
add_fence (CogMtef *self, xmlNode *row, const char *sign, const char *form)
{
  xmlNode *fence = cog_mtef_add_token (self, row, "mo", sign);

  cog_xml_set (fence, "fence", "true");
  cog_xml_set (fence, "form", form);
  cog_xml_set (fence, "stretchy", "true");
}

static void
add_fenced (CogMtef *self, xmlNode *parent, CogMtefTemplate *template)
{
  guint v = template->variation;
  xmlNode *row = cog_mtef_add (self, parent, "mrow");
  gboolean has_left = TRUE, has_right = TRUE;
  const char *left, *right;

  if (template->selector == INTERVAL)
    {
      static const char *const ends[] = { "(", ")", "[", "]" };

      left = ends[v & 3];
      right = ends[(v >> 4) & 3];
    }
  else
    {
      left = fences[template->selector][0];
      right = fences[template->selector][1];
      has_left = (v & 1) != 0;
      has_right = (v & 2) != 0;
    }
  if (has_left)
    add_fence (self, row, left, "prefix");
  take_into (self, row, template, 0);
  if (has_right)
    add_fence (self, row, right, "postfix");
}

static void
add_root (CogMtef *self, xmlNode *parent, CogMtefTemplate *template)
{
  gboolean has_index = template->variation == 1;
  xmlNode *root = cog_mtef_add (self, parent, has_index ? "mroot" : "msqrt");

  take_into (self, root, template, 0);
  if (has_index)
    take_into (self, root, template, 1);
}

static void
add_fraction (CogMtef *self, xmlNode *parent, CogMtefTemplate *template)
{
  gboolean is_slash = (template->variation & 2) != 0;
  xmlNode *fraction = cog_mtef_add (self, parent, is_slash ? "mrow" : "mfrac");

  take_into (self, fraction, template, 0);
  if (is_slash)
    cog_mtef_add_token (self, fraction, "mo", "/");
  take_into (self, fraction, template, 1);
}

/* Something over or under the first slot. */
static void
add_decorated (
    CogMtef *self, xmlNode *parent, CogMtefTemplate *template, gboolean is_under, const char *sign)
{
  xmlNode *outer = cog_mtef_add (self, parent, is_under ? "munder" : "mover");

  take_into (self, outer, template, 0);
  cog_xml_set (cog_mtef_add_token (self, outer, "mo", sign), "stretchy", "true");
  cog_xml_set (outer, is_under ? "accentunder" : "accent", "true");
}

/* Text over and under an arrow. */
static void
add_arrow (CogMtef *self, xmlNode *parent, CogMtefTemplate *template)
{
  guint v = template->variation;
  gboolean has_top = (v & 4) != 0, has_bottom = (v & 8) != 0;
  const char *sign = v & 2                ? "\u21CC"
                     : v & 1              ? "\u21C4"
                     : (v & 0x30) == 0x30 ? "\u2194"
                     : v & 0x10           ? "\u2190"
                                          : "\u2192";
  xmlNode *outer = has_top || has_bottom ? cog_mtef_add (self, parent,
                                                         has_top && has_bottom ? "munderover"
                                                         : has_top             ? "mover"
                                                                               : "munder")
                                         : parent;

  cog_xml_set (cog_mtef_add_token (self, outer, "mo", sign), "stretchy", "true");
  if (has_bottom)
    take_into (self, outer, template, 1);
  if (has_top)
    take_into (self, outer, template, 0);
}

static const char *
get_operator (const CogMtefTemplate *template)
{
  static const char *const integrals[] = { "\u222B", "\u222B", "\u222C", "\u222D" };
  static const char *const rings[] = { "\u222E", "\u222E", "\u222F", "\u2230" };
  static const char *const sums[] = { "\u2211", "\u220F", "\u2210", "\u22C3", "\u22C2" };
  guint v = template->variation;

  if (template->selector != INTEGRAL)
    return template->selector - SUM < G_N_ELEMENTS (sums) ? sums[template->selector - SUM]
                                                          : "\u2211";
  if ((v & 0xC) == 0xC)
    return "\u2233";
  if (v & 8)
    return "\u2232";
  return v & 4 ? rings[v & 3] : integrals[v & 3];
}

/* The operator is the character that the template brings, where it brings one that can be read. */
static void
take_operator (CogMtef *self, xmlNode *parent, CogMtefTemplate *template)
{
  xmlNode *own = template->signs->last;

  if (own == NULL && template->slots->len > 3 && g_ptr_array_index (template->slots, 3) != NULL)
    {
      take_into (self, parent, template, 3);
      return;
    }
  if (own != NULL && template->selector != INTEGRAL)
    {
      xmlUnlinkNode (own);
      xmlAddChild (parent, own);
      return;
    }
  cog_mtef_add_token (self, parent, "mo", get_operator (template));
}

/* (transfer none): what limits are put to */
static xmlNode *
add_limits (CogMtef *self, xmlNode *row, guint variation)
{
  gboolean is_above = (variation & ABOVE_EACH_OTHER) != 0;
  gboolean has_lower = (variation & HAS_LOWER) != 0, has_upper = (variation & HAS_UPPER) != 0;

  if (has_lower && has_upper)
    return cog_mtef_add (self, row, is_above ? "munderover" : "msubsup");
  if (has_lower)
    return cog_mtef_add (self, row, is_above ? "munder" : "msub");
  if (has_upper)
    return cog_mtef_add (self, row, is_above ? "mover" : "msup");
  return row;
}

static void
take_limits (CogMtef *self, xmlNode *limits, CogMtefTemplate *template)
{
  if (template->variation & HAS_LOWER)
    take_into (self, limits, template, 1);
  if (template->variation & HAS_UPPER)
    take_into (self, limits, template, 2);
}

static void
add_big_operator (CogMtef *self, xmlNode *parent, CogMtefTemplate *template)
{
  xmlNode *row = cog_mtef_add (self, parent, "mrow");
  xmlNode *limits = add_limits (self, row, template->variation);

  take_operator (self, limits, template);
  take_limits (self, limits, template);
  take_into (self, row, template, 0);
}

static void
add_limit (CogMtef *self, xmlNode *parent, CogMtefTemplate *template)
{
  xmlNode *limits;

  template->variation |= ABOVE_EACH_OTHER;
  limits = add_limits (self, parent, template->variation);
  take_into (self, limits, template, 0);
  take_limits (self, limits, template);
}

/* A brace, with what stands at its back. */
static void
add_brace (CogMtef *self, xmlNode *parent, CogMtefTemplate *template)
{
  gboolean is_top = (template->variation & 1) != 0;
  gboolean is_brace = template->selector == BRACE;
  const char *sign = is_top ? (is_brace ? "\u23DE" : "\u23B4") : (is_brace ? "\u23DF" : "\u23B5");
  const char *name = is_top ? "mover" : "munder";
  xmlNode *outer = cog_mtef_add (self, parent, name);
  xmlNode *inner = cog_mtef_add (self, outer, name);

  take_into (self, inner, template, 0);
  cog_xml_set (cog_mtef_add_token (self, inner, "mo", sign), "stretchy", "true");
  take_into (self, outer, template, 1);
}

/* Scripts belong to what stands before them, or, where they precede, to what comes: MathML's
 * scripts that stand alone are then put to an empty base. */
static void
add_script (CogMtef *self, xmlNode *row, CogMtefTemplate *template)
{
  gboolean has_sub = template->selector != SUPERSCRIPT;
  gboolean has_super = template->selector != SUBSCRIPT;
  xmlNode *base = template->variation & 1 ? NULL : row->last;
  xmlNode *script;

  if (base != NULL)
    xmlUnlinkNode (base);
  script = cog_mtef_add (self, row, has_sub && has_super ? "msubsup" : has_sub ? "msub" : "msup");
  if (base != NULL)
    xmlAddChild (script, base);
  else
    cog_mtef_add (self, script, "mrow");
  if (has_sub)
    take_into (self, script, template, 0);
  if (has_super)
    take_into (self, script, template, 1);
}

static void
add_dirac (CogMtef *self, xmlNode *parent, CogMtefTemplate *template)
{
  xmlNode *row = cog_mtef_add (self, parent, "mrow");

  if (template->variation & 1)
    {
      add_fence (self, row, "\u27E8", "prefix");
      take_into (self, row, template, 0);
    }
  cog_mtef_add_token (self, row, "mo", "|");
  if (template->variation & 2)
    {
      take_into (self, row, template, 1);
      add_fence (self, row, "\u27E9", "postfix");
    }
}

static void
add_enclosed (CogMtef *self, xmlNode *parent, CogMtefTemplate *template)
{
  static const struct
  {
    guint selector, bit;
    const char *notation;
  } rows[] = {
    { STRIKE, 1, "horizontalstrike" },
    { STRIKE, 2, "updiagonalstrike" },
    { STRIKE, 4, "downdiagonalstrike" },
    { BOX, 2, "left" },
    { BOX, 4, "right" },
    { BOX, 8, "top" },
    { BOX, 16, "bottom" },
    { LONG_DIVISION, 0, "longdiv" },
  };
  g_autoptr (GString) notation = g_string_new (NULL);
  xmlNode *enclosed = cog_mtef_add (self, parent, "menclose");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].selector == template->selector &&
        (rows[i].bit == 0 || template->variation & rows[i].bit))
      g_string_append_printf (notation, "%s%s", notation->len > 0 ? " " : "", rows[i].notation);
  cog_xml_set (enclosed, "notation", notation->len > 0 ? notation->str : "box");
  take_into (self, enclosed, template, 0);
}

static void
add_long_division (CogMtef *self, xmlNode *parent, CogMtefTemplate *template)
{
  xmlNode *outer = template->variation & 1 ? cog_mtef_add (self, parent, "mover") : parent;

  add_enclosed (self, outer, template);
  if (template->variation & 1)
    take_into (self, outer, template, 1);
}

static const char *
get_vector_sign (guint variation)
{
  if ((variation & 3) == 3)
    return "\u2194";
  if (variation & 8)
    return variation & 1 ? "\u21BC" : "\u21C0";
  return variation & 1 ? "\u2190" : "\u2192";
}

void
cog_mtef_add_template (CogMtef *self, xmlNode *row, CogMtefTemplate *template)
{
  guint v = template->variation;

  if (template->selector <= INTERVAL)
    add_fenced (self, row, template);
  else if (template->selector >= INTEGRAL && template->selector <= SUM_OPERATOR)
    add_big_operator (self, row, template);
  else if (template->selector >= SUBSCRIPT && template->selector <= SUBSUPERSCRIPT)
    add_script (self, row, template);
  else
    switch (template->selector)
      {
      case ROOT:
        add_root (self, row, template);
        break;
      case FRACTION:
        add_fraction (self, row, template);
        break;
      case UNDERBAR:
      case OVERBAR:
        add_decorated (self, row, template, template->selector == UNDERBAR, v & 1 ? "=" : "\u00AF");
        break;
      case ARROW:
        add_arrow (self, row, template);
        break;
      case LIMIT:
        add_limit (self, row, template);
        break;
      case BRACE:
      case BRACKET:
        add_brace (self, row, template);
        break;
      case LONG_DIVISION:
        add_long_division (self, row, template);
        break;
      case DIRAC:
        add_dirac (self, row, template);
        break;
      case VECTOR:
        add_decorated (self, row, template, (v & 4) != 0, get_vector_sign (v));
        break;
      case TILDE:
      case HAT:
      case ARC:
        add_decorated (self, row, template, FALSE,
                       template->selector == TILDE ? "~"
                       : template->selector == HAT ? "^"
                                                   : "\u23DC");
        break;
      case STRIKE:
      case BOX:
        add_enclosed (self, row, template);
        break;
      default:
        /* JOINT_STATUS, and what later versions may have: what stands in it is kept. */
        for (guint i = 0; i < template->slots->len; i++)
          take_into (self, row, template, i);
      }
}

/* Version 3 has other numbers, and its variations are no bits: one row a variation. A variation of
 * 255 stands for all. */
static const struct
{
  guint8 selector, variation, to;
  guint16 bits;
} old[] = {
  { 8, 255, INTERVAL, 0x22 },
  { 9, 255, INTERVAL, 0x33 },
  { 10, 255, INTERVAL, 0x23 },
  { 11, 255, INTERVAL, 0x30 },
  { 12, 255, INTERVAL, 0x12 },
  { 13, 0, ROOT, 0 },
  { 13, 1, ROOT, 1 },
  { 14, 255, FRACTION, 0 },
  { 15, 0, SUPERSCRIPT, 0 },
  { 15, 1, SUBSCRIPT, 0 },
  { 15, 255, SUBSUPERSCRIPT, 0 },
  { 16, 0, UNDERBAR, 0 },
  { 16, 255, UNDERBAR, 1 },
  { 17, 0, OVERBAR, 0 },
  { 17, 255, OVERBAR, 1 },
  { 18, 0, ARROW, 0x14 },
  { 18, 255, ARROW, 0x18 },
  { 19, 0, ARROW, 0x24 },
  { 19, 255, ARROW, 0x28 },
  { 20, 0, ARROW, 0x34 },
  { 20, 255, ARROW, 0x38 },
  { 21, 1, INTEGRAL, 0x11 },
  { 21, 2, INTEGRAL, 0x31 },
  { 21, 4, INTEGRAL, 0x15 },
  { 21, 3, INTEGRAL, 0x05 },
  { 21, 255, INTEGRAL, 1 },
  { 22, 1, INTEGRAL, 0x12 },
  { 22, 2, INTEGRAL, 0x32 },
  { 22, 4, INTEGRAL, 0x16 },
  { 22, 3, INTEGRAL, 0x06 },
  { 22, 255, INTEGRAL, 2 },
  { 23, 1, INTEGRAL, 0x13 },
  { 23, 2, INTEGRAL, 0x33 },
  { 23, 4, INTEGRAL, 0x17 },
  { 23, 3, INTEGRAL, 0x07 },
  { 23, 255, INTEGRAL, 3 },
  { 24, 0, INTEGRAL, 0x71 },
  { 24, 1, INTEGRAL, 0x51 },
  { 24, 255, INTEGRAL, 0x55 },
  { 25, 0, INTEGRAL, 0x52 },
  { 25, 255, INTEGRAL, 0x56 },
  { 26, 0, INTEGRAL, 0x53 },
  { 26, 255, INTEGRAL, 0x57 },
  { 27, 255, BRACE, 1 },
  { 28, 255, BRACE, 0 },
  { 39, 0, LIMIT, HAS_UPPER },
  { 39, 1, LIMIT, HAS_LOWER },
  { 39, 255, LIMIT, 0x30 },
  { 40, 0, LONG_DIVISION, 1 },
  { 40, 255, LONG_DIVISION, 0 },
  { 41, 255, FRACTION, 2 },
  { 42, 0, 21, HAS_LOWER },
  { 42, 1, 21, HAS_UPPER },
  { 42, 255, 21, 0x30 },
  { 43, 0, 22, 0x50 },
  { 43, 1, 22, 0x60 },
  { 43, 255, 22, 0x70 },
  { 44, 0, SUPERSCRIPT, 1 },
  { 44, 1, SUBSCRIPT, 1 },
  { 44, 255, SUBSUPERSCRIPT, 1 },
  { 45, 0, DIRAC, 3 },
  { 45, 1, DIRAC, 1 },
  { 45, 255, DIRAC, 2 },
  { 46, 0, VECTOR, 5 },
  { 46, 1, VECTOR, 6 },
  { 46, 255, VECTOR, 7 },
  { 47, 0, VECTOR, 1 },
  { 47, 1, VECTOR, 2 },
  { 47, 255, VECTOR, 3 },
  { 48, 255, BOX, 0x1E },
};

/* Sums, products and their like come in pairs: limits above each other, and behind. */
static gboolean
modernise_sum (CogMtefTemplate *template)
{
  guint bits = template->variation == 0 ? HAS_LOWER : template->variation == 1 ? 0x30 : 0;

  if (template->selector < 29 || template->selector > 38)
    return FALSE;
  if ((template->selector & 1) != 0)
    bits |= ABOVE_EACH_OTHER;
  template->selector = SUM + (template->selector - 29) / 2;
  template->variation = bits;
  return TRUE;
}

static gboolean
has_slot (const CogMtefTemplate *template, guint index)
{
  return index < template->slots->len && g_ptr_array_index (template->slots, index) != NULL;
}

/* Programs do not agree on which variation has which limits: those are there that are there. */
static void
look_for_limits (CogMtefTemplate *template)
{
  if (template->selector < INTEGRAL || template->selector > LIMIT)
    return;
  template->variation &= ~(guint)(HAS_LOWER | HAS_UPPER);
  template->variation |=
      (has_slot (template, 1) ? HAS_LOWER : 0) | (has_slot (template, 2) ? HAS_UPPER : 0);
}

static void
renumber (CogMtefTemplate *template)
{
  guint v = template->variation;

  if (template->selector < 8)
    {
      template->variation = v == 1 ? 1 : v == 2 ? 2 : 3;
      return;
    }
  if (modernise_sum (template))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (old); i++)
    if (old[i].selector == template->selector && (old[i].variation == v || old[i].variation == 255))
      {
        template->selector = old[i].to;
        template->variation = old[i].bits;
        return;
      }
  template->selector = JOINT_STATUS;
}

void
cog_mtef_template_modernise (CogMtefTemplate *template)
{
  renumber (template);
  look_for_limits (template);
}
