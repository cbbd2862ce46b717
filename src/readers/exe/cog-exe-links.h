/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-course.h"
#include "cog-exe-package.h"

G_BEGIN_DECLS

/* Makes references of a page lead to files of the package and to other pages. sections: page →
 * section id. */
void cog_exe_resolve_links (CogCourse *course,
                            const CogExePackage *package,
                            GHashTable *sections,
                            CogSection *section,
                            xmlNode *content);

G_END_DECLS
