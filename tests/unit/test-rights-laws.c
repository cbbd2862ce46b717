/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-evaluation.h"
#include "cog-clearance.h"

/* What must hold for any licences at all (rules.md §2.2), over the whole catalogue. */

/* One licence of each class, version and kind of port: all that the rules tell apart. */
static const char *const kinds[] = {
  "CC0-1.0",
  "CC-PDM-1.0",
  "CC-BY-1.0",
  "CC-BY-4.0",
  "CC-BY-3.0-IGO",
  "CC-BY-NC-2.0",
  "CC-BY-NC-4.0",
  "CC-BY-SA-1.0",
  "CC-BY-SA-2.0",
  "CC-BY-SA-2.1-JP",
  "CC-BY-SA-2.5",
  "CC-BY-SA-3.0",
  "CC-BY-SA-3.0-IGO",
  "CC-BY-SA-4.0",
  "CC-BY-NC-SA-1.0",
  "CC-BY-NC-SA-3.0",
  "CC-BY-NC-SA-4.0",
  "CC-BY-ND-3.0",
  "CC-BY-ND-4.0",
  "CC-BY-NC-ND-4.0",
  "CC-SA-1.0",
  "LAL-1.3",
  "GFDL-1.3-only",
  "GPL-3.0-only",
  "OGL-UK-3.0",
  "NCGL-UK-2.0",
  "CC-BY-SA",
  "LicenseRef-AllRightsReserved",
  "LicenseRef-Unknown",
  "LicenseRef-Permission",
  "LicenseRef-Exception",
};

static const char *
pick (void)
{
  return kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];
}

static CogVerdict
ask (CogWork work, const CogLicence *target, const char *first, const char *second)
{
  const char *const sources[] = { first, second, NULL };

  return cog_compatibility_check (work, target, sources, NULL);
}

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (cog_licence_lookup (kinds[i]) == NULL)
      g_error ("%s is not in the catalogue", kinds[i]);
}

typedef void (*Law) (CogWork work, const CogLicence *target, const char *a, const char *b);

static void
for_all (Law law)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      for (guint t = 0; t < G_N_ELEMENTS (kinds); t++)
        {
          const CogLicence *target = cog_licence_lookup (kinds[t]);

          law (COG_WORK_ADAPTATION, target, kinds[i], kinds[k]);
          law (COG_WORK_COLLECTION, target, kinds[i], kinds[k]);
        }
}

/* Another source never opens what was closed; and which of two comes first does not matter. */
static void
law_of_two (CogWork work, const CogLicence *target, const char *a, const char *b)
{
  CogVerdict both = ask (work, target, a, b);

  if (both < ask (work, target, a, NULL) || both != ask (work, target, b, a))
    g_error ("%s + %s under %s", a, b, target->id);
}

static void
test_two (void)
{
  for_all (law_of_two);
}

/* A choice is as good as its better way, and what must be met together is as both sources. */
static void
law_of_expressions (CogWork work, const CogLicence *target, const char *a, const char *b)
{
  g_autofree char *either = g_strdup_printf ("%s OR %s", a, b);
  g_autofree char *both = g_strdup_printf ("%s AND (%s)", a, b);
  CogVerdict best = MIN (ask (work, target, a, NULL), ask (work, target, b, NULL));

  if (ask (work, target, either, NULL) != best)
    g_error ("%s under %s", either, target->id);
  if (ask (work, target, both, NULL) != ask (work, target, a, b))
    g_error ("%s under %s", both, target->id);
}

static void
test_expressions (void)
{
  for_all (law_of_expressions);
}

/* Each licence of the catalogue, alone: twice the same is once, and what nobody owns adds nothing.
 */
static void
test_one (void)
{
  GPtrArray *licences = cog_licence_list ();

  for (guint i = 0; i < licences->len; i++)
    for (guint t = 0; t < licences->len; t++)
      for (int work = COG_WORK_ADAPTATION; work <= COG_WORK_COLLECTION; work++)
        {
          const char *id = ((const CogLicence *)licences->pdata[i])->id;
          const CogLicence *target = licences->pdata[t];
          CogVerdict alone = ask ((CogWork)work, target, id, NULL);

          if (ask ((CogWork)work, target, id, id) != alone)
            g_error ("%s twice under %s", id, target->id);
          if (ask ((CogWork)work, target, id, "CC0-1.0") != alone)
            g_error ("%s with CC0 under %s", id, target->id);
        }
}

static void
add_random (GPtrArray *list)
{
  CogComponentKind kind = g_test_rand_bit () ? COG_COMPONENT_TEXT : COG_COMPONENT_FIGURE;
  CogUse use = g_test_rand_bit () ? COG_USE_TRANSLATED : COG_USE_UNMODIFIED;
  CogComponent *component = cog_component_new ("c", kind, use);
  CogCredit *credit = cog_credit_new ();

  credit->licence = g_test_rand_int_range (0, 8) > 0 ? g_strdup (pick ()) : NULL;
  if (g_test_rand_int_range (0, 4) == 0)
    {
      CogCredit *upstream = cog_credit_new ();

      upstream->licence = g_test_rand_bit () ? g_strdup (pick ()) : NULL;
      g_ptr_array_add (credit->upstream, upstream);
    }
  g_ptr_array_add (component->sources, credit);
  g_ptr_array_add (list, component);
}

static void
reverse (GPtrArray *list)
{
  for (guint i = 0; i < list->len / 2; i++)
    {
      gpointer kept = list->pdata[i];

      list->pdata[i] = list->pdata[list->len - 1 - i];
      list->pdata[list->len - 1 - i] = kept;
    }
}

/* Text that can be one work is never freer with a piece more; nor is a collection. */
static void
check_never_freer (const CogEvaluation *before, const CogEvaluation *after)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const CogRightsOption *was = cog_evaluation_find (before, kinds[i]);
      const CogRightsOption *is = cog_evaluation_find (after, kinds[i]);

      g_assert_cmpint (is->whole, >=, was->whole);
      if (before->is_collection == after->is_collection)
        g_assert_cmpint (is->verdict, >=, was->verdict);
    }
}

/* Whatever is chosen for a collection, no piece is under a licence that its sources refuse. */
static void
check_pieces (GPtrArray *list, const CogEvaluation *evaluation)
{
  for (guint i = 0; i < list->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (list, i);
      const CogCredit *credit = g_ptr_array_index (component->sources, 0);
      const CogLicence *proposal = cog_evaluation_get_proposal (evaluation);
      const CogLicence *own =
          proposal != NULL ? cog_evaluation_get_licence_of (evaluation, component, proposal->id)
                           : NULL;

      if (own != NULL && credit->licence != NULL)
        g_assert_cmpint (ask (COG_WORK_ADAPTATION, own, credit->licence, NULL), ==,
                         COG_VERDICT_ALLOWED);
    }
}

/* A book is never freer with a piece more, and the order of its pieces says nothing. */
static void
test_books (void)
{
  for (int round = 0; round < 400; round++)
    {
      g_autoptr (GPtrArray) list =
          g_ptr_array_new_with_free_func ((GDestroyNotify)cog_component_free);
      g_autoptr (CogEvaluation) before = NULL;
      g_autoptr (CogEvaluation) after = NULL;
      g_autoptr (CogEvaluation) backwards = NULL;

      for (int i = g_test_rand_int_range (1, 5); i > 0; i--)
        add_random (list);
      before = cog_evaluation_new (list);
      add_random (list);
      after = cog_evaluation_new (list);
      reverse (list);
      backwards = cog_evaluation_new (list);
      check_never_freer (before, after);
      check_pieces (list, after);
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        g_assert_cmpint (cog_evaluation_find (after, kinds[i])->verdict, ==,
                         cog_evaluation_find (backwards, kinds[i])->verdict);
      g_assert_cmpuint (after->problems->len, ==, backwards->problems->len);
      g_assert_cmpuint (after->problems->len, >=, before->problems->len);
    }
}

/* Without the pieces that it names a licence may be used; and with any one of them back it may not,
 * or there would be a smaller set. */
static void
check_replacement (GPtrArray *list, const char *licence)
{
  g_autoptr (CogClearance) clearance = cog_clearance_new (list, licence);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  g_autoptr (CogEvaluation) without = NULL;

  for (guint i = 0; i < list->len; i++)
    if (!g_ptr_array_find (clearance->pieces, list->pdata[i], NULL))
      g_ptr_array_add (rest, list->pdata[i]);
  without = cog_evaluation_new (rest);
  g_assert_cmpint (cog_evaluation_find (without, licence)->verdict, ==, COG_VERDICT_ALLOWED);
  for (guint i = 0; i < clearance->pieces->len; i++)
    {
      g_autoptr (CogEvaluation) back = NULL;

      g_ptr_array_add (rest, clearance->pieces->pdata[i]);
      back = cog_evaluation_new (rest);
      g_assert_cmpint (cog_evaluation_find (back, licence)->verdict, !=, COG_VERDICT_ALLOWED);
      g_ptr_array_set_size (rest, (int)rest->len - 1);
    }
}

static void
test_replacement (void)
{
  for (int round = 0; round < 200; round++)
    {
      g_autoptr (GPtrArray) list =
          g_ptr_array_new_with_free_func ((GDestroyNotify)cog_component_free);

      for (int i = g_test_rand_int_range (1, 6); i > 0; i--)
        add_random (list);
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          const CogLicence *licence = cog_licence_lookup (kinds[i]);

          if (!licence->is_no_target && !licence->is_unversioned)
            check_replacement (list, kinds[i]);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rights-laws/kinds", test_kinds);
  g_test_add_func ("/rights-laws/two", test_two);
  g_test_add_func ("/rights-laws/expressions", test_expressions);
  g_test_add_func ("/rights-laws/one", test_one);
  g_test_add_func ("/rights-laws/books", test_books);
  g_test_add_func ("/rights-laws/clearance", test_replacement);
  return g_test_run ();
}
