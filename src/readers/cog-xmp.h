/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COG_NS_CC "http://creativecommons.org/ns#"

/* Exiv2's parser of XMP has state that all threads share: whoever uses it does so between these
 * two. FALSE: it cannot be used, and there is nothing to end. */
gboolean cog_xmp_begin (void);
void cog_xmp_end (void);

/* Exiv2 writes an alternative of languages as: lang="x-default" Road, lang="de" Weg. The first is
 * the default. (transfer full) */
char *cog_xmp_dup_default (const char *value);

G_END_DECLS
