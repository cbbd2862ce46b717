/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names of files inside a zip or folder that came from outside. */

/* A name as containers keep it: "/" between parts, NFC, no "." or empty parts. NULL where it is
 * absolute, has a drive letter, a control character or a "..", or is too long or too deep.
 * (transfer full) */
char *cog_path_clean (const char *raw);

/* What reference means from the folder of base (nullable): joined, with ".." resolved, without
 * #fragment and ?query. NULL where it has a scheme or leaves the root. (transfer full) */
char *cog_path_join (const char *base, const char *reference);

/* The same with %XX decoded first. (transfer full) (nullable) */
char *cog_path_join_decoded (const char *base, const char *reference);

/* For comparing without regard to case. (transfer full) */
char *cog_path_fold (const char *name);

/* Whether a reference begins with a scheme ("http:", "file:") or with "//". */
gboolean cog_path_has_scheme (const char *reference);

G_END_DECLS
