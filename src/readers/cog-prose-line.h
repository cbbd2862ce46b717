/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-prose.h"

G_BEGIN_DECLS

/* The inline elements of a block, opened and closed by what each run of text is: word processors
 * say that of each run anew, and what goes on stays open. */
typedef struct
{
  CogProse *prose;
  xmlNode *block;
  GPtrArray *open; /* private */
} CogProseLine;

void cog_prose_line_begin (CogProseLine *line, CogProse *prose, xmlNode *block);
void cog_prose_line_end (CogProseLine *line);

/* Brings the open elements to these keys, and gives the element in which the next text stands. The
 * keys are in the order in which new ones are opened: names of elements, "smallcaps", "a:ADDRESS"
 * (first), "l:LANGUAGE". (element-type utf8) (nullable): none */
xmlNode *cog_prose_line_open (CogProseLine *line, GPtrArray *keys);

G_END_DECLS
