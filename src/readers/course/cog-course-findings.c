/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-course-findings.h"

#include <glib/gi18n-lib.h>

const CogFindingKind cog_finding_course_hidden = {
  "course-hidden",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is the title of a page of a course. */
  N_ ("“%1” is hidden from learners; it was left out."),
};

const CogFindingKind cog_finding_course_tool = {
  "course-tool",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is the name of a program on the web that a course opens. */
  N_ ("“%1” is a tool on a server: what it shows is not in the file."),
};

const CogFindingKind cog_finding_course_activity = {
  "course-activity",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is the title of an activity of a course, %2 a word for its kind as the program
     that made it has it: "forum", "interactive-video". */
  N_ ("“%1” is an activity that needs its platform (%2); of it, only the readable text was kept."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_course_web_links = {
  "course-web-link",
  COG_SEVERITY_INFO,
  FALSE,
  N_ ("An entry of the course is an address on the web; the text there is not in the file."),
};

const CogFindingKind cog_finding_course_only_links = {
  "course-only-links",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 is a number. */
  N_ ("This file is a list of addresses on the web (%1): it holds no text to adapt. Save the pages "
      "and import those."),
};

const CogFindingKind cog_finding_course_file = {
  "course-file",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is the name of a file. */
  N_ ("The course comes with the document “%1”, which was left out. Import it by itself."),
};

const CogFindingKind cog_finding_course_program = {
  "course-program",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is the name of a page's file, %2 that of the program that made it. */
  N_ ("The text of “%1” is inside a program (%2) and cannot be read."),
};

const CogFindingKind cog_finding_course_empty_page = {
  "course-empty-page",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 is the title of a page of a course. */
  N_ ("The page “%1” is empty but for its title."),
};

const CogFindingKind cog_finding_course_loose_page = {
  "course-loose-page",
  COG_SEVERITY_INFO,
  FALSE,
  /* Translators: %1 is the title of a page of a course. */
  N_ ("The page “%1” stands in no module of the course; it was put behind the others."),
  COG_EFFECT_KEPT,
};

const CogFindingKind cog_finding_course_settings = {
  "course-settings",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("The platform’s own settings (dates, marks, groups) were left out."),
};

const CogFindingKind cog_finding_course_question = {
  "course-question",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 is a word for a kind of question as the program that made it has it. */
  N_ ("A question is of a kind that only its platform can ask (%1); its text was kept."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_course_random_question = {
  "course-random-question",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is the title of a test. */
  N_ ("The test “%1” draws questions by lot from the question bank; those were left out."),
};

const CogFindingKind cog_finding_course_people = {
  "course-people",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("The file holds data of persons who took the course; they were not read."),
};

const CogFindingKind cog_finding_course_several_orders = {
  "course-several-orders",
  COG_SEVERITY_INFO,
  TRUE,
  /* Translators: %1 is the title of one of the ways in which a course can be taken. */
  N_ ("The package has a second order of its pages, “%1”, which was left out."),
};
