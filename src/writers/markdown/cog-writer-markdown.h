/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-writer.h"

extern const CogWriter cog_writer_markdown;        /* one file, pictures in it */
extern const CogWriter cog_writer_markdown_zip;    /* a text with its pictures beside it, packed */
extern const CogWriter cog_writer_markdown_folder; /* the same in a folder: a name as "book.md/" */
