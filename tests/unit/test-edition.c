/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-drawing-job.h"
#include "cog-edition-job.h"
#include "cog-project-figures.h"
#include "project-fixture.h"

#include <string.h>

static CogBook *
make_edition (CogProject *project)
{
  g_autoptr (GError) error = NULL;
  CogEditionOptions options = { NULL };
  CogBook *book = cog_edition_new_for_project (project, &options, &error);

  g_assert_no_error (error);
  g_assert_true (cog_book_validate (book, NULL));
  return book;
}

static char *
dup_section (const CogBook *book, const char *id)
{
  const CogSection *section = cog_book_find_section (book, id);

  g_assert_nonnull (section);
  return cog_section_serialise (section);
}

/* The line under the figure, the entry in the list, the page that says everything. */
static void
test_one_source (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogBook) book = make_edition (project);
  g_autofree char *text = dup_section (book, "one");
  g_autofree char *credits = dup_section (book, "cognate-credits");
  g_autofree char *page = dup_section (book, "cognate-copyright");
  const char *line = strstr (text, "class=\"credit\"");

  g_assert_nonnull (line);
  g_assert_nonnull (strstr (line, "CC BY-SA 4.0"));
  g_assert_true (line > strstr (text, "<figcaption"));
  g_assert_true (line < strstr (text, "</figcaption>"));
  g_assert_null (strstr (line + 1, "class=\"credit\""));
  g_assert_nonnull (strstr (credits, "href=\"#f\""));
  g_assert_null (cog_book_find_section (book, "cognate-changes"));
  g_assert_nonnull (strstr (page, "Cats"));
  g_assert_nonnull (strstr (book->rights, "Ann"));
}

/* Two books in one: each chapter says below its title which it comes from. */
static void
test_chapters_of_two_sources (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogBook) book = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *credits = NULL;
  const char *line;

  project_fixture_add_second (project);
  book = make_edition (project);
  first = dup_section (book, "one");
  second = dup_section (book, "s2-one");
  credits = dup_section (book, "cognate-credits");
  line = strstr (second, "class=\"credit\"");
  g_assert_true (line > strstr (second, "</h1>") && line < strstr (second, "<figure"));
  g_assert_nonnull (strstr (line, "Dogs"));
  g_assert_nonnull (strstr (first, "Cats"));
  g_assert_null (strstr (first, "Dogs"));
  g_assert_nonnull (strstr (credits, "href=\"#s2-one\""));
}

static void
decide (CogProject *project, const char *unit, const char *target, CogDecision decision)
{
  CogUnitEdit edit = { .unit = unit,
                       .set = COG_UNIT_SET_DECISION | COG_UNIT_SET_TARGET,
                       .target = target,
                       .decision = decision };
  g_autoptr (GError) error = NULL;

  cog_project_edit (project, &edit, 1, "test", &error);
  g_assert_no_error (error);
}

/* Where one book is the main one, only what comes from elsewhere says so, in a sentence; what was
 * changed is in the log, and each licence's address in one place. */
static void
test_main_source (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 40);
  g_autoptr (CogBook) book = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *below = NULL;
  g_autofree char *credits = NULL;
  g_autofree char *log = NULL;

  project_fixture_add_second (project);
  decide (project, "s2-p0", "كلب", COG_DECISION_ADAPTED);
  book = make_edition (project);
  first = dup_section (book, "one");
  second = dup_section (book, "s2-one");
  below = dup_section (book, "s2-two");
  credits = dup_section (book, "cognate-credits");
  log = dup_section (book, "cognate-changes");
  g_assert_null (strstr (first, "Cats"));
  g_assert_nonnull (strstr (second, "هذا القسم مترجم إلى العربية (مصر) ومُكيَّف من «"));
  g_assert_null (strstr (below, "Dogs"));
  g_assert_null (strstr (credits, "Cats"));
  g_assert_nonnull (strstr (credits, ">الرخص</h2>"));
  g_assert_nonnull (strstr (credits, ">https://creativecommons.org/licenses/by-sa/4.0/<"));
  g_assert_nonnull (strstr (log, "كُيِّف مقطع واحد"));
  g_assert_nonnull (strstr (log, "href=\"#s2-one\""));
}

static void
set_field (CogProject *project, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cog_project_set_field (project, key, value, &error));
  g_assert_no_error (error);
}

/* The title page says where; for machines and in the credit the publisher is a name. */
static void
test_imprint (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogBook) book = NULL;
  g_autofree char *page = NULL;

  set_field (project, "place", "Amman");
  book = make_edition (project);
  g_assert_null (book->credit->publisher);
  g_assert_null (cog_book_get_imprint (book));
  g_clear_pointer (&book, cog_book_free);
  set_field (project, "publisher", "Lakeside School");
  book = make_edition (project);
  g_assert_cmpstr (book->credit->publisher, ==, "Lakeside School");
  g_assert_cmpstr (cog_book_get_imprint (book), ==, "Amman: Lakeside School");
  page = dup_section (book, "cognate-copyright");
  g_assert_nonnull (strstr (page, "Lakeside School"));
  g_assert_null (strstr (page, "Amman"));
}

#define DRAWING                                                                                    \
  "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='20'><text y='9'>Sun</text></svg>"

/* What the credit says of a translated drawing is in the language of the edition. */
static void
test_drawing (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (DRAWING, strlen (DRAWING));
  g_autoptr (CogAsset) asset = cog_asset_new ("sun.svg", "image/svg+xml", bytes);
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autoptr (CogProjectFigure) figure = NULL;
  g_autoptr (CogDrawingWords) words = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *language = cog_project_dup_language (project);
  CogPictureEdit edit = { "i", asset, credit, NULL, FALSE };

  credit->title = g_strdup ("Sun");
  credit->licence = g_strdup ("CC-BY-4.0");
  g_assert_true (cog_project_replace_picture (project, &edit, &error));
  figure = cog_project_dup_figure (project, "i", &error);
  g_assert_no_error (error);
  words = cog_drawing_words_new (project, figure, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (words->credit->changes, ==,
                   cog_attribution_get_word (language, "textTranslated"));
  g_assert_cmpstr (cog_attribution_get_word ("pl-PL", "textTranslated"), ==,
                   "tekst przetłumaczono");
}

/* Labels in a figure of a book that may not be changed are closed, also where the figure says
 * nothing of its own. */
static void
test_closed_drawing (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (DRAWING, strlen (DRAWING));
  g_autoptr (CogAsset) asset = cog_asset_new ("sun.svg", "image/svg+xml", bytes);
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autoptr (CogProjectFigure) figure = NULL;
  g_autoptr (CogDrawingWords) words = NULL;
  g_autoptr (CogDrawingWords) own = NULL;
  g_autoptr (GError) error = NULL;
  CogPictureEdit edit = { "i", asset, credit, NULL, FALSE };

  g_assert_true (cog_project_replace_picture (project, &edit, &error));
  figure = cog_project_dup_figure (project, "i", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (figure->host_licence, ==, "CC-BY-4.0");
  g_free (figure->host_licence);
  figure->host_licence = g_strdup ("CC-BY-ND-4.0");
  /* What the adapter put there is not the book's. */
  own = cog_drawing_words_new (project, figure, &error);
  g_assert_no_error (error);
  g_assert_false (own->is_forbidden);
  g_clear_pointer (&figure->source_asset, g_free);
  words = cog_drawing_words_new (project, figure, &error);
  g_assert_no_error (error);
  g_assert_true (words->is_forbidden);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/edition/one-source", test_one_source);
  PROJECT_FIXTURE_ADD ("/edition/chapters-of-two-sources", test_chapters_of_two_sources);
  PROJECT_FIXTURE_ADD ("/edition/main-source", test_main_source);
  PROJECT_FIXTURE_ADD ("/edition/imprint", test_imprint);
  PROJECT_FIXTURE_ADD ("/edition/drawing", test_drawing);
  PROJECT_FIXTURE_ADD ("/edition/closed-drawing", test_closed_drawing);
  return g_test_run ();
}
