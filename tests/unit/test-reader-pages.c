/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader.h"
#include "folder.h"

#include <glib/gstdio.h>
#include <string.h>

/* Web pages as they are really saved: by browsers, from platforms, and from another age. */

typedef struct
{
  char *folder;
  CogBook *book;
  CogReport *report;
  char *content; /* all sections */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  gsize length;
  g_autofree guchar *bytes = g_base64_decode (
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJ"
      "RU5ErkJggg==",
      &length);
  g_autofree char *path = NULL;

  f->folder = folder_make ();
  path = g_build_filename (f->folder, "cat.png", NULL);
  g_assert_true (g_file_set_contents (path, (const char *)bytes, (gssize)length, NULL));
  f->report = cog_report_new ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->folder);
  g_free (f->content);
  cog_book_free (f->book);
  cog_report_free (f->report);
}

static void
write_page (Fixture *f, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
read_page (Fixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSource) source = cog_source_new_for_path (path, NULL, &error);
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GString) content = g_string_new (NULL);

  g_clear_pointer (&f->book, cog_book_free);
  g_clear_pointer (&f->content, g_free);
  f->book = cog_reader_read (source, f->report, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cog_book_validate (f->book, f->report));
  sections = cog_book_dup_section_list (f->book);
  for (guint i = 0; i < sections->len; i++)
    {
      g_autofree char *part = cog_section_serialise (g_ptr_array_index (sections, i));

      g_string_append (content, part);
    }
  f->content = g_string_free (g_steal_pointer (&content), FALSE);
}

static void
read_body (Fixture *f, const char *head, const char *body)
{
  g_autofree char *text =
      g_strdup_printf ("<!DOCTYPE html><html><head><meta "
                       "charset=utf-8><title>T</title>%s</head><body>%s</body></html>",
                       head, body);

  write_page (f, "page.html", text);
  read_page (f, "page.html");
}

static void
assert_has (Fixture *f, const char *piece)
{
  if (strstr (f->content, piece) == NULL)
    {
      g_test_message ("no “%s” in %s", piece, f->content);
      g_test_fail ();
    }
}

static void
assert_lacks (Fixture *f, const char *piece)
{
  if (strstr (f->content, piece) != NULL)
    {
      g_test_message ("“%s” in %s", piece, f->content);
      g_test_fail ();
    }
}

static void
test_late_pictures (Fixture *f, gconstpointer data)
{
  static const char *const pictures[] = {
    "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src='cat.png' alt='a "
    "cat'><noscript><img "
    "src='cat.png' alt='a cat'></noscript>",
    "<img data-original='cat.png' alt='a cat'>",
    "<img srcset='small.png 1x, cat.png 2x' alt='a cat'>",
    "<img src='//cdn.example.org/cat.png' srcset='cat.png 1.5x' alt='a cat'>",
    "<picture><source srcset='cat.webp, cat.png 2x'><img alt='a cat'></picture>",
    "<img src='cat.png' data-src='other.png' alt='a cat'>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *body = g_strdup_printf ("<p>Look: %s</p>", pictures[i]);

      g_test_message ("%s", pictures[i]);
      read_body (f, "", body);
      g_assert_cmpuint (f->book->assets->len, ==, 1);
      assert_has (f, "alt=\"a cat\"");
      g_assert_null (strstr (strstr (f->content, "alt=\"a cat\"") + 1, "alt=\"a cat\""));
    }
}

#define MATH(x) "<math xmlns='http://www.w3.org/1998/Math/MathML'><mi>" x "</mi></math>"

static void
test_drawn_formulas (Fixture *f, gconstpointer data)
{
  static const char *const drawn[] = {
    "<span class='katex'><span class='katex-mathml'>" MATH (
        "q") "</span><span class='katex-html' "
             "aria-hidden='true'>JUNK</span></span>",
    "<span class='MathJax_Preview'>JUNK</span><span class='MathJax'><nobr>JUNK</nobr><span "
    "class='MJX_Assistive_MathML'>" MATH ("q") "</span></span><script type='math/tex'>q</script>",
    "<span class='MathJax' data-mathml=\"" MATH ("q") "\"><nobr>JUNK</nobr></span>",
    "<mjx-container "
    "class='MathJax'><mjx-math><mjx-mi>JUNK</mjx-mi></mjx-math><mjx-assistive-mml>" MATH (
        "q") "</mjx-assistive-mml></mjx-container>",
    "<script type='math/tex'>q</script>",
    "<img class='latex' src='https://s0.wp.com/latex.php?latex=q&bg=fff' alt='q'>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
    {
      g_autofree char *body = g_strdup_printf ("<p>before %s behind</p>", drawn[i]);

      g_test_message ("%s", drawn[i]);
      read_body (f, "", body);
      assert_has (f, "<mi>q</mi>");
      assert_has (f, "before <math");
      assert_has (f, "</math> behind");
      assert_lacks (f, "JUNK");
      g_assert_null (strstr (strstr (f->content, "<math") + 1, "<math"));
    }
}

static void
test_typed_formulas (Fixture *f, gconstpointer data)
{
  read_body (f, "",
             "<p>one \\(a^2\\) two [latex]b_1[/latex] three \\(\\foo\\) <code>\\(c\\)</code> "
             "$$d$$</p>");
  assert_has (f, "one <math");
  assert_has (f, "</math> two <math");
  assert_has (f, "</math> three \\(\\foo\\) <code>\\(c\\)</code> $$d$$");
  g_assert_true (cog_report_has (f->report, "tex-kept"));
  read_body (f, "<script src='https://cdn.example.org/mathjax/tex-chtml.js'></script>",
             "<p>one $$d$$ two</p>");
  assert_has (f, "<mi>d</mi>");
}

static void
test_frames (Fixture *f, gconstpointer data)
{
  write_page (f, "menu.html",
              "<html><body><a href='one.html' target='main'>One</a> <a href='two.html' "
              "target='main'>Two</a></body></html>");
  write_page (f, "one.html", "<html><body><h1>One</h1><p>First lesson.</p></body></html>");
  write_page (f, "two.html", "<html><body><h1>Two</h1><p>Second lesson.</p></body></html>");
  write_page (f, "index.html",
              "<HTML><HEAD><TITLE>Course</TITLE></HEAD><FRAMESET COLS='20%,80%'><FRAME "
              "SRC='menu.html'><FRAME SRC='one.html' NAME='main'></FRAMESET></HTML>");
  read_page (f, "index.html");
  g_assert_cmpuint (f->book->sections->len, ==, 2);
  assert_has (f, "First lesson.");
  assert_has (f, "Second lesson.");
}

static void
test_linked_data (Fixture *f, gconstpointer data)
{
  const GPtrArray *agents;

  read_body (
      f,
      "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"author\":\"No\"},"
      "{\"@type\":[\"LearningResource\"],\"author\":[{\"name\":\"Ann Lee\"},{\"name\":\"Bo "
      "Kim\"}],\"license\":{\"@id\":\"https://creativecommons.org/licenses/by/4.0/\"},"
      "\"inLanguage\":\"fr\",\"publisher\":{\"name\":\"Pub\"}}]}</script>",
      "<p>Texte.</p>");
  agents = f->book->credit->agents;
  g_assert_cmpuint (agents->len, ==, 2);
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (agents, 1))->name, ==, "Bo Kim");
  g_assert_cmpstr (f->book->language, ==, "fr");
  g_assert_cmpstr (f->book->credit->licence, ==, "CC-BY-4.0");
  g_assert_cmpstr (f->book->credit->publisher, ==, "Pub");
}

/* A chapter of a Moodle book, and a page of LibreTexts, without what the platform puts around. */
static void
test_platforms (Fixture *f, gconstpointer data)
{
  static const char *const pages[] = {
    "<div id='page'><section id='region-main'><div role='main'><h2>Book</h2><div class='navtop'>"
    "FURNITURE</div><div class='box generalbox book_content'><h3>1. Cells</h3>%s</div><div "
    "class='navbottom'>FURNITURE</div></div></section></div><footer><p>Licensed under CC BY-NC-SA "
    "4.0</p></footer>",
    "<main><section class='mt-content-container'><h1>1.1: Cells</h1>%s</section><footer "
    "class='mt-content-footer'><p>FURNITURE: This page titled Cells is shared under a <a "
    "href='https://creativecommons.org/licenses/by-nc-sa/4.0/'>CC BY-NC-SA 4.0</a> license.</p>"
    "</footer></main>",
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 20; i++)
    g_string_append (text, "<p>Cells are small, and there are many of them in each of us.</p>");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_auto (GStrv) parts = g_strsplit (pages[i], "%s", 2);
      g_autofree char *body = g_strjoinv (text->str, parts);

      read_body (f, "", body);
      assert_has (f, "Cells are small");
      assert_lacks (f, "FURNITURE");
      assert_lacks (f, "<aside");
      g_assert_cmpstr (f->book->credit->licence, ==, "CC-BY-NC-SA-4.0");
    }
}

/* A program that goes one call deeper for each bracket must not be led. */
static void
test_deep_data (Fixture *f, gconstpointer data)
{
  g_autofree char *brackets = g_strnfill (200000, '[');
  g_autofree char *head =
      g_strdup_printf ("<script type='application/ld+json'>%s</script>", brackets);

  read_body (f, head, "<p>Text.</p>");
  assert_has (f, "Text.");
}

static void
test_attribution_name (Fixture *f, gconstpointer data)
{
  read_body (f, "",
             "<p>por <a rel='cc:attributionURL' property='cc:attributionName' href='https://x'>Eva "
             "Sol</a> <a rel='license' href='https://creativecommons.org/licenses/by-nd/3.0/es/'>x"
             "</a></p>");
  g_assert_cmpuint (f->book->credit->agents->len, ==, 1);
  g_assert_cmpstr (f->book->credit->licence, ==, "CC-BY-ND-3.0-ES");
}

static void
test_bylines (Fixture *f, gconstpointer data)
{
  static const char *const lines[] = {
    "<h1>T</h1><h2>by<br>Ann Lee</h2><p>x</p>",
    "<h1>T</h1><p>By Ann Lee</p><p>x</p>",
    "<h1>T</h1><p>Posted by <a rel='author' href='/ann'>Ann Lee</a></p>",
    "<h1>T</h1><p>by <span itemprop='author'>Ann Lee</span> in 2020</p>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("%s", lines[i]);
      read_body (f, "", lines[i]);
      g_assert_cmpuint (f->book->credit->agents->len, ==, 1);
      g_assert_cmpstr (((CogAgent *)g_ptr_array_index (f->book->credit->agents, 0))->name, ==,
                       "Ann Lee");
    }
  read_body (f, "", "<h1>T</h1><p>By the river</p><p>By and large it works.</p>");
  g_assert_cmpuint (f->book->credit->agents->len, ==, 0);
}

/* Statements in the running text, in the languages of those who make them. */
static void
test_statements (Fixture *f, gconstpointer data)
{
  static const char *const statements[][2] = {
    { "هذا المُصنَّف مرخص بموجب رخصة المشاع الإبداعي نسب المُصنَّف - الترخيص بالمثل 4.0 دولي.",
      "CC-BY-SA-4.0" },
    { "本作品采用知识共享署名-相同方式共享 4.0 国际许可协议进行许可。", "CC-BY-SA-4.0" },
    { "Dieses Werk ist lizenziert unter einer Creative Commons Namensnennung 4.0 International "
      "Lizenz.",
      "CC-BY-4.0" },
    { "Лицензия: Creative Commons Attribution-ShareAlike 4.0", "CC-BY-SA-4.0" },
    { "Bu eser Creative Commons Atıf 4.0 Uluslararası Lisansı ile lisanslanmıştır.", "CC-BY-4.0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autofree char *body =
          g_strdup_printf ("<main><p>x</p></main><footer><p>%s</p></footer>", statements[i][0]);

      g_test_message ("%s", statements[i][0]);
      read_body (f, "", body);
      g_assert_cmpstr (f->book->credit->licence, ==, statements[i][1]);
    }
}

/* Pages without lang and dir: the letters tell. */
static void
test_arabic_script (Fixture *f, gconstpointer data)
{
  static const char *const texts[][2] = {
    { "یہ کتاب بچوں کے لیے ہے۔ اس میں ہر باب کے آخر میں سوال ہیں۔", "ur" },
    { "این کتاب برای دانش‌آموزان است و پرسش‌های گوناگون "
      "دارد.",
      "fa" },
    { "هذا الكتاب للتلاميذ وفي كل فصل أسئلة كثيرة عن العلوم.", "ar" },
    { "دا کتاب د ښوونځي د زده کوونکو لپاره لیکل شوی دی.", "ps" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *body = g_strdup_printf ("<h1>T</h1><p>%s</p>", texts[i][0]);

      g_test_message ("%s", texts[i][0]);
      read_body (f, "", body);
      g_assert_cmpstr (f->book->language, ==, texts[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/reader-pages/late-pictures", test_late_pictures);
  ADD ("/reader-pages/drawn-formulas", test_drawn_formulas);
  ADD ("/reader-pages/typed-formulas", test_typed_formulas);
  ADD ("/reader-pages/frames", test_frames);
  ADD ("/reader-pages/linked-data", test_linked_data);
  ADD ("/reader-pages/platforms", test_platforms);
  ADD ("/reader-pages/deep-data", test_deep_data);
  ADD ("/reader-pages/attribution-name", test_attribution_name);
  ADD ("/reader-pages/bylines", test_bylines);
  ADD ("/reader-pages/statements", test_statements);
  ADD ("/reader-pages/arabic-script", test_arabic_script);
  return g_test_run ();
}
