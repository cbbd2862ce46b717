/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-source-markup.h"
#include "cog-xml.h"

#include <string.h>

#define STRUCTURE                                                                                  \
  "<section xmlns=\"" COG_NS_XHTML "\" xmlns:epub=\"" COG_NS_EPUB "\"><h1 id=\"h\">One</h1>"       \
  "<figure id=\"f\"><img id=\"i\" src=\"a.png\" alt=\"A cat\"/></figure>"                          \
  "<p id=\"p\">See <em>it</em><a epub:type=\"noteref\" role=\"doc-noteref\" href=\"#n\">1</a></p>" \
  "<ul><li id=\"l\">x</li></ul></section>"

static CogUnit *
new_unit (const char *id, CogUnitKind kind, const char *source, const char *target)
{
  CogUnit *unit = cog_unit_new (id, "one", kind);

  unit->source = g_strdup (source);
  unit->target = g_strdup (target);
  return unit;
}

static GPtrArray *
new_units (void)
{
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_unit_free);

  g_ptr_array_add (units, new_unit ("h", COG_UNIT_HEADING, "One", "Eins"));
  g_ptr_array_add (units, new_unit ("i@alt", COG_UNIT_ALT, "A cat", "Eine Katze &amp; mehr"));
  g_ptr_array_add (units, new_unit ("p", COG_UNIT_PARAGRAPH,
                                    "See <em>it</em><a epub:type=\"noteref\" role=\"doc-noteref\" "
                                    "href=\"#n\">1</a>",
                                    NULL));
  g_ptr_array_add (units, new_unit ("l", COG_UNIT_ITEM, "x", "x <b>y</b>"));
  return units;
}

static void
assert_fault (GPtrArray *faults, guint line, const char *words, gboolean is_warning)
{
  const CogMarkupFault *fault;

  g_assert_cmpuint (faults->len, >=, 1);
  fault = g_ptr_array_index (faults, 0);
  g_assert_nonnull (strstr (fault->sentence, words));
  g_assert_cmpuint (fault->line, ==, line);
  g_assert_cmpint (fault->is_warning, ==, is_warning);
}

static void
check (CogUnitKind kind, const char *text, guint line, const char *words, gboolean is_warning)
{
  g_autoptr (CogUnit) unit =
      new_unit ("p", kind, "a <math xmlns=\"" COG_NS_MATHML "\"><mi>x</mi></math>", NULL);
  g_autofree char *target = NULL;
  g_autoptr (GPtrArray) faults = cog_source_markup_check_unit (unit, text, &target);

  g_assert_cmpint (target == NULL, ==, words != NULL && !is_warning);

  if (words == NULL)
    g_assert_cmpuint (faults->len, ==, 0);
  else
    assert_fault (faults, line, words, is_warning);
}

static void
test_unit (void)
{
  check (COG_UNIT_PARAGRAPH, "b <math xmlns=\"" COG_NS_MATHML "\"><mi>x</mi></math>", 0, NULL,
         FALSE);
  check (COG_UNIT_PARAGRAPH, "one\ntwo <em>x", 2, "well-formed", FALSE);
  check (COG_UNIT_PARAGRAPH, "one\n\n<script/>", 3, "script", FALSE);
  check (COG_UNIT_PARAGRAPH, "a <em onclick=\"x\">b</em>", 1, "onclick", FALSE);
  check (COG_UNIT_PARAGRAPH, "no formula", 1, "missing here", TRUE);
  check (COG_UNIT_ALT, "plain &amp; good", 0, NULL, FALSE);
  check (COG_UNIT_ALT, "a\n<em>b</em>", 2, "no markup", FALSE);
  /* What a browser would mend is mended. */
  check (COG_UNIT_ALT, "R & D", 0, NULL, FALSE);
}

static char *
write_section (GPtrArray *units, gboolean of_target)
{
  g_autoptr (GError) error = NULL;
  char *text = cog_source_markup_write_section (STRUCTURE, units, of_target, &error);

  g_assert_no_error (error);
  return text;
}

static void
test_write (void)
{
  g_autoptr (GPtrArray) units = new_units ();
  g_autofree char *text = write_section (units, TRUE);
  g_autofree char *source = write_section (units, FALSE);

  g_assert_nonnull (strstr (text, "\n  <h1 id=\"h\">Eins</h1>\n  <figure id=\"f\">\n    <img"));
  g_assert_nonnull (strstr (text, "alt=\"Eine Katze &amp; mehr\""));
  g_assert_nonnull (strstr (text, "<p id=\"p\"></p>"));
  g_assert_nonnull (strstr (text, "    <li id=\"l\">x <b>y</b></li>\n  </ul>\n</section>"));
  g_assert_nonnull (strstr (source, "<p id=\"p\">See <em>it</em><a epub:type"));
}

static GPtrArray *
edit (const char *from, const char *to, GPtrArray *faults)
{
  g_autoptr (GPtrArray) units = new_units ();
  g_autofree char *text = write_section (units, TRUE);
  g_auto (GStrv) parts = g_strsplit (text, from, 2);
  g_autofree char *edited = g_strjoinv (to, parts);

  g_assert_nonnull (parts[1]);
  return cog_source_markup_read_section (STRUCTURE, units, edited, faults);
}

static void
assert_edit (const char *from, const char *to, const char *unit, const char *target)
{
  g_autoptr (GPtrArray) faults = cog_markup_fault_list_new ();
  g_autoptr (GPtrArray) edits = edit (from, to, faults);
  const CogMarkupEdit *first = edits->len > 0 ? g_ptr_array_index (edits, 0) : NULL;

  if (cog_markup_fault_list_has_errors (faults))
    g_error ("%s → %s: %s", from, to, ((CogMarkupFault *)g_ptr_array_index (faults, 0))->sentence);
  g_assert_cmpuint (edits->len, ==, unit != NULL ? 1 : 0);
  g_assert_cmpstr (first != NULL ? first->unit : NULL, ==, unit);
  g_assert_cmpstr (first != NULL ? first->target : NULL, ==, target);
}

static void
test_read (void)
{
  assert_edit ("Eins", "Eins", NULL, NULL);
  assert_edit ("Eins", "Zwei", "h", "Zwei");
  assert_edit ("<p id=\"p\"></p>", "<p id=\"p\">Sieh <em>hin</em></p>", "p", "Sieh <em>hin</em>");
  assert_edit ("Eine Katze &amp; mehr", "Ein Hund &lt;", "i@alt", "Ein Hund &lt;");
  /* White space between blocks says nothing, nor does the order of attributes. */
  assert_edit ("</h1>\n  <figure", "</h1><figure", NULL, NULL);
  assert_edit ("id=\"i\" src=\"a.png\"", "src=\"a.png\" id=\"i\"", NULL, NULL);
}

static void
assert_refused (const char *from, const char *to, guint line, const char *words)
{
  g_autoptr (GPtrArray) faults = cog_markup_fault_list_new ();
  g_autoptr (GPtrArray) edits = edit (from, to, faults);

  assert_fault (faults, line, words, FALSE);
}

static void
test_refused (void)
{
  assert_refused ("<ul>", "<p id=\"q\">new</p><ul>", 7, "structure");
  assert_refused ("<p id=\"p\"></p>", "", 7, "structure");
  assert_refused ("src=\"a.png\"", "src=\"b.png\"", 4, "structure");
  assert_refused ("<ul>", "words <ul>", 7, "structure");
  assert_refused ("</ul>", "", 10, "well-formed");
  assert_refused ("Eins", "<p>Eins</p>", 2, "cannot stand");
  assert_refused ("</section>", "</section><p/>", 10, "well-formed");
}

/* What the source has is named, and can be stored without it. */
static void
test_lost (void)
{
  g_autoptr (GPtrArray) faults = cog_markup_fault_list_new ();
  g_autoptr (GPtrArray) edits = edit ("<p id=\"p\"></p>", "<p id=\"p\">Sieh</p>", faults);

  g_assert_cmpuint (edits->len, ==, 1);
  assert_fault (faults, 6, "“1”", TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-markup/unit", test_unit);
  g_test_add_func ("/source-markup/write", test_write);
  g_test_add_func ("/source-markup/read", test_read);
  g_test_add_func ("/source-markup/refused", test_refused);
  g_test_add_func ("/source-markup/lost", test_lost);
  return g_test_run ();
}
