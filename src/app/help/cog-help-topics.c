/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-help-topics.h"

#include <string.h>

/* By the names of types, so that help depends on no other part of the window; tests/help looks
 * whether each type, page and section is there, and whether a window is forgotten. */
static const struct
{
  const char *type;
  const char *topic;
} topics[] = {
  { "CogAgreementsView", "culture#book" },
  { "CogAlignWindow", "memory#align" },
  { "CogChangedWindow", "update" },
  { "CogCreditTexts", "rights#what-goes-out" },
  { "CogCreditWindow", "pictures#credits" },
  { "CogCultureCard", "culture#decide" },
  { "CogCultureWindow", "culture#book" },
  { "CogDrawingWindow", "pictures#words" },
  { "CogEditionForm", "publish#options" },
  { "CogEvidenceWindow", "licences" },
  { "CogFaultBar", "problems#not-saved" },
  { "CogFigureCard", "pictures" },
  { "CogFilterBar", "find#filter" },
  { "CogFindBar", "find#search" },
  { "CogGlossaryWindow", "memory#glossary" },
  { "CogGoTo", "find#go-to" },
  { "CogHistoryCard", "history" },
  { "CogHistoryWindow", "history" },
  { "CogImportWindow", "import" },
  { "CogLetterWindow", "rights#permission" },
  { "CogLevelView", "culture#level" },
  { "CogMemoryWindow", "memory#memory" },
  { "CogNoticeList", "rights#publishers" },
  { "CogOriginalView", "translate#original" },
  { "CogOutline", "structure#sections" },
  { "CogPictureWindow", "pictures#replace" },
  { "CogPretranslateWindow", "pretranslate#pretranslate" },
  { "CogPreviewWindow", "publish#look" },
  { "CogPrintRow", "publish#options" },
  { "CogPublishPage", "publish" },
  { "CogQualityWindow", "checks" },
  { "CogRemixWindow", "structure#remix" },
  { "CogReplaceWindow", "find#search" },
  { "CogReportWindow", "import" },
  { "CogRightsPage", "rights" },
  { "CogSendWindow", "exchange#send" },
  { "CogServicesWindow", "pretranslate#machine" },
  { "CogShelfPage", "start" },
  { "CogSourceWindow", "translate#markup" },
  { "CogStateCard", "translate#states" },
  { "CogTakeWindow", "exchange#take-back" },
  { "CogTermDialog", "memory#glossary" },
  { "CogTermsCard", "memory#glossary" },
  { "CogUpdateWindow", "update" },
  { "CogWebWindow", "import#web" },
  { "CogWorkbenchPage", "translate" },
  { "GtkShortcutsWindow", "keyboard" },
};

static const char *
get_topic (GtkWidget *widget)
{
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (strcmp (G_OBJECT_TYPE_NAME (widget), topics[i].type) == 0)
      return topics[i].topic;
  return NULL;
}

/* The first that is shown in a widget: the page of a window whose head has the keyboard. */
static const char *
find_shown (GtkWidget *widget)
{
  const char *topic = get_topic (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && topic == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      topic = find_shown (child);
  return topic;
}

const char *
cog_help_topics_find (GtkWindow *window)
{
  g_return_val_if_fail (GTK_IS_WINDOW (window), "index");

  for (; window != NULL; window = gtk_window_get_transient_for (window))
    {
      const char *topic = NULL;

      for (GtkWidget *w = gtk_window_get_focus (window); w != NULL && topic == NULL;
           w = gtk_widget_get_parent (w))
        topic = get_topic (w);
      if (topic == NULL)
        topic = find_shown (GTK_WIDGET (window));
      if (topic != NULL)
        return topic;
    }
  return "index";
}
