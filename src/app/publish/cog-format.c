/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-format.h"

#include <glib/gi18n-lib.h>

const CogFormat cog_formats[] = {
  { "epub", "epub", N_ ("EPUB"), N_ ("For phones and e-readers"), FALSE },
  { "pdf", "pdf", N_ ("PDF"), N_ ("For paper and screen"), TRUE },
  { "html", "html", N_ ("Web Page"), N_ ("One file, for a message or a USB stick"), FALSE },
  { "site", "zip", N_ ("Web Site"), N_ ("Zipped pages, for a school’s server"), FALSE },
};
const guint cog_n_formats = G_N_ELEMENTS (cog_formats);
