/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-chapter-choice.h"

#include <glib/gi18n-lib.h>

struct _CogChapterChoice
{
  GObject parent_instance;
  char *id, *title;
  guint depth;
  gboolean is_chosen;
};

enum
{
  PROP_CHOSEN = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CogChapterChoice, cog_chapter_choice, G_TYPE_OBJECT)

static void
set_chosen (CogChapterChoice *self, gboolean chosen)
{
  if (self->is_chosen == chosen)
    return;
  self->is_chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOSEN]);
}

static void
cog_chapter_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, COG_CHAPTER_CHOICE (object)->is_chosen);
}

static void
cog_chapter_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_chosen (COG_CHAPTER_CHOICE (object), g_value_get_boolean (value));
}

static void
cog_chapter_choice_finalize (GObject *object)
{
  CogChapterChoice *self = COG_CHAPTER_CHOICE (object);

  g_free (self->id);
  g_free (self->title);
  G_OBJECT_CLASS (cog_chapter_choice_parent_class)->finalize (object);
}

static void
cog_chapter_choice_class_init (CogChapterChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cog_chapter_choice_finalize;
  object_class->get_property = cog_chapter_choice_get_property;
  object_class->set_property = cog_chapter_choice_set_property;
  props[PROP_CHOSEN] =
      g_param_spec_boolean ("chosen", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cog_chapter_choice_init (CogChapterChoice *self)
{
  self->is_chosen = TRUE;
}

const char *
cog_chapter_choice_get_title (CogChapterChoice *self)
{
  g_return_val_if_fail (COG_IS_CHAPTER_CHOICE (self), NULL);
  return self->title;
}

guint
cog_chapter_choice_get_depth (CogChapterChoice *self)
{
  g_return_val_if_fail (COG_IS_CHAPTER_CHOICE (self), 0);
  return self->depth;
}

GListModel *
cog_chapter_choice_list (CogProject *project)
{
  GListStore *store = g_list_store_new (COG_TYPE_CHAPTER_CHOICE);
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (COG_IS_PROJECT (project), G_LIST_MODEL (store));

  sections = cog_project_list_sections (project);
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);
      g_autoptr (CogChapterChoice) choice = NULL;

      if (info->is_omitted || (info->parent != NULL && g_hash_table_contains (gone, info->parent)))
        {
          g_hash_table_add (gone, info->id);
          continue;
        }
      choice = g_object_new (COG_TYPE_CHAPTER_CHOICE, NULL);
      choice->id = g_strdup (info->id);
      choice->title = g_strdup (cog_section_info_get_label (info, TRUE));
      choice->depth = info->depth;
      g_list_store_append (store, choice);
    }
  return G_LIST_MODEL (store);
}

static CogChapterChoice *
get (GListModel *all, guint position)
{
  g_autoptr (CogChapterChoice) choice = g_list_model_get_item (all, position);

  return choice; /* the list holds it */
}

/* Where the parts of the chapter at position end. */
static guint
get_end (GListModel *all, guint position)
{
  guint n = g_list_model_get_n_items (all);
  guint end = position + 1;

  while (end < n && get (all, end)->depth > get (all, position)->depth)
    end++;
  return end;
}

static gboolean
is_whole (GListModel *all, guint position)
{
  guint end = get_end (all, position);

  for (guint i = position + 1; i < end; i++)
    if (!get (all, i)->is_chosen)
      return FALSE;
  return end > position + 1 || get (all, position)->is_chosen;
}

void
cog_chapter_choice_set_with_parts (GListModel *all, guint position, gboolean chosen)
{
  guint end, depth;

  g_return_if_fail (G_IS_LIST_MODEL (all) && position < g_list_model_get_n_items (all));

  end = get_end (all, position);
  for (guint i = position; i < end; i++)
    set_chosen (get (all, i), chosen);
  /* Those above: the nearest row before with a smaller depth, and so on. */
  depth = get (all, position)->depth;
  for (guint i = position; i > 0 && depth > 0; i--)
    if (get (all, i - 1)->depth < depth)
      {
        depth = get (all, i - 1)->depth;
        set_chosen (get (all, i - 1), is_whole (all, i - 1));
      }
}

char **
cog_chapter_choice_dup_ids (GListModel *all)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint n, i = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (all), NULL);

  n = g_list_model_get_n_items (all);
  if (cog_chapter_choice_count (all) == n)
    return NULL;
  while (i < n)
    {
      gboolean is_taken = get (all, i)->is_chosen;

      if (is_taken)
        g_strv_builder_add (ids, get (all, i)->id);
      i = is_taken ? get_end (all, i) : i + 1;
    }
  return g_strv_builder_end (ids);
}

guint
cog_chapter_choice_count (GListModel *all)
{
  guint n = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (all), 0);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    n += (guint)get (all, i)->is_chosen;
  return n;
}
