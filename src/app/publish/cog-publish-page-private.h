/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-publish-page.h"

#include "cog-chapter-row.h"
#include "cog-checklist-view.h"
#include "cog-edition-form.h"
#include "cog-preview-window.h"
#include "cog-print-row.h"
#include "cog-publish-run.h"
#include "cog-run-bar.h"
#include "cog-slip.h"
#include "cog-target-chooser.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _CogPublishPage
{
  GtkWidget parent_instance;
  CogProject *project;
  CogRun *run;            /* NULL: nothing is being written */
  GCancellable *checking; /* (nullable) */
  guint recheck;          /* timeout */
  gboolean is_stale;      /* the book changed while the page was out of sight */
  CogTargetChooser *chooser;
  GPtrArray *results; /* (element-type CogPublished), newest first */
  char *section;      /* in hand in the workbench (nullable) */
  gboolean as_draft;
  guint n_errors;
  GtkWidget *root;
  GtkWidget *checking_note;
  GtkSpinner *spinner;
  CogChecklistView *checklist;
  CogSlip *previews, *results_slip;
  GtkWidget *strip; /* NULL: a build without poppler */
  GtkFlowBox *tiles;
  GtkListBox *more;   /* formats that are wanted less often */
  GPtrArray *choices; /* (element-type GtkWidget): what chooses each format, in their order */
  GtkWidget *options;
  AdwComboRow *paper;
  CogPrintRow *print;
  GtkSwitch *bilingual, *answers, *large;
  CogChapterRow *chapters;
  CogEditionForm *form;
  CogRunBar *run_bar;
  GtkLabel *advice, *carries;
  GtkWidget *draft, *publish;
};

/* Whether the format of that number goes out. */
gboolean cog_publish_page_is_chosen (CogPublishPage *self, guint i);
void cog_publish_page_update_buttons (CogPublishPage *self);

/* Writing: cog-publish-write.c. */
CogPublishOptions cog_publish_page_get_options (CogPublishPage *self);
/* For the chooser: begins to write, once the person has said where. self: user_data. */
void cog_publish_page_write_to (const char *const *targets, gpointer user_data);
void cog_publish_page_publish (CogPublishPage *self);
void cog_publish_page_publish_draft (CogPublishPage *self);

/* Previews: cog-publish-previews.c. The strip is there only in a build that draws PDFs. */
void cog_publish_page_add_strip (CogPublishPage *self);
/* The pages are those that would go out now. */
void cog_publish_page_update_strip (CogPublishPage *self);
/* A row that opens one; nothing where this build cannot show it. */
void cog_publish_page_add_preview (CogPublishPage *self,
                                   CogPreviewKind kind,
                                   const char *title,
                                   const char *subtitle,
                                   const char *icon);

G_END_DECLS
