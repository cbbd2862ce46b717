/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-apertium-page.h"
#include "cog-apertium-tidy.h"
#include "cog-apertium.h"
#include "cog-engine-language.h"
#include "cog-engine-texts.h"
#include "cog-error.h"

#include <string.h>

#define MATH "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>F</mi></math>"
#define LINK "<a href=\"#n\">note</a>"
#define PIECE "<img src=\"a.png\" alt=\"A cat\"/>"

/* An engine that answers what a test wants, true or not. */
typedef char *(*Liar) (const char *html);

#define TEST_TYPE_ENGINE (test_engine_get_type ())
G_DECLARE_FINAL_TYPE (TestEngine, test_engine, TEST, ENGINE, CogEngine)

struct _TestEngine
{
  CogEngine parent_instance;
  Liar liar;
  guint n_calls, n_texts;
};

G_DEFINE_FINAL_TYPE (TestEngine, test_engine, COG_TYPE_ENGINE)

static GPtrArray *
test_engine_list_pairs (CogEngine *engine, GCancellable *cancellable, GError **error)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_engine_pair_free);

  g_ptr_array_add (pairs, cog_engine_pair_new ("eng", "spa"));
  g_ptr_array_add (pairs, cog_engine_pair_new ("eng", "spa_US"));
  g_ptr_array_add (pairs, cog_engine_pair_new ("eng", "por_PT"));
  return pairs;
}

static GPtrArray *
test_engine_translate (CogEngine *engine,
                       const CogEnginePair *pair,
                       GPtrArray *html,
                       GCancellable *cancellable,
                       GError **error)
{
  TestEngine *self = TEST_ENGINE (engine);
  GPtrArray *answers = g_ptr_array_new_with_free_func (g_free);

  self->n_calls++;
  self->n_texts += html->len;
  g_assert_cmpuint (html->len, <=, 50);
  for (guint i = 0; i < html->len; i++)
    g_ptr_array_add (answers, self->liar (g_ptr_array_index (html, i)));
  return answers;
}

static void
test_engine_class_init (TestEngineClass *klass)
{
  COG_ENGINE_CLASS (klass)->list_pairs = test_engine_list_pairs;
  COG_ENGINE_CLASS (klass)->translate = test_engine_translate;
}

static void
test_engine_init (TestEngine *self)
{
  cog_engine_set_names (COG_ENGINE (self), "test", "Test", NULL);
}

static CogEngine *
new_engine (Liar liar)
{
  TestEngine *engine = g_object_new (TEST_TYPE_ENGINE, NULL);

  engine->liar = liar;
  return COG_ENGINE (engine);
}

/* --- lies ------------------------------------------------------------------------------------- */

static char *
replace_all (const char *html, const char *pattern, const char *with)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace (regex, html, -1, 0, with, 0, NULL);
}

static char *
lie_honestly (const char *html)
{
  return g_strconcat ("Ya ", html, NULL);
}

static char *
lie_dropping (const char *html)
{
  return replace_all (html, "<span[^>]*>|</span>|X[A-Z][0-9]+X", "");
}

static char *
lie_doubling (const char *html)
{
  return g_strconcat (html, " ", html, NULL);
}

static char *
lie_renaming (const char *html)
{
  return replace_all (html, "id=\"k|X[A-Z](?=[0-9])", "id=\"q");
}

static char *
lie_opening (const char *html)
{
  return replace_all (html, "</span>", "<span id=\"k1\"><span id=\"k99\">");
}

static char *
lie_adding (const char *html)
{
  return g_strconcat ("<script>alert (1)</script><a href=\"http://evil.example/\">x</a>", html,
                      "<img src=\"http://evil.example/\"/>", NULL);
}

static char *
lie_hugely (const char *html)
{
  return g_strnfill (1000000, 'a');
}

static char *
lie_silently (const char *html)
{
  return g_strdup ("");
}

static char *
lie_badly (const char *html)
{
  return g_strdup ("\xFF\xFE<\x01\x02<<<span id=k1>>&&&#xD800;\xEF\xBF\xBC</p></span");
}

static char *
lie_absently (const char *html)
{
  return NULL;
}

static const char *const sources[] = {
  "A <b>bold</b> word. The force " MATH " acts on " PIECE " and on <i>all <b>of</b> it</i>.",
  "See the " LINK " and <a href=\"#m\">another</a>. Then <code>make</code> it" PIECE "!",
  "H<sub>2</sub>O boils.<br/>It is <b><i>hot</i></b>",
  "3.5",
};

static GPtrArray *
new_sources (void)
{
  GPtrArray *xhtml = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    g_ptr_array_add (xhtml, (char *)sources[i]);
  return xhtml;
}

/* As many codes as in the source, each the same. */
static void
assert_whole (const char *source, const char *target)
{
  g_autoptr (CogText) first = cog_text_new_from_xhtml (source, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogText) second = cog_text_new_from_xhtml (target, &error);
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GPtrArray) added = NULL;

  g_assert_no_error (error);
  missing = cog_text_list_missing (first, second);
  added = cog_text_list_missing (second, first);
  g_assert_cmpuint (missing->len, ==, 0);
  g_assert_cmpuint (added->len, ==, 0);
  for (guint i = 0; i < first->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (first->codes, i);

      g_assert_nonnull (strstr (target, code->markup));
    }
  g_assert_null (strstr (target, "evil"));
  g_assert_null (strstr (target, "<script"));
}

static CogEngineCounts
assert_liar (Liar liar, gboolean has_answer)
{
  g_autoptr (CogEngine) engine = new_engine (liar);
  g_autoptr (GPtrArray) xhtml = new_sources ();
  CogEngineCounts counts = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) targets =
      cog_engine_translate_xhtml (engine, xhtml, "en", "es-MX", &counts, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (targets->len, ==, G_N_ELEMENTS (sources));
  for (guint i = 0; i < 3; i++)
    if (has_answer)
      assert_whole (sources[i], g_ptr_array_index (targets, i));
    else
      g_assert_null (g_ptr_array_index (targets, i));
  /* No word in it: there is nothing to translate. */
  g_assert_null (g_ptr_array_index (targets, 3));
  g_assert_cmpuint (counts.n_kept, ==, 1);
  return counts;
}

static void
test_liars (void)
{
  CogEngineCounts counts = assert_liar (lie_honestly, TRUE);

  g_assert_cmpuint (counts.n_sentences, ==, 7);
  g_assert_cmpuint (counts.n_in_parts, ==, 0);
  g_assert_cmpuint (counts.n_mended, ==, 0);
  counts = assert_liar (lie_dropping, TRUE);
  g_assert_cmpuint (counts.n_in_parts, ==, 6);
  counts = assert_liar (lie_doubling, TRUE);
  g_assert_cmpuint (counts.n_mended + counts.n_in_parts, >=, 4);
  counts = assert_liar (lie_renaming, TRUE);
  g_assert_cmpuint (counts.n_in_parts, ==, 6);
  assert_liar (lie_opening, TRUE);
  counts = assert_liar (lie_adding, TRUE);
  g_assert_cmpuint (counts.n_mended, ==, 6);
}

static void
test_failures (void)
{
  CogEngineCounts counts = assert_liar (lie_hugely, FALSE);

  g_assert_cmpuint (counts.n_failed, ==, 6);
  assert_liar (lie_silently, FALSE);
  assert_liar (lie_badly, FALSE);
  assert_liar (lie_absently, FALSE);
}

/* No call is larger than the engine takes. */
static void
test_batches (void)
{
  g_autoptr (CogEngine) engine = new_engine (lie_honestly);
  g_autoptr (GPtrArray) xhtml = g_ptr_array_new ();
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 120; i++)
    g_ptr_array_add (xhtml, (char *)"One sentence");
  targets = cog_engine_translate_xhtml (engine, xhtml, "en", "es", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (TEST_ENGINE (engine)->n_calls, ==, 3);
  g_assert_cmpuint (TEST_ENGINE (engine)->n_texts, ==, 120);
  g_assert_cmpstr (g_ptr_array_index (targets, 119), ==, "Ya One sentence");
  g_cancellable_cancel (cancellable);
  g_assert_null (
      cog_engine_translate_xhtml (engine, xhtml, "en", "es", NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (TEST_ENGINE (engine)->n_calls, ==, 3);
}

static void
assert_pair (CogEngine *engine, const char *from, const char *to, const char *expected)
{
  const CogEnginePair *pair = cog_engine_find_pair (engine, from, to, NULL, NULL);

  g_assert_cmpstr (pair != NULL ? pair->to : NULL, ==, expected);
}

static void
test_languages (void)
{
  g_autoptr (CogEngine) engine = new_engine (lie_honestly);
  g_autoptr (GError) error = NULL;

  assert_pair (engine, "en-GB", "es", "spa");
  assert_pair (engine, "en", "es-US", "spa_US");
  assert_pair (engine, "en", "es-419", "spa");
  assert_pair (engine, "en", "pt-BR", "por_PT");
  assert_pair (engine, "en", "kk", NULL);
  assert_pair (engine, "es", "en", NULL);
  g_assert_null (cog_engine_find_pair (engine, "en", "kk", NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, "Kazakh"));
  g_assert_cmpuint (cog_engine_language_match ("zt", "zh-TW"), >, 0);
  g_assert_cmpuint (cog_engine_language_match ("zh", "zh-TW"), ==, 0);
  g_assert_cmpuint (cog_engine_language_match ("pb", "pt-BR"), ==, 3);
  g_assert_cmpuint (cog_engine_language_match ("cat_valencia", "ca"), ==, 1);
  g_assert_cmpuint (cog_engine_language_match ("nonsense-und", "ca"), ==, 0);
}

/* --- Apertium --------------------------------------------------------------------------------- */

static void
assert_unmarked (const char *html, const char *source, const char *expected, guint expected_n)
{
  guint n = 0;
  g_autofree char *text = cog_apertium_dup_unmarked (html, source, &n);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (n, ==, expected_n);
}

static void
test_unmarked (void)
{
  assert_unmarked ("El *zorgly y *élan", "The zorgly", "El zorgly y élan", 2);
  assert_unmarked ("5 * 3 *nota", "5 * 3 *nota", "5 * 3 *nota", 0);
  assert_unmarked ("<a href=\"*x\">*y</a>", "y", "<a href=\"*x\">y</a>", 1);
}

static void
assert_tidied (const char *html, const char *source, const char *expected)
{
  g_autofree char *text = cog_apertium_dup_tidied (html, source);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_tidied (void)
{
  assert_tidied ("EL agua", "The water", "El agua");
  assert_tidied ("<b>EL</b> <i>agua</i> .", "<b>The</b> <i>water</i>.", "<b>El</b> <i>agua</i>.");
  assert_tidied ("el <b>ciclo</b> de <b>agua</b> .", "the <b>water cycle</b>.",
                 "el <b>ciclo</b> de <b>agua</b>.");
  assert_tidied ("Gotas , nubes .", "Drops, clouds.", "Gotas, nubes.");
  /* What is so in the source, or no end of anything. */
  assert_tidied ("LA NASA dice", "NASA says", "LA NASA dice");
  assert_tidied ("UNESCO", "Unesco", "Unesco");
  assert_tidied ("menos de .5 metros", "less than .5 metres", "menos de .5 metros");
  assert_tidied ("fin .", "end .", "fin .");
  assert_tidied ("XK1 es", "It is", "XK1 es");
  assert_tidied ("Él", "He", "Él");
  assert_tidied ("", "", "");
}

static gboolean
skip_apertium (CogEngine *engine)
{
  if (cog_engine_is_there (engine) && cog_engine_find_pair (engine, "en", "es", NULL, NULL) != NULL)
    return FALSE;
  g_test_skip ("Apertium with English and Spanish (apertium-eng-spa) is not installed");
  return TRUE;
}

/* Without transfuse, which Apertium only recommends, what is bold may be another word. */
static const char *
get_expected_house (void)
{
  g_autofree char *transfuse = g_find_program_in_path ("tf-extract");

  return transfuse != NULL ? "La casa <b>roja</b>. Mi zorglyx es grande. Tengo dos &lt; tres."
                           : "La <b>casa</b> roja. Mi zorglyx es grande. Tengo dos &lt; tres.";
}

/* The real program, with the real pair: what it makes of codes, and of each sentence. */
static void
test_apertium (void)
{
  g_autoptr (CogEngine) engine = cog_apertium_new ();
  g_autoptr (GPtrArray) xhtml = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GError) error = NULL;
  CogEngineCounts counts = { 0 };

  if (skip_apertium (engine))
    return;
  xhtml = new_sources ();
  g_ptr_array_add (xhtml,
                   (char *)"The <b>red</b> house. My zorglyx is big. I have two &lt; three.");
  targets =
      cog_engine_translate_xhtml (engine, xhtml, "en-US", "es-MX", &counts, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    assert_whole (sources[i], g_ptr_array_index (targets, i));
  g_assert_cmpstr (g_ptr_array_index (targets, 4), ==, get_expected_house ());
  g_assert_cmpuint (counts.n_failed, ==, 0);
  g_assert_cmpuint (counts.n_unknown, >=, 1);
  g_assert_null (cog_engine_get_address (engine));
}

static void
test_no_program (void)
{
  g_autoptr (CogEngine) engine = cog_apertium_new ();
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autoptr (GError) error = NULL;

  g_setenv ("PATH", "/nowhere", TRUE);
  g_assert_false (cog_engine_is_there (engine));
  g_assert_null (cog_engine_list_pairs (engine, NULL, &error));
  g_setenv ("PATH", path, TRUE);
  g_assert_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine-texts/liars", test_liars);
  g_test_add_func ("/engine-texts/failures", test_failures);
  g_test_add_func ("/engine-texts/batches", test_batches);
  g_test_add_func ("/engine-texts/languages", test_languages);
  g_test_add_func ("/apertium/unmarked", test_unmarked);
  g_test_add_func ("/apertium/tidied", test_tidied);
  g_test_add_func ("/apertium/pair", test_apertium);
  g_test_add_func ("/apertium/no-program", test_no_program);
  return g_test_run ();
}
