/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/* Whether the children of element are inline normal form: NULL, or what is not. line (out)
 * (optional): where that stands in the text that was parsed. (transfer full) */
char *cog_validate_inline (const xmlNode *element, guint *line);

G_END_DECLS
