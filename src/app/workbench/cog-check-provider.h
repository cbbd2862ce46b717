/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-suggestion-provider.h"

G_BEGIN_DECLS

/* What would be found before publishing, for one unit, while it is in hand: an equation or a note
 * that was lost, a description that is missing, a passage without words. */
#define COG_TYPE_CHECK_PROVIDER (cog_check_provider_get_type ())
G_DECLARE_FINAL_TYPE (CogCheckProvider, cog_check_provider, COG, CHECK_PROVIDER, GObject)

CogSuggestionProvider *cog_check_provider_new (void);

G_END_DECLS
