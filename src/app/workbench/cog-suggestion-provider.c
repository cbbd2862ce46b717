/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-suggestion-provider.h"

G_DEFINE_INTERFACE (CogSuggestionProvider, cog_suggestion_provider, G_TYPE_OBJECT)

static void
cog_suggestion_provider_default_init (CogSuggestionProviderInterface *iface)
{
}

void
cog_suggestion_provider_query_async (CogSuggestionProvider *self,
                                     CogProject *project,
                                     const CogUnit *unit,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (COG_IS_SUGGESTION_PROVIDER (self) && unit != NULL);
  COG_SUGGESTION_PROVIDER_GET_IFACE (self)->query_async (self, project, unit, cancellable, callback,
                                                         user_data);
}

GPtrArray *
cog_suggestion_provider_query_finish (CogSuggestionProvider *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  g_return_val_if_fail (COG_IS_SUGGESTION_PROVIDER (self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
