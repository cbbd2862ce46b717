/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/* A formula as Word has it: an m:oMath element (ECMA-376, part 1, 22.1), prefix m. MathML's
 * presentation elements that OMML has nothing for are written as what they hold. */
void cog_omml_append (GString *out, const xmlNode *math);

G_END_DECLS
