/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-report.h"

#include "cog-reader-findings.h"
#include "cog-xml.h"

typedef struct
{
  guint n;
  char *first; /* its id, or its section's */
} Count;

static void
count (Count *self, const CogSection *section, const xmlNode *image)
{
  if (self->n++ > 0)
    return;
  self->first = cog_xml_dup_attribute (image, "id");
  if (self->first == NULL)
    self->first = g_strdup (section->id);
}

static void
tell (Count *self, const CogFindingKind *kind, CogReport *report)
{
  g_autofree char *how_many = g_strdup_printf ("%u", self->n);

  if (self->n > 0)
    cog_report_add (report, kind, self->first, how_many, NULL);
  g_free (self->first);
}

void
cog_picture_report (const CogBook *book, CogReport *report)
{
  g_autoptr (GPtrArray) sections = NULL;
  Count without = { 0 }, decorative = { 0 };

  g_return_if_fail (book != NULL);

  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      const xmlNode *root = cog_section_get_root (section);

      for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        {
          g_autofree char *alt = NULL;

          if (!cog_xml_is (n, NULL, "img"))
            continue;
          alt = cog_xml_dup_attribute (n, "alt");
          if (alt == NULL)
            count (&without, section, n);
          else if (alt[0] == '\0')
            count (&decorative, section, n);
        }
    }
  tell (&without, &cog_finding_pictures_not_described, report);
  tell (&decorative, &cog_finding_pictures_decorative, report);
}
