/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-format.h"

#include <glib/gi18n-lib.h>

const CogFormat cog_formats[] = {
  { "epub", "epub", N_ ("EPUB"), N_ ("For phones and e-readers"), FALSE, FALSE,
    COG_FORMAT_TO_READ },
  { "pdf", "pdf", N_ ("PDF"), N_ ("For paper and screen"), TRUE, TRUE, COG_FORMAT_TO_READ },
  { "html", "html", N_ ("Web Page"), N_ ("One file, for a message or a USB stick"), FALSE, FALSE,
    COG_FORMAT_TO_READ },
  { "site", "zip", N_ ("Web Site"), N_ ("Zipped pages, for a school’s server"), FALSE, FALSE,
    COG_FORMAT_TO_READ },
  { "docx", "docx", N_ ("Word Document"), N_ ("For Word and other office programs"), TRUE, FALSE,
    COG_FORMAT_TO_WORK },
  { "odt", "odt", N_ ("OpenDocument Text"), N_ ("For LibreOffice"), TRUE, FALSE,
    COG_FORMAT_TO_WORK },
  { "markdown", "md.zip", N_ ("Markdown"), N_ ("Text with signs, and its pictures, zipped"), FALSE,
    FALSE, COG_FORMAT_TO_WORK },
  { "text", "txt", N_ ("Plain Text"), N_ ("For braille displays and simple programs"), FALSE, FALSE,
    COG_FORMAT_TO_WORK },
  { "common-cartridge", "imscc", N_ ("Common Cartridge"),
    N_ ("For Canvas, Moodle, Blackboard and others"), FALSE, FALSE, COG_FORMAT_TO_COURSE },
  { "scorm", "scorm.zip", N_ ("SCORM Package"),
    N_ ("SCORM 1.2: the system sees which pages were read"), FALSE, FALSE, COG_FORMAT_TO_COURSE },
};
const guint cog_n_formats = G_N_ELEMENTS (cog_formats);
