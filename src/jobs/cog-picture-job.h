/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* Puts a file from the disk in the place of the picture with the id image, as
 * cog_project_replace_picture() does. Errors: COG_ERROR_UNSUPPORTED where the file is no picture
 * that a book can hold, COG_ERROR_REFUSED where it is a drawing that would run or load something.
 */
gboolean cog_picture_replace (CogProject *project,
                              const char *image,
                              const char *path,
                              const CogCredit *credit,
                              const char *alt,
                              GError **error);

G_END_DECLS
