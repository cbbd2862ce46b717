/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which running text is worth being read for a licence; what it says of one is for cog-rights. */

/* Whether a paragraph may state the licence of the text that it stands in. The names of GNU's
 * licences are words of books about programs, too: with them, it must speak of itself. A line of a
 * table of contents states nothing. */
gboolean cog_evidence_speaks_of_licence (const char *text);
/* Whether it is the notice of a program: it may stand in the program's manual, whose own licence it
 * need not be. */
gboolean cog_evidence_is_of_program (const char *text);
/* Whether it gives permission in words of its own, as BSD's and MIT's do: a licence that the
 * catalogue does not have, beside which "all rights reserved" is not the whole truth. */
gboolean cog_evidence_gives_own_permission (const char *text);
/* Whether a section of that title (nullable) is where books say it: "Copyright", "Impressum". */
gboolean cog_evidence_is_title (const char *title);

G_END_DECLS
