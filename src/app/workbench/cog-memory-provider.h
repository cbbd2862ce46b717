/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-suggestion-provider.h"

G_BEGIN_DECLS

/* What the translation memory knows of a unit's source. */
#define COG_TYPE_MEMORY_PROVIDER (cog_memory_provider_get_type ())
G_DECLARE_FINAL_TYPE (CogMemoryProvider, cog_memory_provider, COG, MEMORY_PROVIDER, GObject)

CogSuggestionProvider *cog_memory_provider_new (void);

G_END_DECLS
