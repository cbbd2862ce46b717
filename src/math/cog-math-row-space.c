/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-row-private.h"

#include <string.h>

#define ITEM(row, i) (&g_array_index ((row)->items, CogMathItem, i))

static gboolean
is_bar (const char *text)
{
  return g_str_equal (text, "|") || g_str_equal (text, "‖") || g_str_equal (text, "||") ||
         g_str_equal (text, "∣") || g_str_equal (text, "∥");
}

/* What stands before says whether a plus or minus is a sign: after another operator it is one, as
 * after nothing (The TeXbook, appendix G, rule 5). MathML would have each in a row of its own,
 * which many books forget. */
static gboolean
opens_term (const CogMathRow *row, guint index, guint n_bars)
{
  for (guint i = index; i-- > 0;)
    {
      const CogMathItem *item = ITEM (row, i);

      if (item->is_space)
        continue;
      if (!item->is_operator)
        return FALSE;
      if (is_bar (item->text))
        return n_bars % 2 == 1;
      return item->op.form != COG_MATH_FORM_POSTFIX && item->op.is_known
                 ? TRUE
                 : item->op.is_relation || item->op.is_separator;
    }
  return TRUE;
}

void
cog_math_row_get_span (const CogMathRow *row, guint *first, guint *last, guint *n)
{
  *n = 0;
  *first = *last = 0;
  for (guint i = 0; i < row->items->len; i++)
    if (!ITEM (row, i)->is_space)
      {
        *first = *n == 0 ? i : *first;
        *last = i;
        *n += 1;
      }
}

static CogMathForm
guess_form (const CogMathRow *row, guint i, guint first, guint last, guint n, guint n_bars)
{
  const char *text = ITEM (row, i)->text;

  if (n <= 1)
    return COG_MATH_FORM_INFIX;
  if (i == first)
    return COG_MATH_FORM_PREFIX;
  if (i == last)
    return COG_MATH_FORM_POSTFIX;
  if (cog_math_operator_has (text, COG_MATH_FORM_PREFIX) && opens_term (row, i, n_bars))
    return COG_MATH_FORM_PREFIX;
  return COG_MATH_FORM_INFIX;
}

/* Whether a row stands in braces that its own elements are not: those of mfenced, or beside it. */
static gboolean
is_in_braces (const xmlNode *row)
{
  const xmlNode *before = row != NULL ? row->prev : NULL;
  g_autofree char *open = NULL;

  while (before != NULL && before->type != XML_ELEMENT_NODE)
    before = before->prev;
  if (cog_math_is (before, "mo"))
    open = cog_math_dup_text (before);
  else if (before == NULL && row != NULL && cog_math_is (row->parent, "mfenced"))
    open = cog_xml_dup_attribute (row->parent, "open");
  return g_strcmp0 (open, "{") == 0;
}

/* A lone bar in braces is "such that", a relation (The TeXbook, chapter 18, \\mid); in round ones
 * it is so often written close that it stays as it is. */
static gboolean
is_such_that (const CogMathRow *row, guint index)
{
  int depth = 0;

  for (guint i = index; i-- > 0;)
    {
      const char *text = ITEM (row, i)->text;

      if (text == NULL)
        continue;
      if (is_bar (text))
        return FALSE;
      depth += strpbrk (text, ")]}") != NULL ? 1 : strpbrk (text, "([{") != NULL ? -1 : 0;
      if (depth < 0)
        {
          if (text[0] != '{')
            return FALSE;
          break;
        }
    }
  if (depth >= 0 && !is_in_braces (ITEM (row, index)->node->parent))
    return FALSE;
  for (guint i = index + 1; i < row->items->len; i++)
    {
      const char *text = ITEM (row, i)->text;

      if (text != NULL && is_bar (text))
        return FALSE;
      if (text != NULL && text[0] == '}')
        return depth < 0;
    }
  return depth >= 0;
}

static gboolean
starts_with_fence (CogMathLayout *layout, const xmlNode *node)
{
  static const char *const rows[] = { "mrow", "mstyle", NULL };

  for (guint i = 0; i < 8 && cog_math_is_one_of (node, rows); i++)
    node = cog_math_first (node);
  if (cog_math_is (node, "mfenced"))
    return TRUE;
  node = cog_math_find_core (layout, node);
  return node != NULL && cog_math_read_operator (layout, node, COG_MATH_FORM_PREFIX, 10).is_fence;
}

/* The name of a function, with or without scripts, stands apart from its factors and its argument,
 * unless that is in brackets (The TeXbook, chapter 18); MathML leaves it to authors, who forget. */
static gboolean
is_function (const xmlNode *node)
{
  static const char *const names[] = {
    "sin",    "cos",   "tan",  "cot",  "sec",  "csc",   "tg",     "ctg",    "arcsin", "arccos",
    "arctan", "sinh",  "cosh", "tanh", "coth", "log",   "ln",     "lg",     "exp",    "lim",
    "max",    "min",   "sup",  "inf",  "det",  "dim",   "ker",    "gcd",    "deg",    "arg",
    "rank",   "span",  "tr",   "sgn",  "lcm",  "arctg", "arcctg", "cosec",  "sh",     "ch",
    "th",     "rot",   "div",  "grad", "curl", "mod",   "limsup", "liminf", "arcsec", "جا",
    "حا",     "جتا",   "حتا",  "ظا",   "طا",   "ظتا",   "قا",     "قتا",    "لو",     "لط",
    "نها",    "نهــا", "تجب",  "جب",   "ظل",   "سين",   NULL
  };
  static const char *const scripted[] = { "msub",  "msup",       "msubsup", "munder",
                                          "mover", "munderover", NULL };
  g_autofree char *text = NULL;

  for (guint i = 0; i < 4 && cog_math_is_one_of (node, scripted); i++)
    node = cog_math_first (node);
  if (!cog_math_is (node, "mi") && !cog_math_is (node, "mtext"))
    return FALSE;
  text = cog_math_dup_text (node);
  return g_strv_contains (names, text);
}

/* Whether it is a factor: signs stand in mtext, too. */
static gboolean
is_factor (const CogMathItem *item)
{
  g_autofree char *text = NULL;
  const char *last;

  if (item->is_operator || item->is_space || item->node == NULL)
    return FALSE;
  if (!cog_math_is (item->node, "mtext") && !cog_math_is (item->node, "mi") &&
      !cog_math_is (item->node, "mn"))
    return TRUE;
  text = cog_math_dup_text (item->node);
  last = g_utf8_find_prev_char (text, text + strlen (text));
  return last != NULL && g_unichar_isalnum (g_utf8_get_char (last));
}

static void
set_function_spaces (CogMathRow *row)
{
  double thin = cog_math_layout_get_size (row->layout, &row->style) / 6;

  for (guint i = 0; i < row->items->len; i++)
    {
      CogMathItem *item = ITEM (row, i);
      const CogMathItem *before = i > 0 ? ITEM (row, i - 1) : NULL;
      const CogMathItem *after = i + 1 < row->items->len ? ITEM (row, i + 1) : NULL;

      if (item->is_operator || item->node == NULL || !is_function (item->node))
        continue;
      /* U+2061, function application, is between the two and not seen. */
      if (after != NULL && after->is_operator && g_strcmp0 (after->text, "\u2061") == 0)
        after = i + 2 < row->items->len ? ITEM (row, i + 2) : NULL;
      if (before != NULL && is_factor (before) && before->rspace <= 0)
        item->lspace = thin;
      if (after != NULL && !after->is_operator && !after->is_space &&
          !starts_with_fence (row->layout, after->node))
        item->rspace = thin;
    }
}

/* In scripts the spaces around operators close up (The TeXbook, chapter 18); an author's own
 * stay. */
static void
set_spaces (CogMathRow *row, CogMathItem *item, double em, gboolean is_alone)
{
  gboolean is_tight = row->style.level > 0 || is_alone;
  const xmlNode *core = item->core;

  item->lspace = item->op.lspace * em;
  item->rspace = item->op.rspace * em;
  if (is_tight && (core == NULL || !xmlHasProp ((xmlNode *)core, BAD_CAST "lspace")))
    item->lspace = 0;
  if (is_tight && (core == NULL || !xmlHasProp ((xmlNode *)core, BAD_CAST "rspace")))
    item->rspace = 0;
}

void
cog_math_row_set_operators (CogMathRow *row, CogMathForm outer)
{
  double em = cog_math_layout_get_size (row->layout, &row->style);
  guint first, last, n, n_bars = 0;

  cog_math_row_get_span (row, &first, &last, &n);
  for (guint i = 0; i < row->items->len; i++)
    {
      CogMathItem *item = ITEM (row, i);

      if (!item->is_operator)
        continue;
      if (item->core != NULL)
        item->op = cog_math_read_operator (
            row->layout, item->core, n <= 1 ? outer : guess_form (row, i, first, last, n, n_bars),
            em);
      n_bars += is_bar (item->text);
      if (item->node != NULL && item->core == item->node && is_bar (item->text) &&
          is_such_that (row, i))
        {
          item->op.form = COG_MATH_FORM_INFIX;
          item->op.lspace = item->op.rspace = 5 / 18.;
          item->op.is_fence = FALSE;
          item->op.is_relation = TRUE;
        }
      set_spaces (row, item, em, n <= 1);
    }
  if (n > 1)
    set_function_spaces (row);
}
