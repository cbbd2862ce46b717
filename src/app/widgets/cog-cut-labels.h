/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on each label of the program that ends in an ellipsis tells its whole words by a
 * tooltip, wherever it stands: also in the rows and title bars of libadwaita, in all languages and
 * with text of any size. Once, when the program starts; main thread. */
void cog_cut_labels_start (void);

G_END_DECLS
