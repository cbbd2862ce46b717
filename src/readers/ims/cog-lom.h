/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* IEEE 1484.12 (Learning Object Metadata), in the bindings of IMS 1.2 (langstring, in SCORM 1.2)
 * and of the IEEE (string, in SCORM 2004 and Common Cartridges); names are compared without regard
 * to case and namespace, since each binding has its own. */

/* The lom element at or below node, not deeper than a few levels. (transfer none) (nullable) */
xmlNode *cog_lom_find (const xmlNode *node);

/* Title, language, description, keywords, people and rights of the whole work. file: for evidence.
 */
void cog_lom_read (const xmlNode *lom, const char *file, CogBook *book, CogReport *report);

/* The rights in one piece: people and licence. NULL where it says nothing of them. (transfer full)
 * (nullable) */
CogCredit *cog_lom_read_credit (const xmlNode *lom, const char *file);

G_END_DECLS
