/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* XML that is written by hand, for speed. Control characters that XML 1.0 does not have, even as
 * references, are left out. n_bytes: -1 for all. */
void cog_xml_append_escaped (GString *out, const char *text, gssize n_bytes);
/* After a space; nothing where value is NULL. White space in it is kept (XML 1.0, 3.3.3). */
void cog_xml_append_attribute (GString *out, const char *name, const char *value);

G_END_DECLS
