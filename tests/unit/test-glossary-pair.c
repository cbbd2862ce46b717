/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-glossary-pair.h"

#include "folder.h"

#include <string.h>

/* Serbian has rules for its endings and, here, no dictionary: the result is the same everywhere. */
static const char *const words[] = {
  "en:force sr:сила sr:-моћ",
  "en:work sr:рад sr:+посао",
  "en:field sr:поље",
  "en:electric_field sr:електрично_поље",
  "en:plant_(works) sr:погон",
  "en:plant_(biology) sr:биљка",
  "en:strength sr:јачина_поља sr:-јачина",
  "en:quark",
};

static CogGlossaryPair *
make_pair (void)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_glossary_entry_free);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      CogGlossaryEntry *entry = cog_glossary_entry_new ();
      g_auto (GStrv) terms = g_strsplit (words[i], " ", -1);

      entry->id = i + 1;
      for (guint k = 0; terms[k] != NULL; k++)
        {
          g_auto (GStrv) parts = g_strsplit (terms[k], ":", 2);
          gboolean is_marked = parts[1][0] == '-' || parts[1][0] == '+';
          CogGlossaryTerm *term;

          g_strdelimit (parts[1], "_", ' ');
          term = cog_glossary_entry_add (entry, parts[0], parts[1] + is_marked);
          if (is_marked)
            term->status = parts[1][0] == '-' ? COG_TERM_FORBIDDEN : COG_TERM_ADMITTED;
        }
      g_ptr_array_add (entries, entry);
    }
  return cog_glossary_pair_new (entries, "en", "sr");
}

static void
append (GString *said, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CogTermFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = cog_term_finding_dup_sentence (finding);

      g_assert_cmpstr (sentence, !=, "");
      g_string_append_printf (said, "%s%s %s/%s %s", said->len > 0 ? "; " : "",
                              finding->kind->id + strlen ("term-"), finding->term,
                              finding->found != NULL ? finding->found : "-", finding->wanted);
    }
}

static void
assert_checked (CogGlossaryPair *pair,
                const char *unit,
                const char *source,
                const char *target,
                const char *expected)
{
  g_autoptr (CogText) from = cog_text_new_from_xhtml (source, NULL);
  g_autoptr (CogText) to = cog_text_new_from_xhtml (target, NULL);
  g_autoptr (GPtrArray) findings = cog_glossary_check_text (pair, unit, from, to);
  g_autoptr (GString) said = g_string_new (NULL);

  append (said, findings);
  g_assert_cmpstr (said->str, ==, expected);
}

static void
test_find (void)
{
  g_autoptr (CogGlossaryPair) pair = make_pair ();
  g_autoptr (CogText) text =
      cog_text_new_from_xhtml ("The <em>electric</em> field of a quark; plants.", NULL);
  g_autoptr (GArray) hits = cog_glossary_pair_find (pair, text);
  const CogGlossaryHit *hit = &g_array_index (hits, CogGlossaryHit, 0);

  g_assert_cmpuint (hits->len, ==, 4);
  g_assert_cmpuint (hit->start, ==, 4);
  g_assert_cmpuint (hit->end, ==, 18);
  g_assert_cmpint (hit->entry->id, ==, 4);
  g_assert_cmpint (hit[1].entry->id, ==, 8);
  g_assert_cmpint (hit[2].entry->id, ==, 5);
  g_assert_cmpint (hit[3].entry->id, ==, 6);
  g_assert_cmpuint (hit[3].start, ==, hit[2].start);
}

static void
test_missing (void)
{
  g_autoptr (CogGlossaryPair) pair = make_pair ();

  assert_checked (pair, NULL, "A force does work.", "Силом се врши рад.", "");
  assert_checked (pair, NULL, "A force, and forces.", "Нешто.", "missing force/- сила");
  assert_checked (pair, NULL, "Work.", "Посла нема.", "missing Work/- рад, посао");
  /* What has no translation cannot lack it. */
  assert_checked (pair, NULL, "A quark.", "Нешто.", "");
  /* A field in a longer term is not asked for, one beside it is. */
  assert_checked (pair, NULL, "Electric field.", "Електричном пољу.", "");
  assert_checked (pair, NULL, "Electric field.", "Електрика.",
                  "missing Electric field/- електрично поље");
  assert_checked (pair, NULL, "Electric field and field.", "Електрично поље и поље.", "");
  /* Either plant will do. */
  assert_checked (pair, NULL, "A plant.", "Биљка.", "");
  assert_checked (pair, NULL, "A plant.", "Погон.", "");
  assert_checked (pair, NULL, "A plant.", "Нешто.", "missing plant/- погон; биљка");
}

static void
test_forbidden (void)
{
  g_autoptr (CogGlossaryPair) pair = make_pair ();

  assert_checked (pair, NULL, "A force.", "Моћи.", "forbidden force/Моћи сила");
  assert_checked (pair, NULL, "A force.", "Сила и моћ.", "forbidden force/моћ сила");
  /* The same word for something else is nobody's business. */
  assert_checked (pair, NULL, "A thing.", "Моћ.", "");
  /* Part of what is admitted. */
  assert_checked (pair, NULL, "Its strength.", "Јачина поља.", "");
  assert_checked (pair, NULL, "Its strength.", "Јачина.", "forbidden strength/Јачина јачина поља");
}

static void
test_mixed (void)
{
  g_autoptr (CogGlossaryPair) pair = make_pair ();
  g_autoptr (GPtrArray) mixed = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GString) said = g_string_new (NULL);

  assert_checked (pair, "u1", "Work.", "Рад.", "");
  assert_checked (pair, "u2", "Work.", "Посао.", "");
  assert_checked (pair, "u3", "Work.", "Рада.", "");
  mixed = cog_glossary_pair_list_mixed (pair);
  append (said, mixed);
  g_assert_cmpstr (said->str, ==, "mixed Work/Посао рад");
  g_assert_cmpstr (((CogTermFinding *)g_ptr_array_index (mixed, 0))->unit, ==, "u2");
  cog_glossary_pair_forget (pair);
  none = cog_glossary_pair_list_mixed (pair);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/glossary-pair/find", test_find);
  g_test_add_func ("/glossary-pair/missing", test_missing);
  g_test_add_func ("/glossary-pair/forbidden", test_forbidden);
  g_test_add_func ("/glossary-pair/mixed", test_mixed);
  return g_test_run ();
}
