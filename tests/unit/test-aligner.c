/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-aligner.h"

#include <string.h>

static GPtrArray *
make_items (const char *const *texts)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_align_item_free);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      /* "# " a heading, "- " an entry, "= " an equation. */
      CogAlignKind kind = g_str_has_prefix (texts[i], "# ")   ? COG_ALIGN_HEADING
                          : g_str_has_prefix (texts[i], "- ") ? COG_ALIGN_ENTRY
                          : g_str_has_prefix (texts[i], "= ") ? COG_ALIGN_EQUATION
                                                              : COG_ALIGN_PARAGRAPH;
      CogAlignItem *item = cog_align_item_new (kind);

      cog_align_item_add_text (item, texts[i] + (kind == COG_ALIGN_PARAGRAPH ? 0 : 2));
      if (kind == COG_ALIGN_EQUATION)
        cog_align_item_add_anchor (item, COG_ANCHOR_PIECE, texts[i] + 2);
      cog_align_item_settle (item);
      g_ptr_array_add (items, item);
    }
  return items;
}

/* "0-0 1-1,2 3- 4-3?": each bead's pieces of both texts; "?": it is doubtful. */
static char *
align (const char *const *source, const char *const *target)
{
  g_autoptr (GPtrArray) sources = make_items (source);
  g_autoptr (GPtrArray) targets = make_items (target);
  g_autoptr (CogAligner) aligner = cog_aligner_new (sources, targets);
  g_autoptr (GArray) beads = NULL;
  GString *text = g_string_new (NULL);

  for (guint run = 0; run < 2; run++)
    {
      g_clear_pointer (&beads, g_array_unref);
      beads = cog_aligner_pair (aligner, 0, sources->len, 0, targets->len, NULL, NULL);
      cog_aligner_learn (aligner, beads);
    }
  for (guint i = 0; i < beads->len; i++)
    {
      const CogAlignBead *bead = &g_array_index (beads, CogAlignBead, i);

      g_string_append (text, i > 0 ? " " : "");
      for (guint k = 0; k < bead->n_source; k++)
        g_string_append_printf (text, "%s%u", k > 0 ? "," : "", bead->source + k);
      g_string_append_c (text, '-');
      for (guint k = 0; k < bead->n_target; k++)
        g_string_append_printf (text, "%s%u", k > 0 ? "," : "", bead->target + k);
      if (bead->n_source > 0 && bead->n_target > 0 && bead->confidence < 0.5)
        g_string_append_c (text, '?');
    }
  return g_string_free (text, FALSE);
}

static const char *const english[] = {
  "# The pond in winter",
  "In winter the pond is covered with ice, and the fish rest near the bottom.",
  "The ice is 12 cm thick in January.",
  "Water is densest at 4 °C. That is why the bottom of the pond does not freeze; the fish that "
  "live there need little food, and wait until the sun has melted the ice.",
  "= d=12",
  "Isaac Newton measured it in 1701.",
  NULL,
};

static void
test_latin (void)
{
  /* The third paragraph became two, the equation stayed, and one was added. */
  const char *const polish[] = {
    "# Staw zimą",
    "Zimą staw jest pokryty lodem, a ryby odpoczywają przy dnie.",
    "W styczniu lód ma 12 cm grubości.",
    "Woda ma największą gęstość w temperaturze 4 °C.",
    "Dlatego dno stawu nie zamarza; ryby, które tam żyją, potrzebują mało pokarmu i czekają, aż "
    "słońce stopi lód.",
    "= d=12",
    "Zmierzył to Isaac Newton w 1701 roku.",
    NULL,
  };
  g_autofree char *beads = align (english, polish);

  g_assert_cmpstr (beads, ==, "0-0 1-1 2-2 3-3,4 4-5 5-6");
}

static void
test_arabic (void)
{
  /* Digits of another script; the first paragraph is missing. */
  const char *const arabic[] = {
    "# البركة في الشتاء",
    "يبلغ سمك الجليد ١٢ سم في يناير.",
    "تكون كثافة الماء أعلى ما يمكن عند ٤ درجات. ولهذا لا يتجمد قاع البركة؛ والأسماك التي تعيش هناك "
    "تحتاج إلى القليل من الطعام وتنتظر حتى تذيب الشمس الجليد.",
    "= d=12",
    "قاس ذلك إسحاق نيوتن عام ١٧٠١.",
    NULL,
  };
  g_autofree char *beads = align (english, arabic);

  g_assert_cmpstr (beads, ==, "0-0 1- 2-1 3-2 4-3 5-4");
}

static void
test_chinese (void)
{
  /* A third of the length, and no spaces; one paragraph more. */
  const char *const chinese[] = {
    "# 冬天的池塘",
    "冬天，池塘被冰覆盖，鱼在池底附近休息。",
    "一月份冰厚12厘米。",
    "水在4 °C时密度最大。因此池底不会结冰；生活在那里的鱼需要很少的食物，等待太阳把冰融化。",
    "= d=12",
    "艾萨克·牛顿在1701年测量了它。",
    "请在家里用一杯水和一支温度计做同样的实验，并记录2小时的结果。",
    NULL,
  };
  g_autofree char *beads = align (english, chinese);

  g_assert_cmpstr (beads, ==, "0-0 1-1 2-2 3-3 4-4 5-5 -6");
}

static void
test_listed (void)
{
  const char *const source[] = {
    "A car of 900 kg brakes. (a) How long does it take from 30 m/s? (b) How far does it go in the "
    "first 2 s? (c) Which force of 4500 N does the road exert?",
    "The next exercise is about the Moon and its 27 days.",
    NULL,
  };
  const char *const target[] = {
    "Samochód o masie 900 kg hamuje.",
    "- Ile czasu trwa hamowanie od 30 m/s?",
    "- Jak daleko zajedzie w ciągu pierwszych 2 s?",
    "- Jaką siłę 4500 N wywiera na niego droga?",
    "Następne ćwiczenie jest o Księżycu i jego 27 dniach.",
    NULL,
  };
  g_autofree char *beads = align (source, target);

  g_assert_cmpstr (beads, ==, "0-0,1,2,3 1-4");
}

static void
test_one_language (void)
{
  /* Another edition: a sentence changed, and a paragraph came. */
  const char *const after[] = {
    "# The pond in winter",
    "In winter the pond is covered with ice, and the fish rest near the bottom.",
    "The ice is 11 cm thick in January, as it was measured in 2019.",
    "Ducks leave for the south in October, when the first nights of frost come.",
    "Water is densest at 4 °C. That is why the bottom of the pond does not freeze; the fish that "
    "live there need little food, and wait until the sun has melted the ice.",
    "= d=12",
    "Isaac Newton measured it in 1701.",
    NULL,
  };
  g_autofree char *beads = align (english, after);

  g_assert_cmpstr (beads, ==, "0-0 1-1 2-2 -3 3-4 4-5 5-6");
}

/* More than is looked at cell by cell, with a chapter missing from the middle. */
static void
test_long (void)
{
  g_autoptr (GPtrArray) sources =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_align_item_free);
  g_autoptr (GPtrArray) targets =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_align_item_free);
  g_autoptr (CogAligner) aligner = NULL;
  g_autoptr (GArray) beads = NULL;
  guint n_right = 0;

  for (guint i = 0; i < 3000; i++)
    for (guint side = 0; side < (i / 500 == 2 ? 1u : 2u); side++)
      {
        CogAlignItem *item = cog_align_item_new (COG_ALIGN_PARAGRAPH);
        g_autofree char *text = g_strdup_printf (
            side == 0 ? "The value of case number %u is measured." : "Wartość przypadku %u.",
            i * 7919 % 10007);

        cog_align_item_add_text (item, text);
        cog_align_item_settle (item);
        g_ptr_array_add (side == 0 ? sources : targets, item);
      }
  aligner = cog_aligner_new (sources, targets);
  beads = cog_aligner_pair (aligner, 0, sources->len, 0, targets->len, NULL, NULL);
  for (guint i = 0; i < beads->len; i++)
    {
      const CogAlignBead *bead = &g_array_index (beads, CogAlignBead, i);

      n_right += bead->n_source == 1 && bead->n_target == 1 &&
                 bead->target == bead->source - (bead->source >= 1500 ? 500 : 0);
    }
  g_assert_cmpuint (n_right, >=, 2495);
}

static void
test_empty (void)
{
  const char *const nothing[] = { NULL };
  g_autofree char *none = align (nothing, nothing);
  g_autofree char *alone = align (english, nothing);
  g_autoptr (GPtrArray) items = make_items (english);
  g_autoptr (CogAligner) aligner = cog_aligner_new (items, items);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (alone, ==, "0- 1- 2- 3- 4- 5-");
  g_cancellable_cancel (cancellable);
  g_assert_null (cog_aligner_pair (aligner, 0, 6, 0, 6, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/aligner/latin", test_latin);
  g_test_add_func ("/aligner/arabic", test_arabic);
  g_test_add_func ("/aligner/chinese", test_chinese);
  g_test_add_func ("/aligner/listed", test_listed);
  g_test_add_func ("/aligner/one-language", test_one_language);
  g_test_add_func ("/aligner/long", test_long);
  g_test_add_func ("/aligner/empty", test_empty);
  return g_test_run ();
}
