// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the course system that the page was read: SCORM 1.2, Run-Time Environment, 3.3.
(function () {
  "use strict";
  function find(start) {
    var win = start;
    for (var i = 0; win && i < 10; i++) {
      try {
        if (win.API) { return win.API; }
      } catch (e) {
        return null; // a frame of another origin
      }
      if (win.parent === win) { break; }
      win = win.parent;
    }
    return null;
  }
  var api = find(window) || (window.opener ? find(window.opener) : null);
  if (!api) { return; }
  var isOpen = String(api.LMSInitialize("")) === "true";
  if (isOpen) {
    var status = api.LMSGetValue("cmi.core.lesson_status");
    if (status !== "completed" && status !== "passed") {
      api.LMSSetValue("cmi.core.lesson_status", "completed");
      api.LMSCommit("");
    }
  }
  window.addEventListener("pagehide", function () {
    if (isOpen) {
      isOpen = false;
      api.LMSFinish("");
    }
  });
}());
