/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"
#include "cog-report.h"

G_BEGIN_DECLS

/* What the licence of the edition asks of whoever publishes under it, and the program cannot do by
 * itself (rules.md §1.4): another title, names, what must stand in the book as it is. */
void cog_check_duties (CogProject *project, CogReport *report);

G_END_DECLS
