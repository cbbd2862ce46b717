/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-reader.h"
#include "cog-remove.h"
#include "cog-web-found.h"
#include "cog-web-record.h"
#include "folder.h"
#include "web-server.h"

#include <string.h>

static const CogFetchLimits hurried = { 8u << 20, 20000, 60000, 10, 100 };

#define PAGE "200 OK\r\nContent-Type: text/html"

/* The smallest PNG with a colour, as everybody has it. */
static const guint8 png[] = { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00,
                              0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01,
                              0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x90,
                              0x77, 0x53, 0xDE, 0x00, 0x00, 0x00, 0x0C, 0x49, 0x44, 0x41,
                              0x54, 0x08, 0xD7, 0x63, 0xF8, 0xCF, 0xC0, 0x00, 0x00, 0x03,
                              0x01, 0x01, 0x00, 0x18, 0xDD, 0x8D, 0xB0, 0x00, 0x00, 0x00,
                              0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82 };

typedef struct
{
  WebServer *server;
  char *folder;
  CogReport *report;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = web_server_new (NULL);
  fixture->folder = folder_make ();
  fixture->report = cog_report_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  web_server_free (fixture->server);
  cog_remove_tree (fixture->folder);
  g_free (fixture->folder);
  cog_report_free (fixture->report);
}

static CogWebFound *
look (Fixture *fixture, const char *path, GError **error)
{
  g_autofree char *address = web_server_dup_address (fixture->server, path);
  g_autoptr (CogFetch) fetch = cog_fetch_new (address, &hurried);

  return cog_web_look (fetch, address, fixture->folder, NULL, NULL, error);
}

static char *
take (Fixture *fixture, CogWebFound *found, const CogWebFile *file, GError **error)
{
  g_autoptr (CogFetch) fetch = cog_fetch_new (found->asked, &hurried);

  return cog_web_take (found, fetch, file, FALSE, fixture->folder, NULL, fixture->report, NULL,
                       NULL, error);
}

static CogBook *
read_file (Fixture *fixture, const char *path, const char *reader)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSource) source = cog_source_new_for_path (path, NULL, &error);
  const CogReader *used = NULL;
  CogBook *book;

  g_assert_no_error (error);
  book = cog_reader_read (source, fixture->report, NULL, NULL, &used, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (used->id, ==, reader);
  return book;
}

/* An Arabic page: its pictures stand beside it, its links still lead somewhere, its words are as
 * they were sent. */
static void
test_page (Fixture *fixture, gconstpointer data)
{
  static const char page[] =
      "<!DOCTYPE html><html lang=ar dir=rtl><head><title>المد والجزر</title><base href='/sea/'>"
      "<meta name=author content='أمل البحر'></head><body><main><h1>المد والجزر</h1>"
      "<p>يرتفع البحر وينخفض مرتين في اليوم، كما يدور <a href='../moon#top'>القمر</a>؛ انظر "
      "<a href='#end'>النهاية</a>.</p>"
      "<figure><img src='صورة%20البحر.png' alt='البحر'><figcaption>البحر</figcaption></figure>"
      "<p><img src=/late.gif data-src=late.png alt=x> <img src=gone.png> <img src=lie.png>"
      "<img src='data:image/png;base64,iVBORw0KGgo='> <img srcset='small.png 1x, large.png 2x'>"
      "<img src='http://10.1.2.3/near.png'></p><p id=end>النهاية</p></main></body></html>";
  g_autoptr (GError) error = NULL;
  g_autoptr (CogWebFound) found = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  CogBookCounts counts;

  web_server_add (fixture->server, "/lesson", PAGE, page, -1);
  web_server_add (fixture->server,
                  "/sea/%D8%B5%D9%88%D8%B1%D8%A9%20%D8%A7%D9%84%D8%A8%D8%AD%D8%B1.png", "200 OK",
                  png, sizeof png);
  web_server_add (fixture->server, "/sea/late.png", "200 OK\r\nContent-Type: text/plain", png,
                  sizeof png);
  web_server_add (fixture->server, "/sea/large.png", "200 OK", png, sizeof png);
  web_server_add (fixture->server, "/sea/lie.png", "200 OK\r\nContent-Type: image/png",
                  "<script>alert(1)</script>", -1);
  found = look (fixture, "/lesson", &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->kind, ==, COG_WEB_PAGE);
  g_assert_cmpuint (found->files->len, ==, 0);
  g_assert_cmpuint (found->hosts->len, ==, 0); /* the near one is never asked */
  path = take (fixture, found, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (path, "/lesson.html"));
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_nonnull (strstr (text, "يرتفع البحر وينخفض مرتين"));
  g_assert_nonnull (strstr (text, "src=\"lesson_files/1.png\" alt='البحر'"));
  g_assert_nonnull (strstr (text, "/moon#top\""));
  g_assert_nonnull (strstr (text, "href='#end'"));
  g_assert_true (cog_report_has (fixture->report, "web-picture"));
  g_assert_true (cog_report_has (fixture->report, "web-pictures-off"));
  g_assert_cmpuint (web_server_count (fixture->server, "/sea/small.png"), ==, 0);
  g_assert_cmpuint (web_server_count (fixture->server, "/late.gif"), ==, 0);

  book = read_file (fixture, path, "html");
  cog_book_count (book, &counts);
  g_assert_cmpstr (book->language, ==, "ar");
  g_assert_cmpstr (book->credit->source_url, ==, found->address);
  g_assert_cmpuint (strlen (book->credit->retrieved), ==, strlen ("2026-11-22"));
  g_assert_cmpuint (book->assets->len, ==, 4); /* three fetched, one of its own */
}

/* A record written beside a file counts as evidence, and never as somebody's decision. */
static void
test_record (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "walk.md", NULL);
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GError) error = NULL;

  credit->source_url = g_strdup ("https://example.org/walk.md");
  credit->retrieved = g_strdup ("2026-11-22");
  credit->title = g_strdup ("Of the catalogue");
  g_ptr_array_add (credit->agents, cog_agent_new ("Ada Shore", COG_ROLE_AUTHOR));
  g_ptr_array_add (credit->statements,
                   cog_statement_new (COG_EVIDENCE_PERSON, "x.example", "dc:rights", NULL,
                                      "https://creativecommons.org/licenses/by/4.0/"));
  g_assert_true (g_file_set_contents (path, "# A Walk\n\nThrough the wood.\n", -1, &error));
  g_assert_true (cog_web_record_write (path, credit, &error));
  g_assert_no_error (error);
  book = read_file (fixture, path, "markdown");
  g_assert_cmpstr (book->credit->title, ==, "A Walk");
  g_assert_cmpuint (book->credit->agents->len, ==, 1);
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-4.0");
  g_assert_cmpstr (book->credit->retrieved, ==, "2026-11-22");
  g_assert_cmpint (((CogStatement *)g_ptr_array_index (book->credit->statements, 0))->kind, ==,
                   COG_EVIDENCE_BESIDE);
  /* A damaged one is as none. */
  {
    g_autofree char *record = cog_web_record_dup_path (path);
    g_autoptr (CogBook) without = NULL;

    g_assert_true (g_file_set_contents (record, "{\"title\": [[[", -1, &error));
    without = read_file (fixture, path, "markdown");
    g_assert_null (without->credit->retrieved);
  }
}

static const char dspace[] =
    "<!DOCTYPE html><html lang=es><head><meta name=Generator content='DSpace 6.3'><title>Agua "
    "segura"
    "</title><meta name='DC.title' content='Agua segura'><meta name=citation_pdf_url "
    "content='/bitstream/10665.2/12/1/agua.md'><meta name='DC.creator' content='PAHO'></head><body>"
    "<main><h1>Agua segura</h1><p>Una guía.</p><p><a href='/bitstream/10665.2/12/1/agua.md'>Ver "
    "guía</a> <a href='/bitstream/10665.2/12/5/agua.pdf.jpg'>x</a> "
    "<a href='https://other.example/paper.pdf'>otro</a></p></main></body></html>";

static const char oai[] =
    "<?xml version='1.0'?><OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><GetRecord><record>"
    "<header><identifier>x</identifier></header><metadata><dc xmlns='http://x/'><title>Agua</title>"
    "<rights>CC BY-NC-SA 3.0 IGO</rights><language>es</language></dc></metadata></record>"
    "</GetRecord></OAI-PMH>";

/* A DSpace page offers its files; its catalogue's rights go along with the file that is taken. */
static void
test_dspace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogWebFound) found = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *path = NULL;
  const CogWebFile *file;

  web_server_add (fixture->server, "/handle/10665.2/12", PAGE, dspace, -1);
  web_server_add (fixture->server, "/bitstream/10665.2/12/1/agua.md", "200 OK",
                  "# Agua\n\nHervir el agua un minuto.\n", -1);
  web_server_add (fixture->server,
                  "/oai/request?verb=GetRecord&identifier=oai%3A127.0.0.1%3A10665.2%2F12"
                  "&metadataPrefix=oai_dc",
                  "200 OK\r\nContent-Type: text/xml", oai, -1);
  found = look (fixture, "/handle/10665.2/12", &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->kind, ==, COG_WEB_RECORD);
  g_assert_cmpuint (found->files->len, ==, 1);
  file = g_ptr_array_index (found->files, 0);
  path = take (fixture, found, file, &error);
  g_assert_no_error (error);
  book = read_file (fixture, path, "markdown");
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-NC-SA-3.0-IGO");
  g_assert_cmpstr (book->credit->source_url, ==, found->address);
  g_assert_cmpuint (book->credit->agents->len, ==, 1);
}

static void
test_catalogue (Fixture *fixture, gconstpointer data)
{
  static const char broken[] = "<?xml version='1.0'?><OAI-PMH><ListRecords><record>";
  static const char none[] =
      "<?xml version='1.0'?><OAI-PMH><error code='noRecordsMatch'/></OAI-PMH>";
  static const char gone[] =
      "<?xml version='1.0'?><OAI-PMH><GetRecord><record><header status='deleted'><identifier>1"
      "</identifier></header></record></GetRecord></OAI-PMH>";
  g_autoptr (GError) error = NULL;
  g_autoptr (CogWebFound) list = NULL;
  g_autoptr (CogWebFound) bare = NULL;

  web_server_add (fixture->server, "/oai?verb=ListRecords", "200 OK",
                  "<?xml version='1.0'?><OAI-PMH><ListRecords><record><header><identifier>1"
                  "</identifier></header><metadata><dc><title>T</title><identifier>"
                  "https://x.example/handle/1/2</identifier></dc></metadata></record></ListRecords>"
                  "</OAI-PMH>",
                  -1);
  web_server_add (fixture->server, "/broken", "200 OK", broken, -1);
  web_server_add (fixture->server, "/none", "200 OK", none, -1);
  web_server_add (fixture->server, "/gone", "200 OK", gone, -1);
  list = look (fixture, "/oai?verb=ListRecords", &error);
  g_assert_no_error (error);
  g_assert_cmpint (list->kind, ==, COG_WEB_LIST);
  g_assert_null (take (fixture, list, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_clear_error (&error);
  /* The bare address of a catalogue: who it is, and what it gives. */
  web_server_add (fixture->server, "/bare", "200 OK",
                  "<?xml version='1.0'?><OAI-PMH><error code='badVerb'/></OAI-PMH>", -1);
  web_server_add (fixture->server, "/bare?verb=Identify", "200 OK",
                  "<?xml version='1.0'?><OAI-PMH><Identify><repositoryName>Sea School"
                  "</repositoryName></Identify></OAI-PMH>",
                  -1);
  web_server_add (fixture->server, "/bare?verb=ListMetadataFormats", "200 OK",
                  "<?xml version='1.0'?><OAI-PMH><ListMetadataFormats><metadataFormat>"
                  "<metadataPrefix>oai_lom</metadataPrefix></metadataFormat></ListMetadataFormats>"
                  "</OAI-PMH>",
                  -1);
  bare = look (fixture, "/bare", &error);
  g_assert_no_error (error);
  g_assert_cmpint (bare->kind, ==, COG_WEB_REPOSITORY);
  g_assert_cmpstr (bare->list->repository, ==, "Sea School");
  g_assert_cmpuint (bare->list->formats->len, ==, 1);
  g_assert_null (look (fixture, "/broken", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_null (look (fixture, "/none", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (look (fixture, "/gone", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
}

/* A SciELO page: the article is read as a page, its PDF and XML are offered, too. */
static void
test_article (Fixture *fixture, gconstpointer data)
{
  static const char page[] =
      "<html lang=pt><head><title>Marés</title><meta name=citation_title content='Marés'><meta "
      "name=citation_pdf_url content='/j/x/?format=pdf'><meta name=citation_xml_url "
      "content='/j/x.xml'>"
      "<link rel=license href='https://creativecommons.org/licenses/by/4.0/'></head><body><article>"
      "<h1>Marés</h1><p>O mar sobe e desce duas vezes por dia.</p></article></body></html>";
  g_autoptr (GError) error = NULL;
  g_autoptr (CogWebFound) found = NULL;
  g_autofree char *path = NULL;
  g_autoptr (CogBook) book = NULL;

  web_server_add (fixture->server, "/j/x/", PAGE, page, -1);
  found = look (fixture, "/j/x/", &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->kind, ==, COG_WEB_PAGE);
  g_assert_cmpuint (found->files->len, ==, 2);
  g_assert_cmpstr (cog_web_file_get_kind (g_ptr_array_index (found->files, 0)), ==, "PDF");
  path = take (fixture, found, NULL, &error);
  g_assert_no_error (error);
  book = read_file (fixture, path, "html");
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-4.0");
}

static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogWebFound) found = NULL;
  g_autofree char *path = NULL;

  web_server_add (fixture->server, "/empty", PAGE, "", 0);
  web_server_add (fixture->server, "/book.html", PAGE, "%PDF-1.4\n", -1);
  g_assert_null (look (fixture, "/empty", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_clear_error (&error);
  found = look (fixture, "/book.html", &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->kind, ==, COG_WEB_FILE);
  path = take (fixture, found, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (path, "/book.pdf"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("no_proxy", "*", TRUE);
#define ADD(name, function)                                                                        \
  g_test_add ("/web-found/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("page", test_page);
  ADD ("record", test_record);
  ADD ("dspace", test_dspace);
  ADD ("catalogue", test_catalogue);
  ADD ("article", test_article);
  ADD ("wrong", test_wrong);
  return g_test_run ();
}
