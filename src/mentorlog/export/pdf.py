"""A page as a PDF, by WeasyPrint: an extra, so this module is imported only to be tried."""

from weasyprint import HTML


def _refused(url: str) -> dict[str, object]:
    raise ValueError(url)


def html_to_pdf(html: bytes) -> bytes:
    """The page on paper; nothing that it may name is fetched."""
    made: bytes = HTML(string=html.decode(), url_fetcher=_refused).write_pdf()
    return made
