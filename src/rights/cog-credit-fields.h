/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

G_BEGIN_DECLS

/* The plain text fields of a credit, by number: for those who carry it elsewhere, as JSON or to
 * another process, and must not forget one. */
gsize cog_credit_get_n_fields (void);
char **cog_credit_get_field (CogCredit *credit, gsize index, const char **key);

G_END_DECLS
