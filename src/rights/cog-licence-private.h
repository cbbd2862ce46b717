/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-licence.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* "BY-NC-SA": the word of licences.json. */
const char *cog_licence_class_to_name (CogLicenceClass klass);
/* A file of data/rights. It is part of the program: a fault in it ends it. (transfer full) */
JsonObject *cog_rights_load_json (const char *name);
/* The entry for a language in a file keyed by BCP 47, or NULL. (transfer none) */
JsonObject *cog_rights_find_language (JsonObject *root, const char *language);

/* The name of a port's country; NULL for IGO and Scotland. (transfer full) (nullable) */
char *cog_licence_dup_country (const char *port, const char *language);

G_END_DECLS
