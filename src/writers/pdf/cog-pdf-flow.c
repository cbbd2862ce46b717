/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-builder.h"

#include "cog-language.h"
#include "cog-markup.h"

#define PART_DROP .3 /* of a part's page stands empty above its title */

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

/* What holds chapters and says nothing itself. Where the source does not say what it is, a chapter
 * is what holds no more than one row of sections. */
static gboolean
is_part (const CogSection *section)
{
  if (cog_section_get_root (section) != NULL || section->children->len == 0)
    return FALSE;
  if (section->type != NULL)
    return g_str_equal (section->type, "part") || g_str_equal (section->type, "volume");
  for (guint i = 0; i < section->children->len; i++)
    if (((const CogSection *)g_ptr_array_index (section->children, i))->children->len > 0)
      return TRUE;
  return FALSE;
}

/* Its title alone on a page. */
static void
begin_part (CogPdfBuilder *builder)
{
  CogPdfItem *space = cog_pdf_item_new (COG_PDF_ITEM_RULE);

  builder->is_page_start = builder->is_recto_start = TRUE;
  space->height = builder->composer->style->text_height * PART_DROP;
  cog_pdf_builder_add_item (builder, space);
}

/* A chapter begins a page, and so do its modules; the first of them follows the chapter's heading.
 */
static void
begin_section (CogPdfBuilder *builder, const CogSection *section, guint rank)
{
  if (rank == 0)
    builder->is_recto_start = !is_small (section);
  if (rank == 0 ||
      (rank == 1 && cog_section_get_root (section) != NULL && !builder->is_chapter_open))
    builder->is_page_start = TRUE;
  if (rank <= 1 && section->title != NULL)
    builder->head = section->title;
}

/* parent: of the section that it stands in, or the root; n_parts: how many of the depth are parts
 * that it is in. Returns its own element. */
static CogPdfTag *
open_book_section (CogPdfBuilder *builder,
                   const CogSection *section,
                   CogPdfTag *parent,
                   guint depth,
                   guint n_parts)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfTag *tag = cog_pdf_tags_add (builder->composer->tags, parent, "Sect", 0);

  tag->title = g_strdup (section->title != NULL ? section->title
                                                : cog_book_get_title (builder->composer->book));

  builder->depth = depth;
  builder->n_parts = n_parts;
  if (!is_part (section))
    begin_section (builder, section, depth - n_parts);
  builder->is_chapter_open = cog_section_get_root (section) == NULL;
  builder->composer->is_spelling = is_on_rights (section);
  level->text = is_small (section) ? COG_PDF_TEXT_SMALL : COG_PDF_TEXT_BODY;
  level->language =
      g_intern_string (section->language != NULL && cog_language_is_valid (section->language)
                           ? section->language
                           : builder->composer->style->language);
  level->is_rtl = cog_language_is_rtl (level->language);
  level->tag = tag;
  cog_pdf_builder_add_anchor (builder, section->id);
  if (is_part (section))
    begin_part (builder);
  if (cog_section_get_root (section) == NULL)
    cog_pdf_leaf_add_title (builder, section);
  else
    {
      if (cog_markup_needs_heading (section))
        cog_pdf_leaf_add_title (builder, section);
      cog_pdf_walk (builder, cog_section_get_root (section));
    }
  return tag;
}

typedef struct
{
  const CogSection *section;
  CogPdfTag *parent;
  guint depth, n_parts;
} Pending;

static void
set_columns (CogPdfBuilder *builder, const CogSection *top)
{
  CogPdfColumns *columns = &builder->flow->columns;
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  *columns = cog_pdf_columns_find (builder->composer->book, top, builder->composer->style);
  level->left = columns->main_left;
  level->width = columns->width;
}

CogPdfFlow *
cog_pdf_builder_build (CogPdfComposer *composer, const CogSection *top)
{
  CogPdfBuilder builder;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Pending));
  Pending pending = { top, composer->tags->root, 0, 0 };

  cog_pdf_builder_begin (&builder, composer, composer->tags->root);
  set_columns (&builder, top);
  g_array_append_val (stack, pending);
  while (stack->len > 0)
    {
      CogPdfTag *tag;

      pending = g_array_index (stack, Pending, stack->len - 1);
      g_array_set_size (stack, stack->len - 1);
      tag = open_book_section (&builder, pending.section, pending.parent, pending.depth,
                               pending.n_parts);
      for (guint i = pending.section->children->len; i-- > 0;)
        {
          Pending child = { g_ptr_array_index (pending.section->children, i), tag,
                            pending.depth + 1,
                            pending.n_parts + (is_part (pending.section) ? 1 : 0) };
          g_array_append_val (stack, child);
        }
    }
  cog_pdf_notes_add_uncalled (builder.flow);
  return cog_pdf_builder_end (&builder);
}
