/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-outline-section.h"

struct _CogOutlineSection
{
  GObject parent_instance;
  CogSectionInfo *info;
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

void
cog_outline_section_set_info (CogOutlineSection *self, CogSectionInfo *info)
{
  gboolean is_same;

  g_return_if_fail (COG_IS_OUTLINE_SECTION (self) && info != NULL);

  is_same = self->info->n_words_done == info->n_words_done &&
            self->info->n_words == info->n_words && self->info->is_omitted == info->is_omitted &&
            g_strcmp0 (self->info->target_title, info->target_title) == 0;
  cog_section_info_free (self->info);
  self->info = info;
  if (!is_same)
    g_signal_emit (self, changed_signal, 0);
}

const char *
cog_outline_section_get_title (CogOutlineSection *self)
{
  g_return_val_if_fail (COG_IS_OUTLINE_SECTION (self), NULL);

  return cog_section_info_get_name (self->info);
}

double
cog_outline_section_get_share (CogOutlineSection *self)
{
  g_return_val_if_fail (COG_IS_OUTLINE_SECTION (self), 0);
  return self->info->n_words > 0 ? (double)self->info->n_words_done / self->info->n_words : 0;
}
