/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer-course.h"

#include "cog-course-private.h"
#include "cog-stylesheet.h"
#include "cog-writer-html-private.h"

#include <glib/gi18n-lib.h>

#define SCRIPT "scorm.js"

static GPtrArray *
list_extra (const CogBook *book, const CogCourseDialect *dialect)
{
  GPtrArray *extra = g_ptr_array_new ();

  g_ptr_array_add (extra, (gpointer) "index.html");
  g_ptr_array_add (extra, (gpointer) "book.css");
  g_ptr_array_add (extra, (gpointer) "web.css");
  if (dialect->is_scorm)
    g_ptr_array_add (extra, (gpointer)SCRIPT);
  for (guint i = 0; i < book->assets->len; i++)
    g_ptr_array_add (extra, ((CogAsset *)g_ptr_array_index (book->assets, i))->name);
  return extra;
}

static gboolean
write_script (CogOutput *output, GError **error)
{
  gsize size;
  const char *data = cog_stylesheet_get (SCRIPT, &size);

  return cog_output_add (output, SCRIPT, data, size, FALSE, error);
}

/* The pages of the web site with a manifest. The pages of SCORM each tell that they were read. */
static gboolean
write_course (const CogBook *book,
              const CogWriterOptions *options,
              const CogCourseDialect *dialect,
              const char *path,
              CogReport *report,
              const CogProgress *progress,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (CogOutput) output = cog_output_new (path, TRUE, error);
  g_autoptr (GPtrArray) extra = list_extra (book, dialect);
  g_autoptr (GString) manifest = g_string_new (NULL);
  g_autoptr (GHashTable) files = NULL;

  if (output == NULL)
    return FALSE;
  files = cog_site_write (book, options, output, dialect->is_scorm ? SCRIPT : NULL, report,
                          progress, cancellable, error);
  if (files == NULL || (dialect->is_scorm && !write_script (output, error)))
    return FALSE;
  cog_course_append_manifest (manifest, book, files, extra, dialect);
  return cog_output_add_text (output, "imsmanifest.xml", manifest, error) &&
         cog_output_close (output, error);
}

static gboolean
write_cartridge (const CogBook *book,
                 const CogWriterOptions *options,
                 const char *path,
                 CogReport *report,
                 const CogProgress *progress,
                 GCancellable *cancellable,
                 GError **error)
{
  return write_course (book, options, &cog_course_cartridge, path, report, progress, cancellable,
                       error);
}

static gboolean
write_scorm (const CogBook *book,
             const CogWriterOptions *options,
             const char *path,
             CogReport *report,
             const CogProgress *progress,
             GCancellable *cancellable,
             GError **error)
{
  return write_course (book, options, &cog_course_scorm, path, report, progress, cancellable,
                       error);
}

const CogWriter cog_writer_cartridge = {
  .id = "common-cartridge",
  .name = N_ ("Common Cartridge for course systems"),
  .extension = "imscc",
  .media_type = "application/vnd.ims.imsccv1p3",
  .write = write_cartridge,
};

const CogWriter cog_writer_scorm = {
  .id = "scorm",
  .name = N_ ("SCORM package for course systems"),
  .extension = "scorm.zip",
  .media_type = "application/zip",
  .write = write_scorm,
};
