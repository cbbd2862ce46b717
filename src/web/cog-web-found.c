/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-found.h"

#include "cog-error.h"
#include "cog-html.h"
#include "cog-reading.h"
#include "cog-web-address.h"
#include "cog-web-name.h"
#include "cog-web-offer.h"
#include "cog-web-page.h"
#include "cog-web-record.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_CATALOGUE (16u << 20) /* bytes of an answer */

static const char *const nicks[] = { "file", "page", "record", "list", "repository" };

const char *
cog_web_kind_to_nick (CogWebKind kind)
{
  g_return_val_if_fail ((gsize)kind < G_N_ELEMENTS (nicks), NULL);
  return nicks[kind];
}

void
cog_web_found_free (CogWebFound *found)
{
  if (found == NULL)
    return;
  g_free (found->asked);
  g_free (found->address);
  g_free (found->name);
  g_free (found->charset);
  g_free (found->path);
  cog_credit_free (found->credit);
  g_clear_pointer (&found->page, g_bytes_unref);
  g_ptr_array_unref (found->files);
  g_ptr_array_unref (found->hosts);
  cog_oai_answer_free (found->list);
  g_free (found);
}

gboolean
cog_web_found_has_choice (const CogWebFound *found)
{
  g_return_val_if_fail (found != NULL, FALSE);
  return found->files->len > 0 || found->hosts->len > 0 || found->list != NULL;
}

/* The page in which a work lies, and the day: what every copy should say. */
static CogCredit *
new_credit (const CogAnswer *answer)
{
  CogCredit *credit = cog_credit_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  credit->source_url = g_strdup (answer->address);
  credit->retrieved = g_date_time_format (now, "%Y-%m-%d");
  if (answer->licence != NULL)
    g_ptr_array_add (credit->statements,
                     cog_statement_new (COG_EVIDENCE_LINK, answer->address, "Link: rel=license",
                                        NULL, answer->licence));
  return credit;
}

static CogWebFound *
found_new (const char *asked, const CogAnswer *answer)
{
  CogWebFound *found = g_new0 (CogWebFound, 1);

  found->asked = g_strdup (asked);
  found->address = g_strdup (answer->address);
  found->charset = g_strdup (answer->charset);
  found->credit = new_credit (answer);
  found->files = cog_web_file_list_new ();
  found->hosts = g_ptr_array_new_with_free_func (g_free);
  return found;
}

/* --- records ---------------------------------------------------------------------------------- */

static void
take_field (char **field, const char *value)
{
  if (*field == NULL)
    *field = g_strdup (value);
}

/* A catalogue's words beside what is known already. */
static void
take_credit (CogCredit *credit, const CogCredit *record)
{
  take_field (&credit->title, record->title);
  take_field (&credit->publisher, record->publisher);
  take_field (&credit->year, record->year);
  take_field (&credit->language, record->language);
  take_field (&credit->copyright, record->copyright);
  for (guint i = 0, had = credit->agents->len; had == 0 && i < record->agents->len; i++)
    g_ptr_array_add (credit->agents, cog_agent_copy (g_ptr_array_index (record->agents, i)));
  for (guint i = 0; i < record->statements->len; i++)
    g_ptr_array_add (credit->statements,
                     cog_statement_copy (g_ptr_array_index (record->statements, i)));
}

static void
take_record (CogWebFound *found, const CogOaiRecord *record)
{
  take_credit (found->credit, record->credit);
  if (found->kind == COG_WEB_RECORD && found->page == NULL && record->credit->source_url != NULL)
    {
      g_free (found->credit->source_url);
      found->credit->source_url = g_strdup (record->credit->source_url);
    }
  for (guint i = 0; i < record->files->len; i++)
    {
      const CogWebFile *file = g_ptr_array_index (record->files, i);

      cog_web_file_list_add (found->files, file->address, file->label, file->media_type);
    }
  /* A record that names only its page offers that page: the files are found there. */
  if (found->page == NULL && found->files->len == 0 && record->credit->source_url != NULL)
    cog_web_file_list_add (found->files, record->credit->source_url, record->credit->title, NULL);
}

/* (transfer full) (nullable) */
static CogOaiAnswer *
ask (CogFetch *fetch, const char *address, GCancellable *cancellable, GError **error)
{
  g_auto (CogAnswer) answer = { NULL };
  g_autofree char *host = cog_web_address_dup_host (address);
  g_autoptr (GBytes) bytes =
      cog_fetch_bytes (fetch, address, MAX_CATALOGUE, &answer, NULL, cancellable, error);

  return bytes != NULL ? cog_oai_parse (bytes, host, error) : NULL;
}

/* The bare address of a catalogue: who keeps it, and in which forms it gives its records. */
static gboolean
introduce (CogWebFound *found, CogFetch *fetch, GCancellable *cancellable, GError **error)
{
  g_autofree char *who = cog_oai_dup_verb_address (found->address, "Identify");
  g_autofree char *what = cog_oai_dup_verb_address (found->address, "ListMetadataFormats");
  g_autoptr (CogOaiAnswer) formats = NULL;

  found->kind = COG_WEB_REPOSITORY;
  found->list = ask (fetch, who, cancellable, error);
  formats = found->list != NULL ? ask (fetch, what, cancellable, error) : NULL;
  if (formats == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (found->list->formats, g_steal_pointer (&formats->formats));
  formats->formats = g_ptr_array_new ();
  return TRUE;
}

/* A catalogue that was asked nothing says "badVerb" (OAI-PMH 2.0, §3.6). */
static gboolean
is_unasked (const char *address, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return strstr (address, "verb=") == NULL && memmem (data, size, "badVerb", 7) != NULL;
}

static gboolean
look_at_catalogue (
    CogWebFound *found, GBytes *bytes, CogFetch *fetch, GCancellable *cancellable, GError **error)
{
  g_autofree char *host = cog_web_address_dup_host (found->address);
  gboolean is_bare = is_unasked (found->address, bytes);
  CogOaiAnswer *answer = cog_oai_parse (bytes, host, is_bare ? NULL : error);
  const CogOaiRecord *first;
  gboolean is_there;

  if (answer == NULL)
    return is_bare && introduce (found, fetch, cancellable, error);
  first = answer->records->len > 0 ? g_ptr_array_index (answer->records, 0) : NULL;
  if (first == NULL || g_strcmp0 (answer->verb, "GetRecord") != 0)
    {
      found->kind = first != NULL ? COG_WEB_LIST : COG_WEB_REPOSITORY;
      found->list = answer;
      return TRUE;
    }
  found->kind = COG_WEB_RECORD;
  is_there = !first->is_deleted;
  if (is_there)
    take_record (found, first);
  else
    g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND,
                 _ ("The catalogue of %s says that this work was taken away."), host);
  cog_oai_answer_free (answer);
  return is_there;
}

/* What a DSpace page leaves out stands in its catalogue. That it does not answer is no fault. */
static gboolean
ask_catalogue (CogWebFound *found, CogFetch *fetch, GCancellable *cancellable, GError **error)
{
  g_autofree char *address = NULL;

  for (guint i = 0; (address = cog_oai_dup_dspace_address (found->address, i)) != NULL; i++)
    {
      g_autoptr (CogOaiAnswer) record = ask (fetch, address, cancellable, NULL);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (record != NULL && record->records->len > 0)
        {
          take_record (found, g_ptr_array_index (record->records, 0));
          return TRUE;
        }
      g_clear_pointer (&address, g_free);
    }
  return TRUE;
}

/* --- pages ------------------------------------------------------------------------------------ */

/* What the page says of the work, for the files that it offers: the reader of pages knows best. */
static void
read_page_credit (CogWebFound *found, const char *path, GCancellable *cancellable)
{
  g_autoptr (CogSource) source = cog_source_new_for_path (path, cancellable, NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book =
      source != NULL ? cog_reading_read (source, report, NULL, cancellable, NULL, NULL) : NULL;

  if (book == NULL)
    return;
  take_credit (found->credit, book->credit);
  take_field (&found->credit->language, book->language);
}

static gboolean
look_at_page (CogWebFound *found,
              const char *path,
              CogFetch *fetch,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (CogWebPage) page = NULL;
  g_autoptr (xmlDoc) document = NULL;
  g_autofree char *host = cog_web_address_dup_host (found->address);
  GPtrArray *hosts;

  page = cog_web_page_new (found->page, found->address, found->charset, error);
  if (page == NULL)
    return FALSE;
  document = cog_html_parse (found->page, found->charset, host, NULL, error);
  if (document == NULL)
    return FALSE;
  cog_web_offer_read (found->files, document, found->address);
  found->kind = cog_web_offer_is_record (document, found->address, found->files) ? COG_WEB_RECORD
                                                                                 : COG_WEB_PAGE;
  hosts = cog_web_page_get_other_hosts (page);
  for (guint i = 0; i < hosts->len; i++)
    g_ptr_array_add (found->hosts, g_strdup (g_ptr_array_index (hosts, i)));
  if (strstr (found->address, "/handle/") != NULL &&
      !ask_catalogue (found, fetch, cancellable, error))
    return FALSE;
  if (found->files->len > 0)
    read_page_credit (found, path, cancellable);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* --- looking ---------------------------------------------------------------------------------- */

static GBytes *
map_file (const char *path, GError **error)
{
  g_autoptr (GMappedFile) map = g_mapped_file_new (path, FALSE, error);

  return map != NULL ? g_mapped_file_get_bytes (map) : NULL;
}

static gboolean
set_empty (const char *address, GError **error)
{
  g_autofree char *host = cog_web_address_dup_host (address);

  g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s sent nothing."), host);
  return FALSE;
}

/* What it is is told by its bytes: servers call everything text/html, or octet-stream. */
static gboolean
look_at_answer (CogWebFound *found,
                const CogAnswer *answer,
                CogFetch *fetch,
                const char *path,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GBytes) bytes = map_file (path, error);
  g_autofree char *given =
      answer->name != NULL ? g_strdup (answer->name) : cog_web_address_dup_name (answer->address);
  const char *ending = bytes != NULL ? cog_web_name_find_ending (bytes, answer->media_type) : NULL;

  if (bytes == NULL)
    return FALSE;
  if (g_bytes_get_size (bytes) == 0)
    return set_empty (answer->address, error);
  found->name = cog_web_name_dup (given, ending);
  if (cog_oai_is_answer (bytes))
    return look_at_catalogue (found, bytes, fetch, cancellable, error);
  if (g_strcmp0 (ending, "html") == 0)
    {
      if (g_bytes_get_size (bytes) > COG_WEB_PAGE_MOST)
        {
          g_autofree char *host = cog_web_address_dup_host (answer->address);

          g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE,
                       _ ("The page of %s is larger than any that people read."), host);
          return FALSE;
        }
      found->page = g_bytes_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      return look_at_page (found, path, fetch, cancellable, error);
    }
  found->kind = COG_WEB_FILE;
  found->path = g_strdup (path);
  return TRUE;
}

CogWebFound *
cog_web_look (CogFetch *fetch,
              const char *address,
              const char *folder,
              const CogProgress *progress,
              GCancellable *cancellable,
              GError **error)
{
  g_auto (CogAnswer) answer = { NULL };
  g_autofree char *path = NULL;
  /* Until it is known what it is; the folder may be a person's own. */
  g_autofree char *unnamed = g_strdup_printf (".answer-%08x", g_random_int ());
  g_autoptr (CogWebFound) found = NULL;

  g_return_val_if_fail (fetch != NULL && address != NULL && folder != NULL, NULL);

  path = g_build_filename (folder, unnamed, NULL);
  if (!cog_fetch_file (fetch, address, path, &answer, progress, cancellable, error))
    return NULL;
  found = found_new (address, &answer);
  if (!look_at_answer (found, &answer, fetch, path, cancellable, error))
    {
      g_unlink (path);
      return NULL;
    }
  if (found->path == NULL)
    g_unlink (path);
  return g_steal_pointer (&found);
}

/* --- taking ----------------------------------------------------------------------------------- */

/* Puts the file that lies at from in its place. (transfer full) */
static char *
settle (const char *from, const char *folder, const char *name, CogCredit *credit, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (path);

  if (!g_file_move (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error) ||
      !cog_web_record_write (path, credit, error))
    return NULL;
  return g_steal_pointer (&path);
}

static char *
take_page (CogWebFound *found,
           CogFetch *fetch,
           gboolean may_ask_others,
           const char *folder,
           const char *name,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (CogWebPage) page =
      cog_web_page_new (found->page, found->address, found->charset, error);
  char *path;

  if (page == NULL)
    return NULL;
  path = cog_web_page_save (page, fetch, folder, name != NULL ? name : found->name, may_ask_others,
                            report, progress, cancellable, error);
  if (path != NULL && !cog_web_record_write (path, found->credit, error))
    g_clear_pointer (&path, g_free);
  return path;
}

static char *
take_file (CogWebFound *found,
           CogFetch *fetch,
           const CogWebFile *file,
           const char *folder,
           const char *name,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (CogWebFound) inner =
      cog_web_look (fetch, file->address, folder, progress, cancellable, error);
  char *path;

  if (inner == NULL)
    return NULL;
  if (inner->kind != COG_WEB_FILE && inner->page == NULL)
    {
      g_autofree char *host = cog_web_address_dup_host (file->address);

      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s sent a list, and no document."), host);
      return NULL;
    }
  /* The page about the work is where others find it; the file's own address often moves. */
  take_credit (inner->credit, found->credit);
  g_free (inner->credit->source_url);
  inner->credit->source_url = g_strdup (found->credit->source_url);
  if (inner->kind == COG_WEB_FILE)
    return settle (inner->path, folder, name != NULL ? name : inner->name, inner->credit, error);
  path = take_page (inner, fetch, FALSE, folder, name, report, progress, cancellable, error);
  return path;
}

char *
cog_web_take (CogWebFound *found,
              CogFetch *fetch,
              const CogWebFile *file,
              gboolean may_ask_others,
              const char *folder,
              const char *name,
              CogReport *report,
              const CogProgress *progress,
              GCancellable *cancellable,
              GError **error)
{
  g_return_val_if_fail (found != NULL && fetch != NULL && folder != NULL, NULL);

  if (file != NULL)
    return take_file (found, fetch, file, folder, name, report, progress, cancellable, error);
  if (found->page != NULL)
    return take_page (found, fetch, may_ask_others, folder, name, report, progress, cancellable,
                      error);
  if (found->path != NULL)
    return settle (found->path, folder, name != NULL ? name : found->name, found->credit, error);
  {
    g_autofree char *host = cog_web_address_dup_host (found->address);

    g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                 _ ("%s gave a catalogue, and no document. Choose one of its works."), host);
  }
  return NULL;
}
