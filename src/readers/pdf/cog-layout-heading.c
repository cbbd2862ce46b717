/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-heading.h"

#include "cog-pdf-outline.h"

#include <math.h>
#include <string.h>

#define LARGER 1.07     /* than the running text */
#define MAX_LETTERS 160 /* a longer text that is set large is an introduction */
#define MAX_LINES 3
#define MAX_LEVEL 6

/* Letters and digits only, folded: what titles are compared by. (transfer full) */
static char *
dup_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
  return g_string_free (key, FALSE);
}

/* Size and weight as one number: the larger the higher a heading; bold breaks a tie. */
static int
get_style (const CogLayoutBlock *block)
{
  const CogLayoutLine *line = block->lines->pdata[0];

  return (int)lround (line->size * 2) * 2 + line->is_bold;
}

static guint
count_letters (const CogLayoutBlock *block)
{
  guint n = 0;

  for (guint i = 0; i < block->lines->len; i++)
    n += ((CogLayoutLine *)block->lines->pdata[i])->n_letters;
  return n;
}

static gboolean
may_be_heading (const CogLayoutBlock *block)
{
  return (block->kind == COG_LAYOUT_PARAGRAPH ||
          (block->kind == COG_LAYOUT_ITEM && block->label.numbering != COG_LAYOUT_BULLET)) &&
         block->lines->len > 0 && block->lines->len <= MAX_LINES &&
         count_letters (block) <= MAX_LETTERS;
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

gboolean
cog_layout_is_caption (const char *text)
{
  /* Words for it in the languages that open textbooks come in, as they are printed. */
  static const char *const words[] = {
    "figure",  "fig",    "table",  "tableau", "tabelle", "abbildung", "abb",     "figura",  "tabla",
    "tabela",  "cuadro", "quadro", "gráfico", "рисунок", "рис",       "таблица", "таблиця", "мал",
    "rysunek", "rys",    "box",    "chart",   "diagram", "photo",     "image",   "شكل",     "الشكل",
    "جدول",    "الجدول", "צילום",  "איור",    "טבלה",    "图",        "表",      "図",      "그림",
    "표",      "hình",   "bảng",   "şekil",   "tablo",   "gambar",    "tabel",   "شکل",     "تصویر",
  };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (lower, words[i]))
      {
        const char *p = lower + strlen (words[i]);

        while (*p == ' ' || *p == '.')
          p++;
        if (g_unichar_isdigit (g_utf8_get_char (p)))
          return TRUE;
      }
  return FALSE;
}

static gboolean
looks_like_heading (const CogLayoutBlock *block, const CogLayoutBody *body)
{
  const CogLayoutLine *line = block->lines->pdata[0];
  g_autofree char *text = NULL;
  gboolean is_larger = line->size > LARGER * body->size;

  if (!is_larger && !(line->is_bold && !body->is_bold && line->size > 0.95 * body->size))
    return FALSE;
  for (guint i = 0; i < block->lines->len; i++)
    {
      const CogLayoutLine *other = block->lines->pdata[i];

      if (!is_larger && (!other->is_bold || other->cells->len > 1))
        return FALSE;
    }
  text = cog_layout_block_dup_text (block);
  if (!has_letters (text) || cog_layout_is_caption (text))
    return FALSE;
  return is_larger || (strchr (".,;", text[strlen (text) - 1]) == NULL && block->lines->len <= 2);
}

/* "1.2 Forces" is the entry "Forces", and the entry "1.2 Forces – what they are" is it. */
static gboolean
names (const char *entry, const char *block)
{
  gsize n = strlen (entry), m = strlen (block);

  if (n == 0 || m == 0)
    return FALSE;
  return (n >= m ? g_str_has_suffix (entry, block) || g_str_has_prefix (entry, block)
                 : g_str_has_suffix (block, entry) || g_str_has_prefix (block, entry)) &&
         MIN (n, m) * 10 >= MAX (n, m) * 6;
}

/* Both are in the order of reading: an entry is looked for on its page, or anywhere after the last
 * where it has none. Returns the level of each style that was met. */
static GHashTable *
take_outline (GPtrArray *blocks, const GArray *outline)
{
  GHashTable *levels = g_hash_table_new (NULL, NULL);
  guint from = 0;

  for (guint i = 0; i < outline->len; i++)
    {
      const CogPdfOutlineEntry *entry = &g_array_index (outline, CogPdfOutlineEntry, i);
      g_autofree char *key = dup_key (entry->title);

      for (guint k = from; k < blocks->len; k++)
        {
          CogLayoutBlock *block = blocks->pdata[k];
          g_autofree char *text = NULL;
          g_autofree char *found = NULL;

          if (entry->page > 0 && block->page > entry->page + 1)
            break;
          if ((entry->page > 0 && block->page + 1 < entry->page) || !may_be_heading (block))
            continue;
          text = cog_layout_block_dup_text (block);
          found = dup_key (text);
          if (!names (key, found))
            continue;
          block->kind = COG_LAYOUT_HEADING;
          block->level = MIN (entry->level, MAX_LEVEL);
          if (!g_hash_table_contains (levels, GINT_TO_POINTER (get_style (block))))
            g_hash_table_insert (levels, GINT_TO_POINTER (get_style (block)),
                                 GUINT_TO_POINTER (block->level));
          from = k + 1;
          break;
        }
    }
  return levels;
}

static int
compare_styles (gconstpointer a, gconstpointer b)
{
  return *(const int *)b - *(const int *)a;
}

/* The styles of what looks like a heading, largest first. */
static GArray *
rank_styles (GPtrArray *blocks)
{
  GArray *styles = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < blocks->len; i++)
    {
      const CogLayoutBlock *block = blocks->pdata[i];
      gboolean is_known = block->kind != COG_LAYOUT_HEADING;
      int style = is_known ? 0 : get_style (block);

      for (guint k = 0; k < styles->len && !is_known; k++)
        is_known = g_array_index (styles, int, k) == style;
      if (!is_known)
        g_array_append_val (styles, style);
    }
  g_array_sort (styles, compare_styles);
  return styles;
}

/* A style that the outline does not know is one deeper than the next larger one that it knows. */
static guint
get_level (const GArray *styles, GHashTable *levels, int style)
{
  guint level = GPOINTER_TO_UINT (g_hash_table_lookup (levels, GINT_TO_POINTER (style)));

  if (level > 0)
    return level;
  for (guint i = 0; i < styles->len; i++)
    {
      int other = g_array_index (styles, int, i);
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (levels, GINT_TO_POINTER (other)));

      if (other == style)
        break;
      level = known > 0 ? known : level + 1;
    }
  level = MIN (level + 1, MAX_LEVEL);
  g_hash_table_insert (levels, GINT_TO_POINTER (style), GUINT_TO_POINTER (level));
  return level;
}

/* Nothing is a heading that nothing is said below. */
static void
drop_last (GPtrArray *blocks)
{
  for (guint i = blocks->len; i > 0; i--)
    {
      CogLayoutBlock *block = blocks->pdata[i - 1];

      if (block->kind != COG_LAYOUT_HEADING)
        break;
      if (i > 1)
        block->kind = COG_LAYOUT_PARAGRAPH;
    }
}

void
cog_layout_find_headings (GPtrArray *blocks, const GArray *outline, const CogLayoutBody *body)
{
  g_autoptr (GHashTable) levels = NULL;
  g_autoptr (GArray) styles = NULL;

  g_return_if_fail (blocks != NULL && outline != NULL && body != NULL);

  levels = take_outline (blocks, outline);
  for (guint i = 0; i < blocks->len; i++)
    {
      CogLayoutBlock *block = blocks->pdata[i];

      if (may_be_heading (block) && looks_like_heading (block, body))
        block->kind = COG_LAYOUT_HEADING;
    }
  drop_last (blocks);
  styles = rank_styles (blocks);
  for (guint i = 0; i < blocks->len; i++)
    {
      CogLayoutBlock *block = blocks->pdata[i];

      if (block->kind == COG_LAYOUT_HEADING && block->level == 0)
        block->level = get_level (styles, levels, get_style (block));
    }
}
