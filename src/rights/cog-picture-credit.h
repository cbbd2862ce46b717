/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

G_BEGIN_DECLS

/**
 * cog_picture_credit_new:
 * @work: that a picture came with which has no credit of its own
 *
 * What may be said of such a picture: it is by those whose work it is, and under the licence of
 * that. Only where that is certain: of a work that nobody has licensed, or of whose licence nobody
 * has decided what a contradiction comes to, no more than the notice is said; and nothing where the
 * work leaves its pictures out, or was made from others under another licence, of which the picture
 * may be. Who translated or edited the work did not make its pictures, and is not named unless
 * there is nobody else.
 *
 * Returns: (transfer full) (nullable): NULL: nothing
 */
CogCredit *cog_picture_credit_new (const CogCredit *work);

/* Whether what a picture says of itself (said) is no more than what is said of the work that it
 * came with. */
gboolean cog_picture_credit_is_of_work (const CogCredit *said, const CogCredit *work);

G_END_DECLS
