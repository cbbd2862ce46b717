/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

G_BEGIN_DECLS

/* What was met while something was fetched. */
extern const CogFindingKind cog_finding_web_host;         /* %1: also asked */
extern const CogFindingKind cog_finding_web_picture;      /* %1: a picture that did not come */
extern const CogFindingKind cog_finding_web_pictures_off; /* %1: host that was not asked */
extern const CogFindingKind cog_finding_web_too_many;

G_END_DECLS
