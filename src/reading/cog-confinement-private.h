/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-confinement.h"

G_BEGIN_DECLS

/* Each answers with what it could do; 0: this kernel, or this build, has none of it. */
guint32 cog_confinement_hold_files (const CogConfinement *confinement); /* Landlock */
guint32 cog_confinement_hold_calls (const CogConfinement *confinement); /* seccomp */

G_END_DECLS
