/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-oai.h"

#include <string.h>

#define HEAD                                                                                       \
  "<?xml version='1.0' encoding='UTF-8'?><OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'>"   \
  "<responseDate>2026-11-22T08:00:00Z</responseDate><request verb='x'>https://x.example/oai"       \
  "</request>"
#define TAIL "</OAI-PMH>"

static CogOaiAnswer *
parse (const char *inner, GError **error)
{
  g_autofree char *text = g_strconcat (HEAD, inner, TAIL, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_assert_true (cog_oai_is_answer (bytes));
  return cog_oai_parse (bytes, "x.example", error);
}

static const char dc[] =
    "<GetRecord><record><header><identifier>oai:x.example:10665.2/12</identifier>"
    "<datestamp>2021-03-04T00:00:00Z</datestamp></header><metadata>"
    "<oai_dc:dc xmlns:oai_dc='http://www.openarchives.org/OAI/2.0/oai_dc/' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Agua segura</dc:title>"
    "<dc:creator>Pan American Health Organization</dc:creator><dc:creator>Ríos, Ana</dc:creator>"
    "<dc:publisher>PAHO</dc:publisher><dc:date>2021-03-04</dc:date><dc:language>spa</dc:language>"
    "<dc:rights>CC BY-NC-SA 3.0 IGO</dc:rights>"
    "<dc:rights>https://creativecommons.org/licenses/by-nc-sa/3.0/igo/</dc:rights>"
    "<dc:identifier>https://x.example/handle/10665.2/12</dc:identifier>"
    "<dc:identifier>https://x.example/bitstream/handle/10665.2/12/agua.pdf?sequence=1</"
    "dc:identifier>"
    "<dc:identifier>ISBN 978-92-75</dc:identifier></oai_dc:dc></metadata></record></GetRecord>";

static void
test_dublin_core (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogOaiAnswer) answer = parse (dc, &error);
  const CogOaiRecord *record;
  const CogStatement *words, *link;
  const CogWebFile *file;

  g_assert_no_error (error);
  g_assert_cmpstr (answer->verb, ==, "GetRecord");
  g_assert_cmpuint (answer->records->len, ==, 1);
  record = g_ptr_array_index (answer->records, 0);
  g_assert_cmpstr (record->identifier, ==, "oai:x.example:10665.2/12");
  g_assert_cmpstr (record->credit->title, ==, "Agua segura");
  g_assert_cmpuint (record->credit->agents->len, ==, 2);
  g_assert_cmpstr (record->credit->publisher, ==, "PAHO");
  g_assert_cmpstr (record->credit->year, ==, "2021");
  g_assert_cmpstr (record->credit->language, ==, "es");
  g_assert_cmpstr (record->credit->source_url, ==, "https://x.example/handle/10665.2/12");
  g_assert_cmpuint (record->credit->statements->len, ==, 2);
  words = g_ptr_array_index (record->credit->statements, 0);
  link = g_ptr_array_index (record->credit->statements, 1);
  g_assert_cmpint (words->kind, ==, COG_EVIDENCE_METADATA);
  g_assert_cmpstr (words->place, ==, "dc:rights");
  g_assert_cmpint (link->kind, ==, COG_EVIDENCE_LINK);
  g_assert_cmpstr (link->url, ==, "https://creativecommons.org/licenses/by-nc-sa/3.0/igo/");
  g_assert_cmpuint (record->files->len, ==, 1);
  file = g_ptr_array_index (record->files, 0);
  g_assert_cmpstr (cog_web_file_get_kind (file), ==, "PDF");
}

static const char lom[] =
    "<GetRecord><record><header><identifier>oai:x:1</identifier></header><metadata>"
    "<lom xmlns='http://ltsc.ieee.org/xsd/LOM'><general><title><string language='ar'>المد والجزر"
    "</string></title><language>ar</language></general><lifeCycle><contribute><role>"
    "<source>LOMv1.0</source><value>author</value></role><entity>BEGIN:VCARD VERSION:3.0 "
    "N:Shore;Ada FN:Ada Shore END:VCARD</entity></contribute><contribute><role><value>publisher"
    "</value></role><entity>Sea School</entity></contribute></lifeCycle><technical>"
    "<format>application/epub+zip</format><location>https://x.example/download/12.epub</location>"
    "</technical><rights><copyrightAndOtherRestrictions><value>yes</value>"
    "</copyrightAndOtherRestrictions><description><string language='en'>Licensed under "
    "https://creativecommons.org/licenses/by/4.0/</string></description></rights></lom></metadata>"
    "</record></GetRecord>";

static void
test_lom (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogOaiAnswer) answer = parse (lom, &error);
  const CogOaiRecord *record;
  const CogStatement *statement;

  g_assert_no_error (error);
  record = g_ptr_array_index (answer->records, 0);
  g_assert_cmpstr (record->credit->title, ==, "المد والجزر");
  g_assert_cmpstr (record->credit->language, ==, "ar");
  g_assert_cmpuint (record->credit->agents->len, ==, 1);
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (record->credit->agents, 0))->name, ==,
                   "Ada Shore");
  g_assert_cmpstr (record->credit->publisher, ==, "Sea School");
  g_assert_cmpuint (record->credit->statements->len, ==, 1);
  statement = g_ptr_array_index (record->credit->statements, 0);
  g_assert_cmpstr (statement->place, ==, "lom:rights");
  g_assert_cmpstr (statement->url, ==, "https://creativecommons.org/licenses/by/4.0/");
  g_assert_cmpstr (cog_web_file_get_kind (g_ptr_array_index (record->files, 0)), ==, "EPUB");
}

static void
test_lists (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogOaiAnswer) list = parse (
      "<ListRecords><record><header status='deleted'><identifier>oai:x:1</identifier></header>"
      "</record><record><header><identifier>oai:x:2</identifier></header></record>"
      "<resumptionToken completeListSize='2500'>a/b&amp;c==</resumptionToken></ListRecords>",
      &error);
  g_autoptr (CogOaiAnswer) last =
      parse ("<ListIdentifiers><header><identifier>oai:x:3</identifier></header><resumptionToken/>"
             "</ListIdentifiers>",
             &error);
  g_autoptr (CogOaiAnswer) formats = parse (
      "<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix>"
      "</metadataFormat><metadataFormat><metadataPrefix>oai_lom</metadataPrefix></metadataFormat>"
      "</ListMetadataFormats>",
      &error);
  g_autoptr (CogOaiAnswer) identify =
      parse ("<Identify><repositoryName>Sea School</repositoryName></Identify>", &error);
  g_autofree char *more = cog_oai_dup_list_address ("https://x.example/oai?verb=Identify", "oai_dc",
                                                    "s", NULL, NULL, list->token);
  g_autofree char *first = cog_oai_dup_list_address ("https://x.example/oai", "oai_lom", "a b",
                                                     "2020-01-01", NULL, NULL);

  g_assert_no_error (error);
  g_assert_true (((CogOaiRecord *)g_ptr_array_index (list->records, 0))->is_deleted);
  g_assert_cmpuint (list->total, ==, 2500);
  g_assert_cmpstr (more, ==,
                   "https://x.example/oai?verb=ListRecords&resumptionToken=a%2Fb%26c%3D%3D");
  g_assert_cmpstr (
      first, ==,
      "https://x.example/oai?verb=ListRecords&metadataPrefix=oai_lom&set=a%20b&from=2020-01-01");
  g_assert_cmpuint (last->records->len, ==, 1);
  g_assert_null (last->token);
  g_assert_cmpstr (g_ptr_array_index (formats->formats, 1), ==, "oai_lom");
  g_assert_cmpstr (identify->repository, ==, "Sea School");
}

static void
test_faults (void)
{
  static const struct
  {
    const char *inner;
    int code;
    const char *words;
  } cases[] = {
    { "<error code='noRecordsMatch'>none</error>", COG_ERROR_NOT_FOUND, "nothing of this kind" },
    { "<error code='idDoesNotExist'/>", COG_ERROR_NOT_FOUND, "no such record" },
    { "<error code='badResumptionToken'>old</error>", COG_ERROR_INPUT, "Begin the list anew" },
    { "<error code='cannotDisseminateFormat'/>", COG_ERROR_UNSUPPORTED, "a form" },
    { "<error code='badVerb'>Illegal verb</error>", COG_ERROR_INPUT, "Illegal verb" },
    { "<GetRecord><record>", COG_ERROR_INPUT, "x.example" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CogOaiAnswer) answer = parse (cases[i].inner, &error);

      g_assert_null (answer);
      g_assert_error (error, COG_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

static void
test_addresses (void)
{
  static const char page[] = "https://iris.paho.org/handle/10665.2/53012?locale-attribute=es";
  g_autofree char *old = cog_oai_dup_dspace_address (page, 0);
  g_autofree char *new = cog_oai_dup_dspace_address (page, 1);
  g_autofree char *none = cog_oai_dup_dspace_address (page, 2);
  g_autofree char *other = cog_oai_dup_dspace_address ("https://x.example/handle/", 0);

  g_assert_nonnull (strstr (old, "/oai/request?verb=GetRecord&identifier=oai%3Airis.paho.org%3A"
                                 "10665.2%2F53012&metadataPrefix=oai_dc"));
  g_assert_nonnull (strstr (new, "/server/oai/request?"));
  g_assert_null (none);
  g_assert_null (other);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/oai/dublin-core", test_dublin_core);
  g_test_add_func ("/oai/lom", test_lom);
  g_test_add_func ("/oai/lists", test_lists);
  g_test_add_func ("/oai/faults", test_faults);
  g_test_add_func ("/oai/addresses", test_addresses);
  return g_test_run ();
}
