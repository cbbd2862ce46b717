/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-target.h"

#include "cog-credit-line.h"
#include "cog-expression.h"
#include "cog-html.h"
#include "cog-licence.h"
#include "cog-reader.h"
#include "cog-receiver.h"
#include "cog-text.h"

#include <libxml/parser.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static char *
dup_text (const guint8 *data, gsize size)
{
  return g_utf8_make_valid ((const char *)data, (gssize)size);
}

static void
fuzz_inline (const char *id, const guint8 *data, gsize size)
{
  g_autofree char *text = dup_text (data, size);
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

static void
fuzz_licence (const char *id, const guint8 *data, gsize size)
{
  g_autofree char *text = dup_text (data, size);
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
fuzz_container (const char *id, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogContainer) container =
      cog_container_new_for_zip (bytes, "x.zip", report, NULL, &error);
  const char *const *names = container != NULL ? cog_container_get_names (container) : NULL;

  g_assert_true ((container == NULL) == (error != NULL));
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GBytes) entry = cog_container_read (container, names[i], NULL);

      g_assert_nonnull (entry);
      g_assert_true (names[i][0] != '/' && !g_str_has_prefix (names[i], "../"));
      cog_container_resolve (container, names[i], "../a%2fb?x#y");
    }
}

static void
fuzz_xml (const char *id, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *fault = NULL;
  g_autoptr (xmlDoc) strict = cog_xml_parse (bytes, "x.xml", report, &error);
  g_autoptr (xmlDoc) lenient = cog_xml_parse_damaged (bytes, "x.xml", report, &fault, NULL);

  g_assert_true ((strict == NULL) == (error != NULL));
  /* What is well-formed is not damaged. */
  g_assert_true (strict == NULL || (lenient != NULL && fault == NULL));
}

/* What a helper may send: heads and frames, as a pipe has them. */
static void
fuzz_stream (const char *id, const guint8 *data, gsize size)
{
  g_autoptr (CogReceiver) receiver = cog_receiver_new (NULL, NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  CogReceived received = COG_RECEIVED_MORE;

  while (received == COG_RECEIVED_MORE && size >= sizeof (CogFrameHead))
    {
      CogFrameHead head;
      g_autoptr (GBytes) bytes = NULL;

      memcpy (&head, data, sizeof head);
      data += sizeof head;
      size -= sizeof head;
      if (!cog_receiver_expects (receiver, &head) || head.length > size)
        break;
      bytes = g_bytes_new (data, head.length);
      received = cog_receiver_take (receiver, head.kind, bytes);
      data += head.length;
      size -= head.length;
    }
  cog_receiver_report (receiver, report);
  if (received == COG_RECEIVED_BOOK)
    {
      g_autoptr (CogBook) book = cog_receiver_steal_book (receiver, NULL);

      g_assert_true (cog_book_validate (book, NULL));
    }
  if (received == COG_RECEIVED_FAULT)
    g_error_free (cog_receiver_steal_fault (receiver));
}

static const CogReader *
find_reader (const char *id)
{
  const CogReader *const *readers = cog_reader_table_get ();

  for (guint i = 0; readers[i] != NULL; i++)
    if (g_str_equal (readers[i]->id, id))
      return readers[i];
  return NULL;
}

/* A file that stands in a folder where nothing else is: a page alone asks for the files that it
 * names. */
static CogSource *
make_source (const CogReader *reader, const guint8 *data, gsize size)
{
  g_autofree char *name = g_strconcat ("book.", reader->extensions[0], NULL);
  g_autofree char *path = g_build_filename ("/nonexistent/a/b", name, NULL);
  int fd = memfd_create ("book", MFD_CLOEXEC);
  CogSource *source = NULL;

  if (fd >= 0 && write (fd, data, size) == (gssize)size)
    source = cog_source_new_for_fd (fd, path, name, NULL);
  if (fd >= 0)
    close (fd);
  return source;
}

static void
check_book (CogBook *book)
{
  g_autoptr (CogReport) breaches = cog_report_new ();
  const CogFinding *breach;
  g_autofree char *sentence = NULL;

  if (cog_book_validate (book, breaches))
    return;
  breach = g_ptr_array_index (cog_report_get_findings (breaches), 0);
  sentence = cog_finding_dup_sentence (breach);
  g_error ("Not in normal form: %s: %s", breach->place, sentence);
}

static void
fuzz_reader (const char *id, const guint8 *data, gsize size)
{
  const CogReader *reader = find_reader (id);
  CogSource *source = size > 0 ? make_source (reader, data, size) : NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  int bid;

  if (source == NULL)
    return;
  bid = reader->bid (source);
  g_assert_true (bid >= 0 && bid <= 100);
  book = cog_reader_read_as (reader, source, report, NULL, NULL, &error);
  g_assert_true ((book == NULL) == (error != NULL));
  if (book != NULL)
    check_book (book);
  cog_source_free (source);
}

FuzzFunc
fuzz_target_find (const char *id)
{
  static const struct
  {
    const char *id;
    FuzzFunc func;
  } targets[] = {
    { "container", fuzz_container }, { "inline", fuzz_inline }, { "licence", fuzz_licence },
    { "stream", fuzz_stream },       { "xml", fuzz_xml },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_str_equal (targets[i].id, id))
      return targets[i].func;
  return find_reader (id) != NULL ? fuzz_reader : NULL;
}

void
fuzz_target_prepare (void)
{
  xmlInitParser ();
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
}
