/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-notice-print.h"

#include "cog-attribution.h"
#include "cog-publisher.h"

void
cog_json_notices (JsonBuilder *builder, const CogCredit *credit)
{
  json_builder_set_member_name (builder, "notices");
  json_builder_begin_array (builder);
  for (guint i = 0; i < credit->notices->len; i++)
    {
      const CogNotice *notice = g_ptr_array_index (credit->notices, i);
      const CogPublisherNotice *known = cog_publisher_find_notice (notice);

      json_builder_begin_object (builder);
      cog_json_int (builder, "number", i + 1);
      cog_json_string (builder, "kind", notice->kind);
      cog_json_string (builder, "origin", cog_notice_origin_to_nick (notice->origin));
      cog_json_string (builder, "publisher", notice->publisher);
      cog_json_string (builder, "text", notice->text);
      cog_json_string (builder, "language", notice->language);
      cog_json_string (builder, "certainty",
                       known != NULL ? cog_certainty_to_nick (known->certainty) : NULL);
      cog_json_string (builder, "strength",
                       known != NULL ? cog_strength_to_nick (known->strength) : NULL);
      cog_json_boolean (builder, "printed", cog_attribution_is_notice_in (notice));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
cog_print_notices (const CogProjectSource *source)
{
  for (guint i = 0; i < source->credit->notices->len; i++)
    {
      const CogNotice *notice = g_ptr_array_index (source->credit->notices, i);

      cog_print (
          "%s\t%u\t%s\t%s\t%s\n", source->id, i + 1, notice->kind != NULL ? notice->kind : "",
          cog_notice_origin_to_nick (notice->origin), notice->text != NULL ? notice->text : "");
    }
}
