/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-row-private.h"

#include <string.h>

#define ITEM(row, i) (&g_array_index ((row)->items, CogMathItem, i))

static void
item_clear (gpointer data)
{
  CogMathItem *item = data;

  g_free (item->text);
  g_clear_pointer (&item->box, cog_math_box_free);
}

void
cog_math_row_init (CogMathRow *row, CogMathLayout *layout, const CogMathStyle *style)
{
  row->layout = layout;
  row->style = *style;
  row->items = g_array_new (FALSE, TRUE, sizeof (CogMathItem));
  g_array_set_clear_func (row->items, item_clear);
}

void
cog_math_row_clear (CogMathRow *row)
{
  g_array_unref (row->items);
}

static gboolean
is_newline (const xmlNode *node)
{
  g_autofree char *value = NULL;

  if (node->properties == NULL || !(cog_math_is (node, "mspace") || cog_math_is (node, "mo")))
    return FALSE;
  value = cog_xml_dup_attribute (node, "linebreak");
  return g_strcmp0 (value, "newline") == 0;
}

void
cog_math_row_add (CogMathRow *row, const xmlNode *node)
{
  CogMathItem item = { .node = node };

  if (cog_math_layout_step (row->layout))
    return;
  item.core = cog_math_find_core (row->layout, node);
  item.is_operator = item.core != NULL;
  item.is_space = item.core == NULL && cog_math_is_space (row->layout, node);
  item.is_newline = is_newline (node);
  if (item.core != NULL)
    item.text = cog_math_dup_text (item.core);
  g_array_append_val (row->items, item);
}

void
cog_math_row_add_children (CogMathRow *row, const xmlNode *node)
{
  for (const xmlNode *n = cog_math_first (node); n != NULL; n = cog_math_next (n))
    cog_math_row_add (row, n);
}

void
cog_math_row_add_operator (CogMathRow *row, const char *text, CogMathForm form)
{
  CogMathItem item = { .text = g_strdup (text), .is_operator = TRUE };

  item.op = cog_math_operator_look_up (text, form, TRUE);
  if (!item.op.is_known)
    item.op = cog_math_operator_look_up (text, form, FALSE);
  /* mfenced's own are fences, whatever they are otherwise (MathML 3, 3.3.8). */
  item.op.is_fence = form != COG_MATH_FORM_INFIX;
  item.op.is_stretchy = item.op.is_symmetric = item.op.is_fence;
  if (item.op.is_fence)
    item.op.lspace = item.op.rspace = 0;
  g_array_append_val (row->items, item);
}

/* What does not stretch comes first: it says how high the rest becomes. An embellished operator
 * alone passes on what it was told. */
void
cog_math_row_measure (CogMathRow *row, const CogMathPlace *place)
{
  static const CogMathPlace nothing = { 0 };
  gboolean has_stretchy = FALSE;
  guint first, last, n;

  cog_math_row_set_operators (row, place != NULL ? place->form : COG_MATH_FORM_INFIX);
  cog_math_row_get_span (row, &first, &last, &n);
  for (guint i = 0; i < row->items->len; i++)
    {
      CogMathItem *item = ITEM (row, i);

      if (cog_math_item_stretches (item) && n > 1)
        has_stretchy = TRUE;
      else
        cog_math_row_lay_out_item (row, item, n <= 1 && place != NULL ? place : &nothing);
    }
  if (has_stretchy)
    cog_math_row_stretch (row);
}

/* A slanted letter leans over what follows, unless that leans too. */
static double
get_lean (const CogMathRow *row, guint i, guint end)
{
  const CogMathBox *box = ITEM (row, i)->box;

  if (!box->is_slanted || box->italic <= 0)
    return 0;
  if (i + 1 < end && ITEM (row, i + 1)->box->is_slanted)
    return MIN (box->italic, box->italic * .35);
  return box->italic;
}

CogMathBox *
cog_math_row_join (CogMathRow *row, guint first, guint end)
{
  CogMathBox *box;
  gboolean is_rtl = row->style.is_rtl, was_slanted = TRUE;
  double x = 0;

  if (end == first + 1 && ITEM (row, first)->box != NULL)
    return g_steal_pointer (&ITEM (row, first)->box);
  box = cog_math_box_new (row->layout->font);
  for (guint k = first; k < end; k++)
    {
      guint i = is_rtl ? first + end - 1 - k : k;
      CogMathItem *item = ITEM (row, i);
      CogMathBox *child = item->box;
      double lean = is_rtl ? 0 : get_lean (row, i, end);
      double before = is_rtl ? item->rspace : item->lspace;
      double after = is_rtl ? item->lspace : item->rspace;

      /* Space beside a line's end is none. */
      before = k == first ? 0 : before;
      after = k + 1 == end ? 0 : after;
      if (child == NULL)
        continue;
      cog_math_box_cover (box, child->ascent, child->descent);
      box->left = k == first ? child->left : box->left;
      /* A slanted letter leans back, too, over something upright before it. */
      x += before + (is_rtl || was_slanted ? 0 : -MIN (child->left, 0));
      was_slanted = child->is_slanted;
      lean += child->width + after;
      if (k + 1 == end)
        {
          box->is_slanted = child->is_slanted;
          box->italic = child->italic;
        }
      cog_math_box_take (box, g_steal_pointer (&item->box), x, 0);
      x += lean;
    }
  box->width = x;
  box->accent = x / 2;
  box->right = x;
  return box;
}

CogMathBox *
cog_math_row_finish (CogMathRow *row, const CogMathPlace *place)
{
  CogMathBox *box;

  cog_math_row_measure (row, place);
  if (row->items->len == 0 || row->layout->is_over)
    box = cog_math_box_new (row->layout->font);
  else
    box = cog_math_row_join (row, 0, row->items->len);
  cog_math_row_clear (row);
  return box;
}

CogMathBox *
cog_math_lay_out_row (CogMathLayout *layout,
                      const xmlNode *node,
                      const CogMathStyle *style,
                      const CogMathPlace *place)
{
  CogMathRow row;

  cog_math_row_init (&row, layout, style);
  cog_math_row_add_children (&row, node);
  return cog_math_row_finish (&row, place);
}

CogMathBox *
cog_math_lay_out_first (CogMathLayout *layout,
                        const xmlNode *node,
                        const CogMathStyle *style,
                        const CogMathPlace *place)
{
  const xmlNode *child = cog_math_first (node);
  double selection = cog_math_get_length (node, "selection", 1, 1, 1);

  for (guint i = 1; cog_math_is (node, "maction") && i < MIN (selection, 1000); i++)
    child = cog_math_next (child) != NULL ? cog_math_next (child) : child;
  return cog_math_layout_element (layout, child, style, place);
}

CogMathBox *
cog_math_lay_out_fenced (CogMathLayout *layout,
                         const xmlNode *node,
                         const CogMathStyle *style,
                         const CogMathPlace *place)
{
  g_autofree char *open = cog_xml_dup_attribute (node, "open");
  g_autofree char *close = cog_xml_dup_attribute (node, "close");
  g_autofree char *separators = cog_xml_dup_attribute (node, "separators");
  const char *separator = separators != NULL ? separators : ",";
  CogMathRow row;

  cog_math_row_init (&row, layout, style);
  if (open == NULL || *open != '\0')
    cog_math_row_add_operator (&row, open != NULL ? open : "(", COG_MATH_FORM_PREFIX);
  for (const xmlNode *n = cog_math_first (node); n != NULL; n = cog_math_next (n))
    {
      cog_math_row_add (&row, n);
      separator += strspn (separator, " ");
      if (cog_math_next (n) != NULL && *separator != '\0')
        {
          const char *next = g_utf8_next_char (separator);
          g_autofree char *one = g_strndup (separator, (gsize)(next - separator));

          cog_math_row_add_operator (&row, one, COG_MATH_FORM_INFIX);
          separator = next[strspn (next, " ")] != '\0' ? next : separator;
        }
    }
  if (close == NULL || *close != '\0')
    cog_math_row_add_operator (&row, close != NULL ? close : ")", COG_MATH_FORM_POSTFIX);
  return cog_math_row_finish (&row, place);
}
