/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cog_lone_page_draw:
 * @bytes: a PDF: the page of a scan that the reader of PDF gave out undrawn (COG_ASSET_PAGE)
 *
 * The picture that it is in the book, the same as if it had been cut out of its file. It takes a
 * tenth of a second, and reads what may be hostile: for helpers (reading/cog-drawer.h).
 *
 * Returns: (transfer full) (nullable): PNG or JPEG; NULL where it cannot be drawn
 */
GBytes *cog_lone_page_draw (GBytes *bytes);

G_END_DECLS
