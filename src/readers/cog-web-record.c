/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-record.h"

#include "cog-evidence.h"
#include "cog-json-depth.h"
#include "cog-language.h"

#include <gio/gio.h>
#include <string.h>

#define MAX_RECORD (1u << 20) /* bytes */

char *
cog_web_record_dup_path (const char *file)
{
  g_return_val_if_fail (file != NULL, NULL);
  return g_strconcat (file, ".source.json", NULL);
}

gboolean
cog_web_record_write (const char *file, const CogCredit *credit, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (file != NULL && credit != NULL, FALSE);

  path = cog_web_record_dup_path (file);
  json = cog_credit_to_json (credit);
  return g_file_set_contents (path, json, -1, error);
}

/* (transfer full) (nullable) */
static CogCredit *
read_record (CogSource *source)
{
  const char *file = cog_source_get_path (source);
  g_autofree char *path = file != NULL ? cog_web_record_dup_path (file) : NULL;
  g_autoptr (GMappedFile) map = path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR)
                                    ? g_mapped_file_new (path, FALSE, NULL)
                                    : NULL;
  gsize size = map != NULL ? g_mapped_file_get_length (map) : 0;
  g_autofree char *json = NULL;

  if (size == 0 || size > MAX_RECORD)
    return NULL;
  json = g_strndup (g_mapped_file_get_contents (map), size);
  if (!g_utf8_validate (json, -1, NULL) || !cog_json_is_shallow (json))
    return NULL;
  return cog_credit_from_json (json, NULL);
}

static void
take_if_none (char **field, const char *value)
{
  if (*field == NULL && value != NULL)
    *field = g_strdup (value);
}

static char *
dup_host (const char *address)
{
  char *host = NULL;

  if (address == NULL ||
      !g_uri_split_network (address, G_URI_FLAGS_PARSE_RELAXED, NULL, &host, NULL, NULL))
    return NULL;
  return host;
}

/* A page that says where it belongs is believed as long as that is on the host that gave it. */
static void
take_address (CogCredit *credit, const CogCredit *record, const char *reader)
{
  g_autofree char *own = dup_host (credit->source_url);
  g_autofree char *real = dup_host (record->source_url);

  if (record->source_url == NULL)
    return;
  if (credit->source_url != NULL && (!g_str_equal (reader, "html") || g_strcmp0 (own, real) == 0))
    return;
  g_free (credit->source_url);
  credit->source_url = g_strdup (record->source_url);
}

/* A catalogue was written by people who looked; a PDF's title is often that of a file. */
static gboolean
knows_itself (const char *reader)
{
  static const char *const formats[] = { "epub", "html", "jats", "markdown", "openstax", NULL };

  return g_strv_contains (formats, reader);
}

static void
take_work (CogBook *book, const CogCredit *record, const char *reader)
{
  CogCredit *credit = book->credit;

  if (record->title != NULL && !knows_itself (reader))
    g_clear_pointer (&credit->title, g_free);
  take_if_none (&credit->title, record->title);
  if (record->agents->len > 0 && !knows_itself (reader))
    g_ptr_array_set_size (credit->agents, 0);
  for (guint i = 0, had = credit->agents->len; had == 0 && i < record->agents->len; i++)
    g_ptr_array_add (credit->agents, cog_agent_copy (g_ptr_array_index (record->agents, i)));
  take_if_none (&credit->publisher, record->publisher);
  take_if_none (&credit->year, record->year);
  take_if_none (&credit->source_name, record->source_name);
  take_if_none (&credit->copyright, record->copyright);
}

void
cog_web_record_apply (CogBook *book, CogSource *source, const char *reader, CogReport *report)
{
  g_autoptr (CogCredit) record = NULL;

  g_return_if_fail (book != NULL && source != NULL && reader != NULL);

  record = read_record (source);
  if (record == NULL)
    return;
  take_work (book, record, reader);
  take_address (book->credit, record, reader);
  take_if_none (&book->credit->retrieved, record->retrieved);
  if (book->language == NULL && record->language != NULL &&
      cog_language_is_valid (record->language))
    {
      book->language = cog_language_canonicalise (record->language);
      take_if_none (&book->credit->language, record->language);
    }
  for (guint i = 0; i < record->statements->len; i++)
    {
      const CogStatement *statement = g_ptr_array_index (record->statements, i);

      /* No file that lies about can say that a person decided. */
      cog_evidence_add (book, report,
                        statement->kind == COG_EVIDENCE_PERSON ? COG_EVIDENCE_BESIDE
                                                               : statement->kind,
                        statement->file, statement->place, statement->words, statement->url);
    }
}
