/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-oai-private.h"

#include "cog-error.h"
#include "cog-web-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_RECORDS 1000 /* of one answer */

void
cog_oai_record_free (CogOaiRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->identifier);
  g_free (record->datestamp);
  cog_credit_free (record->credit);
  g_ptr_array_unref (record->files);
  g_free (record);
}

void
cog_oai_answer_free (CogOaiAnswer *answer)
{
  if (answer == NULL)
    return;
  g_free (answer->verb);
  g_free (answer->repository);
  g_free (answer->base);
  g_free (answer->token);
  g_ptr_array_unref (answer->formats);
  g_ptr_array_unref (answer->records);
  g_free (answer);
}

gboolean
cog_oai_is_answer (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = size > 0 ? g_strndup (data, MIN (size, 2048)) : g_strdup ("");
  const char *root = strstr (head, "OAI-PMH");

  return root != NULL && root > head && (root[-1] == '<' || root[-1] == ':');
}

/* --- reading ---------------------------------------------------------------------------------- */

static char *
dup_child_text (const xmlNode *node, const char *name)
{
  const xmlNode *child = node != NULL ? cog_xml_find_child (node, NULL, name) : NULL;
  char *text = child != NULL ? cog_xml_dup_folded_text (child) : NULL;

  if (text != NULL && text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static CogOaiRecord *
read_record (const xmlNode *node, const char *host)
{
  CogOaiRecord *record = g_new0 (CogOaiRecord, 1);
  /* Of ListIdentifiers the header stands alone. */
  const xmlNode *header =
      cog_xml_is (node, NULL, "header") ? node : cog_xml_find_child (node, NULL, "header");
  const xmlNode *metadata = cog_xml_find_child (node, NULL, "metadata");
  const xmlNode *inner = metadata != NULL ? cog_xml_first_element (metadata) : NULL;
  g_autofree char *status = header != NULL ? cog_xml_dup_attribute (header, "status") : NULL;

  record->credit = cog_credit_new ();
  record->files = cog_web_file_list_new ();
  record->identifier = dup_child_text (header, "identifier");
  record->datestamp = dup_child_text (header, "datestamp");
  record->is_deleted = g_strcmp0 (status, "deleted") == 0;
  if (inner != NULL && cog_xml_is (inner, NULL, "lom"))
    cog_oai_read_lom (record, inner, host);
  else if (inner != NULL)
    cog_oai_read_dc (record, inner, host);
  return record;
}

static void
read_list (CogOaiAnswer *answer, const xmlNode *list, const char *host)
{
  for (const xmlNode *n = cog_xml_first_element (list); n != NULL; n = cog_xml_next_element (n))
    if ((cog_xml_is (n, NULL, "record") || cog_xml_is (n, NULL, "header")) &&
        answer->records->len < MAX_RECORDS)
      g_ptr_array_add (answer->records, read_record (n, host));
    else if (cog_xml_is (n, NULL, "metadataFormat"))
      {
        char *prefix = dup_child_text (n, "metadataPrefix");

        if (prefix != NULL && answer->formats->len < 100)
          g_ptr_array_add (answer->formats, prefix);
        else
          g_free (prefix);
      }
    else if (cog_xml_is (n, NULL, "resumptionToken"))
      {
        g_autofree char *total = cog_xml_dup_attribute (n, "completeListSize");
        char *token = cog_xml_dup_folded_text (n);

        g_free (answer->token);
        answer->token = token[0] != '\0' ? token : (g_free (token), NULL);
        answer->total = total != NULL ? g_ascii_strtoull (total, NULL, 10) : 0;
      }
}

/* OAI-PMH 2.0, §3.6. */
static void
set_fault (GError **error, const xmlNode *node, const char *host)
{
  g_autofree char *code = cog_xml_dup_attribute (node, "code");
  g_autofree char *words = cog_xml_dup_folded_text (node);

  if (g_strcmp0 (code, "noRecordsMatch") == 0)
    g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND,
                 _ ("The catalogue of %s has nothing of this kind, or of these days."), host);
  else if (g_strcmp0 (code, "idDoesNotExist") == 0)
    g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND,
                 _ ("The catalogue of %s has no such record."), host);
  else if (g_strcmp0 (code, "badResumptionToken") == 0)
    g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                 _ ("%s no longer knows where its list went on. Begin the list anew."), host);
  else if (g_strcmp0 (code, "cannotDisseminateFormat") == 0)
    g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                 _ ("The catalogue of %s does not give this record in a form that can be read."),
                 host);
  else
    /* Translators: 1 a host, 2 what it says, in its language, 3 a word of the protocol */
    g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                 _ ("The catalogue of %1$s did not understand the question: %2$.300s (%3$s)"), host,
                 words, code != NULL ? code : "?");
}

CogOaiAnswer *
cog_oai_parse (GBytes *bytes, const char *host, GError **error)
{
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (CogOaiAnswer) answer = NULL;
  const xmlNode *root;

  g_return_val_if_fail (bytes != NULL && host != NULL, NULL);

  document = cog_xml_parse (bytes, host, NULL, error);
  if (document == NULL)
    return NULL;
  root = xmlDocGetRootElement (document);
  if (!cog_xml_is (root, NULL, "OAI-PMH"))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s did not answer as a catalogue does."),
                   host);
      return NULL;
    }
  answer = g_new0 (CogOaiAnswer, 1);
  answer->formats = g_ptr_array_new_with_free_func (g_free);
  answer->records = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_oai_record_free);
  for (const xmlNode *n = cog_xml_first_element (root); n != NULL; n = cog_xml_next_element (n))
    {
      if (cog_xml_is (n, NULL, "error"))
        {
          set_fault (error, n, host);
          return NULL;
        }
      if (cog_xml_is (n, NULL, "responseDate") || cog_xml_is (n, NULL, "request"))
        continue;
      g_free (answer->verb);
      answer->verb = g_strdup ((const char *)n->name);
      if (cog_xml_is (n, NULL, "Identify"))
        {
          answer->repository = dup_child_text (n, "repositoryName");
          answer->base = dup_child_text (n, "baseURL");
        }
      read_list (answer, n, host);
    }
  return g_steal_pointer (&answer);
}

/* --- asking ----------------------------------------------------------------------------------- */

static GString *
begin_address (const char *base, const char *verb)
{
  GString *out = g_string_new_len (base, strcspn (base, "?#"));

  g_string_append_printf (out, "?verb=%s", verb);
  return out;
}

static void
append (GString *out, const char *key, const char *value)
{
  g_autofree char *escaped = value != NULL ? g_uri_escape_string (value, NULL, FALSE) : NULL;

  if (escaped != NULL)
    g_string_append_printf (out, "&%s=%s", key, escaped);
}

char *
cog_oai_dup_verb_address (const char *base, const char *verb)
{
  g_return_val_if_fail (base != NULL && verb != NULL, NULL);
  return g_string_free (begin_address (base, verb), FALSE);
}

char *
cog_oai_dup_record_address (const char *base, const char *identifier, const char *prefix)
{
  GString *out;

  g_return_val_if_fail (base != NULL && identifier != NULL && prefix != NULL, NULL);

  out = begin_address (base, "GetRecord");
  append (out, "identifier", identifier);
  append (out, "metadataPrefix", prefix);
  return g_string_free (out, FALSE);
}

/* A token stands alone: §3.5. */
char *
cog_oai_dup_list_address (const char *base,
                          const char *prefix,
                          const char *set,
                          const char *from,
                          const char *until,
                          const char *token)
{
  GString *out;

  g_return_val_if_fail (base != NULL && prefix != NULL, NULL);

  out = begin_address (base, "ListRecords");
  append (out, "resumptionToken", token);
  if (token == NULL)
    {
      append (out, "metadataPrefix", prefix);
      append (out, "set", set);
      append (out, "from", from);
      append (out, "until", until);
    }
  return g_string_free (out, FALSE);
}

/* DSpace names records "oai:HOST:PREFIX/NUMBER"; its catalogue stands at /oai/request, since
 * version 7 at /server/oai/request. */
char *
cog_oai_dup_dspace_address (const char *page, guint which)
{
  static const char *const places[] = { "/oai/request", "/server/oai/request" };
  g_autoptr (GUri) uri = NULL;
  const char *handle;
  g_autofree char *origin = NULL;
  g_autofree char *base = NULL;
  g_autofree char *number = NULL;
  g_autofree char *identifier = NULL;
  gsize prefix;

  g_return_val_if_fail (page != NULL, NULL);

  uri = g_uri_parse (page, G_URI_FLAGS_ENCODED, NULL);
  handle = uri != NULL ? strstr (g_uri_get_path (uri), "/handle/") : NULL;
  if (handle == NULL || which >= G_N_ELEMENTS (places))
    return NULL;
  handle += strlen ("/handle/");
  prefix = strcspn (handle, "/");
  if (prefix == 0 || handle[prefix] == '\0' || handle[prefix + 1] == '\0')
    return NULL;
  number = g_strndup (handle, prefix + 1 + strcspn (handle + prefix + 1, "/"));
  origin = cog_web_address_dup_origin (page);
  base = g_strconcat (origin, places[which], NULL);
  identifier = g_strdup_printf ("oai:%s:%s", g_uri_get_host (uri), number);
  return cog_oai_dup_record_address (base, identifier, "oai_dc");
}
