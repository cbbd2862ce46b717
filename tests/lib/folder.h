/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The program goes on in a fresh empty folder, which is removed with the files in it at its end:
 * test programs that run side by side never see each other's. Called once, after g_test_init. */
void folder_enter_fresh (void);

G_END_DECLS
