/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-output.h"
#include "cog-writer.h"

G_BEGIN_DECLS

/* What packages for course systems differ in: the manifest's namespaces and LOM's names. */
typedef struct
{
  gboolean is_scorm;
  const char *root;   /* the manifest's attributes */
  const char *schema; /* and the metadata's first elements */
  const char *prefix; /* of LOM */
  const char *string; /* a text in a language: the element and the attribute that says it */
  const char *lang;
  const char *lifecycle, *entity, *restrictions; /* names of elements */
} CogCourseDialect;

extern const CogCourseDialect cog_course_cartridge; /* IMS Common Cartridge 1.3 */
extern const CogCourseDialect cog_course_scorm;     /* SCORM 1.2 */

/* IEEE 1484.12.3 as the dialect has it: title, language, description, keywords, who did what, and
 * the rights in words with the licence's address. */
void cog_course_append_lom (GString *out, const CogBook *book, const CogCourseDialect *dialect);
/* files: CogSection → its page. extra (element-type utf8): files that pages need. */
void cog_course_append_manifest (GString *out,
                                 const CogBook *book,
                                 GHashTable *files,
                                 const GPtrArray *extra,
                                 const CogCourseDialect *dialect);

G_END_DECLS
