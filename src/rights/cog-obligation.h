/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-component.h"

G_BEGIN_DECLS

/* Something that whoever publishes the edition must do, and the licences that ask for it. */
typedef struct
{
  const char *id;      /* "attribution", "share-alike"…: stable */
  GPtrArray *licences; /* (element-type utf8): ids, each once */
} CogObligation;

/* What the licences of the pieces in use ask for: credit, notices, a word on changes, the same
 * licence, no commerce, no locks (rules.md §3, §4). What an export does by itself is in it, too.
 * (transfer full) (element-type CogObligation) */
GPtrArray *cog_obligation_list (GPtrArray *components);
/* Translated. (transfer none) */
const char *cog_obligation_get_sentence (const CogObligation *obligation);

G_END_DECLS
