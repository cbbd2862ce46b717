/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-writer.h"

G_BEGIN_DECLS

/* A tagged PDF (PDF/UA-1) with its own pagination: pages, contents, bookmarks, links. */
extern const CogWriter cog_writer_pdf;

G_END_DECLS
