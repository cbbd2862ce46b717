/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The file of patterns for a language (BCP 47): hyph_pt_BR.dic, else hyph_pt.dic, else that of the
 * region where most who speak the language live, else of any. A script that the language is not
 * commonly written in has its own (hyph_sr_Latn.dic) or none. Looks into the folder that
 * COGNATE_HYPHEN_PATH names, or where it is not set into "hyphen" of each folder for shared data.
 * (transfer full) (nullable) */
char *cog_hyphen_files_find (const char *language);

G_END_DECLS
