/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-suggestion-provider.h"

G_BEGIN_DECLS

/**
 * CogEngineProvider:
 *
 * Machine translation of a unit that is empty: by a program of this computer, where the person
 * switched it on for the book; by a server only when its button was pressed. Of a unit that is as a
 * machine wrote it, that it is to be checked.
 */
#define COG_TYPE_ENGINE_PROVIDER (cog_engine_provider_get_type ())
G_DECLARE_FINAL_TYPE (CogEngineProvider, cog_engine_provider, COG, ENGINE_PROVIDER, GObject)

CogSuggestionProvider *cog_engine_provider_new (void);
/* The next query about this unit asks this engine, once: the person pressed its button. */
void cog_engine_provider_ask (CogEngineProvider *self, const char *unit, const char *engine);

/* Whether the programs of this computer propose by themselves in a book; remembered with the
 * application's state. Main thread. */
gboolean cog_engine_provider_get_on (CogProject *project);
void cog_engine_provider_set_on (CogProject *project, gboolean is_on);

G_END_DECLS
