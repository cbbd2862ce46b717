/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-coded-sentence.h"

#define MATH "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>F</mi></math>"
#define NOTE                                                                                       \
  "<a xmlns:epub=\"http://www.idpf.org/2007/ops\" epub:type=\"noteref\" href=\"#n\">1</a>"

static CogText *
new_text (const char *xhtml)
{
  g_autoptr (GError) error = NULL;
  CogText *text = cog_text_new_from_xhtml (xhtml, &error);

  g_assert_no_error (error);
  return text;
}

/* What is sent of an XHTML. */
static void
assert_sent (const char *xhtml, const char *expected)
{
  g_autoptr (CogText) text = new_text (xhtml);
  g_autoptr (CogCodedSentence) sentence = cog_coded_sentence_new (text);
  g_autofree char *html = cog_coded_sentence_dup_html (sentence);

  g_assert_cmpstr (html, ==, expected);
}

static void
test_sent (void)
{
  assert_sent ("The <b>red</b> house &amp; more.",
               "The <span id=\"k1\">red</span> house &amp; more.");
  assert_sent (" The force " MATH " acts. ", "The force <span id=\"k1\">XK1X</span> acts.");
  /* A mark close to a word would be one word with it. */
  assert_sent ("Water" NOTE "boils", "Water <span id=\"k1\">XK1X</span> boils");
  /* What is around all, or at the ends, is not sent: it stays where it is. */
  assert_sent ("<b><i>All of it.</i></b>" NOTE, "All of it.");
  /* The text has the letters itself. */
  assert_sent ("See XK and " MATH " now", "See XK and <span id=\"k1\">XQ1X</span> now");
  assert_sent ("Run <code>ls <i>file</i></code> now", "Run <span id=\"k1\">XK1X</span> now");
  assert_sent ("<b>A <i>nest</i> of</b> them",
               "<span id=\"k1\">A <span id=\"k2\">nest</span> of</span> them");
}

static void
assert_words (const char *xhtml, gboolean expected)
{
  g_autoptr (CogText) text = new_text (xhtml);
  g_autoptr (CogCodedSentence) sentence = cog_coded_sentence_new (text);

  g_assert_cmpint (cog_coded_sentence_has_words (sentence), ==, expected);
}

static void
test_words (void)
{
  assert_words ("One", TRUE);
  assert_words ("٣٫٥ = 3.5", FALSE);
  assert_words (MATH, FALSE);
  assert_words ("<code>print</code> 5", FALSE);
  assert_words ("", FALSE);
  assert_words (" ", FALSE);
}

/* What an engine answers to an XHTML, and what becomes of it; expected NULL: a code is missing, or
 * it is no translation. */
static void
assert_read (const char *xhtml, const char *answer, const char *expected, gboolean mended)
{
  g_autoptr (CogText) text = new_text (xhtml);
  g_autoptr (CogCodedSentence) sentence = cog_coded_sentence_new (text);
  gboolean is_mended = FALSE;
  g_autoptr (CogText) read = cog_coded_sentence_read (sentence, answer, &is_mended);
  g_autofree char *result = read != NULL ? cog_text_to_xhtml (read) : NULL;
  g_autoptr (CogText) wanted = expected != NULL ? new_text (expected) : NULL;
  g_autofree char *written = wanted != NULL ? cog_text_to_xhtml (wanted) : NULL;

  g_assert_cmpstr (result, ==, written);
  if (expected != NULL)
    g_assert_cmpint (is_mended, ==, mended);
}

static void
test_read (void)
{
  assert_read ("The <b>red</b> house.", "La casa <span id=\"k1\">roja</span>.",
               "La casa <b>roja</b>.", FALSE);
  assert_read ("A " MATH " and " MATH " b",
               "B <span id=\"k2\">XK2X</span> y "
               "<span id=\"k1\">XK1X</span> a",
               "B " MATH " y " MATH " a", FALSE);
  /* Space where the source has it, and none where it has none. */
  assert_read ("Water" NOTE " boils", "El agua <span id=\"k1\">XK1X</span> hierve",
               "El agua" NOTE " hierve", FALSE);
  assert_read ("Give " MATH " now", "Dar<span id=\"k1\">XK1X</span>ahora", "Dar " MATH " ahora",
               FALSE);
  assert_read ("The <b>red</b> one", "El <span id=\"k1\"> rojo </span> uno", "El <b>rojo</b> uno",
               FALSE);
  assert_read ("<b>All of it.</b> " NOTE, "Todo.", "<b>Todo.</b> " NOTE, FALSE);
  assert_read ("Run <code>ls <i>file</i></code> now", "Ejecute <span id=\"k1\">XK1X</span> ahora",
               "Ejecute <code>ls <i>file</i></code> ahora", FALSE);
  assert_read ("a &lt; b &amp; c", "x &lt; y &#38; z < w", "x &lt; y &amp; z &lt; w", FALSE);
}

/* Codes that were changed on the way. */
static void
test_mended (void)
{
  /* Doubled, and apart. */
  assert_read ("The <b>big red</b> house",
               "La <span id=\"k1\">gran</span> casa <span id=\"k1\">roja</span>",
               "La <b>gran casa roja</b>", TRUE);
  assert_read ("The " MATH " house", "XK1X casa <span id=\"k1\">XK1X</span>", MATH " casa", TRUE);
  /* Beside each other, it is one that was cut for each word. */
  assert_read ("The <b>big red</b> house",
               "La casa <span id=\"k1\">gran</span> <span id=\"k1\">roja</span>",
               "La casa <b>gran roja</b>", FALSE);
  /* The word is mangled, the element is there; or the other way about. */
  assert_read ("The " MATH " house", "La <span id=\"k1\">X K</span> casa", "La " MATH " casa",
               FALSE);
  assert_read ("The " MATH " house", "La xk1x casa", "La " MATH " casa", FALSE);
  /* What was never sent. */
  assert_read ("The red house", "La <script>alert(1)</script><b>casa</b> XK7X roja",
               "La alert(1)casa roja", TRUE);
  /* Crossing each other. */
  assert_read ("<b>a <i>b</i> c</b> d",
               "<span id=\"k2\">x <span id=\"k1\">y</span></span> <span id=\"k1\">z</span> w",
               "<b><i>x y</i> z</b> w", TRUE);
  assert_read ("Not <b>closed</b> here", "No <span id=\"k1\">cerrado aquí",
               "No <b>cerrado aquí</b>", FALSE);
}

static void
test_missing (void)
{
  g_autofree char *huge = g_strnfill (100000, 'a');

  assert_read ("The <b>red</b> house", "La casa roja", NULL, FALSE);
  assert_read ("The <b>red</b> house", "La casa <span id=\"k1\"></span>roja", NULL, FALSE);
  assert_read ("The " MATH " house", "La casa", NULL, FALSE);
  assert_read ("The " MATH " house", "La <span id=\"k2\">XK2X</span> casa", NULL, FALSE);
  assert_read ("The house", "", NULL, FALSE);
  assert_read ("The house", " … ", NULL, FALSE);
  assert_read ("The house", "\xEF\xBF\xBC", NULL, FALSE);
  assert_read ("The house", huge, NULL, FALSE);
  /* A link in a link. */
  assert_read ("See <a href=\"#a\">one</a> and <a href=\"#b\">two</a> now",
               "Ver <span id=\"k1\">uno <span id=\"k2\">dos</span></span> ahora", NULL, FALSE);
}

/* The words between the codes, by themselves: nothing can be lost. */
static void
assert_parts (const char *xhtml, const char *const *sent, const char *expected)
{
  g_autoptr (CogText) text = new_text (xhtml);
  g_autoptr (CogCodedSentence) sentence = cog_coded_sentence_new (text);
  g_autoptr (GPtrArray) parts = cog_coded_sentence_list_parts (sentence);
  g_autoptr (CogText) wanted = new_text (expected);
  g_autofree char *written = cog_text_to_xhtml (wanted);
  g_autoptr (CogText) joined = NULL;
  g_autofree char *result = NULL;

  g_assert_cmpuint (parts->len, ==, g_strv_length ((char **)sent));
  for (guint i = 0; i < parts->len; i++)
    g_assert_cmpstr (g_ptr_array_index (parts, i), ==, sent[i]);
  for (guint i = 0; i < parts->len; i++)
    {
      char *answer = g_strdup_printf ("<u>[%s]</u>", (char *)g_ptr_array_index (parts, i));

      g_free (g_ptr_array_index (parts, i));
      g_ptr_array_index (parts, i) = answer;
    }
  joined = cog_coded_sentence_join_parts (sentence, parts);
  result = cog_text_to_xhtml (joined);
  g_assert_cmpstr (result, ==, written);
}

static void
test_parts (void)
{
  static const char *const one[] = { "The", "red &amp; big", "house", NULL };

  assert_parts ("The <b>red &amp; big</b> house" NOTE " ", one,
                "[The] <b>[red &amp; big]</b> [house]" NOTE " ");
  assert_parts ("Run <code>ls</code> " MATH "<i>, 5 <b>then</b></i>",
                (const char *const[]){ "Run", "then", NULL },
                "[Run] <code>ls</code> " MATH "<i>, 5 <b>[then]</b></i>");
}

static void
test_parts_failed (void)
{
  g_autoptr (CogText) text = new_text ("The <b>red</b> house");
  g_autoptr (CogCodedSentence) sentence = cog_coded_sentence_new (text);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, (char *)"La");
  g_assert_null (cog_coded_sentence_join_parts (sentence, parts));
  g_ptr_array_add (parts, NULL);
  g_ptr_array_add (parts, (char *)"casa");
  g_assert_null (cog_coded_sentence_join_parts (sentence, parts));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coded-sentence/sent", test_sent);
  g_test_add_func ("/coded-sentence/words", test_words);
  g_test_add_func ("/coded-sentence/read", test_read);
  g_test_add_func ("/coded-sentence/mended", test_mended);
  g_test_add_func ("/coded-sentence/missing", test_missing);
  g_test_add_func ("/coded-sentence/parts", test_parts);
  g_test_add_func ("/coded-sentence/parts-failed", test_parts_failed);
  return g_test_run ();
}
