/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a project and a folder of exchange had in common when they last met: which bytes each file
 * had, and what each unit was. Beside the folder's files, out of Git's sight, by project. */
typedef struct
{
  char *path;        /* of the file that holds it */
  GHashTable *files; /* name → SHA-256 of its bytes */
  GHashTable *units; /* id → record */
} CogExchangeState;

/* Nothing where they never met. */
CogExchangeState *cog_exchange_state_load (const char *folder, const char *project, GError **error);
gboolean cog_exchange_state_save (const CogExchangeState *self, GError **error);
void cog_exchange_state_free (CogExchangeState *self);

/* Of the bytes of a file; NULL: it cannot be read. (transfer full) (nullable) */
char *cog_exchange_state_dup_sum (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogExchangeState, cog_exchange_state_free)

G_END_DECLS
