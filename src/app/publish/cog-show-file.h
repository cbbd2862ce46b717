/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens a file with the program that the person has for it. A fault is told by win.show-error of
 * widget. */
void cog_show_file_open (GtkWidget *widget, const char *path);
/* Shows it in the file manager, selected where that knows how (org.freedesktop.FileManager1), else
 * its folder. */
void cog_show_file_in_folder (GtkWidget *widget, const char *path);

G_END_DECLS
