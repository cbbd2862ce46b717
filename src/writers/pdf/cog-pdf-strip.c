/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-strip.h"

#include "cog-pdf-cluster.h"

#define HYPHEN_PENALTY 110    /* of a word that is divided */
#define DASH_PENALTY 40       /* after a hyphen or dash that is in the text */
#define ONE_LETTER_PENALTY 60 /* after a word of one letter: "w", "я", "a" */
#define UNIT_PENALTY 90       /* between a number and its unit */
#define OBJECT_PENALTY 90     /* in an equation */
#define LETTER_PENALTY 5000   /* between any two letters */

static gint
compare_runs (gconstpointer a, gconstpointer b)
{
  const PangoGlyphItem *first = *(PangoGlyphItem *const *)a, *second = *(PangoGlyphItem *const *)b;

  return first->item->offset - second->item->offset;
}

void
cog_pdf_strip_init (CogPdfStrip *strip, PangoLayoutLine *line)
{
  *strip = (CogPdfStrip){
    .text = pango_layout_get_text (line->layout),
    .attributes = pango_layout_get_log_attrs_readonly (line->layout, NULL),
    .runs = g_ptr_array_new_with_free_func ((GDestroyNotify)pango_glyph_item_free),
    .start = (guint)line->start_index,
    .end = (guint)(line->start_index + line->length),
  };
  for (GSList *l = line->runs; l != NULL; l = l->next)
    g_ptr_array_add (strip->runs, l->data);
  g_slist_free (line->runs);
  line->runs = NULL;
  g_ptr_array_sort (strip->runs, compare_runs);
}

void
cog_pdf_strip_clear (CogPdfStrip *strip)
{
  g_clear_pointer (&strip->runs, g_ptr_array_unref);
}

/* How far the list of breaks has come. */
typedef struct
{
  const CogPdfStrip *strip;
  const CogPdfBreaking *breaking;
  GArray *breaks;
  CogPdfBreak now;                           /* what the text measures up to here */
  double end_width, end_stretch, end_shrink; /* without the spaces that stand last */
  guint character;                           /* of the text */
  guint byte;
  guint8 *divided; /* by byte of the strip: where words may be divided (nullable) */
  double hyphen;
} Walk;

static double
measure_hyphen (const PangoItem *item)
{
  PangoGlyphString *glyphs = pango_glyph_string_new ();
  double width;

  pango_shape ("-", 1, &item->analysis, glyphs);
  width = pango_glyph_string_get_width (glyphs) / (double)PANGO_SCALE;
  pango_glyph_string_free (glyphs);
  return width;
}

static void
add_break (Walk *walk, guint position, double hyphen, double penalty)
{
  CogPdfBreak place = { .position = position,
                        .width = walk->end_width,
                        .stretch = walk->end_stretch,
                        .shrink = walk->end_shrink,
                        .next_width = walk->now.width,
                        .next_stretch = walk->now.stretch,
                        .next_shrink = walk->now.shrink,
                        .hyphen = hyphen,
                        .penalty = penalty };

  g_array_append_val (walk->breaks, place);
}

static gunichar
get_before (const Walk *walk, guint byte)
{
  const char *text = walk->strip->text;
  const char *before = g_utf8_find_prev_char (text + walk->strip->start, text + byte);

  return before != NULL ? g_utf8_get_char (before) : 0;
}

static gboolean
is_unit (const char *text)
{
  guint n = 0;

  while (n < 4 && g_unichar_isalpha (g_utf8_get_char (text)))
    {
      text = g_utf8_next_char (text);
      n++;
    }
  return n > 0 && n < 4;
}

/* Places that are not so good although there is a space. */
static double
rate_space (const Walk *walk, guint byte)
{
  const char *begin = walk->strip->text + walk->strip->start, *p = walk->strip->text + byte;
  gunichar last = 0, before = 0;

  while (last == 0 && (p = g_utf8_find_prev_char (begin, p)) != NULL)
    last = cog_pdf_is_space (g_utf8_get_char (p)) ? 0 : g_utf8_get_char (p);
  if (p != NULL && (p = g_utf8_find_prev_char (begin, p)) != NULL)
    before = g_utf8_get_char (p);
  if (g_unichar_isdigit (last) && is_unit (walk->strip->text + byte))
    return UNIT_PENALTY;
  return g_unichar_isalpha (last) && (before == 0 || before == '(' || cog_pdf_is_space (before))
             ? ONE_LETTER_PENALTY
             : 0;
}

static void
add_break_between_words (Walk *walk, const CogPdfCluster *cluster)
{
  gunichar before = get_before (walk, cluster->byte);
  double penalty = 0;

  if (before == 0xad)
    {
      add_break (walk, cluster->byte, measure_hyphen (cluster->run->item), HYPHEN_PENALTY);
      return;
    }
  if (before == '-' || (before >= 0x2010 && before <= 0x2015))
    penalty = DASH_PENALTY;
  else if (before == 0xfffc || (cluster->c == 0xfffc && !cog_pdf_is_space (before)))
    penalty = OBJECT_PENALTY;
  else if (cog_pdf_is_space (before))
    penalty = rate_space (walk, cluster->byte);
  add_break (walk, cluster->byte, 0, penalty);
}

/* Between letters, where the last place to break is more than a line back. */
static gboolean
is_emergency (const Walk *walk, const CogPdfCluster *cluster)
{
  const CogPdfBreak *last = walk->breaks->len > 0
                                ? &g_array_index (walk->breaks, CogPdfBreak, walk->breaks->len - 1)
                                : NULL;
  double begin = last != NULL ? last->next_width : 0;

  return walk->breaking->is_emergency && walk->now.width > begin &&
         walk->strip->attributes[walk->character].is_char_break &&
         walk->now.width + cog_pdf_cluster_get_width (cluster) / (double)PANGO_SCALE - begin >
             walk->breaking->width;
}

static void
visit (Walk *walk, const CogPdfCluster *cluster)
{
  const CogPdfStrip *strip = walk->strip;
  const PangoLogAttr *attributes;

  walk->character +=
      (guint)g_utf8_strlen (strip->text + walk->byte, (gssize)(cluster->byte - walk->byte));
  walk->byte = cluster->byte;
  attributes = &strip->attributes[walk->character];
  if (cluster->byte == strip->start)
    return;
  if (attributes->is_line_break)
    add_break_between_words (walk, cluster);
  else if (walk->divided != NULL && walk->divided[cluster->byte - strip->start] != 0)
    {
      if (walk->hyphen <= 0)
        walk->hyphen = measure_hyphen (cluster->run->item);
      add_break (walk, cluster->byte, walk->hyphen, HYPHEN_PENALTY);
    }
  else if (is_emergency (walk, cluster))
    add_break (walk, cluster->byte, 0, LETTER_PENALTY);
}

static void
pass (Walk *walk, const CogPdfCluster *cluster, gunichar next)
{
  int width = cog_pdf_cluster_get_width (cluster), stretch = 0, shrink = 0;
  gboolean is_space = cog_pdf_is_space (cluster->c);

  if (walk->breaking->is_filled)
    cog_pdf_cluster_get_glue (cluster, next, &stretch, &shrink);
  walk->now.width += width / (double)PANGO_SCALE;
  if (!is_space)
    {
      /* The gap after a character is none where the line ends. */
      walk->end_width = walk->now.width;
      walk->end_stretch = walk->now.stretch;
      walk->end_shrink = walk->now.shrink;
    }
  walk->now.stretch += stretch / (double)PANGO_SCALE;
  walk->now.shrink += shrink / (double)PANGO_SCALE;
}

static gunichar
get_next (const CogPdfStrip *strip, const CogPdfCluster *cluster, guint run)
{
  CogPdfCluster next = *cluster;

  if (cog_pdf_cluster_next (&next, strip->text))
    return next.c;
  if (run + 1 < strip->runs->len)
    return g_utf8_get_char (
        strip->text + ((PangoGlyphItem *)g_ptr_array_index (strip->runs, run + 1))->item->offset);
  return 0;
}

/* A token that is an address, a name in capitals or a number is not divided, nor is one that has a
 * hyphen already. */
static gboolean
is_divisible (const char *token, const char *end)
{
  gboolean has_small = FALSE;

  for (const char *p = token; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || c == '/' || c == '@' || c == '_' || c == '-' || c == 0xad ||
          c == 0x2010 || (c == '.' && p + 1 < end && g_ascii_isalpha (p[1])))
        return FALSE;
      has_small |= !g_unichar_isupper (c) && g_unichar_isalpha (c);
    }
  return has_small;
}

static void
divide_words (Walk *walk, const PangoItem *item, const char *token, const char *end)
{
  const CogHyphenator *hyphenator = walk->breaking->hyphenate (item, walk->breaking->data);

  if (hyphenator == NULL || !is_divisible (token, end))
    return;
  for (const char *p = token; p < end;)
    {
      const char *word = p;

      while (p < end &&
             (g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p))))
        p = g_utf8_next_char (p);
      if (p > word)
        cog_hyphenator_divide (hyphenator, word, (gsize)(p - word),
                               walk->divided + (word - walk->strip->text - walk->strip->start));
      else
        p = g_utf8_next_char (p);
    }
}

static void
divide (Walk *walk)
{
  const CogPdfStrip *strip = walk->strip;

  for (guint i = 0; i < strip->runs->len; i++)
    {
      const PangoItem *item = ((PangoGlyphItem *)g_ptr_array_index (strip->runs, i))->item;
      const char *p = strip->text + item->offset, *end = p + item->length;

      while (p < end)
        {
          const char *token = p;

          while (p < end && !cog_pdf_is_space (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
          if (p > token)
            divide_words (walk, item, token, p);
          while (p < end && cog_pdf_is_space (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
        }
    }
}

GArray *
cog_pdf_strip_list_breaks (const CogPdfStrip *strip, const CogPdfBreaking *breaking)
{
  g_autofree guint8 *divided =
      breaking->hyphenate != NULL ? g_new0 (guint8, strip->end - strip->start + 1) : NULL;
  Walk walk = { .strip = strip,
                .breaking = breaking,
                .breaks = g_array_new (FALSE, FALSE, sizeof (CogPdfBreak)),
                .byte = strip->start,
                .character = (guint)g_utf8_strlen (strip->text, (gssize)strip->start),
                .divided = divided };

  if (divided != NULL)
    divide (&walk);
  for (guint i = 0; i < strip->runs->len; i++)
    {
      CogPdfCluster cluster = { .run = g_ptr_array_index (strip->runs, i) };

      walk.hyphen = 0;
      while (cog_pdf_cluster_next (&cluster, strip->text))
        {
          visit (&walk, &cluster);
          /* Only lines that are filled have glue, which depends on what follows. */
          pass (&walk, &cluster, breaking->is_filled ? get_next (strip, &cluster, i) : 0);
        }
    }
  add_break (&walk, strip->end, 0, 0);
  return walk.breaks;
}
