/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What becomes of the changes that a word processor has kept track of. */
typedef enum
{
  COG_TRACKED_CHANGES_ACCEPT, /* the text as it would be */
  COG_TRACKED_CHANGES_REJECT, /* the text as it was */
} CogTrackedChanges;

/* What a person may choose for the reading of a file; a zeroed one is what is usual. It comes to
 * the readers with the source (cog_source_set_options()); those whose format knows nothing of it
 * pass it over. */
typedef struct
{
  CogTrackedChanges tracked_changes;
} CogReadingOptions;

/* "tracked-changes=reject": how the choices go to another process; those that are usual are not
 * named. (transfer full) */
char *cog_reading_options_to_string (const CogReadingOptions *options);
/* Words that it does not know are passed over. */
void cog_reading_options_from_string (CogReadingOptions *options, const char *text);

G_END_DECLS
