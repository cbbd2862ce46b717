/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-correction.h"
#include "cog-permission-letter.h"
#include "cog-rights-overview.h"
#include "project-fixture.h"

#include <string.h>

static void
has (const CogPermissionLetter *letter, const char *words)
{
  if (strstr (letter->text, words) == NULL)
    g_error ("no “%s” in:\n%s", words, letter->text);
}

static void
has_not (const CogPermissionLetter *letter, const char *words)
{
  if (strstr (letter->text, words) != NULL)
    g_error ("“%s” in:\n%s", words, letter->text);
}

static CogPermissionWish *
wish_new (void)
{
  CogPermissionWish *wish = g_new0 (CogPermissionWish, 1);

  wish->credit = cog_credit_new ();
  wish->credit->words = g_strdup ("© 2019\nT. Brandt");
  wish->credit->source_url = g_strdup ("https://example.org/map");
  g_ptr_array_add (wish->credit->agents, cog_agent_new ("T. Brandt", COG_ROLE_HOLDER));
  wish->piece = g_strdup ("Figure 2 The map");
  wish->book = g_strdup ("A Trip");
  wish->title = g_strdup ("Eine Reise");
  wish->language = g_strdup ("de-CH");
  wish->is_translation = TRUE;
  wish->licence = g_strdup ("CC-BY-SA-4.0");
  wish->people = g_strdup ("Ann Bee\nCy Dee");
  wish->scope = COG_LEAVE_COPY | COG_LEAVE_TRANSLATE | COG_LEAVE_ONLINE;
  return wish;
}

/* Every gap stands in brackets where it is said to stand. */
static void
check_gaps (const CogPermissionLetter *letter, guint n)
{
  guint brackets = 0;

  g_assert_cmpuint (letter->gaps->len, ==, n);
  for (guint i = 0; i < letter->gaps->len; i++)
    {
      const CogLetterGap *gap = &g_array_index (letter->gaps, CogLetterGap, i);
      g_autofree char *words =
          g_utf8_substring (letter->text, gap->start, gap->start + gap->length);

      g_assert_true (words[0] == '[' && g_str_has_suffix (words, "]"));
      g_assert_null (strchr (words + 1, '['));
    }
  for (const char *c = letter->text; *c != '\0'; c++)
    {
      g_assert_false (*c == '\x02' || *c == '\x03');
      brackets += *c == '[';
    }
  g_assert_cmpuint (brackets, ==, n);
}

static void
test_known (void)
{
  g_autoptr (CogPermissionWish) wish = wish_new ();
  g_autoptr (CogPermissionLetter) letter = cog_permission_letter_new (wish);

  g_test_message ("%s", letter->text);
  has (letter, "Permission to use “Figure 2 The map”\n\nDear T. Brandt,\n\n");
  has (letter, "a translation of the book “A Trip”. Its language is German (Switzerland), and its "
               "title is “Eine Reise”.");
  has (letter, "We found it in the book “A Trip”.");
  has (letter, "It comes from here: https://example.org/map.");
  has (letter, "“© 2019 T. Brandt”");
  has (letter, "We have found no licence for it.");
  has (letter, "• May we take it over into our edition?\n• May we translate the words in it?");
  has (letter, "• May we share it on the internet?\n\n");
  has_not (letter, "May we share it in print?");
  has_not (letter, "May we change it");
  has (letter, "CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)");
  has (letter, "has to ask you.");
  has (letter, "With kind regards\nAnn Bee\nCy Dee\n[your address]\n");
  has_not (letter, "It was made by");
  check_gaps (letter, 1);
}

/* Nothing is invented: what nobody knows is a gap. */
static void
test_unknown (void)
{
  g_autoptr (CogPermissionWish) wish = g_new0 (CogPermissionWish, 1);
  g_autoptr (CogPermissionLetter) letter = NULL;

  wish->credit = cog_credit_new ();
  wish->scope = COG_LEAVE_COPY;
  wish->is_for_licence = TRUE;
  letter = cog_permission_letter_new (wish);
  g_test_message ("%s", letter->text);
  has (letter, "Dear [name of the owner of the rights],");
  has (letter, "[title of your edition]");
  has (letter, "[the licence of your edition]");
  has (letter, "[your name]\n[your address]\n");
  has (letter, "to let your work be under it, too");
  has_not (letter, "(null)");
  check_gaps (letter, 9);
}

static char *
dup_terms (const char *licence, CogLeave *leave)
{
  g_autoptr (CogPermissionWish) wish = wish_new ();
  g_autoptr (CogPermissionLetter) letter = NULL;
  const char *start;

  wish->credit->licence = g_strdup (licence);
  wish->credit->leave = leave;
  letter = cog_permission_letter_new (wish);
  start = strstr (letter->text, "T. Brandt”. ");
  g_assert_nonnull (start);
  start += strlen ("T. Brandt”. ");
  return g_strndup (start, (gsize)(strstr (start, "As far as we know") - start));
}

/* Why the owner is asked follows from what the record says. */
static void
test_terms (void)
{
  static const struct
  {
    const char *licence, *date, *until, *words;
  } rows[] = {
    { "LicenseRef-AllRightsReserved", NULL, NULL, "All rights in it are reserved. " },
    { "LicenseRef-Unknown", NULL, NULL, "We have found no licence for it. " },
    { "CC-BY-ND-4.0", NULL, NULL,
      "It is under CC BY-ND 4.0, which does not allow that translations or other changes are "
      "shared. " },
    { "CC-BY-NC-2.0", NULL, NULL, "It is under CC BY-NC 2.0, which allows no commercial use. " },
    { "CC-BY-4.0 OR GFDL-1.3-only", NULL, NULL, NULL },
    { "LicenseRef-Permission", "2020-01-01", "2021-12-31",
      "The permission of 2020-01-01 ended on 2021-12-31. " },
    { "LicenseRef-Permission", NULL, "2021", "The permission that was given ended on 2021. " },
    { "LicenseRef-Permission", "2020-01-01", NULL,
      "A permission was given on 2020-01-01; we need a wider one. " },
    { "LicenseRef-Exception", NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CogLeave *leave = cog_leave_new ();
      g_autofree char *words = NULL;

      leave->date = g_strdup (rows[i].date);
      leave->until = g_strdup (rows[i].until);
      words = dup_terms (rows[i].licence, leave);
      if (rows[i].words != NULL)
        g_assert_cmpstr (words, ==, rows[i].words);
      else
        g_assert_true (g_str_has_prefix (words, "It is under "));
    }
}

/* From a project: the book in which the picture stands, its languages and its people. */
static void
test_project (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogRightsOverview) overview = cog_rights_overview_new (project, &error);
  CogRightsPart *text = g_ptr_array_index (overview->parts, 0);
  CogRightsPart *picture = g_ptr_array_index (overview->parts, 1);
  g_autoptr (CogCredit) credit = cog_credit_copy (cog_rights_part_get (picture)->credit);
  g_autoptr (CogPermissionWish) of_text = NULL;
  g_autoptr (CogPermissionWish) of_picture = NULL;
  g_autoptr (CogPermissionLetter) letter = NULL;

  g_assert_no_error (error);
  g_assert_true (cog_project_set_field (project, "translator", "Nour; Sami", &error));
  g_assert_true (cog_project_set_field (project, "publisher", "Nour", &error));
  of_text = cog_permission_wish_new (project, text, NULL);
  g_assert_cmpstr (of_text->piece, ==, "Cats");
  g_assert_null (of_text->book);
  g_assert_true (of_text->is_text && of_text->is_translation);
  g_assert_cmpstr (of_text->people, ==, "Nour\nSami");
  letter = cog_permission_letter_new (of_text);
  has (letter, "Dear Ann,");
  has (letter, "May we translate it? The language is Arabic (Egypt).");
  cog_credit_set_makers (credit, "Bo");
  of_picture = cog_permission_wish_new (project, picture, credit);
  g_assert_cmpstr (of_picture->book, ==, "Cats");
  g_assert_cmpstr (of_picture->piece, ==, "Cat");
  cog_permission_letter_free (g_steal_pointer (&letter));
  letter = cog_permission_letter_new (of_picture);
  has (letter, "Dear Bo,");
  has (letter, "It was made by Bo.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/permission-letter/known", test_known);
  g_test_add_func ("/permission-letter/unknown", test_unknown);
  g_test_add_func ("/permission-letter/terms", test_terms);
  PROJECT_FIXTURE_ADD ("/permission-letter/project", test_project);
  return g_test_run ();
}
