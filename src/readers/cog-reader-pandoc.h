/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-reader.h"

/* Formats that other programs of this computer convert, where they are installed. */
extern const CogReader cog_reader_latex;
extern const CogReader cog_reader_mediawiki;
extern const CogReader cog_reader_docbook;
extern const CogReader cog_reader_rst;
extern const CogReader cog_reader_org;
extern const CogReader cog_reader_rtf;
