/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"
#include "cog-web-print.h"

#include "cog-error.h"
#include "cog-temporary-folder.h"
#include "cog-web-address.h"
#include "cog-web-option.h"

#include <glib/gi18n-lib.h>

#define MAX_PAGES 50 /* of a list, each as long as the catalogue makes it */

typedef struct
{
  char *output, *identifier, *set, *from, *until, *format;
  int file, pages;
  gboolean is_list, own_pictures;
} Wish;

static void
wish_clear (Wish *wish)
{
  g_free (wish->output);
  g_free (wish->identifier);
  g_free (wish->set);
  g_free (wish->from);
  g_free (wish->until);
  g_free (wish->format);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

/* A question to a catalogue, where one is asked; else the address itself. (transfer full) */
static char *
dup_address (const Wish *wish, const char *typed, const char *token, GError **error)
{
  g_autofree char *clean = cog_web_address_clean (typed, error);
  const char *format = wish->format != NULL ? wish->format : "oai_dc";

  if (clean == NULL)
    return NULL;
  if (wish->identifier != NULL)
    return cog_oai_dup_record_address (clean, wish->identifier, format);
  if (token != NULL || wish->set != NULL || wish->from != NULL || wish->until != NULL)
    return cog_oai_dup_list_address (clean, format, wish->set, wish->from, wish->until, token);
  return g_steal_pointer (&clean);
}

/* The rest of a list, as far as it was asked for. */
static gboolean
go_on (CogWebFound *found, const Wish *wish, CogFetch *web, const char *typed, GError **error)
{
  for (int i = 1; i < CLAMP (wish->pages, 1, MAX_PAGES) && found->list->token != NULL; i++)
    {
      g_autofree char *address = dup_address (wish, typed, found->list->token, error);
      g_autofree char *host = cog_web_address_dup_host (address);
      g_auto (CogAnswer) answer = { NULL };
      g_autoptr (GBytes) bytes = cog_fetch_bytes (web, address, 0, &answer, NULL, NULL, error);
      CogOaiAnswer *more = bytes != NULL ? cog_oai_parse (bytes, host, error) : NULL;

      if (more == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (found->list->records, g_steal_pointer (&more->records));
      g_free (found->list->token);
      found->list->token = g_steal_pointer (&more->token);
      more->records = g_ptr_array_new ();
      cog_oai_answer_free (more);
    }
  return TRUE;
}

static gboolean
choose (const Wish *wish, const CogWebFound *found, const CogWebFile **file, GError **error)
{
  *file = NULL;
  if (wish->file > 0 && (guint)wish->file <= found->files->len)
    *file = g_ptr_array_index (found->files, wish->file - 1);
  else if (wish->file == 0 && found->kind == COG_WEB_RECORD && found->files->len == 1)
    *file = g_ptr_array_index (found->files, 0);
  else if (wish->file > 0 || (found->kind == COG_WEB_RECORD && found->files->len > 1))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                   _ ("Which of its %u files? --list shows them, --file N takes one."),
                   found->files->len);
      return FALSE;
    }
  return TRUE;
}

static gboolean
save (
    CogCommandContext *context, const Wish *wish, CogWebFound *found, CogFetch *web, GError **error)
{
  g_autoptr (CogReport) report = cog_report_new ();
  gboolean is_folder = g_file_test (wish->output, G_FILE_TEST_IS_DIR);
  g_autofree char *folder = is_folder ? g_strdup (wish->output) : g_path_get_dirname (wish->output);
  g_autofree char *name = is_folder ? NULL : g_path_get_basename (wish->output);
  g_autofree char *path = NULL;
  const CogWebFile *file;

  if (!choose (wish, found, &file, error))
    return FALSE;
  if (file != NULL)
    cog_web_option_tell_host (context, file->address);
  path = cog_web_take (found, web, file, !wish->own_pictures, folder, name, report,
                       cog_command_get_progress (context), NULL, error);
  if (path == NULL)
    return FALSE;
  cog_print_done (context, path, cog_web_kind_to_nick (found->kind), report);
  return TRUE;
}

static gboolean
fetch (CogCommandContext *context, const Wish *wish, const char *typed, GError **error)
{
  g_autofree char *address = dup_address (wish, typed, NULL, error);
  g_autoptr (CogTemporaryFolder) folder =
      address != NULL ? cog_temporary_folder_new (COG_TEMPORARY_FETCHED, error) : NULL;
  g_autoptr (CogFetch) web = folder != NULL ? cog_fetch_new (address, NULL) : NULL;
  g_autoptr (CogWebFound) found = NULL;
  gboolean ok;

  if (web == NULL)
    return FALSE;
  cog_fetch_set_tell (web, cog_web_option_tell, context);
  cog_web_option_tell_host (context, address);
  found =
      cog_web_look (web, address, folder->path, cog_command_get_progress (context), NULL, error);
  ok = found != NULL && (found->list == NULL || go_on (found, wish, web, typed, error));
  cog_command_end_progress (context);
  if (ok && wish->is_list)
    cog_web_print_found (context, found);
  else if (ok)
    ok = save (context, wish, found, web, error);
  return ok;
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_auto (Wish) wish = { .pages = 1 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wish.output, N_ ("Where it is put"), N_ ("FILE") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &wish.is_list,
      N_ ("Show what is there, and fetch no file of it"), NULL },
    { "file", 0, 0, G_OPTION_ARG_INT, &wish.file, N_ ("Which of the files that --list shows"),
      N_ ("NUMBER") },
    { "own-pictures", 0, 0, G_OPTION_ARG_NONE, &wish.own_pictures,
      N_ ("Of a web page, only the pictures that stand on the same host"), NULL },
    { "identifier", 0, 0, G_OPTION_ARG_STRING, &wish.identifier,
      N_ ("A record of a catalogue (OAI-PMH)"), N_ ("ID") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &wish.format,
      N_ ("The form of a catalogue’s records: oai_dc, oai_lom"), N_ ("PREFIX") },
    { "set", 0, 0, G_OPTION_ARG_STRING, &wish.set, N_ ("Records of a part of a catalogue"),
      N_ ("SET") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &wish.from, N_ ("Records since that day: 2026-01-31"),
      N_ ("DAY") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &wish.until, N_ ("Records until that day"), N_ ("DAY") },
    { "pages", 0, 0, G_OPTION_ARG_INT, &wish.pages,
      N_ ("How often a list that goes on is asked for more, at most 50 times"), N_ ("NUMBER") },
    G_OPTION_ENTRY_NULL
  };
  gboolean done;

  if (!cog_command_parse (&cog_command_fetch, context, entries, &argc, &argv, 1, 1, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (wish.output == NULL && !wish.is_list)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"), "fetch",
                   cog_command_fetch.synopsis);
      return FALSE;
    }
  return fetch (context, &wish, argv[1], error);
}

const CogCommand cog_command_fetch = {
  "fetch",
  "ADDRESS -o FILE | ADDRESS --list",
  N_ ("Fetch a page, a book or a catalogue’s record from the web"),
  run,
};
