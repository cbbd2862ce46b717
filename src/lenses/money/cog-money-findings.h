/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens.h"
#include "cog-money.h"

G_BEGIN_DECLS

/* One text while the lens looks at it. */
typedef struct
{
  const CogLens *lens;
  const CogLensContext *context;
  const CogLensText *text;
  const char *currency; /* of the target: "KZT" */
  CogMoneyReader reader;
  GPtrArray *findings;
} CogMoneyScan;

void cog_money_add_finding (const CogMoneyScan *scan, const CogMoney *money);

/* Names of large numbers that mean another number in the target's language: "billion". */
void cog_money_find_large_numbers (const CogMoneyScan *scan);

G_END_DECLS
