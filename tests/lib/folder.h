/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A fresh empty folder among the temporary files, which is removed with all that is in it when the
 * program ends. (transfer full) */
char *folder_make (void);
/* The same at once, for a program that makes many. */
void folder_remove (const char *folder);

/* The program goes on in such a folder: test programs that run side by side never see each
 * other's. Called once, after g_test_init. */
void folder_enter_fresh (void);

G_END_DECLS
