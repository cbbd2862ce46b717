/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands above a page: its language in its own words and, of the source, the edition.
 * edition: (nullable) */
void cog_page_head_show (GtkLabel *label, const char *language, const char *edition);
/* "2nd edition, 2022": as the source says it. (transfer full) (nullable) */
char *cog_page_head_dup_edition (CogProject *project);

G_END_DECLS
