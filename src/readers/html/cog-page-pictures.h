/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-container.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* Gives pictures that are loaded late, or in one of several sizes, the address that is there. */
void cog_page_mend_pictures (xmlNode *root, CogContainer *container, const char *file);

G_END_DECLS
