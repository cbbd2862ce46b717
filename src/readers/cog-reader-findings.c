/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-findings.h"

#include <glib/gi18n-lib.h>

const CogFindingKind cog_finding_script_dropped = {
  "script-dropped",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("Scripts were left out: they cannot run in a book."),
};

const CogFindingKind cog_finding_form_dropped = {
  "form-dropped",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("Form fields and buttons were left out."),
};

const CogFindingKind cog_finding_object_dropped = {
  "object-dropped",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("An embedded object was left out: %1."),
};

const CogFindingKind cog_finding_remote_picture = {
  "remote-picture",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The picture “%1” is not in the file but on the web; a link to it was kept."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_remote_media = {
  "remote-media",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The film, sound or page “%1” is on the web; a link to it was kept."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_missing_file = {
  "missing-file",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The file “%1” is named in the text but is not there."),
};

const CogFindingKind cog_finding_endless_table = {
  "endless-table",
  COG_SEVERITY_WARNING,
  FALSE,
  N_ ("The tables would have more than a million cells; they were kept as plain text."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_active_drawing = {
  "active-drawing",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a file, %2 the name of the first piece: script, onclick, href. */
  N_ ("The drawing “%1” held what would run or load something (%2); it was taken out."),
};

const CogFindingKind cog_finding_bad_picture = {
  "bad-picture",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("“%1” is not a picture, sound or film that a book can hold."),
};

const CogFindingKind cog_finding_picture_form = {
  "picture-form",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a file, %2 what its form is called: SVM, EMF+. */
  N_ ("The picture “%1” is in a form that cannot be drawn here (%2). Save it as PNG or SVG in "
      "LibreOffice or the program that it is from, and put it in its place."),
};

const CogFindingKind cog_finding_picture_letters = {
  "picture-letters",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a file; %2 a number, 1 or more. */
  N_ ("Some words of the picture “%1” are missing (%2): the file has only the numbers of a font’s "
      "shapes. Compare it with the original."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_hidden_dropped = {
  "hidden-dropped",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("Text that the original hides was left out."),
};

const CogFindingKind cog_finding_furniture_dropped = {
  "furniture-dropped",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("The page’s menus, headers and footers were left out."),
};

const CogFindingKind cog_finding_too_deep = {
  "too-deep",
  COG_SEVERITY_WARNING,
  FALSE,
  N_ ("Elements stand one inside the other so deep that the innermost were set side by side."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_not_well_formed = {
  "not-well-formed",
  COG_SEVERITY_WARNING,
  FALSE,
  N_ ("The page is not well-formed; it was read as a browser reads it."),
};

const CogFindingKind cog_finding_page_unreadable = {
  "page-unreadable",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: the name of a page's file, and a sentence that says what is wrong with it. */
  N_ ("The page “%1” cannot be read and was left out: %2"),
};

const CogFindingKind cog_finding_overlay_dropped = {
  "overlay-dropped",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The spoken text that follows the page (media overlay) was left out."),
};

const CogFindingKind cog_finding_fixed_layout = {
  "fixed-layout",
  COG_SEVERITY_WARNING,
  FALSE,
  N_ ("The pages have a fixed layout; their text was taken in reading order."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_other_rendition = {
  "other-rendition",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("The file holds another version of the book (“%1”), which was left out."),
};

const CogFindingKind cog_finding_own_contents = {
  "own-contents",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("The book’s own table of contents was left out: each edition gets a new one."),
};

const CogFindingKind cog_finding_foreign_page = {
  "foreign-page",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The page “%1” is in a format that cannot be read; it was left out."),
};

const CogFindingKind cog_finding_language_differs = {
  "language-differs",
  COG_SEVERITY_WARNING,
  FALSE,
  N_ ("The book says that its language is %1, its text says %2."),
};

const CogFindingKind cog_finding_language_of_text = {
  "language-of-text",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: two codes of languages, such as "en" and "kk". */
  N_ ("The file says that the book’s language is %1, but its text is in %2. It was taken as %2."),
};

const CogFindingKind cog_finding_language_guessed = {
  "language-guessed",
  COG_SEVERITY_INFO,
  FALSE,
  N_ ("The language is not stated; %1 was told from the words."),
  COG_EFFECT_UNSURE,
};

const CogFindingKind cog_finding_other_languages = {
  "other-languages",
  COG_SEVERITY_WARNING,
  FALSE,
  N_ ("The folder holds the text in several languages; only “%1” was read. Import the folder of "
      "another language by itself."),
  COG_EFFECT_DROPPED,
};

const CogFindingKind cog_finding_language_not_held = {
  "language-not-held",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: both are names of languages, in these languages. */
  N_ ("The file does not hold its text in %1; it was read in %2."),
};

const CogFindingKind cog_finding_licences_differ = {
  "licences-differ",
  COG_SEVERITY_WARNING,
  FALSE,
  N_ ("The file names two licences, %1 and %2. Until you decide, the terms of both hold."),
};

const CogFindingKind cog_finding_missing_module = {
  "missing-module",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The module “%1” is named in the book but is not there."),
};

const CogFindingKind cog_finding_repeated_module = {
  "repeated-module",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The module “%1” stands in the book twice; it was taken once."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_embedded_exercise = {
  "embedded-exercise",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The exercise “%1” is kept on a server and could not be taken."),
};

const CogFindingKind cog_finding_other_books = {
  "other-books",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("The folder holds another book, “%1”, which was left out. To read it, open that file."),
};

const CogFindingKind cog_finding_unknown_element = {
  "unknown-element",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 is the name of an element of the file's format. */
  N_ ("The element “%1” is not known; what it holds was kept as plain text."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_class_dropped = {
  "class-dropped",
  COG_SEVERITY_INFO,
  TRUE,
  /* Translators: %1 is a word by which the source marks pieces of text, "check-understanding". */
  N_ ("The mark “%1” has no counterpart; what it marks was kept without it."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_not_listed = {
  "not-listed",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("The book’s own list of chapters does not name “%1”; it was left out."),
};

const CogFindingKind cog_finding_tex_kept = {
  "tex-kept",
  COG_SEVERITY_WARNING,
  FALSE,
  N_ ("A formula in TeX was kept as it is written."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_damaged = {
  "damaged",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 is a sentence with its full stop, which names the file and the line. */
  N_ ("%1 What can be read was taken: compare it with the original."),
};

const CogFindingKind cog_finding_translation_left_out = {
  "translation-left-out",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is the name of a language, in that language. */
  N_ ("The file also holds a translation of the article (%1), which was left out."),
};

const CogFindingKind cog_finding_sub_article_left_out = {
  "sub-article-left-out",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a word by which the file says what it is: "reviewer-report", "reply". */
  N_ ("The file also holds another text beside the article (%1), which was left out."),
};

const CogFindingKind cog_finding_several_targets = {
  "several-targets",
  COG_SEVERITY_INFO,
  FALSE,
  N_ ("A reference to several places at once became a link to the first of them."),
};

const CogFindingKind cog_finding_supplement_left_out = {
  "supplement-left-out",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is the name of a file of data, or of another article's appendix. */
  N_ ("The supplement “%1” is no part of the text; its name was kept, the file was left out."),
};

const CogFindingKind cog_finding_no_article_text = {
  "no-article-text",
  COG_SEVERITY_WARNING,
  FALSE,
  N_ ("The file holds only what introduces the article, such as its abstract, and not its text."),
};

const CogFindingKind cog_finding_publisher_logo = {
  "publisher-logo",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 is the description of a picture, or the name of its file. */
  N_ ("“%1” looks like a logo, an emblem or a cover. The book’s licence is not for those: leave it "
      "out."),
};

const CogFindingKind cog_finding_pictures_not_described = {
  "pictures-not-described",
  COG_SEVERITY_INFO,
  FALSE,
  /* Translators: %1 is a number. A description is what people hear who cannot see a picture. */
  N_ ("Pictures that came without a description for those who cannot see them: %1. Each has a "
      "place for one."),
  COG_EFFECT_KEPT,
};

const CogFindingKind cog_finding_pictures_decorative = {
  "pictures-decorative",
  COG_SEVERITY_INFO,
  FALSE,
  /* Translators: %1 is a number. A description is what people hear who cannot see a picture. */
  N_ ("Pictures that the source calls mere decoration, so that who cannot see them is told nothing "
      "of them: %1. Where one says something, describe it."),
  COG_EFFECT_UNSURE,
};
