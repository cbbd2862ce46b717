/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-line.h"
#include "cog-xml.h"

#include "corpus.h"

#include <string.h>

/* One part of a line as "part|title|agents|host|licence|changes", "-" for nothing. */
static char *
dup_summary (const CogCredit *credit)
{
  g_autoptr (GString) agents = g_string_new (NULL);

  for (guint i = 0; i < credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (credit->agents, i);

      g_string_append_printf (agents, "%s%s", i > 0 ? " + " : "", agent->name);
      if (agent->role != COG_ROLE_AUTHOR)
        g_string_append_printf (agents, "=%s", cog_role_to_relator (agent->role));
    }
  return g_strdup_printf ("%s|%s|%s|%s|%s|%s", credit->part != NULL ? credit->part : "-",
                          credit->title != NULL ? credit->title : "-",
                          agents->len > 0 ? agents->str : "-",
                          credit->source_name != NULL ? credit->source_name : "-",
                          credit->licence != NULL ? credit->licence : "-",
                          credit->changes != NULL ? credit->changes : "-");
}

static char *
dup_all (const char *caption, char **left)
{
  gsize start, end;
  g_autoptr (GPtrArray) credits = cog_credit_line_parse (caption, &start, &end);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < credits->len; i++)
    {
      g_autofree char *summary = dup_summary (g_ptr_array_index (credits, i));

      g_string_append_printf (all, "%s%s", i > 0 ? "\n" : "", summary);
    }
  if (left != NULL)
    *left = g_strdup_printf ("%.*s%s", (int)start, caption, caption + end);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static const struct
{
  const char *caption;
  const char *credits;
  const char *left; /* of the caption; NULL: not looked at */
} samples[] = {
#include "credit-line-samples.h"
};

static void
test_samples (void)
{
  guint wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *left = NULL;
      g_autofree char *credits = dup_all (samples[i].caption, &left);

      if ((samples[i].credits != NULL && !g_str_equal (credits, samples[i].credits)) ||
          (samples[i].left != NULL && !g_str_equal (left, samples[i].left)))
        {
          g_test_message ("%s\n  is   %s\n  not  %s\n  left “%s”", samples[i].caption, credits,
                          samples[i].credits, left);
          wrong++;
        }
    }
  g_assert_cmpuint (wrong, ==, 0);
}

/* Every caption of the corpus: a credit line is found where a marker stands with its colon or its
 * part, is cut out whole, and nothing else is taken for one. */
static void
check_caption (const char *text, guint *n_lines)
{
  static const char marker[] = "\\((?:credits?|source|[źż]r[oó]d[lł]o)(?: \\(?[a-z]\\)| "
                               "[^():;]{0,20})?\\s*(?::|[A-Z])|\\(źródło \\(?a\\)";
  gboolean expected = g_regex_match_simple (marker, text, G_REGEX_CASELESS, 0);
  gsize start, end;
  g_autoptr (GPtrArray) credits = cog_credit_line_parse (text, &start, &end);
  g_autofree char *left = g_strdup_printf ("%.*s%s", (int)start, text, text + end);

  if ((credits->len > 0) != expected)
    g_error ("%u credits in: %s", credits->len, text);
  if (!expected)
    return;
  (*n_lines)++;
  if (g_regex_match_simple (marker, left, G_REGEX_CASELESS, 0))
    g_error ("left in the caption: %s", left);
  for (guint i = 0; i < credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (credits, i);
      g_autofree char *name = cog_credit_dup_names (credit, COG_ROLE_AUTHOR);

      g_assert_true (name != NULL || credit->source_name != NULL);
      /* Names are verbatim: a piece of the caption, with no marker and no licence in it. */
      if (name != NULL && (strstr (text, name) == NULL || strstr (name, "redit") != NULL ||
                           strstr (name, "CC BY") != NULL || strstr (name, "odyfikac") != NULL))
        g_error ("the name “%s” in: %s", name, text);
    }
}

static void
check_file (const char *path, guint *n_lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;
  xmlNode *root;

  g_assert_true (g_file_get_contents (path, &data, &size, &error));
  bytes = g_bytes_new_take (data, size);
  doc = cog_xml_parse (bytes, path, NULL, &error);
  g_assert_no_error (error);
  root = xmlDocGetRootElement (doc);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (n->type == XML_ELEMENT_NODE && xmlStrEqual (n->name, BAD_CAST "caption"))
      {
        g_autofree char *text = cog_xml_dup_text (n);
        g_autoptr (GRegex) blanks = g_regex_new ("\\s+", 0, 0, NULL);
        g_autofree char *line = g_regex_replace_literal (blanks, text, -1, 0, " ", 0, NULL);

        check_caption (g_strstrip (line), n_lines);
      }
}

static void
test_corpus (void)
{
  static const char *const books[] = { "microeconomics-en", "microeconomics-pl",
                                       "university-physics-en", "university-physics-pl" };
  guint n_lines = 0;

  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *relative = g_strdup_printf ("openstax/%s/modules", books[i]);
      g_autofree char *folder = corpus_dup_path (relative);
      g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
      const char *name;

      if (dir == NULL)
        {
          g_test_skip ("no corpus");
          return;
        }
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, "index.cnxml", NULL);

          check_file (path, &n_lines);
        }
    }
  g_test_message ("%u credit lines", n_lines);
  g_assert_cmpuint (n_lines, >=, 20);
}

/* What a hostile book may put into a caption: an answer soon, and none that is not text. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "(", "credit: ", "credit a: ", "; ", " by ", "“", "\"", "/", " and ", "CC BY ", "©", ")", "a",
  };
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (guint k = 0; k < G_N_ELEMENTS (pieces); k++)
      {
        g_autoptr (GString) text = g_string_new ("(credit: ");

        while (text->len < 30000)
          g_string_append_printf (text, "%s%s", pieces[i], pieces[k]);
        g_ptr_array_unref (cog_credit_line_parse (text->str, NULL, NULL));
      }
  g_ptr_array_unref (cog_credit_line_parse ("(credit: \xff\xfe)", NULL, NULL));
  g_assert_cmpint (g_get_monotonic_time () - began, <, 30 * G_USEC_PER_SEC);
}

static void
test_json (void)
{
  gsize start, end;
  g_autoptr (GPtrArray) credits = cog_credit_line_parse (samples[6].caption, &start, &end);
  g_autofree char *json = cog_credit_to_json (g_ptr_array_index (credits, 0));
  g_autoptr (GError) error = NULL;
  g_autoptr (CogCredit) back = cog_credit_from_json (json, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = cog_credit_to_json (back);
  g_assert_cmpstr (json, ==, again);
  g_assert_null (cog_credit_from_json ("[]", &error));
}

/* Quotation marks alone are no title. */
static void
test_empty_title (void)
{
  gsize start = 0, end = 0;
  g_autoptr (GPtrArray) credits =
      cog_credit_line_parse ("A pond. (credit: \"\" by Ann Lee, CC BY 4.0)", &start, &end);

  g_assert_cmpuint (credits->len, ==, 1);
  g_assert_null (((CogCredit *)credits->pdata[0])->title);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/credit-line/samples", test_samples);
  g_test_add_func ("/credit-line/corpus", test_corpus);
  g_test_add_func ("/credit-line/hostile", test_hostile);
  g_test_add_func ("/credit/json", test_json);
  g_test_add_func ("/credit-line/empty-title", test_empty_title);
  return g_test_run ();
}
