/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cog_address_dup_printed:
 * @url: an address that something is found at
 *
 * An address as paper needs it, to be typed: without the parameters that only count visitors
 * ("utm_source", "fbclid"…) and without a fragment that marks words in the page (":~:text="), and
 * where it is still too long for that, without its query, with "…" in its place. What it leads to
 * stays the same; a link keeps the address as it was found.
 *
 * Returns: (transfer full)
 */
char *cog_address_dup_printed (const char *url);

G_END_DECLS
