/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-text.h"

G_BEGIN_DECLS

/* What names somebody else's work is not adapted: its words say who made what, and where. */

/* Whether the whole text is an entry of a bibliography, or says whose a picture or text is. */
gboolean cog_source_line_is_whole (const CogLensText *text);
/* Whether a token stands in a credit in brackets ("(credit: Jane Doe/Flickr)"), in a citation
 * ("(Brown, 1973)"), in an address, or in an element that cites or quotes code. */
gboolean cog_source_line_has (const CogLensText *text, guint at);

G_END_DECLS
