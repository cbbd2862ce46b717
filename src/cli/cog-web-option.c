/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-option.h"

#include "cog-error.h"
#include "cog-web-address.h"

#include <glib/gi18n-lib.h>

void
cog_web_option_clear (CogWebOption *option)
{
  g_clear_pointer (&option->folder, cog_temporary_folder_free);
}

void
cog_web_option_tell (const char *sentence, gpointer context)
{
  CogCommandContext *self = context;

  if (self->quiet)
    return;
  cog_command_end_progress (self);
  g_printerr ("%s\n", sentence);
}

void
cog_web_option_tell_host (CogCommandContext *context, const char *address)
{
  g_autofree char *host = cog_web_address_dup_host (address);
  g_autofree char *sentence = g_strdup_printf (_ ("Asking %s…"), host);

  cog_web_option_tell (sentence, context);
}

static gboolean
may_fetch (const CogWebOption *option, const char *address, GError **error)
{
  g_autofree char *host = cog_web_address_dup_host (address);

  if (option->from_web)
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
               /* Translators: 1 an address, 2 its host; --from-web stays as it is */
               _ ("%1$s is on the web, and the network is used only when asked. Add --from-web to "
                  "fetch it from %2$s."),
               address, host);
  return FALSE;
}

/* The one file of a page about a work; the page or file itself elsewhere (*file NULL). */
static gboolean
choose (const CogWebFound *found, const CogWebFile **file, GError **error)
{
  *file = NULL;
  if (found->kind != COG_WEB_RECORD)
    return TRUE;
  if (found->files->len == 1)
    *file = g_ptr_array_index (found->files, 0);
  if (found->files->len <= 1)
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
               _ ("%1$s offers %2$u files. “cognate-cli fetch --list %1$s” shows them."),
               found->asked, found->files->len);
  return FALSE;
}

static char *
fetch (CogWebOption *option,
       CogCommandContext *context,
       const char *address,
       CogReport *report,
       GError **error)
{
  g_autoptr (CogFetch) web = cog_fetch_new (address, NULL);
  g_autofree char *folder = NULL;
  g_autoptr (CogWebFound) found = NULL;
  const CogProgress *progress = cog_command_get_progress (context);
  const CogWebFile *file;

  if (option->folder == NULL)
    option->folder = cog_temporary_folder_new (COG_TEMPORARY_FETCHED, error);
  if (option->folder == NULL)
    return NULL;
  /* Each in its own: two sources may have one name. */
  folder = g_build_filename (option->folder->path, "XXXXXX", NULL);
  if (g_mkdtemp (folder) == NULL)
    return NULL;
  cog_fetch_set_tell (web, cog_web_option_tell, context);
  cog_web_option_tell_host (context, address);
  found = cog_web_look (web, address, folder, progress, NULL, error);
  if (found == NULL || !choose (found, &file, error))
    return NULL;
  if (file != NULL)
    cog_web_option_tell_host (context, file->address);
  return cog_web_take (found, web, file, !option->own_pictures, folder, NULL, report, progress,
                       NULL, error);
}

char *
cog_web_option_resolve (CogWebOption *option,
                        CogCommandContext *context,
                        const char *given,
                        CogReport *report,
                        GError **error)
{
  g_autofree char *address = NULL;

  g_return_val_if_fail (option != NULL && given != NULL, NULL);

  if (!cog_web_address_is_one (given))
    return g_strdup (given);
  address = cog_web_address_clean (given, error);
  if (address == NULL || !may_fetch (option, address, error))
    return NULL;
  return fetch (option, context, address, report, error);
}
