/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-run-private.h"

#include <string.h>

static void
clear (gpointer data)
{
  CogMathRun *run = data;

  g_free (run->glyphs);
  g_free (run->clusters);
  g_free (run->text);
}

void
cog_math_run_unref (CogMathRun *run)
{
  if (run != NULL)
    g_rc_box_release_full (run, clear);
}

/* All glyphs in one cluster, until it is said better. */
CogMathRun *
cog_math_run_new (guint n_glyphs, const char *text)
{
  CogMathRun *run = g_rc_box_new0 (CogMathRun);

  run->glyphs = g_new0 (CogMathGlyph, n_glyphs);
  run->n_glyphs = n_glyphs;
  run->text = g_strdup (text);
  run->clusters = g_new0 (cairo_text_cluster_t, 1);
  run->clusters[0].num_bytes = (int)strlen (text);
  run->clusters[0].num_glyphs = (int)n_glyphs;
  run->n_clusters = 1;
  return run;
}

static hb_buffer_t *
make_buffer (CogMathFont *font, const char *text, CogMathShape shape)
{
  hb_buffer_t *buffer = hb_buffer_create ();
  hb_feature_t features[3] = { { HB_TAG ('s', 's', 't', 'y'), 0, 0, (guint)-1 },
                               { HB_TAG ('d', 't', 'l', 's'), 0, 0, (guint)-1 },
                               { HB_TAG ('r', 't', 'l', 'm'), 0, 0, (guint)-1 } };

  features[0].value = (guint)shape & 3;
  features[1].value = (shape & COG_MATH_SHAPE_DOTLESS) != 0;
  features[2].value = (shape & COG_MATH_SHAPE_MIRRORED) != 0;
  hb_buffer_add_utf8 (buffer, text, -1, 0, -1);
  hb_buffer_set_direction (buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script (buffer, HB_SCRIPT_MATH);
  hb_buffer_set_language (buffer, hb_language_from_string ("en", -1));
  hb_shape (cog_math_font_get_hb (font), buffer, features, G_N_ELEMENTS (features));
  return buffer;
}

/* Where text and what it means have as many characters, each glyph knows its own. */
static void
set_clusters (CogMathRun *run, const char *text, const hb_glyph_info_t *infos, guint n)
{
  guint filled = 0;
  const char *shown = run->text;
  glong from = 0;

  if (g_utf8_strlen (text, -1) != g_utf8_strlen (run->text, -1))
    return;
  g_free (run->clusters);
  run->clusters = g_new0 (cairo_text_cluster_t, n);
  for (guint i = 0; i < n;)
    {
      guint next = i + 1;
      glong to;
      const char *end;

      while (next < n && infos[next].cluster == infos[i].cluster)
        next++;
      to = next < n ? g_utf8_pointer_to_offset (text, text + infos[next].cluster)
                    : g_utf8_strlen (text, -1);
      end = g_utf8_offset_to_pointer (shown, MAX (to - from, 0));
      run->clusters[filled].num_bytes = (int)(end - shown);
      run->clusters[filled++].num_glyphs = (int)(next - i);
      shown = end;
      from = MAX (to, from);
      i = next;
    }
  run->n_clusters = filled;
}

static void
grow_ink (CogMathRun *run, const hb_glyph_extents_t *ink, double x, double y, double units)
{
  double left = x + ink->x_bearing / units, right = left + ink->width / units;
  double ascent = ink->y_bearing / units - y, descent = -(ink->y_bearing + ink->height) / units + y;

  if (ink->width == 0 && ink->height == 0)
    return;
  if (run->right <= run->left)
    {
      run->left = left;
      run->right = right;
      run->ascent = ascent;
      run->descent = descent;
      return;
    }
  run->left = MIN (run->left, left);
  run->right = MAX (run->right, right);
  run->ascent = MAX (run->ascent, ascent);
  run->descent = MAX (run->descent, descent);
}

static void
add_glyph_facts (CogMathRun *run, hb_font_t *hb, double units)
{
  guint last = run->glyphs[run->n_glyphs - 1].index;

  run->italic = hb_ot_math_get_glyph_italics_correction (hb, last) / units;
  run->is_single = run->n_glyphs == 1;
  run->accent = run->is_single
                    ? hb_ot_math_get_glyph_top_accent_attachment (hb, run->glyphs[0].index) / units
                    : (run->width + run->italic) / 2;
}

CogMathRun *
cog_math_run_shape (CogMathFont *font, const char *text, const char *shown, CogMathShape shape)
{
  hb_font_t *hb = cog_math_font_get_hb (font);
  double units = cog_math_font_get_units (font), x = 0;
  hb_buffer_t *buffer = make_buffer (font, text, shape);
  guint n;
  hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (buffer, &n);
  hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (buffer, &n);
  CogMathRun *run = cog_math_run_new (n, shown);

  for (guint i = 0; i < n; i++)
    {
      hb_glyph_extents_t ink = { 0 };

      run->glyphs[i].index = infos[i].codepoint;
      run->glyphs[i].x = x + positions[i].x_offset / units;
      run->glyphs[i].y = -positions[i].y_offset / units;
      hb_font_get_glyph_extents (hb, infos[i].codepoint, &ink);
      grow_ink (run, &ink, run->glyphs[i].x, run->glyphs[i].y, units);
      x += positions[i].x_advance / units;
    }
  run->width = x;
  set_clusters (run, text, infos, n);
  if (n > 0)
    add_glyph_facts (run, hb, units);
  hb_buffer_destroy (buffer);
  return run;
}

static CogMathRun *
make_single (CogMathFont *font, guint glyph, const char *text)
{
  hb_font_t *hb = cog_math_font_get_hb (font);
  double units = cog_math_font_get_units (font);
  CogMathRun *run = cog_math_run_new (1, text);
  hb_glyph_extents_t ink = { 0 };

  run->glyphs[0].index = glyph;
  hb_font_get_glyph_extents (hb, glyph, &ink);
  grow_ink (run, &ink, 0, 0, units);
  run->width = hb_font_get_glyph_h_advance (hb, glyph) / units;
  add_glyph_facts (run, hb, units);
  return run;
}

/* An assembly is never longer than this many glyphs: a page is a few hundred em at most. */
#define MAX_GLYPHS 600
#define MAX_PARTS 16

typedef struct
{
  hb_ot_math_glyph_part_t parts[MAX_PARTS];
  guint n_parts;
  guint repeats; /* of each extender */
  guint n;       /* glyphs in all */
  double overlap;
} Assembly;

static gboolean
is_extender (const hb_ot_math_glyph_part_t *part)
{
  return (part->flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER) != 0;
}

/* OpenType, MATH, "Glyph assembly": as few repeats as reach the size with the least overlap; what
 * is too much then goes into more overlap, as far as the connectors allow. wanted is units. */
static gboolean
plan (Assembly *assembly, double least, double wanted)
{
  double fixed = 0, extending = 0, most = G_MAXDOUBLE, length;
  guint n_fixed = 0, n_extenders = 0;

  for (guint i = 0; i < assembly->n_parts; i++)
    {
      const hb_ot_math_glyph_part_t *part = &assembly->parts[i];
      *(is_extender (part) ? &extending : &fixed) += part->full_advance;
      *(is_extender (part) ? &n_extenders : &n_fixed) += 1;
      most = MIN (most, i > 0 ? part->start_connector_length : G_MAXDOUBLE);
      most = MIN (most, i + 1 < assembly->n_parts ? part->end_connector_length : G_MAXDOUBLE);
    }
  if (n_extenders == 0 || extending <= least * n_extenders)
    return FALSE;
  length = fixed - least * ((double)n_fixed - 1);
  assembly->repeats = wanted > length
                          ? (guint)MIN (MAX_GLYPHS / n_extenders,
                                        (wanted - length) / (extending - least * n_extenders) + 1)
                          : n_fixed == 0;
  assembly->n = n_fixed + assembly->repeats * n_extenders;
  length += assembly->repeats * (extending - least * n_extenders);
  assembly->overlap = least;
  if (assembly->n > 1 && most > least && most < G_MAXDOUBLE)
    assembly->overlap += CLAMP ((length - wanted) / (assembly->n - 1), 0, most - least);
  return assembly->n > 0;
}

static CogMathRun *
assemble (CogMathFont *font, const Assembly *assembly, gboolean is_upright, const char *text)
{
  hb_font_t *hb = cog_math_font_get_hb (font);
  double units = cog_math_font_get_units (font), at = 0;
  CogMathRun *run = cog_math_run_new (assembly->n, text);
  guint n = 0;

  for (guint i = 0; i < assembly->n_parts; i++)
    for (guint k = 0; k < (is_extender (&assembly->parts[i]) ? assembly->repeats : 1); k++)
      {
        const hb_ot_math_glyph_part_t *part = &assembly->parts[i];
        hb_glyph_extents_t ink = { 0 };
        CogMathGlyph *glyph = &run->glyphs[n++];

        hb_font_get_glyph_extents (hb, part->glyph, &ink);
        glyph->index = part->glyph;
        /* From the bottom up, or from the left. */
        if (is_upright)
          glyph->y = -(at - (ink.y_bearing + ink.height)) / units;
        else
          glyph->x = (at - ink.x_bearing) / units;
        grow_ink (run, &ink, glyph->x, glyph->y, units);
        if (is_upright)
          run->width = MAX (run->width, hb_font_get_glyph_h_advance (hb, part->glyph) / units);
        at += part->full_advance - assembly->overlap;
      }
  if (!is_upright)
    run->width = (at + assembly->overlap) / units;
  run->accent = run->width / 2;
  return run;
}

CogMathRun *
cog_math_font_stretch (CogMathFont *font, const CogMathRun *run, gboolean is_upright, double wanted)
{
  hb_font_t *hb = cog_math_font_get_hb (font);
  double units = cog_math_font_get_units (font);
  hb_direction_t direction = is_upright ? HB_DIRECTION_BTT : HB_DIRECTION_LTR;
  hb_ot_math_glyph_variant_t variants[32];
  guint n = G_N_ELEMENTS (variants), glyph;
  Assembly assembly = { .n_parts = MAX_PARTS };

  if (!run->is_single)
    return g_rc_box_acquire ((gpointer)run);
  glyph = run->glyphs[0].index;
  hb_ot_math_get_glyph_variants (hb, glyph, direction, 0, &n, variants);
  for (guint i = 0; i < n; i++)
    if (variants[i].advance >= wanted * units)
      return make_single (font, variants[i].glyph, run->text);
  if (hb_ot_math_get_glyph_assembly (hb, glyph, direction, 0, &assembly.n_parts, assembly.parts,
                                     NULL) <= MAX_PARTS &&
      assembly.n_parts > 0 &&
      plan (&assembly, hb_ot_math_get_min_connector_overlap (hb, direction), wanted * units))
    return assemble (font, &assembly, is_upright, run->text);
  return n > 0 ? make_single (font, variants[n - 1].glyph, run->text)
               : g_rc_box_acquire ((gpointer)run);
}

gboolean
cog_math_font_can_stretch (CogMathFont *font, const CogMathRun *run, gboolean is_upright)
{
  hb_font_t *hb = cog_math_font_get_hb (font);
  hb_direction_t direction = is_upright ? HB_DIRECTION_BTT : HB_DIRECTION_LTR;

  return run->is_single &&
         (hb_ot_math_get_glyph_variants (hb, run->glyphs[0].index, direction, 0, NULL, NULL) > 0 ||
          hb_ot_math_get_glyph_assembly (hb, run->glyphs[0].index, direction, 0, NULL, NULL, NULL) >
              0);
}
