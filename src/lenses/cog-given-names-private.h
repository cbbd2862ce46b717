/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-given-names.h"

G_BEGIN_DECLS

/* How sure a name of the list, found in these tokens, stands for a person of an example; 0: it does
 * not. */
guint cog_given_name_weigh (const CogLensText *text,
                            const CogGivenName *name,
                            const char *language,
                            guint first,
                            guint last);

G_END_DECLS
