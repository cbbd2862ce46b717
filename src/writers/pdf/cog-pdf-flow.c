/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-builder.h"

#include "cog-language.h"
#include "cog-markup.h"

/* Pages on rights that the edition made. */
static gboolean
is_on_rights (const CogSection *section)
{
  return g_strcmp0 (section->id, "cognate-copyright") == 0 ||
         g_strcmp0 (section->id, "cognate-credits") == 0;
}

static gboolean
is_small (const CogSection *section)
{
  return is_on_rights (section) || g_strcmp0 (section->type, "copyright-page") == 0 ||
         g_strcmp0 (section->id, "cognate-changes") == 0 ||
         g_strcmp0 (section->id, "cognate-history") == 0 ||
         (section->id != NULL && g_str_has_prefix (section->id, "cognate-licence"));
}

/* A chapter begins a page, and so do its modules; the first of them follows the chapter's heading.
 */
static void
open_book_section (CogPdfBuilder *builder, const CogSection *section, guint depth)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  if (depth == 0 ||
      (depth == 1 && cog_section_get_root (section) != NULL && !builder->is_chapter_open))
    builder->is_page_start = TRUE;
  builder->depth = depth;
  if (depth <= 1 && section->title != NULL)
    builder->head = section->title;
  builder->is_chapter_open = cog_section_get_root (section) == NULL;
  builder->composer->is_spelling = is_on_rights (section);
  level->text = is_small (section) ? COG_PDF_TEXT_SMALL : COG_PDF_TEXT_BODY;
  level->language =
      g_intern_string (section->language != NULL && cog_language_is_valid (section->language)
                           ? section->language
                           : builder->composer->style->language);
  level->is_rtl = cog_language_is_rtl (level->language);
  level->tag = builder->composer->tags->root;
  cog_pdf_builder_add_anchor (builder, section->id);
  if (cog_section_get_root (section) == NULL)
    cog_pdf_leaf_add_title (builder, section);
  else
    {
      if (cog_markup_needs_heading (section))
        cog_pdf_leaf_add_title (builder, section);
      cog_pdf_walk (builder, cog_section_get_root (section));
    }
}

typedef struct
{
  const CogSection *section;
  guint depth;
} Pending;

CogPdfFlow *
cog_pdf_builder_build (CogPdfComposer *composer, const CogSection *top)
{
  CogPdfBuilder builder;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Pending));
  Pending pending = { top, 0 };

  cog_pdf_builder_begin (&builder, composer, composer->tags->root);
  g_array_append_val (stack, pending);
  while (stack->len > 0)
    {
      pending = g_array_index (stack, Pending, stack->len - 1);
      g_array_set_size (stack, stack->len - 1);
      open_book_section (&builder, pending.section, pending.depth);
      for (guint i = pending.section->children->len; i-- > 0;)
        {
          Pending child = { g_ptr_array_index (pending.section->children, i), pending.depth + 1 };
          g_array_append_val (stack, child);
        }
    }
  cog_pdf_notes_add_uncalled (builder.flow);
  return cog_pdf_builder_end (&builder);
}
