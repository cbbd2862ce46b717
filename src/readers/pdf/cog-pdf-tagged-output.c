/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tagged-private.h"

#include <string.h>

/* Runs of text become the XHTML of a block. */

typedef struct
{
  CogPdfTagged *tagged;
  xmlNode *node; /* where text goes to now */
  xmlNode *block;
} Output;

static void
descend (Output *out, const char *name)
{
  out->node = xmlNewChild (out->node, out->block->ns, BAD_CAST name, NULL);
}

static void
open_link (Output *out, int link)
{
  const CogPdfTaggedLink *target =
      &g_array_index (out->tagged->links, CogPdfTaggedLink, (guint)link);
  g_autofree char *index = g_strdup_printf ("%d", link);

  descend (out, "a");
  if (target->uri != NULL)
    cog_xml_set (out->node, "href", target->uri);
  else
    cog_xml_set (out->node, "data-link", index);
}

/* The elements that a run's text stands in, from the outside in. What the file's tree says is said
 * by the elements of meaning; what only the type shows, too. */
static void
open_elements (Output *out, const CogPdfTaggedRun *run, const CogPdfTaggedRun *base)
{
  if (run->link >= 0)
    open_link (out, run->link);
  else if (run->is_call)
    {
      descend (out, "span");
      cog_xml_set (out->node, "data-call", "1");
    }
  if (run->language != NULL)
    {
      descend (out, "span");
      cog_xml_set (out->node, "lang", run->language);
    }
  if (run->is_quote)
    descend (out, "q");
  if (run->is_strong || (run->is_bold && !base->is_bold))
    descend (out, "strong");
  if (run->is_emphasised || (run->is_italic && !base->is_italic))
    descend (out, "em");
  if (run->is_code || (run->is_fixed && !base->is_fixed))
    descend (out, "code");
  if (run->is_raised || run->is_lowered)
    descend (out, run->is_raised ? "sup" : "sub");
}

/* Whether two runs stand in the same link: it is opened once. */
static gboolean
is_same_link (const CogPdfTaggedRun *a, const CogPdfTaggedRun *b)
{
  return a != NULL && b->link >= 0 && a->link == b->link;
}

static void
write_run (Output *out,
           const CogPdfTaggedRun *run,
           const CogPdfTaggedRun *before,
           const CogPdfTaggedRun *after,
           const CogPdfTaggedRun *base)
{
  gsize length = run->text->len;
  CogPdfTaggedRun inner = *run;
  xmlNode *last = out->block->last;

  /* A space at the end stands after the elements, as authors write it. */
  while (length > 0 && run->text->str[length - 1] == ' ')
    length--;
  out->node = out->block;
  if (is_same_link (before, run) && last != NULL && last->type == XML_ELEMENT_NODE)
    {
      out->node = last;
      inner.link = -1;
      inner.is_call = 0;
    }
  open_elements (out, &inner, base);
  xmlNodeAddContentLen (out->node, BAD_CAST run->text->str, (int)length);
  if (length < run->text->len)
    /* Between two runs of one link, the space belongs to it. */
    xmlNodeAddContentLen (is_same_link (run, after) ? out->block->last : out->block, BAD_CAST " ",
                          1);
}

/* What most of the letters look like: a heading's bold, a verse's italics. */
static CogPdfTaggedRun
find_base (const CogPdfRuns *runs, gboolean is_plain)
{
  CogPdfTaggedRun base = { .is_bold = 1, .is_italic = 1, .is_fixed = 1 };

  if (!is_plain)
    return (CogPdfTaggedRun){ 0 };
  for (guint i = 0; i < runs->runs->len; i++)
    {
      const CogPdfTaggedRun *run = &g_array_index (runs->runs, CogPdfTaggedRun, i);

      if (run->text == NULL || run->is_raised || run->is_lowered)
        continue;
      base.is_bold &= run->is_bold;
      base.is_italic &= run->is_italic;
      base.is_fixed &= run->is_fixed;
    }
  return base;
}

static void
trim (CogPdfRuns *runs)
{
  CogPdfTaggedRun *last = cog_pdf_runs_get_last (runs);

  while (last != NULL && last->text != NULL && last->text->len > 0 &&
         g_ascii_isspace (last->text->str[last->text->len - 1]))
    g_string_truncate (last->text, last->text->len - 1);
}

void
cog_pdf_runs_write (CogPdfRuns *runs, xmlNode *node, gboolean is_plain)
{
  Output out = { runs->tagged, node, node };
  CogPdfTaggedRun base = find_base (runs, is_plain);
  const CogPdfTaggedRun *before = NULL;

  trim (runs);
  for (guint i = 0; i < runs->runs->len; i++)
    {
      CogPdfTaggedRun *run = &g_array_index (runs->runs, CogPdfTaggedRun, i);

      if (run->object != NULL)
        {
          xmlAddChild (node, g_steal_pointer (&run->object));
          before = NULL;
          continue;
        }
      write_run (&out, run, before, i + 1 < runs->runs->len ? run + 1 : NULL, &base);
      before = run;
    }
  cog_pdf_runs_empty (runs);
}
