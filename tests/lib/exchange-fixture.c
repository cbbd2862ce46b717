/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include "cog-exchange-export.h"

#include <glib/gstdio.h>
#include <string.h>

#define MATH                                                                                       \
  "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" alttext=\"E = mc^2\"><mi>E</mi><mo>=</mo>"   \
  "<mi>m</mi></math>"
#define NOTE "<a epub:type=\"noteref\" role=\"doc-noteref\" href=\"#n\">1</a>"
#define LINK "<a href=\"https://example.org/?a=1&amp;b=2\">"

const char *const exchange_fixture_sources[] = {
  "Plain &amp; simple: 1 &lt; 2. It \"is\" \\ so.",
  "It is <strong>bold. And goes on</strong> here.",
  "See " LINK "<em>the</em> map</a>, please.",
  "Energy is " MATH ", they say." NOTE,
  "First<br/>second.",
  NULL,
};

const char *const exchange_fixture_targets[] = {
  "بسيط &amp; سهل: 1 &lt; 2. إنه \"كذلك\" \\ هكذا.",
  "إنه <strong>غليظ. ويستمر</strong> هنا.",
  "انظر " LINK "<em>إلى</em> الخريطة</a> من فضلك.",
  "يقولون" NOTE " إن الطاقة " MATH "\u200f.",
  "أول<br/>ثان. <em>جديد</em>",
  NULL,
};

static CogBook *
make_book (void)
{
  CogBook *book = cog_book_new ();
  CogSection *section = cog_section_new ("one", "One & only");
  g_autoptr (GString) text =
      g_string_new ("<section xmlns='" COG_NS_XHTML "' xmlns:epub='" COG_NS_EPUB "'>"
                    "<h1 id='h'>One</h1>"
                    "<figure id='f'><img id='i' src='a.png' alt='A cat &amp; a dog'/>"
                    "<figcaption id='c'>Cat</figcaption></figure>");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("png", 3);

  for (guint i = 0; exchange_fixture_sources[i] != NULL; i++)
    g_string_append_printf (text, "<p id='p%u'>%s</p>", i, exchange_fixture_sources[i]);
  g_string_append (text, "<aside id='n' epub:type='footnote' role='doc-footnote'>"
                         "<p id='np'>A note</p></aside></section>");
  section->content = cog_xml_parse_own (text->str, -1, NULL);
  g_assert_nonnull (section->content);
  g_ptr_array_add (book->sections, section);
  cog_book_add_asset (book, cog_asset_new ("a.png", "image/png", bytes));
  book->language = g_strdup ("en");
  book->credit->title = g_strdup ("Cats");
  cog_book_identify (book, NULL);
  g_assert_true (cog_book_validate (book, NULL));
  return book;
}

static gboolean
add_book (CogProject *project, gpointer user_data, GError **error)
{
  g_autoptr (CogBook) book = make_book ();
  g_autofree char *id =
      cog_project_add_source (project, book, "epub", "cats.epub", NULL, NULL, error);

  return id != NULL;
}

CogProject *
exchange_fixture_create (const char *path)
{
  g_autoptr (GError) error = NULL;
  CogProject *project = cog_project_create (path, "ar-EG", "Cats", add_book, NULL, &error);

  g_assert_no_error (error);
  return project;
}

void
exchange_fixture_translate (CogProject *project)
{
  static const CogState states[] = { COG_STATE_TRANSLATED, COG_STATE_REVIEWED, COG_STATE_FINAL,
                                     COG_STATE_INITIAL, COG_STATE_TRANSLATED };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; exchange_fixture_targets[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      const CogUnitEdit edit = {
        .unit = id,
        .set = COG_UNIT_SET_TARGET | COG_UNIT_SET_STATE | COG_UNIT_SET_NOTE | COG_UNIT_SET_REASON |
               (i == 2 ? COG_UNIT_SET_DECISION : 0),
        .target = exchange_fixture_targets[i],
        .state = states[i],
        .decision = COG_DECISION_ADAPTED,
        .note = i == 0 ? "Look & see\nagain" : NULL,
        .reason = i == 2 ? "No such map here" : NULL,
      };

      g_assert_true (cog_project_edit (project, &edit, 1, "test", &error));
      g_assert_no_error (error);
    }
  g_assert_true (project_fixture_set_target (project, "i@alt", "قطة &amp; كلب", &error));
}

char *
exchange_fixture_export (CogProject *project, const char *format, const char *path)
{
  g_autoptr (GError) error = NULL;
  CogExchangeCount count = { 0 };
  char *text = NULL;

  cog_exchange_export (project, path, cog_exchange_format_find (format), NULL, NULL, NULL, &count,
                       &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

CogExchangePlan *
exchange_fixture_plan (CogProject *project, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  CogExchangePlan *plan = cog_exchange_plan_new (project, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (name, text, -1, NULL));
  cog_exchange_plan_read (plan, name, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  cog_exchange_plan_end (plan);
  return plan;
}

guint
exchange_fixture_import (CogProject *project, const char *name, const char *text)
{
  g_autoptr (CogExchangePlan) plan = exchange_fixture_plan (project, name, text);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  cog_exchange_plan_apply (plan, project, &n, &error);
  g_assert_no_error (error);
  return n;
}

char *
exchange_fixture_replace (char *text, const char *old, const char *with)
{
  g_autofree char *whole = text;
  char *place = strstr (whole, old);

  g_assert_nonnull (place);
  return g_strdup_printf ("%.*s%s%s", (int)(place - whole), whole, with, place + strlen (old));
}
