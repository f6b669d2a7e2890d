"""What is noted of each number while a journal goes by, in a few bytes."""

from array import array

PAGE = 64


class SparseIntArray:
    """A whole number for each whole number, 0 where none was put. `code` says, as for `array`, how large they get:
    where numbers lie close, each takes the bytes of one and three more, in whatever order they come.
    """

    def __init__(self, code: str) -> None:
        self._blank = array(code, [0]) * PAGE
        self._pages: dict[int, array[int]] = {}

    def __getitem__(self, number: int) -> int:
        page = self._pages.get(number // PAGE)
        return page[number % PAGE] if page else 0

    def __setitem__(self, number: int, value: int) -> None:
        page = self._pages.get(number // PAGE)
        if page is None:
            page = self._pages[number // PAGE] = self._blank[:]
        page[number % PAGE] = value
