/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The names in the first part of a tar (POSIX.1 ustar), packed with gzip or not, for who decides
 * whose format it is: a tar has no list of its contents. NULL where it is no tar. (transfer full)
 * (nullable) */
char **cog_tar_list_names (GBytes *bytes);

G_END_DECLS
