/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-accent-private.h"

#include <string.h>

#define K(name) HB_OT_MATH_CONSTANT_##name

/* What people write over a letter, and the combining mark that typefaces draw for it. */
static const gunichar marks[][2] = {
  { '^', 0x302 },     { 0x2c6, 0x302 },   { '~', 0x303 },     { 0x2dc, 0x303 },
  { 0x223c, 0x303 },  { 0x2d9, 0x307 },   { '.', 0x307 },     { 0xb7, 0x307 },
  { 0x22c5, 0x307 },  { 0xa8, 0x308 },    { 0x2c7, 0x30c },   { 0xb4, 0x301 },
  { '`', 0x300 },     { 0x2d8, 0x306 },   { 0x2da, 0x30a },   { 0xb0, 0x30a },
  { 0x2190, 0x20d6 }, { 0x2192, 0x20d7 }, { 0x2194, 0x20e1 }, { 0x21c0, 0x20d1 },
  { 0x21bc, 0x20d0 }, { 0x27f6, 0x20d7 }, { 0x27f5, 0x20d6 }, { 0x20db, 0x20db },
  { 0x20dc, 0x20dc },
};

static const gunichar bars[] = { 0xaf,   0x203e, 0x2c9, 0x305, 0x304, 0x2212, '-',    0x2013,
                                 0x2014, 0x2015, '_',   0x332, 0x2cd, 0x2500, 0x23af, 0x331 };

static gunichar
get_single (const char *text)
{
  return *text != '\0' && *g_utf8_next_char (text) == '\0' ? g_utf8_get_char (text) : 0;
}

static gboolean
is_bar (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    if (c == bars[i])
      return TRUE;
  return FALSE;
}

static CogMathBox *
make_bar (CogMathLayout *layout, const CogMathStyle *style, const CogMathBox *base)
{
  CogMathBox *box = cog_math_box_new (layout->font);
  double rule = cog_math_layout_get (layout, style, K (OVERBAR_RULE_THICKNESS));
  /* Over a letter the bar is as wide as its ink, not as its place. */
  gboolean is_letter = base->run != NULL && base->right > base->left;
  double width = is_letter ? (base->right - base->left) * .92 : base->width;

  box->width = width;
  box->right = width;
  box->ascent = rule;
  box->accent = width / 2;
  cog_math_box_add_rule (box, 0, -rule, width, rule);
  return box;
}

/* The widest of the typeface's that is no wider than the base; arrows as wide as it is. */
static CogMathRun *
choose (CogMathLayout *layout, CogMathRun *mark, gunichar c, double wanted, double natural)
{
  gboolean is_arrow = c >= 0x20d0 && c <= 0x20e1 && c != 0x20db && c != 0x20dc;

  if (wanted <= natural * (is_arrow ? 1.35 : 1.6) ||
      !cog_math_font_can_stretch (layout->font, mark, FALSE))
    return g_rc_box_acquire (mark);
  return cog_math_font_stretch (layout->font, mark, FALSE, is_arrow ? wanted : wanted * .8);
}

static CogMathBox *
make_mark (CogMathLayout *layout,
           const CogMathStyle *style,
           const CogMathBox *base,
           gunichar c,
           const char *shown)
{
  double size = cog_math_layout_get_size (layout, style), width = base->width;
  char text[7] = "";
  CogMathRun *mark, *run;
  CogMathBox *box;

  g_unichar_to_utf8 (c, text);
  mark = cog_math_font_shape (layout->font, text, shown, COG_MATH_SHAPE_PLAIN);
  if (mark == NULL)
    return NULL;
  run = choose (layout, mark, c, width / size, mark->right - mark->left);
  box = cog_math_box_new (layout->font);
  box->size = size;
  box->width = (run->right - run->left) * size;
  box->ascent = run->ascent * size;
  box->descent = run->descent * size;
  box->left = run->left * size;
  box->right = run->right * size;
  box->accent = run == mark ? run->accent * size : (box->left + box->right) / 2;
  cog_math_box_add_run (box, run, size, 0, 0);
  box->run = run;
  box->is_mark = TRUE;
  cog_math_run_unref (mark);
  return box;
}

static const xmlNode *
find_lone_operator (CogMathLayout *layout, const xmlNode *node)
{
  static const char *const rows[] = { "mrow", "mstyle", NULL };

  for (guint i = 0; i < 8 && cog_math_is_one_of (node, rows) && cog_math_count (node) == 1; i++)
    node = cog_math_first (node);
  return cog_math_is (node, "mo") ? node : NULL;
}

CogMathBox *
cog_math_make_accent (CogMathLayout *layout,
                      const xmlNode *node,
                      const CogMathStyle *style,
                      const CogMathBox *base,
                      gboolean is_mark)
{
  const xmlNode *mo = find_lone_operator (layout, node);
  g_autofree char *text = mo != NULL ? cog_math_dup_text (mo) : g_strdup ("");
  gunichar c = get_single (text);

  if (c == 0)
    return NULL;
  if (is_bar (c))
    return make_bar (layout, style, base);
  for (guint i = 0; is_mark && i < G_N_ELEMENTS (marks); i++)
    if (c == marks[i][0] || c == marks[i][1])
      return make_mark (layout, style, base, marks[i][1], text);
  return NULL;
}

/* The middle of the accent goes over the letter's own, and keeps the distance that it has from a
 * small letter (AccentBaseHeight) from a taller one (OpenType MATH; The TeXbook, appendix G,
 * rule 12). */
void
cog_math_place_accent (CogMathLayout *layout,
                       const CogMathStyle *style,
                       CogMathBox *box,
                       const CogMathBox *base,
                       CogMathBox *accent,
                       double x)
{
  double over, at;

  if (accent->is_mark)
    {
      double low = cog_math_layout_get (layout, style, K (ACCENT_BASE_HEIGHT));

      over = base->ascent - MIN (base->ascent, low);
      at = x + (base->run != NULL ? base->accent : base->width / 2) - accent->accent;
    }
  else
    {
      double gap = cog_math_layout_get (layout, style, K (OVERBAR_VERTICAL_GAP)) * .75;
      double middle = base->run != NULL ? (base->left + base->right) / 2 : base->width / 2;

      over = base->ascent + gap + accent->descent;
      at = x + middle -
           (accent->run != NULL ? (accent->left + accent->right) / 2 : accent->width / 2);
    }
  cog_math_box_cover (box, accent->ascent + over, accent->descent - over);
  cog_math_box_take (box, accent, at, -over);
}
