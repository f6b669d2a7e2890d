"""An exported page as tests look at it: its elements, its links, its visible text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "link", "input"}
UNSEEN = {"style", "title", "head"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """Every element with its own text and that of the elements in it."""

    html: str
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.opened: list[Element] = []
        self.feed(self.html)
        self.close()
        assert not self.opened, f"left open: {self.opened}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self.opened.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.opened:
            element.text += data

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    def by_id(self, name: str) -> Element:
        return next(element for element in self.elements if element.attributes.get("id") == name)


def faults(html: str) -> list[str]:
    """What must never be in an exported page."""
    page = Page(html)
    found = [element.tag for element in page.elements if element.tag not in TAGS]
    for element in page.elements:
        for name, value in element.attributes.items():
            if name not in ATTRIBUTES:
                found.append(f"{element.tag} {name}")
            if name == "href" and not value.startswith(("http://", "https://", "mailto:", "#")):
                found.append(f"href {value}")
    found += ["url in styles" for style in page.all("style") if "url(" in style.text or "@import" in style.text]
    return found


TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "section", "article"),
    *("h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "div", "span", "a", "time", "bdi", "small", "strong", "em"),
    *("blockquote", "figure", "figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td", "abbr", "br", "hr"),
    *("code", "details", "summary", "svg", "rect", "line", "circle", "text", "g"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "rel", "dir", "start", "title"),
    *("aria-label", "aria-labelledby", "aria-hidden", "scope", "datetime", "width", "height", "rx"),
    *(
        "fill",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "font-size",
        "opacity",
        "x",
        "x1",
        "x2",
        "y1",
        "y2",
        "cx",
        "cy",
        "r",
        "dx",
        "y",
    ),
}
