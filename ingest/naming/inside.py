"""Known names inside titles and labels that are more than a name: "Kafka ops", "TGW = Transit Gateway"."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.names import Entry, singular
from graph.vocabulary import PRODUCTS, Kind
from ingest.outlining.lines import plain
from ingest.terms import is_verb, word_list

Known = Callable[[str, tuple[str, ...]], Entry | None]
MAX_NAME_WORDS = 4
_GAP = re.compile(r"\s+")
_ASIDE = re.compile(r"\s+=\s|,\s")
_DONE_WITH = re.compile(r"([a-z]+)ing\s.*\b(?:with|on|in|to|using|by|through|via)\s(?:the\s)?(.+)$", re.IGNORECASE)
_MORE = re.compile(
    r"\s+(?:(?:&|\+|and|,)\s*(?:co\.?|more|friends|stuff|so on|the rest)|etc\.?)$|\s(?:\+|&)\s", re.IGNORECASE
)
_WORD = re.compile(r"[\w+#./-]+")
_WORD_OR_HANDLE = re.compile(r"[\w+#./@-]+")


class NamesInside:
    """Finds them by `known`, which gives the entry of a whole name below the keys of what stands above it."""

    def __init__(self, known: Known) -> None:
        self.known = known

    def of_a_title(self, text: str, above: tuple[str, ...]) -> Entry | None:
        """What a title names together with other words."""
        return self._without_owner(text, above) or self.amid(text, above) or self._aside(text, above)

    def and_more(self, text: str, above: tuple[str, ...]) -> Entry | None:
        """The product that opens a title which goes on with a part of it and more: "Ferry decks & co"."""
        more = _MORE.search(text)
        opening = text[: more.start()].split() if more is not None else []
        sizes = range(len(opening) - 1, 0, -1)
        return next((e for size in sizes if (e := self.product(" ".join(opening[:size]), above))), None)

    def product(self, words: str, above: tuple[str, ...]) -> Entry | None:
        """The product that the words name; what stands above is no news."""
        entry = self.known(words, above) if words else None
        return entry if entry is not None and entry.entity_key not in above and entry.kind in PRODUCTS else None

    def done_with(self, text: str, above: tuple[str, ...]) -> Entry | None:
        """The service that closes a title of what is done with it: "Sending parcels with the night train"."""
        match = _DONE_WITH.match(text)
        stem = match[1].lower() if match else ""
        is_deed = any(is_verb(verb) for verb in (stem, f"{stem}e", stem[:-1]))
        head = self.product(match[2], above) if match and is_deed else None
        return head if head is not None and head.kind is Kind.SERVICE else None

    def doer(self, words: str, above: tuple[str, ...]) -> Entry | None:
        """The product, or the part that packs know or that is a part of what is above, that the words name."""
        entry = self.known(words, above) if words else None
        of_pack = entry is not None and entry.kind is Kind.FEATURE and entry.rule in ("pack", "alias")
        is_part = of_pack or (entry is not None and entry.owner in above)
        return entry if is_part else self.product(words, above)

    def any_name(self, text: str, above: tuple[str, ...]) -> Entry | None:
        """The one known name inside a title that names nothing of its own; the longest, the last before others."""
        words = _WORD_OR_HANDLE.findall(plain(text))
        for size in range(min(MAX_NAME_WORDS, len(words)), 0, -1):
            for start in range(len(words) - size, -1, -1):
                surface = " ".join(words[start : start + size]).rstrip(".")
                if size == 1 < len(words) and surface.lower() in word_list("emphasis"):
                    continue
                entry = self.known(surface, above) if len(surface) > 1 else None
                if entry is not None:
                    return entry
        return None

    def _without_owner(self, text: str, above: tuple[str, ...]) -> Entry | None:
        """ "Kinesis Shards" below Kinesis is the shard that the notes know already."""
        for gap in _GAP.finditer(text):
            entry = self.known(text[: gap.start()], above)
            if entry is not None and entry.entity_key in above:
                return self.known(text[gap.end() :], above)
        return None

    def amid(self, text: str, above: tuple[str, ...]) -> Entry | None:
        """The product, or part of what is above, of a title that says what notes on it follow: "Kafka ops"."""
        around = word_list("around a title")
        kept = [w for w in _WORD.findall(text) if around.isdisjoint((w.lower(), singular(w.lower())))]
        kept = kept[:-1] if len(kept) > 1 and kept[-1].lower() in word_list("behind a product") else kept
        words = " ".join(kept)
        entry = self.known(words, above) if words not in ("", text) else None
        return entry if entry is not None and (entry.kind in PRODUCTS or entry.owner in above) else None

    def _aside(self, text: str, above: tuple[str, ...]) -> Entry | None:
        """The product of a title in which it stands first, with an equals sign or a remark: "TGW = Transit Gateway"."""
        aside = _ASIDE.search(text)
        entry = self.known(text[: aside.start()], above) if aside is not None else None
        return entry if entry is not None and entry.kind in PRODUCTS else None
