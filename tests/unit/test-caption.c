/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-caption.h"
#include "cog-credit-line.h"
#include "cog-doubt.h"
#include "cog-xml.h"

#define LICENCES "https://creativecommons.org/licenses/"

/* What is read in a caption, its links among it. */
static GPtrArray *
read_caption (const char *content)
{
  g_autofree char *markup =
      g_strdup_printf ("<figcaption xmlns='" COG_NS_XHTML "'>%s</figcaption>", content);
  g_autoptr (xmlDoc) document = cog_xml_parse_own (markup, -1, NULL);
  const xmlNode *caption;
  g_autofree char *text = NULL;
  gsize start = 0, end = 0;
  GPtrArray *credits;

  g_assert_nonnull (document);
  caption = xmlDocGetRootElement (document);
  text = cog_caption_dup_text (caption);
  credits = cog_credit_line_parse (text, &start, &end);
  cog_caption_take_links (caption, text, start, end, credits);
  return credits;
}

static void
test_links (void)
{
  g_autoptr (GPtrArray) credits =
      read_caption ("Evening. “<a href='https://flickr.com/photos/1'>Road</a>” by <a "
                    "href='https://flickr.com/people/x'>Amina Odhiambo</a> is licensed under <a "
                    "href='" LICENCES "by-sa/2.0/'>CC BY-SA</a>.");
  const CogCredit *credit;
  const CogAgent *author;

  g_assert_cmpuint (credits->len, ==, 1);
  credit = g_ptr_array_index (credits, 0);
  author = g_ptr_array_index (credit->agents, 0);
  g_assert_cmpstr (credit->title, ==, "Road");
  g_assert_cmpstr (credit->source_url, ==, "https://flickr.com/photos/1");
  g_assert_cmpstr (author->name, ==, "Amina Odhiambo");
  g_assert_cmpstr (author->url, ==, "https://flickr.com/people/x");
  g_assert_cmpstr (credit->licence, ==, "CC-BY-SA-2.0");
  g_assert_cmpstr (credit->licence_url, ==, LICENCES "by-sa/2.0/");
  g_assert_cmpint (cog_credit_get_doubts (credit), ==, COG_DOUBT_NONE);
}

/* A line of markup is no line of text. */
static void
test_broken_lines (void)
{
  g_autoptr (GPtrArray) credits =
      read_caption ("The road. Photo by Amina Odhiambo,\n  licensed under\n<a href='" LICENCES
                    "by-nc/2.0/'>CC BY-NC\n2.0</a>.");
  const CogCredit *credit;

  g_assert_cmpuint (credits->len, ==, 1);
  credit = g_ptr_array_index (credits, 0);
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (credit->agents, 0))->name, ==, "Amina Odhiambo");
  g_assert_cmpstr (credit->licence, ==, "CC-BY-NC-2.0");
}

/* What speaks of itself is nobody's name. */
static void
test_itself (void)
{
  static const char *const captions[] = {
    "This work is licensed under CC BY 4.0.",
    "This image is licensed under <a href='" LICENCES "by/4.0/'>CC BY 4.0</a>.",
    "The photo is licensed under a CC BY 4.0 license.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (captions); i++)
    {
      g_autoptr (GPtrArray) credits = read_caption (captions[i]);

      g_test_message ("%s", captions[i]);
      for (guint c = 0; c < credits->len; c++)
        g_assert_cmpuint (((CogCredit *)credits->pdata[c])->agents->len, ==, 0);
    }
}

/* Another paragraph is another sentence. */
static void
test_paragraphs (void)
{
  g_autoptr (GPtrArray) credits =
      read_caption ("<p>Photo: Ann Lee</p>\n<p>The road leads to the spring.</p>");
  const CogCredit *credit;

  g_assert_cmpuint (credits->len, ==, 1);
  credit = g_ptr_array_index (credits, 0);
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (credit->agents, 0))->name, ==, "Ann Lee");
}

/* A word that only leads to the licence is nobody's name. */
static void
test_word (void)
{
  g_autoptr (GPtrArray) credits =
      read_caption ("Image: <a href='https://commons.wikimedia.org/wiki/File:Road.jpg'>Road at "
                    "night</a> by Li Wei (<a href='" LICENCES "by/4.0/deed.fr'>licence</a>)");
  const CogCredit *credit;

  g_assert_cmpuint (credits->len, ==, 1);
  credit = g_ptr_array_index (credits, 0);
  g_assert_cmpstr (credit->title, ==, "Road at night");
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (credit->agents, 0))->name, ==, "Li Wei");
  g_assert_cmpstr (credit->licence, ==, "CC-BY-4.0");
  g_assert_cmpstr (credit->source_url, ==, "https://commons.wikimedia.org/wiki/File:Road.jpg");
}

/* Words and address say different things: both bind, and a person has to look. */
static void
test_contradiction (void)
{
  g_autoptr (GPtrArray) credits =
      read_caption ("Photo by Ann Lee, <a href='" LICENCES "by-nc/3.0/'>CC BY-SA 4.0</a>");
  const CogCredit *credit;

  g_assert_cmpuint (credits->len, ==, 1);
  credit = g_ptr_array_index (credits, 0);
  g_assert_cmpstr (credit->licence, ==, "CC-BY-SA-4.0 AND CC-BY-NC-3.0");
  g_assert_true (cog_credit_get_doubts (credit) & COG_DOUBT_DIFFER);
}

/* Two works in one line: each link is that of the work whose words it is. */
static void
test_two_works (void)
{
  g_autoptr (GPtrArray) credits = read_caption (
      "The coast. (credit a: modification of work by <a href='https://a.example/ann'>Ann Lee</a>/"
      "Flickr; credit b: modification of work by <a href='https://b.example/bo'>Bo Yi</a>)");

  g_assert_cmpuint (credits->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const CogCredit *credit = g_ptr_array_index (credits, i);
      const CogAgent *agent = g_ptr_array_index (credit->agents, 0);

      g_test_message ("%s: %s (%s)", agent->name, agent->url, credit->words);
      g_assert_cmpstr (agent->url, ==, i == 0 ? "https://a.example/ann" : "https://b.example/bo");
    }
}

/* How the second paragraph of a page is understood. */
static gboolean
is_below_picture (const char *content)
{
  g_autofree char *markup =
      g_strdup_printf ("<section xmlns='" COG_NS_XHTML "'>%s</section>", content);
  g_autoptr (xmlDoc) document = cog_xml_parse_own (markup, -1, NULL);
  const xmlNode *first;

  g_assert_nonnull (document);
  first = cog_xml_first_element (xmlDocGetRootElement (document));
  return cog_caption_find_picture (cog_xml_next_element (first)) != NULL;
}

/* A paragraph below a picture that says nothing but whose it is; all others are text. */
static void
test_below (void)
{
  static const char *const captions[] = {
    "<p><img src='a'/></p>\n<p><em>Photo by Ann Lee, CC BY-NC 2.0</em></p>",
    "<figure><img src='a'/></figure><p>Image credit: Ann Lee, CC BY 4.0.</p>",
    "<img src='a'/><p>“Road” by Ann Lee is licensed under CC BY 4.0.</p>",
    "<div><a href='x'><img src='a'/></a></div><p>(credit: Ann Lee/Flickr)</p>",
  };
  static const char *const texts[] = {
    "<p><img src='a'/></p><p>The road leads to the spring.</p>",
    "<p>Text.</p><p>Photo by Ann Lee, CC BY 2.0</p>",
    "<p>A drop <img src='a'/> falls.</p><p>Photo by Ann Lee, CC BY 2.0</p>",
    "<p><img src='a'/></p><p>This book is licensed under CC BY 4.0.</p>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (captions); i++)
    if (!is_below_picture (captions[i]))
      g_error ("%s", captions[i]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (is_below_picture (texts[i]))
      g_error ("%s", texts[i]);
}

/* Nothing but addresses on the net. */
static void
test_hostile (void)
{
  g_autoptr (GPtrArray) credits = read_caption (
      "Photo by <a href='javascript:alert(1)'>Ann Lee</a>, <a href='#x'>CC BY 4.0</a>");
  const CogCredit *credit = g_ptr_array_index (credits, 0);

  g_assert_null (((CogAgent *)g_ptr_array_index (credit->agents, 0))->url);
  g_assert_null (credit->source_url);
  g_assert_cmpstr (credit->licence, ==, "CC-BY-4.0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/caption/links", test_links);
  g_test_add_func ("/caption/broken-lines", test_broken_lines);
  g_test_add_func ("/caption/paragraphs", test_paragraphs);
  g_test_add_func ("/caption/word", test_word);
  g_test_add_func ("/caption/contradiction", test_contradiction);
  g_test_add_func ("/caption/two-works", test_two_works);
  g_test_add_func ("/caption/hostile", test_hostile);
  g_test_add_func ("/caption/below", test_below);
  g_test_add_func ("/caption/itself", test_itself);
  return g_test_run ();
}
