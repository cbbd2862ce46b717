/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-recovery-private.h"

#include <glib/gi18n-lib.h>

#define LOSS(symbol, id, sentence)                                                                 \
  const CogFindingKind symbol = { id, COG_SEVERITY_WARNING, TRUE, sentence }

LOSS (cog_recovery_blank,
      "recovery-blank",
      N_ ("A passage was lost; it stands there again as the source says it, untranslated."));
LOSS (cog_recovery_markup,
      "recovery-markup",
      N_ ("The text of a passage has lost its bold and its links."));
LOSS (cog_recovery_layout,
      "recovery-layout",
      /* Translators: %1 is the title of a chapter. */
      N_ ("The layout of “%1” is lost: its passages stand one below the other."));
LOSS (cog_recovery_section,
      "recovery-section",
      N_ ("A section has lost its title and its place; its passages stand at the end."));
LOSS (cog_recovery_source,
      "recovery-source",
      N_ ("The title, the authors and the licence of a source are lost. Set them before you "
          "publish."));
LOSS (cog_recovery_original,
      "recovery-original",
      /* Translators: %1 is the name of a file that was imported. */
      N_ ("The file “%1”, as it was imported, is lost."));
LOSS (cog_recovery_credit,
      "recovery-credit",
      N_ ("The credit of a figure is lost. Set it before you publish."));
LOSS (cog_recovery_picture,
      "recovery-picture",
      /* Translators: %1 is the name of a picture's file. */
      N_ ("The picture “%1” is lost; an empty one stands in its place."));
LOSS (cog_recovery_language,
      "recovery-language",
      N_ ("The language and the title of the edition may be wrong. Look at them before you "
          "publish."));
LOSS (cog_recovery_history,
      "recovery-history",
      N_ ("The steps that could be undone were not taken over."));
