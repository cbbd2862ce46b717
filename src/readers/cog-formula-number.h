/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/* Puts the number of an equation at the end of its formula, as it is read: "… (1.3)". number is
 * written as it is given, brackets and all. */
void cog_formula_add_number (xmlNode *math, const char *number);

G_END_DECLS
