/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-command.h"
#include "cog-temporary-folder.h"
#include "cog-web-found.h"

/* Sources that are given by an address. */
typedef struct
{
  gboolean from_web, own_pictures;
  CogTemporaryFolder *folder; /* where what was fetched lies until the command ends (nullable) */
} CogWebOption;

/* clang-format off */
#define COG_WEB_OPTION_ENTRIES(option)                                                             \
  { "from-web", 0, 0, G_OPTION_ARG_NONE, &(option)->from_web,                                      \
    N_ ("Fetch what is given by its address; without this, the network is never used"), NULL },    \
  { "own-pictures", 0, 0, G_OPTION_ARG_NONE, &(option)->own_pictures,                              \
    N_ ("Of a web page, only the pictures that stand on the same host"), NULL }
/* clang-format on */

/* The path of a file: given itself, or what was fetched from the address that it is. Says on
 * standard error which host is asked. COG_ERROR_REFUSED for an address without --from-web,
 * COG_ERROR_USAGE where a page about a work offers several files. (transfer full) */
char *cog_web_option_resolve (CogWebOption *option,
                              CogCommandContext *context,
                              const char *given,
                              CogReport *report,
                              GError **error);
/* What is fetched is removed. */
void cog_web_option_clear (CogWebOption *option);

/* Tells whom it asks, and where that leads: for cog_fetch_set_tell(). context: CogCommandContext */
void cog_web_option_tell (const char *sentence, gpointer context);
/* The same, before a host is asked. */
void cog_web_option_tell_host (CogCommandContext *context, const char *address);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CogWebOption, cog_web_option_clear)
