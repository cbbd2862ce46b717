/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name in a vCard (RFC 6350, and the older 2.1 and 3.0), also one whose lines a platform ran
 * together; FN, else N, else ORG. What is no vCard is a name as it stands. NULL where there is
 * none. (transfer full) (nullable) */
char *cog_vcard_dup_name (const char *text);

G_END_DECLS
