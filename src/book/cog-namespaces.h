/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/**
 * cog_namespaces_tidy:
 * @root: an element that declares XHTML as its default namespace and the prefix epub (a section's)
 * @top: root itself or an element below it
 *
 * Gives the subtree at top the declarations of normal form: XHTML without prefix from root, `math`
 * and `svg` each with a declaration of its own without prefix, epub: and xlink: attributes;
 * attributes in other namespaces are removed. Serialised text then stays the same however the tree
 * came about.
 */
void cog_namespaces_tidy (xmlNode *root, xmlNode *top);

G_END_DECLS
