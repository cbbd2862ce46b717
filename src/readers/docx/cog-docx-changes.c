/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-package.h"

#include <string.h>

void
cog_docx_reverse_changes (xmlNode *root)
{
  /* Text that was deleted has a name of its own, wherever it stands. */
  static const struct
  {
    const char *from, *to;
  } names[] = { { "ins", "del" },         { "del", "ins" },
                { "moveTo", "moveFrom" }, { "moveFrom", "moveTo" },
                { "cellIns", "cellDel" }, { "cellDel", "cellIns" },
                { "delText", "t" },       { "delInstrText", "instrText" } };

  g_return_if_fail (root != NULL);

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    for (guint i = 0; cog_docx_space (n) == COG_DOCX_W && i < G_N_ELEMENTS (names); i++)
      if (strcmp ((const char *)n->name, names[i].from) == 0)
        {
          xmlNodeSetName (n, (const xmlChar *)names[i].to);
          break;
        }
}
