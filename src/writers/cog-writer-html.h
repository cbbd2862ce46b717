/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-writer.h"

extern const CogWriter cog_writer_html; /* one file */
extern const CogWriter cog_writer_site; /* a folder of pages */
extern const CogWriter cog_writer_site_zip;
