/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogLinkPopover:
 *
 * Where a link leads: an address, or one of the places that the source of the passage links to.
 *
 * Signal: "chosen" (string address, or NULL: no link any more).
 */
#define COG_TYPE_LINK_POPOVER (cog_link_popover_get_type ())
G_DECLARE_FINAL_TYPE (CogLinkPopover, cog_link_popover, COG, LINK_POPOVER, GtkPopover)

/* Before it is shown. address: of the link that is there (nullable). source: whose links are
 * offered (nullable). */
void cog_link_popover_load (CogLinkPopover *self, const char *address, const CogText *source);

G_END_DECLS
