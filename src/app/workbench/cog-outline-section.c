/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-outline-section.h"

struct _CogOutlineSection
{
  GObject parent_instance;
  CogSectionInfo *info;
  gboolean in_target, is_above;
  guint n_open;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CogOutlineSection, cog_outline_section, G_TYPE_OBJECT)

static void
cog_outline_section_finalize (GObject *object)
{
  cog_section_info_free (COG_OUTLINE_SECTION (object)->info);
  G_OBJECT_CLASS (cog_outline_section_parent_class)->finalize (object);
}

static void
cog_outline_section_class_init (CogOutlineSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_outline_section_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_outline_section_init (CogOutlineSection *self)
{
}

CogOutlineSection *
cog_outline_section_new (CogSectionInfo *info)
{
  CogOutlineSection *self = g_object_new (COG_TYPE_OUTLINE_SECTION, NULL);

  self->info = info;
  return self;
}

const CogSectionInfo *
cog_outline_section_get_info (CogOutlineSection *self)
{
  g_return_val_if_fail (COG_IS_OUTLINE_SECTION (self), NULL);
  return self->info;
}

static gboolean
looks_same (const CogSectionInfo *a, const CogSectionInfo *b)
{
  return a->n_words_done == b->n_words_done && a->n_words == b->n_words && a->depth == b->depth &&
         a->is_omitted == b->is_omitted && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->target_title, b->target_title) == 0 && g_strcmp0 (a->name, b->name) == 0;
}

void
cog_outline_section_set_info (CogOutlineSection *self, CogSectionInfo *info)
{
  gboolean is_same;

  g_return_if_fail (COG_IS_OUTLINE_SECTION (self) && info != NULL);

  is_same = looks_same (self->info, info);
  cog_section_info_free (self->info);
  self->info = info;
  if (!is_same)
    g_signal_emit (self, changed_signal, 0);
}

void
cog_outline_section_set_in_target (CogOutlineSection *self, gboolean in_target)
{
  g_return_if_fail (COG_IS_OUTLINE_SECTION (self));
  self->in_target = in_target;
}

const char *
cog_outline_section_get_title (CogOutlineSection *self)
{
  g_return_val_if_fail (COG_IS_OUTLINE_SECTION (self), NULL);
  return cog_section_info_get_label (self->info, self->in_target);
}

double
cog_outline_section_get_share (CogOutlineSection *self)
{
  g_return_val_if_fail (COG_IS_OUTLINE_SECTION (self), 0);
  return self->info->n_words > 0 ? (double)self->info->n_words_done / self->info->n_words : 0;
}

void
cog_outline_section_set_n_open (CogOutlineSection *self, guint n_open)
{
  g_return_if_fail (COG_IS_OUTLINE_SECTION (self));

  if (self->n_open == n_open)
    return;
  self->n_open = n_open;
  g_signal_emit (self, changed_signal, 0);
}

guint
cog_outline_section_get_n_open (CogOutlineSection *self)
{
  g_return_val_if_fail (COG_IS_OUTLINE_SECTION (self), 0);
  return self->n_open;
}

void
cog_outline_section_set_above (CogOutlineSection *self, gboolean is_above)
{
  g_return_if_fail (COG_IS_OUTLINE_SECTION (self));

  if (self->is_above == is_above)
    return;
  self->is_above = is_above;
  g_signal_emit (self, changed_signal, 0);
}

gboolean
cog_outline_section_is_above (CogOutlineSection *self)
{
  g_return_val_if_fail (COG_IS_OUTLINE_SECTION (self), FALSE);
  return self->is_above;
}
