/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* Inline codes of TMX 1.4b (§ 3.2: bpt, ept, ph, it, hi, ut; what stands in a sub is a text of its
 * own, and no part of the segment). Between programs their content is the native markup: ours is
 * XHTML, which comes back as it went out. */

/* A seg with its codes. What has no XHTML is a span with the native markup as its title:
 * has_strange: (out) whether there is any. (transfer full) */
CogText *cog_tmx_codes_read (const xmlNode *segment, gboolean *has_strange);

/* What stands inside a seg. */
void cog_tmx_codes_append (GString *out, const CogText *text);

G_END_DECLS
