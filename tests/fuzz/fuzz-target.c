/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-private.h"

#include <libxml/parser.h>

FuzzFunc
fuzz_target_find (const char *id)
{
  /* clang-format off */
  static const struct
  {
    const char *id;
    FuzzFunc func;
  } targets[] = {
    { "bids", fuzz_bids },
    { "container", fuzz_container },
    { "credit", fuzz_credit },
    { "csv", fuzz_terms },
    { "drawing", fuzz_drawing },
    { "engine-answer", fuzz_engine_answer },
    { "inline", fuzz_inline },
    { "latex-text", fuzz_latex_text },
    { "licence", fuzz_licence },
    { "metafile", fuzz_metafile },
    { "oai", fuzz_oai },
    { "pandoc-page", fuzz_pandoc_page },
    { "pdf-content", fuzz_pdf_content },
    { "pdf-lexer", fuzz_pdf_lexer },
    { "picture", fuzz_picture },
    { "po", fuzz_exchange },
    { "project", fuzz_project },
    { "stream", fuzz_stream },
    { "tar", fuzz_tar },
    { "tbx", fuzz_terms },
    { "tex", fuzz_tex },
    { "tmx", fuzz_tmx },
    { "web-address", fuzz_web_address },
    { "web-page", fuzz_web_page },
    { "write-epub", fuzz_writer },
    { "write-html", fuzz_writer },
    { "write-pdf", fuzz_writer },
    { "write-site", fuzz_writer },
    { "xliff", fuzz_exchange },
    { "xml", fuzz_xml },
  };
  /* clang-format on */

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_str_equal (targets[i].id, id))
      return targets[i].func;
  return fuzz_target_is_reader (id) ? fuzz_reader : NULL;
}

/* GLib ends a program by a trap, of which libFuzzer knows nothing: the input would be lost. */
static GLogWriterOutput
write_and_abort (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  GLogWriterOutput written = G_LOG_WRITER_HANDLED;

  if (!g_log_writer_default_would_drop (level, G_LOG_DOMAIN))
    written = g_log_writer_standard_streams (level, fields, n_fields, NULL);
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) != 0)
    abort ();
  return written;
}

void
fuzz_target_prepare (void)
{
  xmlInitParser ();
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  g_log_set_writer_func (write_and_abort, NULL, NULL);
}
