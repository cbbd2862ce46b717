/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"
#include "cog-xml.h"

G_BEGIN_DECLS

/**
 * cog_omml_to_mathml:
 * @omath: an m:oMath (ECMA-376 part 1, 22.1)
 * @doc: the document that the result is for
 * @is_block: whether it stands on a line of its own
 * @place: for @report
 *
 * Returns: (transfer full) (nullable): a MathML `math`, in no tree; NULL: the formula is empty
 */
xmlNode *cog_omml_to_mathml (
    const xmlNode *omath, xmlDoc *doc, gboolean is_block, const char *place, CogReport *report);

G_END_DECLS
