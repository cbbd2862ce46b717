/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* XML as the exchange files are written. Characters that XML 1.0 does not have are left out. */
void cog_exchange_append_escaped (GString *out, const char *text);
void cog_exchange_append_escaped_len (GString *out, const char *text, gsize n_bytes);
/* Nothing where value is NULL. */
void cog_exchange_append_attribute (GString *out, const char *name, const char *value);

G_END_DECLS
