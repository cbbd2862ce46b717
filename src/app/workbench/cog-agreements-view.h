/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The table of what stays the same through the book: names, places, amounts, words, and rates of
 * exchange, each to be changed, added and taken out. */
#define COG_TYPE_AGREEMENTS_VIEW (cog_agreements_view_get_type ())
G_DECLARE_FINAL_TYPE (CogAgreementsView, cog_agreements_view, COG, AGREEMENTS_VIEW, AdwBin)

void cog_agreements_view_set_project (CogAgreementsView *self, CogProject *project);

G_END_DECLS
