/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-figures.h"

#include "cog-number.h"
#include "cog-segment-fold.h"

#include <math.h>
#include <string.h>

#define MOST_FIGURES 64

typedef struct
{
  char *text;
  guint start, end;     /* characters */
  gboolean is_number;   /* else it has digits, as "1.2.3" has */
  gboolean is_replaced; /* by that of the same place in the other segment */
  CogNumber number;
} Figure;

static void
clear_figure (Figure *figure)
{
  g_free (figure->text);
}

static guint
count_digits (const char *c)
{
  guint n = 0;

  for (; g_unichar_isdigit (g_utf8_get_char (c)); c = g_utf8_next_char (c))
    n++;
  return n;
}

/* Whether a number goes on behind what stands between digits: a space does only before three more,
 * where the language writes thousands so. */
static gboolean
goes_on (const char *c, gboolean groups_by_space)
{
  gunichar between = g_utf8_get_char (c);
  guint n = cog_number_is_separator (between) ? count_digits (g_utf8_next_char (c)) : 0;

  return g_unichar_isspace (between) ? groups_by_space && n == 3 : n > 0;
}

/* (element-type Figure) rest: (out) the text without them, folded. */
static GArray *
list_figures (const char *text, const char *language, char **rest)
{
  GArray *figures = g_array_new (FALSE, TRUE, sizeof (Figure));
  gboolean groups_by_space = cog_number_groups_by_space (language);
  g_autoptr (GString) others = g_string_new (NULL);
  const char *c = text;
  guint at = 0;

  g_array_set_clear_func (figures, (GDestroyNotify)clear_figure);
  while (*c != '\0')
    {
      const char *begin = c;
      Figure figure = { .start = at };

      while (g_unichar_isdigit (g_utf8_get_char (c)) ||
             (c > begin && *c != '\0' && goes_on (c, groups_by_space)))
        {
          c = g_utf8_next_char (c);
          at++;
        }
      if (c == begin)
        {
          c = g_utf8_next_char (c);
          at++;
          g_string_append_len (others, begin, c - begin);
          continue;
        }
      figure.end = at;
      figure.text = g_strndup (begin, (gsize)(c - begin));
      figure.is_number = cog_number_read (figure.text, -1, language, &figure.number);
      g_array_append_val (figures, figure);
      g_string_append_c (others, '\1');
    }
  *rest = cog_segment_fold (others->str);
  return figures;
}

static gboolean
is_same (const Figure *a, const Figure *b)
{
  if (a->is_number && b->is_number)
    return fabs (a->number.value - b->number.value) <= 1e-9 * MAX (1, fabs (a->number.value));
  return g_str_equal (a->text, b->text);
}

/* Thousands together: as "2019" is written where it is a year. */
static char *
dup_ungrouped (const char *text, guint n_decimals)
{
  GString *plain = g_string_new (NULL);
  const char *last = NULL;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (cog_number_is_separator (g_utf8_get_char (c)))
      last = c;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!cog_number_is_separator (g_utf8_get_char (c)) || (n_decimals > 0 && c == last))
      g_string_append_len (plain, c, g_utf8_next_char (c) - c);
  return g_string_free (plain, FALSE);
}

/* What takes the place of one of the translation's. (nullable) */
static char *
dup_written (const Figure *there, const Figure *known, const Figure *wanted, const char *to)
{
  g_autofree char *text = NULL;
  CogNumber number;

  /* Written alike in both languages: a year, a section's number. */
  if (g_str_equal (there->text, known->text) &&
      (!wanted->is_number || (cog_number_read (wanted->text, -1, to, &number) &&
                              fabs (number.value - wanted->number.value) < 1e-9)))
    return g_strdup (wanted->text);
  if (!wanted->is_number)
    return NULL;
  text = cog_number_dup (wanted->number.value, wanted->number.n_decimals, to);
  return there->number.is_grouped || wanted->number.is_grouped
             ? g_steal_pointer (&text)
             : dup_ungrouped (text, wanted->number.n_decimals);
}

static guint
count_same (GArray *figures, const Figure *figure)
{
  guint n = 0;

  for (guint i = 0; i < figures->len; i++)
    n += is_same (&g_array_index (figures, Figure, i), figure);
  return n;
}

/* Of several that are the same, some may have become others, or other ones: which is which is not
 * known then. */
static gboolean
is_certain (GArray *known, GArray *wanted, guint at)
{
  const Figure *figure = &g_array_index (known, Figure, at);

  for (guint i = 0; i < known->len; i++)
    if (is_same (&g_array_index (known, Figure, i), figure) &&
        !is_same (&g_array_index (wanted, Figure, i), &g_array_index (wanted, Figure, at)))
      return FALSE;
  return TRUE;
}

static gboolean
replace_figures (CogText *target, GArray *known, GArray *wanted, const char *to)
{
  g_autofree char *rest = NULL;
  g_autoptr (GArray) there = list_figures (target->plain, to, &rest);

  /* From the last on, so that places stay what they are. */
  for (guint i = there->len; i > 0; i--)
    {
      Figure *figure = &g_array_index (there, Figure, i - 1);

      for (guint k = 0; k < known->len && !figure->is_replaced; k++)
        {
          const Figure *old = &g_array_index (known, Figure, k);
          const Figure *new = &g_array_index (wanted, Figure, k);
          g_autofree char *written = NULL;

          if (!is_same (figure, old))
            continue;
          figure->is_replaced = TRUE;
          if (is_same (old, new))
            continue;
          written = dup_written (figure, old, new, to);
          if (written == NULL || !cog_text_replace (target, figure->start, figure->end, written))
            return FALSE;
        }
    }
  /* Each that changed was there, as often as in the segment. */
  for (guint k = 0; k < known->len; k++)
    {
      const Figure *old = &g_array_index (known, Figure, k);

      if (!is_same (old, &g_array_index (wanted, Figure, k)) &&
          (!is_certain (known, wanted, k) || count_same (there, old) != count_same (known, old)))
        return FALSE;
    }
  return TRUE;
}

CogText *
cog_memory_adjust_figures (
    const char *segment, const char *known, const CogText *target, const char *from, const char *to)
{
  g_autofree char *rest = NULL;
  g_autofree char *known_rest = NULL;
  g_autoptr (GArray) wanted = NULL;
  g_autoptr (GArray) old = NULL;
  g_autoptr (CogText) adjusted = NULL;
  gboolean is_other = FALSE;

  g_return_val_if_fail (segment != NULL && known != NULL && target != NULL, NULL);

  wanted = list_figures (segment, from, &rest);
  old = list_figures (known, from, &known_rest);
  if (!g_str_equal (rest, known_rest) || wanted->len != old->len || wanted->len == 0 ||
      wanted->len > MOST_FIGURES)
    return NULL;
  for (guint i = 0; i < old->len; i++)
    is_other =
        is_other || !is_same (&g_array_index (old, Figure, i), &g_array_index (wanted, Figure, i));
  adjusted = is_other ? cog_text_copy (target) : NULL;
  return adjusted != NULL && replace_figures (adjusted, old, wanted, to)
             ? g_steal_pointer (&adjusted)
             : NULL;
}
