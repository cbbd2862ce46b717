/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-component.h"

G_BEGIN_DECLS

/* For the eye, where no licence fits an edition: the text of a source that may not be adapted, or
 * of which nobody knows, and what a person can lawfully do, a line each. (transfer full)
 * (nullable): NULL where each text by itself may be adapted, and they exclude each other */
char *cog_rights_obstacle_dup_words (GPtrArray *components);

G_END_DECLS
