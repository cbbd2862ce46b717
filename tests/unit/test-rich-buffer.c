/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "folder.h"

#include "cog-rich-buffer.h"

#include <string.h>

/* A unit's text in the editor, without a display: what a person's keys do to it. */

static CogRichBuffer *
new_buffer (const char *xhtml)
{
  CogRichBuffer *buffer = cog_rich_buffer_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogText) text = cog_text_new_from_xhtml (xhtml, &error);

  g_assert_no_error (error);
  cog_rich_buffer_load (buffer, text);
  return buffer;
}

static void
assert_reads (CogRichBuffer *buffer, const char *expected)
{
  g_autoptr (CogText) text = cog_rich_buffer_read (buffer);
  g_autofree char *xhtml = cog_text_to_xhtml (text);

  g_assert_cmpstr (xhtml, ==, expected);
}

/* Characters of the buffer; a negative end: the end of all. */
static void
select_text (CogRichBuffer *self, int start, int end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_select_range (buffer, &to, &from);
}

/* As the view does it for each key. */
static void
type_text (CogRichBuffer *self, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
      gtk_text_buffer_insert_interactive_at_cursor (buffer, c, (int)(g_utf8_next_char (c) - c),
                                                    TRUE);
      gtk_text_buffer_end_user_action (buffer);
    }
}

static void
erase (CogRichBuffer *self, int start, int end)
{
  select_text (self, start, end);
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
  gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (self), TRUE, TRUE);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
}

#define MATH                                                                                       \
  "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>E</mi><mo>=</mo><mi>m</mi></math>"
#define NOTE "<a epub:type=\"noteref\" role=\"doc-noteref\" href=\"#n3\">3</a>"

static void
test_round_trip (void)
{
  static const char *const samples[] = {
    "",
    "plain",
    "a &lt; b &amp; c",
    "a <strong>bold <em>both</em></strong> and <code lang=\"en\" dir=\"ltr\">x</code>.",
    "<em>a</em><em>b</em>",
    "<em><strong>x</strong></em>",
    "<strong><em>x</em></strong>",
    "energy " MATH " twice" NOTE,
    "<strong>" MATH "</strong>",
    "<a href=\"https://example.org/?a=1&amp;b=2\" title=\"t\">link</a>",
    "<span id=\"p1\"></span>begins",
    "middle <span id=\"p2\"></span><em>of</em>",
    "middle <em><span id=\"p2\"></span>of</em>",
    "ends<span id=\"p3\"></span><span id=\"p4\"></span>",
    "H<sub>2</sub>O, x<sup>2</sup>, <u>u</u><s>s</s><mark>m</mark><small>t</small><q>q</q>",
    "<cite>c</cite><dfn>d</dfn><abbr title=\"x\">a</abbr><kbd>k</kbd><var>v</var><b>b</b><i>i</i>",
    "a<br/>b",
    "<ruby>漢<rt>かん</rt></ruby>字",
    "<bdi dir=\"rtl\">مرحبا</bdi> world",
    "😀 <strong>😀😀</strong>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (CogRichBuffer) buffer = new_buffer (samples[i]);

      assert_reads (buffer, samples[i]);
    }
}

static void
test_typing_at_edges (void)
{
  g_autoptr (CogRichBuffer) buffer = new_buffer ("a <strong>b</strong> c");

  select_text (buffer, 3, 3);
  type_text (buffer, "ee");
  assert_reads (buffer, "a <strong>bee</strong> c");
  select_text (buffer, 2, 2);
  type_text (buffer, "x");
  assert_reads (buffer, "a x<strong>bee</strong> c");

  g_clear_object (&buffer);
  buffer = new_buffer ("<a href=\"#x\">link</a>");
  type_text (buffer, " on");
  assert_reads (buffer, "<a href=\"#x\">link</a> on");
  select_text (buffer, 2, 2);
  type_text (buffer, "-");
  assert_reads (buffer, "<a href=\"#x\">li-nk</a> on");

  g_clear_object (&buffer);
  buffer = new_buffer ("<strong>b</strong> c");
  select_text (buffer, 0, 0);
  type_text (buffer, "A");
  assert_reads (buffer, "<strong>Ab</strong> c");
}

/* The words of a link are translated by selecting them and typing. */
static void
test_typing_over (void)
{
  g_autoptr (CogRichBuffer) buffer = new_buffer ("see <a href=\"#x\">Figure 1</a>.");

  select_text (buffer, 4, 12);
  type_text (buffer, "Rysunek");
  assert_reads (buffer, "see <a href=\"#x\">Rysunek</a>.");
  g_assert_true (cog_rich_buffer_undo (buffer));
  assert_reads (buffer, "see <a href=\"#x\">Figure 1</a>.");
  g_assert_false (cog_rich_buffer_undo (buffer));
}

static void
test_toggle (void)
{
  g_autoptr (CogRichBuffer) buffer = new_buffer ("one two three");

  select_text (buffer, 4, 7);
  g_assert_false (cog_rich_buffer_has_style (buffer, "strong"));
  cog_rich_buffer_toggle (buffer, "strong");
  assert_reads (buffer, "one <strong>two</strong> three");
  g_assert_true (cog_rich_buffer_has_style (buffer, "strong"));
  /* A part that has it, and a part that has it not: all of it gets it, and it is one. */
  select_text (buffer, 5, 13);
  g_assert_false (cog_rich_buffer_has_style (buffer, "strong"));
  cog_rich_buffer_toggle (buffer, "strong");
  assert_reads (buffer, "one <strong>two three</strong>");
  /* Out of the middle. */
  select_text (buffer, 7, 8);
  cog_rich_buffer_toggle (buffer, "strong");
  assert_reads (buffer, "one <strong>two</strong> <strong>three</strong>");
  g_assert_true (cog_rich_buffer_undo (buffer));
  assert_reads (buffer, "one <strong>two three</strong>");
  g_assert_true (cog_rich_buffer_undo (buffer));
  g_assert_true (cog_rich_buffer_undo (buffer));
  assert_reads (buffer, "one two three");
  g_assert_true (cog_rich_buffer_redo (buffer));
  assert_reads (buffer, "one <strong>two</strong> three");
}

static void
test_toggle_overlapping (void)
{
  g_autoptr (CogRichBuffer) buffer = new_buffer ("abcdef");

  select_text (buffer, 0, 4);
  cog_rich_buffer_toggle (buffer, "strong");
  select_text (buffer, 2, 6);
  cog_rich_buffer_toggle (buffer, "em");
  assert_reads (buffer, "<strong>ab<em>cd</em></strong><em>ef</em>");
  select_text (buffer, 0, 1);
  cog_rich_buffer_toggle (buffer, "sup");
  cog_rich_buffer_toggle (buffer, "sub");
  assert_reads (buffer, "<strong><sub>a</sub>b<em>cd</em></strong><em>ef</em>");
}

static void
test_toggle_for_typing (void)
{
  g_autoptr (CogRichBuffer) buffer = new_buffer ("a ");

  cog_rich_buffer_toggle (buffer, "strong");
  g_assert_true (cog_rich_buffer_has_style (buffer, "strong"));
  type_text (buffer, "bold");
  cog_rich_buffer_toggle (buffer, "strong");
  type_text (buffer, " not");
  assert_reads (buffer, "a <strong>bold</strong> not");
  /* Going elsewhere, it is forgotten. */
  cog_rich_buffer_toggle (buffer, "em");
  select_text (buffer, 0, 0);
  select_text (buffer, 10, 10);
  type_text (buffer, "!");
  assert_reads (buffer, "a <strong>bold</strong> not!");
}

static void
test_joining (void)
{
  g_autoptr (CogRichBuffer) buffer = new_buffer ("<em>a</em> x <em>b</em>");

  erase (buffer, 1, 4);
  assert_reads (buffer, "<em>ab</em>");
  g_assert_true (cog_rich_buffer_undo (buffer));
  assert_reads (buffer, "<em>a</em> x <em>b</em>");
}

static void
test_undo_by_words (void)
{
  g_autoptr (CogRichBuffer) buffer = new_buffer ("");

  type_text (buffer, "one two three");
  g_assert_true (cog_rich_buffer_undo (buffer));
  assert_reads (buffer, "one two ");
  g_assert_true (cog_rich_buffer_undo (buffer));
  assert_reads (buffer, "one ");
  g_assert_true (cog_rich_buffer_redo (buffer));
  assert_reads (buffer, "one two ");
  type_text (buffer, "x");
  g_assert_false (cog_rich_buffer_redo (buffer));
  g_assert_true (cog_rich_buffer_undo (buffer));
  g_assert_true (cog_rich_buffer_undo (buffer));
  g_assert_true (cog_rich_buffer_undo (buffer));
  assert_reads (buffer, "");
  g_assert_false (cog_rich_buffer_undo (buffer));
}

static void
count_cb (CogRichBuffer *buffer, guint *n)
{
  ++*n;
}

static void
test_pieces (void)
{
  g_autoptr (CogRichBuffer) buffer = new_buffer ("ab " MATH " cd" NOTE " ef");
  g_autoptr (CogText) text = cog_text_new_from_xhtml (MATH, NULL);
  GtkTextIter start, end, where;
  guint n = 0;

  g_signal_connect (buffer, "pieces-changed", G_CALLBACK (count_cb), &n);
  erase (buffer, 3, 4);
  assert_reads (buffer, "ab  cd" NOTE " ef");
  g_assert_cmpuint (n, ==, 1);
  cog_rich_buffer_insert_code (buffer, g_ptr_array_index (text->codes, 0), NULL);
  assert_reads (buffer, "ab " MATH " cd" NOTE " ef");
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &start, 3);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &end, 4);
  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (buffer), &where);
  cog_rich_buffer_move (buffer, &start, &end, &where);
  assert_reads (buffer, "ab  cd" NOTE " ef" MATH);
  g_assert_true (cog_rich_buffer_undo (buffer));
  assert_reads (buffer, "ab " MATH " cd" NOTE " ef");
  g_assert_true (cog_rich_buffer_undo (buffer));
  g_assert_true (cog_rich_buffer_undo (buffer));
  assert_reads (buffer, "ab " MATH " cd" NOTE " ef");
}

static void
test_insert (void)
{
  g_autoptr (CogRichBuffer) buffer = new_buffer ("<strong>ab</strong> c");
  g_autoptr (CogText) text =
      cog_text_new_from_xhtml ("x\n<em>y</em> <span id=\"p\" lang=\"fr\">z</span>" MATH, NULL);

  select_text (buffer, 1, 1);
  cog_rich_buffer_insert (buffer, text);
  assert_reads (buffer,
                "<strong>ax <em>y</em> <span id=\"p\" lang=\"fr\">z</span>" MATH "b</strong> c");
  /* An id is there once. */
  select_text (buffer, 9, 9);
  cog_rich_buffer_insert (buffer, text);
  assert_reads (buffer, "<strong>ax <em>y</em> <span id=\"p\" lang=\"fr\">z</span>" MATH
                        "b</strong> x <em>y</em> <span lang=\"fr\">z</span>" MATH "c");
  cog_rich_buffer_undo (buffer);
  cog_rich_buffer_undo (buffer);
  assert_reads (buffer, "<strong>ab</strong> c");
}

/* A place that a link leads to is no language that would stand in another one. */
static void
test_place_into_span (void)
{
  g_autoptr (CogRichBuffer) buffer =
      new_buffer ("<span lang=\"fr\">oui</span> a<span id=\"p\"></span>");
  g_autoptr (CogText) text = cog_text_new_from_xhtml ("b<span id=\"q\"></span>", NULL);
  GtkTextIter start, end, where;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (buffer), &where, &end);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &start, 4);
  cog_rich_buffer_move (buffer, &start, &end, &where);
  assert_reads (buffer, "<span lang=\"fr\">a<span id=\"p\"></span>oui</span> ");
  select_text (buffer, 3, 3);
  cog_rich_buffer_insert (buffer, text);
  assert_reads (buffer,
                "<span lang=\"fr\">a<span id=\"p\"></span>ob<span id=\"q\"></span>ui</span> ");
  g_assert_true (cog_rich_buffer_undo (buffer));
  g_assert_true (cog_rich_buffer_undo (buffer));
  assert_reads (buffer, "<span lang=\"fr\">oui</span> a<span id=\"p\"></span>");
}

static void
test_plain (void)
{
  g_autoptr (CogRichBuffer) buffer = new_buffer ("");
  g_autoptr (CogText) text = cog_text_new_from_xhtml ("a <em>b</em><br/>" MATH, NULL);

  cog_rich_buffer_set_mode (buffer, COG_RICH_PLAIN);
  cog_rich_buffer_insert (buffer, text);
  type_text (buffer, "\n !");
  select_text (buffer, 0, 1);
  cog_rich_buffer_toggle (buffer, "strong");
  assert_reads (buffer, "a b E=m !");

  g_clear_object (&buffer);
  buffer = new_buffer ("a\n  b");
  cog_rich_buffer_set_mode (buffer, COG_RICH_PREFORMATTED);
  type_text (buffer, "\nc");
  assert_reads (buffer, "a\n  b\nc");
}

static void
test_links (void)
{
  g_autoptr (CogRichBuffer) buffer = new_buffer ("see here now");
  g_autofree char *address = NULL;

  select_text (buffer, 4, 8);
  g_assert_null (cog_rich_buffer_dup_link (buffer, NULL, NULL));
  cog_rich_buffer_set_link (buffer, "https://example.org/?a&b");
  assert_reads (buffer, "see <a href=\"https://example.org/?a&amp;b\">here</a> now");
  select_text (buffer, 6, 6);
  address = cog_rich_buffer_dup_link (buffer, NULL, NULL);
  g_assert_cmpstr (address, ==, "https://example.org/?a&b");
  cog_rich_buffer_set_link (buffer, "#s2");
  assert_reads (buffer, "see <a href=\"#s2\">here</a> now");
  cog_rich_buffer_set_link (buffer, NULL);
  assert_reads (buffer, "see here now");
  cog_rich_buffer_undo (buffer);
  cog_rich_buffer_undo (buffer);
  assert_reads (buffer, "see <a href=\"https://example.org/?a&amp;b\">here</a> now");

  g_clear_object (&buffer);
  buffer = new_buffer ("<a title=\"c\" href=\"#a\" lang=\"en\">x</a>");
  cog_rich_buffer_set_link (buffer, "#b");
  assert_reads (buffer, "<a title=\"c\" href=\"#b\" lang=\"en\">x</a>");
}

static void
test_clear_styles (void)
{
  g_autoptr (CogRichBuffer) buffer =
      new_buffer ("a <strong>b <em>c</em></strong> <a href=\"#x\"><code>d</code></a>");

  cog_rich_buffer_clear_styles (buffer);
  assert_reads (buffer, "a b c <a href=\"#x\">d</a>");
  cog_rich_buffer_undo (buffer);
  assert_reads (buffer, "a <strong>b <em>c</em></strong> <a href=\"#x\"><code>d</code></a>");
}

/* Random edits, all taken back: nothing is left of them, and nothing is lost. */
static void
test_random (void)
{
  static const char *const styles[] = { "strong", "em", "sup", "sub", "code" };
  const char *text = "ab <strong>c" MATH "d</strong><em>e</em><em>f</em> <a href=\"#x\">g" NOTE
                     "</a>h<span id=\"p\"></span>i";

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (CogRichBuffer) buffer = new_buffer (text);
      g_autofree char *last = NULL;
      g_autoptr (CogText) end = NULL, again = NULL, parsed = NULL;
      g_autofree char *again_xhtml = NULL, *parsed_xhtml = NULL;

      for (guint i = 0; i < 30; i++)
        {
          int n = gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer));
          int a = g_test_rand_int_range (0, n + 1), b = g_test_rand_int_range (a, n + 1);

          select_text (buffer, a, b);
          switch (g_test_rand_int_range (0, 5))
            {
            case 0:
              erase (buffer, a, MIN (b, a + 3));
              break;
            case 1:
              type_text (buffer, "x y");
              break;
            case 2:
              cog_rich_buffer_clear_styles (buffer);
              break;
            case 3:
              {
                GtkTextIter from, to, where;

                gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (buffer), &from, &to);
                gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &where);
                cog_rich_buffer_move (buffer, &from, &to, &where);
                break;
              }
            default:
              cog_rich_buffer_toggle (buffer, styles[g_test_rand_int_range (0, 5)]);
            }
        }
      end = cog_rich_buffer_read (buffer);
      last = cog_text_to_xhtml (end);
      parsed = cog_text_new_from_xhtml (last, NULL);
      g_assert_nonnull (parsed);
      parsed_xhtml = cog_text_to_xhtml (parsed);
      g_assert_cmpstr (parsed_xhtml, ==, last);
      while (cog_rich_buffer_undo (buffer))
        ;
      assert_reads (buffer, text);
      while (cog_rich_buffer_redo (buffer))
        ;
      again = cog_rich_buffer_read (buffer);
      again_xhtml = cog_text_to_xhtml (again);
      g_assert_cmpstr (again_xhtml, ==, last);
    }
}

/* --- the head ------------------------------------------------------------------------------ */

#define RTL_MARK "\xE2\x80\x8F" /* U+200F */
#define LTR_MARK "\xE2\x80\x8E" /* U+200E */

static void
assert_stands (CogRichBuffer *buffer, const char *expected)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  text = gtk_text_buffer_get_slice (GTK_TEXT_BUFFER (buffer), &start, &end, TRUE);
  g_assert_cmpstr (text, ==, expected);
}

/* A mark stands before a text whose first letter is of the other direction than its language, and
 * before no other. */
static void
test_head (void)
{
  static const struct
  {
    GtkTextDirection direction;
    const char *text;
    const char *mark;
  } samples[] = {
    { GTK_TEXT_DIR_RTL, "NASA تقول", RTL_MARK },
    { GTK_TEXT_DIR_RTL, "42 (“NASA”) تقول", RTL_MARK },
    { GTK_TEXT_DIR_RTL, "تقول NASA", "" },
    { GTK_TEXT_DIR_RTL, "42", "" },
    { GTK_TEXT_DIR_RTL, "", "" },
    { GTK_TEXT_DIR_RTL, LTR_MARK "תקציר", RTL_MARK },
    { GTK_TEXT_DIR_RTL, RTL_MARK "NASA", "" },
    { GTK_TEXT_DIR_LTR, "مرحبا means hello", LTR_MARK },
    { GTK_TEXT_DIR_LTR, "Hello, مرحبا", "" },
    { GTK_TEXT_DIR_LTR, "漢字", "" },
    { GTK_TEXT_DIR_NONE, "مرحبا", "" },
    { GTK_TEXT_DIR_NONE, "NASA", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint late = 0; late < 2; late++)
      {
        g_autoptr (CogRichBuffer) buffer = cog_rich_buffer_new ();
        g_autoptr (CogText) text = cog_text_new (samples[i].text);
        g_autofree char *expected = g_strconcat (samples[i].mark, samples[i].text, NULL);

        if (late == 0)
          cog_rich_buffer_set_direction (buffer, samples[i].direction);
        cog_rich_buffer_load (buffer, text);
        cog_rich_buffer_set_direction (buffer, samples[i].direction);
        assert_stands (buffer, expected);
        assert_reads (buffer, samples[i].text);
        g_assert_false (cog_rich_buffer_has_history (buffer));
        g_assert_cmpuint (cog_rich_buffer_get_caret (buffer), ==,
                          g_utf8_strlen (samples[i].text, -1));
        /* Of lines as they stand each has its own direction. */
        cog_rich_buffer_set_mode (buffer, COG_RICH_PREFORMATTED);
        assert_stands (buffer, samples[i].text);
      }
}

static void
test_head_while_writing (void)
{
  g_autoptr (CogRichBuffer) buffer = new_buffer ("");

  cog_rich_buffer_set_direction (buffer, GTK_TEXT_DIR_RTL);
  type_text (buffer, "N");
  assert_stands (buffer, RTL_MARK "N");
  type_text (buffer, "ASA تقول");
  assert_stands (buffer, RTL_MARK "NASA تقول");
  assert_reads (buffer, "NASA تقول");
  /* Nothing stands before it: neither the caret, nor what is typed. */
  select_text (buffer, 0, 0);
  g_assert_cmpuint (cog_rich_buffer_get_caret (buffer), ==, 0);
  g_assert_false (gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (buffer)));
  type_text (buffer, "1");
  assert_stands (buffer, RTL_MARK "1NASA تقول");
  erase (buffer, 0, 1);
  erase (buffer, 0, 2);
  assert_stands (buffer, RTL_MARK "NASA تقول");
  /* All of it, and something else in its place. */
  select_text (buffer, 0, -1);
  type_text (buffer, "ق");
  assert_stands (buffer, "ق");
  g_assert_true (cog_rich_buffer_undo (buffer));
  assert_stands (buffer, RTL_MARK "NASA تقول");
  g_assert_true (cog_rich_buffer_redo (buffer));
  assert_stands (buffer, "ق");
  erase (buffer, 0, 1);
  assert_stands (buffer, "");
  while (cog_rich_buffer_undo (buffer))
    ;
  assert_stands (buffer, "");
  /* A mark that the person wrote is the person's. */
  type_text (buffer, "x");
  select_text (buffer, 0, 0);
  type_text (buffer, RTL_MARK);
  assert_stands (buffer, RTL_MARK "x");
  assert_reads (buffer, RTL_MARK "x");
  erase (buffer, 0, 1);
  assert_reads (buffer, "x");
  assert_stands (buffer, RTL_MARK "x");
}

/* As a screen reader does it, with places of the buffer in its hands. */
static void
test_head_without_action (void)
{
  g_autoptr (CogRichBuffer) rich = new_buffer ("");
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (rich);
  GtkTextIter where, end;

  cog_rich_buffer_set_direction (rich, GTK_TEXT_DIR_RTL);
  gtk_text_buffer_get_start_iter (buffer, &where);
  gtk_text_buffer_insert (buffer, &where, "NASA", -1);
  assert_stands (rich, RTL_MARK "NASA");
  gtk_text_buffer_insert (buffer, &where, " تقول", -1);
  assert_reads (rich, "NASA تقول");
  gtk_text_buffer_get_iter_at_offset (buffer, &where, 0);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 6);
  gtk_text_buffer_delete (buffer, &where, &end);
  assert_stands (rich, "تقول");
  gtk_text_buffer_insert (buffer, &where, "x", -1);
  assert_stands (rich, RTL_MARK "xتقول");
  while (cog_rich_buffer_undo (rich))
    ;
  assert_stands (rich, "");
}

/* The history joins what is typed on, though a mark came between; and the style that was set for it
 * stays. */
static void
test_head_keeps_steps (void)
{
  g_autoptr (CogRichBuffer) buffer = new_buffer ("");

  cog_rich_buffer_set_direction (buffer, GTK_TEXT_DIR_RTL);
  cog_rich_buffer_toggle (buffer, "strong");
  type_text (buffer, "NASA");
  assert_reads (buffer, "<strong>NASA</strong>");
  select_text (buffer, 0, 0);
  type_text (buffer, "A");
  assert_reads (buffer, "<strong>ANASA</strong>");
  g_assert_true (cog_rich_buffer_undo (buffer));
  assert_reads (buffer, "<strong>NASA</strong>");
  g_assert_true (cog_rich_buffer_undo (buffer));
  assert_reads (buffer, "");
  g_assert_false (cog_rich_buffer_undo (buffer));
}

/* Characters of the text, from which a selection is made in a buffer that may have a head. */
static void
edit (CogRichBuffer *self, int what, int a, int b, const CogText *more)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter from, to, where;
  int head;

  cog_rich_buffer_get_start (self, &where);
  head = gtk_text_iter_get_offset (&where);
  select_text (self, a > 0 ? head + a : 0, b > 0 ? head + b : 0);
  switch (what)
    {
    case 0:
      erase (self, a > 0 ? head + a : 0, head + MIN (b, a + 3));
      break;
    case 1:
      type_text (self, "x ي");
      break;
    case 2:
      cog_rich_buffer_clear_styles (self);
      break;
    case 3:
      gtk_text_buffer_get_selection_bounds (buffer, &from, &to);
      gtk_text_buffer_get_start_iter (buffer, &where);
      cog_rich_buffer_move (self, &from, &to, &where);
      break;
    case 4:
      cog_rich_buffer_insert (self, more);
      break;
    case 5:
      cog_rich_buffer_undo (self);
      break;
    case 6:
      cog_rich_buffer_set_link (self, "#s1");
      break;
    case 7:
      cog_rich_buffer_insert_code (self, g_ptr_array_index (more->codes, 0), NULL);
      break;
    case 8:
      /* As Backspace does. */
      gtk_text_buffer_get_iter_at_mark (buffer, &where, gtk_text_buffer_get_insert (buffer));
      gtk_text_buffer_backspace (buffer, &where, TRUE, TRUE);
      break;
    default:
      cog_rich_buffer_toggle (self, what == 9 ? "strong" : "em");
    }
}

static char *
dup_xhtml (CogRichBuffer *buffer)
{
  g_autoptr (CogText) text = cog_rich_buffer_read (buffer);

  return cog_text_to_xhtml (text);
}

/* Whatever is done, with and without a head it comes to the same text, caret and history. */
static void
test_head_changes_nothing (void)
{
  static const char *const texts[] = { "NASA <em>تقول</em> " MATH " إن<span id=\"p\"></span>",
                                       "<strong>ab</strong> تقول" NOTE, MATH "مرحبا <em>a</em>",
                                       "<span id=\"q\"></span><a href=\"#x\">x</a>ي", "" };
  g_autoptr (CogText) more =
      cog_text_new_from_xhtml (MATH "y<em>ي</em><span id=\"r\" lang=\"fr\">z</span>", NULL);
  guint n_heads = 0;

  for (guint round = 0; round < 300; round++)
    {
      const char *text = texts[round % G_N_ELEMENTS (texts)];
      g_autoptr (CogRichBuffer) plain = new_buffer (text), headed = new_buffer (text);

      cog_rich_buffer_set_direction (headed, round % 2 == 0 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      for (guint i = 0; i < 30; i++)
        {
          int n = gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (plain));
          int a = g_test_rand_int_range (0, n + 1), b = g_test_rand_int_range (a, n + 1);
          int what = g_test_rand_int_range (0, 11);
          g_autofree char *expected = NULL;

          if (a < 3)
            a = 0;
          if (what == 8)
            b = a;
          edit (plain, what, a, b, more);
          edit (headed, what, a, b, more);
          expected = dup_xhtml (plain);
          assert_reads (headed, expected);
          g_assert_cmpuint (cog_rich_buffer_get_caret (headed), ==,
                            cog_rich_buffer_get_caret (plain));
          g_assert_cmpint (gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (headed)), ==,
                           gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (plain)));
          n_heads += gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (headed)) >
                     gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (plain));
        }
      while (cog_rich_buffer_undo (headed))
        {
          g_autofree char *expected = NULL;

          g_assert_true (cog_rich_buffer_undo (plain));
          expected = dup_xhtml (plain);
          assert_reads (headed, expected);
        }
      g_assert_false (cog_rich_buffer_undo (plain));
      assert_reads (headed, text);
    }
  g_assert_cmpuint (n_heads, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/rich-buffer/round-trip", test_round_trip);
  g_test_add_func ("/rich-buffer/typing-at-edges", test_typing_at_edges);
  g_test_add_func ("/rich-buffer/typing-over", test_typing_over);
  g_test_add_func ("/rich-buffer/toggle", test_toggle);
  g_test_add_func ("/rich-buffer/toggle-overlapping", test_toggle_overlapping);
  g_test_add_func ("/rich-buffer/toggle-for-typing", test_toggle_for_typing);
  g_test_add_func ("/rich-buffer/joining", test_joining);
  g_test_add_func ("/rich-buffer/undo-by-words", test_undo_by_words);
  g_test_add_func ("/rich-buffer/pieces", test_pieces);
  g_test_add_func ("/rich-buffer/insert", test_insert);
  g_test_add_func ("/rich-buffer/place-into-span", test_place_into_span);
  g_test_add_func ("/rich-buffer/plain", test_plain);
  g_test_add_func ("/rich-buffer/links", test_links);
  g_test_add_func ("/rich-buffer/clear-styles", test_clear_styles);
  g_test_add_func ("/rich-buffer/random", test_random);
  g_test_add_func ("/rich-buffer/head", test_head);
  g_test_add_func ("/rich-buffer/head-while-writing", test_head_while_writing);
  g_test_add_func ("/rich-buffer/head-without-action", test_head_without_action);
  g_test_add_func ("/rich-buffer/head-keeps-steps", test_head_keeps_steps);
  g_test_add_func ("/rich-buffer/head-changes-nothing", test_head_changes_nothing);
  return g_test_run ();
}
