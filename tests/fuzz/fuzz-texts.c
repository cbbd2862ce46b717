/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-private.h"

#include "cog-coded-sentence.h"
#include "cog-container.h"
#include "cog-credit-line.h"
#include "cog-credit.h"
#include "cog-expression.h"
#include "cog-licence.h"
#include "cog-report.h"
#include "cog-text.h"
#include "cog-xml.h"

#include <string.h>

char *
fuzz_dup_text (const guint8 *data, gsize size)
{
  return g_utf8_make_valid ((const char *)data, (gssize)size);
}

void
fuzz_inline (const char *id, const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autofree char *plain = NULL;
  g_autofree char *again = NULL;
  g_autoptr (CogText) units = NULL;
  g_autoptr (GError) error = NULL;

  if (!cog_inline_check (text, &error))
    {
      g_assert_nonnull (error);
      return;
    }
  plain = cog_inline_to_plain (text);
  units = cog_text_new_from_xhtml (text, &error);
  if (units == NULL)
    return;
  again = cog_text_to_xhtml (units);
  g_clear_error (&error);
  /* What it makes of a good text is good. */
  if (!cog_inline_check (again, &error))
    g_error ("%s → %s: %s", text, again, error->message);
}

/* Each code of the source is there, and it can be stored. */
static void
check_translation (const CogText *source, CogText *target)
{
  g_autoptr (CogText) text = target;
  g_autoptr (GPtrArray) missing = cog_text_list_missing (source, target);
  g_autofree char *xhtml = cog_text_to_xhtml (target);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (missing->len, ==, 0);
  g_assert_cmpuint (source->codes->len, ==, target->codes->len);
  if (!cog_inline_check (xhtml, &error))
    g_error ("%s: %s", xhtml, error->message);
}

/* A line that is a sentence of a book, and what an engine of machine translation answers to it. */
void
fuzz_engine_answer (const char *id, const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);
  g_autoptr (CogText) source =
      lines[0] != NULL && lines[1] != NULL && cog_inline_check (lines[0], NULL)
          ? cog_text_new_from_xhtml (lines[0], NULL)
          : NULL;
  g_autoptr (CogCodedSentence) sentence = source != NULL ? cog_coded_sentence_new (source) : NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char *html = NULL;
  gboolean is_mended = FALSE;
  CogText *target;

  if (sentence == NULL || !cog_coded_sentence_has_words (sentence))
    return;
  html = cog_coded_sentence_dup_html (sentence);
  target = cog_coded_sentence_read (sentence, html, &is_mended);
  if (target != NULL)
    check_translation (source, target);
  target = cog_coded_sentence_read (sentence, lines[1], &is_mended);
  if (target != NULL)
    check_translation (source, target);
  parts = cog_coded_sentence_list_parts (sentence);
  target = cog_coded_sentence_join_parts (sentence, parts);
  if (target != NULL)
    check_translation (source, target);
}

void
fuzz_licence (const char *id, const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_auto (GStrv) parts = g_strsplit (text, "\n", 2);
  const char *words = parts[0] != NULL ? parts[0] : "";
  const char *url = parts[0] != NULL && parts[1] != NULL ? parts[1] : NULL;
  CogRecognised odd;
  g_autofree char *expression = cog_licence_recognise_full (words, url, &odd);
  g_autoptr (GPtrArray) alternatives = cog_expression_list_alternatives (words);
  gsize start = 0, end = 0;
  g_autoptr (GPtrArray) credits = cog_credit_line_parse (text, &start, &end);

  cog_licence_lookup_url (text);
  cog_licence_lookup (words);
  g_assert_true (start <= end && end <= strlen (text));
  if (expression != NULL)
    {
      g_autofree char *name = cog_licence_dup_expression_name (expression);

      g_assert_true (cog_expression_check (expression, NULL));
    }
}

static void
read_container (CogContainer *container)
{
  const char *const *names = container != NULL ? cog_container_get_names (container) : NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GBytes) entry = cog_container_read (container, names[i], NULL);

      g_assert_nonnull (entry);
      g_assert_true (names[i][0] != '/' && !g_str_has_prefix (names[i], "../"));
      cog_container_resolve (container, names[i], "../a%2fb?x#y");
    }
}

void
fuzz_container (const char *id, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogContainer) container =
      cog_container_new_for_zip (bytes, "x.zip", report, NULL, &error);

  g_assert_true ((container == NULL) == (error != NULL));
  read_container (container);
}

void
fuzz_tar (const char *id, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogContainer) container =
      cog_container_new_for_tar (bytes, "x.tar", report, NULL, &error);

  g_assert_true ((container == NULL) == (error != NULL));
  read_container (container);
}

/* What lies in project files, and beside files that were fetched. */
void
fuzz_credit (const char *id, const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogCredit) credit = cog_credit_from_json (text, &error);
  g_autoptr (CogCredit) again = NULL;
  g_autofree char *json = NULL;

  g_assert_true ((credit == NULL) == (error != NULL));
  if (credit == NULL)
    return;
  json = cog_credit_to_json (credit);
  again = cog_credit_from_json (json, &error);
  g_assert_no_error (error);
  g_assert_true (cog_credit_is_same_work (credit, again));
}

void
fuzz_xml (const char *id, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *fault = NULL;
  g_autoptr (xmlDoc) strict = cog_xml_parse (bytes, "x.xml", report, &error);
  g_autoptr (xmlDoc) lenient = cog_xml_parse_damaged (bytes, "x.xml", report, &fault, NULL);

  g_assert_true ((strict == NULL) == (error != NULL));
  /* What is well-formed is not damaged. */
  g_assert_true (strict == NULL || (lenient != NULL && fault == NULL));
}
