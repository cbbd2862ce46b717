/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* The running text as components. For this folder only; the caller holds the project's lock. */

/* Adds (element-type CogComponent) one for the sections that were made from the same sources: of a
 * book with one source, one. A section into which passages of another source were put is made from
 * both, and their licences must agree; one that stands by itself is a work of its own (rules.md
 * §0.1). The id is the source's, of several "s1+s2". What is omitted is not in it.
 * sources: (element-type CogProjectSource) of the project. */
void cog_project_add_texts (CogProject *self,
                            GPtrArray *components,
                            GPtrArray *sources,
                            const char *language);

G_END_DECLS
