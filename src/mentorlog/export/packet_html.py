"""A packet as one HTML page."""

from mentorlog.insights.sharing import Page


def packet_html(page: Page) -> str:
    """The page."""
    return page.packet.name
