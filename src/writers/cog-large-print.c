/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-large-print.h"

const char *
cog_large_print_get_css (void)
{
  return "\n/* Large print */\n"
         "html { font-size: 18pt; }\n"
         "body { font-family: \"Noto Sans\", \"DejaVu Sans\", sans-serif; line-height: 1.5; "
         "text-align: start; hyphens: none; }\n"
         "p, li, dd, dt, td, th, caption, figcaption, aside, small, .credit, footer "
         "{ font-size: 1rem; line-height: 1.5; text-align: start; hyphens: none; }\n"
         "em, cite, i { font-style: normal; font-weight: bold; }\n";
}
