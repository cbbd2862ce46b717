# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for a test: X server, session bus, window manager, home; all of it ends with the test.

Nothing of the person who runs the tests is seen or changed: own HOME and XDG folders, settings in memory, no portals,
and on the bus only the accessibility service can be started. As root and as anyone, several at once."""
import os
import shutil
import signal
import subprocess
import tempfile

import tap
from waiting import until
from xvfb_picture import Picture

SIZE = (1280, 800)
# Only what a session would lend to every program, never what names its owner's desktop.
_KEPT = ("PATH", "TMPDIR", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS")
# As in tests/meson.build, but for the program only: this process shall not end at a warning of the accessibility client.
_STRICT = {"G_DEBUG": "gc-friendly,fatal-warnings", "G_ENABLE_DIAGNOSTIC": "1", "MALLOC_CHECK_": "2"}

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type><keep_umask/><listen>unix:path={socket}</listen><auth>EXTERNAL</auth><servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""
# No animation: a test need not wait, and a picture is never half faded.
_GTK = """[Settings]
gtk-font-name=Noto Sans 11
gtk-icon-theme-name=Adwaita
gtk-cursor-blink=false
gtk-enable-animations=false
gtk-decoration-layout=appmenu:close
gtk-xft-antialias=1
gtk-xft-rgba=none
"""
_WINDOW_MANAGER = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfwm4" version="1.0">
  <property name="general" type="empty">
    <property name="placement_ratio" type="int" value="100"/>
    <property name="placement_mode" type="string" value="center"/>
    <property name="prevent_focus_stealing" type="bool" value="false"/>
    <property name="use_compositing" type="bool" value="%s"/>
    <property name="show_frame_shadow" type="bool" value="false"/>
    <property name="show_popup_shadow" type="bool" value="false"/>
    <property name="workspace_count" type="int" value="1"/>
  </property>
</channel>
"""


def _write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


class Desktop:
    """Use it in a `with`. Sets this process's environment too, so that its accessibility client sees the same bus.

    size: of the screen. text: how much larger than usual all text is. is_composited: windows may have shadows.
    services: what else can be started on the bus, by the names of its service files. run: a folder for XDG_RUNTIME_DIR, where a new one does not do."""

    def __init__(self, size=SIZE, text=1, is_composited=False, services=(), run=None):
        self.size = size
        self.services = ("org.a11y.Bus", *services)
        self.run = run
        self.text = text
        self.is_composited = is_composited
        self.folder = None
        self._started = []
        self._log = None
        self._buses = 0
        self.environment = {}

    def __enter__(self):
        if not shutil.which("Xvfb"):
            tap.skip_all("Xvfb is not installed")
        # A short path: a socket's may have 108 bytes.
        self.folder = tempfile.mkdtemp(prefix="cognate-gui-", dir="/tmp")
        self._log = open(os.path.join(self.folder, "desktop.log"), "ab")
        try:
            self._start_all()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind, value, trace):
        for process in reversed(self._started):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self, *command, **options):
        """A service of the desktop: what ends the program at a warning would end the window manager, too."""
        environment = {name: value for name, value in self.environment.items() if name not in _STRICT}
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log, env=environment, cwd=environment.get("HOME"), **options)
        self._started.append(process)
        return process

    def _fail(self, what):
        with open(self._log.name, encoding="utf-8", errors="replace") as log:
            raise RuntimeError(f"{what}\n{log.read()}")

    def _start_all(self):
        home = os.path.join(self.folder, "home")
        run = self.run or os.path.join(self.folder, "run")
        os.makedirs(run, 0o700, exist_ok=True)
        _write(os.path.join(home, ".config/gtk-4.0/settings.ini"), _GTK)
        _write(os.path.join(home, ".config/xfce4/xfconf/xfce-perchannel-xml/xfwm4.xml"), _WINDOW_MANAGER % ("true" if self.is_composited else "false"))
        self.environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        self.environment.update(
            _STRICT, HOME=home, XDG_CONFIG_HOME=f"{home}/.config", XDG_CACHE_HOME=f"{home}/.cache", XDG_DATA_HOME=f"{home}/.local/share",
            XDG_STATE_HOME=f"{home}/.local/state", XDG_RUNTIME_DIR=run, XDG_SESSION_TYPE="x11", XDG_CURRENT_DESKTOP="GNOME",
            GDK_BACKEND="x11", GSK_RENDERER="cairo", GTK_USE_PORTAL="0", ADW_DISABLE_PORTAL="1", ADW_DEBUG_COLOR_SCHEME="prefer-light",
            GSETTINGS_BACKEND="memory", GIO_USE_VFS="local", GIO_USE_VOLUME_MONITOR="unix", LC_ALL="C.UTF-8", LANG="C.UTF-8", TZ="UTC",
        )
        self._start_display()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.start_bus()
        self.environment["AT_SPI_BUS_ADDRESS"] = self._find_accessibility_bus()
        os.environ.update({name: self.environment[name] for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "XDG_RUNTIME_DIR", "HOME")})
        self._set_text_size()
        self._start_window_manager()

    def _set_text_size(self):
        """GTK 4 takes it from this resource only, where no desktop's settings are."""
        if self.text != 1:
            subprocess.run(["xrdb", "-nocpp", "-merge", "-"], input=f"Xft.dpi: {96 * self.text:.0f}\n", env=self.environment, text=True, check=True)

    def _start_display(self):
        reading, writing = os.pipe()
        server = self._start("Xvfb", "-displayfd", str(writing), "-screen", "0", "%dx%dx24" % self.size, "-dpi", "96", "-nolisten", "tcp", "-noreset",
                             "-fbdir", self.folder, pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.read().strip()
        if not number:
            self._fail(f"Xvfb did not start, exit status {server.wait()}")
        self.environment["DISPLAY"] = f":{number}"

    def start_bus(self):
        """Another session, as of another person on this machine; its address."""
        self._buses += 1
        socket, conf, services = (os.path.join(self.folder, f"{part}{self._buses}") for part in ("bus", "bus.conf", "services"))
        os.mkdir(services)
        for service in self.services:
            with open(f"/usr/share/dbus-1/services/{service}.service", encoding="utf-8") as found:
                # Without systemd there is nobody who would start it in the bus's stead.
                _write(os.path.join(services, f"{service}.service"), "".join(line for line in found if not line.startswith("SystemdService=")))
        _write(conf, _BUS.format(socket=socket, services=services))
        # It says where it listens once it does: its socket is there before.
        reading, writing = os.pipe()
        self._start("dbus-daemon", f"--config-file={conf}", "--nofork", "--nopidfile", f"--print-address={writing}", pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as answer:
            if not answer.readline():
                self._fail("the session bus did not start")
        return f"unix:path={socket}"

    def _find_accessibility_bus(self):
        reply = subprocess.run(["dbus-send", "--session", "--print-reply=literal", "--reply-timeout=30000", "--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress"],
                               env=self.environment, capture_output=True, text=True, check=False)
        if reply.returncode != 0:
            self._fail(f"no accessibility bus: {reply.stderr}")
        return reply.stdout.strip()

    def _start_window_manager(self):
        def is_there():
            root = subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=self.environment, capture_output=True, text=True, check=False)
            return "window id" in root.stdout

        self._start("xfwm4", "--compositor=" + ("on" if self.is_composited else "off"), "--vblank=off")
        if not until(is_there):
            self._fail("the window manager did not start")
        # In the middle of the screen the pointer would stand on whatever opens there.
        self.put_pointer_away()

    def put_pointer_away(self):
        """Into a corner, where it points at nothing."""
        subprocess.run(["xdotool", "mousemove", "9999", "9999"], env=self.environment, check=True)

    def new_folder(self, name):
        """An empty folder, for one test."""
        folder = tempfile.mkdtemp(prefix=name + "-", dir=self.folder)
        return folder

    def picture(self):
        return Picture(os.path.join(self.folder, "Xvfb_screen0"))

    def end_process(self, process, how=signal.SIGTERM):
        """Ends a program that a test left open; its exit status."""
        if process.poll() is None:
            process.send_signal(how)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
        return process.wait()
