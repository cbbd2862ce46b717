/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-h5p-private.h"

#include "cog-language.h"

/* Boxes whose upper edges are nearer than this stand in one row (percent of the slide). */
#define ROW_HEIGHT 8.0

typedef struct
{
  JsonObject *object;
  double x, y;
} Box;

static int
compare_y (gconstpointer a, gconstpointer b)
{
  const Box *first = a, *second = b;

  return (first->y > second->y) - (first->y < second->y);
}

static int
compare_x (gconstpointer a, gconstpointer b)
{
  const Box *first = a, *second = b;

  return (first->x > second->x) - (first->x < second->x);
}

/* The order in which a slide is read: rows from above, each from the side where its language
 * begins. */
static GArray *
order_boxes (JsonArray *elements, gboolean is_rtl)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));

  for (guint i = 0; i < cog_h5p_count (elements); i++)
    {
      JsonObject *object = cog_h5p_get_object_at (elements, i);
      Box box = { object, cog_h5p_get_number (object, "x"), cog_h5p_get_number (object, "y") };

      box.x = is_rtl ? -(box.x + cog_h5p_get_number (object, "width")) : box.x;
      if (object != NULL)
        g_array_append_val (boxes, box);
    }
  g_array_sort (boxes, compare_y);
  for (guint i = 0, end; i < boxes->len; i = end)
    {
      double top = g_array_index (boxes, Box, i).y;

      for (end = i + 1; end < boxes->len && g_array_index (boxes, Box, end).y - top < ROW_HEIGHT;)
        end++;
      qsort (&g_array_index (boxes, Box, i), end - i, sizeof (Box), compare_x);
    }
  return boxes;
}

void
cog_h5p_convert_slide (CogH5pWalk *walk, JsonObject *slide, xmlNode *parent)
{
  JsonObject *background = cog_h5p_get_object (slide, "slideBackgroundSelector");
  const char *language = walk->book->language;
  g_autoptr (GArray) boxes = order_boxes (cog_h5p_get_array (slide, "elements"),
                                          language != NULL && cog_language_is_rtl (language));

  cog_h5p_add_picture (walk, parent, cog_h5p_get_object (background, "imageSlideBackground"), NULL);
  for (guint i = 0; i < boxes->len; i++)
    {
      JsonObject *object = g_array_index (boxes, Box, i).object;
      xmlNode *before = parent->last;

      cog_h5p_convert_member (walk, object, "action", parent);
      /* The comment that a button beside the element opens. */
      if (parent->last != before)
        cog_h5p_add_html (walk, parent, object, "solution");
    }
}

static const char *
get_slide_title (JsonObject *slide)
{
  JsonArray *keywords = cog_h5p_get_array (slide, "keywords");

  return cog_h5p_count (keywords) > 0
             ? cog_h5p_get_string (cog_h5p_get_object_at (keywords, 0), "main")
             : NULL;
}

/* Inside of another content; one that is the whole package has a section a slide. */
void
cog_h5p_convert_presentation (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *slides = cog_h5p_get_array (cog_h5p_get_object (params, "presentation"), "slides");

  for (guint i = 0; i < cog_h5p_count (slides); i++)
    {
      JsonObject *slide = cog_h5p_get_object_at (slides, i);
      xmlNode *section = cog_made_page_add (parent, "section", "page", NULL);

      cog_h5p_add_title (walk, section, get_slide_title (slide));
      walk->level++;
      cog_h5p_convert_slide (walk, slide, section);
      walk->level--;
    }
}

void
cog_h5p_convert_book (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *chapters = cog_h5p_get_array (params, "chapters");

  for (guint i = 0; i < cog_h5p_count (chapters); i++)
    {
      JsonObject *chapter = cog_h5p_get_object_at (chapters, i);
      xmlNode *section = cog_made_page_add (parent, "section", NULL, NULL);

      cog_h5p_add_title (walk, section,
                         cog_h5p_get_string (cog_h5p_get_object (chapter, "metadata"), "title"));
      walk->level++;
      cog_h5p_convert (walk, chapter, section);
      walk->level--;
    }
}

static void
add_interaction (CogH5pWalk *walk, JsonObject *interaction, xmlNode *parent)
{
  guint from = (guint)CLAMP (
      cog_h5p_get_number (cog_h5p_get_object (interaction, "duration"), "from"), 0, 360000);
  g_autofree char *time = g_strdup_printf ("%u:%02u", from / 60, from % 60);
  xmlNode *section = cog_made_page_add (parent, "section", NULL, NULL);
  xmlNode *line = cog_made_page_add_words (section, "p", time);

  cog_h5p_convert_member (walk, interaction, "action", section);
  if (section->last == line)
    cog_xml_remove (section);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  JsonObject *first = *(JsonObject *const *)a, *second = *(JsonObject *const *)b;
  double x = cog_h5p_get_number (cog_h5p_get_object (first, "duration"), "from");
  double y = cog_h5p_get_number (cog_h5p_get_object (second, "duration"), "from");

  return (x > y) - (x < y);
}

void
cog_h5p_convert_film (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonObject *film = cog_h5p_get_object (params, "interactiveVideo");
  JsonObject *video = cog_h5p_get_object (film, "video");
  JsonArray *interactions = cog_h5p_get_array (cog_h5p_get_object (film, "assets"), "interactions");
  JsonObject *start = cog_h5p_get_object (video, "startScreenOptions");
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();

  cog_h5p_add_html (walk, parent, start, "shortStartDescription");
  cog_h5p_add_media (walk, parent, "video", cog_h5p_get_array (video, "files"),
                     cog_h5p_get_array (cog_h5p_get_object (video, "textTracks"), "videoTrack"));
  for (guint i = 0; i < cog_h5p_count (interactions); i++)
    if (cog_h5p_get_object_at (interactions, i) != NULL)
      g_ptr_array_add (ordered, cog_h5p_get_object_at (interactions, i));
  g_ptr_array_sort (ordered, compare_times);
  for (guint i = 0; i < ordered->len; i++)
    add_interaction (walk, g_ptr_array_index (ordered, i), parent);
  if (ordered->len > 0)
    cog_report_add (walk->report, &cog_finding_h5p_film, walk->file, NULL, NULL);
  cog_h5p_convert_member (walk, cog_h5p_get_object (film, "summary"), "task", parent);
}
