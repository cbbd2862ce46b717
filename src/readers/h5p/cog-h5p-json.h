/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of an object that came from outside: NULL where they are not there, or of another kind.
 * object: (nullable) */
const char *cog_h5p_get_string (JsonObject *object, const char *name);
JsonObject *cog_h5p_get_object (JsonObject *object, const char *name);
JsonArray *cog_h5p_get_array (JsonObject *object, const char *name);
/* Also of words: "true". */
gboolean cog_h5p_get_boolean (JsonObject *object, const char *name);
double cog_h5p_get_number (JsonObject *object, const char *name);
/* A number or words, as words. (transfer full) (nullable) */
char *cog_h5p_dup_value (JsonObject *object, const char *name);

guint cog_h5p_count (JsonArray *array); /* array: (nullable) */
JsonObject *cog_h5p_get_object_at (JsonArray *array, guint i);
const char *cog_h5p_get_string_at (JsonArray *array, guint i);

G_END_DECLS
