/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sentence that Apertium translated, without what its generation leaves behind: a space before a
 * full stop or comma that follows no space in the source ("agua ."), and a first word all in
 * capitals that is not so there ("EL agua"). html, source: XHTML of a sentence. (transfer full) */
char *cog_apertium_dup_tidied (const char *html, const char *source);

G_END_DECLS
