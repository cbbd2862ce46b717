/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

/**
 * CogHtmlBounded:
 *
 * A parse by gumbo that cannot take more memory than its text deserves. HTML's own rules let 40 kB
 * grow to gigabytes (formatting elements are opened again in every paragraph), and gumbo has no
 * limit for that: where memory ends, it crashes.
 */
typedef struct _CogHtmlBounded CogHtmlBounded;

/* NULL: over the limit. text is borrowed until _free. (transfer full) (nullable) */
CogHtmlBounded *cog_html_bounded_parse (const char *text, gsize length);
const GumboOutput *cog_html_bounded_get_output (CogHtmlBounded *self);
void cog_html_bounded_free (CogHtmlBounded *self);

G_END_DECLS
