/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

G_BEGIN_DECLS

/* Text that comes from another program's page, as a browser puts it on the clipboard: through the
 * same mapping as an imported book, so that only what normal form has comes in. Blocks follow each
 * other in one line; pictures, ids, and links inside that page stay behind. NULL: there is no text
 * in it. (transfer full) (nullable) */
CogText *cog_pasted_new_from_html (GBytes *html);

G_END_DECLS
