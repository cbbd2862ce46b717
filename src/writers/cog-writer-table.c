/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer.h"

#include "cog-error.h"
#include "cog-replacement.h"
#include "cog-writer-course.h"
#include "cog-writer-docx.h"
#include "cog-writer-epub.h"
#include "cog-writer-html.h"
#include "cog-writer-markdown.h"
#include "cog-writer-odt.h"
#include "cog-writer-pdf.h"
#include "cog-writer-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CogWriter *const writers[] = {
  &cog_writer_epub,         &cog_writer_html,
  &cog_writer_pdf,          &cog_writer_site,
  &cog_writer_site_zip,     &cog_writer_docx,
  &cog_writer_odt,          &cog_writer_markdown,
  &cog_writer_markdown_zip, &cog_writer_markdown_folder,
  &cog_writer_text,         &cog_writer_cartridge,
  &cog_writer_scorm,        NULL,
};

const CogWriter *const *
cog_writer_table_get (void)
{
  return writers;
}

/* ".epub, .html, …": what a name may end in. (transfer full) */
static char *
dup_extensions (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; writers[i] != NULL; i++)
    if (writers[i]->extension != NULL)
      g_string_append_printf (list, "%s.%s", list->len > 0 ? ", " : "", writers[i]->extension);
  return g_strdup (list->str);
}

/* The one with the longest extension that a name ends in: "book.md.zip" is no site. */
static const CogWriter *
find_by_extension (const char *base)
{
  g_autofree char *lower = g_ascii_strdown (base, -1);
  const CogWriter *best = NULL;

  for (guint i = 0; writers[i] != NULL; i++)
    {
      g_autofree char *ending =
          writers[i]->extension != NULL ? g_strconcat (".", writers[i]->extension, NULL) : NULL;

      if (ending != NULL && g_str_has_suffix (lower, ending) &&
          (best == NULL || strlen (writers[i]->extension) > strlen (best->extension)))
        best = writers[i];
    }
  return best;
}

const CogWriter *
cog_writer_find (const char *target, GError **error)
{
  g_autofree char *base = NULL;
  g_autofree char *extensions = NULL;
  const char *dot;

  g_return_val_if_fail (target != NULL, NULL);

  base = g_path_get_basename (target);
  if (g_str_has_suffix (target, "/") || g_file_test (target, G_FILE_TEST_IS_DIR))
    return g_str_has_suffix (base, ".md") ? &cog_writer_markdown_folder : &cog_writer_site;
  dot = strrchr (base, '.');
  if (dot == NULL || dot == base)
    return &cog_writer_site;
  if (find_by_extension (base) != NULL)
    return find_by_extension (base);
  if (g_ascii_strcasecmp (dot, ".htm") == 0)
    return &cog_writer_html;
  extensions = dup_extensions ();
  g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
               /* Translators: a file's name, what it ends in, and a list of what it may end in. */
               _ ("%s: “%s” cannot be written. Choose %s or a folder."), base, dot, extensions);
  return NULL;
}

/* A full disk knows no names. */
static void
name_file (GError **fault, const char *target)
{
  g_autofree char *name = g_path_get_basename (target);

  if (*fault != NULL && strstr ((*fault)->message, name) == NULL)
    g_prefix_error (fault, "%s: ", name);
}

gboolean
cog_writer_write (const CogWriter *writer,
                  const CogBook *book,
                  const CogWriterOptions *options,
                  const char *target,
                  CogReport *report,
                  const CogProgress *progress,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (CogReplacement) replacement = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (writer != NULL && book != NULL && target != NULL, FALSE);

  replacement = writer->is_folder ? cog_replacement_new_folder (target, error)
                                  : cog_replacement_new_file (target, error);
  if (replacement == NULL)
    return FALSE;
  if (writer->write (book, options, cog_replacement_get_path (replacement), report, progress,
                     cancellable, &fault))
    /* Until it stands there, who stops it does not want it. */
    return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
           cog_replacement_commit (replacement, error);
  name_file (&fault, target);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
