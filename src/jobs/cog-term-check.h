/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-glossary-pair.h"
#include "cog-glossary.h"
#include "cog-progress.h"
#include "cog-project.h"

G_BEGIN_DECLS

/* The glossary's entries for a project: those for all, and its own; from the language of its first
 * source to that of the adaptation. NULL with an error where the glossary cannot be read. Not for
 * the main thread. (transfer full) (nullable) */
CogGlossaryPair *
cog_term_check_open_pair (CogGlossary *glossary, CogProject *project, GError **error);

/* What entries of the glossary that are for this project alone name it by: its file's name, which a
 * person can read and change. (transfer full) */
char *cog_term_check_dup_project (CogProject *project);

/* What of a project's translated units does not keep to the glossary, in the order of the book, and
 * then what has other translations in other places; unit is set in each. Not for the main thread.
 * (transfer full) (element-type CogTermFinding) (nullable: an error, or it was cancelled) */
GPtrArray *cog_term_check_project (CogProject *project,
                                   CogGlossaryPair *pair,
                                   const CogProgress *progress,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
