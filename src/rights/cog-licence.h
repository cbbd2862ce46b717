/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogLicence:
 *
 * A row of the catalogue (data/rights/licences.json). Ids are SPDX's where SPDX has one, else made
 * after the same pattern, "LicenseRef-…" for states that are no licence. Rows are immutable and
 * live as long as the program. A licence is identified by its canonical URL with version and port,
 * never by its family's name alone.
 */
typedef enum
{
  COG_CLASS_PD,
  COG_CLASS_BY,
  COG_CLASS_BY_SA,
  COG_CLASS_BY_NC,
  COG_CLASS_BY_NC_SA,
  COG_CLASS_BY_ND,
  COG_CLASS_BY_NC_ND,
  COG_CLASS_NC,             /* non-commercial terms without a Creative Commons licence */
  COG_CLASS_SA,             /* retired SA: only itself */
  COG_CLASS_NC_SA,          /* retired NC-SA: only itself */
  COG_CLASS_ND,             /* retired ND, ND-NC */
  COG_CLASS_COPYLEFT,       /* LAL, GFDL, GPL, ODbL: its list of targets */
  COG_CLASS_UNVERSIONED_SA, /* ShareAlike whose version nobody stated: not guessed */
  COG_CLASS_ASK,            /* terms that must be asked about */
  COG_CLASS_ARR,            /* all rights reserved */
  COG_CLASS_PERMISSION,
  COG_CLASS_EXCEPTION,
  COG_CLASS_UNKNOWN,
} CogLicenceClass;

typedef struct
{
  char *id;
  char *url;       /* canonical; "" where there is none */
  char *name;      /* short, with version: "CC BY-SA 3.0 IGO" */
  char *unit;      /* "by-sa"; NULL: no Creative Commons licence of the six */
  char *version;   /* "3.0" (nullable) */
  char *port;      /* "igo", upper case in ids (nullable) */
  char **targets;  /* COPYLEFT, SA: what an adaptation may be under */
  char *statement; /* that its text asks for (nullable) */
  char *only_in;   /* country in which alone it says anything: "US" (nullable) */
  CogLicenceClass klass;
  gboolean is_offered; /* the guide offers it: the six 4.0 and CC0 */
  gboolean is_retired;
  gboolean is_unversioned;
  gboolean is_no_target; /* never put on one's own work */
} CogLicence;

/* By id, whatever its case; "by-nd-nc" and the like are understood. (transfer none) (nullable) */
const CogLicence *cog_licence_lookup (const char *id);
/* By URL: http or https, with www., /deed, /legalcode, a language, a query. (transfer none)
 * (nullable) */
const CogLicence *cog_licence_lookup_url (const char *url);
/* The whole catalogue. (transfer none) (element-type CogLicence) */
GPtrArray *cog_licence_list (void);

gboolean cog_licence_is_nc (const CogLicence *licence);
gboolean cog_licence_is_nd (const CogLicence *licence);
/* ShareAlike and all copyleft. */
gboolean cog_licence_is_copyleft (const CogLicence *licence);
/* Whether anybody may share it unchanged. */
gboolean cog_licence_is_open (const CogLicence *licence);

/* The official name in a language, as Creative Commons translates it; English where it does not.
 * (transfer full) */
char *cog_licence_dup_long_name (const CogLicence *licence, const char *language);

/**
 * cog_licence_recognise:
 * @words: (nullable): a statement in whatever spelling
 * @url: (nullable)
 *
 * What a statement says, as an expression of ids: "CC-BY-SA-3.0", "CC-BY-SA-3.0 OR
 * GFDL-1.2-or-later". A URL beats words; where both are clear and differ, both bind and disagree is
 * set. NULL where no licence is named: a "©" alone names none. (transfer full)
 * (nullable)
 */
char *cog_licence_recognise (const char *words, const char *url, gboolean *disagree);

/* What is odd about a statement, and should be shown to the person. */
typedef enum
{
  COG_RECOGNISED_PLAIN = 0,
  COG_RECOGNISED_DISAGREE = 1 << 0,   /* words and link, or two sentences, contradict each other */
  COG_RECOGNISED_NO_VERSION = 1 << 1, /* a Creative Commons licence whose version is not stated */
  COG_RECOGNISED_MODIFIED = 1 << 2,   /* terms were added: it may no longer be called CC */
  COG_RECOGNISED_SEVERAL = 1 << 3,    /* several licences that are no choice: of several pieces? */
  COG_RECOGNISED_UNKNOWN_VERSION = 1 << 4, /* the licence never had the version that is named */
  COG_RECOGNISED_UNKNOWN_PORT = 1 << 5,    /* nor that port */
  COG_RECOGNISED_DENIED = 1 << 6,          /* a licence is named to say that it does not hold */
} CogRecognised;

/* As cog_licence_lookup_url(); odd: (nullable): gets COG_RECOGNISED_UNKNOWN_VERSION or _PORT added
 * where the address names what never was: then the licence is the one without a version. */
const CogLicence *cog_licence_lookup_url_full (const char *url, guint *odd);

/* As cog_licence_recognise(). recognised: (out) (optional). (transfer full) (nullable) */
char *cog_licence_recognise_full (const char *words, const char *url, CogRecognised *recognised);

/**
 * cog_licence_dup_both:
 * @a: (nullable): an expression
 * @b: (nullable): another, that contradicts it
 *
 * What binds until somebody has decided: where all that one permits is permitted by the other, that
 * one alone, else both ("A AND B"). (transfer full) (nullable)
 */
char *cog_licence_dup_both (const char *a, const char *b);

/* The short names in an expression: "CC BY 4.0 / GFDL 1.2", of which one is enough; "CC BY 4.0 +
 * GFDL 1.2", which both bind. (transfer full) */
char *cog_licence_dup_expression_name (const char *expression);
/* Splits "A OR B" / "A AND B"; is_or says which. (transfer full) */
char **cog_licence_split_expression (const char *expression, gboolean *is_or);

G_END_DECLS
