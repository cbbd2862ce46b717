/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A path in the corpus: $COGNATE_CORPUS, or ../shared/corpus beside the checkout. NULL where it is
 * not there: then the test is skipped, and counted as skipped. (transfer full) */
char *corpus_dup_path (const char *relative);
