/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiled once for each library where -Db_pch=true asks for it (CI: two thirds of a compilation
 * are GLib's headers). No file may rely on it: the other builds do without, and a header that a
 * file forgot is missed there. */
#include <gio/gio.h>
