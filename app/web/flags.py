"""How the pages are started: the settings that ship, as flags of `python -m streamlit run`.

They stand here and not in a settings file, since Streamlit looks for one in the current folder only, and an installed
package has none there. Address, port and `--server.headless` are for the command that starts the pages to add.
"""

from __future__ import annotations

from pathlib import Path

HOME = Path(__file__).resolve().parent / "home.py"
"""The entry script."""

WRITABLE_VARIABLE = "NOTEWEAVE_WRITABLE"
"""In the environment as "1" the pages may change the store although their address is not loopback."""

FLAGS: tuple[str, ...] = (
    "--browser.gatherUsageStats=false",
    "--client.showErrorDetails=type",
    "--client.showSidebarNavigation=false",
    "--client.toolbarMode=minimal",
    "--runner.magicEnabled=false",
    "--server.fileWatcherType=none",
    "--server.maxUploadSize=10",
    "--server.allowedHosts=localhost",
    "--server.allowedHosts=127.0.0.1",
    "--theme.baseFontSize=15",
    "--theme.light.primaryColor=#0072B2",
    "--theme.light.backgroundColor=#FFFFFF",
    "--theme.light.secondaryBackgroundColor=#F5F7F9",
    "--theme.light.textColor=#1B1F24",
    "--theme.light.borderColor=#DFE3E8",
    "--theme.dark.primaryColor=#6DB7E8",
    "--theme.dark.backgroundColor=#0E1116",
    "--theme.dark.secondaryBackgroundColor=#171B22",
    "--theme.dark.textColor=#E8EBEF",
    "--theme.dark.borderColor=#2A3038",
)
"""To be passed after the script's path; both themes follow what the reader's system prefers."""
