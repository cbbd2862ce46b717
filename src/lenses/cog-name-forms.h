/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The forms that a given name has in the cases of its language, beside the one of the list, for
 * CogPhrases ("*": whatever follows): "Петя", "Пети", "Пете". Russian, Polish and Kazakh; NULL: the
 * language writes names as they are, or too differently. (transfer full) (nullable) */
char **cog_name_forms_dup (const char *name, const char *base);

G_END_DECLS
