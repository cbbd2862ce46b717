/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

G_BEGIN_DECLS

extern const CogFindingKind cog_finding_media_named;

G_END_DECLS
