/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-formula-private.h"

#include "cog-xml.h"

#include <string.h>

#define MAX_DEPTH 10 /* of fractions and brackets in each other */
#define NEW_ROW .6   /* of the size, from baseline to baseline */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const CogFormulaPiece *one = *(CogFormulaPiece *const *)a, *two = *(CogFormulaPiece *const *)b;

  if (one->box.x != two->box.x)
    return one->box.x < two->box.x ? -1 : 1;
  return one->box.y < two->box.y ? -1 : one->box.y > two->box.y;
}

/* The parts of a formula around a bar. */
typedef enum
{
  LEFT,
  ABOVE,
  BELOW,
  RIGHT,
  N_PARTS,
} Part;

static Part
find_part (const CogFormulaPiece *bar, const CogFormulaPiece *piece)
{
  double x = piece->box.x + piece->box.width / 2;

  if (x < bar->box.x)
    return LEFT;
  if (x > bar->box.x + bar->box.width)
    return RIGHT;
  return piece->box.y + piece->box.height / 2 < bar->box.y + bar->box.height / 2 ? ABOVE : BELOW;
}

static gboolean
has_part (const GPtrArray *group, const CogFormulaPiece *bar, Part part)
{
  for (guint i = 0; i < group->len; i++)
    {
      const CogFormulaPiece *piece = group->pdata[i];

      if (piece->word != NULL && find_part (bar, piece) == part)
        return TRUE;
    }
  return FALSE;
}

/* The widest bar that has something above and below: a fraction. (nullable) */
static const CogFormulaPiece *
find_bar (const GPtrArray *group)
{
  const CogFormulaPiece *found = NULL;

  for (guint i = 0; i < group->len; i++)
    {
      const CogFormulaPiece *piece = group->pdata[i];

      if (piece->word == NULL && piece->box.width > 3 * piece->box.height &&
          (found == NULL || piece->box.width > found->box.width) &&
          has_part (group, piece, ABOVE) && has_part (group, piece, BELOW))
        found = piece;
    }
  return found;
}

/* (nullable): a line, or a part of a bracket */
static const char *
get_text (const CogFormulaPiece *piece)
{
  if (piece->word == NULL)
    return NULL;
  if (piece->text != NULL)
    return piece->text[0] != '\0' ? piece->text : NULL;
  return piece->is_extension ? piece->extension : piece->word->text;
}

static void append (GString *out, GPtrArray *group, double size, guint depth);

static void
append_part (GString *out,
             const GPtrArray *group,
             const CogFormulaPiece *bar,
             Part part,
             double size,
             guint depth)
{
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_one;

  for (guint i = 0; i < group->len; i++)
    if (group->pdata[i] != bar && find_part (bar, group->pdata[i]) == part)
      g_ptr_array_add (some, group->pdata[i]);
  append (text, some, size, depth + 1);
  is_one = strchr (text->str, ' ') == NULL;
  if (part == LEFT && text->len > 0)
    g_string_append_printf (out, "%s ", text->str);
  else if (part == RIGHT && text->len > 0)
    g_string_append_printf (out, " %s", text->str);
  else if (part == ABOVE)
    g_string_append_printf (out, is_one ? "%s/" : "(%s)/", text->str);
  else if (part == BELOW)
    g_string_append_printf (out, is_one ? "%s" : "(%s)", text->str);
}

/* The largest whose brackets are both in the group. (nullable) */
static const CogPdfMatrix *
find_matrix (const GPtrArray *group)
{
  const CogPdfMatrix *found = NULL;

  for (guint i = 0; i < group->len; i++)
    for (guint k = 0; k < group->len; k++)
      {
        const CogFormulaPiece *one = group->pdata[i], *two = group->pdata[k];

        if (one->opens != NULL && two->closes == one->opens &&
            (found == NULL || one->opens->box.width > found->box.width))
          found = one->opens;
      }
  return found;
}

/* Of a bracket with a letter of its row, the box is the bracket's. */
static double
get_line (const CogFormulaPiece *piece)
{
  return piece->word != NULL ? piece->word->baseline : piece->box.y + piece->box.height / 2;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  double one = get_line (*(CogFormulaPiece *const *)a),
         two = get_line (*(CogFormulaPiece *const *)b);

  return one < two ? -1 : one > two;
}

/* One after the other, as programs of algebra have them: "1 0; 0 1". */
static void
append_rows (GString *out, GPtrArray *inner, double size, guint depth)
{
  guint end;

  if (find_matrix (inner) != NULL || find_bar (inner) != NULL)
    {
      append (out, inner, size, depth);
      return;
    }
  g_ptr_array_sort (inner, compare_rows);
  for (guint i = 0; i < inner->len; i = end)
    {
      g_autoptr (GPtrArray) row = g_ptr_array_new ();

      for (end = i; end < inner->len &&
                    (end == i || get_line (inner->pdata[end]) - get_line (inner->pdata[end - 1]) <
                                     NEW_ROW * size);
           end++)
        g_ptr_array_add (row, inner->pdata[end]);
      if (i > 0)
        g_string_append (out, "; ");
      append (out, row, size, depth);
    }
}

static void
append_matrix (
    GString *out, const GPtrArray *group, const CogPdfMatrix *matrix, double size, guint depth)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new (), inner = g_ptr_array_new (),
                        behind = g_ptr_array_new ();
  g_autoptr (GString) left = g_string_new (NULL), rows = g_string_new (NULL),
                      right = g_string_new (NULL);

  for (guint i = 0; i < group->len; i++)
    {
      CogFormulaPiece *piece = group->pdata[i];
      double x = piece->box.x + piece->box.width / 2;

      if (piece->opens == matrix || piece->closes == matrix)
        {
          /* A piece of a bracket may have a letter of its row with it. */
          if (piece->text == NULL || piece->text[0] == '\0')
            continue;
          g_ptr_array_add (inner, piece);
        }
      else if (x < matrix->inner_x1)
        g_ptr_array_add (before, piece);
      else if (x > matrix->inner_x2)
        g_ptr_array_add (behind, piece);
      else if (piece->text == NULL || piece->text[0] != '\0')
        g_ptr_array_add (inner, piece);
    }
  append (left, before, size, depth + 1);
  append_rows (rows, inner, size, depth + 1);
  append (right, behind, size, depth + 1);
  g_string_append_printf (out, "%s%s%s%s%s%s%s", left->str, left->len > 0 ? " " : "", matrix->open,
                          rows->str, matrix->close, right->len > 0 ? " " : "", right->str);
}

/* Signs from left to right, fractions with a stroke: as people write them in a line. */
static void
append (GString *out, GPtrArray *group, double size, guint depth)
{
  const CogFormulaPiece *bar = depth < MAX_DEPTH ? find_bar (group) : NULL;
  const CogPdfMatrix *matrix = depth < MAX_DEPTH ? find_matrix (group) : NULL;
  gboolean after_root = FALSE;

  if (matrix != NULL)
    {
      append_matrix (out, group, matrix, size, depth);
      return;
    }
  if (bar != NULL)
    {
      for (int part = LEFT; part < N_PARTS; part++)
        append_part (out, group, bar, (Part)part, size, depth);
      return;
    }
  g_ptr_array_sort (group, compare_places);
  for (guint i = 0; i < group->len; i++)
    {
      const char *text = get_text (group->pdata[i]);

      if (text == NULL)
        continue;
      g_string_append_printf (out, "%s%s", out->len > 0 && !after_root ? " " : "", text);
      after_root = g_str_equal (text, "√");
    }
}

/* Letters as screen readers know them: those of mathematics are variants of the plain ones. */
char *
cog_pdf_formula_dup_text (GPtrArray *group, double size)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *plain = NULL;

  g_return_val_if_fail (group != NULL, NULL);

  append (out, group, size, 0);
  plain = g_utf8_normalize (out->str, -1, G_NORMALIZE_NFKC);
  return cog_xml_fold_space (plain != NULL ? plain : out->str);
}
