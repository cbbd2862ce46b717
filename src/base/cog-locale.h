/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cog_locale_bind:
 *
 * Has gettext find the words of this program in the language of the locale, as UTF-8: where it is
 * installed, or in the folder that the environment variable `COGNATE_LOCALE_DIR` names, so that a
 * language that is being worked on can be looked at. Call it first, from `main()`.
 */
void cog_locale_bind (void);

G_END_DECLS
