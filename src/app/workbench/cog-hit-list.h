/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-finder.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogHitList:
 *
 * What was found, by sections; or, before replacing, what would become of it, each with a check
 * mark.
 *
 * Signal: "activated" (CogFoundItem).
 */
#define COG_TYPE_HIT_LIST (cog_hit_list_get_type ())
G_DECLARE_FINAL_TYPE (CogHitList, cog_hit_list, COG, HIT_LIST, GtkWidget)

/* model: of CogFoundItem. is_choosing: with check marks. */
void cog_hit_list_set_model (CogHitList *self, GListModel *model, gboolean is_choosing);

G_END_DECLS
