/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/**
 * cog_mtef_read_object:
 * @object: the file of an embedded object ("oleObject1.bin")
 * @doc: for which the tree is made
 *
 * A formula that was made with MathType or with the equation editor of Office before 2007: from the
 * stream "Equation Native" of its object, in MTEF of version 5 or 3.
 * Returns: (transfer full) (nullable): a MathML `math`, in no tree; NULL: there is none in it, or
 * none that can be read. Whether it stands on a line of its own is for the text around it to say.
 */
xmlNode *cog_mtef_read_object (GBytes *object, xmlDoc *doc);
/* The same of MTEF itself, from its version number on. */
xmlNode *cog_mtef_to_mathml (GBytes *mtef, xmlDoc *doc);

G_END_DECLS
