/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"
#include "cog-suggestion.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogSuggestionProvider:
 *
 * Whoever has something to say about a unit: checks, lenses, memory, services. query() must not
 * block: its GTask runs in a thread, stops when it is cancelled, and returns a GPtrArray of
 * CogSuggestion with all that is to be freed, the most pressing first. The unit is a copy that
 * may be older than the project; an edit that comes of it is checked again by the store.
 */
#define COG_TYPE_SUGGESTION_PROVIDER (cog_suggestion_provider_get_type ())
G_DECLARE_INTERFACE (
    CogSuggestionProvider, cog_suggestion_provider, COG, SUGGESTION_PROVIDER, GObject)

struct _CogSuggestionProviderInterface
{
  GTypeInterface parent_interface;

  void (*query_async) (CogSuggestionProvider *self,
                       CogProject *project,
                       const CogUnit *unit,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
};

void cog_suggestion_provider_query_async (CogSuggestionProvider *self,
                                          CogProject *project,
                                          const CogUnit *unit,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
/* (transfer full) (element-type CogSuggestion) */
GPtrArray *cog_suggestion_provider_query_finish (CogSuggestionProvider *self,
                                                 GAsyncResult *result,
                                                 GError **error);

G_END_DECLS
