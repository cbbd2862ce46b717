/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-source.h"

G_BEGIN_DECLS

/* Whether a folder or zip holds texts in LaTeX. */
gboolean cog_tex_folder_is_one (CogSource *source);

/* Which file of a folder brings in the most others. (transfer none) (nullable): there is none */
const char *cog_tex_folder_find_main (CogContainer *container);

/* The text of a file with those that it brings in at their places (\input, \include, \subfile,
 * \import and macros that are called so), as far as they are in the container; those that are not
 * are told. (transfer full) (nullable): it cannot be read */
char *cog_tex_folder_expand (CogContainer *container, const char *file, CogReport *report);

G_END_DECLS
