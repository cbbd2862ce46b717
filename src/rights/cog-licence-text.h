/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-licence.h"

G_BEGIN_DECLS

/**
 * What a licence wants inside a book that is published under it, beyond credit (rules.md §1.4). The
 * GNU Free Documentation License wants its own text, a notice in its own words, and a section
 * entitled "History"; the Creative Commons licences are content with a link.
 */
gboolean cog_licence_wants_text (const CogLicence *licence);
gboolean cog_licence_wants_history (const CogLicence *licence);
/* The Free Art License: every author's name, one's own too, and where the originals are. */
gboolean cog_licence_wants_originals (const CogLicence *licence);
/* Whether pieces that must stay as they are may be meant: all GNU FDL but those without. */
gboolean cog_licence_may_have_invariants (const CogLicence *licence);

/* The official text, verbatim and in English, as it was found on the computer that the program was
 * built on. (transfer none) (nullable): NULL where it was not, or the licence wants none. */
const char *cog_licence_get_text (const CogLicence *licence);

/* "Permission is granted to copy, distribute and/or modify this document under the terms of…": in
 * the form that the licence's addendum shows. (transfer full) (nullable) */
char *cog_licence_dup_notice (const CogLicence *licence);

G_END_DECLS
